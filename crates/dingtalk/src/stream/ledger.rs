//! Which events are in hand and which were handled: each is handed over once, and each delivery of it is answered.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use tokio::sync::mpsc;

use super::link::Order;
use super::{SeenEvents, WallClock};

/// Where the answer to one frame goes.
#[derive(Clone)]
pub(super) struct Receipt {
    pub(super) link: mpsc::UnboundedSender<Order>,
    pub(super) message_id: String,
}

pub(super) struct Ledger {
    seen: SeenEvents,
    /// Frames that repeat an event in hand and wait for its outcome.
    in_hand: Mutex<HashMap<String, Vec<Receipt>>>,
    wall_clock: WallClock,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// Hand it over.
    New,
    /// It is with the handler; this frame is answered when the first one is.
    InHand,
    /// Answer at once.
    Handled,
}

impl Ledger {
    pub(super) fn new(seen: SeenEvents, wall_clock: WallClock) -> Self {
        Self { seen, in_hand: Mutex::default(), wall_clock }
    }

    pub(super) fn admit(&self, event_id: &str, receipt: &Receipt) -> Admission {
        let mut in_hand = self.lock();
        if self.seen.contains(event_id, self.now()) {
            return Admission::Handled;
        }
        if let Some(waiting) = in_hand.get_mut(event_id) {
            waiting.push(receipt.clone());
            return Admission::InHand;
        }
        in_hand.insert(event_id.to_owned(), Vec::new());
        Admission::New
    }

    /// The event was handled; gives the other frames that wait for the same answer.
    pub(super) fn handled(&self, event_id: &str) -> Vec<Receipt> {
        let mut in_hand = self.lock();
        self.seen.remember(event_id, self.now());
        in_hand.remove(event_id).unwrap_or_default()
    }

    /// It was not: the next delivery of it is handed over again.
    pub(super) fn given_back(&self, event_id: &str) -> Vec<Receipt> {
        self.lock().remove(event_id).unwrap_or_default()
    }

    fn now(&self) -> i64 {
        let since = (self.wall_clock)().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Vec<Receipt>>> {
        self.in_hand.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
