//! Stream mode: DingTalk's pushes over a WebSocket that this side opens, so that no address of ours must be reachable.
//!
//! One [`Stream`] keeps one connection alive: it opens, pings, notices a dead link or a sleep, moves to a new connection
//! when DingTalk asks, and hands over each push once, as a [`Delivery`] to be answered. It is deliberately not a
//! handler: what is not acknowledged is not claimed, and DingTalk delivers it again.
//!
//! ```no_run
//! # async fn example(client: dingtalk::Client) {
//! use dingtalk::{Outcome, Stream, Subscription};
//! let mut stream = Stream::builder(client, Subscription::new().with_events()).start();
//! while let Some(delivery) = stream.next().await {
//!     // … handle it, write down its event id, and only then:
//!     delivery.ack(Outcome::Success);
//! }
//! # }
//! ```

mod delivery;
mod endpoint;
mod frame;
mod handshake;
mod keeper;
mod ledger;
mod link;
mod open;
mod pause;
mod pulse;
mod seen;
mod state;
mod subscription;
mod wake;

use std::sync::Arc;
use std::time::SystemTime;

use tokio::sync::{Semaphore, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

pub use delivery::{Callback, Content, Delivery, Outcome};
pub use seen::SeenEvents;
pub use state::{LinkFault, LinkState};
pub use subscription::Subscription;

use crate::Client;
use keeper::Keeper;
use ledger::Ledger;

/// Pushes that were handed over and not answered yet; beyond it nothing more is read. F45.
const ROOM: usize = 10_000;

type WallClock = Arc<dyn Fn() -> SystemTime + Send + Sync>;

/// For the fuzz target.
#[cfg(feature = "fuzzing")]
pub(crate) fn read_frame(text: &str) {
    let _ = frame::read(text, &Subscription::new().with_events().with_robot_messages());
}

/// One subscription, kept alive until stopped or dropped.
pub struct Stream {
    deliveries: mpsc::UnboundedReceiver<Delivery>,
    state: watch::Receiver<LinkState>,
    stop: oneshot::Sender<()>,
    keeper: JoinHandle<()>,
}

/// What a [`Stream`] may be told before it starts.
pub struct StreamBuilder {
    client: Client,
    subscription: Subscription,
    seen: SeenEvents,
    room: usize,
    wall_clock: WallClock,
}

/// What every connection of one stream shares.
#[derive(Clone)]
struct Shared {
    client: Client,
    subscription: Subscription,
    ledger: Arc<Ledger>,
    queue: mpsc::UnboundedSender<Delivery>,
    room: Arc<Semaphore>,
    wall_clock: WallClock,
}

impl Stream {
    pub fn builder(client: Client, subscription: Subscription) -> StreamBuilder {
        StreamBuilder {
            client,
            subscription,
            seen: SeenEvents::new(),
            room: ROOM,
            wall_clock: Arc::new(SystemTime::now),
        }
    }

    /// The next push, or `None` once the stream has stopped. Safe to drop half-way.
    pub async fn next(&mut self) -> Option<Delivery> {
        self.deliveries.recv().await
    }

    /// The state of the connection, now and as it changes.
    pub fn state(&self) -> watch::Receiver<LinkState> {
        self.state.clone()
    }

    /// Takes no more, gives the pushes in hand five seconds to be answered, closes the connection and returns when it
    /// is closed. What still waited here goes unanswered and is delivered again.
    pub async fn stop(self) {
        let Self { deliveries, state: _, stop, keeper } = self;
        drop(deliveries);
        drop(stop);
        // It neither panics nor is aborted; if it did, it would have stopped too.
        let _ = keeper.await;
    }
}

impl StreamBuilder {
    /// The events that were handled before, so that none is handled twice across a restart.
    #[must_use]
    pub fn seen(mut self, seen: SeenEvents) -> Self {
        self.seen = seen;
        self
    }

    /// How many pushes may be in hand at once, at least 1; 10,000 unless told.
    #[must_use]
    pub fn room(mut self, room: usize) -> Self {
        self.room = room.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// What tells the date, for the age of remembered events and for noticing that the machine slept.
    #[must_use]
    pub fn wall_clock(mut self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        self.wall_clock = Arc::new(clock);
        self
    }

    /// Begins to connect. Must be called inside a tokio runtime.
    pub fn start(self) -> Stream {
        let (queue, deliveries) = mpsc::unbounded_channel();
        let (state_sender, state) = watch::channel(LinkState::Connecting);
        let (stop, stopped) = oneshot::channel();
        let shared = Shared {
            client: self.client,
            subscription: self.subscription,
            ledger: Arc::new(Ledger::new(self.seen, self.wall_clock.clone())),
            queue,
            room: Arc::new(Semaphore::new(self.room)),
            wall_clock: self.wall_clock,
        };
        let keeper = tokio::spawn(Keeper::new(shared, state_sender, stopped).run());
        Stream { deliveries, state, stop, keeper }
    }
}
