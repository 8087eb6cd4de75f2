use engine::checkup::{CheckId, CheckView, CheckupSnapshot};
use engine::connection::{ConnectionId, Region};
use engine::problem::Result;
use engine::sentinel::SentinelView;
use tauri::State;
use words::CheckedCompany;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn checkup(shell: State<'_, Shell>, id: ConnectionId) -> Result<CheckupSnapshot> {
    shell.engine()?.checkup(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn checkup_run(shell: State<'_, Shell>, id: ConnectionId) -> Result<CheckupSnapshot> {
    shell.engine()?.checkup_run(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn checkup_plan(shell: State<'_, Shell>, id: ConnectionId, times: Vec<String>) -> Result<CheckupSnapshot> {
    shell.engine()?.checkup_plan(&id, times).await
}

/// To be copied for IT, in the language on now: one check, or all of them.
#[tauri::command]
#[specta::specta]
pub async fn checkup_for_it(shell: State<'_, Shell>, id: ConnectionId, only: Option<CheckId>) -> Result<String> {
    let engine = shell.engine()?;
    let (page, company) = (engine.checkup(&id).await?, engine.setup(&id).await?.connection);
    let found = page.checks.into_iter().filter_map(|line| line.found);
    let found: Vec<CheckView> = found.filter(|view| only.is_none_or(|only| view.id == only)).collect();
    let at = found.iter().map(|view| view.at.as_str()).max().unwrap_or_default();
    let company = CheckedCompany { name: &company.name, practice: company.region == Region::Practice, at };
    Ok(shell.speaker().await?.checkup_for_it(company, &found))
}

#[tauri::command]
#[specta::specta]
pub async fn sentinel_look(shell: State<'_, Shell>, id: ConnectionId) -> Result<SentinelView> {
    shell.engine()?.sentinel_look(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn sentinel_echo(shell: State<'_, Shell>, id: ConnectionId, on: bool) -> Result<SentinelView> {
    shell.engine()?.sentinel_echo(&id, on).await
}
