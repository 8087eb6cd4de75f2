//! How the app's own file is kept: whether it can be written, what became of it, and where it lies.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::AppSnapshot;
use crate::clock::stamp;
use crate::engine::Engine;
use crate::home::Risk;
use crate::log::Event;
use crate::problem::{Problem, ProblemCode, Result};
use crate::schedule::Beat;
use crate::store::{Answer, Rebuilt, setting};

/// What has to be told on every screen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Keeping {
    /// Why nothing can be changed at the moment.
    pub read_only: Option<Problem>,
    /// The file was damaged or gone, and nobody has said yet that they read it.
    pub rebuilt: Option<Rebuilt>,
}

/// The folder with everything in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FolderView {
    pub path: String,
    /// Everything in it, in kilobytes.
    pub kilobytes: u32,
    /// Why this is no good place for it.
    pub risk: Option<Risk>,
    /// When the newest good copy was made; RFC 3339, UTC.
    pub copied_at: Option<String>,
}

pub(super) fn rebuilt(store: &rusqlite::Transaction) -> Answer<Option<Rebuilt>> {
    let told = setting::read(store, setting::REBUILT)?;
    // What cannot be read any more was told once.
    Ok(told.and_then(|told| serde_json::from_str(&told).ok()))
}

impl Engine {
    /// Somebody has read what became of the file.
    pub async fn rebuilt_read(&self) -> Result<AppSnapshot> {
        self.shared.store.with(|store| setting::clear(store, setting::REBUILT)).await?;
        self.told_app().await
    }

    /// F65: a file that could not be written is tried again.
    ///
    /// # Errors
    /// Why it still cannot be.
    pub async fn write_again(&self) -> Result<AppSnapshot> {
        if self.shared.store.try_again().await? {
            self.shared.store.installation().await?;
        } else if let Some(cause) = self.shared.store.read_only().await {
            return Err(cause);
        }
        self.told_app().await
    }

    pub async fn folder(&self) -> Result<FolderView> {
        let home = self.shared.home.clone();
        let newest = self.shared.store.files().copies().into_iter().next();
        let looked = tokio::task::spawn_blocking(move || FolderView {
            path: home.dir().display().to_string(),
            kilobytes: u32::try_from(bytes_in(home.dir(), 0).div_ceil(1024)).unwrap_or(u32::MAX),
            risk: home.risk(),
            copied_at: newest.and_then(|path| moment(&path)),
        });
        looked.await.map_err(|_| Problem::new(ProblemCode::HomeUnusable))
    }

    /// Makes a good copy if one is due; true if it did.
    pub async fn copy_now(&self) -> Result<bool> {
        self.shared.store.copy_if_due(self.shared.parts.clock.now().into()).await
    }

    /// One beat: a copy if one is due, and another try at a file that could not be written.
    pub(crate) async fn keep_well(&self, beat: &Beat) {
        if beat.woke || beat.set_back {
            self.shared.log.write(Event::Beat { woke: beat.woke, set_back: beat.set_back });
        }
        if self.shared.store.read_only().await.is_some() {
            let _ = self.write_again().await;
        }
        if self.shared.store.copy_if_due(beat.now.into()).await.unwrap_or(false) {
            self.shared.log.write(Event::Store { what: "copied" });
        }
    }
}

fn moment(path: &Path) -> Option<String> {
    let at = std::fs::metadata(path).ok()?.modified().ok()?;
    Timestamp::try_from(at).ok().map(stamp)
}

/// Without following a link out of the folder.
fn bytes_in(dir: &Path, depth: usize) -> u64 {
    let Ok(entries) = std::fs::read_dir(dir) else { return 0 };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(data) if data.is_dir() && depth < 8 => bytes_in(&entry.path(), depth + 1),
            Ok(data) if data.is_file() => data.len(),
            Ok(_) | Err(_) => 0,
        })
        .sum()
}
