//! The window of Hoitung: one window, typed commands, links. No rule of the product lives here.

mod arguments;
mod clipboard;
mod commands;
mod events;
mod mail;
mod practice_server;
mod save;
mod shell;
mod timing;
mod window;

use engine::settings::Theme;
use tauri::Manager as _;

use arguments::Arguments;
use shell::Shell;

/// Runs the window until it is closed.
pub fn run() -> tauri::Result<()> {
    timing::mark("main");
    let arguments = Arguments::read(std::env::args().skip(1));
    let builder = commands::builder();
    tauri::Builder::default()
        // First of all plugins, so that a second start does nothing but show the first.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::show(app)))
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .invoke_handler(builder.invoke_handler())
        .setup(move |app| {
            builder.mount_events(app);
            let shell = tauri::async_runtime::block_on(Shell::open(&arguments));
            let (mut size, mut theme) = (100, Theme::System);
            if let Ok(engine) = shell.engine() {
                events::forward(app.handle().clone(), engine);
                tauri::async_runtime::block_on(prepare(&shell, &arguments));
                if let Ok(app) = tauri::async_runtime::block_on(engine.app()) {
                    (size, theme) = (app.zoom, app.theme);
                }
                tauri::async_runtime::spawn(engine.clone().go_on_for_ever());
            }
            app.manage(shell);
            window::open(app, size, theme)?;
            timing::mark("window");
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// What must stand before the first screen. A failure shows there: a practice connection without its server says so.
async fn prepare(shell: &Shell, arguments: &Arguments) {
    let _ = if arguments.practice { shell.start_practising().await } else { shell.resume_practice().await };
}

#[cfg(test)]
mod tests;
