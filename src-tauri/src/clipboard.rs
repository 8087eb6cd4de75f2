//! The system's clipboard, read and written here so that what is on it never reaches the page.

use std::sync::{Mutex, PoisonError};

use arboard::Error;
use engine::problem::{Problem, ProblemCode, Result};
use tauri::{AppHandle, Manager as _};

/// Opened at its first use. On Linux what was copied lies with us until we let go of it, so it is kept until the end.
#[derive(Default)]
pub struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    fn with<T>(&self, work: impl FnOnce(&mut arboard::Clipboard) -> std::result::Result<T, Error>) -> Option<T> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let clipboard = match &mut *held {
            Some(clipboard) => clipboard,
            none => none.insert(arboard::Clipboard::new().ok()?),
        };
        work(clipboard).ok()
    }

    /// Before the program ends: the desktop takes over what lies there.
    pub fn let_go(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

pub async fn write(app: AppHandle, text: String) -> Result<()> {
    blocking(move || app.state::<Clipboard>().with(|clipboard| clipboard.set_text(text))).await
}

pub async fn read(app: AppHandle) -> Result<String> {
    blocking(move || app.state::<Clipboard>().with(arboard::Clipboard::get_text)).await
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Result<T> {
    let unusable = || Problem::new(ProblemCode::ClipboardUnusable);
    tauri::async_runtime::spawn_blocking(work).await.map_err(|_| unusable())?.ok_or_else(unusable)
}
