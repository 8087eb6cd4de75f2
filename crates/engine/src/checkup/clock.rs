//! This machine's clock against the server's `Date`.

use dingtalk::{Client, Host};

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::engine::{Engine, Proof, Run};
use crate::network::is_off;
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};

const CALL: &str = "GET /gettoken (Date)";

pub(super) struct Clock;

impl Check for Clock {
    fn id(&self) -> CheckId {
        CheckId::Clock
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

/// The check of the hosts heard the date already: no call of its own.
async fn look(round: &mut Round) -> Result<Finding> {
    let Some(clock) = round.network().await?.clock.clone() else {
        return Ok(match round.away().await? {
            Some(problem) => Finding::of_problem(CheckId::Clock, problem),
            None => Finding::cannot_tell().says(SayCode::ClockUntold, &[]),
        });
    };
    let Some(mut run) = round.begin(&[Task::Clock]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    let hosts = round.engine.hosts(&round.row)?;
    let ahead = i64::from(clock.ahead);
    round.engine.keep_skew(&round.id, &hosts, ahead).await?;
    judge(&round.engine, &mut run, ahead).await?;
    round.of_task(CheckId::Clock, Task::Clock).await
}

pub(super) async fn check(engine: &Engine, run: &mut Run, client: &Client) -> Result<()> {
    let time = match run.call(client.server_time(Host::Old)).await {
        Ok(time) => time,
        Err(stopped) => return run.stopped(Task::Clock, CALL, &stopped).await,
    };
    let ahead = engine.ahead_of(&time);
    engine.keep_skew(&run.id, client.hosts(), ahead).await?;
    judge(engine, run, ahead).await
}

async fn judge(engine: &Engine, run: &mut Run, ahead: i64) -> Result<()> {
    if !is_off(ahead) {
        let agrees = Proof::verified(CALL, AnswerCode::ClockAgrees).arg("seconds", ahead.abs());
        return run.done(Task::Clock, agrees).await;
    }
    if engine.is_accepted(&run.id, Task::Clock).await? {
        return run.settled(Task::Clock).await;
    }
    run.failed(Task::Clock, Problem::new(ProblemCode::ClockOffset).arg("seconds", ahead.abs())).await
}
