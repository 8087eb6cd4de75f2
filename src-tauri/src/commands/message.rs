use engine::connection::ConnectionId;
use engine::note::Note;
use engine::problem::Result;
use engine::setup::{MessagePreview, Person, RobotForm, SetupSnapshot};
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn tests_run(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.tests_run(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn robot_notes(shell: State<'_, Shell>, id: ConnectionId, form: RobotForm) -> Result<Vec<Note>> {
    shell.engine()?.robot_notes(&id, &form).await
}

#[tauri::command]
#[specta::specta]
pub async fn robot_save(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: Option<String>,
    form: RobotForm,
) -> Result<SetupSnapshot> {
    shell.engine()?.robot_save(&id, robot, form).await
}

#[tauri::command]
#[specta::specta]
pub async fn robot_remove(shell: State<'_, Shell>, id: ConnectionId, robot: String) -> Result<SetupSnapshot> {
    shell.engine()?.robot_remove(&id, &robot).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_draft(shell: State<'_, Shell>, id: ConnectionId, text: String) -> Result<SetupSnapshot> {
    shell.engine()?.message_draft(&id, text).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_preview(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: String,
    text: String,
) -> Result<MessagePreview> {
    shell.engine()?.message_preview(&id, &robot, &text).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_send(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: String,
    text: String,
) -> Result<SetupSnapshot> {
    shell.engine()?.message_send(&id, &robot, text).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_recipients(shell: State<'_, Shell>, id: ConnectionId) -> Result<Vec<Person>> {
    shell.engine()?.notice_recipients(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_send(
    shell: State<'_, Shell>,
    id: ConnectionId,
    user_id: String,
    text: String,
) -> Result<SetupSnapshot> {
    shell.engine()?.notice_send(&id, &user_id, &text).await
}
