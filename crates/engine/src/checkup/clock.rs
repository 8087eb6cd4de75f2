//! This machine's clock against the server's `Date`.

use dingtalk::{Client, Host};

use crate::engine::{Engine, Proof, Run};
use crate::network::is_off;
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};
use crate::store::connection;

const CALL: &str = "GET /gettoken (Date)";

pub(super) async fn check(engine: &Engine, run: &mut Run, client: &Client) -> Result<()> {
    let time = match run.call(client.server_time(Host::Old)).await {
        Ok(time) => time,
        Err(stopped) => return run.stopped(Task::Clock, CALL, &stopped).await,
    };
    let ahead = engine.ahead_of(&time);
    engine.shared.skews.note(client.hosts(), ahead);
    let is_off = is_off(ahead);
    let (id, offset) = (run.id.clone(), if is_off { -ahead.saturating_mul(1_000) } else { 0 });
    engine
        .shared
        .store
        .with(move |store| {
            let mut row = connection::find(store, &id)?;
            // F53: signing uses the corrected time from now on.
            row.clock_offset_ms = offset;
            connection::write(store, &row)
        })
        .await?;
    if !is_off {
        let agrees = Proof::verified(CALL, AnswerCode::ClockAgrees).arg("seconds", ahead.abs());
        return run.done(Task::Clock, agrees).await;
    }
    if engine.is_accepted(&run.id, Task::Clock).await? {
        return run.settled(Task::Clock).await;
    }
    run.failed(Task::Clock, Problem::new(ProblemCode::ClockOffset).arg("seconds", ahead.abs())).await
}
