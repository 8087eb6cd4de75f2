use engine::Engine;
use engine::setup::{SetupSnapshot, Task};
use serde_json::json;
use words::Speaker;

use crate::arguments::KeyAct;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

/// Dates and names of the secrets come out, never a letter of them.
pub async fn act(engine: &Engine, speaker: Speaker, name: &str, act: KeyAct) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    let (setup, id) = match act {
        KeyAct::Show => (engine.setup(&found.id).await?, "cli-key-shown"),
        KeyAct::Rotate => (engine.secret_rotate(&found.id, Some(stdin::secret()?)).await?, "cli-key-rotated"),
        KeyAct::Replace => (engine.secret_enter(&found.id, Some(stdin::secret()?)).await?, "cli-key-replaced"),
        KeyAct::Disabled => (engine.old_secret_disabled(&found.id).await?, "cli-key-gone"),
    };
    let trouble = setup.stops.iter().flat_map(|stop| &stop.tasks).find(|view| view.task == Task::Credentials);
    if act == KeyAct::Replace
        && let Some(problem) = trouble.and_then(|view| view.problem.clone())
    {
        return Err(problem.into());
    }
    Ok(answer(&setup, speaker, name, id))
}

fn answer(setup: &SetupSnapshot, speaker: Speaker, name: &str, id: &str) -> Answer {
    let keys = &setup.keys;
    let set_at = keys.secret_set_at.as_deref().unwrap_or_default();
    let old = keys.old_secret.as_ref();
    let kept = old.is_some_and(|old| old.gone_at.is_none());
    let mut words = speaker.text_with(id, &[("name", name), ("set", set_at)]);
    if kept {
        words = format!("{words}\n{}", speaker.text("cli-key-old-kept"));
    }
    Answer {
        words,
        json: json!({
            "connection": name,
            "client_id": keys.client_id,
            "secret_set_at": keys.secret_set_at,
            "old_secret": old.map(|old| json!({
                "client_id": old.client_id,
                "region": old.region,
                "set_at": old.set_at,
                "replaced_at": old.replaced_at,
                "gone_at": old.gone_at,
                "said_by": old.said_by,
            })),
        }),
    }
}
