//! Writing, previewing and sending the message.

use dingtalk::{RobotText, robot_text_json};

use super::LIMIT;
use super::trial::{CALL, Ending, Trial};
use crate::connection::ConnectionId;
use crate::engine::{Engine, Proof, Run};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::robot::read_webhook;
use crate::setup::{AnswerCode, MessagePreview, RobotMode, SetupSnapshot, Task};
use crate::store::{ConnectionRow, RobotRow, connection, robot};
use crate::vault::Slot;

impl Engine {
    pub async fn message_draft(&self, id: &ConnectionId, text: String) -> Result<SetupSnapshot> {
        self.change_row(id, move |row| row.message = text).await
    }

    /// Byte for byte what [`Engine::message_send`] would send; too long is shown, not refused.
    pub async fn message_preview(&self, id: &ConnectionId, robot: &str, text: &str) -> Result<MessagePreview> {
        let (row, robot) = self.row_and_robot(id, robot).await?;
        let json = robot_text_json(text);
        Ok(MessagePreview {
            address: Self::shown_address(&robot, &self.hosts(&row)?),
            bytes: u32::try_from(json.len()).unwrap_or(u32::MAX),
            limit: u32::try_from(LIMIT).unwrap_or(u32::MAX),
            json,
        })
    }

    /// Sends the approved text, and finds the robot's security on the way: four sends at most, none after a delivery,
    /// the text never altered.
    ///
    /// # Errors
    /// `MessageEmpty`, `MessageTooLong`, `RobotMissing`, the key store's own. What was typed is saved all the same.
    pub async fn message_send(&self, id: &ConnectionId, robot: &str, text: String) -> Result<SetupSnapshot> {
        self.message_draft(id, text.clone()).await?;
        check(&text)?;
        let (row, robot) = self.row_and_robot(id, robot).await?;
        let hosts = self.hosts(&row)?;
        let webhook = self.shared.safe.read(id, &Slot::RobotWebhook(robot.id.clone())).await;
        let webhook = read_webhook(&webhook.map_err(|problem| problem.at(Field::Webhook))?, &hosts)?;
        let secret = match robot.secret_set_at {
            Some(_) => Some(self.shared.safe.read(id, &Slot::RobotSecret(robot.id.clone())).await),
            None => None,
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
            robot: &robot,
            text: RobotText::new(text),
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

    async fn delivered(&self, run: &mut Run, mut robot: RobotRow, mode: RobotMode) -> Result<()> {
        let name = robot.name.clone();
        robot.mode = Some(mode);
        let id = run.id.clone();
        self.shared.store.with(move |store| robot::write(store, &id, &robot)).await?;
        run.done(Task::Message, Proof::verified(CALL, AnswerCode::MessageDelivered).arg("robot", name)).await?;
        run.done(Task::Robot, Proof::verified(CALL, AnswerCode::RobotMode).arg("mode", mode_name(mode))).await
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

fn check(text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Problem::new(ProblemCode::MessageEmpty).at(Field::Message));
    }
    let bytes = robot_text_json(text).len();
    if bytes > LIMIT {
        let too_long = Problem::new(ProblemCode::MessageTooLong).at(Field::Message);
        return Err(too_long.arg("bytes", bytes).arg("limit", LIMIT));
    }
    Ok(())
}

fn mode_name(mode: RobotMode) -> &'static str {
    match mode {
        RobotMode::Signature => "signature",
        RobotMode::Keyword => "keyword",
        RobotMode::SignatureAndKeyword => "signature-and-keyword",
        RobotMode::AddressOrNone => "address-or-none",
    }
}
