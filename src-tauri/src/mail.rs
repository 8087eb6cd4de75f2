//! Opening the mail program with a letter in it.

use engine::ask::mail_link;
use engine::problem::{Problem, ProblemCode, Result};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt as _;
use words::{Letter, Speaker};

use crate::clipboard;

/// True when the whole letter is in the mail; otherwise it lies on the clipboard, to be pasted.
pub async fn open(app: AppHandle, letter: Letter, speaker: Speaker) -> Result<bool> {
    let link = mail_link(&letter.subject, &letter.body, &speaker.paste_here());
    if !link.whole {
        clipboard::write(app.clone(), letter.body).await?;
    }
    app.opener().open_url(link.url, None::<&str>).map_err(|_| Problem::new(ProblemCode::MailUnopened))?;
    Ok(link.whole)
}
