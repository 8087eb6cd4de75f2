use engine::connection::ConnectionId;
use engine::permission::{PointView, Purpose};
use engine::problem::Result;
use engine::setup::SetupSnapshot;
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn purpose_choose(
    shell: State<'_, Shell>,
    id: ConnectionId,
    purposes: Vec<Purpose>,
) -> Result<SetupSnapshot> {
    shell.engine()?.purpose_choose(&id, purposes).await
}

#[tauri::command]
#[specta::specta]
pub async fn points_check(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.points_check(&id).await
}

/// The whole catalogue, with what the checks found out of it.
#[tauri::command]
#[specta::specta]
pub async fn points_all(shell: State<'_, Shell>, id: ConnectionId) -> Result<Vec<PointView>> {
    shell.engine()?.points_all(&id).await
}
