//! The window of Hoitung: one window, typed commands, links. No rule of the product lives here.

mod arguments;
mod background;
mod clipboard;
mod commands;
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
mod window;

use std::sync::Arc;

use tauri::{Manager as _, RunEvent, WindowEvent};

use arguments::Arguments;
use background::Background;
use shell::Shell;
use tray::Tray;

/// Runs until somebody quits: the window may be closed meanwhile.
pub fn run() -> tauri::Result<()> {
    timing::mark("main");
    if let Ok(home) = engine::Home::resolve() {
        engine::log::tell_panics(&home, || {});
    }
    let arguments = Arguments::read(std::env::args().skip(1));
    let builder = commands::builder();
    tauri::Builder::default()
        // First of all plugins, so that a second start does nothing but show the first.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let shell = tauri::async_runtime::block_on(Shell::open(&arguments));
            let mut looks = window::Looks::default();
            app.manage(Background::default());
            app.manage(Tray::default());
            let engine = shell.engine().ok().cloned();
            if let Some(engine) = &engine {
                events::forward(app.handle().clone(), engine);
                engine.set_packages(Arc::new(packages::Updating::new(app.handle())));
                tauri::async_runtime::block_on(prepare(&shell, &arguments));
                looks = tauri::async_runtime::block_on(window::Looks::of(engine));
            }
            app.manage(shell);
            if let Some(engine) = &engine {
                tray::keep(app.handle(), engine);
                notices::tell(app.handle(), engine);
                tauri::async_runtime::spawn(engine.clone().go_on_for_ever());
            }
            if arguments.hidden {
                background::start_hidden(app.handle());
                return Ok(());
            }
            window::open(app.handle(), looks)?;
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
        .run(|_, event| {
            // Without a window it goes on: only "quit" has a code.
            if let RunEvent::ExitRequested { code: None, api, .. } = event {
                api.prevent_exit();
            }
        });
    Ok(())
}

/// What must stand before the first screen. A failure shows there: a practice connection without its server says so.
async fn prepare(shell: &Shell, arguments: &Arguments) {
    let _ = if arguments.practice { shell.start_practising().await } else { shell.resume_practice().await };
}

#[cfg(test)]
mod tests;
