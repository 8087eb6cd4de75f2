use std::fmt::Write as _;
use std::path::Path;

use engine::problem::{Problem, ProblemCode};
use engine::purge::{PurgeList, forget_pages, pages};
use engine::vault::SecretSource;
use engine::write::{Readers, write_whole};
use engine::{Engine, Home};
use serde_json::json;
use words::Speaker;

use super::open_with;
use crate::failure::Failure;
use crate::output::Answer;

pub async fn report(engine: &Engine, speaker: Speaker, out: &Path, note: &str) -> Result<Answer, Failure> {
    let report = engine.report(note).await?;
    write_whole(out, report.text.as_bytes(), Readers::Owner)?;
    let (file, size, hidden) = (out.display().to_string(), report.kilobytes.to_string(), report.hidden.to_string());
    let values = [("file", file.as_str()), ("kilobytes", &size), ("hidden", &hidden)];
    Ok(Answer {
        json: json!({ "file": file, "kilobytes": report.kilobytes, "hidden": report.hidden }),
        words: speaker.text_with("cli-report-written", &values),
    })
}

/// Nothing is made only to be removed.
pub enum AtHome {
    Engine(Engine),
    Nothing(String),
}

pub async fn at_home(speaker: Speaker, secrets: Option<SecretSource>) -> Result<AtHome, Failure> {
    let home = Home::resolve()?;
    if home.dir().exists() {
        return Ok(AtHome::Engine(open_with(speaker, secrets).await?));
    }
    Ok(AtHome::Nothing(home.dir().display().to_string()))
}

pub async fn list(at: AtHome, speaker: Speaker) -> Result<Answer, Failure> {
    let engine = match at {
        AtHome::Engine(engine) => engine,
        AtHome::Nothing(folder) => return Ok(nothing(&folder, speaker)),
    };
    let mut list = engine.purge_list().await?;
    list.pages = pages().map(|folder| folder.display().to_string());
    Ok(Answer { json: serde_json::to_value(&list).unwrap_or_default(), words: listed(&list, speaker) })
}

pub async fn purge(at: AtHome, speaker: Speaker) -> Result<Answer, Failure> {
    let engine = match at {
        AtHome::Engine(engine) => engine,
        AtHome::Nothing(folder) => {
            let answer = nothing(&folder, speaker);
            forget_pages().await;
            return Ok(answer);
        }
    };
    // Its world lies in the same folder.
    let practised = Home::resolve().is_ok_and(|home| practice::running(&home.practice_dir()).is_some());
    if practised {
        return Err(Problem::new(ProblemCode::OthersRunning).into());
    }
    let gone = engine.purge().await?;
    forget_pages().await;
    let (companies, secrets, files) = (gone.companies.to_string(), gone.secrets.to_string(), gone.files.to_string());
    let values = [("companies", companies.as_str()), ("secrets", &secrets), ("files", &files)];
    let mut words = speaker.text_with("cli-purge-done", &values);
    for file in &gone.strangers {
        let _ = write!(words, "\n{}", speaker.text_with("cli-purge-stays", &[("file", file)]));
    }
    Ok(Answer { json: serde_json::to_value(&gone).unwrap_or_default(), words })
}

fn nothing(folder: &str, speaker: Speaker) -> Answer {
    let pages = pages().map(|folder| folder.display().to_string());
    let mut words = speaker.text_with("cli-purge-nothing", &[("folder", folder)]);
    if let Some(pages) = &pages {
        let _ = write!(words, "\n{}", speaker.text_with("cli-purge-pages", &[("folder", pages)]));
    }
    Answer { json: json!({ "folder": folder, "pages": pages }), words }
}

fn listed(list: &PurgeList, speaker: Speaker) -> String {
    let mut words = speaker.text_with("cli-purge-folder", &[("folder", &list.folder)]);
    let mut line = |text: String| {
        let _ = write!(words, "\n{text}");
    };
    for one in &list.companies {
        let name = if one.name.is_empty() { speaker.text("cli-connection-nameless") } else { one.name.clone() };
        line(speaker.text_with("cli-purge-company", &[("name", &name), ("secrets", &one.secrets.to_string())]));
    }
    line(speaker.text_with("cli-purge-secrets", &[("secrets", &list.secrets.to_string())]));
    for file in &list.files {
        line(speaker.text_with("cli-purge-file", &[("file", file)]));
    }
    if list.starts_itself {
        line(speaker.text("cli-purge-starts"));
    }
    for task in &list.tasks {
        line(speaker.text_with("cli-purge-task", &[("task", task)]));
    }
    if let Some(folder) = &list.pages {
        line(speaker.text_with("cli-purge-pages", &[("folder", folder)]));
    }
    for file in &list.strangers {
        line(speaker.text_with("cli-purge-stays", &[("file", file)]));
    }
    words
}
