//! Keeping a secret for a connection that may be removed at this very moment.

use secrecy::SecretString;

use super::Engine;
use crate::connection::ConnectionId;
use crate::problem::{ProblemCode, Result};
use crate::store::{RemovalRow, connection, removal};
use crate::vault::Slot;

impl Engine {
    /// Saved, read back, and still somebody's. A removal deletes the row before the secrets: whoever writes a secret
    /// after that finds no row here, and takes it out again.
    pub(crate) async fn keep_secret(&self, id: &ConnectionId, slot: &Slot, secret: &SecretString) -> Result<()> {
        self.shared.safe.save(id, slot, secret).await?;
        let wanted = id.clone();
        let gone = match self.shared.store.with(move |store| connection::find(store, &wanted)).await {
            Ok(_) => return Ok(()),
            Err(gone) if gone.code == ProblemCode::ConnectionUnknown => gone,
            // A file that cannot be read at this moment says nothing of who was removed.
            Err(problem) => return Err(problem),
        };
        let robots = match slot {
            Slot::RobotWebhook(robot) | Slot::RobotSecret(robot) => vec![robot.clone()],
            Slot::ClientSecret | Slot::ClientSecretCandidate | Slot::ClientSecretOld | Slot::ProxyPassword(_) => {
                Vec::new()
            }
        };
        let note =
            RemovalRow { connection: id.clone(), name: String::new(), robots, secrets: 1, begun_at: self.stamp() };
        self.shared.store.with(move |store| removal::insert(store, &note)).await?;
        self.removal_retry(id).await?;
        Err(gone)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::*;
    use crate::connection::Region;
    use crate::policy::Policy;
    use crate::settings::Language;
    use crate::update::Source;
    use crate::{Home, MemoryVault, Parts, SystemClock};

    async fn stage() -> (tempfile::TempDir, Arc<MemoryVault>, Engine, ConnectionId) {
        let dir = tempfile::tempdir().unwrap();
        let vault = Arc::new(MemoryVault::new());
        let parts = Parts {
            vault: vault.clone(),
            clock: Arc::new(SystemClock),
            user_name: "demo".to_owned(),
            language: Language::ZhHk,
            practice_asked: false,
            version: "0.0.0".to_owned(),
            policy: Policy::default(),
            updates: Source::default(),
        };
        let engine = Engine::open(&Home::at(dir.path()), parts).await.unwrap();
        let id = engine.connection_create(Region::Com).await.unwrap().connection.id;
        (dir, vault, engine, id)
    }

    // F72
    #[tokio::test]
    async fn a_secret_that_comes_after_its_company_was_removed_is_taken_out_again() {
        let (_dir, vault, engine, id) = stage().await;
        engine.connection_remove(&id).await.unwrap();
        let gone = engine.keep_secret(&id, &Slot::ClientSecret, &"canary".into()).await.unwrap_err();
        assert_eq!(gone.code, ProblemCode::ConnectionUnknown);
        assert!(vault.names().is_empty(), "{:?}", vault.names());
        assert!(engine.app().await.unwrap().removals.is_empty());
    }

    #[tokio::test]
    async fn a_file_that_cannot_be_read_takes_no_secret_from_anybody() {
        let (_dir, vault, engine, id) = stage().await;
        engine.keep_secret(&id, &Slot::ClientSecret, &"kept".into()).await.unwrap();
        let rename = |from: &'static str, to: &'static str| {
            engine
                .shared
                .store
                .with(move |store| Ok(store.execute_batch(&format!("ALTER TABLE {from} RENAME TO {to}"))?))
        };
        rename("connection", "elsewhere").await.unwrap();
        let failed = engine.keep_secret(&id, &Slot::ClientSecretCandidate, &"new".into()).await.unwrap_err();
        assert_eq!(failed.code, ProblemCode::StoreUnusable);
        rename("elsewhere", "connection").await.unwrap();
        assert!(vault.holds("/client-secret", "kept") && engine.app().await.unwrap().removals.is_empty());
    }
}
