//! What stands on the allow list: only what is ours, and never `0.0.0.0`, which blocks everything.

use super::check::{Check, Looking};
use super::round::Round;
use super::said;
use super::view::CheckId;
use crate::setup::Task;

pub(super) struct Listed;

impl Check for Listed {
    fn id(&self) -> CheckId {
        CheckId::Listed
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(said::look(round, Task::Listed))
    }
}
