//! The rules in force, for whoever may not change them.

use serde::{Deserialize, Serialize};

use crate::connection::Region;
use crate::engine::Engine;
use crate::problem::Result;
use crate::setup::RegionChoice;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// In the order of [`PolicyName`].
    pub rules: Vec<PolicyRule>,
    /// What stands there and could not be taken as it was meant.
    pub faults: Vec<PolicyFault>,
    /// Those that a company may be in.
    pub regions: Vec<RegionChoice>,
    pub practice_off: bool,
}

impl Default for PolicyView {
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            faults: Vec::new(),
            regions: vec![RegionChoice::Com, RegionChoice::Io],
            practice_off: false,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PolicyRule {
    pub effect: PolicyEffect,
    /// The address it names; empty for most.
    pub detail: String,
    pub place: PolicyPlace,
}

/// The names as they are written there; large and small letters are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub enum PolicyName {
    Regions,
    Proxy,
    Updates,
    PracticeMode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PolicyEffect {
    RegionChina,
    RegionInternational,
    RegionBoth,
    /// It could not be understood.
    RegionNone,
    ProxySystem,
    ProxyDirect,
    /// detail: host and port
    ProxyAddress,
    /// It could not be understood.
    ProxyBlocked,
    /// Also when it could not be understood.
    UpdatesOff,
    /// detail: the address
    UpdatesFrom,
    /// Also when it could not be understood.
    PracticeOff,
    PracticeOn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PolicyPlace {
    Machine,
    User,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PolicyFault {
    pub kind: PolicyFaultKind,
    /// As it is written there; empty if nothing can be read at all.
    pub name: String,
    /// The key of the registry, or the file.
    pub location: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PolicyFaultKind {
    /// All of it: each rule is taken as its strictest.
    Unreadable,
    /// One value: that rule is taken as its strictest.
    Malformed,
    /// A name that means nothing here: it changes nothing.
    Unknown,
}

impl Engine {
    pub fn policy(&self) -> &PolicyView {
        self.shared.parts.policy.view()
    }

    /// # Errors
    /// `PracticeForbidden`.
    pub fn practice_allowed(&self) -> Result<()> {
        self.shared.parts.policy.allow(Region::Practice)
    }
}
