//! What only people can tell: no call of DingTalk's does. It stands as said, and is asked again when it grows old.

use jiff::{SignedDuration, Timestamp};

use super::check::Finding;
use super::round::Round;
use super::view::SayCode;
use crate::problem::{Result, Who};
use crate::setup::Task;

/// A quarter of a year: as long as a secret lives.
const FRESH_DAYS: i64 = 90;

/// Never said, nothing is known; said long ago, it is asked again.
pub(super) async fn look(round: &Round, task: Task) -> Result<Finding> {
    let evidence = round.task(task).await?.and_then(|row| row.evidence);
    let Some(evidence) = evidence else {
        return Ok(Finding::cannot_tell().says(SayCode::SaidNever, &[]).at_task(task));
    };
    let days = age(&evidence.at, round.now);
    let shown = days.to_string();
    let args = [("at", evidence.at.as_str()), ("days", shown.as_str())];
    Ok(if days < FRESH_DAYS {
        Finding::fine().says(SayCode::SaidFresh, &args).shown_by(evidence)
    } else {
        Finding::needs(Who::You).says(SayCode::SaidOld, &args).at_task(task)
    })
}

/// Whole days. Of a clock that was ahead when it was said, nothing is old.
fn age(said_at: &str, now: Timestamp) -> i64 {
    let at: Option<Timestamp> = said_at.parse().ok();
    let days = at.map(|at| now.duration_since(at).as_secs().div_euclid(SignedDuration::from_hours(24).as_secs()));
    days.unwrap_or(FRESH_DAYS).max(0)
}
