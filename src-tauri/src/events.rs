//! Whole snapshots, sent to the window as the engine publishes them.

use engine::network::NetworkSnapshot;
use engine::settings::AppSnapshot;
use engine::setup::SetupSnapshot;
use engine::update::UpdateSnapshot;
use engine::{Change, Engine};
use serde::{Deserialize, Serialize};
use tauri::AppHandle;
use tauri_specta::Event;
use tokio::sync::broadcast::error::RecvError;

#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct AppChanged(pub AppSnapshot);

#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct SetupChanged(pub SetupSnapshot);

#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct NetworkChanged(pub NetworkSnapshot);

#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, Event)]
pub struct UpdateChanged(pub UpdateSnapshot);

pub fn forward(app: AppHandle, engine: &Engine) {
    let mut changes = engine.changes();
    tauri::async_runtime::spawn(async move {
        loop {
            // A closed window has nobody to tell; the next snapshot is whole again.
            let _ = match changes.recv().await {
                Ok(Change::App(snapshot)) => AppChanged(snapshot).emit(&app),
                Ok(Change::Setup(snapshot)) => SetupChanged(snapshot).emit(&app),
                Ok(Change::Network(snapshot)) => NetworkChanged(snapshot).emit(&app),
                Ok(Change::Update(snapshot)) => UpdateChanged(snapshot).emit(&app),
                Err(RecvError::Lagged(_)) => Ok(()),
                Err(RecvError::Closed) => return,
            };
        }
    });
}
