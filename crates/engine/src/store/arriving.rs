//! Connections that are being taken from a hand-over file, until they are whole.

use rusqlite::{Transaction, params};

use super::{Answer, RemovalRow, from_json, removal, to_json};
use crate::connection::ConnectionId;

/// Enough to find its secrets again, in the shape of a removal: what stays half done is removed.
pub(crate) fn insert(transaction: &Transaction, row: &RemovalRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO arriving(id, name, robots, secrets, begun_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![row.connection.0, row.name, to_json(&row.robots)?, row.secrets, row.begun_at],
    )?;
    Ok(())
}

/// False when nobody is arriving under this id: then its secrets are not here any more either.
pub(crate) fn arrived(transaction: &Transaction, id: &ConnectionId) -> Answer<bool> {
    Ok(transaction.execute("DELETE FROM arriving WHERE id = ?1", [&id.0])? == 1)
}

/// Whatever is still arriving never will: it is left to the removals.
pub(crate) fn give_up(transaction: &Transaction) -> Answer<()> {
    let mut statement =
        transaction.prepare("SELECT id, name, robots, secrets, begun_at FROM arriving ORDER BY rowid")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let row = RemovalRow {
            connection: ConnectionId(row.get(0)?),
            name: row.get(1)?,
            robots: from_json(&row.get::<_, String>(2)?)?,
            secrets: row.get(3)?,
            begun_at: row.get(4)?,
        };
        removal::insert(transaction, &row)?;
    }
    transaction.execute("DELETE FROM arriving", [])?;
    Ok(())
}
