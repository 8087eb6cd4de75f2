//! What is done before there is any window, for an installer or after our own end.

use std::process::{Command, ExitCode};
use std::thread;
use std::time::{Duration, Instant};

use crate::arguments::Errand;

/// As long as the installer waits (packaging/windows/installer/close.nsh).
const PATIENCE: Duration = Duration::from_secs(15);
const LOOK: Duration = Duration::from_millis(100);

/// None where the errand needs Tauri, which brings a message to the one that runs.
pub fn run(errand: Errand) -> Option<ExitCode> {
    let done = match errand {
        Errand::NameShortcut => platform::identity::name_shortcut().is_ok(),
        Errand::ForgetPages => platform::webview::forget_pages(PATIENCE),
        Errand::Quit if cfg!(windows) => quit(),
        Errand::Quit | Errand::AskToQuit => return None,
    };
    Some(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What brings the message ends at once, so it is another process; Windows Installer looks at what runs when we come back.
fn quit() -> bool {
    if !platform::installation::is_open() {
        return true;
    }
    let asked = std::env::current_exe().and_then(|program| Command::new(program).arg("--ask-to-quit").status());
    if asked.is_err() {
        return false;
    }
    let end = Instant::now() + PATIENCE;
    while platform::installation::is_open() {
        if Instant::now() >= end {
            return false;
        }
        thread::sleep(LOOK);
    }
    true
}

/// Starts what removes the web view's folder when we are gone.
pub fn forget_pages_afterwards() {
    let _ = std::env::current_exe().and_then(|program| Command::new(program).arg("--forget-pages").spawn());
}
