//! Connections that were removed, until the key store has shown that their secrets are gone.

use rusqlite::{Row, Transaction, params};

use super::{Answer, from_json, to_json};
use crate::connection::ConnectionId;

/// All that is left of a removed connection: enough to find its secrets again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RemovalRow {
    pub connection: ConnectionId,
    pub name: String,
    /// Ids of its robots, which had secrets of their own.
    pub robots: Vec<String>,
    /// How many secrets were known to be in the key store.
    pub secrets: u32,
    pub begun_at: String,
}

/// In the order they were begun.
pub(crate) fn all(transaction: &Transaction) -> Answer<Vec<RemovalRow>> {
    let mut statement =
        transaction.prepare("SELECT connection, name, robots, secrets, begun_at FROM removal ORDER BY rowid")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(removal(row)?);
    }
    Ok(found)
}

/// Begun already: it stays what it was.
pub(crate) fn insert(transaction: &Transaction, row: &RemovalRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO removal(connection, name, robots, secrets, begun_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT(connection) DO NOTHING",
        params![row.connection.0, row.name, to_json(&row.robots)?, row.secrets, row.begun_at],
    )?;
    Ok(())
}

pub(crate) fn delete(transaction: &Transaction, connection: &ConnectionId) -> Answer<()> {
    transaction.execute("DELETE FROM removal WHERE connection = ?1", [&connection.0])?;
    Ok(())
}

fn removal(row: &Row) -> Answer<RemovalRow> {
    Ok(RemovalRow {
        connection: ConnectionId(row.get("connection")?),
        name: row.get("name")?,
        robots: from_json(&row.get::<_, String>("robots")?)?,
        secrets: row.get("secrets")?,
        begun_at: row.get("begun_at")?,
    })
}
