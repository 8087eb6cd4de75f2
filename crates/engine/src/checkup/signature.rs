//! The robot's signature on this machine: HMAC-SHA256, and Chinese text as UTF-8.

use dingtalk::{robot_sign, robot_text_json};
use secrecy::SecretString;

use super::check::{Check, Finding, Looking};
use super::round::Round;
use super::view::{CheckId, SayCode};
use crate::engine::{Proof, Run};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};

const CALL: &str = "hmac-sha256";
const TIMESTAMP: i64 = 1_577_262_236_757;

/// Secret and signature. The first pair's inputs are DingTalk's own (receive-message); both answers were computed twice.
const KNOWN: [(&str, &str); 2] = [
    ("this is a secret", "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA="),
    ("SEC密鑰𨋢", "D2luEP0LAr+NSor/mMDRX+igDq9yunPyKEc/II7wHjY="),
];

/// Han characters, one of Hong Kong's own beyond the basic plane, and an emoji.
const TEXT: (&str, &[u8]) = (
    "付款提示：㗎𨋢🚋",
    b"\xe4\xbb\x98\xe6\xac\xbe\xe6\x8f\x90\xe7\xa4\xba\xef\xbc\x9a\xe3\x97\x8e\xf0\xa8\x8b\xa2\xf0\x9f\x9a\x8b",
);

pub(super) struct Signature;

impl Check for Signature {
    fn id(&self) -> CheckId {
        CheckId::Signature
    }

    fn look<'a>(&'a self, round: &'a mut Round) -> Looking<'a> {
        Box::pin(look(round))
    }
}

async fn look(round: &mut Round) -> Result<Finding> {
    let Some(mut run) = round.begin(&[Task::Signature]).await? else {
        return Ok(Finding::cannot_tell().says(SayCode::UnderWay, &[]));
    };
    check(&mut run).await?;
    round.of_task(CheckId::Signature, Task::Signature).await
}

pub(super) async fn check(run: &mut Run) -> Result<()> {
    if matches() {
        return run.done(Task::Signature, Proof::verified(CALL, AnswerCode::SignatureMatches)).await;
    }
    run.failed(Task::Signature, Problem::new(ProblemCode::RobotSignature).at(Field::RobotSecret)).await
}

fn matches() -> bool {
    let signed = KNOWN.iter().all(|(secret, sign)| robot_sign(TIMESTAMP, &SecretString::from(*secret)) == *sign);
    let json = robot_text_json(TEXT.0);
    signed && json.as_bytes().windows(TEXT.1.len()).any(|window| window == TEXT.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_signs_as_dingtalk_does() {
        assert!(matches());
    }
}
