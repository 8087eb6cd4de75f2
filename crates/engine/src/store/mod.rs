//! One SQLite file, and every change in it before it is told.

pub(crate) mod address;
pub(crate) mod arriving;
pub(crate) mod aside;
pub(crate) mod asked;
pub(crate) mod checkup;
pub(crate) mod connection;
mod copy;
pub(crate) mod event;
mod fault;
mod files;
mod image;
pub(crate) mod lease;
pub(crate) mod message;
mod migrate;
mod open;
pub(crate) mod packed;
pub(crate) mod permission;
pub(crate) mod print;
pub(crate) mod quota;
mod rebuild;
pub(crate) mod reminder;
pub(crate) mod removal;
pub(crate) mod robot;
pub(crate) mod setting;
pub(crate) mod task;
mod wal;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

pub(crate) use asked::AskedRow;
pub(crate) use connection::{ConnectionRow, Refusal, WorkingKeys};
pub(crate) use files::Files;
pub(crate) use lease::{HolderRow, LeaseRow};
pub(crate) use message::SentRow;
use open::{Beside, Opened};
pub(crate) use permission::Seen;
pub use rebuild::Rebuilt;
pub(crate) use reminder::ReminderRow;
pub(crate) use removal::RemovalRow;
pub(crate) use robot::RobotRow;
use rusqlite::{Transaction, TransactionBehavior};
pub(crate) use task::TaskRow;
use tokio::sync::oneshot;

use crate::problem::{Problem, ProblemCode, Result};

/// F64: an antivirus or a back-up may hold the file this long.
pub(crate) const BUSY: Duration = Duration::from_secs(30);
/// A look that nobody should have to wait for.
const SOON: Duration = Duration::from_secs(1);

/// What a question to the store may fail with: SQLite's own error, the disk's, or a Problem of ours.
#[derive(Debug)]
pub(crate) enum StoreError {
    Sqlite(rusqlite::Error),
    File(std::io::Error),
    Problem(Box<Problem>),
}

pub(crate) type Answer<T> = std::result::Result<T, StoreError>;

#[derive(Clone)]
pub(crate) struct Store {
    files: Files,
    held: Arc<Mutex<Held>>,
}

enum Held {
    Open(Box<Opened>),
    /// The disk gave an error that leaves in doubt what is on it: opened anew, and checked, before the next use.
    InDoubt,
    /// For good: its files are being taken away.
    Closed,
}

impl Store {
    /// Opens the file, makes it if it is not there, and brings it up to date. One that cannot be written is opened for
    /// reading; one that is damaged is set aside and rebuilt.
    #[cfg(test)]
    pub async fn open(path: &Path) -> Result<Self> {
        Self::open_within(path, BUSY).await
    }

    /// `patience`: how long another program may hold the file.
    pub async fn open_within(path: &Path, patience: Duration) -> Result<Self> {
        let files = Files::beside(path);
        blocking(move || {
            let opened = open::run(&files, patience)?;
            Ok(Self { files, held: Arc::new(Mutex::new(Held::Open(Box::new(opened)))) })
        })
        .await
    }

    pub fn files(&self) -> &Files {
        &self.files
    }

    /// One transaction: all of it, or nothing. It is on the disk when this returns.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Answer<T> + Send + 'static,
    ) -> Result<T> {
        let fence = crate::lease::current();
        self.holding(move |opened| {
            // Immediate: a reader that turns writer would be refused at once when another process writes. What cannot
            // be written at all has to be read without asking for more.
            let behaviour = match opened.read_only {
                None => TransactionBehavior::Immediate,
                Some(_) => TransactionBehavior::Deferred,
            };
            let transaction = opened.connection.transaction_with_behavior(behaviour)?;
            crate::lease::check(&transaction, fence)?;
            let answer = work(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        })
        .await
    }

    /// Made once, at the first start, and kept beside the file as well: entries of the key store carry it.
    pub async fn installation(&self) -> Result<String> {
        let beside = rebuild::installation(&self.files);
        let known = beside.clone();
        let id = self.with(move |store| setting::installation(store, known)).await?;
        if beside.as_ref() != Some(&id) && self.read_only().await.is_none() {
            let (files, kept) = (self.files.clone(), id.clone());
            // Without it the file alone knows; a folder that is full for it is told at the next change.
            let _ = blocking(move || rebuild::keep_installation(&files, &kept)).await;
        }
        Ok(id)
    }

    /// Why nothing can be changed, if so.
    pub async fn read_only(&self) -> Option<Problem> {
        self.holding(|opened| Ok(opened.read_only.clone())).await.ok().flatten()
    }

    /// F65: whether a file that could not be written can be now; true if it is open for writing.
    pub async fn try_again(&self) -> Result<bool> {
        let files = self.files.clone();
        self.holding(move |opened| {
            if opened.read_only.is_none() {
                return Ok(true);
            }
            let again = open::run(&files, SOON)?;
            let writable = again.read_only.is_none();
            *opened = again;
            Ok(writable)
        })
        .await
    }

    /// Makes a good copy if one is due.
    pub async fn copy_if_due(&self, now: SystemTime) -> Result<bool> {
        let files = self.files.clone();
        self.holding(move |opened| match opened.read_only {
            None => copy::if_due(&mut opened.connection, &files, now),
            Some(_) => Ok(false),
        })
        .await
    }

    /// Keeps every other instance out from here on, if there is none; false if there is.
    pub async fn alone(&self) -> Result<bool> {
        let files = self.files.clone();
        self.holding(move |opened| {
            opened.in_use = None;
            match Beside::look(&files) {
                Beside::Alone(lock) => opened.in_use = Some(lock),
                others => {
                    opened.in_use = others.shared(SOON)?;
                    return Ok(false);
                }
            }
            Ok(true)
        })
        .await
    }

    /// Lets others in again.
    pub async fn beside_others(&self) -> Result<()> {
        let files = self.files.clone();
        self.holding(move |opened| {
            opened.in_use = None;
            opened.in_use = Beside::look(&files).shared(SOON)?;
            Ok(())
        })
        .await
    }

    /// Nothing is read or written any more. What is returned keeps other instances out until it is dropped.
    pub async fn close(&self) -> Option<std::fs::File> {
        let held = self.held.clone();
        let closed = tokio::task::spawn_blocking(move || {
            let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
            match std::mem::replace(&mut *held, Held::Closed) {
                Held::Open(opened) => opened.in_use,
                Held::InDoubt | Held::Closed => None,
            }
        });
        closed.await.ok().flatten()
    }

    async fn holding<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Opened) -> Answer<T> + Send + 'static,
    ) -> Result<T> {
        let (held, files) = (self.held.clone(), self.files.clone());
        blocking(move || {
            let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
            let opened = match &mut *held {
                Held::Open(opened) => opened,
                Held::Closed => return Err(unusable()),
                Held::InDoubt => {
                    let connection = open::writable(&files, BUSY)?;
                    let in_use = open::in_use(&files);
                    *held = Held::Open(Box::new(Opened { connection, read_only: None, in_use }));
                    let Held::Open(opened) = &mut *held else { return Err(unusable()) };
                    opened
                }
            };
            let cause = opened.read_only.clone();
            work(opened).map_err(|error| {
                if fault::is_doubtful(&error) {
                    *held = Held::InDoubt;
                }
                match cause {
                    Some(cause) if fault::is_read_only(&error) => cause.into(),
                    _ => error,
                }
            })
        })
        .await
    }
}

/// The runtime is told of one kind of work only: it would be built anew for each of some hundred others.
type Work = Box<dyn FnOnce() + Send>;

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Result<T> {
    let (tell, told) = oneshot::channel();
    let work: Work = Box::new(move || drop(tell.send(work())));
    tokio::task::spawn_blocking(work);
    // Work that panicked tells nothing.
    let answer = told.await.map_err(|_| Problem::new(ProblemCode::StoreUnusable))?;
    answer.map_err(|error| match error {
        StoreError::Sqlite(error) => fault::problem(&error),
        StoreError::File(error) => fault::file(&error),
        StoreError::Problem(problem) => *problem,
    })
}

fn unusable() -> StoreError {
    Problem::new(ProblemCode::StoreUnusable).into()
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

impl From<Problem> for StoreError {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

/// A value as JSON in a column.
fn to_json<T: serde::Serialize>(value: &T) -> Answer<String> {
    serde_json::to_string(value).map_err(|_| Problem::new(ProblemCode::StoreUnusable).into())
}

fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> Answer<T> {
    serde_json::from_str(text).map_err(|_| Problem::new(ProblemCode::StoreUnusable).into())
}

/// A unit variant as its serde name, without quotes.
fn to_name<T: serde::Serialize>(value: &T) -> Answer<String> {
    match crate::problem::travels_as(value) {
        name if name.is_empty() => Err(Problem::new(ProblemCode::StoreUnusable).into()),
        name => Ok(name),
    }
}

fn from_name<T: serde::de::DeserializeOwned>(name: &str) -> Answer<T> {
    from_json(&format!("\"{name}\""))
}

pub(crate) use fault::file as file_problem;
pub(crate) use files::keep_private;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    async fn open() -> (tempfile::TempDir, Store) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("hoitung.db")).await.unwrap();
        (dir, store)
    }

    async fn read(store: &Store) -> Option<String> {
        store.with(|transaction| setting::read(transaction, "word")).await.unwrap()
    }

    async fn write(store: &Store, word: &str) -> Result<()> {
        let word = word.to_owned();
        store.with(move |transaction| setting::write(transaction, "word", &word)).await
    }

    #[tokio::test]
    async fn every_commit_is_on_the_disk_before_it_is_told() {
        let (_dir, store) = open().await;
        let (journal, synchronous, keys): (String, i64, i64) = store
            .with(|transaction| {
                let ask = |name: &str| format!("PRAGMA {name}");
                Ok((
                    transaction.query_row(&ask("journal_mode"), [], |row| row.get(0))?,
                    transaction.query_row(&ask("synchronous"), [], |row| row.get(0))?,
                    transaction.query_row(&ask("foreign_keys"), [], |row| row.get(0))?,
                ))
            })
            .await
            .unwrap();
        assert_eq!((journal.as_str(), synchronous, keys), ("wal", 2, 1));
    }

    #[tokio::test]
    async fn a_full_disk_is_told_and_what_stood_there_still_stands() {
        // F58
        let (_dir, store) = open().await;
        write(&store, "before").await.unwrap();
        {
            let held = store.held.lock().unwrap();
            let Held::Open(opened) = &*held else { panic!("it is open") };
            let connection = &opened.connection;
            let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
            let most: i64 =
                connection.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |row| row.get(0)).unwrap();
            assert_eq!(most, pages);
        }
        let refused = write(&store, &"示".repeat(60_000)).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::DiskFull);
        assert_eq!(read(&store).await.as_deref(), Some("before"));
        write(&store, "after").await.unwrap();
    }

    #[tokio::test]
    async fn what_fails_half_way_leaves_nothing_behind() {
        let (_dir, store) = open().await;
        let failed: Result<()> = store
            .with(|transaction| {
                setting::write(transaction, "word", "half")?;
                Err(Problem::new(ProblemCode::RobotMissing).into())
            })
            .await;
        assert_eq!(failed.unwrap_err().code, ProblemCode::RobotMissing);
        assert_eq!(read(&store).await, None);
    }

    #[tokio::test]
    async fn a_folder_that_cannot_be_written_is_told() {
        // F65
        let dir = tempfile::tempdir().unwrap();
        let missing = dir.path().join("not-there").join("hoitung.db");
        assert_eq!(Store::open(&missing).await.err().unwrap().code, ProblemCode::HomeUnusable);
    }

    // F61
    #[tokio::test]
    async fn after_an_error_of_the_disk_the_file_is_opened_anew_and_checked_before_it_is_used() {
        let (dir, store) = open().await;
        write(&store, "before").await.unwrap();
        let fsync =
            || rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_FSYNC), None);
        let failed: Result<()> = store.with(move |_| Err(fsync().into())).await;
        assert_eq!(failed.unwrap_err().code, ProblemCode::StoreUnusable);
        assert!(matches!(&*store.held.lock().unwrap(), Held::InDoubt), "the same connection would be used again");
        assert_eq!(read(&store).await.as_deref(), Some("before"));
        // What it finds then is not believed either.
        let failed: Result<()> = store.with(move |_| Err(fsync().into())).await;
        assert!(failed.is_err());
        let path = dir.path().join("hoitung.db");
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[..16].fill(0);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(write(&store, "after").await.unwrap_err().code, ProblemCode::StoreDamaged);
    }

    // F66
    #[tokio::test]
    async fn before_a_new_version_changes_the_file_a_whole_copy_is_made_and_two_are_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("hoitung.db");
        let newest = {
            let mut older = rusqlite::Connection::open(&path).unwrap();
            migrate::run_to(&mut older, 6).unwrap();
            older.execute("INSERT INTO setting(name, value) VALUES ('word', 'kept')", []).unwrap();
            migrate::newest()
        };
        for old in [4, 5] {
            std::fs::write(dir.path().join(format!("hoitung.db.before-{old}")), "").unwrap();
        }
        let store = Store::open(&path).await.unwrap();
        assert_eq!(read(&store).await.as_deref(), Some("kept"));
        let names: Vec<String> = store
            .files()
            .befores()
            .iter()
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, [format!("hoitung.db.before-{newest}"), "hoitung.db.before-5".to_owned()]);
        let copy = image::open_copy(&store.files().before(newest)).unwrap();
        let (version, word): (i64, String) = copy
            .query_row("SELECT user_version, (SELECT value FROM setting) FROM pragma_user_version", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!((version, word.as_str()), (6, "kept"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&store.files().before(newest)), mode(&path)), (0o600, 0o600));
        }
    }

    #[tokio::test]
    async fn a_copy_is_made_each_day_and_when_a_company_comes_and_forgets_one_that_goes() {
        let (dir, store) = open().await;
        let now = SystemTime::now();
        let hours = |hours| now + Duration::from_hours(hours);
        assert!(store.copy_if_due(now).await.unwrap());
        assert!(!store.copy_if_due(hours(23)).await.unwrap());
        assert!(store.copy_if_due(hours(25)).await.unwrap());
        // A clock that was set back: the copy is from a day that has not come yet.
        assert!(store.copy_if_due(now - Duration::from_hours(2)).await.unwrap());
        let add = "INSERT INTO connection(id, name, region, created_at, here, register) VALUES ('c1', 'canary', '', '', '', '')";
        store.with(move |store| Ok(store.execute(add, []).map(|_| ())?)).await.unwrap();
        assert!(store.copy_if_due(now).await.unwrap());
        assert!(!store.copy_if_due(now).await.unwrap());
        let hold = |name: &str| {
            let bytes = std::fs::read(dir.path().join(name)).unwrap_or_default();
            bytes.windows(6).any(|window| window == b"canary")
        };
        assert!(hold("hoitung.db.copy") && dir.path().join("hoitung.db.copy.1").exists());
        store.with(|store| Ok(store.execute("DELETE FROM connection", []).map(|_| ())?)).await.unwrap();
        assert!(store.copy_if_due(now).await.unwrap());
        assert!(!hold("hoitung.db.copy") && !hold("hoitung.db.copy.1"), "a company that was removed is in a copy");
    }
}
