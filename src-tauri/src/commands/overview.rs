use engine::connection::ConnectionId;
use engine::problem::Result;
use engine::setup::SetupSnapshot;
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn overview_check(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.overview_check(&id).await
}
