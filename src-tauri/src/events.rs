//! Whole snapshots, sent to the window as the engine publishes them.

use engine::network::NetworkSnapshot;
use engine::settings::AppSnapshot;
use engine::setup::SetupSnapshot;
use engine::update::UpdateSnapshot;
use engine::{Change, Engine};
use serde::Serialize;
use tauri::{AppHandle, Emitter as _};
use tauri_specta::Event;
use tokio::sync::broadcast::error::RecvError;

#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct AppChanged(pub AppSnapshot);

#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct SetupChanged(pub SetupSnapshot);

#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct NetworkChanged(pub NetworkSnapshot);

#[derive(Debug, Clone, Serialize, specta::Type, Event)]
pub struct UpdateChanged(pub UpdateSnapshot);

/// Under the name by which the page's bindings listen. A closed window has nobody to tell; the next snapshot is whole again.
pub fn tell<E: Event + Serialize + Clone>(app: &AppHandle, event: E) {
    let _ = app.emit(E::NAME, event);
}

pub fn forward(app: AppHandle, engine: &Engine) {
    let mut changes = engine.changes();
    tauri::async_runtime::spawn(async move {
        loop {
            match changes.recv().await {
                Ok(Change::App(snapshot)) => tell(&app, AppChanged(snapshot)),
                Ok(Change::Setup(snapshot)) => tell(&app, SetupChanged(snapshot)),
                Ok(Change::Network(snapshot)) => tell(&app, NetworkChanged(snapshot)),
                Ok(Change::Update(snapshot)) => tell(&app, UpdateChanged(snapshot)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return,
            }
        }
    });
}
