//! One connection is one company's app in DingTalk, or one in practice.

mod add;
mod change;
mod list;
mod name;
mod remove;

use serde::{Deserialize, Serialize};

use crate::overview::Standing;

pub(crate) use add::check_hosts;
pub(crate) use list::new_id;
pub(crate) use name::{check_free, clean_name};
pub use remove::{ConnectionContents, RemovalView, Removed};
pub(crate) use remove::{note_removal, removal_view};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct ConnectionId(pub String);

/// Which DingTalk a connection talks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    Practice,
    Com,
    Io,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionView {
    pub id: ConnectionId,
    /// Empty until the company is named at stop 1.
    pub name: String,
    pub region: Region,
    /// RFC 3339, UTC.
    pub created_at: String,
    /// How many stops are done, of five.
    pub stops_done: u32,
    pub finished: bool,
    /// It was finished once: later trouble is told on the home page, not by the set-up.
    pub settled: bool,
    pub standing: Standing,
    /// How many tasks somebody else was asked for.
    pub waiting: u32,
    /// How many of those came about and were not seen yet.
    pub answered: u32,
}

/// A connection given whole, from the command line. The secret goes down, never up.
pub struct NewConnection {
    pub name: String,
    pub region: Region,
    /// For `Region::Practice` alone, http on loopback alone; kept with the connection because they were given by hand.
    pub hosts: Option<crate::practice::PracticeHosts>,
    pub corp_id: String,
    pub client_id: String,
    /// May be empty: only work notices need it.
    pub agent_id: String,
    pub secret: secrecy::SecretString,
}

/// How long the app token is valid. The token itself stays inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenView {
    pub seconds: u64,
}
