//! “Save as”: the person chooses where in the system's own dialog. The page neither names a path nor gets to write one;
//! it is told where the file lies afterwards (faults.md S13).

use std::path::PathBuf;

use engine::problem::Result;
use engine::write::{Readers, write_whole};
use rfd::AsyncFileDialog;
use tauri::{AppHandle, Manager as _};

/// What the dialog offers at first.
pub struct Offer {
    /// A name without a folder, its ending included.
    pub name: String,
    /// What such files are called, in the language on now.
    pub kind: String,
    /// Without its dot.
    pub ending: &'static str,
}

/// Asks where, makes the file only then, writes it there whole or not at all, and tells where it lies. None: they
/// thought better of it.
pub async fn save(
    app: &AppHandle,
    offer: Offer,
    readers: Readers,
    make: impl Future<Output = Result<Vec<u8>>>,
) -> Result<Option<PathBuf>> {
    let Some(path) = ask(app, offer).await else { return Ok(None) };
    write_whole(&path, &make.await?, readers)?;
    Ok(Some(path))
}

/// The dialog itself. It has asked already whether a file that is there may be replaced.
async fn ask(app: &AppHandle, offer: Offer) -> Option<PathBuf> {
    let ending = offer.ending;
    let dialog =
        opened(app, move |dialog| dialog.set_file_name(offer.name).add_filter(offer.kind, &[ending]).save_file())
            .await?;
    let chosen = dialog.await?;
    Some(with_ending(chosen.path().to_owned(), ending))
}

/// Which file to read, of one kind.
pub async fn pick(app: &AppHandle, (kind, ending): (String, &'static str)) -> Option<PathBuf> {
    let dialog = opened(app, move |dialog| dialog.add_filter(kind, &[ending]).pick_file()).await?;
    Some(dialog.await?.path().to_owned())
}

/// Which folder to write into.
pub async fn pick_folder(app: &AppHandle) -> Option<PathBuf> {
    let dialog = opened(app, AsyncFileDialog::pick_folder).await?;
    Some(dialog.await?.path().to_owned())
}

/// Windows and macOS want their dialogs begun where the windows live.
async fn opened<F: Send + 'static>(
    app: &AppHandle,
    open: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> Option<F> {
    let (hand_over, opened) = tokio::sync::oneshot::channel();
    let (handle, shown) = (app.clone(), app.clone());
    handle
        .run_on_main_thread(move || {
            let dialog = AsyncFileDialog::new();
            let dialog = match shown.get_webview_window("main") {
                Some(window) => dialog.set_parent(&window),
                None => dialog,
            };
            let _ = hand_over.send(open(dialog));
        })
        .ok()?;
    opened.await.ok()
}

/// GTK adds no ending to what was typed.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(ending);
    PathBuf::from(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(chosen: &str, expected: &str) {
        assert_eq!(with_ending(PathBuf::from(chosen), "ics"), PathBuf::from(expected));
    }

    #[test]
    fn a_name_without_its_ending_gets_it() {
        check("/home/mei/a.ics", "/home/mei/a.ics");
        check("/home/mei/a.ICS", "/home/mei/a.ICS");
        check("/home/mei/a", "/home/mei/a.ics");
        check("/home/mei/2026.11", "/home/mei/2026.11.ics");
    }
}
