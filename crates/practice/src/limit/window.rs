//! Calls of one app on one API within a second, counted in one of several ways. Which of them DingTalk's
//! gateway uses is inferred: its sentence names one second of the clock and the next as the end.

use std::collections::{HashMap, VecDeque};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WindowKind {
    /// Each second of the clock by itself.
    #[default]
    Fixed,
    /// Whatever was let through in the second before now.
    Sliding,
    /// So many at once, then one more each fraction of a second.
    Bucket,
    /// As sliding, and a refused call counts too: who goes on calling stays out.
    CountsRefusals,
}

/// What was counted so far; not saved.
#[derive(Debug, Clone, Default)]
pub struct Windows {
    pub kind: WindowKind,
    /// By app and API.
    counted: HashMap<(String, String), Window>,
    pub(super) arrivals: VecDeque<Timestamp>,
    pub(super) banned_until: Option<Timestamp>,
}

#[derive(Debug, Clone, Default)]
struct Window {
    times: VecDeque<Timestamp>,
    /// Of the bucket: nanoseconds of calling that are owed.
    owed: i128,
    last: Option<Timestamp>,
}

/// The call is one too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl Windows {
    pub fn admit(&mut self, client_id: &str, api: &str, limit: u32, now: Timestamp) -> Result<(), TooMany> {
        let window = self.counted.entry((client_id.to_owned(), api.to_owned())).or_default();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        match self.kind {
            WindowKind::Fixed => window.fixed(limit, now),
            WindowKind::Sliding => window.sliding(limit, now),
            WindowKind::Bucket => window.bucket(limit, now),
            WindowKind::CountsRefusals => window.counting_refusals(limit, now),
        }
    }
}

impl Window {
    fn forget(&mut self, is_old: impl Fn(Timestamp) -> bool) {
        while self.times.front().is_some_and(|at| is_old(*at)) {
            self.times.pop_front();
        }
    }

    fn count(&mut self, limit: usize, now: Timestamp) -> Result<(), TooMany> {
        if self.times.len() >= limit {
            return Err(TooMany);
        }
        self.times.push_back(now);
        Ok(())
    }

    fn fixed(&mut self, limit: usize, now: Timestamp) -> Result<(), TooMany> {
        self.forget(|at| at.as_second() != now.as_second());
        self.count(limit, now)
    }

    fn sliding(&mut self, limit: usize, now: Timestamp) -> Result<(), TooMany> {
        self.forget(|at| now.duration_since(at) >= SECOND);
        self.count(limit, now)
    }

    fn counting_refusals(&mut self, limit: usize, now: Timestamp) -> Result<(), TooMany> {
        let admitted = self.sliding(limit, now);
        if admitted.is_err() {
            self.times.push_back(now);
            // More than the limit need not be remembered.
            if self.times.len() > limit {
                self.times.pop_front();
            }
        }
        admitted
    }

    fn bucket(&mut self, limit: usize, now: Timestamp) -> Result<(), TooMany> {
        let passed = self.last.map_or(0, |last| now.duration_since(last).as_nanos().max(0));
        self.last = Some(now);
        self.owed = (self.owed - passed).max(0);
        let cost = SECOND.as_nanos() / i128::try_from(limit).unwrap_or(i128::MAX).max(1);
        if self.owed + cost > SECOND.as_nanos() {
            return Err(TooMany);
        }
        self.owed += cost;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Milliseconds of calls; which of them are let through, of two a second.
    #[test]
    fn each_way_of_counting_lets_through_what_it_should() {
        let check = |kind: WindowKind, calls: &[i64], expected: &str| {
            let mut windows = Windows { kind, ..Windows::default() };
            let admit = |ms: &i64| {
                let now = Timestamp::from_millisecond(*ms).unwrap();
                if windows.admit("app", "api", 2, now).is_ok() { '+' } else { '-' }
            };
            assert_eq!(calls.iter().map(admit).collect::<String>(), expected, "{kind:?} {calls:?}");
        };
        check(WindowKind::Fixed, &[900, 950, 960, 1000, 1001, 1002], "++-++-");
        check(WindowKind::Sliding, &[900, 950, 960, 1000, 1899, 1900, 1901], "++---+-");
        check(WindowKind::Bucket, &[0, 0, 0, 499, 500, 501, 1000], "++--+-+");
        check(WindowKind::CountsRefusals, &[0, 0, 900, 900, 1000, 1100, 2100], "++----+");
    }

    #[test]
    fn each_app_and_each_api_is_counted_by_itself() {
        let mut windows = Windows::default();
        let mut admit = |app: &str, api: &str| windows.admit(app, api, 1, Timestamp::UNIX_EPOCH).is_ok();
        assert!(admit("a", "x") && admit("a", "y") && admit("b", "x"));
        assert!(!admit("a", "x"));
    }
}
