//! The icon in the tray: how the worst of the companies stands by its shape and in words, what is due, and what can be
//! done without the window.

use std::sync::{Mutex, PoisonError};

use engine::connection::ConnectionId;
use engine::overview::Standing;
use engine::settings::{BackgroundStatus, Pause};
use engine::setup::Task;
use engine::{Change, Engine};
use tauri::image::Image;
use tauri::menu::{IsMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager as _, Wry, include_image};
use tokio::sync::broadcast::error::RecvError;
use words::Speaker;

use crate::background::{self, Wanted};
use crate::shell::Shell;
use crate::window;

/// So many are named; the page has them all.
const NAMED: usize = 5;

/// What is drawn. Compared before anything is drawn anew.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Drawn {
    shape: Shape,
    lines: Vec<Line>,
    tooltip: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Well,
    Begun,
    Attention,
    Trouble,
    Offline,
    Paused,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Line {
    Told(String),
    Act(&'static str, String),
    Due(usize, String),
    Gap,
}

#[derive(Default)]
pub struct Tray {
    icon: Mutex<Option<TrayIcon>>,
    drawn: Mutex<Option<Drawn>>,
    /// Where the lines of what is due lead.
    leads: Mutex<Vec<(ConnectionId, Option<Task>)>>,
}

/// Makes the icon, and keeps it as things stand, for as long as the program runs.
pub fn keep(app: &AppHandle, engine: &Engine) {
    let (app, engine) = (app.clone(), engine.clone());
    tauri::async_runtime::spawn(async move {
        // Looked for aside: the first window need not wait for it.
        let found = tauri::async_runtime::spawn_blocking(platform::tray::has_library).await;
        if !found.unwrap_or(false) {
            return;
        }
        let mut changes = engine.changes();
        loop {
            if let Ok(status) = engine.background_status().await {
                draw(&app, &status);
            }
            match changes.recv().await {
                // Much is told in a moment while something is checked: one drawing is enough for all of it.
                Ok(Change::App(_) | Change::Setup(_) | Change::Network(_) | Change::Update(_)) => {
                    while changes.try_recv().is_ok() {}
                }
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn draw(app: &AppHandle, status: &BackgroundStatus) {
    let tray = app.state::<Tray>();
    let wanted = drawn(status);
    // The same words may lead elsewhere now.
    let leads = status.due.iter().map(|due| (due.connection.clone(), due.reminder.task)).collect();
    *tray.leads.lock().unwrap_or_else(PoisonError::into_inner) = leads;
    if tray.drawn.lock().unwrap_or_else(PoisonError::into_inner).as_ref() == Some(&wanted) {
        return;
    }
    let handle = app.clone();
    // Menus are made where the windows live.
    let _ = app.run_on_main_thread(move || {
        // A tray that cannot be drawn is as none: closing the window asks whether there is one.
        if show(&handle, &wanted).is_ok() {
            *handle.state::<Tray>().drawn.lock().unwrap_or_else(PoisonError::into_inner) = Some(wanted);
        }
    });
}

fn show(app: &AppHandle, drawn: &Drawn) -> tauri::Result<()> {
    let menu = menu(app, &drawn.lines)?;
    let tray = app.state::<Tray>();
    let mut icon = tray.icon.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(icon) = icon.as_ref() {
        icon.set_icon(Some(drawn.shape.image()))?;
        icon.set_tooltip(Some(&drawn.tooltip))?;
        icon.set_title(Some(&drawn.tooltip))?;
        return icon.set_menu(Some(menu));
    }
    let made = TrayIconBuilder::with_id("hoitung")
        .icon(drawn.shape.image())
        .tooltip(&drawn.tooltip)
        .title(&drawn.tooltip)
        .menu(&menu)
        .show_menu_on_left_click(false)
        .on_menu_event(|app, event| act(app, event.id().as_ref()))
        .on_tray_icon_event(|icon, event| {
            if let TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. } = event {
                window::show(icon.app_handle());
            }
        })
        .build(app)?;
    *icon = Some(made);
    Ok(())
}

fn menu(app: &AppHandle, lines: &[Line]) -> tauri::Result<Menu<Wry>> {
    let items: Vec<Box<dyn IsMenuItem<Wry>>> = lines
        .iter()
        .map(|line| -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
            Ok(match line {
                Line::Told(text) => Box::new(MenuItem::new(app, text, false, None::<&str>)?),
                Line::Act(id, text) => Box::new(MenuItem::with_id(app, *id, text, true, None::<&str>)?),
                Line::Due(at, text) => Box::new(MenuItem::with_id(app, format!("due-{at}"), text, true, None::<&str>)?),
                Line::Gap => Box::new(PredefinedMenuItem::separator(app)?),
            })
        })
        .collect::<tauri::Result<_>>()?;
    let items: Vec<&dyn IsMenuItem<Wry>> = items.iter().map(AsRef::as_ref).collect();
    Menu::with_items(app, &items)
}

fn drawn(status: &BackgroundStatus) -> Drawn {
    let speaker = Speaker::new(status.language.into());
    let (shape, state) = match (&status.paused_until, &status.worst) {
        (Some(until), _) => {
            (Shape::Paused, speaker.text_with("tray-paused", &[("until", &engine::clock::shown(until))]))
        }
        (None, None) => (Shape::Begun, speaker.text("tray-nobody")),
        (None, Some((standing, company))) => (Shape::of(*standing), stated(speaker, *standing, company)),
    };
    let mut lines = vec![Line::Told(state.clone())];
    for (at, due) in status.due.iter().take(NAMED).enumerate() {
        let title = speaker.reminder_title(due.reminder.kind, &due.reminder.note);
        lines.push(Line::Due(at, speaker.reminder_of(&title, &due.company)));
    }
    lines.push(Line::Gap);
    lines.push(Line::Act("check", speaker.text("tray-check")));
    if status.paused_until.is_some() {
        lines.push(Line::Act("resume", speaker.text("tray-resume")));
    } else {
        lines.push(Line::Act("pause-hour", speaker.text("tray-pause-hour")));
        lines.push(Line::Act("pause-tomorrow", speaker.text("tray-pause-tomorrow")));
    }
    lines.push(Line::Gap);
    lines.push(Line::Act("open", speaker.text("tray-open")));
    lines.push(Line::Act("quit", speaker.text("tray-quit")));
    let tooltip = speaker.text_with("tray-tooltip", &[("state", &state)]);
    Drawn { shape, lines, tooltip }
}

fn stated(speaker: Speaker, standing: Standing, company: &str) -> String {
    let state = speaker.standing_text(standing);
    if company.is_empty() { state } else { speaker.reminder_of(&state, company) }
}

fn act(app: &AppHandle, id: &str) {
    match id {
        "open" => window::show(app),
        "quit" => background::quit(app),
        "check" => spawn(app, async |engine| {
            let Ok(companies) = engine.connections().await else { return };
            for company in companies {
                // What it finds stands on the tasks, and so in the tray.
                let _ = engine.overview_check(&company.id).await;
            }
        }),
        "pause-hour" => pause(app, Pause::Hour),
        "pause-tomorrow" => pause(app, Pause::Tomorrow),
        "resume" => pause(app, Pause::None),
        other => {
            let Some(at) = other.strip_prefix("due-").and_then(|at| at.parse::<usize>().ok()) else { return };
            let tray = app.state::<Tray>();
            let lead = tray.leads.lock().unwrap_or_else(PoisonError::into_inner).get(at).cloned();
            if let Some((connection, task)) = lead {
                background::lead(app, Wanted { connection, task });
            }
        }
    }
}

fn pause(app: &AppHandle, pause: Pause) {
    spawn(app, async move |engine| {
        let _ = engine.pause(pause).await;
    });
}

fn spawn<F: Future<Output = ()> + Send>(app: &AppHandle, work: impl FnOnce(Engine) -> F + Send + 'static) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let engine = app.state::<Shell>().engine().ok().cloned();
        if let Some(engine) = engine {
            work(engine).await;
        }
    });
}

impl Shape {
    fn of(standing: Standing) -> Self {
        match standing {
            Standing::Well => Self::Well,
            Standing::Begun => Self::Begun,
            Standing::Attention => Self::Attention,
            Standing::Trouble => Self::Trouble,
            Standing::Offline => Self::Offline,
        }
    }

    /// Each has an outline of its own, so that no colour has to be seen.
    fn image(self) -> Image<'static> {
        match self {
            Self::Well => include_image!("../icons/tray/well.png"),
            Self::Begun => include_image!("../icons/tray/begun.png"),
            Self::Attention => include_image!("../icons/tray/attention.png"),
            Self::Trouble => include_image!("../icons/tray/trouble.png"),
            Self::Offline => include_image!("../icons/tray/offline.png"),
            Self::Paused => include_image!("../icons/tray/paused.png"),
        }
    }
}

/// Whether somebody who closes the window can find the program again.
pub async fn is_seen(app: &AppHandle) -> bool {
    let made = app.state::<Tray>().icon.lock().unwrap_or_else(PoisonError::into_inner).is_some();
    made && has_host().await
}

/// On Linux an icon is shown by the desktop, if it has something that shows icons.
#[cfg(target_os = "linux")]
async fn has_host() -> bool {
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";
    let look = async {
        let bus = zbus::Connection::session().await?;
        let watcher = zbus::Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER).await?;
        watcher.get_property::<bool>("IsStatusNotifierHostRegistered").await
    };
    look.await.unwrap_or(false)
}

#[cfg(not(target_os = "linux"))]
async fn has_host() -> bool {
    true
}
