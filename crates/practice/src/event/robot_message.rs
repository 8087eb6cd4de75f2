//! A colleague writes to the app's robot: the message as the app receives it. Source: dingtalk-api.md §5.3.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::random;
use crate::state::directory::Rank;
use crate::state::group::FINANCE_GROUP;
use crate::state::{Effect, Refusal, World};

/// Topic of a stream that carries these messages.
pub const TOPIC: &str = "/v1.0/im/bot/messages/get";

/// Who writes unless somebody else is named; invented, as everybody here.
const WRITER: &str = "demo002";

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conversation {
    #[default]
    Single,
    Group,
}

/// What somebody wrote, to whose robot.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Written {
    pub text: String,
    /// The latest app when absent.
    #[serde(default)]
    pub client_id: Option<String>,
    #[serde(default)]
    pub userid: Option<String>,
    #[serde(default)]
    pub conversation: Conversation,
}

impl World {
    /// Records the message and returns the app's Client ID and the body that it gets. `old_host` is where it may answer.
    pub fn write_to_robot(&mut self, written: &Written, old_host: &str) -> Result<(String, Value), Refusal> {
        let client_id = match &written.client_id {
            Some(client_id) => client_id.clone(),
            None => self.latest_app().ok_or(Refusal::NoSuchApp)?.client_id.clone(),
        };
        let app = self.app(&client_id).ok_or(Refusal::NoSuchApp)?;
        let published = app.is_published();
        let userid = written.userid.as_deref().unwrap_or(WRITER);
        let writer = self.member(userid).ok_or(Refusal::NoSuchMember)?.clone();
        let message_id = format!("msg{}", random::url_safe(24));
        let group = match written.conversation {
            Conversation::Single => None,
            Conversation::Group => Some(self.group(FINANCE_GROUP).ok_or(Refusal::NoSuchGroup)?.clone()),
        };
        let place = group.as_ref().map_or(userid, |group| group.id.as_str());
        let session = self.open_session(&client_id, place);
        let robot = lwcp();
        let mut body = json!({
            "chatbotCorpId": self.corp_id,
            "chatbotUserId": robot,
            "msgId": message_id,
            "senderNick": writer.name,
            "isAdmin": writer.rank == Rank::Administrator,
            "sessionWebhookExpiredTime": session.expires_at.as_millisecond(),
            "createAt": self.now.as_millisecond(),
            "senderCorpId": self.corp_id,
            "senderId": lwcp(),
            "senderUnionId": writer.unionid,
            "sessionWebhook": format!("{old_host}/robot/sendBySession?session={}", session.key),
            "robotCode": client_id,
            "msgtype": "text",
            "text": {"content": written.text},
        });
        match group {
            None => {
                body["conversationType"] = json!("1");
                body["conversationId"] = json!(format!("cid{}", random::derived(&[&client_id, userid], 24)));
            }
            Some(group) => {
                body["conversationType"] = json!("2");
                body["conversationId"] = json!(group.open_conversation_id());
                body["conversationTitle"] = json!(group.name);
                body["atUsers"] = json!([{"dingtalkId": robot}]);
                body["isInAtList"] = json!(true);
            }
        }
        if published {
            body["senderStaffId"] = json!(userid);
        }
        self.record(Effect::RobotHeard {
            client_id: client_id.clone(),
            message_id,
            userid: userid.to_owned(),
            text: written.text.clone(),
        });
        Ok((client_id, body))
    }
}

/// An encrypted id as it looks from outside.
fn lwcp() -> String {
    format!("$:LWCP_v1:${}", random::url_safe(32))
}
