use std::time::{Duration, SystemTime};

use tokio::time::Instant;

use super::WallClock;

/// How often the two clocks are compared.
pub(super) const GLANCE: Duration = Duration::from_secs(5);
const NOTICEABLE: Duration = Duration::from_secs(10);

/// Notices that the machine slept: the date went on, the clock that counts running time did not.
pub(super) struct Wake {
    wall_clock: WallClock,
    then: Instant,
    date: SystemTime,
}

impl Wake {
    pub(super) fn new(wall_clock: WallClock) -> Self {
        let date = wall_clock();
        Self { wall_clock, then: Instant::now(), date }
    }

    pub(super) fn next_glance(&self) -> Instant {
        self.then + GLANCE
    }

    /// Whether it slept since the last look. A date that was put right looks the same, and costs one ping.
    pub(super) fn slept(&mut self) -> bool {
        let (now, date) = (Instant::now(), (self.wall_clock)());
        let passed = date.duration_since(self.date).unwrap_or_default();
        let slept = passed.saturating_sub(now - self.then) > NOTICEABLE;
        (self.then, self.date) = (now, date);
        slept
    }
}
