//! One SQLite file, and every change in it before it is told.

pub(crate) mod connection;
mod fault;
mod migrate;
pub(crate) mod robot;
pub(crate) mod setting;
pub(crate) mod task;

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub(crate) use connection::{ConnectionRow, Refusal, WorkingKeys};
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
    Ok(to_json(value)?.trim_matches('"').to_owned())
}

fn from_name<T: serde::de::DeserializeOwned>(name: &str) -> Answer<T> {
    from_json(&format!("\"{name}\""))
}
