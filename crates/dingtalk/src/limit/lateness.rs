//! How late a request may reach the server: measured from round trips, never less than the margin that was given.

use std::collections::VecDeque;
use std::time::Duration;

use super::Rate;

const REMEMBERED: usize = 32;
/// Beyond this a slow answer says more of the server than of the way.
const LARGEST: Duration = Duration::from_secs(2);
/// An answer that takes longer was queued.
const SLOW: Duration = Duration::from_millis(1_500);

pub(super) struct Lateness {
    least: Duration,
    most: Duration,
    round_trips: VecDeque<Duration>,
}

impl Lateness {
    pub(super) fn new(least: Duration, rate: Option<Rate>) -> Self {
        let most = rate.map_or(LARGEST, |rate| rate.window.min(LARGEST)).max(least);
        Self { least, most, round_trips: VecDeque::new() }
    }

    pub(super) fn measure(&mut self, round_trip: Duration) {
        self.round_trips.push_back(round_trip);
        if self.round_trips.len() > REMEMBERED {
            self.round_trips.pop_front();
        }
    }

    /// The difference between the longest and the shortest round trip bounds the jitter of the way there.
    pub(super) fn margin(&self) -> Duration {
        let shortest = self.round_trips.iter().min().copied().unwrap_or_default();
        let longest = self.round_trips.iter().max().copied().unwrap_or_default();
        longest.saturating_sub(shortest).clamp(self.least, self.most)
    }

    pub(super) fn is_slow(&self) -> bool {
        self.round_trips.back().is_some_and(|last| *last >= SLOW)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(round_trips: &[u64], expected_milliseconds: u64) {
        let mut lateness = Lateness::new(Duration::from_millis(250), Some(Rate::per_minute(100)));
        for milliseconds in round_trips {
            lateness.measure(Duration::from_millis(*milliseconds));
        }
        assert_eq!(lateness.margin().as_millis(), u128::from(expected_milliseconds), "{round_trips:?}");
    }

    #[test]
    fn the_margin_is_what_was_measured_between_its_bounds() {
        check(&[], 250);
        check(&[80, 120], 250);
        check(&[80, 980, 100], 900);
        check(&[80, 25_000], 2_000);
    }
}
