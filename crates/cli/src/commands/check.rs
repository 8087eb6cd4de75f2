use engine::Engine;
use engine::checkup::{CheckId, CheckState, CheckView, CheckupOutcome};
use serde_json::{Value, json};
use words::Speaker;

use crate::failure::Failure;
use crate::output::Answer;

/// Exit code 3 when none of DingTalk's hosts answered, 1 when something needs somebody; the answer is the same. What no
/// call can tell needs nobody.
pub async fn run(engine: &Engine, speaker: Speaker, name: &str, only: &[CheckId]) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    // In their order, and each once.
    let wanted: Vec<CheckId> = CheckId::ALL.into_iter().filter(|id| only.is_empty() || only.contains(id)).collect();
    let outcome = engine.checkup_only(&found.id, &wanted).await?;
    let answer = told(&outcome, speaker, name);
    let needs = |view: &CheckView| matches!(view.state, CheckState::NeedsYou | CheckState::NeedsOther);
    if outcome.reached == Some(false) {
        Err(Failure::NotReached(Box::new(answer)))
    } else if outcome.found.iter().any(needs) {
        Err(Failure::No(Box::new(answer)))
    } else {
        Ok(answer)
    }
}

fn told(outcome: &CheckupOutcome, speaker: Speaker, name: &str) -> Answer {
    let blocks: Vec<String> = outcome.found.iter().map(|view| speaker.check_block(view)).collect();
    let json = json!({
        "connection": name,
        "at": outcome.found.iter().map(|view| view.at.as_str()).max(),
        "checks": outcome.found.iter().map(|view| as_json(view, speaker)).collect::<Vec<_>>(),
    });
    Answer { json, words: blocks.join("\n\n") }
}

fn as_json(view: &CheckView, speaker: Speaker) -> Value {
    let state = match view.state {
        CheckState::Fine => "fine",
        CheckState::NeedsYou => "needs_you",
        CheckState::NeedsOther => "needs_other",
        CheckState::CannotTell => "cannot_tell",
    };
    json!({
        "id": view.id,
        "state": state,
        "who": view.who,
        "evidence": speaker.check_evidence(view),
        "remedy": speaker.check_remedy(view),
    })
}
