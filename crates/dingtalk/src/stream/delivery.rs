use std::fmt;
use std::sync::Arc;

use serde_json::Value;
use tokio::sync::OwnedSemaphorePermit;

use super::frame;
use super::ledger::{Ledger, Receipt};
use super::link::Order;
use crate::Event;

/// One push, to be answered by [`Delivery::ack`]. Dropped without an answer it counts as not handled: DingTalk delivers
/// an event again after a while, a robot message never.
pub struct Delivery {
    content: Content,
    answer: Option<Answer>,
}

/// What was pushed.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Event(Event),
    Callback(Callback),
}

/// A push of a topic that was subscribed by name, such as a message to the robot.
#[derive(Debug, Clone, PartialEq)]
pub struct Callback {
    pub topic: String,
    /// As DingTalk sent it; a text if it is no JSON.
    pub data: Value,
}

/// What became of a push.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Handled. An event is remembered and never handed over again.
    Success,
    /// Not handled: an event is to be delivered again.
    Later,
    /// Handled, and this is the answer, for card callbacks. For an event it is [`Outcome::Success`].
    Response(Value),
    /// Not handled for a reason of this side's.
    Failed,
}

struct Answer {
    ledger: Arc<Ledger>,
    receipt: Receipt,
    event_id: Option<String>,
    /// Makes room for another push when it goes.
    _room: OwnedSemaphorePermit,
}

impl Delivery {
    pub(super) fn new(content: Content, ledger: Arc<Ledger>, receipt: Receipt, room: OwnedSemaphorePermit) -> Self {
        let event_id = match &content {
            Content::Event(event) => event.id.clone(),
            Content::Callback(_) => None,
        };
        Self { content, answer: Some(Answer { ledger, receipt, event_id, _room: room }) }
    }

    pub fn content(&self) -> &Content {
        &self.content
    }

    pub fn event(&self) -> Option<&Event> {
        match &self.content {
            Content::Event(event) => Some(event),
            Content::Callback(_) => None,
        }
    }

    pub fn callback(&self) -> Option<&Callback> {
        match &self.content {
            Content::Callback(callback) => Some(callback),
            Content::Event(_) => None,
        }
    }

    /// Answers DingTalk, on the connection the push came by; if that is gone, DingTalk delivers an event again, and is
    /// answered then without the event being handed over twice.
    #[expect(clippy::needless_pass_by_value, reason = "an outcome is made where it is told")]
    pub fn ack(mut self, outcome: Outcome) {
        let Some(answer) = self.answer.take() else { return };
        let others = match (&answer.event_id, &outcome) {
            (None, _) => Vec::new(),
            (Some(id), Outcome::Success | Outcome::Response(_)) => answer.ledger.handled(id),
            (Some(id), Outcome::Later | Outcome::Failed) => answer.ledger.given_back(id),
        };
        let text = |receipt: &Receipt| match self.content {
            Content::Event(_) => frame::event_reply(&receipt.message_id, &outcome),
            Content::Callback(_) => frame::callback_reply(&receipt.message_id, &outcome),
        };
        // A closed channel means a closed connection: nothing to answer on.
        let _ = answer.receipt.link.send(Order::Settled(Some(text(&answer.receipt))));
        for other in others {
            let _ = other.link.send(Order::Reply(text(&other)));
        }
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        let Some(answer) = self.answer.take() else { return };
        if let Some(id) = &answer.event_id {
            answer.ledger.given_back(id);
        }
        let _ = answer.receipt.link.send(Order::Settled(None));
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Delivery").field("content", &self.content).finish_non_exhaustive()
    }
}
