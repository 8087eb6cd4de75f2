use engine::connection::ConnectionId;
use engine::message::{MessageDraft, MessagePreview};
use engine::note::Note;
use engine::problem::Result;
use engine::setup::{Person, RobotDraft, RobotForm, SetupSnapshot};
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
pub async fn robot_draft(
    shell: State<'_, Shell>,
    id: ConnectionId,
    draft: Option<RobotDraft>,
) -> Result<SetupSnapshot> {
    shell.engine()?.robot_draft(&id, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_draft(shell: State<'_, Shell>, id: ConnectionId, draft: MessageDraft) -> Result<SetupSnapshot> {
    shell.engine()?.message_draft(&id, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_preview(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: String,
    draft: MessageDraft,
) -> Result<MessagePreview> {
    shell.engine()?.message_preview(&id, &robot, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_send(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: String,
    draft: MessageDraft,
) -> Result<SetupSnapshot> {
    shell.engine()?.message_send(&id, &robot, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_send_again(
    shell: State<'_, Shell>,
    id: ConnectionId,
    robot: String,
    draft: MessageDraft,
) -> Result<SetupSnapshot> {
    shell.engine()?.message_send_again(&id, &robot, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn message_seen(shell: State<'_, Shell>, id: ConnectionId, sent: String) -> Result<SetupSnapshot> {
    shell.engine()?.message_seen(&id, &sent).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_recipients(shell: State<'_, Shell>, id: ConnectionId) -> Result<Vec<Person>> {
    shell.engine()?.notice_recipients(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_me(shell: State<'_, Shell>, id: ConnectionId, me: Option<Person>) -> Result<SetupSnapshot> {
    shell.engine()?.notice_me(&id, me).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_preview(
    shell: State<'_, Shell>,
    id: ConnectionId,
    user_id: String,
    draft: MessageDraft,
) -> Result<MessagePreview> {
    shell.engine()?.notice_preview(&id, &user_id, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_send(
    shell: State<'_, Shell>,
    id: ConnectionId,
    person: Person,
    draft: MessageDraft,
) -> Result<SetupSnapshot> {
    shell.engine()?.notice_send(&id, person, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_send_again(
    shell: State<'_, Shell>,
    id: ConnectionId,
    person: Person,
    draft: MessageDraft,
) -> Result<SetupSnapshot> {
    shell.engine()?.notice_send_again(&id, person, draft).await
}

#[tauri::command]
#[specta::specta]
pub async fn notice_look(shell: State<'_, Shell>, id: ConnectionId, sent: String) -> Result<SetupSnapshot> {
    shell.engine()?.notice_look(&id, &sent).await
}
