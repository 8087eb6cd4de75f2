use serde::Deserialize;
use serde_json::Value;

use crate::UserId;
use crate::lenient::{self, list, optional_boolean, optional_integer, optional_text};

/// A message that somebody wrote to the app's robot, as the stream's topic `/v1.0/im/bot/messages/get` or an HTTP request
/// brings it. Where it can be answered is [`crate::SessionWebhook::of_message`]. Source: receive-message.
#[derive(Debug, Clone, PartialEq)]
pub struct RobotReceived {
    pub message_id: String,
    /// Milliseconds since 1970.
    pub created_at: Option<i64>,
    pub conversation: RobotConversation,
    pub sender: RobotSender,
    /// The people and robots that were mentioned; only in groups.
    pub at_users: Vec<RobotAtUser>,
    /// Whether the robot itself was mentioned; only in groups.
    pub is_in_at_list: Option<bool>,
    pub robot_code: Option<String>,
    pub chatbot_user_id: Option<String>,
    pub chatbot_corp_id: Option<String>,
    pub content: RobotReceivedContent,
}

/// Where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RobotConversation {
    /// `conversationType` 1: one person and the robot.
    Single { conversation_id: String },
    /// `conversationType` 2.
    Group { conversation_id: String, title: Option<String> },
    /// A number the documents do not name.
    Unknown { conversation_id: String, conversation_type: Option<String> },
}

/// Who wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RobotSender {
    /// Encrypted: `$:LWCP_v1:$…`.
    #[serde(default, rename = "senderId", deserialize_with = "optional_text")]
    pub id: Option<String>,
    #[serde(default, rename = "senderNick", deserialize_with = "optional_text")]
    pub nick: Option<String>,
    /// The userid; absent until the robot's version is released, and for people of other organisations.
    #[serde(default, rename = "senderStaffId", deserialize_with = "user")]
    pub staff_id: Option<UserId>,
    #[serde(default, rename = "senderUnionId", deserialize_with = "optional_text")]
    pub unionid: Option<String>,
    #[serde(default, rename = "senderCorpId", deserialize_with = "optional_text")]
    pub corp_id: Option<String>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub is_admin: Option<bool>,
}

/// Somebody who was mentioned.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RobotAtUser {
    #[serde(default, deserialize_with = "optional_text")]
    pub dingtalk_id: Option<String>,
    #[serde(default, deserialize_with = "user")]
    pub staff_id: Option<UserId>,
    #[serde(default, rename = "unionId", deserialize_with = "optional_text")]
    pub unionid: Option<String>,
}

/// What was written. Files are fetched by their `download_code`: [`crate::Client::message_file_url`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RobotReceivedContent {
    Text {
        content: String,
    },
    RichText {
        parts: Vec<RichPart>,
    },
    Picture {
        download_code: String,
    },
    /// `recognition` is what was understood of it. The unit of `duration` is not documented. Only in single chats, as are
    /// videos and files.
    Audio {
        download_code: String,
        recognition: Option<String>,
        duration: Option<i64>,
    },
    Video {
        download_code: String,
        video_type: Option<String>,
        duration: Option<i64>,
    },
    File {
        download_code: String,
        file_name: Option<String>,
    },
    /// The month's quota of messages is used up: that somebody wrote is told, what they wrote is not.
    OverQuota {
        message: Option<String>,
    },
    /// A type the documents do not name, or one that is not as documented: its part of the message, as it came.
    Other {
        msgtype: String,
        content: Value,
    },
}

/// A stretch of a rich text.
#[derive(Debug, Clone, PartialEq)]
pub enum RichPart {
    Text(String),
    Picture {
        download_code: String,
    },
    /// Something the documents do not name.
    Other(Value),
}

/// It is no object, or has no `msgId` or `conversationId`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a message to a robot")]
pub struct NotARobotMessage;

const OVER_QUOTA: i64 = 20_001;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    #[serde(deserialize_with = "lenient::text")]
    msg_id: String,
    #[serde(deserialize_with = "lenient::text")]
    conversation_id: String,
    #[serde(default, deserialize_with = "optional_text")]
    conversation_type: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    conversation_title: Option<String>,
    #[serde(default, deserialize_with = "optional_integer")]
    create_at: Option<i64>,
    #[serde(default, deserialize_with = "list")]
    at_users: Vec<RobotAtUser>,
    #[serde(default, deserialize_with = "optional_boolean")]
    is_in_at_list: Option<bool>,
    #[serde(default, deserialize_with = "optional_text")]
    robot_code: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    chatbot_user_id: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    chatbot_corp_id: Option<String>,
    #[serde(flatten)]
    sender: RobotSender,
}

impl RobotReceived {
    /// From a whole message: a [`crate::Callback`]'s data, or the JSON body of a request whose signature was right.
    pub fn of_message(message: &Value) -> Result<Self, NotARobotMessage> {
        let wire = Wire::deserialize(message).map_err(|_| NotARobotMessage)?;
        let conversation_id = wire.conversation_id;
        let conversation = match wire.conversation_type.as_deref() {
            Some("1") => RobotConversation::Single { conversation_id },
            Some("2") => RobotConversation::Group { conversation_id, title: wire.conversation_title },
            _ => RobotConversation::Unknown { conversation_id, conversation_type: wire.conversation_type },
        };
        Ok(Self {
            message_id: wire.msg_id,
            created_at: wire.create_at,
            conversation,
            sender: wire.sender,
            at_users: wire.at_users,
            is_in_at_list: wire.is_in_at_list,
            robot_code: wire.robot_code,
            chatbot_user_id: wire.chatbot_user_id,
            chatbot_corp_id: wire.chatbot_corp_id,
            content: content(message),
        })
    }
}

fn content(message: &Value) -> RobotReceivedContent {
    if message.get("errorCode").and_then(lenient::as_integer) == Some(OVER_QUOTA) {
        return RobotReceivedContent::OverQuota { message: message.get("errMsg").and_then(lenient::as_text) };
    }
    let msgtype = message.get("msgtype").and_then(lenient::as_text).unwrap_or_default();
    // Text has a part of its own name; everything else that is documented is in `content`.
    let part = [msgtype.as_str(), "content"].into_iter().find_map(|name| message.get(name)).unwrap_or(&Value::Null);
    known(&msgtype, part).unwrap_or_else(|| RobotReceivedContent::Other { msgtype, content: part.clone() })
}

fn known(msgtype: &str, part: &Value) -> Option<RobotReceivedContent> {
    // What people wrote keeps its spaces.
    let words = |name: &str| part.get(name).and_then(Value::as_str).map(str::to_owned);
    let number = |name: &str| part.get(name).and_then(lenient::as_integer);
    let download_code = || part.get("downloadCode").and_then(lenient::as_text);
    Some(match msgtype {
        "text" => RobotReceivedContent::Text { content: words("content")? },
        "richText" => {
            let parts = part.get("richText")?.as_array()?;
            RobotReceivedContent::RichText { parts: parts.iter().map(rich_part).collect() }
        }
        "picture" => RobotReceivedContent::Picture { download_code: download_code()? },
        "audio" => RobotReceivedContent::Audio {
            download_code: download_code()?,
            recognition: words("recognition"),
            duration: number("duration"),
        },
        "video" => RobotReceivedContent::Video {
            download_code: download_code()?,
            video_type: words("videoType"),
            duration: number("duration"),
        },
        "file" => RobotReceivedContent::File { download_code: download_code()?, file_name: words("fileName") },
        _ => return None,
    })
}

fn rich_part(part: &Value) -> RichPart {
    if let Some(text) = part.get("text").and_then(Value::as_str) {
        return RichPart::Text(text.to_owned());
    }
    let is_picture = part.get("type").and_then(Value::as_str) == Some("picture");
    match part.get("downloadCode").and_then(lenient::as_text) {
        Some(download_code) if is_picture => RichPart::Picture { download_code },
        _ => RichPart::Other(part.clone()),
    }
}

fn user<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<UserId>, D::Error> {
    Ok(optional_text(deserializer)?.map(UserId))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn with(more: &Value) -> Value {
        let mut message = json!({
            "conversationId": "cid1", "conversationType": "1", "msgId": "msg1", "createAt": 1_765_432_100_000_i64,
            "senderId": "$:LWCP_v1:$x", "senderNick": "陳示範", "senderStaffId": "demo002", "senderCorpId": "dingdemo",
            "senderUnionId": "u2", "isAdmin": false, "chatbotUserId": "$:LWCP_v1:$r", "chatbotCorpId": "dingdemo",
            "robotCode": "dingapp",
        });
        for (name, value) in more.as_object().unwrap() {
            message[name] = value.clone();
        }
        message
    }

    fn check(more: &Value, expected: &RobotReceivedContent) {
        assert_eq!(&RobotReceived::of_message(&with(more)).unwrap().content, expected, "{more}");
    }

    // V §5.3: a text is in text.content; richText, picture, audio, video and file are in content
    // V §5.3: a rich text is a list of texts and of pictures with a downloadCode
    #[test]
    fn each_documented_type_is_read_and_nothing_else_is_lost() {
        use RobotReceivedContent as Content;
        check(
            &json!({"msgtype": "text", "text": {"content": " 早晨 "}}),
            &Content::Text { content: " 早晨 ".to_owned() },
        );
        let parts =
            json!([{"text": "看圖："}, {"type": "picture", "downloadCode": "d1"}, {"type": "emoji", "name": "x"}]);
        check(
            &json!({"msgtype": "richText", "content": {"richText": parts}}),
            &Content::RichText {
                parts: vec![
                    RichPart::Text("看圖：".to_owned()),
                    RichPart::Picture { download_code: "d1".to_owned() },
                    RichPart::Other(json!({"type": "emoji", "name": "x"})),
                ],
            },
        );
        let download_code = "d1".to_owned();
        check(
            &json!({"msgtype": "picture", "content": {"downloadCode": "d1"}}),
            &Content::Picture { download_code: download_code.clone() },
        );
        check(
            &json!({"msgtype": "audio", "content": {"downloadCode": "d1", "recognition": "你好", "duration": "4000"}}),
            &Content::Audio {
                download_code: download_code.clone(),
                recognition: Some("你好".to_owned()),
                duration: Some(4_000),
            },
        );
        check(
            &json!({"msgtype": "video", "content": {"downloadCode": "d1", "videoType": "mp4", "duration": 7}}),
            &Content::Video {
                download_code: download_code.clone(),
                video_type: Some("mp4".to_owned()),
                duration: Some(7),
            },
        );
        check(
            &json!({"msgtype": "file", "content": {"downloadCode": "d1", "fileName": "單據.pdf"}}),
            &Content::File { download_code, file_name: Some("單據.pdf".to_owned()) },
        );
        let other = |msgtype: &str, content| Content::Other { msgtype: msgtype.to_owned(), content };
        check(&json!({"msgtype": "location", "content": {"x": 1}}), &other("location", json!({"x": 1})));
        check(&json!({"msgtype": "picture", "content": {"url": "x"}}), &other("picture", json!({"url": "x"})));
        check(&json!({"msgtype": "text"}), &other("text", Value::Null));
        check(&json!({}), &other("", Value::Null));
    }

    // V §5.3: over the quota a message comes without its text, with errorCode 20001 and errMsg
    #[test]
    fn a_message_over_the_quota_says_so() {
        let message = Some("受调用量超量影响".to_owned());
        check(
            &json!({"msgtype": "text", "errorCode": 20_001, "errMsg": "受调用量超量影响"}),
            &RobotReceivedContent::OverQuota { message: message.clone() },
        );
        check(
            &json!({"errorCode": "20001", "errMsg": "受调用量超量影响"}),
            &RobotReceivedContent::OverQuota { message },
        );
    }

    // V §5.3: conversationType 1 is a single chat, 2 a group with conversationTitle, atUsers and isInAtList
    // V §5.3: senderStaffId is the userid, and absent before the robot's version is released
    #[test]
    fn who_wrote_and_where_is_read() {
        let single = RobotReceived::of_message(&with(&json!({}))).unwrap();
        assert_eq!(single.conversation, RobotConversation::Single { conversation_id: "cid1".to_owned() });
        assert_eq!((single.message_id.as_str(), single.created_at), ("msg1", Some(1_765_432_100_000)));
        assert_eq!(single.sender.staff_id, Some(UserId("demo002".to_owned())));
        assert_eq!((single.sender.unionid.as_deref(), single.sender.is_admin), (Some("u2"), Some(false)));
        let group = json!({
            "conversationType": "2", "conversationTitle": "財務部", "isInAtList": true, "senderStaffId": null,
            "atUsers": [{"dingtalkId": "$:LWCP_v1:$r"}, {"dingtalkId": "x", "staffId": "demo003", "unionId": "u3"}],
        });
        let group = RobotReceived::of_message(&with(&group)).unwrap();
        let title = Some("財務部".to_owned());
        assert_eq!(group.conversation, RobotConversation::Group { conversation_id: "cid1".to_owned(), title });
        assert_eq!((group.is_in_at_list, group.sender.staff_id), (Some(true), None));
        assert_eq!(group.at_users[1].staff_id, Some(UserId("demo003".to_owned())));
        assert_eq!((group.at_users.len(), &group.at_users[0].unionid), (2, &None));
        let odd = RobotReceived::of_message(&with(&json!({"conversationType": 9}))).unwrap();
        assert!(matches!(odd.conversation, RobotConversation::Unknown { .. }));
    }

    #[test]
    fn what_is_no_message_is_told() {
        for value in [json!("text"), json!(null), json!({"msgId": "1"}), json!({"conversationId": "1"}), json!([])] {
            assert_eq!(RobotReceived::of_message(&value), Err(NotARobotMessage), "{value}");
        }
    }
}
