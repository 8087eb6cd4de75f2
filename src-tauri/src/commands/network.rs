use engine::connection::ConnectionId;
use engine::network::{NetworkSnapshot, ProxyForm, ProxyView};
use engine::problem::Result;
use tauri::State;

use crate::shell::Shell;

#[tauri::command]
#[specta::specta]
pub async fn network(shell: State<'_, Shell>, id: ConnectionId) -> Result<NetworkSnapshot> {
    shell.engine()?.network(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn network_test(shell: State<'_, Shell>, id: ConnectionId) -> Result<NetworkSnapshot> {
    shell.engine()?.network_test(&id).await
}

#[tauri::command]
#[specta::specta]
pub async fn network_cancel(shell: State<'_, Shell>, id: ConnectionId) -> Result<()> {
    shell.engine()?.network_cancel(&id);
    Ok(())
}

/// To be copied for IT, in the language on now.
#[tauri::command]
#[specta::specta]
pub async fn network_report(shell: State<'_, Shell>, id: ConnectionId) -> Result<String> {
    let snapshot = shell.engine()?.network(&id).await?;
    Ok(shell.speaker().await?.network_for_it(&snapshot.test, &snapshot.proxy))
}

/// For every company, from the next request on.
#[tauri::command]
#[specta::specta]
pub async fn proxy_set(shell: State<'_, Shell>, form: ProxyForm) -> Result<ProxyView> {
    shell.engine()?.proxy_set(form).await
}
