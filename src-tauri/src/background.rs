//! The program while its window is closed: what closing means, where a click on a notification leads, and the way out.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use engine::connection::ConnectionId;
use engine::settings::Closing;
use engine::setup::Task;
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager as _};
use tauri_specta::Event;

use crate::events::tell;
use crate::shell::Shell;
use crate::{errand, tray, window};

/// A desktop takes so long, at most, to show its tray after signing in.
const TRAY_COMES: Duration = Duration::from_secs(20);
const LOOK: Duration = Duration::from_secs(1);
/// For what is under way when it ends. The installer waits five times as long.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where somebody wants to go, from outside the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Wanted {
    pub connection: ConnectionId,
    /// None leads to the page of the reminders.
    pub task: Option<Task>,
}

/// Something is wanted: the page takes it when it is ready for it.
#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct Called;

/// The window is to be closed, and nobody has said yet what that means.
#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct ClosingAsked;

#[derive(Default)]
pub struct Background {
    wanted: Mutex<Option<Wanted>>,
    asked: AtomicBool,
    ending: AtomicBool,
    making: tokio::sync::Mutex<()>,
}

impl Background {
    /// What is wanted in this company, once.
    pub fn take(&self, id: &ConnectionId) -> Option<Wanted> {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        wanted.take_if(|wanted| &wanted.connection == id)
    }

    /// Held by whoever makes the window.
    pub async fn making_window(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.making.lock().await
    }

    /// It quits: what is hidden stays so.
    pub fn is_ending(&self) -> bool {
        self.ending.load(Ordering::Relaxed)
    }

    fn want(&self, wanted: Wanted) {
        *self.wanted.lock().unwrap_or_else(PoisonError::into_inner) = Some(wanted);
    }

    /// The question on the screen was answered.
    pub fn answered(&self) {
        self.asked.store(false, Ordering::Relaxed);
    }
}

/// Shows the company and the task in it, whatever is on the screen, and if nothing is.
pub fn lead(app: &AppHandle, wanted: Wanted) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let id = wanted.connection.clone();
        app.state::<Background>().want(wanted);
        if let Ok(engine) = app.state::<Shell>().engine() {
            // Removed meanwhile: then the window shows what there is.
            let _ = engine.connection_select(&id).await;
        }
        window::show(&app);
        tell(&app, Called);
    });
}

/// A desktop that has just begun may not have its tray yet; one that has none gets the window, or nobody would find it.
pub fn start_hidden(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let end = tokio::time::Instant::now() + TRAY_COMES;
        while !tray::is_seen(&app).await {
            if tokio::time::Instant::now() >= end {
                return window::show(&app);
            }
            tokio::time::sleep(LOOK).await;
        }
    });
}

/// The window's own button was pressed. Without a tray nobody would find the program again, so closing ends it.
pub fn close(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if !tray::is_seen(&app).await {
            return quit(&app);
        }
        match closing(&app).await {
            Some(Closing::KeepRunning) => window::hide(&app),
            Some(Closing::Quit) => quit(&app),
            // Pressed again while the question stands there unanswered, or on a page that answers no more: out.
            None if app.state::<Background>().asked.swap(true, Ordering::Relaxed) => quit(&app),
            None => tell(&app, ClosingAsked),
        }
    });
}

async fn closing(app: &AppHandle) -> Option<Closing> {
    let shell = app.state::<Shell>();
    // A home that cannot be used has no background either.
    let Ok(engine) = shell.engine() else { return Some(Closing::Quit) };
    engine.app().await.map_or(Some(Closing::Quit), |app| app.background.closing)
}

/// Everything that counts is on the disk already. A call that has left may still be answered; nobody looks at that.
pub fn quit(app: &AppHandle) {
    if app.state::<Background>().ending.swap(true, Ordering::Relaxed) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        window::hide(&app);
        // Asked to before it is open, there is none yet.
        if let Some(shell) = app.try_state::<Shell>() {
            if let Ok(engine) = shell.engine() {
                engine.wound_up(PATIENCE).await;
            }
            if shell.is_purged() {
                errand::forget_pages_afterwards();
            }
        }
        app.exit(0);
    });
}
