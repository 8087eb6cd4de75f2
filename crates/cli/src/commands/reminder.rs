use std::path::Path;

use engine::Engine;
use engine::reminder::ReminderView;
use engine::write::{Readers, write_whole};
use serde_json::{Value, json};
use words::Speaker;

use crate::failure::Failure;
use crate::output::Answer;

/// Of one company or of all, the most pressing first.
pub async fn list(engine: &Engine, speaker: Speaker, connection: Option<&str>) -> Result<Answer, Failure> {
    let companies = match connection {
        Some(name) => vec![engine.connection_named(name).await?],
        None => engine.connections().await?,
    };
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for company in companies {
        for view in engine.setup(&company.id).await?.reminders {
            lines.push(speaker.reminder_line(&view, &company.name));
            rows.push(row(&view, &company.name));
        }
    }
    let words = if lines.is_empty() { speaker.text("cli-reminder-none") } else { lines.join("\n") };
    Ok(Answer { words, json: Value::from(rows) })
}

/// The whole file or none: what stood there before stays when it cannot be written.
pub async fn export(
    engine: &Engine,
    speaker: Speaker,
    connection: Option<&str>,
    ics: &Path,
) -> Result<Answer, Failure> {
    let company = match connection {
        Some(name) => Some(engine.connection_named(name).await?.id),
        None => None,
    };
    let document = engine.reminder_calendar(company.as_ref()).await?;
    write_whole(ics, speaker.reminder_calendar(&document).as_bytes(), Readers::Usual)?;
    let (path, count) = (ics.display().to_string(), document.entries.len());
    Ok(Answer {
        words: speaker.text_with("cli-reminder-made", &[("path", &path), ("count", &count.to_string())]),
        json: json!({ "path": path, "reminders": count }),
    })
}

fn row(view: &ReminderView, company: &str) -> Value {
    json!({
        "connection": company,
        "id": view.id,
        "kind": view.kind,
        "note": view.note,
        "owner": view.owner,
        "every_days": view.every_days,
        "ahead_days": view.ahead_days,
        "at": view.at,
        "due": view.due,
        "snoozed": view.snoozed,
        "state": view.state,
        "overdue_days": view.overdue_days,
    })
}
