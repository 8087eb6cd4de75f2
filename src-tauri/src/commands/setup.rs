use engine::connection::ConnectionId;
use engine::problem::Result;
use engine::setup::{AsideView, RegionChoice, RegionMove, SetupSnapshot, Stop, Task};
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

/// What moving to the other region would mean, before it happens.
#[tauri::command]
#[specta::specta]
pub async fn region_preview(shell: State<'_, Shell>, id: ConnectionId, to: RegionChoice) -> Result<RegionMove> {
    shell.engine()?.region_preview(&id, to).await
}

#[tauri::command]
#[specta::specta]
pub async fn region_move(shell: State<'_, Shell>, id: ConnectionId, to: RegionChoice) -> Result<SetupSnapshot> {
    shell.engine()?.region_move(&id, to).await
}

/// What earlier moves set aside.
#[tauri::command]
#[specta::specta]
pub async fn evidence_aside(shell: State<'_, Shell>, id: ConnectionId) -> Result<Vec<AsideView>> {
    shell.engine()?.evidence_aside(&id).await
}
