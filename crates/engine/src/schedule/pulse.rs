//! Telling a minute from a night: the wall clock against the time that really ran.

use jiff::Timestamp;
use tokio::time::Instant;

/// More than this between the two clocks is a sleep, or somebody set the clock.
const SLACK_SECONDS: i64 = 90;

/// One beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Beat {
    pub now: Timestamp,
    /// The computer slept since the last beat, or its clock was set forward: what was due meanwhile was missed, and
    /// the network may be another one.
    pub woke: bool,
    /// The clock was set back: what was done "later than now" is no reason to wait.
    pub set_back: bool,
}

/// Keeps the last beat.
pub(super) struct Pulse {
    wall: Timestamp,
    ran: Instant,
    owed: (bool, bool),
}

impl Pulse {
    pub fn new(wall: Timestamp, ran: Instant) -> Self {
        Self { wall, ran, owed: (false, false) }
    }

    /// Nobody was told of this beat: what it saw is told with the next one.
    pub fn owe(&mut self, beat: &Beat) {
        self.owed = (beat.woke, beat.set_back);
    }

    pub fn beat(&mut self, wall: Timestamp, ran: Instant) -> Beat {
        let passed = i64::try_from(ran.saturating_duration_since(self.ran).as_secs()).unwrap_or(i64::MAX);
        let apart = wall.as_second().saturating_sub(self.wall.as_second()).saturating_sub(passed);
        let (woke, set_back) = self.owed;
        *self = Self::new(wall, ran);
        Beat { now: wall, woke: woke || apart > SLACK_SECONDS, set_back: set_back || apart < -SLACK_SECONDS }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::time::Duration;

    use super::*;

    fn check(wall_seconds: i64, ran_seconds: u64, expected: (bool, bool)) {
        let (wall, ran): (Timestamp, _) = ("2026-11-28T01:00:00Z".parse().unwrap(), Instant::now());
        let mut pulse = Pulse::new(wall, ran);
        let later = Timestamp::from_second(wall.as_second() + wall_seconds).unwrap();
        let beat = pulse.beat(later, ran + Duration::from_secs(ran_seconds));
        assert_eq!((beat.woke, beat.set_back), expected, "{wall_seconds} s by the clock, {ran_seconds} s really");
    }

    // F52, F54
    #[test]
    fn a_night_and_a_clock_that_was_set_are_told_from_a_minute() {
        check(60, 60, (false, false));
        // A busy computer comes late by both clocks.
        check(300, 300, (false, false));
        check(8 * 3600, 60, (true, false));
        check(60 + 25 * 3600, 60, (true, false));
        check(60 - 25 * 3600, 60, (false, true));
        check(0, 60, (false, false));
    }

    // F54
    #[test]
    fn a_night_that_nobody_was_told_of_is_told_with_the_next_beat() {
        let (wall, ran): (Timestamp, _) = ("2026-11-28T01:00:00Z".parse().unwrap(), Instant::now());
        let mut pulse = Pulse::new(wall, ran);
        let later = |minutes: i64| Timestamp::from_second(wall.as_second() + minutes * 60).unwrap();
        let missed = pulse.beat(later(480), ran + Duration::from_mins(1));
        pulse.owe(&missed);
        assert!(pulse.beat(later(481), ran + Duration::from_mins(2)).woke);
        assert!(!pulse.beat(later(482), ran + Duration::from_mins(3)).woke);
    }
}
