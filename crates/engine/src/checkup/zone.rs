//! This machine shows Hong Kong's time. Another zone is a warning: somebody may say that it is meant so.

use jiff::tz::Offset;

use crate::engine::{Engine, Proof, Run};
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};

const CALL: &str = "time-zone";

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
