//! Finding a robot's security by trial: only with the approved message, stopping at the first delivery.

use std::time::SystemTime;

use dingtalk::{Client, Error, Host, RobotRefusal, RobotSecret, RobotText, Webhook};
use secrecy::SecretString;

use crate::engine::{Engine, Run, Stopped};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::refusal;
use crate::setup::{RobotMode, Task};
use crate::store::{RobotRow, connection, task};

pub(super) const CALL: &str = "POST /robot/send";
const MOST_SENDS: u32 = 4;

pub(super) struct Trial<'a> {
    pub engine: &'a Engine,
    pub client: &'a Client,
    pub webhook: &'a Webhook,
    pub secret: Option<&'a SecretString>,
    pub robot: &'a RobotRow,
    pub text: RobotText,
    /// The server's clock minus ours, as last seen.
    pub clock_offset_ms: i64,
}

pub(super) enum Ending {
    Delivered(RobotMode),
    Failed(Problem),
    /// In the middle of a send: it may have arrived.
    Cancelled,
}

/// How the next send goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    Signed,
    Plain,
}

/// What a refusal leaves to try.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    Signed,
    CorrectClock,
    Nothing,
}

impl Trial<'_> {
    pub async fn run(mut self, run: &mut Run) -> Result<Ending> {
        let mut attempt = first(self.robot.mode, self.secret);
        let mut clock_corrected = false;
        for sends in 1..=MOST_SENDS {
            self.count(run, sends).await?;
            let error = match run.call(self.send(attempt)).await {
                Ok(()) => return Ok(Ending::Delivered(self.mode(attempt))),
                Err(Stopped::Cancelled) => return Ok(Ending::Cancelled),
                Err(Stopped::Failed(error)) => error,
            };
            match next(&error, attempt, self.secret) {
                Next::Signed => attempt = Attempt::Signed,
                Next::CorrectClock if !clock_corrected && self.correct_clock(run).await? => clock_corrected = true,
                Next::CorrectClock | Next::Nothing => return Ok(Ending::Failed(self.problem(&error, attempt))),
            }
        }
        Ok(Ending::Failed(Problem::new(ProblemCode::RobotSignature).at(Field::RobotSecret)))
    }

    /// F05, F58: before it leaves, the disk says that it may have arrived. If that cannot be written, it does not leave.
    async fn count(&self, run: &Run, sends: u32) -> Result<()> {
        let id = run.id.clone();
        let unknown = Problem::new(ProblemCode::MessageFateUnknown);
        self.engine
            .shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                row.trial_sends = sends;
                connection::write(store, &row)?;
                task::failed(store, &id, Task::Message, &unknown)
            })
            .await
    }

    async fn send(&self, attempt: Attempt) -> dingtalk::Result<()> {
        let now = self.engine.shared.parts.clock.now().as_millisecond() + self.clock_offset_ms;
        let secret = match attempt {
            Attempt::Signed => self.secret.map(|secret| RobotSecret { secret, timestamp: now }),
            Attempt::Plain => None,
        };
        self.client.send_robot_text(self.webhook, secret, &self.text).await
    }

    /// F53: DingTalk's own clock, from its `Date`; kept for the sends to come.
    async fn correct_clock(&mut self, run: &mut Run) -> Result<bool> {
        let Ok(time) = run.call(self.client.server_time(Host::Old)).await else { return Ok(false) };
        let ours = SystemTime::from(self.engine.shared.parts.clock.now());
        self.clock_offset_ms = -time.local_ahead_by(ours).saturating_mul(1_000);
        let (id, offset) = (run.id.clone(), self.clock_offset_ms);
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
    fn mode(&self, attempt: Attempt) -> RobotMode {
        let holds_keyword = self.robot.keyword.as_ref().is_some_and(|keyword| self.text.content.contains(keyword));
        match (attempt, holds_keyword) {
            (Attempt::Signed, true) => RobotMode::SignatureAndKeyword,
            (Attempt::Signed, false) => RobotMode::Signature,
            (Attempt::Plain, true) => RobotMode::Keyword,
            (Attempt::Plain, false) => RobotMode::AddressOrNone,
        }
    }

    fn problem(&self, error: &Error, attempt: Attempt) -> Problem {
        if error.may_have_acted() {
            return Problem::new(ProblemCode::MessageFateUnknown);
        }
        let mut problem = refusal::problem(error);
        let unsigned = attempt == Attempt::Plain && self.secret.is_none();
        if unsigned && error.robot_refusal() == Some(&RobotRefusal::Signature) {
            problem.code = ProblemCode::RobotSecretNeeded;
        }
        problem
    }
}

/// A mode that was found is used again; else signed if a secret is there.
fn first(mode: Option<RobotMode>, secret: Option<&SecretString>) -> Attempt {
    match (mode, secret) {
        (_, None) | (Some(RobotMode::Keyword | RobotMode::AddressOrNone), Some(_)) => Attempt::Plain,
        (Some(RobotMode::Signature | RobotMode::SignatureAndKeyword) | None, Some(_)) => Attempt::Signed,
    }
}

fn next(error: &Error, attempt: Attempt, secret: Option<&SecretString>) -> Next {
    match (error.robot_refusal(), attempt) {
        (Some(RobotRefusal::Signature), Attempt::Plain) if secret.is_some() => Next::Signed,
        (Some(RobotRefusal::Clock), _) => Next::CorrectClock,
        _ => Next::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use dingtalk::ServerWords;

    use super::*;

    fn check(refusal: RobotRefusal, attempt: Attempt, secret: Option<&str>, expected: Next) {
        let words = ServerWords { code: "310000".into(), message: String::new(), request_id: None, http_status: 200 };
        let error = Error::Robot { refusal, words: Box::new(words) };
        let secret = secret.map(SecretString::from);
        assert_eq!(next(&error, attempt, secret.as_ref()), expected, "{error:?} {attempt:?}");
    }

    #[test]
    fn a_refusal_leaves_little_to_try() {
        check(RobotRefusal::Signature, Attempt::Plain, Some("s"), Next::Signed);
        check(RobotRefusal::Signature, Attempt::Plain, None, Next::Nothing);
        check(RobotRefusal::Signature, Attempt::Signed, Some("s"), Next::Nothing);
        check(RobotRefusal::Clock, Attempt::Signed, Some("s"), Next::CorrectClock);
        check(RobotRefusal::Keyword, Attempt::Signed, Some("s"), Next::Nothing);
        check(RobotRefusal::Throttled, Attempt::Signed, Some("s"), Next::Nothing);
    }

    #[test]
    fn a_secret_is_used_unless_a_delivery_showed_that_none_is_needed() {
        let secret = SecretString::from("s");
        assert_eq!(first(None, Some(&secret)), Attempt::Signed);
        assert_eq!(first(None, None), Attempt::Plain);
        assert_eq!(first(Some(RobotMode::Keyword), Some(&secret)), Attempt::Plain);
        assert_eq!(first(Some(RobotMode::SignatureAndKeyword), Some(&secret)), Attempt::Signed);
    }
}
