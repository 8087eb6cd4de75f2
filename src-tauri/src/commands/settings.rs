//! What holds for the whole app: its file, its folder, its logs, a report, and removing everything.

use engine::log::LogsView;
use engine::problem::{Problem, ProblemCode, Result};
use engine::purge::{PurgeList, Purged};
use engine::report::Report;
use engine::settings::{AppSnapshot, FolderView};
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt as _;

use crate::shell::Shell;
use crate::{background, packages};

/// Somebody has read what became of the file.
#[tauri::command]
#[specta::specta]
pub async fn rebuilt_read(shell: State<'_, Shell>) -> Result<AppSnapshot> {
    shell.engine()?.rebuilt_read().await
}

/// Tries a file again that could not be written.
#[tauri::command]
#[specta::specta]
pub async fn write_again(shell: State<'_, Shell>) -> Result<AppSnapshot> {
    shell.engine()?.write_again().await
}

#[tauri::command]
#[specta::specta]
pub async fn folder(shell: State<'_, Shell>) -> Result<FolderView> {
    shell.engine()?.folder().await
}

#[tauri::command]
#[specta::specta]
pub async fn folder_open(app: AppHandle, shell: State<'_, Shell>) -> Result<()> {
    open(&app, shell.engine()?.folder().await?.path)
}

#[tauri::command]
#[specta::specta]
pub async fn logs(shell: State<'_, Shell>) -> Result<LogsView> {
    shell.engine()?.logs().await
}

#[tauri::command]
#[specta::specta]
pub async fn logs_open(app: AppHandle, shell: State<'_, Shell>) -> Result<()> {
    open(&app, shell.engine()?.logs().await?.folder)
}

/// A copy without names, beside the printable pages; where it lies.
#[tauri::command]
#[specta::specta]
pub async fn logs_save(shell: State<'_, Shell>) -> Result<String> {
    let engine = shell.engine()?;
    let copy = engine.logs_copy().await?;
    engine.report_save("logs", &copy)
}

#[tauri::command]
#[specta::specta]
pub async fn logs_clear(shell: State<'_, Shell>) -> Result<LogsView> {
    shell.engine()?.logs_clear().await
}

#[tauri::command]
#[specta::specta]
pub async fn report(shell: State<'_, Shell>, note: String) -> Result<Report> {
    shell.engine()?.report(&note).await
}

/// What was shown, and nothing else, beside the printable pages; where it lies.
#[tauri::command]
#[specta::specta]
pub async fn report_save(shell: State<'_, Shell>, text: String) -> Result<String> {
    shell.engine()?.report_save("report", &text)
}

#[tauri::command]
#[specta::specta]
pub async fn purge_list(shell: State<'_, Shell>) -> Result<PurgeList> {
    shell.engine()?.purge_list().await
}

/// Afterwards nothing answers any more; the window is closed by its last button.
#[tauri::command]
#[specta::specta]
pub async fn purge(app: AppHandle, shell: State<'_, Shell>) -> Result<Purged> {
    let purged = shell.purge().await?;
    let _ = tauri::async_runtime::spawn_blocking(move || packages::sweep(&app)).await;
    Ok(purged)
}

#[tauri::command]
#[specta::specta]
pub async fn app_close(app: AppHandle) -> Result<()> {
    background::quit(&app);
    Ok(())
}

fn open(app: &AppHandle, path: String) -> Result<()> {
    app.opener().open_path(path, None::<&str>).map_err(|_| Problem::new(ProblemCode::BrowserUnopened))
}
