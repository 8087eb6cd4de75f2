use engine::connection::ConnectionView;
use engine::{Engine, NewConnection};
use serde_json::{Value, json};
use words::Speaker;

use crate::arguments::AddConnection;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

pub async fn add(engine: &Engine, speaker: Speaker, new: AddConnection) -> Result<Answer, Failure> {
    let secret = stdin::secret()?;
    let AddConnection { name, region, hosts, corp_id, client_id, agent_id } = new;
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
    let found = engine.connection_named(name).await?;
    engine.connection_remove(&found.id).await?;
    Ok(Answer {
        words: speaker.text_with("cli-connection-removed", &[("name", name)]),
        json: json!({ "removed": name }),
    })
}

fn row(one: &ConnectionView) -> Value {
    json!({
        "id": one.id,
        "name": one.name,
        "region": one.region,
        "created_at": one.created_at,
        "stops_done": one.stops_done,
        "finished": one.finished,
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
