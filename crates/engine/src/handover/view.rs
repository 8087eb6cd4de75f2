//! What is told of a hand-over file before it is written, and before it is taken in. Names and counts; never a value.

use serde::{Deserialize, Serialize};

use crate::connection::{ConnectionId, ConnectionView, Region, Removed};
use crate::store::{Answer, ConnectionRow, RobotRow, connection, message, permission, reminder, robot, task};

/// What will be in a file, or is in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HandoverPreview {
    /// RFC 3339, UTC.
    pub made_at: String,
    /// The operating system's user who made it.
    pub made_by: String,
    pub program: String,
    pub connections: Vec<HandoverItem>,
}

/// One connection in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HandoverItem {
    /// Its place in the file, from 0.
    pub index: u32,
    pub name: String,
    pub region: Region,
    pub client_id: String,
    pub client_secret: bool,
    pub robots: Vec<String>,
    pub webhooks: u32,
    pub robot_secrets: u32,
    /// Tasks with evidence.
    pub proofs: u32,
    /// Permissions that were seen.
    pub permissions: u32,
    /// Of the book of what left.
    pub messages: u32,
    /// A message is being written.
    pub draft: bool,
    pub reminders: u32,
    /// What stands in its way here.
    pub conflict: Option<HandoverConflict>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HandoverConflict {
    pub id: ConnectionId,
    pub name: String,
    pub kind: ConflictKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ConflictKind {
    /// The same company's same app.
    SameApp,
    SameName,
}

/// What is to become of one connection of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "way", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ImportChoice {
    /// Under its own name, if nothing stands in its way.
    Add { index: u32 },
    /// Beside what is here, under another name.
    AddAs { index: u32, name: String },
    /// What stands in its way goes, by its name as it was shown.
    Replace { index: u32, id: ConnectionId, name: String },
}

impl ImportChoice {
    pub(super) fn index(&self) -> u32 {
        match self {
            Self::Add { index } | Self::AddAs { index, .. } | Self::Replace { index, .. } => *index,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HandoverImported {
    pub connections: Vec<ConnectionView>,
    /// How many secrets were written into the key store and read back.
    pub secrets: u32,
    pub replaced: Vec<Removed>,
}

/// A connection as its rows tell it, whichever store they lie in. Reading it shows that the rows are what they should be.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub row: ConnectionRow,
    pub robots: Vec<RobotRow>,
    proofs: usize,
    permissions: usize,
    messages: usize,
    draft: bool,
    reminders: usize,
}

impl Told {
    pub fn read(store: &rusqlite::Transaction, id: &ConnectionId) -> Answer<Self> {
        let row = connection::find(store, id)?;
        crate::store::asked::all(store, id)?;
        crate::store::aside::all(store, id)?;
        let draft = message::drafts(store, id)?.message;
        Ok(Self {
            robots: robot::all(store, id)?,
            proofs: task::all(store, id)?.iter().filter(|row| row.evidence.is_some()).count(),
            permissions: permission::all(store, id, row.client_id())?.len(),
            messages: message::sent(store, id)?.len(),
            draft: !draft.text.trim().is_empty(),
            reminders: reminder::all(store, id)?.iter().filter(|row| !row.off && !row.removed).count(),
            row,
        })
    }

    /// Without what is looked up elsewhere: what stands in its way.
    pub fn item(&self, index: usize) -> HandoverItem {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let robots = || self.robots.iter();
        HandoverItem {
            index: count(index),
            name: self.row.name.clone(),
            region: self.row.region,
            client_id: self.row.client_id().to_owned(),
            client_secret: self.row.secret_set_at.is_some(),
            robots: robots().map(|robot| robot.name.clone()).collect(),
            webhooks: count(robots().filter(|robot| robot.webhook_set_at.is_some()).count()),
            robot_secrets: count(robots().filter(|robot| robot.secret_set_at.is_some()).count()),
            proofs: count(self.proofs),
            permissions: count(self.permissions),
            messages: count(self.messages),
            draft: self.draft,
            reminders: count(self.reminders),
            conflict: None,
        }
    }
}
