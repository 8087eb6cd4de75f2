//! What the settings page shows of new versions.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct UpdateSnapshot {
    pub version: String,
    pub origin: UpdateOrigin,
    /// Who is asked; empty if nobody.
    pub host: String,
    pub habit: UpdateHabit,
    /// RFC 3339, UTC: when somebody last answered.
    pub looked_at: Option<String>,
    pub stage: UpdateStage,
    pub offer: Option<UpdateOffer>,
    /// What is announced there is older than what runs.
    pub older: Option<String>,
    pub received_kilobytes: u32,
    /// If whoever sends it says so.
    pub whole_kilobytes: Option<u32>,
    pub waits_for: Option<UpdateWait>,
    /// Whether this installation can replace itself.
    pub replaceable: bool,
    /// Why the last step brought nothing.
    pub problem: Option<Problem>,
}

/// Who said where to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum UpdateOrigin {
    /// Nobody: this build looks for nothing.
    None,
    Maker,
    It,
    /// IT switched it off.
    Off,
}

/// What is done without being asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum UpdateHabit {
    /// Nothing.
    #[default]
    ByHand,
    /// Looks once a day, and says so.
    Look,
    /// And installs it while the window is closed and nothing runs.
    Install,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum UpdateStage {
    /// Not looked for since the start.
    Unknown,
    Looking,
    Newest,
    Offered,
    Downloading,
    /// It is here, and its signature is right.
    Ready,
    /// F78: until nothing runs any more.
    Waiting,
    Installing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum UpdateWait {
    /// Something is being checked, sent or saved here.
    Work,
    /// Another program of ours is open on the same folder.
    Others,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct UpdateOffer {
    pub version: String,
    /// RFC 3339, as whoever offers it wrote it.
    pub date: Option<String>,
    /// What is new, by languages; plain text, and only as much as a card holds.
    pub english: String,
    pub chinese: String,
}
