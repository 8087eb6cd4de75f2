use engine::connection::ConnectionId;
use engine::note::Note;
use engine::problem::Result;
use engine::setup::{RegisterForm, SetupSnapshot};
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn register_notes(shell: State<'_, Shell>, form: RegisterForm) -> Result<Vec<Note>> {
    Ok(shell.engine()?.register_notes(&form))
}

#[tauri::command]
#[specta::specta]
pub async fn register_draft(shell: State<'_, Shell>, id: ConnectionId, form: RegisterForm) -> Result<SetupSnapshot> {
    shell.engine()?.register_draft(&id, form).await
}

#[tauri::command]
#[specta::specta]
pub async fn register_confirm(shell: State<'_, Shell>, id: ConnectionId, form: RegisterForm) -> Result<SetupSnapshot> {
    shell.engine()?.register_confirm(&id, form).await
}

#[tauri::command]
#[specta::specta]
pub async fn hosts_check(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.hosts_check(&id).await
}
