//! Who was asked for which task, since when, and whether it has come about.

use rusqlite::{Transaction, params};

use super::{Answer, from_name, to_name};
use crate::connection::ConnectionId;
use crate::problem::Who;
use crate::setup::Task;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AskedRow {
    pub task: Task,
    pub who: Who,
    /// When they were first asked, and when last.
    pub since: String,
    pub asked_at: String,
    pub times: u32,
    /// When it was last looked at by itself.
    pub checked_at: Option<String>,
    /// It has come about; kept until the person has seen it.
    pub done_at: Option<String>,
}

/// The longest waiting first.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<AskedRow>> {
    let mut statement = transaction.prepare(
        "SELECT task, who, since, asked_at, times, checked_at, done_at FROM asked WHERE connection = ?1
         ORDER BY since, rowid",
    )?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(AskedRow {
            task: from_name(&row.get::<_, String>(0)?)?,
            who: from_name(&row.get::<_, String>(1)?)?,
            since: row.get(2)?,
            asked_at: row.get(3)?,
            times: row.get(4)?,
            checked_at: row.get(5)?,
            done_at: row.get(6)?,
        });
    }
    Ok(found)
}

/// Asked, or asked again: since when stays what it was, unless the last time has come about meanwhile.
pub(crate) fn write(
    transaction: &Transaction,
    connection: &ConnectionId,
    task: Task,
    who: Who,
    now: &str,
) -> Answer<()> {
    transaction.execute(
        "DELETE FROM asked WHERE connection = ?1 AND task = ?2 AND done_at IS NOT NULL",
        params![connection.0, to_name(&task)?],
    )?;
    transaction.execute(
        "INSERT INTO asked(connection, task, who, since, asked_at, times) VALUES (?1, ?2, ?3, ?4, ?4, 1)
         ON CONFLICT(connection, task) DO UPDATE SET
             who = excluded.who, asked_at = excluded.asked_at, times = times + 1",
        params![connection.0, to_name(&task)?, to_name(&who)?, now],
    )?;
    Ok(())
}

pub(crate) fn forget(transaction: &Transaction, connection: &ConnectionId, task: Task) -> Answer<()> {
    transaction
        .execute("DELETE FROM asked WHERE connection = ?1 AND task = ?2", params![connection.0, to_name(&task)?])?;
    Ok(())
}

/// Looked at, and not come about.
pub(crate) fn looked_at(transaction: &Transaction, connection: &ConnectionId, task: Task, now: &str) -> Answer<()> {
    transaction.execute(
        "UPDATE asked SET checked_at = ?3 WHERE connection = ?1 AND task = ?2 AND done_at IS NULL",
        params![connection.0, to_name(&task)?, now],
    )?;
    Ok(())
}

/// It has come about, however that was learnt.
pub(super) fn done(transaction: &Transaction, connection: &ConnectionId, task: &str, at: &str) -> Answer<()> {
    transaction.execute(
        "UPDATE asked SET done_at = ?3 WHERE connection = ?1 AND task = ?2 AND done_at IS NULL",
        params![connection.0, task, at],
    )?;
    Ok(())
}

/// What had come about does not hold any more: the old asking is over, and the trouble stands for itself.
pub(super) fn undone(transaction: &Transaction, connection: &ConnectionId, task: &str) -> Answer<()> {
    transaction.execute(
        "DELETE FROM asked WHERE connection = ?1 AND task = ?2 AND done_at IS NOT NULL",
        params![connection.0, task],
    )?;
    Ok(())
}
