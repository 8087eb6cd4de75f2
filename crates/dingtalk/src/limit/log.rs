//! What must survive a restart: the last calls of each key, and the long holds.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Key;
use super::book::Book;
use super::hold::{Hold, HoldCause, Now, Until};
use crate::{Error, RobotRefusal, ServerWords};

/// A limiter's memory, for the caller to keep. Wall-clock milliseconds since 1970; no secret, nobody's name.
///
/// Restored, it is read pessimistically: the newest call of each key is taken for one that left just now and the
/// others for as much older than it as they are. No clock needs to be trusted, and it costs one window at most.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Log {
    pub calls: Vec<LoggedCalls>,
    pub holds: Vec<LoggedHold>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedCalls {
    pub key: Key,
    pub sent: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedHold {
    pub key: Key,
    pub cause: HoldCause,
    pub until: i64,
    /// DingTalk's code.
    pub code: String,
    pub http_status: u16,
}

/// One call that is about to leave, for a caller who writes each down before it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    pub key: Key,
    /// Milliseconds since 1970, by the clock as it was when the limiter was made, so that a jump of it cannot be seen.
    pub at: i64,
}

impl Log {
    /// Adds what a [`Departure`] said, e.g. row by row out of a database.
    pub fn add(&mut self, departure: Departure) {
        match self.calls.iter_mut().find(|calls| calls.key == departure.key) {
            Some(calls) => calls.sent.push(departure.at),
            None => self.calls.push(LoggedCalls { key: departure.key, sent: vec![departure.at] }),
        }
    }
}

impl Book {
    pub(super) fn export(&self, now: Now) -> Log {
        let mut log = Log::default();
        for (key, line) in &self.lines {
            let wall = |moment: Duration| milliseconds(now.wall) - length(now.moment.saturating_sub(moment));
            let sent: Vec<i64> = line.live(now.moment).map(wall).collect();
            if !sent.is_empty() {
                log.calls.push(LoggedCalls { key: key.clone(), sent });
            }
            if let Some(hold) = &line.hold
                && matches!(hold.cause, HoldCause::QuotaUsed | HoldCause::AddressBanned | HoldCause::RobotBlocked)
                && let Some(remaining) = hold.remaining(now)
            {
                log.holds.push(LoggedHold {
                    key: key.clone(),
                    cause: hold.cause,
                    until: milliseconds(now.wall) + length(remaining),
                    code: hold.error.code().unwrap_or_default().to_owned(),
                    http_status: hold.error.words().map_or(200, |words| words.http_status),
                });
            }
        }
        log.calls.sort_by(|one, other| one.key.cmp(&other.key));
        log.holds.sort_by(|one, other| one.key.cmp(&other.key));
        log
    }

    pub(super) fn restore(&mut self, log: &Log, now: Now) {
        for calls in &log.calls {
            let mut sent = calls.sent.clone();
            sent.sort_unstable();
            let newest = sent.last().copied().unwrap_or_default();
            for at in sent {
                let age = Duration::from_millis(newest.abs_diff(at));
                self.line(&calls.key).remember(now.moment.saturating_sub(age));
            }
        }
        for held in &log.holds {
            let left = u64::try_from(held.until.saturating_sub(milliseconds(now.wall))).unwrap_or_default();
            let left = Duration::from_millis(left);
            let Some((longest, error)) = as_it_was(held, left) else { continue };
            let left = left.min(longest);
            let of_the_month = held.cause == HoldCause::QuotaUsed;
            let until = if of_the_month { Until::Date(now.wall + left) } else { Until::Moment(now.moment + left) };
            self.line(&held.key).hold = Some(Hold { cause: held.cause, until, error });
        }
    }
}

/// The longest that such a hold can last, whatever the clock says now, and the refusal that it answers.
fn as_it_was(held: &LoggedHold, left: Duration) -> Option<(Duration, Error)> {
    let words = || {
        let (code, message) = (held.code.clone(), String::new());
        Box::new(ServerWords { code, message, request_id: None, http_status: held.http_status })
    };
    match held.cause {
        HoldCause::QuotaUsed => Some((Duration::from_hours(31 * 24), Error::QuotaUsed { words: words() })),
        HoldCause::AddressBanned => {
            let host = String::new();
            Some((Duration::from_hours(1), Error::AddressBanned { host, wait: left }))
        }
        HoldCause::RobotBlocked => {
            Some((Duration::from_mins(10), Error::Robot { refusal: RobotRefusal::Throttled, words: words() }))
        }
        HoldCause::Throttled | HoldCause::CircuitOpen | HoldCause::AddressRefused | HoldCause::CredentialsRefused => {
            None
        }
    }
}

fn milliseconds(time: SystemTime) -> i64 {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => length(since),
        Err(before) => -length(before.duration()),
    }
}

fn length(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

pub(super) fn on_the_wall(start: Now, moment: Duration) -> i64 {
    milliseconds(start.wall) + length(moment.saturating_sub(start.moment))
}
