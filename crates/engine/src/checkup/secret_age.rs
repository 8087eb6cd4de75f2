//! How long the client secret is in use.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::overview::secret_age;
use crate::problem::{Problem, ProblemCode, Who};
use crate::setup::Task;
use crate::store::{ReminderRow, reminder};

pub(super) struct SecretAge;

impl Check for SecretAge {
    fn id(&self) -> CheckId {
        CheckId::SecretAge
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(async move {
            let id = round.id.clone();
            let reminders = round.engine.shared.store.with(move |store| reminder::all(store, &id)).await?;
            Ok(look(round, &reminders))
        })
    }
}

fn look(round: &Round, reminders: &[ReminderRow]) -> Finding {
    let Some(age) = secret_age(&round.row, reminders, round.now) else {
        return Finding::of_problem(CheckId::SecretAge, Problem::new(ProblemCode::SecretMissing));
    };
    let (days, date) = (age.days.to_string(), age.due.to_string());
    let args = [("days", days.as_str()), ("date", date.as_str())];
    if age.is_old {
        return Finding::needs(Who::You).says(SayCode::SecretOld, &args).at_task(Task::Credentials);
    }
    Finding::fine().says(SayCode::SecretAge, &args)
}
