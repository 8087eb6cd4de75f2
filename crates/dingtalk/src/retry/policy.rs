use std::time::Duration;

use tokio::time::Instant;

use super::verdict::{Verdict, verdict};
use super::{Jitter, Kind};
use crate::{Error, Limiter, Result};

/// Refusals for coming too soon that one call may meet. A limiter ends this long before.
const WAITS: u32 = 10;

/// How often a failed call is repeated. By default never; [`RetryPolicy::standard`] is DingTalk's own advice.
///
/// Which failures are worth it depends on the call's [`Kind`]: reads after anything that may pass, idempotent writes
/// where nothing can have been done, effects only where nothing was asked or the gateway refused at its door.
#[derive(Debug, Clone)]
pub struct RetryPolicy {
    tries: u32,
    deadline: Duration,
    first_pause: Duration,
    longest_pause: Duration,
    jitter: Jitter,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::none()
    }
}

impl RetryPolicy {
    /// One call is one request.
    pub fn none() -> Self {
        Self { tries: 1, ..Self::standard() }
    }

    /// Three tries within two minutes; before the second up to 1 s, before the third up to 2 s, each pause as likely
    /// as any other. Source: server-api-error-codes-1 on -1: "at most three times".
    pub fn standard() -> Self {
        Self {
            tries: 3,
            deadline: Duration::from_mins(2),
            first_pause: Duration::from_secs(1),
            longest_pause: Duration::from_mins(1),
            jitter: Jitter::default(),
        }
    }

    /// In all, the first one too; at least 1.
    #[must_use]
    pub fn with_tries(self, tries: u32) -> Self {
        Self { tries: tries.max(1), ..self }
    }

    /// No try begins later than this after the first began. With a limiter, whose queue is not to count, the pauses
    /// between tries are counted instead.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    /// The same pauses each time, for tests.
    #[must_use]
    pub fn seeded(self, seed: u64) -> Self {
        Self { jitter: Jitter::seeded(seed), ..self }
    }

    /// Calls until it is well or not worth repeating. With a limiter, `attempt` is to wait at it each time, and is
    /// let go again when the limiter says so; without one the pauses are made here.
    ///
    /// Errors: those of the last attempt.
    pub async fn run<T, A>(&self, kind: Kind, limiter: Option<&Limiter>, mut attempt: impl FnMut() -> A) -> Result<T>
    where
        A: Future<Output = Result<T>>,
    {
        let began = Instant::now();
        let (mut tries, mut waits, mut paused) = (1, 0, Duration::ZERO);
        loop {
            let error = match attempt().await {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            if self.tries == 1 {
                return Err(error);
            }
            let pause = match (verdict(kind, &error), limiter) {
                (Verdict::WhenFree | Verdict::WhenFreeByLimiter, Some(_)) if waits < WAITS => {
                    waits += 1;
                    continue;
                }
                (Verdict::WhenFree, None) | (Verdict::Again, _) => self.pause(tries, &error),
                (Verdict::WhenFree | Verdict::WhenFreeByLimiter | Verdict::Never, _) => return Err(error),
            };
            paused += pause;
            let spent = if limiter.is_some() { paused } else { began.elapsed() + pause };
            if tries >= self.tries || spent > self.deadline {
                return Err(error);
            }
            tries += 1;
            tokio::time::sleep(pause).await;
        }
    }

    /// What the server asks for, and full jitter on top.
    fn pause(&self, tries: u32, error: &Error) -> Duration {
        let longest = (self.first_pause * 2_u32.saturating_pow(tries - 1)).min(self.longest_pause);
        error.retry_after().unwrap_or_default() + self.jitter.up_to(longest)
    }
}
