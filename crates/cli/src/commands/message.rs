use engine::Engine;
use engine::clock::hong_kong;
use engine::message::{MessageDraft, MessagePreview};
use engine::problem::{Problem, ProblemCode};
use engine::setup::{SetupSnapshot, Task, TaskState, TaskView};
use jiff::Timestamp;
use serde_json::json;
use words::Speaker;

use super::robot_named;
use crate::arguments::Sending;
use crate::failure::Failure;
use crate::output::Answer;

pub async fn send(
    engine: &Engine,
    speaker: Speaker,
    connection: &str,
    robot: &str,
    draft: MessageDraft,
    how: Sending,
) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let setup = engine.setup(&found.id).await?;
    let id = robot_named(&setup, robot)?.id.clone();
    let after = match how {
        Sending::DryRun => return Ok(shown(&engine.message_preview(&found.id, &id, draft).await?)),
        Sending::Once => engine.message_send(&found.id, &id, draft).await?,
        Sending::Again => engine.message_send_again(&found.id, &id, draft).await?,
    };
    delivered(&after, speaker, "robot", robot)
}

pub async fn notice(
    engine: &Engine,
    speaker: Speaker,
    connection: &str,
    user: &str,
    draft: MessageDraft,
    how: Sending,
) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let after = match how {
        Sending::DryRun => return Ok(shown(&engine.notice_preview(&found.id, user, draft).await?)),
        Sending::Once => engine.notice_send(&found.id, user, draft).await?,
        Sending::Again => engine.notice_send_again(&found.id, user, draft).await?,
    };
    delivered(&after, speaker, "user", user)
}

/// The body alone in words, so that it can be piped; notes are for whoever reads JSON.
fn shown(preview: &MessagePreview) -> Answer {
    Answer {
        words: preview.json.clone(),
        json: json!({
            "address": preview.address,
            "body": preview.json,
            "bytes": preview.bytes,
            "limit": preview.limit,
            "notes": preview.notes,
        }),
    }
}

/// A delivery that failed stands on one of two tasks: on the robot, if it is to blame, or on the message.
fn delivered(setup: &SetupSnapshot, speaker: Speaker, way: &str, target: &str) -> Result<Answer, Failure> {
    for task in [Task::Robot, Task::Message] {
        if let Some(problem) = view(setup, task).and_then(|view| view.problem.clone()) {
            return Err(problem.into());
        }
    }
    let message = view(setup, Task::Message);
    let evidence = message.filter(|view| view.state == TaskState::Done).and_then(|view| view.evidence.as_ref());
    // Neither delivered nor refused: it was stopped on the way.
    let Some(evidence) = evidence else {
        return Err(Problem::new(ProblemCode::Cancelled).into());
    };
    let receipt = setup.test.sent.first().and_then(|sent| sent.receipt);
    Ok(Answer {
        words: speaker.evidence_text(evidence, &hong_kong_time(&evidence.at)),
        json: json!({
            "delivered": true, way: target, "at": evidence.at, "call": evidence.call, "receipt": receipt,
        }),
    })
}

fn view(setup: &SetupSnapshot, task: Task) -> Option<&TaskView> {
    setup.stops.iter().flat_map(|stop| &stop.tasks).find(|view| view.task == task)
}

/// RFC 3339 in UTC, as a reader in Hong Kong says it: `2026-11-23 02:05`. What is no time comes back as it is.
fn hong_kong_time(at: &str) -> String {
    let Ok(instant) = at.parse::<Timestamp>() else {
        return at.to_owned();
    };
    instant.to_zoned(hong_kong()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// Milliseconds since 1970, the same way. What is no time is nothing.
pub(super) fn hong_kong_minute(at: i64) -> String {
    Timestamp::from_millisecond(at).map(|at| hong_kong_time(&at.to_string())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::hong_kong_time;

    fn check(at: &str, expected: &str) {
        assert_eq!(hong_kong_time(at), expected);
    }

    #[test]
    fn a_reader_sees_hong_kong_time_over_midnight_and_new_year() {
        check("2026-11-22T18:05:41Z", "2026-11-23 02:05");
        check("2026-12-31T16:00:00Z", "2027-01-01 00:00");
        check("soon", "soon");
    }
}
