use serde::Serialize;

use crate::UserId;

/// A text message of a custom robot. Source: robot-message-type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RobotText {
    pub content: String,
    pub at: At,
}

/// Who is called by name. DingTalk wants `@mobile` or `@userid` in the content as well.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    pub mobiles: Vec<String>,
    pub user_ids: Vec<UserId>,
    pub everyone: bool,
}

impl At {
    fn is_nobody(&self) -> bool {
        self.mobiles.is_empty() && self.user_ids.is_empty() && !self.everyone
    }
}

impl RobotText {
    /// A text that calls nobody by name.
    pub fn new(content: impl Into<String>) -> Self {
        Self { content: content.into(), at: At::default() }
    }

    /// The body, byte for byte as [`crate::Client::send_robot_text`] sends it.
    pub fn to_json(&self) -> String {
        let at = (!self.at.is_nobody()).then_some(WireAt {
            at_mobiles: &self.at.mobiles,
            at_user_ids: &self.at.user_ids,
            is_at_all: self.at.everyone,
        });
        let wire = Wire { msgtype: "text", text: WireText { content: &self.content }, at };
        crate::gateway::to_json(&wire)
    }
}

/// The body of a plain text message, byte for byte as it is sent.
pub fn robot_text_json(content: &str) -> String {
    RobotText::new(content).to_json()
}

#[derive(Serialize)]
struct Wire<'a> {
    msgtype: &'static str,
    text: WireText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<WireAt<'a>>,
}

#[derive(Serialize)]
struct WireText<'a> {
    content: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireAt<'a> {
    at_mobiles: &'a [String],
    at_user_ids: &'a [UserId],
    is_at_all: bool,
}
