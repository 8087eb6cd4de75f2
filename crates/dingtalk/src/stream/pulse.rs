use std::time::Duration;

use tokio::time::Instant;

const EVERY: Duration = Duration::from_secs(20);
/// Two misses are known 42.5 s after the last sign of life at the latest, so that a new connection stands within 45.
const PATIENCE: Duration = Duration::from_millis(2_500);
const MISSES: u8 = 2;

/// When to ping and when to give up. Any frame is a sign of life, not only a pong.
pub(super) struct Pulse {
    next_ping: Instant,
    answer_by: Option<Instant>,
    misses: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beat {
    Ping,
    Dead,
    Rest,
}

impl Pulse {
    pub(super) fn new(now: Instant) -> Self {
        Self { next_ping: now + EVERY, answer_by: None, misses: 0 }
    }

    pub(super) fn next(&self) -> Instant {
        self.answer_by.map_or(self.next_ping, |by| by.min(self.next_ping))
    }

    pub(super) fn alive(&mut self) {
        self.answer_by = None;
        self.misses = 0;
    }

    /// After a sleep one ping decides: the other side has most likely given up long ago.
    pub(super) fn doubt(&mut self, now: Instant) {
        self.answer_by = None;
        self.misses = MISSES - 1;
        self.next_ping = now;
    }

    pub(super) fn beat(&mut self, now: Instant) -> Beat {
        if self.answer_by.is_some_and(|by| by <= now) {
            self.answer_by = None;
            self.misses += 1;
            if self.misses >= MISSES {
                return Beat::Dead;
            }
        }
        if self.next_ping > now {
            return Beat::Rest;
        }
        self.next_ping = now + EVERY;
        self.answer_by = Some(now + PATIENCE);
        Beat::Ping
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: Instant, milliseconds: u64) -> Instant {
        start + Duration::from_millis(milliseconds)
    }

    // F41
    #[test]
    fn a_link_that_is_silent_is_dead_before_forty_five_seconds_are_over() {
        let start = Instant::now();
        let mut pulse = Pulse::new(start);
        let mut beats = Vec::new();
        while beats.last().is_none_or(|(_, beat)| *beat != Beat::Dead) {
            let due = pulse.next();
            beats.push(((due - start).as_millis(), pulse.beat(due)));
        }
        assert_eq!(beats, [(20_000, Beat::Ping), (22_500, Beat::Rest), (40_000, Beat::Ping), (42_500, Beat::Dead)]);
    }

    #[test]
    fn a_sign_of_life_forgives_what_was_missed() {
        let start = Instant::now();
        let mut pulse = Pulse::new(start);
        for (time, beat) in [(20_000, Beat::Ping), (22_500, Beat::Rest), (40_000, Beat::Ping)] {
            assert_eq!(pulse.beat(at(start, time)), beat);
        }
        pulse.alive();
        for (time, beat) in [(42_500, Beat::Rest), (60_000, Beat::Ping), (62_500, Beat::Rest), (80_000, Beat::Ping)] {
            assert_eq!(pulse.beat(at(start, time)), beat);
        }
    }

    #[test]
    fn after_a_sleep_one_unanswered_ping_is_enough() {
        let start = Instant::now();
        let mut pulse = Pulse::new(start);
        pulse.doubt(at(start, 3_000));
        assert_eq!(pulse.beat(at(start, 3_000)), Beat::Ping);
        assert_eq!(pulse.beat(at(start, 5_500)), Beat::Dead);
    }
}
