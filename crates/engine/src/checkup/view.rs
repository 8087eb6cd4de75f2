//! What the check-up page shows, and what is kept of each check.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::connection::ConnectionId;
use crate::doctor::Destination;
use crate::overview::CheckProgress;
use crate::problem::{Problem, Who};
use crate::quota::QuotaView;
use crate::sentinel::SentinelView;
use crate::setup::Evidence;

/// Every check there is, in the order of the page and of the run: what others lean on comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// DingTalk's hosts are reached.
    Network,
    Proxy,
    /// Who opens encrypted traffic on the way.
    Inspection,
    Clock,
    Zone,
    Signature,
    /// Issued, renewed, and taken by a call.
    Token,
    Permissions,
    Scope,
    /// A real call is let in.
    AllowList,
    /// Whether calls come from the address that was let in.
    Address,
    SecretAge,
    Robots,
    Events,
    Quota,
    /// Said by a person, as are the two after it.
    Published,
    Visible,
    Listed,
}

impl CheckId {
    pub const ALL: [Self; 18] = [
        Self::Network,
        Self::Proxy,
        Self::Inspection,
        Self::Clock,
        Self::Zone,
        Self::Signature,
        Self::Token,
        Self::Permissions,
        Self::Scope,
        Self::AllowList,
        Self::Address,
        Self::SecretAge,
        Self::Robots,
        Self::Events,
        Self::Quota,
        Self::Published,
        Self::Visible,
        Self::Listed,
    ];

    /// As it is written on the command line, e.g. `allow-list`.
    pub fn name(self) -> String {
        crate::problem::travels_as(&self)
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.name() == name)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    Fine,
    NeedsYou,
    NeedsOther,
    /// Never a guess.
    CannotTell,
}

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    pub id: CheckId,
    pub state: CheckState,
    /// Whose turn it is.
    pub who: Option<Who>,
    /// RFC 3339, UTC.
    pub at: String,
    /// A call, or a person, that told it.
    pub evidence: Option<Evidence>,
    pub problem: Option<Problem>,
    /// What else is known, a line each.
    pub says: Vec<Say>,
    /// It could not be asked because of what that check found.
    pub because: Option<CheckId>,
    /// Where it is put right.
    pub remedy: Option<Destination>,
}

/// One line: `say-<code>` with its variables, and `.fix` where something is to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Say {
    pub code: SayCode,
    pub args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum SayCode {
    /// args: hosts
    HostsReached,
    /// args: role, host
    HostAway,
    ProxyNone,
    /// args: proxy
    ProxyThrough,
    /// The practice server is on this computer.
    WayPractice,
    /// args: issuer
    InspectionNone,
    /// args: issuer
    InspectionTrusted,
    ClockUntold,
    PurposesNone,
    /// args: points
    PointsExcess,
    /// args: points
    PointsUntold,
    /// args: ip, at
    AddressLetIn,
    /// args: ip, before, since
    AddressOther,
    /// args: ip
    AddressWaits,
    AddressUntold,
    /// args: days, date
    SecretAge,
    /// args: days, date
    SecretOld,
    RobotsNone,
    /// args: name, at
    RobotDelivered,
    /// args: name
    RobotNever,
    /// args: name, minutes
    RobotHeld,
    /// args: name, at
    RobotDoubt,
    /// args: at, count
    EventsHeard,
    EventsSilent,
    /// args: used, limit, forecast
    QuotaUsed,
    /// args: used, limit, forecast
    QuotaHigh,
    /// args: used, limit
    QuotaOver,
    /// args: at, days
    SaidFresh,
    /// args: at, days
    SaidOld,
    SaidNever,
    /// Somebody looks at the same thing at this moment.
    UnderWay,
}

/// What a check-up was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CheckupCause {
    /// Somebody asked for it.
    Asked,
    /// It was due.
    Schedule,
    /// The computer woke up.
    Wake,
}

/// The check-up page as it now is, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CheckupSnapshot {
    pub connection: ConnectionId,
    /// Given while one is under way.
    pub checking: Option<CheckProgress>,
    /// RFC 3339, UTC: when the last whole one ended.
    pub at: Option<String>,
    /// In their order; while a check-up is under way, what it has found so far in the place of what was found before.
    pub checks: Vec<CheckLine>,
    pub plan: PlanView,
    /// Whole ones, the newest first.
    pub runs: Vec<RunLine>,
    pub sentinel: SentinelView,
    pub quota: QuotaView,
}

/// A check with what it found last; nothing before the first time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CheckLine {
    pub id: CheckId,
    /// It waits for its turn in the check-up under way.
    pub waiting: bool,
    pub found: Option<CheckView>,
    /// Not fine now, and it was once.
    pub since: Option<SinceView>,
}

/// Since it last worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SinceView {
    /// RFC 3339, UTC: the last time it was fine, and the first time it was not.
    pub last_fine: String,
    pub first_not: String,
    /// What changed in between, as far as it is known.
    pub changes: Vec<ChangeLine>,
}

/// One line: `changed-<code>` with its variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ChangeLine {
    pub code: ChangeCode,
    /// RFC 3339, UTC.
    pub at: Option<String>,
    pub args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeCode {
    /// args: ip
    Address,
    /// The client secret was set.
    Keys,
    /// args: points
    PointsLost,
    /// args: points
    PointsGained,
    /// args: name
    Robot,
    Proxy,
    Inspection,
    Zone,
    Clock,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RunLine {
    /// Two may end in the same second.
    pub id: String,
    pub cause: CheckupCause,
    /// RFC 3339, UTC.
    pub at: String,
    pub fine: u32,
    pub needs: u32,
    pub untold: u32,
}

/// When check-ups are made by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// Hong Kong times, `08:30`; none: never by itself.
    pub times: Vec<String>,
    /// RFC 3339, UTC.
    pub next: Option<String>,
}
