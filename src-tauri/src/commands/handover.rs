use engine::connection::ConnectionId;
use engine::handover::{HandoverImported, HandoverPreview, ImportChoice, free_dir, write_starter};
use engine::problem::Result;
use engine::write::Readers;
use tauri::{AppHandle, State};

use super::permission::SheetLanguages;
use crate::save::{self, Offer};
use crate::shell::Shell;
use crate::shown::shown;

const ENDING: &str = "hoitung";

/// One page for whoever takes over: written, opened in the system's browser, and told where it lies.
#[tauri::command]
#[specta::specta]
pub async fn handover_sheet(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: ConnectionId,
    languages: SheetLanguages,
) -> Result<String> {
    let engine = shell.engine()?;
    let sheet = engine.handover_sheet(&id).await?;
    let page = words::handover_sheet(&sheet, languages.into());
    Ok(shown(&app, &engine.page_save("handover", &sheet.company, &sheet.made_on, &page)?))
}

/// The last thirty days on one page, for whoever does not open the app.
#[tauri::command]
#[specta::specta]
pub async fn health_sheet(
    app: AppHandle,
    shell: State<'_, Shell>,
    id: ConnectionId,
    languages: SheetLanguages,
) -> Result<String> {
    let engine = shell.engine()?;
    let sheet = engine.health_sheet(&id).await?;
    let page = words::health_sheet(&sheet, languages.into());
    Ok(shown(&app, &engine.page_save("health", &sheet.company, &sheet.to, &page)?))
}

/// What the sealed file would hold. Nothing is read from the key store.
#[tauri::command]
#[specta::specta]
pub async fn handover_contents(shell: State<'_, Shell>, ids: Vec<ConnectionId>) -> Result<HandoverPreview> {
    shell.engine()?.handover_contents(&ids).await
}

/// Sealed first, then the system's dialog asks where. The passphrase crosses once, inward. None: they thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn handover_export(
    app: AppHandle,
    shell: State<'_, Shell>,
    ids: Vec<ConnectionId>,
    passphrase: String,
) -> Result<Option<String>> {
    let engine = shell.engine()?;
    let sealed = engine.handover_export(&ids, passphrase.into()).await?;
    let told = engine.handover_contents(&ids).await?;
    let kind = shell.speaker().await?.text("handover-file-kind");
    let Some(path) =
        save::save(&app, Offer { name: told.file_name(ENDING), kind, ending: ENDING }, Readers::Owner, async {
            Ok(sealed)
        })
        .await?
    else {
        return Ok(None);
    };
    let path = path.to_string_lossy().into_owned();
    engine.handover_exported(&path, &told);
    Ok(Some(path))
}

/// The paper that belongs to the file that was written last.
#[tauri::command]
#[specta::specta]
pub async fn handover_recovery(app: AppHandle, shell: State<'_, Shell>, languages: SheetLanguages) -> Result<String> {
    let engine = shell.engine()?;
    let sheet = engine.handover_paper()?;
    let page = words::recovery_sheet(&sheet, languages.into());
    let first = sheet.companies.first().map_or("", String::as_str);
    Ok(shown(&app, &engine.page_save("recovery", first, &sheet.made_on(), &page)?))
}

/// The system's dialog asks which file; only its name comes back.
#[tauri::command]
#[specta::specta]
pub async fn handover_pick(app: AppHandle, shell: State<'_, Shell>) -> Result<Option<String>> {
    let kind = shell.speaker().await?.text("handover-file-kind");
    let picked = save::pick(&app, (kind, ENDING)).await;
    let engine = shell.engine()?;
    Ok(picked.map(|path| engine.handover_picked(path)))
}

#[tauri::command]
#[specta::specta]
pub async fn handover_open(shell: State<'_, Shell>, passphrase: String) -> Result<HandoverPreview> {
    shell.engine()?.handover_open_picked(passphrase.into()).await
}

#[tauri::command]
#[specta::specta]
pub async fn handover_import(shell: State<'_, Shell>, choices: Vec<ImportChoice>) -> Result<HandoverImported> {
    shell.engine()?.handover_import(choices).await
}

/// What was opened is forgotten.
#[tauri::command]
#[specta::specta]
pub async fn handover_close(shell: State<'_, Shell>) -> Result<()> {
    shell.engine()?.handover_close();
    Ok(())
}

/// Files for a programmer, into a folder of their own below the one that the system's dialog asks for.
#[tauri::command]
#[specta::specta]
pub async fn starter_save(app: AppHandle, shell: State<'_, Shell>, id: ConnectionId) -> Result<Option<String>> {
    let kit = shell.engine()?.starter_kit(&id).await?;
    let files = shell.speaker().await?.starter(&kit);
    let Some(dir) = save::pick_folder(&app).await else { return Ok(None) };
    let dir = free_dir(&dir, "dingtalk-starter");
    write_starter(&dir, &files, engine::handover::Replace::Nothing)?;
    Ok(Some(dir.to_string_lossy().into_owned()))
}
