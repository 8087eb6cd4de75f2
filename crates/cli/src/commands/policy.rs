use engine::policy::Policy;
use words::Speaker;

use crate::output::Answer;

/// Of this computer, whether or not anything was ever set up on it.
pub fn show(speaker: Speaker) -> Answer {
    let policy = Policy::of_this_computer();
    Answer { json: serde_json::to_value(policy.view()).unwrap_or_default(), words: speaker.policy_text(policy.view()) }
}
