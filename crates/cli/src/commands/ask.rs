use engine::Engine;
use serde_json::{Value, json};
use words::{Language, Letter, Speaker};

use crate::arguments::Ask;
use crate::failure::Failure;
use crate::output::Answer;

/// The ready message, in the language on now; in JSON, in both.
pub async fn letter(engine: &Engine, speaker: Speaker, ask: Ask) -> Result<Answer, Failure> {
    let found = engine.connection_named(&ask.connection).await?;
    let sheet = engine.ask_sheet(&found.id, ask.task, ask.who).await?;
    if ask.noted {
        engine.ask_noted(&found.id, ask.task, sheet.who).await?;
    }
    let Letter { subject, body } = speaker.letter(&sheet);
    let mut told = json!({ "task": ask.task, "who": sheet.who, "noted": ask.noted });
    for language in Language::ALL {
        let Letter { subject, body } = Speaker::new(language).letter(&sheet);
        told[language.tag()] = json!({ "subject": subject, "body": body });
    }
    Ok(Answer { words: format!("{subject}\n\n{body}"), json: told })
}

/// What waits for somebody else, in one company or in all.
pub async fn waiting(engine: &Engine, speaker: Speaker, connection: Option<&str>) -> Result<Answer, Failure> {
    let companies = match connection {
        Some(name) => vec![engine.connection_named(name).await?],
        None => engine.connections().await?,
    };
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for company in companies {
        let setup = engine.setup(&company.id).await?;
        for view in setup.stops.iter().flat_map(|stop| &stop.tasks) {
            let Some(asked) = &view.asked else { continue };
            let title = speaker.task_text(view.task);
            let whom = speaker.who_text(asked.who);
            let words = [
                ("company", company.name.as_str()),
                ("task", title.as_str()),
                ("who", whom.as_str()),
                ("since", asked.since.as_str()),
            ];
            lines.push(speaker.text_with("cli-waiting-line", &words));
            rows.push(json!({
                "connection": company.name,
                "task": view.task,
                "who": asked.who,
                "since": asked.since,
                "asked_at": asked.asked_at,
                "times": asked.times,
                "checked_at": asked.checked_at,
            }));
        }
    }
    let words = if lines.is_empty() { speaker.text("cli-waiting-none") } else { lines.join("\n") };
    Ok(Answer { words, json: Value::from(rows) })
}
