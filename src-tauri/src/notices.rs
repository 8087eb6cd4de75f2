//! Notifications of the system: told once, and a click leads to the task.

use engine::Engine;
use engine::reminder::Notice;
use tauri::{AppHandle, Manager as _};
use words::NoticeText;

use crate::background::{self, Wanted};
use crate::shell::Shell;

/// Tells whatever comes due, for as long as the program runs.
pub fn tell(app: &AppHandle, engine: &Engine) {
    let mut notices = engine.notices();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        while let Some(notice) = notices.recv().await {
            let Ok(speaker) = app.state::<Shell>().speaker().await else { continue };
            let text = speaker.reminder_notice(&notice);
            let Some(wanted) = wanted(&notice) else { continue };
            let clicked = app.clone();
            // It waits for the click, for as long as the notification is shown.
            std::thread::spawn(move || show(&text, move || background::lead(&clicked, wanted)));
        }
    });
}

/// One leads to its task; several to the page that lists them.
fn wanted(notice: &Notice) -> Option<Wanted> {
    let first = notice.due.first()?;
    let task = first.reminder.task.filter(|_| notice.due.len() == 1);
    Some(Wanted { connection: first.connection.clone(), task })
}

/// A desktop without notifications shows none; the home page and the tray tell the same.
#[cfg(target_os = "linux")]
fn show(text: &NoticeText, clicked: impl FnOnce() + Send + 'static) {
    use notify_rust::{Hint, Notification, Timeout};

    let marked_up = notify_rust::get_capabilities().is_ok_and(|can| can.iter().any(|one| one == "body-markup"));
    let body = if marked_up { escaped(&text.body) } else { text.body.clone() };
    let shown = Notification::new()
        .appname("Hoitung")
        .summary(&text.title)
        .body(&body)
        .icon(platform::identity::ID)
        .hint(Hint::DesktopEntry(platform::identity::ID.to_owned()))
        .action("default", &text.title)
        .timeout(Timeout::Never)
        .show();
    let Ok(shown) = shown else { return };
    let mut clicked = Some(clicked);
    shown.wait_for_action(move |action: &str| {
        if action == "default"
            && let Some(clicked) = clicked.take()
        {
            clicked();
        }
    });
}

/// A company's name is no markup.
#[cfg(target_os = "linux")]
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(windows)]
fn show(text: &NoticeText, clicked: impl FnOnce() + Send + 'static) {
    use std::sync::Mutex;

    use tauri_winrt_notification::Toast;

    let clicked = Mutex::new(Some(clicked));
    // Under a name that Windows does not know, nothing would be shown; one that was not installed borrows PowerShell's.
    let name = if platform::identity::is_known() { platform::identity::ID } else { Toast::POWERSHELL_APP_ID };
    let toast = Toast::new(name).title(&text.title).text1(&text.body).on_activated(move |_| {
        if let Some(clicked) = clicked.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take() {
            clicked();
        }
        Ok(())
    });
    let _ = toast.show();
}

#[cfg(not(any(target_os = "linux", windows)))]
fn show(_text: &NoticeText, _clicked: impl FnOnce() + Send + 'static) {}
