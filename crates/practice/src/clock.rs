//! The server's time: the computer's, or a virtual one that stands still until it is moved, so that
//! an hour or a month passes at once. It is not a timer of the runtime: time-outs of sockets stay real.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use thiserror::Error;
use tokio::sync::watch;

/// The computer's clock may jump while somebody sleeps; look at it again this often.
const LONGEST_NAP: Duration = Duration::from_secs(30);

/// A virtual clock stays where HTTP can write its date, with room for what is added to now.
const EARLIEST: Timestamp = Timestamp::UNIX_EPOCH;
/// The first second of the year 9000.
const LATEST: Timestamp = Timestamp::constant(221_845_392_000, 0);

/// Cheap to clone; clones of a virtual clock move together.
#[derive(Clone)]
pub struct Clock {
    kind: Kind,
}

#[derive(Clone)]
enum Kind {
    Real,
    Virtual(Arc<Virtual>),
}

struct Virtual {
    now: watch::Sender<Timestamp>,
    asleep: watch::Sender<usize>,
}

/// Why a clock did not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ClockError {
    #[error("the clock is the computer's; start with a virtual one to move it")]
    NotVirtual,
    #[error("the clock goes from 1970 to the year 9000")]
    OutOfRange,
}

/// Counts a sleeper for as long as it sleeps, also when its future is dropped.
struct Sleeper<'a>(&'a watch::Sender<usize>);

impl<'a> Sleeper<'a> {
    fn new(asleep: &'a watch::Sender<usize>) -> Self {
        asleep.send_modify(|count| *count += 1);
        Self(asleep)
    }
}

impl Drop for Sleeper<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

impl Clock {
    /// The computer's.
    pub fn real() -> Self {
        Self { kind: Kind::Real }
    }

    /// Stands at that instant until it is moved.
    pub fn standing_at(now: Timestamp) -> Self {
        let (now, asleep) = (watch::Sender::new(now), watch::Sender::new(0));
        Self { kind: Kind::Virtual(Arc::new(Virtual { now, asleep })) }
    }

    /// Stands at this instant until it is moved.
    pub fn standing_now() -> Self {
        Self::standing_at(Timestamp::now())
    }

    pub fn is_virtual(&self) -> bool {
        match self.kind {
            Kind::Real => false,
            Kind::Virtual(_) => true,
        }
    }

    pub fn now(&self) -> Timestamp {
        match &self.kind {
            Kind::Real => Timestamp::now(),
            Kind::Virtual(clock) => *clock.now.borrow(),
        }
    }

    /// Moves a virtual clock, also back, and wakes whom it passes. Returns the new instant.
    pub fn advance(&self, by: SignedDuration) -> Result<Timestamp, ClockError> {
        self.move_to(|now| now.checked_add(by).ok())
    }

    /// Puts a virtual clock at that instant.
    pub fn set(&self, to: Timestamp) -> Result<Timestamp, ClockError> {
        self.move_to(|_| Some(to))
    }

    fn move_to(&self, next: impl FnOnce(Timestamp) -> Option<Timestamp>) -> Result<Timestamp, ClockError> {
        let clock = match &self.kind {
            Kind::Real => return Err(ClockError::NotVirtual),
            Kind::Virtual(clock) => clock,
        };
        let mut moved = Err(ClockError::OutOfRange);
        clock.now.send_if_modified(|now| {
            let Some(to) = next(*now).filter(|to| (EARLIEST..=LATEST).contains(to)) else {
                return false;
            };
            *now = to;
            moved = Ok(to);
            true
        });
        moved
    }

    /// Returns once the clock shows that instant or a later one.
    pub async fn sleep_until(&self, until: Timestamp) {
        match &self.kind {
            Kind::Real => sleep_for_real(until).await,
            Kind::Virtual(clock) => {
                let mut shown = clock.now.subscribe();
                let _sleeper = Sleeper::new(&clock.asleep);
                // The only error is that the clock is gone, and `self` holds it.
                let _ = shown.wait_for(|now| *now >= until).await;
            }
        }
    }

    pub async fn sleep(&self, time: SignedDuration) {
        self.sleep_until(self.now().saturating_add(time).unwrap_or(Timestamp::MAX)).await;
    }

    /// How many sleep by a virtual clock now. Zero by the computer's: nobody counts there.
    pub fn asleep(&self) -> usize {
        match &self.kind {
            Kind::Real => 0,
            Kind::Virtual(clock) => *clock.asleep.borrow(),
        }
    }

    /// Returns once that many sleep by this virtual clock: only then will moving it wake them. Returns
    /// at once for the computer's.
    pub async fn until_asleep(&self, count: usize) {
        match &self.kind {
            Kind::Real => {}
            Kind::Virtual(clock) => {
                let _ = clock.asleep.subscribe().wait_for(|asleep| *asleep >= count).await;
            }
        }
    }
}

async fn sleep_for_real(until: Timestamp) {
    loop {
        let left = until.duration_since(Timestamp::now());
        let Ok(left) = Duration::try_from(left) else {
            return;
        };
        if left.is_zero() {
            return;
        }
        tokio::time::sleep(left.min(LONGEST_NAP)).await;
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Real => formatter.write_str("Clock(real)"),
            Kind::Virtual(clock) => write!(formatter, "Clock({})", *clock.now.borrow()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn a_virtual_clock_wakes_exactly_those_whom_it_passes() {
        let clock = Clock::standing_at(Timestamp::UNIX_EPOCH);
        let sleeper = |seconds: i64| {
            let clock = clock.clone();
            tokio::spawn(async move { clock.sleep_until(Timestamp::from_second(seconds).unwrap()).await })
        };
        let (early, late) = (sleeper(10), sleeper(20));
        clock.until_asleep(2).await;
        clock.advance(SignedDuration::from_secs(19)).unwrap();
        early.await.unwrap();
        clock.until_asleep(1).await;
        assert!(!late.is_finished());
        assert_eq!(clock.asleep(), 1);
        clock.set(Timestamp::from_second(20).unwrap()).unwrap();
        late.await.unwrap();
        assert_eq!(clock.asleep(), 0);
    }

    #[tokio::test]
    async fn the_past_is_not_slept_for() {
        Clock::standing_at(Timestamp::UNIX_EPOCH).sleep_until(Timestamp::UNIX_EPOCH).await;
        Clock::real().sleep_until(Timestamp::now()).await;
    }

    #[test]
    fn the_computers_clock_and_the_end_of_time_do_not_move() {
        let hour = SignedDuration::from_hours(1);
        assert_eq!(Clock::real().advance(hour), Err(ClockError::NotVirtual));
        let clock = Clock::standing_at(LATEST);
        for by in [hour, SignedDuration::MAX] {
            assert_eq!(clock.advance(by), Err(ClockError::OutOfRange));
        }
        let before = EARLIEST - SignedDuration::from_nanos(1);
        assert_eq!(clock.set(before), Err(ClockError::OutOfRange));
        assert_eq!(clock.now(), LATEST);
    }
}
