//! How fast the practice server is: `cargo run --release -p practice --example load [connections] [calls]`.
//! Server and client are this one process, so both are in the figures; by hand, not in the tests.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::time::{Duration, Instant};

use practice::limit::Limits;
use practice::state::Staff;
use practice::{AppChoice, Options};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Kilobytes resident, where the system tells.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|text| text.parse().ok()).unwrap_or_default()
}

async fn client(address: String, request: Vec<u8>, calls: usize) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let mut buffer = vec![0; 4096];
    let mut times = Vec::with_capacity(calls);
    for _ in 0..calls {
        let began = Instant::now();
        stream.write_all(&request).await.unwrap();
        // One answer is one write, so one read.
        let read = stream.read(&mut buffer).await.unwrap();
        assert!(buffer[..read].windows(14).any(|part| part == b"\"access_token\""), "no token came");
        times.push(began.elapsed());
    }
    times
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let mut given = std::env::args().skip(1).map(|text| text.parse().unwrap());
    let connections: usize = given.next().unwrap_or(8);
    let calls: usize = given.next().unwrap_or(50_000);
    let dir = std::env::temp_dir().join(format!("hoitung-load-{}", std::process::id()));
    let began = Instant::now();
    let running = practice::start(Options { app: AppChoice::Ready, ..Options::new(&dir) }).await.unwrap();
    println!("ready        {:.1} ms, {} KB resident", milliseconds(began.elapsed()), resident());
    let shared = running.shared().clone();
    shared.change(|world| world.limits = Limits::off()).unwrap();

    let app = running.ready_app().unwrap();
    let address = running.hosts().old_host.trim_start_matches("http://").to_owned();
    let path = format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret);
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n").into_bytes();
    let began = Instant::now();
    let each = calls / connections;
    let clients: Vec<_> =
        (0..connections).map(|_| tokio::spawn(client(address.clone(), request.clone(), each))).collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(client.await.unwrap());
    }
    let seconds = began.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |percent: usize| milliseconds(times[times.len() * percent / 100]);
    #[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
    let rate = times.len() as f64 / seconds;
    println!(
        "tokens       {rate:.0} calls/s over {connections} connections, p50 {:.3} ms, p99 {:.3} ms",
        at(50),
        at(99)
    );
    println!("             {} KB resident", resident());

    shared
        .change(|world| {
            let like = world.staff[0].clone();
            world.staff.extend((0..5_000).map(|number| Staff { userid: format!("p{number}"), ..like.clone() }));
        })
        .unwrap();
    let mut times = Vec::new();
    for number in 0..200 {
        let began = Instant::now();
        // As a gateway call does it: in place, handed to the system before the answer.
        shared
            .call(|world| {
                world.staff[number * 20].name = format!("改名{number}");
                world.set_public_address("203.0.113.10").unwrap();
            })
            .unwrap();
        times.push(began.elapsed());
    }
    times.sort_unstable();
    println!(
        "5000 people  {:.2} ms a change (p50), {:.2} ms (p99)",
        milliseconds(times[100]),
        milliseconds(times[198])
    );
    println!("             {} KB resident", resident());
    running.stop().await;
    std::fs::remove_dir_all(&dir).unwrap();
}
