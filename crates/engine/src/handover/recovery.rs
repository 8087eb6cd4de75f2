//! What belongs to a sealed file on paper: what it is, where it lies, and room for its passphrase. Never the passphrase.

use super::HandoverPreview;
use super::sheet::day_of;
use crate::engine::{Engine, locked};
use crate::permission::file_name;
use crate::problem::{Problem, ProblemCode, Result};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// As it lies on the disk.
    pub file: String,
    /// RFC 3339, UTC.
    pub made_at: String,
    pub made_by: String,
    pub companies: Vec<String>,
}

impl RecoverySheet {
    pub fn of(file: &str, told: &HandoverPreview) -> Self {
        Self {
            file: file.to_owned(),
            made_at: told.made_at.clone(),
            made_by: told.made_by.clone(),
            companies: told.connections.iter().map(|item| item.name.clone()).collect(),
        }
    }

    /// A Hong Kong calendar date.
    pub fn made_on(&self) -> String {
        day_of(&self.made_at)
    }
}

impl HandoverPreview {
    /// What the file is called unless somebody wants otherwise.
    pub fn file_name(&self, ending: &str) -> String {
        let name = match self.connections.as_slice() {
            [one] => file_name(&one.name),
            [] | [_, ..] => "hoitung".to_owned(),
        };
        format!("{name}-{}.{ending}", day_of(&self.made_at))
    }
}

impl Engine {
    /// Kept until the next one, for the paper that belongs to it.
    pub fn handover_exported(&self, file: &str, told: &HandoverPreview) {
        *locked(&self.shared.handover.exported) = Some(RecoverySheet::of(file, told));
    }

    /// # Errors
    /// `HandoverClosed` when no file was written since the start.
    pub fn handover_paper(&self) -> Result<RecoverySheet> {
        locked(&self.shared.handover.exported).clone().ok_or_else(|| Problem::new(ProblemCode::HandoverClosed))
    }
}
