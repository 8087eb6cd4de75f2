//! Keeping a secret for a connection that may be removed at this very moment.

use secrecy::SecretString;

use super::Engine;
use crate::connection::ConnectionId;
use crate::problem::Result;
use crate::store::{RemovalRow, connection, removal};
use crate::vault::Slot;

impl Engine {
    /// Saved, read back, and still somebody's. A removal deletes the row before the secrets: whoever writes a secret
    /// after that finds no row here, and takes it out again.
    pub(crate) async fn keep_secret(&self, id: &ConnectionId, slot: &Slot, secret: &SecretString) -> Result<()> {
        self.shared.safe.save(id, slot, secret).await?;
        let wanted = id.clone();
        let Err(gone) = self.shared.store.with(move |store| connection::find(store, &wanted)).await else {
            return Ok(());
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
