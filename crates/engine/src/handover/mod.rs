//! Giving a connection into other hands: pages for people, files for programmers, and one sealed file that takes it whole
//! to another computer. It is not a back-up by itself, and nothing of it is made unasked.

mod content;
mod export;
mod import;
mod passphrase;
mod seal;
mod unpack;
mod view;
mod write;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

pub use view::{ConflictKind, HandoverConflict, HandoverImported, HandoverItem, HandoverPreview, ImportChoice};
pub use write::{Readers, write_whole};

/// What the engine keeps of a file that is being looked at.
pub(crate) struct Held {
    /// Held by whoever is taking a file in, so that no other process takes its half-done work for a dead one's. The
    /// system lets go of it when a process dies.
    lock_path: PathBuf,
    /// Opened, and not taken in yet. Its secrets are wiped when it goes.
    opened: Mutex<Option<Arc<unpack::Opened>>>,
}

impl Held {
    pub fn at(home_dir: &Path) -> Self {
        Self { lock_path: home_dir.join("handover.lock"), opened: Mutex::default() }
    }
}
