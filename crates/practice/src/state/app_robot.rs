//! What an app's own robot wrote, to people and to groups, and what it may answer to. Rules: dingtalk-api.md §5.2.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Effect, Group, Message, World};
use crate::random;

/// Inferred from a sample: about ninety minutes after the message.
const SESSION_LIFETIME: SignedDuration = SignedDuration::from_mins(90);
pub const RECALL_WITHIN: SignedDuration = SignedDuration::from_hours(24);

/// What it may answer to, and what it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct AppRobot {
    pub sessions: Vec<Session>,
    pub files: Vec<SentFile>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RobotMessage {
    pub process_query_key: String,
    pub at: Timestamp,
    pub client_id: String,
    pub audience: Audience,
    pub text: String,
    pub recalled_at: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Audience {
    People { user_ids: Vec<String>, read_by: Vec<Reading> },
    Group { group_id: String, message_id: String },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading {
    pub userid: String,
    pub at: Timestamp,
}

/// Lets whoever has the key answer one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Session {
    /// `session=…` of the webhook.
    pub key: String,
    pub client_id: String,
    /// A person's `userid`, or a group's id.
    pub conversation: String,
    pub expires_at: Timestamp,
}

/// A file that somebody sent to the robot.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SentFile {
    pub download_code: String,
    pub client_id: String,
    pub name: String,
    pub content: String,
}

impl Group {
    /// `cid` and a key; the same for the same group.
    pub fn open_conversation_id(&self) -> String {
        format!("cid{}practice==", self.id)
    }
}

impl World {
    pub fn group_by_conversation(&self, open_conversation_id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.open_conversation_id() == open_conversation_id)
    }

    /// Returns the `processQueryKey`.
    pub fn robot_to_people(&mut self, client_id: &str, user_ids: Vec<String>, text: String) -> String {
        let effect =
            Effect::AppRobotMessage { client_id: client_id.to_owned(), user_ids: user_ids.clone(), text: text.clone() };
        let audience = Audience::People { user_ids, read_by: Vec::new() };
        let key = self.keep(client_id, audience, text);
        self.record(effect);
        key
    }

    /// Shows the message in the group. Returns the `processQueryKey`.
    pub fn robot_to_group(&mut self, client_id: &str, group_id: &str, message: Message) -> Option<String> {
        let (text, message_id) = (message.text.clone(), message.id.clone());
        let group = self.group_mut(group_id).ok()?;
        group.messages.push(message);
        let group = group.name.clone();
        let audience = Audience::Group { group_id: group_id.to_owned(), message_id };
        let key = self.keep(client_id, audience, text.clone());
        self.record(Effect::AppRobotGroupMessage { client_id: client_id.to_owned(), group, text });
        Some(key)
    }

    fn keep(&mut self, client_id: &str, audience: Audience, text: String) -> String {
        let process_query_key = random::url_safe(44);
        self.robot_messages.push(RobotMessage {
            process_query_key: process_query_key.clone(),
            at: self.now,
            client_id: client_id.to_owned(),
            audience,
            text,
            recalled_at: None,
        });
        process_query_key
    }

    pub fn robot_message(&self, client_id: &str, process_query_key: &str) -> Option<&RobotMessage> {
        let mut messages = self.robot_messages.iter();
        messages.find(|message| message.client_id == client_id && message.process_query_key == process_query_key)
    }

    /// True when the message was this robot's, young enough and not yet taken back.
    pub fn recall_robot_message(&mut self, client_id: &str, process_query_key: &str) -> bool {
        let now = self.now;
        let found = self
            .robot_messages
            .iter_mut()
            .find(|message| message.client_id == client_id && message.process_query_key == process_query_key);
        let young = |message: &&mut RobotMessage| {
            message.recalled_at.is_none() && now.duration_since(message.at) <= RECALL_WITHIN
        };
        let Some(message) = found.filter(young) else {
            return false;
        };
        message.recalled_at = Some(now);
        if let Audience::Group { group_id, message_id } = message.audience.clone()
            && let Ok(group) = self.group_mut(&group_id)
        {
            group.messages.retain(|shown| shown.id != message_id);
        }
        self.record(Effect::AppRobotRecalled {
            client_id: client_id.to_owned(),
            process_query_key: process_query_key.to_owned(),
        });
        true
    }

    /// A person reads a message of the robot. False when it was not sent to that person.
    pub fn read_robot_message(&mut self, process_query_key: &str, userid: &str) -> bool {
        let at = self.now;
        let mut messages = self.robot_messages.iter_mut();
        let Some(message) = messages.find(|message| message.process_query_key == process_query_key) else {
            return false;
        };
        match &mut message.audience {
            Audience::People { user_ids, read_by } if user_ids.iter().any(|one| one == userid) => {
                if !read_by.iter().any(|reading| reading.userid == userid) {
                    read_by.push(Reading { userid: userid.to_owned(), at });
                }
                true
            }
            Audience::People { .. } | Audience::Group { .. } => false,
        }
    }

    /// For a message that a colleague sent: where the robot may answer, and until when.
    /// `conversation` is the person's `userid` or a group's id.
    pub fn open_session(&mut self, client_id: &str, conversation: &str) -> Session {
        let now = self.now;
        self.app_robot.sessions.retain(|session| session.expires_at > now);
        let session = Session {
            key: random::hexadecimal(32),
            client_id: client_id.to_owned(),
            conversation: conversation.to_owned(),
            expires_at: now + SESSION_LIFETIME,
        };
        self.app_robot.sessions.push(session.clone());
        session
    }

    /// A colleague sent a file to the robot. Returns its download code.
    pub fn keep_file(&mut self, client_id: &str, name: &str, content: &str) -> String {
        let download_code = random::url_safe(64);
        self.app_robot.files.push(SentFile {
            download_code: download_code.clone(),
            client_id: client_id.to_owned(),
            name: name.to_owned(),
            content: content.to_owned(),
        });
        download_code
    }
}
