use engine::connection::ConnectionId;
use engine::problem::Result;
use engine::reminder::{ReminderForm, Snooze};
use engine::setup::SetupSnapshot;
use engine::write::Readers;
use tauri::{AppHandle, State};

use crate::save::{self, Offer};
use crate::shell::Shell;

/// A new one without an id; of most kinds there is one, and it is the one that is changed.
#[tauri::command]
#[specta::specta]
pub async fn reminder_save(
    shell: State<'_, Shell>,
    id: ConnectionId,
    reminder: Option<String>,
    form: ReminderForm,
) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_save(&id, reminder.as_deref(), form).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminder_done(shell: State<'_, Shell>, id: ConnectionId, reminder: String) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_done(&id, &reminder).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminder_snooze(
    shell: State<'_, Shell>,
    id: ConnectionId,
    reminder: String,
    how: Snooze,
) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_snooze(&id, &reminder, how).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminder_switch(
    shell: State<'_, Shell>,
    id: ConnectionId,
    reminder: String,
    on: bool,
) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_switch(&id, &reminder, on).await
}

#[tauri::command]
#[specta::specta]
pub async fn reminder_remove(shell: State<'_, Shell>, id: ConnectionId, reminder: String) -> Result<SetupSnapshot> {
    shell.engine()?.reminder_remove(&id, &reminder).await
}

/// Asks where, writes the calendar file there, and tells where it lies; nothing when they thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn reminder_export(app: AppHandle, shell: State<'_, Shell>, id: ConnectionId) -> Result<Option<String>> {
    let (engine, speaker) = (shell.engine()?, shell.speaker().await?);
    let offer = Offer { name: "hoitung.ics".to_owned(), kind: speaker.text("reminder-file-kind"), ending: "ics" };
    // Only what is really written is remembered as being in somebody's calendar.
    let path = save::save(&app, offer, Readers::Usual, async {
        let document = engine.reminder_calendar(Some(&id)).await?;
        Ok(speaker.reminder_calendar(&document).into_bytes())
    });
    Ok(path.await?.map(|path| path.to_string_lossy().into_owned()))
}
