use engine::connection::ConnectionId;
use engine::problem::{Problem, ProblemCode, Result};
use engine::settings::{AppSnapshot, Closing, Pause};
use tauri::{AppHandle, State};

use crate::background::{self, Background, Wanted};
use crate::shell::Shell;
use crate::{tray, window};

/// What closing the window means, from now on.
#[tauri::command]
#[specta::specta]
pub async fn closing_choose(shell: State<'_, Shell>, closing: Closing) -> Result<AppSnapshot> {
    shell.engine()?.closing_choose(closing).await
}

/// The answer to the question at the first closing: it is kept, and done.
#[tauri::command]
#[specta::specta]
pub async fn closing_answer(
    app: AppHandle,
    shell: State<'_, Shell>,
    background: State<'_, Background>,
    closing: Option<Closing>,
) -> Result<()> {
    background.answered();
    let Some(closing) = closing else { return Ok(()) };
    let kept = shell.engine()?.closing_choose(closing).await.map(drop);
    match closing {
        // With what went wrong nobody would find it again.
        Closing::KeepRunning if kept.is_err() => {}
        Closing::KeepRunning => window::hide(&app),
        // A full disk keeps nobody here.
        Closing::Quit => background::quit(&app),
    }
    kept
}

#[tauri::command]
#[specta::specta]
pub async fn notices_choose(shell: State<'_, Shell>, on: bool) -> Result<AppSnapshot> {
    shell.engine()?.notices_choose(on).await
}

#[tauri::command]
#[specta::specta]
pub async fn pause(shell: State<'_, Shell>, pause: Pause) -> Result<AppSnapshot> {
    shell.engine()?.pause(pause).await
}

/// What this computer says of the background.
#[derive(Debug, Clone, serde::Serialize, specta::Type)]
pub struct Desktop {
    /// Somebody who closes the window finds the program again.
    pub tray: bool,
    /// None where this system is not supported.
    pub autostart: Option<bool>,
}

#[tauri::command]
#[specta::specta]
pub async fn desktop(app: AppHandle) -> Result<Desktop> {
    let autostart = platform::autostart::is_on().unwrap_or(None);
    Ok(Desktop { tray: tray::is_seen(&app).await, autostart })
}

#[tauri::command]
#[specta::specta]
pub async fn autostart_choose(app: AppHandle, on: bool) -> Result<Desktop> {
    platform::autostart::set(on).map_err(|_| Problem::new(ProblemCode::AutostartUnset))?;
    desktop(app).await
}

/// What was pressed outside the window, once.
#[tauri::command]
#[specta::specta]
pub async fn wanted_take(background: State<'_, Background>, id: ConnectionId) -> Result<Option<Wanted>> {
    Ok(background.take(&id))
}
