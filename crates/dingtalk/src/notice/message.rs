use serde::Serialize;
use serde::ser::Serializer;

use crate::robot::{Actions, Button, Typed};

/// What a work notice shows. Source: message-types-and-data-format. Media ids come from DingTalk's media upload.
#[derive(Debug, Clone, PartialEq)]
pub enum NoticeMessage {
    Text {
        content: String,
    },
    Image {
        media_id: String,
    },
    /// Seconds, below 60.
    Voice {
        media_id: String,
        seconds: u8,
    },
    File {
        media_id: String,
    },
    Link {
        title: String,
        text: String,
        message_url: String,
        pic_url: String,
    },
    Markdown {
        title: String,
        text: String,
    },
    ActionCard {
        title: String,
        markdown: String,
        actions: Actions,
    },
    Oa(Box<OaNotice>),
}

/// A card with a coloured head and a small form.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct OaNotice {
    pub message_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pc_message_url: Option<String>,
    pub head: OaHead,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_bar: Option<OaStatusBar>,
    pub body: OaBody,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OaHead {
    /// ARGB, e.g. `FFBBBBBB`.
    pub bgcolor: String,
    pub text: String,
}

/// A line under the head that tells how a matter stands (its two keys were seen in other clients, not in DingTalk's page).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OaStatusBar {
    pub status_value: String,
    pub status_bg: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OaBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<OaFormRow>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rich: Option<OaRich>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// A media id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_count: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OaFormRow {
    pub key: String,
    pub value: String,
}

/// One large figure and its unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OaRich {
    pub num: String,
    pub unit: String,
}

#[derive(Serialize)]
struct Text<'a> {
    content: &'a str,
}

#[derive(Serialize)]
struct Media<'a> {
    media_id: &'a str,
}

#[derive(Serialize)]
struct Voice<'a> {
    media_id: &'a str,
    duration: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Link<'a> {
    message_url: &'a str,
    pic_url: &'a str,
    title: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Markdown<'a> {
    title: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Card<'a> {
    Single { title: &'a str, markdown: &'a str, single_title: &'a str, single_url: &'a str },
    Several { title: &'a str, markdown: &'a str, btn_orientation: &'static str, btn_json_list: Vec<CardButton<'a>> },
}

#[derive(Serialize)]
struct CardButton<'a> {
    title: &'a str,
    action_url: &'a str,
}

impl<'a> Card<'a> {
    fn of(title: &'a str, markdown: &'a str, actions: &'a Actions) -> Self {
        match actions {
            Actions::Single(button) => {
                Self::Single { title, markdown, single_title: &button.title, single_url: &button.url }
            }
            Actions::Several { orientation, buttons } => {
                let button = |button: &'a Button| CardButton { title: &button.title, action_url: &button.url };
                let btn_json_list = buttons.iter().map(button).collect();
                Self::Several { title, markdown, btn_orientation: orientation.code(), btn_json_list }
            }
        }
    }
}

/// As it travels: `{"msgtype":"text","text":{…}}`.
impl Serialize for NoticeMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text { content } => typed(serializer, "text", &Text { content }),
            Self::Image { media_id } => typed(serializer, "image", &Media { media_id }),
            Self::Voice { media_id, seconds } => {
                typed(serializer, "voice", &Voice { media_id, duration: seconds.to_string() })
            }
            Self::File { media_id } => typed(serializer, "file", &Media { media_id }),
            Self::Link { title, text, message_url, pic_url } => {
                typed(serializer, "link", &Link { message_url, pic_url, title, text })
            }
            Self::Markdown { title, text } => typed(serializer, "markdown", &Markdown { title, text }),
            Self::ActionCard { title, markdown, actions } => {
                typed(serializer, "action_card", &Card::of(title, markdown, actions))
            }
            Self::Oa(notice) => typed(serializer, "oa", notice),
        }
    }
}

fn typed<S: Serializer>(serializer: S, kind: &'static str, body: &impl Serialize) -> Result<S::Ok, S::Error> {
    Typed { kind, body, at: None, msg_uuid: None }.serialize(serializer)
}
