//! Servers that count calls, each in its own way, by arrival and by their own clock.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dingtalk::{Error, Key, Kind, Limiter, Result, RetryPolicy, ServerWords};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use tokio::time::Instant;

pub const APP: &str = "dingexample";
pub const MINUTE: Duration = Duration::from_mins(1);

/// Randomness that a seed repeats.
#[derive(Clone)]
pub struct Random(Arc<Mutex<TestRng>>);

impl Random {
    pub fn seeded(seed: u64) -> Self {
        let mut bytes = [7; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Self(Arc::new(Mutex::new(TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))))
    }

    pub fn below(&self, limit: u64) -> u64 {
        self.0.lock().unwrap().next_u64() % limit
    }

    pub fn up_to(&self, longest: Duration) -> Duration {
        Duration::from_micros(self.below(u64::try_from(longest.as_micros()).unwrap() + 1))
    }
}

/// How a server counts to a hundred a minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// In any 60 s; what it refuses does not count.
    Sliding,
    /// The same, but what it refuses counts too.
    SlidingWithRefusals,
    /// From one full minute to the next.
    Fixed,
    /// So many at once, then one each 600 ms.
    Bucket(u32),
    /// Only so many in any 60 s, whatever is documented.
    Fewer(u32),
}

struct State {
    arrivals: VecDeque<Instant>,
    tokens: f64,
    filled: Instant,
    pub accepted: Vec<Instant>,
    pub refused: Vec<Instant>,
}

/// One API of a server in virtual time.
#[derive(Clone)]
pub struct Simulated {
    counting: Counting,
    random: Random,
    /// The longest way there.
    pub jitter: Duration,
    began: Instant,
    state: Arc<Mutex<State>>,
}

#[expect(clippy::unnecessary_box_returns, reason = "errors hold it boxed")]
pub fn words(code: &str) -> Box<ServerWords> {
    Box::new(ServerWords { code: code.to_owned(), message: String::new(), request_id: None, http_status: 200 })
}

pub fn throttled(code: &str) -> Error {
    Error::Throttled { wait: Duration::from_secs(1), words: words(code) }
}

impl Simulated {
    pub fn new(counting: Counting, random: Random) -> Self {
        let tokens = if let Counting::Bucket(size) = counting { f64::from(size) } else { 0.0 };
        let began = Instant::now();
        let (arrivals, accepted, refused) = (VecDeque::new(), Vec::new(), Vec::new());
        let state = State { arrivals, tokens, filled: began, accepted, refused };
        Self { counting, random, jitter: Duration::from_millis(250), began, state: Arc::new(Mutex::new(state)) }
    }

    /// The way there, the counting, and the way back.
    pub async fn call(&self) -> Result<()> {
        tokio::time::sleep(self.random.up_to(self.jitter)).await;
        let taken = self.counts(Instant::now());
        tokio::time::sleep(Duration::from_millis(20)).await;
        if taken { Ok(()) } else { Err(throttled("90018")) }
    }

    fn counts(&self, now: Instant) -> bool {
        let mut state = self.state.lock().unwrap();
        let state = &mut *state;
        let in_window = |arrival: &Instant| match self.counting {
            Counting::Fixed => {
                let minute = |at: Instant| (at - self.began).as_secs() / 60;
                minute(*arrival) == minute(now)
            }
            _ => now - *arrival < MINUTE,
        };
        let counted = state.arrivals.iter().filter(|arrival| in_window(arrival)).count();
        let taken = match self.counting {
            Counting::Bucket(size) => {
                let refill = (now - state.filled).as_secs_f64() / 0.6;
                state.tokens = (state.tokens + refill).min(f64::from(size));
                state.filled = now;
                let taken = state.tokens >= 1.0;
                if taken {
                    state.tokens -= 1.0;
                }
                taken
            }
            Counting::Fewer(most) => counted < most as usize,
            Counting::Sliding | Counting::SlidingWithRefusals | Counting::Fixed => counted < 100,
        };
        if taken || self.counting == Counting::SlidingWithRefusals {
            state.arrivals.push_back(now);
        }
        if taken {
            state.accepted.push(now);
        } else {
            state.refused.push(now);
        }
        taken
    }

    pub fn accepted(&self) -> Vec<Instant> {
        self.state.lock().unwrap().accepted.clone()
    }

    pub fn refused(&self) -> Vec<Instant> {
        self.state.lock().unwrap().refused.clone()
    }

    /// All that arrived, in order.
    pub fn arrivals(&self) -> Vec<Instant> {
        let mut all = [self.accepted(), self.refused()].concat();
        all.sort();
        all
    }
}

/// The most that arrived in any stretch of this length.
pub fn most_in_any(window: Duration, arrivals: &[Instant]) -> usize {
    let in_window = |(index, first): (usize, &Instant)| {
        arrivals[index..].iter().take_while(|arrival| **arrival - *first < window).count()
    };
    arrivals.iter().enumerate().map(in_window).max().unwrap_or_default()
}

pub fn sync_keys() -> [Key; 3] {
    [Key::api(APP, "/topapi/v2/user/get"), Key::app(APP), Key::Everything]
}

/// One request through the limiter.
pub async fn through<F>(limiter: &Limiter, keys: impl Into<Arc<[Key]>>, call: impl FnOnce() -> F) -> Result<()>
where
    F: Future<Output = Result<()>>,
{
    let flight = limiter.acquire(keys).await?.leave();
    let outcome = call().await;
    flight.landed(outcome.as_ref().err(), None);
    outcome
}

/// A whole call: limiter, policy and all.
pub async fn whole(limiter: &Limiter, policy: &RetryPolicy, server: &Simulated) -> Result<()> {
    policy.run(Kind::Read, Some(limiter), || through(limiter, sync_keys(), || server.call())).await
}
