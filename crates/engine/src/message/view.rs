//! What the window and the command line see of messages. No secret among it.

use serde::{Deserialize, Serialize};

use crate::note::Note;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum MessageKind {
    #[default]
    Text,
    Markdown,
}

/// Exactly what will leave, before it leaves. The address is shown without its token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MessagePreview {
    pub address: String,
    pub json: String,
    /// Of what DingTalk weighs: the whole body for a robot, `msg` for a work notice.
    pub bytes: u32,
    pub limit: u32,
    /// The text with everybody who is called by name, as its readers see it.
    pub text: String,
    pub notes: Vec<Note>,
}

/// How a message went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum SentWay {
    Group,
    Notice,
}

/// What is known of a message that was meant to leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// DingTalk took it.
    Sent,
    /// DingTalk refused it, or it never left.
    NotSent,
    /// It left, and no answer came.
    Unknown,
}

/// What DingTalk says became of a work notice that it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Receipt {
    Read,
    /// Delivered, not opened yet.
    Unread,
    UnderWay,
    /// This very message reached this person earlier today, and a second one is dropped.
    Duplicate,
    /// Too many for this person today, or for all in this minute.
    TooMany,
    /// No such person.
    NoSuchPerson,
    /// DingTalk is done, and this person is not among those it reached: the app is not visible to them.
    NotReached,
}

/// A message that left, or may have left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SentView {
    pub id: String,
    /// RFC 3339, UTC.
    pub at: String,
    pub way: SentWay,
    /// The robot's id, or the person's.
    pub target: String,
    pub name: String,
    /// Its first words.
    pub opening: String,
    pub fate: Fate,
    pub receipt: Option<Receipt>,
    /// It is what stands in the draft now.
    pub same: bool,
}
