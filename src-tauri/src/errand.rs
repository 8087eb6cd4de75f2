//! What is done before there is any window, for an installer or after our own end.

use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use crate::arguments::Errand;

/// As long as the installer waits (packaging/windows/installer/close.nsh).
const PATIENCE: Duration = Duration::from_secs(15);

/// None where the errand needs Tauri, which brings a message to the one that runs.
pub fn run(errand: Errand) -> Option<ExitCode> {
    let done = match errand {
        Errand::NameShortcut => platform::identity::name_shortcut().is_ok(),
        Errand::ForgetPages => forget_pages(),
        #[cfg(windows)]
        Errand::Quit => quit(),
        #[cfg(not(windows))]
        Errand::Quit => return None,
        Errand::AskToQuit => return None,
    };
    Some(if done { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What brings the message ends at once, so it is another process; Windows Installer looks at what runs when we come back.
#[cfg(windows)]
fn quit() -> bool {
    let ask = || {
        let asked = std::env::current_exe().and_then(|program| Command::new(program).arg("--ask-to-quit").status());
        asked.is_ok()
    };
    !platform::installation::is_open() || platform::installation::ended_by(ask, PATIENCE)
}

/// Once whoever started us is gone: until then it holds our input open.
fn forget_pages() -> bool {
    let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
    platform::webview::forget_pages(PATIENCE)
}

/// Starts what removes the web view's folder when we are gone.
pub fn forget_pages_afterwards() {
    let program = std::env::current_exe();
    let started = program.and_then(|program| Command::new(program).arg("--forget-pages").stdin(Stdio::piped()).spawn());
    if let Ok(child) = started {
        // Not closed before the end of this process.
        std::mem::forget(child);
    }
}
