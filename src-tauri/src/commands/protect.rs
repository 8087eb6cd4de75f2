use engine::connection::ConnectionId;
use engine::problem::Result;
use engine::setup::{Place, SetupSnapshot};
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn place_choose(shell: State<'_, Shell>, id: ConnectionId, place: Place) -> Result<SetupSnapshot> {
    shell.engine()?.place_choose(&id, place).await
}

#[tauri::command]
#[specta::specta]
pub async fn address_find(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.address_find(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn address_type(shell: State<'_, Shell>, id: ConnectionId, ip: String) -> Result<SetupSnapshot> {
    shell.engine()?.address_type(&id, ip).await
}

#[tauri::command]
#[specta::specta]
pub async fn allow_list_check(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.allow_list_check(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminder_set(shell: State<'_, Shell>, id: ConnectionId, days: u32) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_set(&id, days).await
}
