//! What really happened in the pretend world, oldest first. Tests compare it with what was meant.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// RFC 3339.
    pub at: Timestamp,
    #[serde(flatten)]
    pub effect: Effect,
}

/// Written with its name as `kind`, e.g. `{"at":"…","kind":"robot_message","text":"…"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Effect {
    WorldCreated,
    DeveloperRegistered {
        name: String,
    },
    AppCreated {
        client_id: String,
        name: String,
    },
    SecretRotated {
        client_id: String,
    },
    PermissionRequested {
        client_id: String,
        code: String,
    },
    PermissionGranted {
        client_id: String,
        code: String,
    },
    PermissionWithdrawn {
        client_id: String,
        code: String,
    },
    ContactScopeChanged {
        client_id: String,
    },
    AllowListChanged {
        client_id: String,
        addresses: Vec<String>,
    },
    VersionCreated {
        client_id: String,
        number: String,
    },
    VersionSubmitted {
        client_id: String,
        number: String,
    },
    VersionPublished {
        client_id: String,
        number: String,
    },
    VersionRejected {
        client_id: String,
        number: String,
    },
    GroupOpened {
        group: String,
    },
    RobotAdded {
        group: String,
        robot: String,
    },
    RobotSecurityChanged {
        group: String,
        robot: String,
    },
    RobotRotated {
        group: String,
        robot: String,
    },
    RobotSwitched {
        group: String,
        robot: String,
        enabled: bool,
    },
    /// A delivered group message.
    RobotMessage {
        group: String,
        robot: String,
        message_type: String,
        text: String,
    },
    /// `reason` is the errmsg that went back.
    RobotRefused {
        group: String,
        robot: String,
        errcode: i64,
        reason: String,
    },
    /// `user_ids` are those it really reached.
    WorkNotice {
        client_id: String,
        task_id: u64,
        user_ids: Vec<String>,
        text: String,
    },
    /// A message of the app's own robot to single people.
    AppRobotMessage {
        client_id: String,
        user_ids: Vec<String>,
        text: String,
    },
    /// The token itself is never written.
    TokenIssued {
        client_id: String,
    },
    /// Refused for its keys; `client_id` as it was sent.
    TokenRefused {
        client_id: String,
    },
    /// `code` is the refusal's own, e.g. `60011`.
    CallRefused {
        client_id: String,
        call: String,
        code: String,
    },
    ScenarioSwitched {
        name: String,
        on: bool,
    },
    PublicAddressChanged {
        address: String,
    },
}
