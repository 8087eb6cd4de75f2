use engine::connection::{ConnectionId, Region};
use engine::problem::Result;
use engine::settings::AppSnapshot;
use engine::setup::SetupSnapshot;
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn connection_create(shell: State<'_, Shell>, region: Region) -> Result<SetupSnapshot> {
    shell.connection_create(region).await
}

#[tauri::command]
#[specta::specta]
pub async fn connection_select(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.connection_select(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn connection_leave(shell: State<'_, Shell>) -> Result<AppSnapshot> {
    shell.engine()?.connection_leave().await
}

#[tauri::command]
#[specta::specta]
pub async fn connection_remove(shell: State<'_, Shell>, id: ConnectionId) -> Result<AppSnapshot> {
    shell.engine()?.connection_remove(&id).await
}
