use engine::Link;
use engine::connection::ConnectionId;
use engine::problem::{Problem, ProblemCode, Result};
use engine::settings::{AppSnapshot, Language, Theme, ZoomStep};
use tauri::{AppHandle, State, WebviewWindow};
use tauri_plugin_opener::OpenerExt as _;

use crate::{clipboard, shell::Shell, timing, window};

#[tauri::command]
#[specta::specta]
pub async fn app(shell: State<'_, Shell>) -> Result<AppSnapshot> {
    shell.engine()?.app().await
}

#[tauri::command]
#[specta::specta]
pub async fn choose_language(shell: State<'_, Shell>, language: Language) -> Result<AppSnapshot> {
    shell.engine()?.choose_language(language).await
}

/// Shows the pages larger or smaller, and remembers it.
#[tauri::command]
#[specta::specta]
pub async fn zoom(window: WebviewWindow, shell: State<'_, Shell>, step: ZoomStep) -> Result<AppSnapshot> {
    let app = shell.engine()?.zoom(step).await?;
    window::zoom(&window, app.zoom);
    Ok(app)
}

/// Light, dark or the system's: the frame and the ground of the window too.
#[tauri::command]
#[specta::specta]
pub async fn theme_choose(window: WebviewWindow, shell: State<'_, Shell>, theme: Theme) -> Result<AppSnapshot> {
    let app = shell.engine()?.theme(theme).await?;
    window::theme(&window, app.theme);
    Ok(app)
}

#[tauri::command]
#[specta::specta]
pub async fn tour_seen(shell: State<'_, Shell>) -> Result<AppSnapshot> {
    shell.engine()?.tour_seen().await
}

/// The first screen stands: show the window, which was made hidden so that nobody sees it empty.
#[tauri::command]
#[specta::specta]
pub async fn window_show(window: WebviewWindow) -> Result<()> {
    // A window that cannot be shown has nobody to tell.
    let _ = window.show();
    let _ = window.set_focus();
    Ok(())
}

/// The second frame of the first screen has been drawn.
#[tauri::command]
#[specta::specta]
pub async fn window_ready() -> Result<()> {
    timing::mark("ready");
    Ok(())
}

/// Opens one of the known places in the system's browser. The window never names a URL (faults.md S09).
#[tauri::command]
#[specta::specta]
pub async fn link_open(app: AppHandle, shell: State<'_, Shell>, id: ConnectionId, link: Link) -> Result<()> {
    let url = shell.engine()?.link(&id, link).await?;
    app.opener().open_url(url, None::<&str>).map_err(|_| Problem::new(ProblemCode::BrowserUnopened))
}

#[tauri::command]
#[specta::specta]
pub async fn copy_text(app: AppHandle, text: String) -> Result<()> {
    clipboard::write(app, text).await
}
