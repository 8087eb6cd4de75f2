//! Writing, previewing and sending the message to a group.

use rusqlite::Transaction;

use super::trial::{CALL, Ending, Trial};
use super::{Fate, LIMIT, MessageDraft, MessagePreview, NUMBER, Outgoing, Repeat, SentWay};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Run};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::robot::read_webhook;
use crate::setup::{AnswerCode, RobotMode, SetupSnapshot, Task};
use crate::store::{Answer, ConnectionRow, RobotRow, connection, message, robot};
use crate::vault::Slot;

impl Engine {
    /// Keeps what is being written.
    ///
    /// # Errors
    /// `MessageHoldsSecret`: a secret belongs into no file; what was kept before stays.
    pub async fn message_draft(&self, id: &ConnectionId, draft: impl Into<MessageDraft>) -> Result<SetupSnapshot> {
        let draft = draft.into();
        self.refuse_secrets(&draft).await?;
        self.change_drafts(id, move |drafts| drafts.message = draft).await?;
        self.told(id).await
    }

    /// Changes one of what is being written, and keeps the rest.
    pub(crate) async fn change_drafts(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut message::Drafts) + Send + 'static,
    ) -> Result<()> {
        let wanted = id.clone();
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                let mut drafts = message::drafts(store, &wanted)?;
                change(&mut drafts);
                message::write_drafts(store, &wanted, &drafts)
            })
            .await
    }

    /// Byte for byte what [`Engine::message_send`] would send; what is not fit to be sent is shown, not refused.
    pub async fn message_preview(
        &self,
        id: &ConnectionId,
        robot: &str,
        draft: impl Into<MessageDraft>,
    ) -> Result<MessagePreview> {
        let draft = draft.into();
        let (row, robot) = self.row_and_robot(id, robot).await?;
        let json = draft.for_group().to_json(Some(&self.number(id, &robot, &draft).await?));
        let keyword = robot.keyword.as_deref().filter(|_| robot.security.keyword);
        Ok(MessagePreview {
            address: Self::shown_address(&robot, &self.hosts(&row)?),
            bytes: u32::try_from(json.len()).unwrap_or(u32::MAX),
            limit: u32::try_from(LIMIT).unwrap_or(u32::MAX),
            json,
            text: draft.called(),
            notes: draft.notes(keyword),
        })
    }

    /// Sends the approved message, and finds the robot's security on the way: four sends at most, none after a delivery,
    /// the text never altered. What was sent within a day, or may have been, is not sent again.
    ///
    /// # Errors
    /// Those of the text; `MessageHoldsSecret`, `MessageSentAlready`, `MessageFateUnknown`, `RobotMissing`, the key
    /// store's own. What was typed is saved all the same, unless it is a secret.
    pub async fn message_send(
        &self,
        id: &ConnectionId,
        robot: &str,
        draft: impl Into<MessageDraft>,
    ) -> Result<SetupSnapshot> {
        self.send_to_group(id, robot, draft.into(), Repeat::Refused).await
    }

    /// The same for what a person means to send once more.
    ///
    /// # Errors
    /// Those of [`Engine::message_send`] but for a repeat.
    pub async fn message_send_again(
        &self,
        id: &ConnectionId,
        robot: &str,
        draft: impl Into<MessageDraft>,
    ) -> Result<SetupSnapshot> {
        self.send_to_group(id, robot, draft.into(), Repeat::Meant).await
    }

    async fn send_to_group(
        &self,
        id: &ConnectionId,
        robot: &str,
        draft: MessageDraft,
        repeat: Repeat,
    ) -> Result<SetupSnapshot> {
        self.message_draft(id, draft.clone()).await?;
        let message = draft.for_group();
        draft.check_for_group(&message.to_json(Some(&"0".repeat(NUMBER))))?;
        let (row, robot) = self.row_and_robot(id, robot).await?;
        let outgoing = Outgoing::new(SentWay::Group, &robot.id, &robot.name, &draft);
        let may = self.may_leave(id, &outgoing, repeat).await;
        // F81: a second press while the first is under way is no repeat, and nothing is in doubt yet.
        if self.runs().running(id).contains(&Task::Message) {
            return self.snapshot(id).await;
        }
        may?;
        let hosts = self.hosts(&row)?;
        let webhook = self.shared.safe.read(id, &Slot::RobotWebhook(robot.id.clone())).await;
        let webhook = read_webhook(&webhook.map_err(|problem| problem.at(Field::Webhook))?, &hosts)?;
        let secret = match robot.secret_set_at {
            Some(_) if robot.security.signature => {
                Some(self.shared.safe.read(id, &Slot::RobotSecret(robot.id.clone())).await)
            }
            Some(_) | None => None,
        };
        let secret = secret.transpose().map_err(|problem| problem.at(Field::RobotSecret))?;
        let client = self.keyless_client(&row)?;
        let Some(mut run) = self.begin(id, &[Task::Robot, Task::Message]).await? else {
            return self.snapshot(id).await;
        };
        let trial = Trial {
            engine: self,
            client: &client,
            webhook: &webhook,
            secret: secret.as_ref(),
            holds_keyword: robot.keyword.as_ref().is_some_and(|keyword| draft.holds(keyword)),
            message,
            outgoing,
            repeat,
            row: &row,
        };
        match trial.run(&mut run).await? {
            Ending::Delivered(mode) => self.delivered(&mut run, robot, mode).await?,
            Ending::Failed(problem) => {
                let problem = self.beside_clock(id, problem).await;
                run.failed(Task::Message, problem).await?;
                run.settled(Task::Robot).await?;
            }
            // "It may have arrived" stands already.
            Ending::Cancelled => {
                run.settled(Task::Message).await?;
                run.settled(Task::Robot).await?;
            }
        }
        self.snapshot(id).await
    }

    async fn delivered(&self, run: &mut Run, sent_by: RobotRow, mode: RobotMode) -> Result<()> {
        let name = sent_by.name.clone();
        let (id, at) = (run.id.clone(), self.stamp());
        let is_known = self.shared.store.with(move |store| keep_delivery(store, &id, &sent_by, mode, at)).await?;
        run.done(Task::Message, Proof::verified(CALL, AnswerCode::MessageDelivered).arg("robot", name)).await?;
        if !is_known {
            return run.settled(Task::Robot).await;
        }
        run.done(Task::Robot, Proof::verified(CALL, AnswerCode::RobotMode).arg("mode", mode_name(mode))).await
    }

    async fn number(&self, id: &ConnectionId, robot: &RobotRow, draft: &MessageDraft) -> Result<String> {
        let (id, outgoing) = (id.clone(), Outgoing::new(SentWay::Group, &robot.id, &robot.name, draft));
        self.shared.store.with(move |store| Ok(outgoing.number(&message::sent(store, &id)?))).await
    }

    async fn row_and_robot(&self, id: &ConnectionId, robot: &str) -> Result<(ConnectionRow, RobotRow)> {
        let (wanted, robot) = (id.clone(), robot.to_owned());
        let (row, robot) = self
            .shared
            .store
            .with(move |store| Ok((connection::find(store, &wanted)?, robot::find(store, &wanted, &robot)?)))
            .await?;
        let robot = robot.filter(|robot| robot.webhook_set_at.is_some());
        Ok((row, robot.ok_or_else(|| Problem::new(ProblemCode::RobotMissing))?))
    }
}

impl Ending {
    pub(super) fn fate(&self) -> Fate {
        match self {
            Self::Delivered(_) => Fate::Sent,
            Self::Failed(problem) if problem.code != ProblemCode::MessageFateUnknown => Fate::NotSent,
            Self::Failed(_) | Self::Cancelled => Fate::Unknown,
        }
    }
}

/// Removed or given another address while it was sending: what was found out says nothing about what is there now.
fn keep_delivery(
    store: &Transaction,
    id: &ConnectionId,
    sent_by: &RobotRow,
    mode: RobotMode,
    at: String,
) -> Answer<bool> {
    let Some(mut robot) = robot::find(store, id, &sent_by.id)? else { return Ok(false) };
    let settings = |robot: &RobotRow| {
        let set_at = (robot.webhook_set_at.clone(), robot.secret_set_at.clone());
        (set_at, robot.keyword.clone(), robot.security)
    };
    if settings(&robot) != settings(sent_by) {
        return Ok(false);
    }
    robot.mode = Some(mode);
    robot.delivered_at = Some(at);
    robot::write(store, id, &robot)?;
    Ok(true)
}

fn mode_name(mode: RobotMode) -> &'static str {
    match mode {
        RobotMode::Signature => "signature",
        RobotMode::Keyword => "keyword",
        RobotMode::SignatureAndKeyword => "signature-and-keyword",
        RobotMode::AddressOrNone => "address-or-none",
    }
}
