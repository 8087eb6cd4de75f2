//! What the person chose for the whole app.

mod app;
pub(crate) mod background;
mod keeping;
mod theme;
mod tour;
mod zoom;

use serde::{Deserialize, Serialize};

use crate::connection::{ConnectionId, ConnectionView, RemovalView};
use crate::lease::HolderView;
use crate::policy::PolicyView;

pub use background::{BackgroundStatus, BackgroundView, Closing, Pause};
pub use keeping::{FolderView, Keeping};
pub use theme::Theme;
pub use zoom::ZoomStep;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub enum Language {
    #[serde(rename = "en")]
    En,
    #[serde(rename = "zh-HK")]
    ZhHk,
}

/// The app as it now is, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AppSnapshot {
    pub language: Language,
    /// False until somebody chose; the first start asks.
    pub language_chosen: bool,
    pub connections: Vec<ConnectionView>,
    /// Removed ones whose secrets the key store has not yet shown to be gone.
    pub removals: Vec<RemovalView>,
    /// The one on the screen.
    pub current: Option<ConnectionId>,
    /// Started with `--practice`.
    pub practice_asked: bool,
    /// How large the pages are shown, in per cent.
    pub zoom: u16,
    pub theme: Theme,
    /// The tour of one minute was seen or skipped; it does not come by itself again.
    pub tour_seen: bool,
    /// What goes on while the window is closed.
    pub background: BackgroundView,
    /// Another program that looks after this folder: then this one does no background work.
    pub looked_after_by: Option<HolderView>,
    pub version: String,
    /// A newer version that was found, until it is installed.
    pub newer: Option<String>,
    /// What the company's IT has laid down.
    pub policy: PolicyView,
    pub keeping: Keeping,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::En, Self::ZhHk];

    /// BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHk => "zh-HK",
        }
    }

    fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}
