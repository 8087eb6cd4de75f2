use engine::connection::ConnectionId;
use engine::permission::{PointView, Purpose, PurposeShift};
use engine::problem::Result;
use engine::setup::SetupSnapshot;
use tauri::{AppHandle, State};
use words::Language;

use crate::shell::Shell;
use crate::shown::shown;

#[tauri::command]
#[specta::specta]
pub async fn purpose_choose(
    shell: State<'_, Shell>,
    id: ConnectionId,
    purposes: Vec<Purpose>,
) -> Result<SetupSnapshot> {
    shell.engine()?.purpose_choose(&id, purposes).await
}

#[tauri::command]
#[specta::specta]
pub async fn points_check(shell: State<'_, Shell>, id: ConnectionId) -> Result<SetupSnapshot> {
    shell.engine()?.points_check(&id).await
}

/// The whole catalogue, with what the checks found out of it.
#[tauri::command]
#[specta::specta]
pub async fn points_all(shell: State<'_, Shell>, id: ConnectionId) -> Result<Vec<PointView>> {
    shell.engine()?.points_all(&id).await
}

/// Which languages stand on the page for the approver.
#[derive(Debug, Clone, Copy, serde::Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SheetLanguages {
    Both,
    En,
    ZhHk,
}

impl From<SheetLanguages> for words::SheetLanguages {
    fn from(chosen: SheetLanguages) -> Self {
        match chosen {
            SheetLanguages::Both => Self::Both,
            SheetLanguages::En => Self::One(Language::En),
            SheetLanguages::ZhHk => Self::One(Language::ZhHk),
        }
    }
}

/// Writes the page for the approver, opens it in the system's browser, and tells where it lies.
#[tauri::command]
#[specta::specta]
pub async fn permission_sheet(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: ConnectionId,
    languages: SheetLanguages,
    months: u32,
) -> Result<String> {
    let engine = shell.engine()?;
    let sheet = engine.permission_sheet(&id, months).await?;
    let path = engine.sheet_save(&sheet, &words::permission_sheet(&sheet, languages.into()))?;
    Ok(shown(&app, &path))
}

/// What other purposes would mean, before they are chosen.
#[tauri::command]
#[specta::specta]
pub async fn purpose_preview(
    shell: State<'_, Shell>,
    id: ConnectionId,
    purposes: Vec<Purpose>,
) -> Result<PurposeShift> {
    shell.engine()?.purpose_preview(&id, &purposes).await
}
