//! A real call is let in: the list holds this computer's address and is not empty.

use super::check::{Check, Finding, Looking};
use super::round::{Gate, Round};
use super::view::CheckId;
use crate::problem::Result;
use crate::setup::Task;

pub(super) struct AllowList;

impl Check for AllowList {
    fn id(&self) -> CheckId {
        CheckId::AllowList
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    if let Gate::Shut(finding) = round.gate(CheckId::AllowList).await? {
        return Ok(*finding);
    }
    round.engine.allow_list_check(&round.id).await?;
    round.of_task(CheckId::AllowList, Task::AllowList).await
}
