//! Whom of the company the app may see.

use super::check::{Check, Finding, Looking};
use super::round::{Gate, Round};
use super::view::{CheckId, SayCode};
use crate::problem::Result;
use crate::setup::Task;

pub(super) struct Scope;

impl Check for Scope {
    fn id(&self) -> CheckId {
        CheckId::Scope
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let client = match round.gate(CheckId::Scope).await? {
        Gate::Open(client) => client,
        Gate::Shut(finding) => return Ok(*finding),
    };
    if !round.scope_asked {
        let Some(mut run) = round.begin(&[Task::Scope]).await? else {
            return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
        };
        round.engine.check_scope(&mut run, &client).await?;
    }
    round.of_task(CheckId::Scope, Task::Scope).await
}
