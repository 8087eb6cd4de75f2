//! Making a hand-over file: told first, then sealed.

use secrecy::SecretString;

use super::content::{Content, Packed, PackedSecret, SecretOf};
use super::view::{HandoverPreview, Told};
use super::{passphrase, seal};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::packed;
use crate::vault::Slot;

impl Engine {
    /// What a file of these would hold. The key store is not asked.
    ///
    /// # Errors
    /// `ConnectionUnknown`.
    pub async fn handover_contents(&self, ids: &[ConnectionId]) -> Result<HandoverPreview> {
        let told = self.told_all(ids).await?;
        Ok(HandoverPreview {
            made_at: self.stamp(),
            made_by: self.shared.parts.user_name.clone(),
            program: self.shared.parts.version.clone(),
            connections: told.iter().enumerate().map(|(index, told)| told.item(index)).collect(),
        })
    }

    /// The sealed file, whole. Its secrets are read from the key store and are never anywhere else as they are.
    ///
    /// # Errors
    /// `PassphraseWeak` before anything is read; `ConnectionUnknown`; the key store's own; `HandoverTooLarge`.
    pub async fn handover_export(&self, ids: &[ConnectionId], passphrase: SecretString) -> Result<Vec<u8>> {
        let told = self.told_all(ids).await?;
        let mut known: Vec<String> = told.iter().map(|told| told.row.name.clone()).collect();
        known.push(self.shared.parts.user_name.clone());
        let passphrase = passphrase::canonical(&passphrase);
        passphrase::check(&passphrase, &known)?;
        // A change of keys that is half done would travel as two halves.
        let _turn = self.shared.key_turn.lock().await;
        let mut connections = Vec::new();
        for id in ids {
            self.settle_in_turn(id).await?;
            connections.push(self.packed(id).await?);
        }
        let parts = &self.shared.parts;
        let content = Content::new(self.stamp(), parts.user_name.clone(), parts.version.clone(), connections);
        let sealed = tokio::task::spawn_blocking(move || seal::seal(&content.to_bytes()?, passphrase)).await;
        sealed.unwrap_or_else(|_| Err(Problem::new(ProblemCode::RandomMissing)))
    }

    async fn told_all(&self, ids: &[ConnectionId]) -> Result<Vec<Told>> {
        if ids.is_empty() {
            return Err(Problem::new(ProblemCode::ConnectionUnknown));
        }
        let ids = ids.to_vec();
        self.shared.store.with(move |store| ids.iter().map(|id| Told::read(store, id)).collect()).await
    }

    async fn packed(&self, id: &ConnectionId) -> Result<Packed> {
        let (wanted, now) = (id.clone(), self.stamp());
        let (tables, told) = self
            .shared
            .store
            .with(move |store| Ok((packed::take_recent(store, &wanted, &now)?, Told::read(store, &wanted)?)))
            .await?;
        let mut secrets = Vec::new();
        for (of, slot) in slots(&told) {
            secrets.push(PackedSecret { of, value: self.shared.safe.read(id, &slot).await? });
        }
        Ok(Packed { tables, secrets })
    }
}

/// Where its secrets lie that others need. One that waits to be tried and one that is to be disabled stay here.
pub(super) fn slots(told: &Told) -> Vec<(SecretOf, Slot)> {
    let mut slots = Vec::new();
    if told.row.secret_set_at.is_some() {
        slots.push((SecretOf::ClientSecret, Slot::ClientSecret));
    }
    for robot in &told.robots {
        if robot.webhook_set_at.is_some() {
            slots.push((SecretOf::RobotWebhook(robot.id.clone()), Slot::RobotWebhook(robot.id.clone())));
        }
        if robot.secret_set_at.is_some() {
            slots.push((SecretOf::RobotSecret(robot.id.clone()), Slot::RobotSecret(robot.id.clone())));
        }
    }
    slots
}
