//! New versions: looked for, downloaded, installed. What goes wrong on the way stands in the snapshot.

use engine::problem::Result;
use engine::update::{UpdateHabit, UpdateSnapshot};
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn update(shell: State<'_, Shell>) -> Result<UpdateSnapshot> {
    shell.engine()?.update().await
}

#[tauri::command]
#[specta::specta]
pub async fn update_look(shell: State<'_, Shell>) -> Result<UpdateSnapshot> {
    shell.engine()?.update_look().await
}

#[tauri::command]
#[specta::specta]
pub async fn update_download(shell: State<'_, Shell>) -> Result<UpdateSnapshot> {
    shell.engine()?.update_download().await
}

/// As soon as nothing runs; on Windows the program ends here and comes back as the new version.
#[tauri::command]
#[specta::specta]
pub async fn update_install(shell: State<'_, Shell>) -> Result<UpdateSnapshot> {
    shell.engine()?.update_install().await
}

#[tauri::command]
#[specta::specta]
pub async fn update_stop(shell: State<'_, Shell>) -> Result<UpdateSnapshot> {
    shell.engine()?.update_stop().await
}

#[tauri::command]
#[specta::specta]
pub async fn update_habit(shell: State<'_, Shell>, habit: UpdateHabit) -> Result<UpdateSnapshot> {
    shell.engine()?.update_habit(habit).await
}
