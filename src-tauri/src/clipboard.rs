//! The system's clipboard, read and written here so that what is on it never reaches the page.

use engine::problem::{Problem, ProblemCode, Result};
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt as _;

pub async fn write(app: AppHandle, text: String) -> Result<()> {
    blocking(move || app.clipboard().write_text(text).ok()).await
}

pub async fn read(app: AppHandle) -> Result<String> {
    blocking(move || app.clipboard().read_text().ok()).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Result<T> {
    let unusable = || Problem::new(ProblemCode::ClipboardUnusable);
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| unusable())?.ok_or_else(unusable)
}
