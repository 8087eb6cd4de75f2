//! The window of Hoitung: one window, typed commands, links. No rule of the product lives here.

mod arguments;
mod background;
mod clipboard;
mod commands;
mod errand;
mod events;
mod mail;
mod notices;
mod packages;
mod practice_server;
mod save;
mod shell;
mod shown;
mod timing;
mod tray;
mod unopened;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use tauri::{Manager as _, RunEvent, WindowEvent};

use arguments::{Arguments, Errand};
use background::Background;
use clipboard::Clipboard;
use shell::Shell;
use tray::Tray;
use unopened::Unopened;
use words::Speaker;

/// Runs until somebody quits: the window may be closed meanwhile.
pub fn run() -> ExitCode {
    timing::mark("main");
    platform::webview::forget_variables();
    let arguments = Arguments::read(std::env::args().skip(1));
    if let Some(code) = arguments.errand.and_then(errand::run) {
        return code;
    }
    let speaker = Speaker::new(shell::language(&arguments).into());
    if let Ok(home) = engine::Home::resolve() {
        engine::log::tell_panics(&home, move || tell_the_end(speaker));
    }
    if !has_screen() {
        return unopened::tell_alone(speaker, &Unopened::Screen);
    }
    platform::identity::name_process();
    match start(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => unopened::tell_alone(speaker, &Unopened::Nothing),
    }
}

fn start(arguments: Arguments) -> tauri::Result<()> {
    tauri::Builder::default()
        // From the very beginning: the end looks for them, whoever brings it about.
        .manage(Background::default())
        .manage(Clipboard::default())
        .manage(Tray::default())
        // First of all plugins, so that a second start does nothing but show the first, or end it.
        .plugin(tauri_plugin_single_instance::init(|app, words, _| {
            if !Arguments::read(words).errand.is_some_and(Errand::ends) {
                return window::show(app);
            }
            // Not from within the other's message: what is posted there was seen to wait for the next one.
            let app = app.clone();
            tauri::async_runtime::spawn(async move { background::quit(&app) });
        }))
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            if arguments.errand.is_some_and(Errand::ends) {
                // Nobody was there to be asked.
                app.handle().exit(0);
                return Ok(());
            }
            let hidden = arguments.hidden;
            // Each takes a while, and neither needs the other: the page is served when both stand.
            let opening = tauri::async_runtime::spawn(open(arguments));
            let window = if hidden { Ok(None) } else { window::make(app.handle()).map(Some) };
            let Opened { shell, looks } = tauri::async_runtime::block_on(opening)?;
            if let Ok(engine) = shell.engine() {
                events::forward(app.handle().clone(), engine);
                engine.set_packages(Arc::new(packages::Updating::new(app.handle())));
                tray::keep(app.handle(), engine);
                notices::tell(app.handle(), engine);
                tauri::async_runtime::spawn(engine.clone().go_on_for_ever());
            }
            app.manage(shell);
            match window {
                Ok(Some(window)) => window::dress(&window, looks),
                Ok(None) => background::start_hidden(app.handle()),
                Err(why) => {
                    tauri::async_runtime::block_on(unopened::tell(app.handle(), why));
                    app.handle().exit(unopened::CODE.into());
                }
            }
            timing::mark("window");
            Ok(())
        })
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                background::close(window.app_handle());
            }
        })
        .build(tauri::generate_context!())?
        .run(|app, event| match event {
            // Without a window it goes on: only "quit" has a code.
            RunEvent::ExitRequested { code: None, api, .. } => api.prevent_exit(),
            RunEvent::Exit => app.state::<Clipboard>().let_go(),
            _ => {}
        });
    Ok(())
}

/// What the first screen is drawn from.
struct Opened {
    shell: Shell,
    looks: window::Looks,
}

async fn open(arguments: Arguments) -> Opened {
    let shell = Shell::open(&arguments).await;
    // A failure shows on the screen: a practice connection without its server says so.
    let _ = if arguments.practice { shell.start_practising().await } else { shell.resume_practice().await };
    let looks = match shell.engine() {
        Ok(engine) => window::Looks::of(engine).await,
        Err(_) => window::Looks::default(),
    };
    timing::mark("engine");
    Opened { shell, looks }
}

/// Where a panic ends the program, it says so first; elsewhere the task alone ends, and its caller tells.
fn tell_the_end(speaker: Speaker) {
    if cfg!(panic = "abort") {
        unopened::tell_alone(speaker, &Unopened::Fault);
    }
}

/// Without, GTK would end the program in words of its own.
fn has_screen() -> bool {
    let given = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || given("DISPLAY") || given("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests;
