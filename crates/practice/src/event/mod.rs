//! What happens in the company, as DingTalk tells it to the apps that subscribed (事件订阅).
//! Source: dingtalk-api.md §6. How an event travels is not here: see `stream` and `push`.

pub(crate) mod admin;
pub mod body;
pub mod delivery;
pub mod kind;
pub mod postman;
pub mod raised;
pub mod robot_message;
pub mod subscription;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::push::failed::FailedPush;
use crate::random;
use crate::state::{Effect, World};
use crate::stream::Timers;
use crate::stream::ticket::Ticket;

pub use delivery::{Delivery, DeliveryState, Way, Why};
pub use subscription::{MadeBy, Mode, Subscription};

/// The part of the world that events need. Tickets and timers end with the server.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Events {
    /// By Client ID.
    pub subscriptions: BTreeMap<String, Subscription>,
    /// Pushes given up, oldest first.
    pub failed: Vec<FailedPush>,
    /// Where a stream connects: `ws://127.0.0.1:PORT/connect`.
    #[serde(skip)]
    pub endpoint: String,
    #[serde(skip)]
    pub timers: Timers,
    #[serde(skip)]
    pub tickets: Vec<Ticket>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// 32 hexadecimal digits; the same at each delivery.
    pub id: String,
    /// E.g. `user_add_org`.
    pub event_type: String,
    pub born: Timestamp,
    pub corp_id: String,
    /// The inner fields, the same in both envelopes.
    pub data: Value,
}

impl Event {
    pub fn new(world: &World, event_type: &str, data: Value) -> Self {
        Self {
            id: random::hexadecimal(32),
            event_type: event_type.to_owned(),
            born: world.now,
            corp_id: world.corp_id.clone(),
            data,
        }
    }
}

impl World {
    /// Makes something happen by hand. The event goes to the apps that subscribed to its type. Returns its id.
    pub fn raise_event(&mut self, event_type: &str, data: Value) -> String {
        let event = Event::new(self, event_type, data);
        self.record(Effect::EventRaised { event_id: event.id.clone(), event_type: event.event_type, data: event.data });
        event.id
    }
}
