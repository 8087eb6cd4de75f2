use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::store::address::{AddressRow, Changed};

/// Who told an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AddressSource {
    /// DingTalk, where it refused it: the one it really sees.
    Refusal,
    /// Two of three services that tell a caller its address.
    Echo,
    /// A person.
    Typed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SentinelView {
    /// The services are asked. Off until it is chosen, and never while practising.
    pub echo: bool,
    pub practice: bool,
    /// Hosts that are asked then.
    pub echo_hosts: Vec<String>,
    pub change: Option<AddressChange>,
    /// The one seen last is the first.
    pub v4: Vec<AddressView>,
    pub v6: Vec<AddressView>,
    /// What fits an office whose address changes.
    pub advice: Vec<Advice>,
}

/// Calls come from another address than the one that was let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AddressChange {
    pub ip: String,
    /// RFC 3339, UTC.
    pub since: String,
    pub source: AddressSource,
    /// DingTalk refuses it already; else the next call will tell.
    pub refused: bool,
    pub before: String,
    pub before_at: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AddressView {
    pub ip: String,
    pub source: AddressSource,
    /// RFC 3339, UTC.
    pub first_at: String,
    pub last_at: String,
    /// A call was let in while this was our address, and it was not refused since.
    pub approved: bool,
    pub approved_at: Option<String>,
    pub approved_by: Option<String>,
    pub refused_at: Option<String>,
}

/// One piece of advice: `advice-<code>` with its variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Advice {
    pub code: AdviceCode,
    pub args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AdviceCode {
    /// Ask the provider for one that stays.
    Fixed,
    /// args: range
    Range,
    /// Run it where the address is fixed.
    Aws,
    /// Events come over Stream mode, which no list of addresses stands in the way of.
    Stream,
}

impl From<Changed> for AddressChange {
    fn from(changed: Changed) -> Self {
        let Changed { ip, since, source, refused, before, before_at } = changed;
        Self { ip, since, source, refused, before, before_at }
    }
}

impl From<AddressRow> for AddressView {
    fn from(row: AddressRow) -> Self {
        let approved = row.is_approved();
        let AddressRow { ip, source, first_at, last_at, approved_at, approved_by, refused_at } = row;
        Self { ip, source, first_at, last_at, approved, approved_at, approved_by, refused_at }
    }
}
