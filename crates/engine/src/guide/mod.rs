//! Guides: how each place in DingTalk's console is found and used, as data in both languages.
//!
//! They ship in the program, from `guides/` at the root. A newer pack of them, signed by the maker, can replace them
//! all; whatever is wrong with it, the shipped ones are always there.

mod book;
mod faults;
mod install;
mod pack;
mod region;
mod scene;
mod shipped;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use book::{Book, Shelf, Source};
pub use faults::faults;
pub(crate) use install::MAKERS_KEY;
pub use pack::{FORMAT, LARGEST_PACK, Pack, SIGNATURE_ENDING};
pub use region::{GuideStep, GuideVariant, GuideView};
pub use scene::{Frame, Row, RowKind, Scene};
pub use shipped::shipped;

use crate::link::Link;
use crate::problem::{Who, travels_as};
use crate::setup::{RegionChoice, Task};

/// A place in DingTalk's console. The order is the one in which a set-up comes by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum GuidePlace {
    Register,
    DeveloperRights,
    CreateApp,
    Credentials,
    Permissions,
    ContactScope,
    Publish,
    Approval,
    VisibleRange,
    RobotSignature,
    RobotKeyword,
    RobotAddress,
    EgressIp,
    EventSubscription,
}

impl GuidePlace {
    pub const ALL: [Self; 14] = [
        Self::Register,
        Self::DeveloperRights,
        Self::CreateApp,
        Self::Credentials,
        Self::Permissions,
        Self::ContactScope,
        Self::Publish,
        Self::Approval,
        Self::VisibleRange,
        Self::RobotSignature,
        Self::RobotKeyword,
        Self::RobotAddress,
        Self::EgressIp,
        Self::EventSubscription,
    ];

    /// As it travels, and as its file is called.
    pub fn name(self) -> String {
        travels_as(&self)
    }
}

/// One text in both languages. `{name}` in it stands for a label of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Both {
    pub en: String,
    #[serde(rename = "zh-HK")]
    pub zh_hk: String,
}

/// What the console prints, in three scripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Simplified Chinese, as the mainland console prints it.
    pub cn: String,
    /// The same in Traditional Chinese: ours, printed nowhere.
    pub hk: String,
    pub en: String,
    /// The English one was seen printed on the international console; elsewhere it is our gloss.
    #[serde(default)]
    pub io: bool,
}

/// Which known page the guide opens; nothing where there is no page, as for a group inside DingTalk's own program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    pub com: Option<Link>,
    pub io: Option<Link>,
    pub practice: Option<Link>,
}

/// Where the eye goes while a step is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    /// A scene of the guide.
    pub scene: String,
    /// What is ringed in it: a label, or the name of a row.
    pub ring: Option<String>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub text: Both,
    pub drawing: Drawing,
    /// Somebody else than the guide's own.
    #[serde(default)]
    pub who: Option<Who>,
    #[serde(default)]
    pub only: Option<RegionChoice>,
    /// Our reference does not vouch for this step there: it may look otherwise.
    #[serde(default)]
    pub unverified: Vec<RegionChoice>,
    /// One of those that nobody expects.
    #[serde(default)]
    pub unexpected: bool,
}

/// What may be seen instead, and what to do then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    pub when: Both,
    pub then: Both,
    /// The guide that goes on from there.
    #[serde(default)]
    pub guide: Option<GuidePlace>,
    #[serde(default)]
    pub only: Option<RegionChoice>,
}

/// When it was last held against our reference of DingTalk's platform, and against which of its sections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Checked {
    /// A calendar date, `2026-11-28`.
    pub on: String,
    pub sections: Vec<String>,
}

/// One place, as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    pub place: GuidePlace,
    pub title: Both,
    pub why: Both,
    pub who: Who,
    /// The tasks of the set-up that it helps with.
    pub tasks: Vec<Task>,
    pub link: Links,
    pub labels: BTreeMap<String, Label>,
    pub scenes: BTreeMap<String, Scene>,
    pub steps: Vec<Step>,
    /// What is seen when it is done.
    pub see: Both,
    pub variants: Vec<Variant>,
    /// How the international edition differs.
    #[serde(default)]
    pub differs: Option<Both>,
    pub checked: Checked,
}

/// The names in `{…}`, in their order.
pub fn names_in(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}
