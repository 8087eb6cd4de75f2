//! Removing everything that this installation has put on this computer: first the tasks that start it, which may be
//! somebody else's to remove; then the secrets, while the rows that name them are still there; then its entry at sign-in; then
//! its files, the one with the rows last. Killed anywhere, it is run again and goes on. A task or a key store that does not
//! let go stops it before anything else is gone.
//!
//! What the web view of our window keeps is left to whoever knows whether that window is open: [`forget_pages`].

mod files;
mod outside;

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::connection::Region;
use crate::engine::Engine;
use crate::home::Home;
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::{arriving, connection, removal, robot};
use crate::vault::Slot;

/// What would go, told before it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PurgeList {
    pub folder: String,
    pub companies: Vec<PurgeCompany>,
    /// In the key store, as far as is known: those of the companies, of the proxy, and of removals that wait.
    pub secrets: u32,
    /// Within the folder, each a file of ours.
    pub files: Vec<String>,
    /// Within the folder and not ours: they stay.
    pub strangers: Vec<String>,
    /// Whether the system starts it by itself.
    pub starts_itself: bool,
    /// Tasks of the system's own scheduler.
    pub tasks: Vec<String>,
    /// The folder in which the web view keeps what it needs for our pages.
    pub pages: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PurgeCompany {
    pub name: String,
    pub region: Region,
    pub secrets: u32,
}

/// What is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Purged {
    pub folder: String,
    pub companies: u32,
    /// The key store was read again and holds none of them.
    pub secrets: u32,
    pub files: u32,
    /// The folder itself; it stays when somebody else's files are in it.
    pub folder_gone: bool,
    pub strangers: Vec<String>,
}

/// What the web view keeps for our pages, where it can only be this home's: there is one for all homes of a user.
pub fn pages() -> Option<PathBuf> {
    platform::webview::pages().filter(|_| !Home::is_named())
}

/// Removes it. Nothing of anybody's is in it; what a window that is open still uses stays.
pub async fn forget_pages() {
    /// The web view's own processes outlive a window that was closed a moment ago.
    const PATIENCE: Duration = Duration::from_secs(10);
    if Home::is_named() {
        return;
    }
    let _ = tokio::task::spawn_blocking(|| platform::webview::forget_pages(PATIENCE)).await;
}

impl Engine {
    /// Changes nothing.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn purge_list(&self) -> Result<PurgeList> {
        let app = self.app().await?;
        let mut companies = Vec::new();
        for one in &app.connections {
            let secrets = self.connection_contents(&one.id).await?.secrets;
            companies.push(PurgeCompany { name: one.name.clone(), region: one.region, secrets });
        }
        let waiting: u32 = app.removals.iter().map(|removal| removal.secrets).sum();
        let proxy = u32::from(self.proxy().await?.password_set_at.is_some());
        let secrets = companies.iter().map(|one| one.secrets).sum::<u32>() + waiting + proxy;
        let home = self.shared.home.clone();
        let looked = tokio::task::spawn_blocking(move || {
            let found = files::look(home.dir());
            (found, outside::starts_itself(), outside::tasks(), platform::webview::pages())
        });
        let (found, starts_itself, tasks, pages) = looked.await.map_err(|_| Problem::new(ProblemCode::HomeUnusable))?;
        Ok(PurgeList {
            folder: self.shared.home.dir().display().to_string(),
            companies,
            secrets,
            files: found.ours.iter().map(|path| files::shown(self.shared.home.dir(), path)).collect(),
            strangers: found.strangers.iter().map(|path| files::shown(self.shared.home.dir(), path)).collect(),
            starts_itself,
            tasks,
            pages: pages.map(|folder| folder.display().to_string()),
        })
    }

    /// Afterwards this engine answers nothing any more.
    ///
    /// # Errors
    /// `OthersRunning`; why the file cannot be written; `TaskLeft`: then nothing is gone but other tasks; the key store's
    /// own, `SecretLeft`, `AutostartUnset`: then nothing of the file is gone, and what was begun goes on the next time.
    pub async fn purge(&self) -> Result<Purged> {
        if let Some(cause) = self.shared.store.read_only().await {
            return Err(cause);
        }
        if !self.shared.store.alone().await? {
            return Err(Problem::new(ProblemCode::OthersRunning));
        }
        // Before anything is listed: what is not listed is not removed.
        self.shared.safe.shut();
        let begun = self.purge_outside_the_folder().await;
        let list = match begun {
            Ok(list) => list,
            Err(problem) => {
                self.shared.safe.open();
                self.shared.store.beside_others().await?;
                return Err(problem);
            }
        };
        let home = self.shared.home.clone();
        self.shared.log.close();
        let lock = self.shared.store.close().await;
        let removed = tokio::task::spawn_blocking(move || files::remove(home.dir(), lock)).await;
        let removed = removed.map_err(|_| Problem::new(ProblemCode::HomeUnusable))??;
        Ok(Purged {
            folder: list.folder,
            companies: u32::try_from(list.companies.len()).unwrap_or(u32::MAX),
            secrets: list.secrets,
            files: removed.files,
            folder_gone: removed.folder_gone,
            strangers: list.strangers,
        })
    }

    /// While the file that names the secrets is still there.
    async fn purge_outside_the_folder(&self) -> Result<PurgeList> {
        let list = self.purge_list().await?;
        let aside = async |work: fn() -> Result<()>| {
            let done = tokio::task::spawn_blocking(work).await;
            done.unwrap_or_else(|_| Err(Problem::new(ProblemCode::Cancelled)))
        };
        aside(outside::remove_tasks).await?;
        self.purge_secrets(&list).await?;
        aside(outside::remove).await?;
        Ok(list)
    }

    /// Every place where a secret may lie is emptied and looked at again.
    async fn purge_secrets(&self, list: &PurgeList) -> Result<()> {
        let (slots, waiting) = self
            .shared
            .store
            .with(|store| {
                // What never arrived whole has left its secrets all the same.
                arriving::give_up(store)?;
                let mut slots = Vec::new();
                for row in connection::all(store)? {
                    let robots: Vec<String> = robot::all(store, &row.id)?.into_iter().map(|one| one.id).collect();
                    slots.push((row.id, Slot::all(&robots)));
                }
                for row in removal::all(store)? {
                    let all = Slot::all(&row.robots);
                    slots.push((row.connection, all));
                }
                Ok((slots, removal::all(store)?.len()))
            })
            .await?;
        for (id, slots) in &slots {
            self.cancel(id);
            self.drop_client(id);
            wiped(self.shared.safe.wipe(id, slots).await, list, waiting)?;
        }
        wiped(self.proxy_clear().await.map(drop), list, waiting)?;
        Ok(())
    }
}

/// Where there is no key store at all, none can hold anything, unless it once did.
fn wiped(wiped: Result<()>, list: &PurgeList, waiting: usize) -> Result<()> {
    match wiped {
        Err(problem) if problem.code == ProblemCode::VaultAbsent && list.secrets == 0 && waiting == 0 => Ok(()),
        wiped => wiped,
    }
}
