//! Bringing a package here, and looking at its signature.

use std::sync::Arc;

use super::Release;
use super::fetch::Answer;
use super::look::Way;
use super::now::Doing;
use super::view::UpdateSnapshot;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};

/// Progress is told in such steps.
const STEP: usize = 128 * 1024;

impl Engine {
    /// Downloads what was offered. What goes wrong is in the snapshot, and nothing of it is kept then.
    ///
    /// # Errors
    /// `UpdatesForbidden`, `UpdateSourceMissing`; those of the store.
    pub async fn update_download(&self) -> Result<UpdateSnapshot> {
        let way = self.update_way()?;
        let Some(release) = self.shared.updates.now().release else { return self.update().await };
        let Some(mut turn) = self.shared.updates.begin(Doing::Downloading) else { return self.update().await };
        self.shared.updates.change(|now| {
            now.package = None;
            now.received = 0;
            now.whole = None;
        });
        self.tell_update().await;
        match turn.or_stopped(self.brought(&way, &release)).await {
            Some(Ok(package)) => self.shared.updates.change(|now| now.package = Some(Arc::new(package))),
            Some(Err(problem)) => self.update_failed(problem),
            None => {}
        }
        drop(turn);
        self.told_update().await
    }

    async fn brought(&self, way: &Way, release: &Release) -> Result<Vec<u8>> {
        let packages = self.packages()?;
        let (came, mut told) = tokio::sync::watch::channel(());
        let fetching = self.fetch_package(&release.url, move |received, whole| {
            let before = self.shared.updates.change(|now| {
                now.whole = whole;
                std::mem::replace(&mut now.received, received)
            });
            if before / STEP != received / STEP {
                came.send_replace(());
            }
        });
        // Beside it: a slow reader of snapshots does not slow the line.
        let telling = async {
            while told.changed().await.is_ok() {
                self.tell_update().await;
            }
        };
        let (fetched, ()) = tokio::join!(fetching, telling);
        let package = match fetched? {
            Answer::Bytes(package) => package,
            Answer::Nothing => return Err(Problem::new(ProblemCode::UpdateTampered)),
        };
        let (release, key) = (release.clone(), way.key.clone());
        // Megabytes are hashed.
        let judged = tokio::task::spawn_blocking(move || {
            packages.verify(&release, &key, &package)?;
            Ok(package)
        });
        judged.await.unwrap_or_else(|_| Err(Problem::new(ProblemCode::UpdateTampered)))
    }
}
