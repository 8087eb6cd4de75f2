//! How long the client secret is in use.

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::overview::secret_age;
use crate::problem::{Problem, ProblemCode, Who};
use crate::setup::Task;

pub(super) struct SecretAge;

impl Check for SecretAge {
    fn id(&self) -> CheckId {
        CheckId::SecretAge
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(async move { Ok(look(round)) })
    }
}

fn look(round: &Round) -> Finding {
    let Some(age) = secret_age(&round.row, round.now) else {
        return Finding::of_problem(CheckId::SecretAge, Problem::new(ProblemCode::SecretMissing));
    };
    let (days, date) = (age.days.to_string(), age.due.to_string());
    let args = [("days", days.as_str()), ("date", date.as_str())];
    if age.is_old {
        return Finding::needs(Who::You).says(SayCode::SecretOld, &args).at_task(Task::Credentials);
    }
    Finding::fine().says(SayCode::SecretAge, &args)
}
