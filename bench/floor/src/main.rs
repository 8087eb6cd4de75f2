//! One window of the size of ours, made hidden, shown by its page. Says on standard error when it has drawn.
//! Closing hides it: then it is what ours is while it works in the background.

use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use tauri::{WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

#[tauri::command]
async fn show(window: WebviewWindow) -> Result<(), ()> {
    let _ = window.show();
    let _ = window.set_focus();
    Ok(())
}

#[tauri::command]
fn ready() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    let _ = writeln!(std::io::stderr(), "TIMING ready epoch_ms={now}");
}

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![show, ready])
        .setup(|app| {
            WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Floor")
                .inner_size(1280.0, 800.0)
                .center()
                .visible(false)
                .build()?;
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                let _ = window.hide();
            }
        })
        .run(tauri::generate_context!())
}
