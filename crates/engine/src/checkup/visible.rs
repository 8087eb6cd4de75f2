//! Who can see the app.

use super::check::{Check, Looking};
use super::round::Round;
use super::said;
use super::view::CheckId;
use crate::setup::Task;

pub(super) struct Visible;

impl Check for Visible {
    fn id(&self) -> CheckId {
        CheckId::Visible
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(said::look(round, Task::Visible))
    }
}
