//! Whether the app's version was published.

use super::check::{Check, Looking};
use super::round::Round;
use super::said;
use super::view::CheckId;
use crate::setup::Task;

pub(super) struct Published;

impl Check for Published {
    fn id(&self) -> CheckId {
        CheckId::Published
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(said::look(round, Task::Published))
    }
}
