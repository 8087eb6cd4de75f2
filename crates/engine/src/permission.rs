//! What the integration is for, and the smallest set of permission points for it.

mod catalogue;
mod check;
mod history;
mod plan;
mod probe;
mod purpose;
mod sheet;
mod shift;

use serde::{Deserialize, Serialize};

pub(crate) use check::SCOPES_CALL;
pub(crate) use history::remember;
pub use plan::{catalogue, plan};
pub(crate) use plan::{merged, request};
pub use purpose::Purpose;
pub use sheet::PermissionSheet;
pub(crate) use sheet::file_name;
pub use shift::PurposeShift;

/// A permission point of DingTalk's, as needed, granted or in excess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PointView {
    /// DingTalk's own code, e.g. `qyapi_get_member`; `*` at its end stands for a family of codes.
    pub code: String,
    /// As the console prints it, Simplified Chinese. Empty where no document prints it.
    pub console_name: String,
    pub area: PointArea,
    pub risk: PointRisk,
    pub approval: PointApproval,
    pub source: PointSource,
    pub state: PointState,
    /// Granted, and no chosen purpose needs it.
    pub excess: bool,
    /// The chosen purposes that need it.
    pub purposes: Vec<Purpose>,
    /// Purposes that would need it and are not chosen: why it may have been granted once.
    pub other_purposes: Vec<Purpose>,
    /// The call that told, when one did; in the catalogue, the harmless call that could tell.
    pub call: Option<String>,
    /// What the checks of this app saw; nothing before the first one.
    pub history: Option<PointHistory>,
}

/// Since when a point is as it is, by the checks that saw it. RFC 3339, UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PointHistory {
    /// The first check that saw the present state, and the last.
    pub since: String,
    pub last: String,
    /// What it was before, granted or missing, and the last check that saw that.
    pub before: Option<PointState>,
    pub before_last: Option<String>,
}

/// What a point is about; the groups of the catalogue on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PointArea {
    App,
    Contacts,
    SignIn,
    Messages,
    Groups,
    Approvals,
    Attendance,
    Hr,
    Calendar,
    Files,
}

/// What somebody who holds the key could do with it, at worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PointRisk {
    Low,
    Medium,
    High,
}

/// Whether the console opens it at once, or somebody has to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PointApproval {
    Ordinary,
    /// A document says that the administrator of the whole organisation's contacts has to authorise it.
    Special,
    /// No document says so; it is likely from what the point shows.
    LikelySpecial,
}

/// How far we know its code and its console name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PointSource {
    /// Both stand in DingTalk's documents.
    Documents,
    /// The name stands there; the code was seen in other makers' programs only.
    Programs,
    /// The code, or its family, stands there; the console's name for it does not.
    NameUnknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PointState {
    NotChecked,
    Granted,
    Missing,
    /// No harmless call can tell, or the call failed for another reason.
    CouldNotTell,
}

/// What a check found out of one point, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KnownPoint {
    pub code: String,
    pub state: PointState,
}
