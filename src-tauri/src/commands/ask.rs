use engine::connection::ConnectionId;
use engine::problem::{Result, Who};
use engine::setup::{SetupSnapshot, Task};
use tauri::State;

use crate::shell::Shell;

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
