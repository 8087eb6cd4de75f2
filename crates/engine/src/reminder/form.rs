//! What a person types of a reminder, and what is refused.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::kind::{Owner, ReminderKind, Usual};
use super::plan;
use crate::problem::{Field, Problem, ProblemCode, Result};

pub(super) const LONGEST_INTERVAL: u32 = 730;
const LONGEST_AHEAD: u32 = 90;
const LONGEST_TEXT: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReminderForm {
    pub kind: ReminderKind,
    /// What the person adds, e.g. which certificate.
    pub note: String,
    pub owner: Owner,
    pub every_days: Option<u32>,
    pub ahead_days: u32,
    /// Hour and minute in Hong Kong, as 09:30.
    pub at: String,
    /// The next one; where it follows something that happens, it is reckoned.
    pub due: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Snooze {
    Day,
    Week,
    Until(String),
}

/// Early in the office's day.
pub(super) const USUAL_TIME: &str = "09:30";

impl ReminderForm {
    pub(super) fn usual(kind: ReminderKind) -> Self {
        let Usual { every_days, ahead_days, owner } = kind.usual();
        let at = USUAL_TIME.to_owned();
        Self { kind, note: String::new(), owner, every_days, ahead_days, at, due: None }
    }

    /// # Errors
    /// `ChoiceMissing` beside the field for an interval, a time of day or an owner that is none; `DateMalformed`.
    pub(super) fn checked(mut self, today: Date) -> Result<Self> {
        let missing = |field| Err(Problem::new(ProblemCode::ChoiceMissing).at(field));
        if self.kind.has_interval() && !self.every_days.is_some_and(is_interval) {
            return missing(Field::Interval);
        }
        if !self.kind.has_interval() {
            self.every_days = None;
        }
        if plan::time(&self.at).is_none() {
            return missing(Field::TimeOfDay);
        }
        self.note = kept(&self.note);
        if let Owner::Named { name } = &self.owner {
            let name = kept(name);
            if name.is_empty() {
                return missing(Field::Owner);
            }
            self.owner = Owner::Named { name };
        }
        self.ahead_days = self.ahead_days.min(LONGEST_AHEAD);
        self.due = if self.kind.follows_a_fact() { None } else { Some(self.dated(today)?) };
        Ok(self)
    }

    /// A day from today on; without one, where there is an interval, the interval says it.
    fn dated(&self, today: Date) -> Result<String> {
        let typed = self.due.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
        match (typed, self.every_days) {
            (Some(typed), _) => coming(typed, today).map(|day| day.to_string()),
            (None, Some(days)) => Ok(plan::after(today, days).to_string()),
            (None, None) => Err(Problem::new(ProblemCode::DateMalformed).at(Field::Date)),
        }
    }
}

impl Snooze {
    pub(super) fn until(&self, today: Date) -> Result<Date> {
        match self {
            Self::Day => Ok(plan::after(today, 1)),
            Self::Week => Ok(plan::after(today, 7)),
            Self::Until(typed) => match coming(typed, today)? {
                day if day > today => Ok(day),
                _ => Err(Problem::new(ProblemCode::DateMalformed).at(Field::Date)),
            },
        }
    }
}

pub(super) fn is_interval(days: u32) -> bool {
    (1..=LONGEST_INTERVAL).contains(&days)
}

/// # Errors
/// `DateMalformed` for what is no date, is over, or is further away than anybody plans.
fn coming(typed: &str, today: Date) -> Result<Date> {
    let cleaned = crate::keys::clean(typed).value;
    let day: Option<Date> = cleaned.parse().ok();
    let far = plan::after(today, 10 * 366);
    day.filter(|day| *day >= today && *day <= far)
        .ok_or_else(|| Problem::new(ProblemCode::DateMalformed).at(Field::Date))
}

/// One line, short enough for a title.
fn kept(typed: &str) -> String {
    let line: String = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|letter| !letter.is_control()).take(LONGEST_TEXT).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const TODAY: &str = "2026-11-28";

    fn form(kind: ReminderKind) -> ReminderForm {
        let usual = kind.usual();
        ReminderForm {
            kind,
            note: String::new(),
            owner: usual.owner,
            every_days: usual.every_days,
            ahead_days: usual.ahead_days,
            at: "09:30".to_owned(),
            due: None,
        }
    }

    fn check(form: ReminderForm, expected: std::result::Result<Option<&str>, Field>) {
        let shown = format!("{form:?}");
        let read = form.checked(TODAY.parse().unwrap()).map_err(|problem| problem.field.unwrap());
        assert_eq!(read.as_ref().map(|form| form.due.as_deref()).map_err(|field| *field), expected, "{shown}");
    }

    #[test]
    fn a_date_is_given_reckoned_or_refused() {
        let (list, secret, certificate) = (ReminderKind::AllowList, ReminderKind::Secret, ReminderKind::Certificate);
        check(form(list), Ok(Some("2027-02-26")));
        let dated = |kind, due: &str| ReminderForm { due: Some(due.to_owned()), ..form(kind) };
        check(dated(list, " ２０２７-０１-０２ "), Ok(Some("2027-01-02")));
        check(dated(certificate, TODAY), Ok(Some(TODAY)));
        check(dated(secret, "2027-01-02"), Ok(None));
        check(form(certificate), Err(Field::Date));
        // F57
        for wrong in ["2026-11-27", "2027-02-29", "0001-01-01", "9999-12-31", "60", "soon", "2/1/2027"] {
            check(dated(certificate, wrong), Err(Field::Date));
        }
    }

    #[test]
    fn an_interval_a_time_and_a_name_are_refused_beside_their_fields() {
        for days in [None, Some(0), Some(731)] {
            check(ReminderForm { every_days: days, ..form(ReminderKind::Permissions) }, Err(Field::Interval));
        }
        for at in ["", "9", "24:00", "09:60", "noon"] {
            check(ReminderForm { at: at.to_owned(), ..form(ReminderKind::Secret) }, Err(Field::TimeOfDay));
        }
        let owner = Owner::Named { name: " \n ".to_owned() };
        check(ReminderForm { owner, ..form(ReminderKind::Secret) }, Err(Field::Owner));
    }

    #[test]
    fn a_rest_ends_on_a_day_to_come() {
        let today: Date = TODAY.parse().unwrap();
        let check = |snooze: Snooze, expected: Option<&str>| {
            assert_eq!(snooze.until(today).ok().map(|day| day.to_string()).as_deref(), expected, "{snooze:?}");
        };
        check(Snooze::Day, Some("2026-11-29"));
        check(Snooze::Week, Some("2026-12-05"));
        check(Snooze::Until("2027-03-01".to_owned()), Some("2027-03-01"));
        check(Snooze::Until(TODAY.to_owned()), None);
        check(Snooze::Until("2026-01-01".to_owned()), None);
    }
}
