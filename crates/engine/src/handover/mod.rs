//! Giving a connection into other hands: pages for people, files for programmers, and one sealed file that takes it whole
//! to another computer. It is not a back-up by itself, and nothing of it is made unasked.

mod content;
mod export;
mod health;
mod import;
mod passphrase;
mod recovery;
mod seal;
mod sheet;
mod starter;
mod unpack;
mod view;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

pub use health::{DayState, HealthDay, HealthSent, HealthSheet, HealthWrong};
pub use recovery::RecoverySheet;
pub use sheet::{HandoverSheet, SheetProof, SheetReminder, SheetRobot};
pub use starter::{Replace, StarterFile, StarterKit, free_dir, write_starter};
pub use view::{ConflictKind, HandoverConflict, HandoverImported, HandoverItem, HandoverPreview, ImportChoice};

/// What the engine keeps of a file that is being looked at.
pub(crate) struct Held {
    /// Held by whoever is taking a file in, so that no other process takes its half-done work for a dead one's. The
    /// system lets go of it when a process dies.
    lock_path: PathBuf,
    /// Opened, and not taken in yet. Its secrets are wiped when it goes.
    opened: Mutex<Option<Arc<unpack::Opened>>>,
    /// How often one was closed.
    closings: AtomicU64,
    /// The file that was chosen to be opened. The window knows its name alone.
    picked: Mutex<Option<PathBuf>>,
    exported: Mutex<Option<RecoverySheet>>,
}

impl Held {
    pub fn at(home_dir: &Path) -> Self {
        Self {
            lock_path: home_dir.join("handover.lock"),
            opened: Mutex::default(),
            closings: AtomicU64::default(),
            picked: Mutex::default(),
            exported: Mutex::default(),
        }
    }
}

/// Letters, digits and the signs of DingTalk's identifiers: it can stand in a program as it is.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
}
