use engine::connection::ConnectionId;
use engine::place::{DeployStep, DeployTarget};
use engine::problem::Result;
use tauri::{AppHandle, State};

use crate::shell::Shell;
use crate::shown::shown;

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
    Ok(shown(&app, &engine.deploy_save(&plan, target, named)?))
}
