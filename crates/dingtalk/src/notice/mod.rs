//! Work notices (工作通知): messages of the app itself to colleagues. Taken is not delivered: DingTalk drops what is over a
//! limit silently, and only the result tells.

mod fate;
mod message;

pub use fate::{NoticeProgress, NoticeRefusal, NoticeStatus, SendResult};
pub use message::{NoticeMessage, OaBody, OaFormRow, OaHead, OaNotice, OaRich, OaStatusBar};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::gateway::{Dialect, Request, read, to_json};
use crate::{Client, DepartmentId, Host, Method, Result, TaskId, Unfit, UserId, lenient};

const MOST_USERS: usize = 100;
const MOST_DEPARTMENTS: usize = 20;
/// Bytes of `msg` as JSON.
const LONGEST: usize = 2_048;

/// A text to colleagues: [`Notice`] for the most frequent case.
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

/// Any work notice. Source: asynchronous-sending-of-enterprise-session-messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// AgentId of the app, digits.
    pub agent_id: String,
    pub to: NoticeRecipients,
    /// 2,048 bytes as JSON at most. What is identical reaches a person once a day.
    pub message: NoticeMessage,
}

/// Whom a notice is for; at most 5,000 people in the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeRecipients {
    /// At most 100 people and 20 departments, with all departments below these.
    Named { users: Vec<UserId>, departments: Vec<DepartmentId> },
    /// Everybody whom the app can see.
    Everyone,
}

#[derive(Serialize)]
struct WireNotice<'a> {
    agent_id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    userid_list: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dept_id_list: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to_all_user: Option<bool>,
    msg: &'a NoticeMessage,
}

#[derive(Deserialize)]
struct Sent {
    #[serde(deserialize_with = "lenient::integer")]
    task_id: i64,
}

impl WorkNotice {
    /// The body, byte for byte as [`Client::send_work_notice`] sends it.
    pub fn to_json(&self) -> String {
        Notice::from(self).to_json()
    }
}

impl From<&WorkNotice> for Notice {
    fn from(notice: &WorkNotice) -> Self {
        Self {
            agent_id: notice.agent_id.clone(),
            to: NoticeRecipients::Named { users: notice.recipients.clone(), departments: Vec::new() },
            message: NoticeMessage::Text { content: notice.text.clone() },
        }
    }
}

impl Notice {
    /// The body, byte for byte as [`Client::send_notice`] sends it.
    pub fn to_json(&self) -> String {
        let (users, departments) = match &self.to {
            NoticeRecipients::Named { users, departments } => (joined(users), joined(departments)),
            NoticeRecipients::Everyone => (None, None),
        };
        to_json(&WireNotice {
            agent_id: agent(&self.agent_id),
            userid_list: users,
            dept_id_list: departments,
            to_all_user: matches!(self.to, NoticeRecipients::Everyone).then_some(true),
            msg: &self.message,
        })
    }

    /// Whether it may be sent; [`Client::send_notice`] asks this first.
    pub fn check(&self) -> Result<(), Unfit> {
        if let NoticeRecipients::Named { users, departments } = &self.to {
            if users.is_empty() && departments.is_empty() {
                return Err(Unfit::NoRecipients);
            }
            if users.len() > MOST_USERS {
                return Err(Unfit::TooManyUsers { count: users.len(), limit: MOST_USERS });
            }
            if departments.len() > MOST_DEPARTMENTS {
                return Err(Unfit::TooManyDepartments { count: departments.len(), limit: MOST_DEPARTMENTS });
            }
        }
        let bytes = to_json(&self.message).len();
        if bytes > LONGEST { Err(Unfit::TooLong { bytes, limit: LONGEST }) } else { Ok(()) }
    }
}

fn joined(items: &[impl ToString]) -> Option<String> {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    (!items.is_empty()).then(|| items.join(","))
}

/// DingTalk's type is a number; what is none is left to DingTalk to refuse.
fn agent(id: &str) -> Value {
    id.trim().parse::<u64>().map_or_else(|_| Value::from(id), Value::from)
}

impl Client {
    /// A text, by [`Client::send_notice`].
    pub async fn send_work_notice(&self, notice: &WorkNotice) -> Result<TaskId> {
        self.send_notice(&notice.into()).await
    }

    /// `/topapi/message/corpconversation/asyncsend_v2`; permission `qyapi_base`. Taken is not delivered: ask
    /// [`Client::work_notice_result`]. Repeating it after [`crate::Error::may_have_acted`] may send it twice.
    ///
    /// Errors: [`crate::Error::Unfit`] before anything leaves.
    pub async fn send_notice(&self, notice: &Notice) -> Result<TaskId> {
        notice.check()?;
        let path = "/topapi/message/corpconversation/asyncsend_v2";
        let answer = self.call(&Request::new(Dialect::Old, Method::POST, path).with_body(notice.to_json())).await?;
        let sent: Sent = read(answer, self.hosts().name(Host::Old))?;
        Ok(TaskId(sent.task_id))
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
