//! Dates and moments, in Hong Kong. Pure: it asks no clock.

use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, ToSpan};

use super::kind::ReminderKind;
use crate::clock::hong_kong;
use crate::store::ReminderRow;

/// Later than this after its moment, it is told as late: the computer was off, or asleep, or the program was closed.
const LATE_SECONDS: i64 = 3600;

/// What is written in the file, if it is a date: a row that was tampered with reminds of nothing, and breaks nothing.
pub(super) fn date(written: Option<&String>) -> Option<Date> {
    written?.parse().ok()
}

pub(super) fn after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}

pub(super) fn time(written: &str) -> Option<Time> {
    Time::strptime("%H:%M", written).ok()
}

/// The day it is first told: some days before it is due, or when its rest is over.
pub(super) fn told_on(row: &ReminderRow) -> Option<Date> {
    let due = date(row.due.as_ref())?;
    Some(date(row.snoozed.as_ref()).unwrap_or_else(|| due.saturating_sub(i64::from(row.ahead_days).days())))
}

/// When the secret of this day is to be changed, and from when on that is told.
pub(crate) fn of_secret(rows: &[ReminderRow], set_on: Date) -> (Date, Date) {
    let usual = ReminderKind::Secret.usual();
    let own = rows.iter().find(|row| row.kind == ReminderKind::Secret && !row.off && !row.removed);
    let every = own.map_or(usual.every_days, |row| row.every_days).unwrap_or_default();
    let due = own.and_then(|row| date(row.due.as_ref())).unwrap_or_else(|| after(set_on, every));
    let ahead = own.map_or(usual.ahead_days, |row| row.ahead_days);
    (due, due.saturating_sub(i64::from(ahead).days()))
}

/// The very moment of it.
pub(super) fn told_at(row: &ReminderRow) -> Option<Timestamp> {
    let at = DateTime::from_parts(told_on(row)?, time(&row.at)?);
    at.to_zoned(hong_kong()).ok().map(|at| at.timestamp())
}

pub(super) fn is_late(row: &ReminderRow, now: Timestamp) -> bool {
    told_at(row).is_some_and(|at| now.as_second().saturating_sub(at.as_second()) > LATE_SECONDS)
}

/// One occurrence. However the clock runs, each is told once.
pub(super) fn occurrence(row: &ReminderRow) -> Option<String> {
    let due = row.due.as_ref()?;
    Some(format!("{due}/{}/{}", row.snoozed.as_deref().unwrap_or_default(), row.at))
}

/// The next one, reckoned from the day it was done; none where nothing says when.
pub(super) fn next(row: &ReminderRow, done: Date) -> Option<Date> {
    row.every_days.map(|days| after(done, days))
}
