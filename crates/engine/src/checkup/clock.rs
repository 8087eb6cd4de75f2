//! This machine's clock against the server's `Date`.

use dingtalk::{Client, Host};

use crate::engine::{Engine, Proof, Run};
use crate::network::is_off;
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};

const CALL: &str = "GET /gettoken (Date)";

pub(super) async fn check(engine: &Engine, run: &mut Run, client: &Client) -> Result<()> {
    let time = match run.call(client.server_time(Host::Old)).await {
        Ok(time) => time,
        Err(stopped) => return run.stopped(Task::Clock, CALL, &stopped).await,
    };
    let ahead = engine.ahead_of(&time);
    engine.keep_skew(&run.id, client.hosts(), ahead).await?;
    if !is_off(ahead) {
        let agrees = Proof::verified(CALL, AnswerCode::ClockAgrees).arg("seconds", ahead.abs());
        return run.done(Task::Clock, agrees).await;
    }
    if engine.is_accepted(&run.id, Task::Clock).await? {
        return run.settled(Task::Clock).await;
    }
    run.failed(Task::Clock, Problem::new(ProblemCode::ClockOffset).arg("seconds", ahead.abs())).await
}
