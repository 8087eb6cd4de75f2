use engine::connection::ConnectionId;
use engine::note::Note;
use engine::problem::Result;
use engine::setup::{KeysForm, SetupSnapshot};
use tauri::{AppHandle, State};

use crate::{clipboard, shell::Shell};

#[tauri::command]
#[specta::specta]
pub async fn keys_notes(shell: State<'_, Shell>, form: KeysForm) -> Result<Vec<Note>> {
    Ok(shell.engine()?.keys_notes(&form))
}

#[tauri::command]
#[specta::specta]
pub async fn keys_draft(
    shell: State<'_, Shell>,
    id: ConnectionId,
    corp_id: String,
    client_id: String,
    agent_id: String,
) -> Result<SetupSnapshot> {
    shell.engine()?.keys_draft(&id, corp_id, client_id, agent_id).await
}

#[tauri::command]
#[specta::specta]
pub async fn keys_paste(shell: State<'_, Shell>, id: ConnectionId, text: String) -> Result<SetupSnapshot> {
    shell.engine()?.keys_paste(&id, text.into()).await
}

/// The whole console page, straight from the clipboard: the page's secret never enters the window.
#[tauri::command]
#[specta::specta]
pub async fn keys_paste_clipboard(app: AppHandle, shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    let page = clipboard::read(app).await?;
    shell.engine()?.keys_paste(&id, page.into()).await
}

#[tauri::command]
#[specta::specta]
pub async fn keys_try(shell: State<'_, Shell>, id: ConnectionId, form: KeysForm) -> Result<SetupSnapshot> {
    shell.engine()?.keys_try(&id, form).await
}

/// `None`: the one that waits.
#[tauri::command]
#[specta::specta]
pub async fn secret_enter(shell: State<'_, Shell>, id: ConnectionId, secret: Option<String>) -> Result<SetupSnapshot> {
    shell.engine()?.secret_enter(&id, secret.map(Into::into)).await
}

/// The same, with the old one kept until somebody says that it was disabled.
#[tauri::command]
#[specta::specta]
pub async fn secret_rotate(shell: State<'_, Shell>, id: ConnectionId, secret: Option<String>) -> Result<SetupSnapshot> {
    shell.engine()?.secret_rotate(&id, secret.map(Into::into)).await
}

#[tauri::command]
#[specta::specta]
pub async fn secret_discard(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.secret_discard(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn old_secret_disabled(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.old_secret_disabled(&id).await
}
