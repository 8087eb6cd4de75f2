//! The one window: native frame, shown when its first screen is drawn, going nowhere else.

use engine::settings::Theme;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager as _, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

const CREAM: Color = Color(250, 247, 240, 255);
const NIGHT: Color = Color(22, 27, 24, 255);

/// `size` in per cent.
pub fn open(app: &App, size: u16, chosen: Theme) -> tauri::Result<()> {
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
    theme(&window, chosen);
    Ok(())
}

/// The frame and the ground, so that nothing light flashes before or around a dark page. A window that cannot is as
/// readable as before: the page has its colours by itself.
pub fn theme(window: &WebviewWindow, chosen: Theme) {
    let _ = window.set_theme(match chosen {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    });
    let dark = match chosen {
        Theme::System => window.theme().is_ok_and(|theme| theme == tauri::Theme::Dark),
        Theme::Light => false,
        Theme::Dark => true,
    };
    let _ = window.set_background_color(Some(if dark { NIGHT } else { CREAM }));
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
