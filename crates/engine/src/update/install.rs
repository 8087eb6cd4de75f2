//! Starting the installer, once nothing runs that it would cut short.

use std::sync::Arc;
use std::time::Duration;

use super::Packages;
use super::look::Way;
use super::now::Doing;
use super::view::UpdateSnapshot;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};

/// What ends tells so; whoever does not, another program or a change of keys, is looked at as often as this.
const LOOK: Duration = Duration::from_secs(5);

impl Engine {
    /// Installs what is here as soon as nothing runs. Where that succeeds, this program is ended by its installer.
    ///
    /// # Errors
    /// `UpdatesForbidden`, `UpdateSourceMissing`, `UpdateByHand`; those of the store.
    pub async fn update_install(&self) -> Result<UpdateSnapshot> {
        let (way, packages) = (self.update_way()?, self.packages()?);
        packages.replaceable()?;
        if self.shared.updates.now().package.is_none() {
            return self.update().await;
        }
        let Some(mut turn) = self.shared.updates.begin(Doing::Waiting) else { return self.update().await };
        if let Some(waited) = turn.or_stopped(self.until_idle()).await {
            waited?;
            self.start_installer(way, packages).await;
        }
        // Still here: others may come in again.
        self.shared.store.beside_others().await?;
        drop(turn);
        self.told_update().await
    }

    /// The same without waiting: whatever runs comes first.
    pub(super) async fn install_if_idle(&self) -> Result<()> {
        let (way, packages) = (self.update_way()?, self.packages()?);
        let Some(turn) = self.shared.updates.begin(Doing::Waiting) else { return Ok(()) };
        if self.in_the_way().await?.is_none() {
            self.start_installer(way, packages).await;
            self.shared.store.beside_others().await?;
        }
        drop(turn);
        self.told_update().await.map(drop)
    }

    async fn until_idle(&self) -> Result<()> {
        // Heard from before the first look: what ends in between is not missed.
        let mut changes = self.changes();
        loop {
            let Some(wait) = self.in_the_way().await? else { return Ok(()) };
            if self.shared.updates.change(|now| now.waits_for.replace(wait)) != Some(wait) {
                self.tell_update().await;
            }
            let _ = tokio::time::timeout(LOOK, changes.recv()).await;
        }
    }

    /// The folder is held alone here.
    async fn start_installer(&self, way: Way, packages: Arc<dyn Packages>) {
        let now = self.shared.updates.change(|now| {
            now.doing = Some(Doing::Installing);
            now.waits_for = None;
            now.clone()
        });
        self.tell_update().await;
        let (Some(release), Some(package)) = (now.release, now.package) else { return };
        let started = tokio::task::spawn_blocking(move || packages.install(&release, &way.key, &package));
        let started = started.await.unwrap_or_else(|_| Err(Problem::new(ProblemCode::UpdateNotInstalled)));
        if let Err(problem) = started {
            self.update_failed(problem);
        }
    }
}
