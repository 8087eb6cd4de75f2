use engine::connection::ConnectionId;
use engine::guide::Shelf;
use engine::problem::Result;
use tauri::State;

use crate::shell::Shell;

/// The guides for this company's edition of DingTalk. Which one is shown is the window's matter.
#[tauri::command]
#[specta::specta]
pub async fn guide_shelf(shell: State<'_, Shell>, id: ConnectionId) -> Result<Shelf> {
    shell.engine()?.guide_shelf(&id).await
}
