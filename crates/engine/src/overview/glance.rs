//! What the home page draws.

use serde::{Deserialize, Serialize};

use crate::ask::AskedView;
use crate::problem::{Problem, Who};
use crate::reminder::ReminderView;
use crate::setup::{Stop, Task};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OverviewView {
    pub standing: Standing,
    /// RFC 3339, UTC: when everything was last checked at once.
    pub checked_at: Option<String>,
    /// Given while that is under way.
    pub checking: Option<CheckProgress>,
    /// The most pressing first.
    pub waits: Vec<WaitView>,
    /// Tasks that a call has shown to be well.
    pub works: Vec<Task>,
    /// The first stop that is not done.
    pub next: Option<Stop>,
}

/// How a company stands. The order is from bad to good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// DingTalk cannot be reached, so nothing newer is known.
    Offline,
    /// Something is refused or wrong.
    Trouble,
    /// Nothing is wrong, and something waits for somebody.
    Attention,
    /// The set-up was never finished yet, and nothing stands in its way.
    Begun,
    Well,
}

/// One thing that waits, with whose turn it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct WaitView {
    pub kind: WaitKind,
    pub task: Task,
    /// Where it is done.
    pub stop: Stop,
    pub who: Who,
    pub problem: Option<Problem>,
    pub asked: Option<AskedView>,
    /// A Hong Kong calendar date, for what has one.
    pub due: Option<String>,
    /// How old the secret is.
    pub days: Option<u32>,
    /// What can be done with it on the spot: let it rest, or say that it is done.
    pub reminder: Option<ReminderView>,
}

/// The order is the order on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum WaitKind {
    /// It came about since somebody was asked; shown until it is seen.
    Answered,
    Problem,
    /// Somebody else was asked.
    Asked,
    ReminderDue,
    SecretOld,
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct CheckProgress {
    pub done: u32,
    pub total: u32,
}
