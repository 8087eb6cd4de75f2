//! Who is connected now, and how deliveries stand. In memory only: connections end with the server.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{mpsc, oneshot, watch};

use super::fault::Disturbance;
use super::frame::{Ack, Address, Frame};
use super::ticket::Topics;
use crate::event::{Delivery, Event};
use crate::push::letter::Letter;
use crate::random;

/// Deliveries that are remembered.
const DELIVERIES: usize = 2_000;

/// Cheap to clone.
#[derive(Clone)]
pub struct Hub {
    inner: Arc<Inner>,
}

struct Inner {
    state: Mutex<State>,
    /// Counts connections that arrived.
    arrived: watch::Sender<u64>,
    closed: watch::Sender<bool>,
}

#[derive(Default)]
struct State {
    connections: Vec<Connection>,
    deliveries: VecDeque<(u64, Delivery)>,
    next_delivery: u64,
    disturbance: Disturbance,
    /// The last push of each app, by Client ID.
    letters: BTreeMap<String, Letter>,
}

/// What a connection's task is told to do.
#[derive(Debug)]
pub enum Order {
    Send(Frame),
    /// The answer goes to the sender.
    Ask(Frame, oneshot::Sender<Ack>),
    /// A last frame with this reason, then no more.
    Leave(&'static str),
    /// From now on everything that comes or goes is lost, and the line stays open.
    Swallow,
}

#[derive(Debug, Clone)]
pub struct Connection {
    pub address: Address,
    pub client_id: String,
    pub topics: Topics,
    /// A leaving one gets no messages.
    pub leaving: bool,
    pub orders: mpsc::UnboundedSender<Order>,
}

/// Takes the connection off the list when its task ends, however it ends.
#[derive(Debug)]
pub struct Registered {
    hub: Hub,
    pub address: Address,
}

impl Drop for Registered {
    fn drop(&mut self) {
        self.hub.lock().connections.retain(|connection| connection.address != self.address);
    }
}

impl Default for Hub {
    fn default() -> Self {
        let (arrived, closed) = (watch::Sender::new(0), watch::Sender::new(false));
        Self { inner: Arc::new(Inner { state: Mutex::default(), arrived, closed }) }
    }
}

impl Hub {
    pub(super) fn register(&self, connection: Connection) -> Registered {
        let address = connection.address.clone();
        self.lock().connections.push(connection);
        self.inner.arrived.send_modify(|count| *count += 1);
        Registered { hub: self.clone(), address }
    }

    /// One of the app's connections that hear it, by chance.
    pub fn pick(&self, client_id: &str, hears: impl Fn(&Topics) -> bool) -> Option<Connection> {
        let state = self.lock();
        let fits = |connection: &&Connection| {
            connection.client_id == client_id && !connection.leaving && hears(&connection.topics)
        };
        let fitting: Vec<&Connection> = state.connections.iter().filter(fits).collect();
        let chosen = fitting.get(random::below(fitting.len()))?;
        Some((*chosen).clone())
    }

    /// Of that app, or of all.
    pub fn connections(&self, client_id: Option<&str>) -> Vec<Connection> {
        let state = self.lock();
        let wanted = |connection: &&Connection| client_id.is_none_or(|client_id| connection.client_id == client_id);
        state.connections.iter().filter(wanted).cloned().collect()
    }

    pub(super) fn leaves(&self, address: &Address) {
        let mut state = self.lock();
        for connection in state.connections.iter_mut().filter(|connection| connection.address == *address) {
            connection.leaving = true;
        }
    }

    /// Changes at each arrival of a connection.
    pub fn arrivals(&self) -> watch::Receiver<u64> {
        self.inner.arrived.subscribe()
    }

    /// Remembers a new delivery. Returns its number.
    pub(crate) fn begin(&self, delivery: Delivery) -> u64 {
        let mut state = self.lock();
        let number = state.next_delivery;
        state.next_delivery += 1;
        state.deliveries.push_back((number, delivery));
        if state.deliveries.len() > DELIVERIES {
            state.deliveries.pop_front();
        }
        number
    }

    pub(crate) fn update(&self, number: u64, change: impl FnOnce(&mut Delivery)) {
        let mut state = self.lock();
        if let Some((_, delivery)) = state.deliveries.iter_mut().find(|(known, _)| *known == number) {
            change(delivery);
        }
    }

    /// Oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.lock().deliveries.iter().map(|(_, delivery)| delivery.clone()).collect()
    }

    pub(crate) fn remember_letter(&self, client_id: &str, letter: &Letter) {
        self.lock().letters.insert(client_id.to_owned(), letter.clone());
    }

    pub(crate) fn last_letter(&self, client_id: &str) -> Option<Letter> {
        self.lock().letters.get(client_id).cloned()
    }

    pub(crate) fn set_disturbance(&self, disturbance: Disturbance) {
        self.lock().disturbance = disturbance;
    }

    pub(super) fn take_handshake_headers(&self) -> usize {
        self.lock().disturbance.take_handshake_headers()
    }

    /// What is sent instead of this event: usually itself.
    pub(crate) fn disturb(&self, event: Event) -> Vec<Event> {
        self.lock().disturbance.apply(event)
    }

    /// Ends every connection and delivery.
    pub(crate) fn close(&self) {
        self.inner.closed.send_replace(true);
    }

    /// Returns when the server stops.
    pub async fn closed(&self) {
        // The only error is that the sender is gone, and `self` holds it.
        let _ = self.inner.closed.subscribe().wait_for(|closed| *closed).await;
    }

    // No change of the list can panic half-way.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Hub {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Hub").finish_non_exhaustive()
    }
}
