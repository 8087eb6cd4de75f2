//! Showing what was written, in whatever the system has for it.

use std::path::Path;

use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt as _;

/// Where it lies. It is written whether the system has something to show it with or not, and the window tells the place.
pub fn shown(app: &AppHandle, path: &Path) -> String {
    let path = path.to_string_lossy().into_owned();
    let _ = app.opener().open_path(path.clone(), None::<&str>);
    path
}
