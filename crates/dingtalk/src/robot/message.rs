use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::at::At;

/// A message of a custom robot, or an answer by a session webhook. Source: robot-message-type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RobotMessage {
    Text(RobotText),
    /// Calls nobody by name: DingTalk offers no `at` for it.
    Link(RobotLink),
    Markdown(RobotMarkdown),
    ActionCard(ActionCard),
    /// Rows of a picture and a title each.
    FeedCard(Vec<FeedLink>),
}

/// Plain words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RobotText {
    pub content: String,
    pub at: At,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RobotLink {
    pub title: String,
    pub text: String,
    pub message_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pic_url: Option<String>,
}

/// Headings, quotes, bold, italic, links, pictures and lists; no tables. The title is what a notification shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RobotMarkdown {
    pub title: String,
    pub text: String,
    pub at: At,
}

/// Markdown with something to press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionCard {
    pub title: String,
    pub text: String,
    pub actions: Actions,
    pub at: At,
}

/// What can be pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actions {
    /// The whole card is one button.
    Single(Button),
    Several {
        orientation: Orientation,
        buttons: Vec<Button>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Button {
    pub title: String,
    pub url: String,
}

/// How several buttons stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// One under the other, `0`.
    #[default]
    Column,
    /// Side by side, `1`.
    Row,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FeedLink {
    pub title: String,
    #[serde(rename = "messageURL")]
    pub message_url: String,
    #[serde(rename = "picURL")]
    pub pic_url: String,
}

impl RobotMessage {
    /// The body, byte for byte as [`crate::Client::send_robot_message`] sends it with the same `msg_uuid`.
    pub fn to_json(&self, msg_uuid: Option<&str>) -> String {
        match self {
            Self::Text(message) => wire("text", &Text { content: &message.content }, Some(&message.at), msg_uuid),
            Self::Link(link) => wire("link", link, None, msg_uuid),
            Self::Markdown(message) => {
                let body = Markdown { title: &message.title, text: &message.text };
                wire("markdown", &body, Some(&message.at), msg_uuid)
            }
            Self::ActionCard(card) => wire("actionCard", &Card::of(card), Some(&card.at), msg_uuid),
            Self::FeedCard(links) => wire("feedCard", &Feed { links }, None, msg_uuid),
        }
    }
}

impl RobotText {
    /// A text that calls nobody by name.
    pub fn new(content: impl Into<String>) -> Self {
        Self { content: content.into(), at: At::default() }
    }

    /// The body, byte for byte as [`crate::Client::send_robot_text`] sends it.
    pub fn to_json(&self) -> String {
        wire("text", &Text { content: &self.content }, Some(&self.at), None)
    }
}

/// The body of a plain text message, byte for byte as it is sent.
pub fn robot_text_json(content: &str) -> String {
    RobotText::new(content).to_json()
}

impl Orientation {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Column => "0",
            Self::Row => "1",
        }
    }
}

#[derive(Serialize)]
struct Text<'a> {
    content: &'a str,
}

#[derive(Serialize)]
struct Markdown<'a> {
    title: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Feed<'a> {
    links: &'a [FeedLink],
}

#[derive(Serialize)]
#[serde(untagged)]
enum Card<'a> {
    #[serde(rename_all = "camelCase")]
    Single {
        title: &'a str,
        text: &'a str,
        single_title: &'a str,
        #[serde(rename = "singleURL")]
        single_url: &'a str,
    },
    #[serde(rename_all = "camelCase")]
    Several { title: &'a str, text: &'a str, btn_orientation: &'static str, btns: Vec<CardButton<'a>> },
}

#[derive(Serialize)]
struct CardButton<'a> {
    title: &'a str,
    #[serde(rename = "actionURL")]
    action_url: &'a str,
}

impl<'a> Card<'a> {
    fn of(card: &'a ActionCard) -> Self {
        let (title, text) = (card.title.as_str(), card.text.as_str());
        match &card.actions {
            Actions::Single(button) => {
                Self::Single { title, text, single_title: &button.title, single_url: &button.url }
            }
            Actions::Several { orientation, buttons } => {
                let button = |button: &'a Button| CardButton { title: &button.title, action_url: &button.url };
                let btns = buttons.iter().map(button).collect();
                Self::Several { title, text, btn_orientation: orientation.code(), btns }
            }
        }
    }
}

fn wire(kind: &'static str, body: &impl Serialize, at: Option<&At>, msg_uuid: Option<&str>) -> String {
    let at = at.filter(|at| !at.is_nobody());
    crate::gateway::to_json(&Typed { kind, body, at, msg_uuid })
}

/// `{"msgtype":"text","text":{…}}`: the key of the content is its kind.
pub(crate) struct Typed<'a, T> {
    pub(crate) kind: &'static str,
    pub(crate) body: &'a T,
    pub(crate) at: Option<&'a At>,
    pub(crate) msg_uuid: Option<&'a str>,
}

impl<T: Serialize> Serialize for Typed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("msgtype", self.kind)?;
        map.serialize_entry(self.kind, self.body)?;
        if let Some(at) = self.at {
            map.serialize_entry("at", at)?;
        }
        if let Some(msg_uuid) = self.msg_uuid {
            map.serialize_entry("msgUuid", msg_uuid)?;
        }
        map.end()
    }
}
