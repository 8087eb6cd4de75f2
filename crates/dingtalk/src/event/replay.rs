use std::collections::BTreeSet;
use std::time::Duration;

const ROOM: usize = 10_000;
const WINDOW: Duration = Duration::from_hours(1);
/// Below this a timestamp is in seconds: as milliseconds it would lie in 1973.
const SECONDS_END: u64 = 100_000_000_000;

/// Why a push is not to be handled, although its signature is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Replay {
    #[error("the timestamp is no number")]
    TimestampUnreadable,
    /// An hour or more off, or older than what is still remembered.
    #[error("the timestamp is too far from now")]
    Stale,
    /// DingTalk pushes again after 10 and 30 seconds when the answer was late; whether it keeps timestamp and nonce then
    /// is inferred, not documented. Answer `success` and do nothing.
    #[error("it came before")]
    Repeated,
}

/// Remembers (timestamp, nonce) of the pushes of the last hour. Ask it after the signature was found right, so that a
/// stranger cannot fill it. Holds 10,000; beyond that the oldest is forgotten and nothing as old is taken any more.
#[derive(Debug)]
pub struct ReplayGuard {
    seen: BTreeSet<(i64, String)>,
    not_before: i64,
    window: i64,
    room: usize,
}

impl ReplayGuard {
    pub fn new() -> Self {
        Self::with_limits(WINDOW, ROOM)
    }

    /// Pushes up to `window` old are taken, and `room` of them remembered.
    pub fn with_limits(window: Duration, room: usize) -> Self {
        let window = i64::try_from(window.as_millis()).unwrap_or(i64::MAX);
        Self { seen: BTreeSet::new(), not_before: i64::MIN, window, room: room.max(1) }
    }

    /// `now` in milliseconds since 1970. What is admitted once is not admitted again.
    pub fn admit(&mut self, timestamp: &str, nonce: &str, now: i64) -> Result<(), Replay> {
        let stated: i64 = timestamp.trim().parse().map_err(|_| Replay::TimestampUnreadable)?;
        let at = if stated.unsigned_abs() < SECONDS_END { stated.saturating_mul(1_000) } else { stated };
        let oldest = now.saturating_sub(self.window);
        if at <= oldest || at >= now.saturating_add(self.window) || at <= self.not_before {
            return Err(Replay::Stale);
        }
        self.seen = self.seen.split_off(&(oldest, String::new()));
        if !self.seen.insert((at, nonce.to_owned())) {
            return Err(Replay::Repeated);
        }
        while self.seen.len() > self.room {
            if let Some((at, _)) = self.seen.pop_first() {
                self.not_before = at;
            }
        }
        Ok(())
    }
}

impl Default for ReplayGuard {
    fn default() -> Self {
        Self::new()
    }
}
