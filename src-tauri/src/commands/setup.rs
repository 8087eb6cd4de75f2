use engine::connection::ConnectionId;
use engine::problem::Result;
use engine::setup::{SetupSnapshot, Stop, Task};
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn setup(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.setup(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn setup_go(shell: State<'_, Shell>, id: ConnectionId, stop: Stop) -> Result<SetupSnapshot> {
    shell.engine()?.setup_go(&id, stop).await
}

#[tauri::command]
#[specta::specta]
pub async fn setup_say(shell: State<'_, Shell>, id: ConnectionId, task: Task) -> Result<SetupSnapshot> {
    shell.engine()?.setup_say(&id, task).await
}

#[tauri::command]
#[specta::specta]
pub async fn setup_unsay(shell: State<'_, Shell>, id: ConnectionId, task: Task) -> Result<SetupSnapshot> {
    shell.engine()?.setup_unsay(&id, task).await
}

#[tauri::command]
#[specta::specta]
pub async fn setup_cancel(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.setup_cancel(&id).await
}
