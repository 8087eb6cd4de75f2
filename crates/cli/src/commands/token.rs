use engine::Engine;
use serde_json::json;
use words::Speaker;

use crate::failure::Failure;
use crate::output::Answer;

/// How long DingTalk's access pass is good for; the pass itself never leaves the engine.
pub async fn validity(engine: &Engine, speaker: Speaker, connection: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let seconds = engine.token(&found.id).await?.seconds;
    let minutes = ((seconds + 30) / 60).to_string();
    Ok(Answer {
        words: speaker.text_with("cli-token-good-for", &[("minutes", &minutes)]),
        json: json!({ "connection": connection, "seconds": seconds }),
    })
}
