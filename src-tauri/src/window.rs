//! The one window: native frame, shown when its first screen is drawn, going nowhere else.

use engine::Engine;
use engine::settings::Theme;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, State, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tokio::time::{Duration, Instant};

use crate::background::Background;
use crate::shell::Shell;
use crate::tray;
use crate::unopened::{self, Unopened};

const CREAM: Color = Color(250, 247, 240, 255);
const NIGHT: Color = Color(22, 27, 24, 255);

/// Another program may hold the file for a while when it opens.
const STARTING: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(50);

/// How the person wants it.
#[derive(Debug, Clone, Copy)]
pub struct Looks {
    /// In per cent.
    size: u16,
    theme: Theme,
}

impl Default for Looks {
    fn default() -> Self {
        Self { size: 100, theme: Theme::System }
    }
}

impl Looks {
    pub async fn of(engine: &Engine) -> Self {
        engine.app().await.map_or_else(|_| Self::default(), |app| Self { size: app.zoom, theme: app.theme })
    }
}

/// Looked at first: what makes the window would tell in its own words, or end the program.
fn can_open() -> Result<(), Unopened> {
    if let Some((setting, switch)) = platform::webview::opened_in_registry() {
        return Err(Unopened::LookedInto(setting, switch));
    }
    tauri::webview_version().map(drop).map_err(|_| Unopened::WebViewMissing)
}

/// As everybody's looks until it is dressed. Its page shows it.
pub fn make(app: &AppHandle) -> Result<WebviewWindow, Unopened> {
    can_open()?;
    WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("Hoitung 開通")
        .inner_size(1280.0, 800.0)
        // At 150 per cent a usual screen has less than that.
        .min_inner_size(720.0, 520.0)
        .prevent_overflow()
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
        .build()
        .map_err(|_| Unopened::Window)
}

pub fn dress(window: &WebviewWindow, looks: Looks) {
    zoom(window, looks.size);
    theme(window, looks.theme);
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

/// A second start, the tray or a notification shows the one window; started hidden, there is none yet.
pub fn show(app: &AppHandle) {
    if app.state::<Background>().is_ending() {
        return;
    }
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let Some(shell) = opened(&app).await else { return };
        // Called for twice at once, there would be two.
        let background = app.state::<Background>();
        let _making = background.making_window().await;
        // One has come meanwhile, and its page shows it.
        if app.get_webview_window("main").is_some() {
            return;
        }
        let looks = match shell.engine() {
            Ok(engine) => Looks::of(engine).await,
            Err(_) => Looks::default(),
        };
        let why = match make(&app) {
            // Shown by its page, as at any start.
            Ok(window) => return dress(&window, looks),
            Err(why) => why,
        };
        unopened::tell(&app, why).await;
        if !tray::is_seen(&app).await {
            app.exit(unopened::CODE.into());
        }
    });
}

/// Whoever asks while it still starts is heard when it has: started hidden, nothing else would show them a window.
async fn opened(app: &AppHandle) -> Option<State<'_, Shell>> {
    let end = Instant::now() + STARTING;
    while app.try_state::<Shell>().is_none() && Instant::now() < end {
        tokio::time::sleep(LOOK).await;
    }
    app.try_state::<Shell>()
}

pub fn hide(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.hide();
    }
}
