//! Each permission point by its harmless probe: missing, more than needed, or could not tell.

use super::check::{Check, Finding, Looking, say};
use super::round::{Gate, Round};
use super::view::{CheckId, CheckState, Say, SayCode};
use crate::permission::{self, PointState, PointView};
use crate::problem::Result;
use crate::setup::Task;

pub(super) struct Permissions;

impl Check for Permissions {
    fn id(&self) -> CheckId {
        CheckId::Permissions
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let client = match round.gate(CheckId::Permissions).await? {
        Gate::Open(client) => client,
        Gate::Shut(finding) => return Ok(*finding),
    };
    let Some(mut run) = round.begin(&[Task::Points, Task::Scope]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    let purposes = round.row.purposes.clone();
    // The scope is asked in the same breath; its own check tells it.
    round.engine.check_points(&mut run, &client, &purposes).await?;
    drop(run);
    round.scope_asked = true;
    let found = round.of_task(CheckId::Permissions, Task::Points).await?;
    if matches!(found.state, CheckState::CannotTell) {
        return Ok(found);
    }
    let id = round.id.clone();
    let known = round.engine.row(&id).await?.points;
    let points = permission::merged(&purposes, &known);
    if purposes.is_empty() {
        let open = Finding::cannot_tell().says(SayCode::PurposesNone, &[]).at_task(Task::Purpose);
        return Ok(open.and(excess(&points)));
    }
    Ok(found.and(excess(&points)).and(untold(&points)))
}

fn excess(points: &[PointView]) -> Option<Say> {
    line(SayCode::PointsExcess, points.iter().filter(|point| point.excess))
}

fn untold(points: &[PointView]) -> Option<Say> {
    let open = points.iter().filter(|point| !point.excess && point.state == PointState::CouldNotTell);
    line(SayCode::PointsUntold, open)
}

fn line<'a>(code: SayCode, points: impl Iterator<Item = &'a PointView>) -> Option<Say> {
    let codes: Vec<&str> = points.map(|point| point.code.as_str()).collect();
    (!codes.is_empty()).then(|| say(code, &[("points", &codes.join(", "))]))
}
