//! Finding a robot's security by trial: only with the approved message, stopping at the first delivery.

use dingtalk::{Client, Error, Host, RobotMessage, RobotRefusal, RobotSecret, Webhook};
use secrecy::SecretString;

use super::{Outgoing, Repeat};
use crate::engine::{Engine, Run, Stopped};
use crate::problem::{Problem, ProblemCode, Result};
use crate::refusal;
use crate::setup::RobotMode;
use crate::store::{ConnectionRow, connection};

pub(super) const CALL: &str = "POST /robot/send";
const MOST_SENDS: u32 = 4;

pub(super) struct Trial<'a> {
    pub engine: &'a Engine,
    pub client: &'a Client,
    pub webhook: &'a Webhook,
    pub secret: Option<&'a SecretString>,
    pub message: RobotMessage,
    pub holds_keyword: bool,
    pub outgoing: Outgoing,
    pub repeat: Repeat,
    pub row: &'a ConnectionRow,
}

pub(super) enum Ending {
    Delivered(RobotMode),
    Failed(Problem),
    /// In the middle of a send: it may have arrived.
    Cancelled,
}

impl Trial<'_> {
    /// Signed if a secret is known, else plain. Only a wrong clock is worth another send; everything else is for a person
    /// to mend.
    pub async fn run(self, run: &mut Run) -> Result<Ending> {
        let mut line = self.engine.leaves(&run.id, &self.outgoing, self.repeat).await?;
        let ending = self.sends(run, &line.number).await?;
        line.fate = ending.fate();
        self.engine.settle_sent(&run.id, &line).await?;
        Ok(ending)
    }

    async fn sends(&self, run: &mut Run, number: &str) -> Result<Ending> {
        let mut clock_corrected = false;
        for sends in 1..=MOST_SENDS {
            self.count(run, sends).await?;
            let error = match run.call(self.send(number)).await {
                Ok(()) => return Ok(Ending::Delivered(self.mode())),
                Err(Stopped::Cancelled) => return Ok(Ending::Cancelled),
                Err(Stopped::Failed(error)) => error,
            };
            let clock_refused = error.robot_refusal() == Some(&RobotRefusal::Clock);
            if !clock_refused || clock_corrected || !self.correct_clock(run).await? {
                return Ok(Ending::Failed(self.problem(&error)));
            }
            clock_corrected = true;
        }
        Ok(Ending::Failed(Problem::new(ProblemCode::RobotClock)))
    }

    async fn count(&self, run: &Run, sends: u32) -> Result<()> {
        let id = run.id.clone();
        self.engine
            .shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                row.trial_sends = sends;
                connection::write(store, &row)
            })
            .await
    }

    async fn send(&self, number: &str) -> dingtalk::Result<()> {
        let timestamp = self.engine.signing_time(self.row, self.client.hosts()).as_millisecond();
        let secret = self.secret.map(|secret| RobotSecret { secret, timestamp });
        self.client.send_robot_message(self.webhook, secret, &self.message, Some(number)).await
    }

    /// F53: DingTalk's own clock, from its `Date`; kept for the sends to come.
    async fn correct_clock(&self, run: &mut Run) -> Result<bool> {
        let Ok(time) = run.call(self.client.server_time(Host::Old)).await else { return Ok(false) };
        let ahead = self.engine.ahead_of(&time);
        self.engine.shared.skews.note(self.client.hosts(), ahead);
        let (id, offset) = (run.id.clone(), -ahead.saturating_mul(1_000));
        self.engine
            .shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                row.clock_offset_ms = offset;
                connection::write(store, &row)
            })
            .await?;
        Ok(true)
    }

    /// What the delivery shows: never more than that.
    fn mode(&self) -> RobotMode {
        match (self.secret, self.holds_keyword) {
            (Some(_), true) => RobotMode::SignatureAndKeyword,
            (Some(_), false) => RobotMode::Signature,
            (None, true) => RobotMode::Keyword,
            (None, false) => RobotMode::AddressOrNone,
        }
    }

    fn problem(&self, error: &Error) -> Problem {
        if error.may_have_acted() {
            return Problem::new(ProblemCode::MessageFateUnknown);
        }
        let mut problem = refusal::problem(error);
        if self.secret.is_none() && error.robot_refusal() == Some(&RobotRefusal::Signature) {
            problem.code = ProblemCode::RobotSecretNeeded;
        }
        problem
    }
}
