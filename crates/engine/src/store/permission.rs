//! What each check of a permission point found, and when. Checks in a row that found the same are one row.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{Answer, from_name, to_name};
use crate::connection::ConnectionId;
use crate::permission::{KnownPoint, PointState};

/// Checks in a row that found the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub point: String,
    pub state: PointState,
    /// RFC 3339, UTC.
    pub first_at: String,
    pub last_at: String,
}

/// Adds one check's findings. Another app's (`client_id`) are told apart: its permissions are its own.
pub(crate) fn note(
    transaction: &Transaction,
    connection: &ConnectionId,
    client_id: &str,
    found: &[KnownPoint],
    at: &str,
) -> Answer<()> {
    for one in found {
        let state = to_name(&one.state)?;
        let last: Option<(i64, String)> = transaction
            .query_row(
                "SELECT number, state FROM permission_seen WHERE connection = ?1 AND client_id = ?2 AND point = ?3
                 ORDER BY number DESC LIMIT 1",
                params![connection.0, client_id, one.code],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let number = match last {
            Some((number, same)) if same == state => number,
            Some((number, _)) => number + 1,
            None => 1,
        };
        // `checks` was counted and never read: it stays 1 until a step drops the column.
        transaction.execute(
            "INSERT INTO permission_seen(connection, client_id, point, number, state, first_at, last_at, checks)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, 1)
             ON CONFLICT DO UPDATE SET last_at = excluded.last_at",
            params![connection.0, client_id, one.code, number, state, at],
        )?;
    }
    Ok(())
}

/// Everything that was seen of this app, oldest first.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId, client_id: &str) -> Answer<Vec<Seen>> {
    let mut statement = transaction.prepare(
        "SELECT point, state, first_at, last_at FROM permission_seen WHERE connection = ?1 AND client_id = ?2
         ORDER BY point, number",
    )?;
    let mut rows = statement.query(params![connection.0, client_id])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let state: String = row.get(1)?;
        found.push(Seen { point: row.get(0)?, state: from_name(&state)?, first_at: row.get(2)?, last_at: row.get(3)? });
    }
    Ok(found)
}
