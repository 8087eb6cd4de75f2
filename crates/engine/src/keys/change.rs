//! What is under way with the secrets of a connection, as it stands on the disk: a kill at any line leaves a state from
//! which [`Engine::settle_keys`](crate::Engine) goes on, without asking anybody anything again.

use serde::{Deserialize, Serialize};

use crate::setup::RegionChoice;
use crate::store::WorkingKeys;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct KeyChange {
    /// A real call took these keys together with the secret that waits: they are being put into use.
    pub next: Option<WorkingKeys>,
    /// Where the connection is moving to.
    pub moving: Option<RegionChoice>,
    pub old: Option<OldSecret>,
    /// A slot of the key store may hold something that no row speaks of.
    pub untidy: bool,
}

/// The secret before the present one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OldSecret {
    pub phase: OldPhase,
    pub keys: WorkingKeys,
    pub region: RegionChoice,
    pub set_at: String,
    pub replaced_at: Option<String>,
    pub gone_at: Option<String>,
    /// Who said that it was disabled.
    pub said_by: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OldPhase {
    /// It is still the working one, and is about to be copied aside.
    Keeping,
    /// The copy lies aside; what replaces it is not in use yet.
    Copied,
    /// Another one is in use; this one waits until somebody says that it was disabled.
    Kept,
    /// Somebody said so; it is being removed.
    Removing,
    Gone,
}

impl KeyChange {
    /// Nothing is half done.
    pub fn is_settled(&self) -> bool {
        let resting = self.old.as_ref().is_none_or(|old| match old.phase {
            OldPhase::Kept | OldPhase::Gone => true,
            OldPhase::Keeping | OldPhase::Copied | OldPhase::Removing => false,
        });
        self.next.is_none() && self.moving.is_none() && !self.untidy && resting
    }

    /// The slot for an old secret is taken, so that no other can be kept.
    pub fn holds_old(&self) -> bool {
        self.old.as_ref().is_some_and(|old| old.phase != OldPhase::Gone)
    }

    pub(super) fn go(&mut self, phase: OldPhase) {
        if let Some(old) = &mut self.old {
            old.phase = phase;
        }
    }
}

/// The secret before the present one, as the window sees it: dates and names, never a letter of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OldSecretView {
    pub client_id: String,
    pub region: RegionChoice,
    /// RFC 3339, UTC, like all of these.
    pub set_at: String,
    pub replaced_at: Option<String>,
    /// Removed from the key store of this computer.
    pub gone_at: Option<String>,
    pub said_by: Option<String>,
}

pub(crate) fn old_view(change: &KeyChange) -> Option<OldSecretView> {
    let old = change.old.as_ref()?;
    // Until something else is in use, it is simply the working one.
    if matches!(old.phase, OldPhase::Keeping | OldPhase::Copied) {
        return None;
    }
    Some(OldSecretView {
        client_id: old.keys.client_id.clone(),
        region: old.region,
        set_at: old.set_at.clone(),
        replaced_at: old.replaced_at.clone(),
        gone_at: old.gone_at.clone(),
        said_by: old.said_by.clone(),
    })
}
