use engine::connection::ConnectionId;
use engine::place::{DeployStep, DeployTarget};
use engine::problem::Result;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt as _;

use crate::shell::Shell;

/// One thing to do, and the line to be typed for it.
#[derive(Debug, Clone, serde::Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DeployLine {
    step: DeployStep,
    command: Option<String>,
}

#[tauri::command]
#[specta::specta]
pub async fn deploy_lines(shell: State<'_, Shell>, id: ConnectionId, target: DeployTarget) -> Result<Vec<DeployLine>> {
    let plan = shell.engine()?.deploy_plan(&id).await?;
    let steps = words::deploy_steps(&plan, target).into_iter();
    Ok(steps.map(|(step, command)| DeployLine { step, command }).collect())
}

/// Writes the files, shows their folder, and tells where it is.
#[tauri::command]
#[specta::specta]
pub async fn deploy_save(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: ConnectionId,
    target: DeployTarget,
) -> Result<String> {
    let engine = shell.engine()?;
    let plan = engine.deploy_plan(&id).await?;
    let files = shell.speaker().await?.deploy_files(&plan, target);
    let named = files.iter().map(|file| (file.name, file.bytes.as_slice()));
    let dir = engine.deploy_save(&plan, target, named)?.to_string_lossy().into_owned();
    // They are saved whether the system has something to show a folder with or not.
    let _ = app.opener().open_path(dir.clone(), None::<&str>);
    Ok(dir)
}
