use engine::Engine;
use engine::setup::{RobotForm, RobotView};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use words::Speaker;

use super::robot_named;
use crate::failure::Failure;
use crate::output::Answer;
use crate::stdin;

pub async fn add(
    engine: &Engine,
    speaker: Speaker,
    connection: &str,
    name: String,
    keyword: Option<String>,
) -> Result<Answer, Failure> {
    let (webhook, secret) = stdin::webhook()?;
    let found = engine.connection_named(connection).await?;
    let form = RobotForm {
        name: name.clone(),
        webhook: Some(webhook.expose_secret().to_owned()),
        secret: secret.map(|secret| secret.expose_secret().to_owned()),
        keyword,
        security: None,
        rehearsal: false,
    };
    let setup = engine.robot_save(&found.id, None, form).await?;
    let added = robot_named(&setup, &name)?;
    Ok(Answer { words: speaker.text_with("cli-robot-added", &[("name", &name)]), json: row(added) })
}

pub async fn list(engine: &Engine, speaker: Speaker, connection: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let setup = engine.setup(&found.id).await?;
    let robots = &setup.test.robots;
    let words = if robots.is_empty() {
        speaker.text("cli-robot-none")
    } else {
        robots.iter().map(|robot| robot.name.clone()).collect::<Vec<_>>().join("\n")
    };
    Ok(Answer { json: robots.iter().map(row).collect(), words })
}

pub async fn remove(engine: &Engine, speaker: Speaker, connection: &str, name: &str) -> Result<Answer, Failure> {
    let found = engine.connection_named(connection).await?;
    let setup = engine.setup(&found.id).await?;
    engine.robot_remove(&found.id, &robot_named(&setup, name)?.id).await?;
    Ok(Answer { words: speaker.text_with("cli-robot-removed", &[("name", name)]), json: json!({ "removed": name }) })
}

fn row(robot: &RobotView) -> Value {
    json!({
        "id": robot.id,
        "name": robot.name,
        "webhook_set_at": robot.webhook_set_at,
        "secret_set_at": robot.secret_set_at,
        "keyword": robot.keyword,
        "mode": robot.mode,
    })
}
