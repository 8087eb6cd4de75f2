//! The set-up as it now is, whole: what the window draws. It holds no secret.

use serde::{Deserialize, Serialize};

use super::{Evidence, Stop, Task};
use crate::ask::AskedView;
use crate::connection::ConnectionView;
use crate::keys::OldSecretView;
use crate::message::{MessageDraft, SentView};
use crate::note::Note;
use crate::overview::OverviewView;
use crate::permission::{PointView, Purpose};
use crate::problem::{Problem, Who};
use crate::reminder::{ReminderOffer, ReminderView};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SetupSnapshot {
    pub connection: ConnectionView,
    /// The stop being looked at; kept over a restart.
    pub here: Stop,
    pub stops: Vec<StopView>,
    pub register: RegisterForm,
    pub keys: KeysView,
    pub permissions: PermissionsView,
    pub test: TestView,
    pub protect: ProtectView,
    /// The most pressing first.
    pub reminders: Vec<ReminderView>,
    /// What else somebody can be reminded of.
    pub reminder_offers: Vec<ReminderOffer>,
    /// A refused address opens the allow-list task in place, at whatever stop it happened.
    pub refused: Option<RefusedAddress>,
    /// Every task of every stop is done.
    pub finished: bool,
    pub overview: OverviewView,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct StopView {
    pub stop: Stop,
    pub done: bool,
    pub tasks: Vec<TaskView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    pub task: Task,
    pub who: Who,
    pub state: TaskState,
    pub evidence: Option<Evidence>,
    pub problem: Option<Problem>,
    /// Somebody else was asked for it, and it has not come about yet.
    pub asked: Option<AskedView>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    Waiting,
    Running,
    Done,
    Problem,
}

/// Stop 1. Also what is saved while it is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisterForm {
    pub company_name: String,
    pub email: String,
    pub app_type: Option<AppType>,
    pub region: Option<RegionChoice>,
    pub residency: Option<Residency>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AppType {
    Internal,
    ThirdParty,
}

/// What is chosen on the screen. While practising it changes only the words and links, never the hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RegionChoice {
    Com,
    Io,
}

/// Where the company wants its data kept, as recorded for the auditor. The app cannot move data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Residency {
    HongKong,
    Mainland,
    NotDecided,
}

/// Stop 2 as it stands. The secret is only ever "set on DATE".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct KeysView {
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// RFC 3339, UTC: the working secret.
    pub secret_set_at: Option<String>,
    /// Length of a secret taken from a paste and not tried yet; it waits inside the engine.
    pub secret_pasted: Option<u32>,
    /// What is shown is what a real call took: nothing typed or pasted since waits to be tried.
    pub tried: bool,
    /// The secret before this one, after a change of secret or of region.
    pub old_secret: Option<OldSecretView>,
    pub notes: Vec<Note>,
}

/// What the window hands down at stop 2. The secret crosses once, inward.
#[derive(Clone, Default, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeysForm {
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// `None`: use the pasted or the saved one.
    pub client_secret: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PermissionsView {
    pub purposes: Vec<Purpose>,
    pub points: Vec<PointView>,
    /// The same points as one text for the administrator, one console name a line.
    pub request: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TestView {
    pub robots: Vec<RobotView>,
    /// What is being typed about a robot, but for its secrets.
    pub robot_draft: Option<RobotDraft>,
    pub message: MessageDraft,
    /// What left, or may have, the newest first.
    pub sent: Vec<SentView>,
    /// Who of the staff list sits at this screen.
    pub me: Option<Person>,
    pub running: bool,
    /// Sends of the present trial, of four at most.
    pub trial_sends: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RobotView {
    pub id: String,
    pub name: String,
    /// RFC 3339, UTC. The webhook is a secret too.
    pub webhook_set_at: Option<String>,
    pub secret_set_at: Option<String>,
    pub keyword: Option<String>,
    /// Found by a delivery, never guessed.
    pub mode: Option<RobotMode>,
    pub security: RobotSecurity,
    /// RFC 3339, UTC: the last delivery through it.
    pub delivered_at: Option<String>,
    /// Of a group made for trying.
    pub rehearsal: bool,
}

/// What is ticked in the robot's settings in the group. A robot may ask for several at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RobotSecurity {
    /// 加签
    pub signature: bool,
    /// 自定义关键词
    pub keyword: bool,
    /// IP地址（段）
    pub address: bool,
}

/// What is typed about a robot and not saved yet. Its webhook and its secret wait in their boxes alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RobotDraft {
    /// The one that is being changed; none: a new one.
    pub robot: Option<String>,
    pub name: String,
    pub keyword: String,
    pub security: RobotSecurity,
    pub rehearsal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RobotMode {
    /// Delivered with a signature.
    Signature,
    /// Delivered without a signature because the message holds the keyword.
    Keyword,
    SignatureAndKeyword,
    /// Delivered without either: the robot checks the address, or nothing that this message could show.
    AddressOrNone,
}

#[derive(Clone, Default, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RobotForm {
    pub name: String,
    /// `None`: keep the saved one.
    pub webhook: Option<String>,
    pub secret: Option<String>,
    pub keyword: Option<String>,
    /// `None`: as the secret and the keyword say.
    pub security: Option<RobotSecurity>,
    pub rehearsal: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Person {
    pub user_id: String,
    pub name: String,
    pub department: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ProtectView {
    pub place: Option<Place>,
    /// The address DingTalk sees, read from its own refusal, or typed.
    pub address: Option<String>,
    pub reminder: Option<AllowListReminder>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    ThisPc,
    OfficeServer,
    AwsHongKong,
    Elsewhere,
}

/// When the allow list is looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AllowListReminder {
    pub interval_days: u32,
    /// A Hong Kong calendar date, `2027-02-22`.
    pub next: String,
    pub due: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RefusedAddress {
    pub ip: String,
    /// Where it happened, to come back to.
    pub at: Stop,
}
