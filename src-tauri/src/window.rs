//! The one window: native frame, shown when its first screen is drawn, going nowhere else.

use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager as _, Theme, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

const CREAM: Color = Color(250, 247, 240, 255);
const NIGHT: Color = Color(22, 27, 24, 255);

pub fn open(app: &App, size: u16) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Hoitung 開通")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 640.0)
        .center()
        .visible(false)
        .disable_drag_drop_handler()
        .on_navigation(|url| {
            let ours = (url.scheme() == "tauri" && url.host_str() == Some("localhost"))
                || (matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost"));
            ours || url.as_str() == "about:blank"
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    zoom(&window, size);
    let ground = if window.theme().is_ok_and(|theme| theme == Theme::Dark) { NIGHT } else { CREAM };
    window.set_background_color(Some(ground))
}

/// Enlarges the pages to `size` per cent. A window that cannot is as readable as before.
pub fn zoom(window: &WebviewWindow, size: u16) {
    let _ = window.set_zoom(f64::from(size) / 100.0);
}

/// A second start shows the first window.
pub fn show(app: &tauri::AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}
