use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::Key;
use crate::Error;

/// Why calls are held back beyond their rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum HoldCause {
    /// Too many calls just now. Waited for.
    Throttled,
    /// Three such refusals in a row: calls fail at once until one of them was let through again.
    CircuitOpen,
    /// A robot's 21st message in a minute: ten minutes. Waited for.
    RobotBlocked,
    /// The firewall has shut out this machine's address: five minutes at least. Waited for.
    AddressBanned,
    /// This month's calls are used up. Calls fail at once until the month turns in Asia/Shanghai.
    QuotaUsed,
    /// The allow list refused this machine's address. Calls fail at once until [`crate::Limiter::reopen`].
    AddressRefused,
    /// The keys were refused three times. Calls fail at once until [`crate::Limiter::reopen`].
    CredentialsRefused,
}

impl HoldCause {
    fn is_waited_for(self) -> bool {
        match self {
            Self::Throttled | Self::RobotBlocked | Self::AddressBanned => true,
            Self::CircuitOpen | Self::QuotaUsed | Self::AddressRefused | Self::CredentialsRefused => false,
        }
    }

    /// Whether a person, not time, ends it.
    pub(super) fn waits_for_a_person(self) -> bool {
        matches!(self, Self::AddressRefused | Self::CredentialsRefused)
    }
}

/// A hold as a countdown shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub key: Key,
    pub cause: HoldCause,
    /// `None`: until [`crate::Limiter::reopen`].
    pub remaining: Option<Duration>,
}

#[derive(Debug, Clone)]
pub(super) enum Until {
    /// By the monotonic clock.
    Moment(Duration),
    /// By the wall clock: a month is nothing else.
    Date(SystemTime),
    Reopened,
}

#[derive(Debug, Clone)]
pub(super) struct Hold {
    pub(super) cause: HoldCause,
    pub(super) until: Until,
    /// The refusal that caused it.
    pub(super) error: Error,
}

/// Both clocks, read at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    pub(super) moment: Duration,
    pub(super) wall: SystemTime,
}

impl Hold {
    /// `None` if it is over; `Duration::MAX` if only a person ends it.
    pub(super) fn remaining(&self, now: Now) -> Option<Duration> {
        let left = match self.until {
            Until::Moment(until) => until.saturating_sub(now.moment),
            Until::Date(until) => until.duration_since(now.wall).unwrap_or_default(),
            Until::Reopened => Duration::MAX,
        };
        (!left.is_zero()).then_some(left)
    }

    /// The answer for a call that is not to wait for its end.
    pub(super) fn refusal(&self, remaining: Duration, patience: Duration) -> Option<Error> {
        if self.cause.is_waited_for() && remaining <= patience {
            return None;
        }
        let mut error = self.error.clone();
        if let Error::Throttled { wait, .. } | Error::AddressBanned { wait, .. } = &mut error {
            *wait = remaining;
        }
        Some(error)
    }
}
