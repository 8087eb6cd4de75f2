//! Pushes that were given up; an app can read them some minutes later. Source: dingtalk-api.md §6.1.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::event::Event;
use crate::state::World;

/// "3–5 minutes later".
const READABLE_AFTER: SignedDuration = SignedDuration::from_mins(3);

/// More than anybody reads; the oldest go first.
const REMEMBERED: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FailedPush {
    pub number: u64,
    pub client_id: String,
    pub event_type: String,
    pub corp_id: String,
    /// Milliseconds since 1970.
    pub event_time: i64,
    pub data: Value,
    pub given_up_at: Timestamp,
}

impl FailedPush {
    pub fn new(world: &World, client_id: &str, event: &Event) -> Self {
        Self {
            number: world.events.failed.last().map_or(0, |last| last.number + 1),
            client_id: client_id.to_owned(),
            event_type: event.event_type.clone(),
            corp_id: event.corp_id.clone(),
            event_time: event.born.as_millisecond(),
            data: event.data.clone(),
            given_up_at: world.now,
        }
    }
}

impl World {
    pub(crate) fn give_up_push(&mut self, client_id: &str, event: &Event) {
        let failed = FailedPush::new(self, client_id, event);
        let list = &mut self.events.failed;
        list.push(failed);
        let surplus = list.len().saturating_sub(REMEMBERED);
        list.drain(..surplus);
    }

    /// Of that app, oldest first.
    pub fn readable_failures(&self, client_id: &str) -> Vec<FailedPush> {
        let readable =
            |failed: &&FailedPush| failed.client_id == client_id && failed.given_up_at + READABLE_AFTER <= self.now;
        self.events.failed.iter().filter(readable).cloned().collect()
    }

    pub(crate) fn forget_failures(&mut self, numbers: &[u64]) {
        self.events.failed.retain(|failed| !numbers.contains(&failed.number));
    }
}
