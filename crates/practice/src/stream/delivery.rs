//! Bringing one event to one app over its streams, until it is acknowledged or given up.
//! Source: dingtalk-api.md §6.3. How often and how long it is tried is inferred from the HTTP push.

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tokio::sync::{oneshot, watch};

use super::frame::{Ack, Frame, Verdict};
use super::hub::Order;
use super::ticket::Topics;
use super::{RETRIES, seconds};
use crate::event::robot_message::TOPIC;
use crate::event::{Delivery, DeliveryState, Event, Way, Why};
use crate::state::Shared;

/// An app that stays away longer misses the event. Inferred.
const PATIENCE: SignedDuration = SignedDuration::from_hours(1);

/// A delivery whose first frame is on its way, if anybody is there.
#[derive(Debug)]
pub struct Begun {
    shared: Shared,
    client_id: String,
    event: Event,
    number: u64,
    attempts: usize,
    arrivals: watch::Receiver<u64>,
    sent: Option<Sent>,
}

#[derive(Debug)]
struct Sent {
    at: Timestamp,
    answer: oneshot::Receiver<Ack>,
}

/// Sends the first frame at once, so that events leave in their order.
pub fn begin(shared: &Shared, client_id: &str, event: Event) -> Begun {
    let number = shared.hub().begin(Delivery::new(client_id, &event, Way::Stream));
    let mut begun = Begun {
        shared: shared.clone(),
        client_id: client_id.to_owned(),
        event,
        number,
        attempts: 0,
        arrivals: shared.hub().arrivals(),
        sent: None,
    };
    begun.sent = begun.send();
    begun
}

impl Begun {
    /// Runs until the event is acknowledged or given up.
    pub async fn finish(mut self) {
        loop {
            let Some(sent) = self.sent.take() else {
                if !self.somebody_arrives().await {
                    return self.ends(DeliveryState::Failed);
                }
                self.sent = self.send();
                continue;
            };
            let at = sent.at;
            let Err(why) = self.judge(sent).await else {
                return self.ends(DeliveryState::Delivered);
            };
            self.because(why);
            let Some(wait) = RETRIES.get(self.attempts - 1) else {
                return self.ends(DeliveryState::Failed);
            };
            // From the sending on, so that it does not matter how soon the refusal came.
            self.shared.clock().sleep_until(at.saturating_add(*wait).unwrap_or(Timestamp::MAX)).await;
            self.sent = self.send();
        }
    }

    fn send(&mut self) -> Option<Sent> {
        // Before looking, so that no arrival is missed.
        self.arrivals.mark_unchanged();
        let Some(connection) = self.shared.hub().pick(&self.client_id, |topics| topics.events) else {
            self.because(Why::NoConnection);
            return None;
        };
        let at = self.shared.clock().now();
        let frame = Frame::event(&connection.address, at, &self.event);
        let (asked, answer) = oneshot::channel();
        self.attempts += 1;
        self.shared.hub().update(self.number, |delivery| delivery.attempts += 1);
        // A connection that has just ended drops the asker, which reads as a late acknowledgement.
        let _ = connection.orders.send(Order::Ask(frame, asked));
        Some(Sent { at, answer })
    }

    async fn judge(&self, sent: Sent) -> Result<(), Why> {
        let wait = seconds(self.shared.read(|world| world.events.timers.ack_seconds));
        let late = sent.at.saturating_add(wait).unwrap_or(Timestamp::MAX);
        let ack = tokio::select! {
            biased;
            ack = sent.answer => ack.map_err(|_| Why::AckLate)?,
            () = self.shared.clock().sleep_until(late) => return Err(Why::AckLate),
        };
        match ack.verdict() {
            Verdict::Handled => Ok(()),
            Verdict::Later => Err(Why::SaidLater),
            Verdict::Code(code) => Err(Why::AckCode(code)),
        }
    }

    async fn somebody_arrives(&mut self) -> bool {
        let until = self.event.born.saturating_add(PATIENCE).unwrap_or(Timestamp::MAX);
        tokio::select! {
            arrived = self.arrivals.changed() => arrived.is_ok(),
            () = self.shared.clock().sleep_until(until) => false,
        }
    }

    fn because(&self, why: Why) {
        self.shared.hub().update(self.number, |delivery| delivery.why = Some(why));
    }

    fn ends(&self, state: DeliveryState) {
        self.shared.hub().update(self.number, |delivery| delivery.state = state);
    }
}

/// Sends a robot's message off; nobody waits for its acknowledgement. False when no stream of the app hears it.
pub fn robot_message(shared: &Shared, client_id: &str, body: &Value) -> bool {
    let Some(connection) = shared.hub().pick(client_id, Topics::hears_robot) else {
        return false;
    };
    let frame = Frame::callback(&connection.address, shared.clock().now(), TOPIC, body);
    connection.orders.send(Order::Send(frame)).is_ok()
}
