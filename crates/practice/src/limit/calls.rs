//! The calls that arrived lately, so that a test can see what a caller really did. Not an effect, so
//! not in the journal, and forgotten with the process.

use std::collections::{BTreeMap, VecDeque};

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// More than an hour of the fastest client.
const KEPT: usize = 20_000;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Call {
    at: Timestamp,
    path: Box<str>,
}

/// The latest calls, oldest first.
#[derive(Debug, Default)]
pub struct Calls {
    kept: VecDeque<Call>,
    total: u64,
}

/// What `GET {admin}/calls` tells.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Calls that arrived since the server started, also those no longer kept.
    pub total: u64,
    /// Calls of the time asked for.
    pub calls: usize,
    /// The most of them that arrived inside any stretch of the asked length.
    pub most_in_window: usize,
    pub window_seconds: i64,
    /// False when older calls of that time are no longer kept.
    pub complete: bool,
    pub by_path: BTreeMap<String, PathCount>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct PathCount {
    pub calls: usize,
    pub most_in_window: usize,
}

impl Calls {
    pub fn add(&mut self, at: Timestamp, path: &str) {
        self.total += 1;
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back(Call { at, path: path.into() });
    }

    /// Those that arrived at `since` or later; a window holds calls less than its length apart.
    pub fn count(&self, since: Timestamp, window: SignedDuration) -> Count {
        let mut times: Vec<Timestamp> = Vec::new();
        let mut by_path: BTreeMap<String, Vec<Timestamp>> = BTreeMap::new();
        for call in self.kept.iter().filter(|call| call.at >= since) {
            times.push(call.at);
            by_path.entry(call.path.to_string()).or_default().push(call.at);
        }
        let forgotten = self.total > self.kept.len() as u64;
        let of_path = |(path, times): (String, Vec<Timestamp>)| {
            (path, PathCount { calls: times.len(), most_in_window: most_in(times, window) })
        };
        Count {
            total: self.total,
            calls: times.len(),
            most_in_window: most_in(times, window),
            window_seconds: window.as_secs(),
            complete: !forgotten || self.kept.front().is_none_or(|oldest| oldest.at < since),
            by_path: by_path.into_iter().map(of_path).collect(),
        }
    }
}

fn most_in(mut times: Vec<Timestamp>, window: SignedDuration) -> usize {
    // A virtual clock can be moved back.
    times.sort_unstable();
    let mut first = 0;
    let mut most = 0;
    for (last, at) in times.iter().enumerate() {
        while at.duration_since(times[first]) >= window {
            first += 1;
        }
        most = most.max(last - first + 1);
    }
    most
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_busiest_window_slides() {
        let check = |seconds: &[i64], window: i64, expected: usize| {
            let times = seconds.iter().map(|second| at(*second)).collect();
            assert_eq!(most_in(times, SignedDuration::from_secs(window)), expected, "{seconds:?}");
        };
        check(&[], 60, 0);
        check(&[0, 59], 60, 2);
        check(&[0, 60], 60, 1);
        check(&[0, 30, 59, 60, 61, 119], 60, 4);
        check(&[61, 60, 0], 60, 2);
    }

    #[test]
    fn calls_are_counted_by_path_from_the_instant_asked_for() {
        let mut calls = Calls::default();
        for (second, path) in [(1, "/gettoken"), (2, "/robot/send"), (3, "/robot/send")] {
            calls.add(at(second), path);
        }
        let count = calls.count(at(2), SignedDuration::from_secs(1));
        assert_eq!((count.total, count.calls, count.most_in_window, count.complete), (3, 2, 1, true));
        assert_eq!(count.by_path.keys().collect::<Vec<_>>(), ["/robot/send"]);
        for _ in 0..KEPT {
            calls.add(at(3), "/gettoken");
        }
        assert!(!calls.count(at(0), SignedDuration::from_secs(1)).complete);
    }
}
