//! Our side of `bench/compare.py`: a number on stdin is a round of so many; the answer is its wall and CPU seconds.

use std::io::{BufRead as _, Write as _};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use anyhow::Context as _;
use bench::Work;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (way, ready) = (arguments.next().context("which way?")?, arguments.next().context("which server?")?);
    let work = Work::new(serde_json::from_str(&ready)?)?;
    // One thread, as the SDKs have.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let count: u32 = line?.trim().parse()?;
        let (began, cpu) = (Instant::now(), cpu_seconds()?);
        runtime.block_on(round(&work, &way, count))?;
        writeln!(out, "{} {}", began.elapsed().as_secs_f64(), cpu_seconds()? - cpu)?;
        out.flush()?;
    }
    Ok(())
}

async fn round(work: &Work, way: &str, count: u32) -> anyhow::Result<()> {
    for _ in 0..count {
        match way {
            "app-robot" => work.token_and_app_robot().await?,
            "group-robot" => {
                let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
                work.token_and_group_robot(i64::try_from(now)?).await?;
            }
            other => anyhow::bail!("no such way: {other}"),
        }
    }
    Ok(())
}

/// Of this thread, which is the only one that works. Linux.
fn cpu_seconds() -> anyhow::Result<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").context("CPU time is read as Linux gives it")?;
    let nanoseconds: u64 = text.split_whitespace().next().context("no CPU time")?.parse()?;
    Ok(std::time::Duration::from_nanos(nanoseconds).as_secs_f64())
}
