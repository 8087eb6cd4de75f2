//! What the network page shows.

use serde::{Deserialize, Serialize};

use crate::connection::ConnectionId;
use crate::problem::Problem;

/// How requests leave this machine. For the whole installation: all companies share one network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ProxyMode {
    /// As the operating system and the environment say.
    #[default]
    System,
    /// The one written here.
    Manual,
    /// Straight out.
    None,
}

/// The proxy as it is set. Its password is only ever "set on DATE".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ProxyView {
    pub mode: ProxyMode,
    /// `proxy.office:8080`; empty unless manual.
    pub address: String,
    /// Empty: the proxy asks for no sign-in.
    pub user: String,
    /// RFC 3339, UTC.
    pub password_set_at: Option<String>,
    /// IT laid it down; at most its sign-in can be set here.
    pub fixed: bool,
}

/// What the window hands down. The password crosses once, inward.
#[derive(Clone, Default, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProxyForm {
    pub mode: ProxyMode,
    pub address: String,
    pub user: String,
    /// `None`: keep the saved one. Without a user there is none.
    pub password: Option<String>,
}

/// The network page as it now is, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NetworkSnapshot {
    /// Whose page it is.
    pub connection: ConnectionId,
    pub proxy: ProxyView,
    pub test: NetworkTest,
    pub zone: ZoneView,
}

/// The last test of this company's hosts, or the one under way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct NetworkTest {
    pub running: bool,
    /// The practice server's hosts, on this computer: no proxy and no network is on the way.
    pub practice: bool,
    /// RFC 3339, UTC: when it began. `None` before the first.
    pub at: Option<String>,
    pub rows: Vec<HostRow>,
    /// As soon as one host told its time.
    pub clock: Option<ClockView>,
}

/// One host and the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HostRow {
    pub role: HostRole,
    /// E.g. `api.dingtalk.com`.
    pub host: String,
    pub state: HostState,
    /// From asking to its answer, or to giving up.
    pub milliseconds: Option<u32>,
    /// Host and port of the proxy on the way; `None` if there is none.
    pub proxy: Option<String>,
    pub certificate: Option<CertificateView>,
    /// Why it was not reached.
    pub problem: Option<Problem>,
}

/// What a host is for. The names are DingTalk's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum HostRole {
    /// Contacts, work notices, robots.
    OldGateway,
    NewGateway,
    Login,
    /// Events over a WebSocket.
    Stream,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum HostState {
    /// Not begun, or cancelled before it answered.
    Waiting,
    Running,
    Reached,
    Failed,
}

/// What was shown in the place of the host's certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CertificateView {
    pub issuer: String,
    /// Somebody on the way opens the encrypted traffic: the certificate is not one of a public authority.
    pub inspected: bool,
    /// This computer trusts it.
    pub trusted: bool,
    /// Hong Kong calendar dates.
    pub valid_from: String,
    pub valid_to: String,
}

/// This computer's clock against the server's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// Seconds by which this computer is ahead; negative: behind.
    pub ahead: i32,
    /// The same for a person, without its sign.
    pub by: Span,
    /// By so much that signatures are corrected and a person should mend it.
    pub off: bool,
}

/// The zone this computer shows its times in, against Hong Kong's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ZoneView {
    /// E.g. `Asia/Hong_Kong`.
    pub name: String,
    pub now: Apart,
    /// If the zone moves its clocks within a year: how far it is from Hong Kong then.
    pub later: Option<Apart>,
}

/// How far two clocks stand apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Apart {
    pub way: Way,
    pub by: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Ahead,
    Behind,
    Same,
}

/// A length of time as a person says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    pub unit: SpanUnit,
    pub count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum SpanUnit {
    Seconds,
    Minutes,
    Hours,
    Days,
}
