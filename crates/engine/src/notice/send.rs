//! Sending one work notice: it also shows that the Agent ID is right.

use dingtalk::{Error, UserId, WorkNotice};
use serde_json::json;

use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Stopped};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, SetupSnapshot, Task};
use crate::store::{connection, task};

const CALL: &str = "POST /topapi/message/corpconversation/asyncsend_v2";
/// Bytes of `msg`. Source: asynchronous-sending-of-enterprise-session-messages.
const LIMIT: usize = 2_048;

impl Engine {
    /// # Errors
    /// `MessageEmpty`, `MessageTooLong`, `RecipientMissing`, `KeyEmpty` without an Agent ID, those of the keys.
    pub async fn notice_send(&self, id: &ConnectionId, user_id: &str, text: &str) -> Result<SetupSnapshot> {
        let row = {
            self.message_draft(id, text.to_owned()).await?;
            let wanted = id.clone();
            self.shared.store.with(move |store| connection::find(store, &wanted)).await?
        };
        check(user_id, text)?;
        let agent_id = row.working_keys.as_ref().map(|keys| keys.agent_id.clone()).unwrap_or_default();
        if agent_id.is_empty() {
            return Err(Problem::new(ProblemCode::KeyEmpty).at(Field::AgentId));
        }
        let client = self.client(&row).await?;
        let Some(mut run) = self.begin(id, &[Task::Message, Task::Agent]).await? else {
            return self.snapshot(id).await;
        };
        let recipients = vec![UserId(user_id.to_owned())];
        let notice = WorkNotice { agent_id, recipients, text: text.to_owned() };
        self.may_have_left(id).await?;
        match run.call(client.send_work_notice(&notice)).await {
            Ok(_) => {
                let taken = Proof::verified(CALL, AnswerCode::NoticeAccepted).arg("person", user_id);
                run.done(Task::Message, taken).await?;
                run.done(Task::Agent, Proof::verified(CALL, AnswerCode::AgentAccepted)).await?;
            }
            // "It may have arrived" stands already.
            Err(Stopped::Cancelled) => run.settled(Task::Message).await?,
            Err(Stopped::Failed(error)) if error.may_have_acted() => run.settled(Task::Message).await?,
            Err(Stopped::Failed(error)) => {
                run.refused(Task::Message, CALL, &error).await?;
                if matches!(error, Error::AgentIdRefused { .. }) {
                    run.refused(Task::Agent, CALL, &error).await?;
                }
            }
        }
        drop(run);
        self.told(id).await
    }

    /// F05: before it leaves, the disk says that it may have arrived.
    async fn may_have_left(&self, id: &ConnectionId) -> Result<()> {
        let id = id.clone();
        let unknown = Problem::new(ProblemCode::MessageFateUnknown);
        self.shared.store.with(move |store| task::failed(store, &id, Task::Message, &unknown)).await
    }
}

fn check(user_id: &str, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Problem::new(ProblemCode::MessageEmpty).at(Field::Message));
    }
    let bytes = json!({ "msgtype": "text", "text": { "content": text } }).to_string().len();
    if bytes > LIMIT {
        let too_long = Problem::new(ProblemCode::MessageTooLong).at(Field::Message);
        return Err(too_long.arg("bytes", bytes).arg("limit", LIMIT));
    }
    if user_id.trim().is_empty() {
        return Err(Problem::new(ProblemCode::RecipientMissing).at(Field::Recipient));
    }
    Ok(())
}
