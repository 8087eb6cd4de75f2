//! What really happened in the pretend world, oldest first. Tests compare it with what was meant.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    /// `client_id` of this and the following is the app that did it.
    UserCreated {
        client_id: String,
        userid: String,
    },
    /// The person's own consent is asked for first; there is no member yet.
    UserInvited {
        client_id: String,
        mobile: String,
    },
    /// Only fields that differ, under the names of an event's `diffInfo` (dingtalk-api.md §6.2).
    UserUpdated {
        client_id: String,
        userid: String,
        before: Value,
        after: Value,
    },
    UserDeleted {
        client_id: String,
        userid: String,
    },
    DepartmentCreated {
        client_id: String,
        dept_id: u64,
    },
    DepartmentUpdated {
        client_id: String,
        dept_id: u64,
    },
    DepartmentDeleted {
        client_id: String,
        dept_id: u64,
    },
    OrgAccountDisabled {
        client_id: String,
        userid: String,
        reason: String,
    },
    OrgAccountEnabled {
        client_id: String,
        userid: String,
    },
    OrgAccountSignedOut {
        client_id: String,
        userid: String,
    },
    /// A person agreed on the sign-in page; the code itself is never written.
    SignInAgreed {
        client_id: String,
        userid: String,
    },
    SignInRefused {
        client_id: String,
    },
    /// A person's own token; the token itself is never written.
    UserTokenIssued {
        client_id: String,
        userid: String,
    },
    RedirectAddressesChanged {
        client_id: String,
        addresses: Vec<String>,
    },
    NoticeRecalled {
        client_id: String,
        task_id: u64,
    },
    /// A message of the app's own robot to a group.
    AppRobotGroupMessage {
        client_id: String,
        group: String,
        text: String,
    },
    AppRobotRecalled {
        client_id: String,
        process_query_key: String,
    },
    /// A reply to a message that a robot received, through its session webhook.
    SessionReply {
        client_id: String,
        conversation: String,
        text: String,
    },
    /// One of two documented behaviours was chosen.
    BehaviourChanged {
        name: String,
        value: String,
    },
}
