use engine::Engine;
use engine::problem::{Problem, ProblemCode};
use engine::setup::{SetupSnapshot, Task, TaskState, TaskView};
use serde_json::json;
use words::Speaker;

use super::robot_named;
use crate::failure::Failure;
use crate::output::Answer;

pub async fn send(
    engine: &Engine,
    speaker: Speaker,
    connection: &str,
    robot: &str,
    text: String,
) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let setup = engine.setup(&found.id).await?;
    let id = robot_named(&setup, robot)?.id.clone();
    let after = engine.message_send(&found.id, &id, text).await?;
    delivered(&after, speaker, robot)
}

/// A delivery that failed stands on one of two tasks: on the robot, if it is to blame, or on the message.
fn delivered(setup: &SetupSnapshot, speaker: Speaker, robot: &str) -> Result<Answer, Failure> {
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
    Ok(Answer {
        words: speaker.evidence_text(evidence, &evidence.at),
        json: json!({ "delivered": true, "robot": robot, "at": evidence.at, "call": evidence.call }),
    })
}

fn view(setup: &SetupSnapshot, task: Task) -> Option<&TaskView> {
    setup.stops.iter().flat_map(|stop| &stop.tasks).find(|view| view.task == task)
}
