//! This machine shows Hong Kong's time. Another zone is a warning: somebody may say that it is meant so.

use jiff::tz::Offset;

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::engine::{Engine, Proof, Run};
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};

const CALL: &str = "time-zone";

pub(super) struct Zone;

impl Check for Zone {
    fn id(&self) -> CheckId {
        CheckId::Zone
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let Some(mut run) = round.begin(&[Task::Zone]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    check(&round.engine, &mut run).await?;
    round.of_task(CheckId::Zone, Task::Zone).await
}

pub(super) async fn check(engine: &Engine, run: &mut Run) -> Result<()> {
    let clock = &engine.shared.parts.clock;
    let zone = clock.zone();
    let offset = zone.to_offset(clock.now());
    let name = zone.iana_name().map_or_else(|| offset.to_string(), str::to_owned);
    if offset == Offset::constant(8) {
        return run.done(Task::Zone, Proof::verified(CALL, AnswerCode::ZoneHongKong).arg("zone", name)).await;
    }
    if engine.is_accepted(&run.id, Task::Zone).await? {
        return run.settled(Task::Zone).await;
    }
    run.failed(Task::Zone, Problem::new(ProblemCode::ZoneNotHongKong).arg("zone", name)).await
}
