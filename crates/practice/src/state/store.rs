//! The world's folder, held by one server at a time, each change whole or not at all.
//! `world.json` is the world as it was when the server started or when the changes since had grown long,
//! `changes.jsonl` what changed since, `journal.jsonl` the journal.

mod changes;
mod disk;
mod journal_file;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

pub use disk::{Disk, Loaded, load};

const LOCK_FILE: &str = "lock";

/// A reader asks for the lock for an instant (see [`is_held`]); wait that long for it to go.
const LOCK_PATIENCE: Duration = Duration::from_millis(60);

#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The folder or a file in it cannot be read or written, or does not hold a practice world.
    #[error("{path}: {why}")]
    Unusable { path: PathBuf, why: String },
    #[error("another practice server holds {0}")]
    HeldByAnother(PathBuf),
    /// The server was stopped; nothing is written any more.
    #[error("the practice server on {0} was stopped")]
    Closed(PathBuf),
}

fn unusable(path: &Path, why: &dyn ToString) -> StoreError {
    StoreError::Unusable { path: path.to_owned(), why: why.to_string() }
}

/// An open state folder. The lock goes with it.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
    lock: File,
}

impl Store {
    /// Creates the folder if needed and takes its lock.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        create_private_dir(dir).map_err(|error| unusable(dir, &error))?;
        let lock_path = dir.join(LOCK_FILE);
        let lock = private_file()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(|error| unusable(&lock_path, &error))?;
        let until = std::time::Instant::now() + LOCK_PATIENCE;
        loop {
            match lock.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if std::time::Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(5));
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(StoreError::HeldByAnother(dir.to_owned()));
                }
                Err(TryLockError::Error(error)) => return Err(unusable(&lock_path, &error)),
            }
        }
        Ok(Self { dir: dir.to_owned(), lock })
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Lets another server have the folder.
    pub fn release(&self) {
        // An error here means that the lock is gone already.
        let _ = self.lock.unlock();
    }
}

/// True while a server holds the folder.
pub fn is_held(dir: &Path) -> bool {
    let Ok(lock) = File::open(dir.join(LOCK_FILE)) else {
        return false;
    };
    matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock))
}

/// Temporary file, fsync, rename, fsync of the folder.
pub fn write_whole(path: &Path, text: &[u8]) -> io::Result<()> {
    let temporary = path.with_extension("json.new");
    let mut file = private_file().create(true).truncate(true).write(true).open(&temporary)?;
    file.write_all(text)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&temporary, path)?;
    // Windows cannot open a folder as a file, and makes the rename durable by itself.
    #[cfg(unix)]
    if let Some(dir) = path.parent() {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

fn private_file() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn create_private_dir(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}
