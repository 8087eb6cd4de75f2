use engine::connection::ConnectionId;
use engine::problem::{Result, Who};
use engine::settings::Language;
use engine::setup::{SetupSnapshot, Task};
use serde::Serialize;
use tauri::{AppHandle, State};
use words::Speaker;

use crate::mail;
use crate::shell::Shell;

#[derive(Debug, Serialize, specta::Type)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// The message in both languages, and for whom it is.
#[derive(Debug, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AskReading {
    pub who: Who,
    pub app_name: String,
    pub en: Letter,
    pub zh_hk: Letter,
}

impl From<words::Letter> for Letter {
    fn from(letter: words::Letter) -> Self {
        Self { subject: letter.subject, body: letter.body }
    }
}

/// `who: None` asks whoever's turn it is.
#[tauri::command]
#[specta::specta]
pub async fn ask_read(shell: State<'_, Shell>, id: ConnectionId, task: Task, who: Option<Who>) -> Result<AskReading> {
    let sheet = shell.engine()?.ask_sheet(&id, task, who).await?;
    let letter = |language| Speaker::new(language).letter(&sheet).into();
    Ok(AskReading {
        who: sheet.who,
        en: letter(words::Language::En),
        zh_hk: letter(words::Language::ZhHk),
        app_name: sheet.app_name.clone(),
    })
}

/// True when the whole message is in the mail; otherwise it lies on the clipboard.
#[tauri::command]
#[specta::specta]
pub async fn ask_mail(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: ConnectionId,
    task: Task,
    who: Who,
    language: Language,
) -> Result<bool> {
    let speaker = Speaker::new(language.into());
    let letter = speaker.letter(&shell.engine()?.ask_sheet(&id, task, Some(who)).await?);
    mail::open(app, letter, speaker).await
}

#[tauri::command]
#[specta::specta]
pub async fn app_name_set(shell: State<'_, Shell>, id: ConnectionId, name: String) -> Result<SetupSnapshot> {
    shell.engine()?.app_name_set(&id, name).await
}

/// Somebody else was asked for this task.
#[tauri::command]
#[specta::specta]
pub async fn ask_noted(shell: State<'_, Shell>, id: ConnectionId, task: Task, who: Who) -> Result<SetupSnapshot> {
    shell.engine()?.ask_noted(&id, task, who).await
}

#[tauri::command]
#[specta::specta]
pub async fn ask_undo(shell: State<'_, Shell>, id: ConnectionId, task: Task) -> Result<SetupSnapshot> {
    shell.engine()?.ask_undo(&id, task).await
}
