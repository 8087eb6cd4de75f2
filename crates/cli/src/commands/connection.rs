use engine::connection::ConnectionView;
use engine::{Engine, NewConnection};
use secrecy::SecretString;
use serde_json::{Value, json};
use words::Speaker;

use crate::arguments::AddConnection;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

pub async fn add(engine: &Engine, speaker: Speaker, new: AddConnection) -> Result<Answer, Failure> {
    let secret = if new.secret_stdin { stdin::secret()? } else { SecretString::default() };
    let AddConnection { name, region, hosts, corp_id, client_id, agent_id, secret_stdin: _ } = new;
    let added =
        engine.connection_add(NewConnection { name, region, hosts, corp_id, client_id, agent_id, secret }).await?;
    Ok(Answer { words: speaker.text_with("cli-connection-added", &[("name", &added.name)]), json: row(&added) })
}

pub async fn list(engine: &Engine, speaker: Speaker) -> Result<Answer, Failure> {
    let connections = engine.connections().await?;
    let words = if connections.is_empty() {
        speaker.text("cli-connection-none")
    } else {
        connections.iter().map(|one| line(one, speaker)).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer { json: connections.iter().map(row).collect(), words })
}

pub async fn remove(engine: &Engine, speaker: Speaker, name: &str) -> Result<Answer, Failure> {
    let removed = match engine.connection_named(name).await {
        Ok(found) => engine.connection_remove(&found.id).await?,
        // Removed before, when the key store did not play its part.
        Err(unknown) => match engine.app().await?.removals.into_iter().find(|one| one.name == name || one.id.0 == name)
        {
            Some(waiting) => engine.removal_retry(&waiting.id).await?,
            None => return Err(unknown.into()),
        },
    };
    if let Some(problem) = removed.problem {
        return Err(problem.into());
    }
    let count = removed.secrets.to_string();
    Ok(Answer {
        words: speaker.text_with("cli-connection-removed", &[("name", name), ("count", &count)]),
        json: json!({ "removed": name, "secrets": removed.secrets, "gone": removed.gone }),
    })
}

pub async fn rename(engine: &Engine, speaker: Speaker, name: &str, to: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    let renamed = engine.connection_rename(&found.id, to).await?;
    let words = [("name", name), ("to", renamed.name.as_str())];
    Ok(Answer { words: speaker.text_with("cli-connection-renamed", &words), json: row(&renamed) })
}

pub async fn duplicate(engine: &Engine, speaker: Speaker, name: &str, to: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(name).await?;
    let made = engine.connection_duplicate(&found.id, to).await?.connection;
    let words = [("name", name), ("to", made.name.as_str())];
    Ok(Answer { words: speaker.text_with("cli-connection-duplicated", &words), json: row(&made) })
}

fn row(one: &ConnectionView) -> Value {
    json!({
        "id": one.id,
        "name": one.name,
        "region": one.region,
        "created_at": one.created_at,
        "stops_done": one.stops_done,
        "finished": one.finished,
        "standing": one.standing,
        "waiting": one.waiting,
    })
}

fn line(one: &ConnectionView, speaker: Speaker) -> String {
    let region = json!(one.region);
    let done = one.stops_done.to_string();
    let name = if one.name.is_empty() { speaker.text("cli-connection-nameless") } else { one.name.clone() };
    speaker.text_with(
        "cli-connection-line",
        &[("name", &name), ("region", region.as_str().unwrap_or_default()), ("done", &done)],
    )
}
