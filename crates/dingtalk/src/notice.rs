//! Work notices (工作通知): messages of the app itself to named colleagues.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::gateway::{Dialect, Request, read, unexpected};
use crate::lenient::{self, list};
use crate::{Client, Host, Method, Result, TaskId, UserId};

/// A text to colleagues. Source: asynchronous-sending-of-enterprise-session-messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkNotice {
    /// AgentId of the app, digits.
    pub agent_id: String,
    /// At most 100.
    pub recipients: Vec<UserId>,
    /// `msg` as JSON may have 2,048 bytes at most. The same text reaches a person once a day: a second one is taken
    /// and silently dropped.
    pub text: String,
}

/// What became of a notice. A person may stand in none of the lists while it is under way.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SendResult {
    #[serde(default, rename = "invalid_user_id_list", deserialize_with = "list")]
    pub invalid: Vec<UserId>,
    /// Over a limit: too many for them today, or the same text again.
    #[serde(default, rename = "forbidden_user_id_list", deserialize_with = "list")]
    pub forbidden: Vec<UserId>,
    #[serde(default, rename = "failed_user_id_list", deserialize_with = "list")]
    pub failed: Vec<UserId>,
    #[serde(default, rename = "read_user_id_list", deserialize_with = "list")]
    pub read: Vec<UserId>,
    #[serde(default, rename = "unread_user_id_list", deserialize_with = "list")]
    pub unread: Vec<UserId>,
}

#[derive(Serialize)]
struct WireNotice<'a> {
    agent_id: Value,
    userid_list: String,
    msg: WireMessage<'a>,
}

#[derive(Serialize)]
struct WireMessage<'a> {
    msgtype: &'static str,
    text: WireText<'a>,
}

#[derive(Serialize)]
struct WireText<'a> {
    content: &'a str,
}

#[derive(Deserialize)]
struct Sent {
    #[serde(deserialize_with = "lenient::integer")]
    task_id: i64,
}

impl WorkNotice {
    /// The body, byte for byte as [`Client::send_work_notice`] sends it.
    pub fn to_json(&self) -> String {
        let recipients: Vec<&str> = self.recipients.iter().map(|recipient| recipient.0.as_str()).collect();
        let wire = WireNotice {
            agent_id: agent(&self.agent_id),
            userid_list: recipients.join(","),
            msg: WireMessage { msgtype: "text", text: WireText { content: &self.text } },
        };
        crate::gateway::to_json(&wire)
    }
}

/// DingTalk's type is a number; what is none is left to DingTalk to refuse.
fn agent(id: &str) -> Value {
    id.trim().parse::<u64>().map_or_else(|_| Value::from(id), Value::from)
}

impl Client {
    /// `/topapi/message/corpconversation/asyncsend_v2`; permission `qyapi_base`. Taken is not delivered: ask
    /// [`Client::work_notice_result`]. Repeating it after [`crate::Error::may_have_acted`] may send it twice.
    pub async fn send_work_notice(&self, notice: &WorkNotice) -> Result<TaskId> {
        let path = "/topapi/message/corpconversation/asyncsend_v2";
        let answer = self.call(&Request::new(Dialect::Old, Method::POST, path).with_body(notice.to_json())).await?;
        let sent: Sent = read(answer, self.hosts().name(Host::Old))?;
        Ok(TaskId(sent.task_id))
    }

    /// `/topapi/message/corpconversation/getsendresult`.
    pub async fn work_notice_result(&self, agent_id: &str, task: TaskId) -> Result<SendResult> {
        let body = json!({ "agent_id": agent(agent_id), "task_id": task });
        let mut answer = self.call_old("/topapi/message/corpconversation/getsendresult", body).await?;
        let host = self.hosts().name(Host::Old);
        read(answer.get_mut("send_result").map(Value::take).ok_or_else(|| unexpected(host))?, host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(agent_id: &str, recipients: &[&str], text: &str, expected: &str) {
        let recipients = recipients.iter().map(|id| UserId((*id).to_owned())).collect();
        let notice = WorkNotice { agent_id: agent_id.to_owned(), recipients, text: text.to_owned() };
        assert_eq!(notice.to_json(), expected);
    }

    // V §5.4: a work notice holds agent_id, userid_list and msg
    #[test]
    fn a_notice_is_written_as_documented() {
        check(
            "2719000001",
            &["u1", "u2"],
            "付款已到賬 💰",
            r#"{"agent_id":2719000001,"userid_list":"u1,u2","msg":{"msgtype":"text","text":{"content":"付款已到賬 💰"}}}"#,
        );
        check(
            "abc",
            &["u1"],
            "a\"b\n",
            r#"{"agent_id":"abc","userid_list":"u1","msg":{"msgtype":"text","text":{"content":"a\"b\n"}}}"#,
        );
    }
}
