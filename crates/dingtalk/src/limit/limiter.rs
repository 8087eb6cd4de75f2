use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use super::book::{Book, Step};
use super::hold::{Held, Now};
use super::permit::Permit;
use super::{Departure, Key, Log, Rates};
use crate::Result;
use crate::retry::Jitter;

/// The monotonic clock begins here, so that calls of an earlier run have room before it.
const BEGINNING: Duration = Duration::from_hours(24 * 365);

/// Lets calls leave within [`Rates`], first come, first served. Clones share their memory; so may the clients of
/// several apps, as the firewall counts addresses.
#[derive(Clone)]
pub struct Limiter {
    pub(super) shared: Arc<Shared>,
}

type Keeper = Arc<dyn Fn(&Departure) + Send + Sync>;
type Clock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

pub(super) struct Shared {
    book: Mutex<Book>,
    started: Instant,
    wall_at_start: SystemTime,
    pub(super) keeper: Option<Keeper>,
    clock: Clock,
    pub(super) jitter: Jitter,
}

/// A limiter before it is made.
pub struct LimiterBuilder {
    rates: Rates,
    log: Log,
    keeper: Option<Keeper>,
    clock: Clock,
    jitter: Jitter,
}

impl LimiterBuilder {
    /// What an earlier run left behind.
    #[must_use]
    pub fn restoring(mut self, log: Log) -> Self {
        self.log = log;
        self
    }

    /// Hears of each call just before it leaves, so that not even a crash forgets one.
    #[must_use]
    pub fn telling(mut self, keeper: impl Fn(&Departure) + Send + Sync + 'static) -> Self {
        self.keeper = Some(Arc::new(keeper));
        self
    }

    /// Another wall clock; it is asked for months and for [`Log`], never for a rate.
    #[must_use]
    pub fn reading_clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The same pauses each time, for tests.
    #[must_use]
    pub fn seeded(mut self, seed: u64) -> Self {
        self.jitter = Jitter::seeded(seed);
        self
    }

    pub fn build(self) -> Limiter {
        let mut book = Book::new(self.rates);
        let wall_at_start = (self.clock)();
        book.restore(&self.log, Now { moment: BEGINNING, wall: wall_at_start });
        let shared = Shared {
            book: Mutex::new(book),
            started: Instant::now(),
            wall_at_start,
            keeper: self.keeper,
            clock: self.clock,
            jitter: self.jitter,
        };
        Limiter { shared: Arc::new(shared) }
    }
}

impl Limiter {
    pub fn new(rates: Rates) -> Self {
        Self::builder(rates).build()
    }

    pub fn builder(rates: Rates) -> LimiterBuilder {
        LimiterBuilder {
            rates,
            log: Log::default(),
            keeper: None,
            clock: Arc::new(SystemTime::now),
            jitter: Jitter::default(),
        }
    }

    /// Waits until a call that counts for all these keys may leave. Dropping the wait gives the place back.
    ///
    /// Errors: the refusal that made a hold, if the hold is not one to be waited for; see [`super::HoldCause`].
    pub async fn acquire(&self, keys: impl Into<Arc<[Key]>>) -> Result<Permit> {
        let came = Instant::now();
        let place = Place::join(self, keys.into());
        loop {
            let step = self.book().step(&place.keys, place.ticket, self.now());
            match step {
                Step::Go => return Ok(Permit::new(self.clone(), place.keys.clone(), came.elapsed())),
                Step::Refused(error) => return Err(error),
                Step::Wait(None) => place.bell.notified().await,
                Step::Wait(Some(moment)) => {
                    let _ = timeout_at(self.instant(moment), place.bell.notified()).await;
                }
            }
        }
    }

    /// How long a call would have to wait if nobody were before it: a countdown. [`Duration::MAX`]: until a person acts.
    pub fn next_free(&self, keys: &[Key]) -> Duration {
        self.book().next_free(keys, self.now())
    }

    /// What is held back beyond its rate, and why.
    pub fn holds(&self) -> Vec<Held> {
        self.book().holds(self.now())
    }

    /// Ends the holds of an app that wait for a person: its allow list or its keys were seen to.
    pub fn reopen(&self, client_id: &str) {
        self.book().reopen(|key| key.client_id() == Some(client_id));
    }

    /// The same for one robot.
    pub fn reopen_key(&self, concerned: &Key) {
        self.book().reopen(|key| key == concerned);
    }

    /// What to give to [`LimiterBuilder::restoring`] after a restart.
    pub fn export(&self) -> Log {
        self.book().export(self.now())
    }

    pub(super) fn book(&self) -> MutexGuard<'_, Book> {
        self.shared.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn now(&self) -> Now {
        Now { moment: BEGINNING + self.shared.started.elapsed(), wall: (self.shared.clock)() }
    }

    pub(super) fn start(&self) -> Now {
        Now { moment: BEGINNING, wall: self.shared.wall_at_start }
    }

    fn instant(&self, moment: Duration) -> Instant {
        self.shared.started + moment.saturating_sub(BEGINNING)
    }
}

impl fmt::Debug for Limiter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Limiter").field("rates", &self.book().rates).finish_non_exhaustive()
    }
}

/// A place in the queue, left when it is dropped: served, refused or given up.
struct Place {
    limiter: Limiter,
    keys: Arc<[Key]>,
    ticket: u64,
    bell: Arc<Notify>,
}

impl Place {
    fn join(limiter: &Limiter, keys: Arc<[Key]>) -> Self {
        let (ticket, bell) = limiter.book().join(&keys);
        Self { limiter: limiter.clone(), keys, ticket, bell }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.limiter.book().depart(&self.keys, self.ticket);
    }
}
