//! What somebody else has to do: who was asked, since when, and the facts of the message that asks them.

mod command;
mod mail;
mod recheck;
mod sheet;

use serde::{Deserialize, Serialize};

pub use mail::{MailLink, mail_link};
pub(crate) use recheck::Rechecks;
pub use sheet::AskSheet;

use crate::problem::Who;
use crate::store::AskedRow;

/// A task that somebody else was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AskedView {
    pub who: Who,
    /// RFC 3339, UTC: when they were first asked.
    pub since: String,
    /// When they were last asked.
    pub asked_at: String,
    pub times: u32,
    /// When it was last looked at by itself.
    pub checked_at: Option<String>,
    /// It has come about.
    pub done_at: Option<String>,
    /// A harmless call can tell, so that we look for ourselves; otherwise only a person can say so.
    pub by_itself: bool,
}

pub(crate) fn asked_view(row: &AskedRow) -> AskedView {
    AskedView {
        who: row.who,
        since: row.since.clone(),
        asked_at: row.asked_at.clone(),
        times: row.times,
        checked_at: row.checked_at.clone(),
        done_at: row.done_at.clone(),
        by_itself: recheck::by_itself(row.task),
    }
}
