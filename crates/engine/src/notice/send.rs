//! Sending one work notice: it also shows that the Agent ID is right. Taken is not delivered, so the answer is asked for.

use dingtalk::{Notice, NoticeRecipients, UserId};

use super::receipt::{self, RESULT_CALL};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Run, Stopped};
use crate::message::{Fate, MessageDraft, MessagePreview, NOTICE_LIMIT, Outgoing, Receipt, Repeat, SentWay};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Person, SetupSnapshot, Task};
use crate::store::{ConnectionRow, SentRow, connection, message};

const PATH: &str = "/topapi/message/corpconversation/asyncsend_v2";
const CALL: &str = "POST /topapi/message/corpconversation/asyncsend_v2";

impl Engine {
    /// Byte for byte what [`Engine::notice_send`] would send.
    pub async fn notice_preview(
        &self,
        id: &ConnectionId,
        user_id: &str,
        draft: impl Into<MessageDraft>,
    ) -> Result<MessagePreview> {
        let (draft, row) = (draft.into(), self.company(id).await?);
        let agent_id = row.working_keys.as_ref().map(|keys| keys.agent_id.clone()).unwrap_or_default();
        let bytes = weight(&draft);
        let notes = draft.notes(None);
        Ok(MessagePreview {
            address: format!("{}{PATH}", self.hosts(&row)?.old()),
            json: notice(agent_id, user_id, &draft).to_json(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            limit: u32::try_from(NOTICE_LIMIT).unwrap_or(u32::MAX),
            notes: notes.into_iter().filter(|note| note.field != Field::Mentions).collect(),
            text: draft.text,
        })
    }

    /// `person` is shown and kept; DingTalk is told their id alone.
    ///
    /// # Errors
    /// Those of the text; `RecipientMissing`, `KeyEmpty` without an Agent ID, `MessageHoldsSecret`,
    /// `MessageSentAlready`, `MessageFateUnknown`, those of the keys.
    pub async fn notice_send(
        &self,
        id: &ConnectionId,
        person: impl Into<Person>,
        draft: impl Into<MessageDraft>,
    ) -> Result<SetupSnapshot> {
        self.send_to_person(id, person.into(), draft.into(), Repeat::Refused).await
    }

    /// The same for what may have arrived: DingTalk drops what a person has had today, and says so.
    ///
    /// # Errors
    /// Those of [`Engine::notice_send`] but for a repeat.
    pub async fn notice_send_again(
        &self,
        id: &ConnectionId,
        person: impl Into<Person>,
        draft: impl Into<MessageDraft>,
    ) -> Result<SetupSnapshot> {
        self.send_to_person(id, person.into(), draft.into(), Repeat::Meant).await
    }

    /// Who of the staff list sits at this screen, for "to myself first".
    pub async fn notice_me(&self, id: &ConnectionId, me: Option<Person>) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                let drafts = message::Drafts { me, ..message::drafts(store, &wanted)? };
                message::write_drafts(store, &wanted, &drafts)
            })
            .await?;
        self.told(id).await
    }

    /// Asks DingTalk again what became of a notice that it took.
    ///
    /// # Errors
    /// `MessageGone` when there is nothing to ask about; those of the keys and of the call.
    pub async fn notice_look(&self, id: &ConnectionId, sent: &str) -> Result<SetupSnapshot> {
        let (wanted, key) = (id.clone(), sent.to_owned());
        let (row, line) = self
            .shared
            .store
            .with(move |store| {
                let line = message::sent(store, &wanted)?.into_iter().find(|line| line.id == key);
                Ok((connection::find(store, &wanted)?, line))
            })
            .await?;
        let line = line.filter(|line| line.way == SentWay::Notice && line.task_id.is_some());
        let mut line = line.ok_or_else(|| Problem::new(ProblemCode::MessageGone))?;
        let Some(mut run) = self.begin(id, &[Task::Message]).await? else { return self.snapshot(id).await };
        self.read_back(&mut run, &row, &mut line).await?;
        drop(run);
        self.told(id).await
    }

    async fn send_to_person(
        &self,
        id: &ConnectionId,
        person: Person,
        draft: MessageDraft,
        repeat: Repeat,
    ) -> Result<SetupSnapshot> {
        self.message_draft(id, draft.clone()).await?;
        let row = self.company(id).await?;
        draft.check_for_person(weight(&draft))?;
        if person.user_id.trim().is_empty() {
            return Err(Problem::new(ProblemCode::RecipientMissing).at(Field::Recipient));
        }
        let agent_id = row.working_keys.as_ref().map(|keys| keys.agent_id.clone()).unwrap_or_default();
        if agent_id.is_empty() {
            return Err(Problem::new(ProblemCode::KeyEmpty).at(Field::AgentId));
        }
        let name = if person.name.is_empty() { &person.user_id } else { &person.name };
        let outgoing = Outgoing::new(SentWay::Notice, &person.user_id, name, &draft);
        let may = self.may_leave(id, &outgoing, repeat).await;
        // F81: a second press while the first is under way is no repeat, and nothing is in doubt yet.
        if self.runs().running(id).contains(&Task::Message) {
            return self.snapshot(id).await;
        }
        may?;
        let client = self.client(&row).await?;
        let Some(mut run) = self.begin(id, &[Task::Message, Task::Agent]).await? else {
            return self.snapshot(id).await;
        };
        let notice = notice(agent_id, &person.user_id, &draft);
        let mut line = self.leaves(id, &outgoing, repeat).await?;
        match run.call(client.send_notice(&notice)).await {
            Ok(task) => {
                line.fate = Fate::Sent;
                line.task_id = Some(task.0);
                self.settle_sent(id, &line).await?;
                run.done(Task::Agent, Proof::verified(CALL, AnswerCode::AgentAccepted)).await?;
                self.taken(&mut run, &line).await?;
                self.read_back(&mut run, &row, &mut line).await?;
            }
            // "It may have arrived" stands already.
            Err(Stopped::Cancelled) => run.settled(Task::Message).await?,
            Err(Stopped::Failed(error)) if error.may_have_acted() => run.settled(Task::Message).await?,
            Err(Stopped::Failed(error)) => {
                line.fate = Fate::NotSent;
                self.settle_sent(id, &line).await?;
                run.refused(Task::Message, CALL, &error).await?;
                if matches!(error, dingtalk::Error::AgentIdRefused { .. }) {
                    run.refused(Task::Agent, CALL, &error).await?;
                }
            }
        }
        drop(run);
        self.told(id).await
    }

    async fn taken(&self, run: &mut Run, line: &SentRow) -> Result<()> {
        let taken = Proof::verified(CALL, AnswerCode::NoticeAccepted).arg("person", &line.name);
        run.keep(Task::Message, taken).await
    }

    /// What became of it. That it could not be asked changes nothing: DingTalk took it, and it can be asked again.
    async fn read_back(&self, run: &mut Run, row: &ConnectionRow, line: &mut SentRow) -> Result<()> {
        let client = self.client(row).await?;
        let agent_id = row.working_keys.as_ref().map(|keys| keys.agent_id.clone()).unwrap_or_default();
        let task = dingtalk::TaskId(line.task_id.unwrap_or_default());
        let user = UserId(line.target.clone());
        let asked = receipt::ask(&client, &agent_id, task, &user);
        let Some(found) = run.call(asked).await.ok().or(line.receipt) else {
            return run.settled(Task::Message).await;
        };
        line.receipt = Some(found);
        let id = run.id.clone();
        self.settle_sent(&id, line).await?;
        let proof = |code| Proof::verified(RESULT_CALL, code).arg("person", &line.name);
        match found {
            Receipt::Read | Receipt::Unread => run.done(Task::Message, proof(AnswerCode::NoticeDelivered)).await,
            Receipt::Duplicate => run.done(Task::Message, proof(AnswerCode::NoticeDuplicate)).await,
            Receipt::UnderWay => run.settled(Task::Message).await,
            Receipt::TooMany => run.failed(Task::Message, not_received("too-many", line)).await,
            Receipt::NoSuchPerson => run.failed(Task::Message, not_received("no-such-person", line)).await,
            Receipt::NotReached => run.failed(Task::Message, not_received("not-reached", line)).await,
        }
    }
}

impl Engine {
    async fn company(&self, id: &ConnectionId) -> Result<ConnectionRow> {
        let wanted = id.clone();
        self.shared.store.with(move |store| connection::find(store, &wanted)).await
    }
}

fn not_received(reason: &str, line: &SentRow) -> Problem {
    let problem = Problem::new(ProblemCode::NoticeNotReceived).at(Field::Recipient);
    problem.arg("reason", reason).arg("person", &line.name)
}

fn notice(agent_id: String, user_id: &str, draft: &MessageDraft) -> Notice {
    let to = NoticeRecipients::Named { users: vec![UserId(user_id.to_owned())], departments: Vec::new() };
    Notice { agent_id, to, message: draft.for_person() }
}

/// Of `msg` alone, which is what DingTalk weighs.
fn weight(draft: &MessageDraft) -> usize {
    serde_json::to_string(&draft.for_person()).map_or(usize::MAX, |json| json.len())
}

impl From<&str> for Person {
    fn from(user_id: &str) -> Self {
        Self { user_id: user_id.to_owned(), ..Self::default() }
    }
}

impl From<&String> for Person {
    fn from(user_id: &String) -> Self {
        user_id.as_str().into()
    }
}
