//! One SQLite file, and every change in it before it is told.

pub(crate) mod address;
pub(crate) mod arriving;
pub(crate) mod aside;
pub(crate) mod asked;
pub(crate) mod checkup;
pub(crate) mod connection;
pub(crate) mod event;
mod fault;
pub(crate) mod message;
mod migrate;
pub(crate) mod packed;
pub(crate) mod permission;
pub(crate) mod quota;
pub(crate) mod removal;
pub(crate) mod robot;
pub(crate) mod setting;
pub(crate) mod task;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub(crate) use asked::AskedRow;
pub(crate) use connection::{ConnectionRow, Refusal, WorkingKeys};
pub(crate) use message::SentRow;
pub(crate) use permission::Seen;
pub(crate) use removal::RemovalRow;
pub(crate) use robot::RobotRow;
use rusqlite::{Connection, Transaction, TransactionBehavior};
pub(crate) use task::TaskRow;

use crate::problem::{Problem, ProblemCode, Result};

/// F64: an antivirus or a back-up may hold the file this long.
const BUSY: Duration = Duration::from_secs(30);

/// What a question to the store may fail with: SQLite's own error, or a Problem of ours.
pub(crate) enum StoreError {
    Sqlite(rusqlite::Error),
    Problem(Box<Problem>),
}

pub(crate) type Answer<T> = std::result::Result<T, StoreError>;

#[derive(Clone)]
pub(crate) struct Store {
    connection: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the file, makes it if it is not there, and brings it up to date.
    pub async fn open(path: &Path) -> Result<Self> {
        let path = path.to_owned();
        blocking(move || {
            let mut connection = Connection::open(&path)?;
            prepare(&mut connection)?;
            Ok(Self { connection: Arc::new(Mutex::new(connection)) })
        })
        .await
    }

    /// One transaction: all of it, or nothing. It is on the disk when this returns.
    pub async fn with<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Answer<T> + Send + 'static,
    ) -> Result<T> {
        let connection = self.connection.clone();
        blocking(move || {
            let mut connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
            // Immediate: a reader that turns writer would be refused at once when another process writes.
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let answer = work(&transaction)?;
            transaction.commit()?;
            Ok(answer)
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Result<T> {
    let Ok(answer) = tokio::task::spawn_blocking(work).await else {
        return Err(Problem::new(ProblemCode::StoreUnusable));
    };
    answer.map_err(|error| match error {
        StoreError::Sqlite(error) => fault::problem(&error),
        StoreError::Problem(problem) => *problem,
    })
}

fn prepare(connection: &mut Connection) -> Answer<()> {
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: a draft taken back leaves nothing behind.
    connection.pragma_update(None, "secure_delete", true)?;
    let sound: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(Problem::new(ProblemCode::StoreUnusable).into());
    }
    migrate::run(connection)
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
            let connection = store.connection.lock().unwrap();
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
        assert_eq!(Store::open(&missing).await.err().unwrap().code, ProblemCode::StoreUnusable);
    }
}
