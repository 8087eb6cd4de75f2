//! One open WebSocket: pings it, sends what it is told to, takes acknowledgements, ends it in time.

use std::collections::HashMap;
use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::ws::{Message, WebSocket};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{mpsc, oneshot, watch};

use super::frame::{Ack, Address, Frame};
use super::hub::{Order, Registered};
use super::{Timers, seconds};
use crate::clock::Clock;
use crate::random;
use crate::state::Shared;

/// From the last frame to the end of the line, if the client stays silent. Source: dingtalk-api.md §6.3.
const LEAVE: SignedDuration = SignedDuration::from_secs(10);

/// Reason of an end by age. Source: dingtalk-api.md §6.3.
pub const EXPIRED: &str = "connection is expired";

/// Those who wait for an acknowledgement, by message id.
type Waiting = Arc<Mutex<HashMap<String, oneshot::Sender<Ack>>>>;

/// All that a connection's task needs. Made before the handshake is answered, so that time runs from there.
#[derive(Debug)]
pub struct Line {
    shared: Shared,
    registered: Registered,
    orders: mpsc::UnboundedReceiver<Order>,
    waiting: Waiting,
    announces: bool,
    ping_every: SignedDuration,
    next_ping: Timestamp,
    expires_at: Timestamp,
    /// Set once the last frame was sent.
    closes_at: Option<Timestamp>,
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// One to three hours.
fn by_chance() -> SignedDuration {
    let beyond = u32::try_from(random::below(7_201)).unwrap_or_default();
    seconds(3_600 + beyond)
}

/// What the reader and the writer tell each other.
#[derive(Debug, Clone, Copy)]
struct Heard {
    last: Timestamp,
    deaf: bool,
}

impl Line {
    pub fn new(shared: Shared, registered: Registered, orders: mpsc::UnboundedReceiver<Order>, timers: Timers) -> Self {
        let now = shared.clock().now();
        let ping_every = seconds(timers.ping_seconds.max(1));
        let lifetime = timers.lifetime_seconds.map_or_else(by_chance, seconds);
        Self {
            shared,
            registered,
            orders,
            waiting: Waiting::default(),
            announces: timers.announces,
            ping_every,
            next_ping: later(now, ping_every),
            expires_at: later(now, lifetime),
            closes_at: None,
        }
    }

    fn message(&self, make: impl FnOnce(&Address, Timestamp) -> Frame) -> Message {
        Message::text(make(&self.registered.address, self.shared.clock().now()).text())
    }

    /// The last frame; the connection gets no more messages.
    fn leave(&mut self, reason: &str) -> Message {
        self.shared.hub().leaves(&self.registered.address);
        self.closes_at = Some(later(self.shared.clock().now(), LEAVE));
        self.message(|to, now| Frame::disconnect(to, now, reason))
    }

    /// `None`: the line goes deaf.
    fn obey(&mut self, order: Order) -> Option<Message> {
        match order {
            Order::Send(frame) => Some(Message::text(frame.text())),
            Order::Ask(frame, asked) => {
                let id = frame.headers.message_id.clone();
                let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                // Those that came too late or never are waited for by nobody any more.
                waiting.retain(|_, asked| !asked.is_closed());
                waiting.insert(id, asked);
                Some(Message::text(frame.text()))
            }
            Order::Leave(reason) => Some(self.leave(reason)),
            Order::Swallow => None,
        }
    }

    fn pings(&mut self) -> Vec<Message> {
        self.next_ping = later(self.shared.clock().now(), self.ping_every);
        let alive = self.announces.then(|| self.message(|to, now| Frame::announcement(to, now, "KEEPALIVE")));
        alive.into_iter().chain([self.message(Frame::ping)]).collect()
    }
}

pub async fn run(socket: WebSocket, line: Line) {
    let (sink, stream) = socket.split();
    let hub = line.shared.hub().clone();
    let clock = line.shared.clock().clone();
    let waiting = Arc::clone(&line.waiting);
    let heard = watch::Sender::new(Heard { last: clock.now(), deaf: false });
    tokio::select! {
        () = hub.closed() => {}
        () = write(sink, line, &heard) => {}
        () = read(stream, &waiting, &heard, &clock) => {}
    }
}

async fn read(mut stream: SplitStream<WebSocket>, waiting: &Waiting, heard: &watch::Sender<Heard>, clock: &Clock) {
    let mut told = heard.subscribe();
    loop {
        let message = tokio::select! {
            biased;
            // A deaf connection reads nothing more: no pong goes back either, as on a dead line.
            _ = told.wait_for(|heard| heard.deaf) => None,
            message = stream.next() => Some(message),
        };
        let Some(message) = message else {
            return pending().await;
        };
        let Some(Ok(message)) = message else {
            return;
        };
        heard.send_modify(|heard| heard.last = clock.now());
        let text = match &message {
            Message::Text(text) => text.as_str(),
            // The library answers a close, as it must be, with the next reading, which then is the last.
            Message::Close(_) | Message::Binary(_) | Message::Ping(_) | Message::Pong(_) => continue,
        };
        // What is not an acknowledgement is ignored; what DingTalk does then is not told.
        let Ok(ack) = serde_json::from_str::<Ack>(text) else {
            continue;
        };
        let asked = waiting.lock().unwrap_or_else(PoisonError::into_inner).remove(&ack.headers.message_id);
        if let Some(asked) = asked {
            let _ = asked.send(ack);
        }
    }
}

async fn write(mut sink: SplitSink<WebSocket, Message>, mut line: Line, heard: &watch::Sender<Heard>) {
    let clock = line.shared.clock().clone();
    let mut messages = Vec::new();
    if line.announces {
        messages = ["CONNECTED", "REGISTERED"]
            .map(|topic| line.message(|to, now| Frame::announcement(to, now, topic)))
            .to_vec();
    }
    loop {
        for message in messages.drain(..) {
            if sink.send(message).await.is_err() {
                return;
            }
        }
        let (next_ping, leaving) = (line.next_ping, line.closes_at.is_some());
        let deadline = line.closes_at.unwrap_or(line.expires_at);
        tokio::select! {
            order = line.orders.recv() => {
                let Some(order) = order else {
                    return;
                };
                let Some(message) = line.obey(order) else {
                    heard.send_modify(|heard| heard.deaf = true);
                    return pending().await;
                };
                messages.push(message);
            }
            () = clock.sleep_until(next_ping), if !leaving => messages = line.pings(),
            () = clock.sleep_until(deadline) => {
                if !leaving {
                    messages.push(line.leave(EXPIRED));
                    continue;
                }
                let quiet_until = later(heard.borrow().last, LEAVE);
                if quiet_until <= clock.now() {
                    return;
                }
                line.closes_at = Some(quiet_until);
            }
        }
    }
}
