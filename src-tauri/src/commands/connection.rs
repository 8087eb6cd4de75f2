use engine::connection::{ConnectionContents, ConnectionId, ConnectionView, Region, Removed};
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
pub async fn connection_rename(shell: State<'_, Shell>, id: ConnectionId, name: String) -> Result<ConnectionView> {
    shell.engine()?.connection_rename(&id, &name).await
}

#[tauri::command]
#[specta::specta]
pub async fn connection_duplicate(shell: State<'_, Shell>, id: ConnectionId, name: String) -> Result<SetupSnapshot> {
    shell.engine()?.connection_duplicate(&id, &name).await
}

/// What goes with it, to be shown before it goes.
#[tauri::command]
#[specta::specta]
pub async fn connection_contents(shell: State<'_, Shell>, id: ConnectionId) -> Result<ConnectionContents> {
    shell.engine()?.connection_contents(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn connection_remove(shell: State<'_, Shell>, id: ConnectionId) -> Result<Removed> {
    shell.engine()?.connection_remove(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn removal_retry(shell: State<'_, Shell>, id: ConnectionId) -> Result<Removed> {
    shell.engine()?.removal_retry(&id).await
}
