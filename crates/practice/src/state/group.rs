//! Group chats of the demo company. A group exists for robots once it has been opened.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Effect, Refusal, Robot, Rows, World};

/// The practice group: 財務部.
pub const FINANCE_GROUP: &str = "finance";

#[derive(Debug, Clone, PartialEq, Hash, Serialize, Deserialize)]
pub struct Group {
    /// `finance`; stands in the console's addresses.
    pub id: String,
    pub name: String,
    pub name_en: String,
    pub opened_at: Timestamp,
    /// Oldest first.
    pub robots: Vec<Robot>,
    /// Oldest first.
    pub messages: Rows<Message>,
}

/// A delivered message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Message {
    pub id: String,
    pub at: Timestamp,
    pub robot_id: String,
    pub robot_name: String,
    /// `text`, `markdown`, `link`, `actionCard` or `feedCard`.
    pub message_type: String,
    /// Empty for `text`.
    pub title: String,
    pub text: String,
    /// Mobiles and user ids that were mentioned with `@`.
    pub mentioned: Vec<String>,
    pub everyone_mentioned: bool,
    /// The sender's idempotency key. Source: dingtalk-api.md §5.1.
    pub msg_uuid: Option<String>,
}

impl World {
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    pub(crate) fn group_mut(&mut self, id: &str) -> Result<&mut Group, Refusal> {
        self.groups.iter_mut().find(|group| group.id == id).ok_or(Refusal::NoSuchGroup)
    }

    /// Opens the practice group; opening it again changes nothing. Only `finance` exists.
    pub fn open_group(&mut self, id: &str) -> Result<(), Refusal> {
        if id != FINANCE_GROUP {
            return Err(Refusal::NoSuchGroup);
        }
        if self.group(id).is_some() {
            return Ok(());
        }
        self.groups.push(Group {
            id: id.to_owned(),
            name: "財務部".to_owned(),
            name_en: "Finance".to_owned(),
            opened_at: self.now,
            robots: Vec::new(),
            messages: Rows::default(),
        });
        self.record(Effect::GroupOpened { group: "財務部".to_owned() });
        Ok(())
    }
}
