use serde::Deserialize;
use serde_json::json;

use super::{OaStatusBar, agent};
use crate::gateway::{read, unexpected};
use crate::lenient::{self, list};
use crate::{Client, DepartmentId, Host, Result, TaskId, UserId};

/// What became of a notice. A person may stand in none of the lists while it is under way.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct SendResult {
    #[serde(default, rename = "invalid_user_id_list", deserialize_with = "list")]
    pub invalid: Vec<UserId>,
    /// Over a limit: too many for them today, or the same text again. [`SendResult::refusals`] tells which.
    #[serde(default, rename = "forbidden_user_id_list", deserialize_with = "list")]
    pub forbidden: Vec<UserId>,
    #[serde(default, rename = "failed_user_id_list", deserialize_with = "list")]
    pub failed: Vec<UserId>,
    #[serde(default, rename = "read_user_id_list", deserialize_with = "list")]
    pub read: Vec<UserId>,
    #[serde(default, rename = "unread_user_id_list", deserialize_with = "list")]
    pub unread: Vec<UserId>,
    #[serde(default, rename = "invalid_dept_id_list", deserialize_with = "list")]
    pub invalid_departments: Vec<DepartmentId>,
    #[serde(default, rename = "forbidden_list", deserialize_with = "list")]
    pub refusals: Vec<NoticeRefusal>,
}

/// Why somebody did not get a notice that DingTalk took.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct NoticeRefusal {
    /// `143103` and `143104`: too many in a minute; `143105`: too many today; `143106`: the same text again.
    #[serde(deserialize_with = "lenient::text")]
    pub code: String,
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    pub count: Option<i64>,
    #[serde(rename = "userid")]
    pub user_id: UserId,
}

/// How far a notice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeProgress {
    /// 0 to 100.
    pub percent: i64,
    pub status: NoticeStatus,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeStatus {
    NotStarted,
    Processing,
    Done,
    /// A number the documents do not name.
    Unknown(i64),
}

#[derive(Deserialize)]
struct Progress {
    #[serde(deserialize_with = "lenient::integer")]
    progress_in_percent: i64,
    #[serde(deserialize_with = "lenient::integer")]
    status: i64,
}

impl Client {
    /// `/topapi/message/corpconversation/getsendresult`.
    pub async fn work_notice_result(&self, agent_id: &str, task: TaskId) -> Result<SendResult> {
        let body = json!({ "agent_id": agent(agent_id), "task_id": task });
        let mut answer = self.call_old("/topapi/message/corpconversation/getsendresult", body).await?;
        let host = self.hosts().name(Host::Old);
        read(answer.get_mut("send_result").map(serde_json::Value::take).ok_or_else(|| unexpected(host))?, host)
    }

    /// `/topapi/message/corpconversation/getsendprogress`.
    pub async fn work_notice_progress(&self, agent_id: &str, task: TaskId) -> Result<NoticeProgress> {
        let body = json!({ "agent_id": agent(agent_id), "task_id": task });
        let mut answer = self.call_old("/topapi/message/corpconversation/getsendprogress", body).await?;
        let host = self.hosts().name(Host::Old);
        let progress = answer.get_mut("progress").map(serde_json::Value::take).ok_or_else(|| unexpected(host))?;
        let progress: Progress = read(progress, host)?;
        let status = match progress.status {
            0 => NoticeStatus::NotStarted,
            1 => NoticeStatus::Processing,
            2 => NoticeStatus::Done,
            other => NoticeStatus::Unknown(other),
        };
        Ok(NoticeProgress { percent: progress.progress_in_percent, status })
    }

    /// `/topapi/message/corpconversation/status_bar/update`: another line under the head of a [`crate::OaNotice`] that was
    /// sent, for everybody who got it. The names of its two parts were seen in other clients, not in DingTalk's page.
    pub async fn update_status_bar(&self, agent_id: &str, task: TaskId, bar: &OaStatusBar) -> Result<()> {
        let body = json!({
            "agent_id": agent(agent_id), "task_id": task, "status_value": bar.status_value, "status_bg": bar.status_bg,
        });
        self.call_old("/topapi/message/corpconversation/status_bar/update", body).await.map(drop)
    }

    /// `/topapi/message/corpconversation/recall`, within 24 hours.
    pub async fn recall_work_notice(&self, agent_id: &str, task: TaskId) -> Result<()> {
        let body = json!({ "agent_id": agent(agent_id), "msg_task_id": task });
        self.call_old("/topapi/message/corpconversation/recall", body).await.map(drop)
    }
}
