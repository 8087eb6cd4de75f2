//! What the integration is for, and the smallest set of permission points for it.

mod catalogue;
mod check;
mod plan;
mod probe;

use serde::{Deserialize, Serialize};

pub(crate) use check::SCOPES_CALL;
pub(crate) use plan::merged;
pub use plan::plan;
pub(crate) use plan::request;

/// What somebody wants to do, in their words. The order is the order on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A group robot needs no permission point.
    GroupMessages,
    WorkNotices,
    ReadStaff,
    ReadDepartments,
    FindByMobile,
    ManageStaff,
    RobotChat,
}

/// A permission point of DingTalk's, as needed, granted or in excess.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PointView {
    /// DingTalk's own code, e.g. `qyapi_get_member`.
    pub code: String,
    /// As the console prints it, Simplified Chinese.
    pub console_name: String,
    pub state: PointState,
    /// No chosen purpose needs it.
    pub excess: bool,
    /// DingTalk asks for a special approver.
    pub sensitive: bool,
    pub purposes: Vec<Purpose>,
    /// The call that told, when one did.
    pub call: Option<String>,
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
