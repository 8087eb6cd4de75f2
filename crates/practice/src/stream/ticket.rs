//! A ticket lets one WebSocket in, once, for a minute and a half. Source: dingtalk-api.md §6.3.

use jiff::Timestamp;

use super::seconds;
use crate::event::robot_message;
use crate::random;
use crate::state::{Effect, World};

/// What a connection wants to hear.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topics {
    /// `EVENT` `*`.
    pub events: bool,
    /// Topics of `CALLBACK`.
    pub callbacks: Vec<String>,
}

impl Topics {
    pub fn hears_robot(&self) -> bool {
        self.callbacks.iter().any(|topic| topic == robot_message::TOPIC)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Only characters that need no encoding: some clients encode it and some do not.
    pub value: String,
    pub client_id: String,
    pub topics: Topics,
    pub expires_at: Timestamp,
}

impl World {
    pub(crate) fn issue_ticket(&mut self, client_id: &str, topics: Topics) -> String {
        let now = self.now;
        self.events.tickets.retain(|ticket| ticket.expires_at > now);
        let value = random::uuid();
        self.events.tickets.push(Ticket {
            value: value.clone(),
            client_id: client_id.to_owned(),
            topics,
            expires_at: now + seconds(self.events.timers.ticket_seconds),
        });
        value
    }

    /// The ticket, which is gone then. `None` when it is unknown, spent or too old.
    pub(crate) fn spend_ticket(&mut self, value: &str) -> Option<Ticket> {
        let now = self.now;
        let mut tickets = self.events.tickets.iter();
        let place = tickets.position(|ticket| ticket.value == value && ticket.expires_at > now)?;
        let ticket = self.events.tickets.remove(place);
        self.record(Effect::StreamConnected { client_id: ticket.client_id.clone() });
        Some(ticket)
    }
}
