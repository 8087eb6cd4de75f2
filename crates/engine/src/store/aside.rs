//! Evidence that holds no more because the connection moved: set aside, never deleted.

use rusqlite::{Transaction, params};

use super::{Answer, TaskRow, from_json, from_name, to_json, to_name};
use crate::connection::ConnectionId;
use crate::setup::{AsideView, RegionChoice};

pub(crate) fn put(
    transaction: &Transaction,
    connection: &ConnectionId,
    region: RegionChoice,
    row: &TaskRow,
    at: &str,
) -> Answer<()> {
    let Some(evidence) = &row.evidence else { return Ok(()) };
    transaction.execute(
        "INSERT INTO evidence_aside(connection, region, task, evidence, aside_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![connection.0, to_name(&region)?, to_name(&row.task)?, to_json(evidence)?, at],
    )?;
    Ok(())
}

/// Oldest first.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<AsideView>> {
    let mut statement = transaction
        .prepare("SELECT region, task, evidence, aside_at FROM evidence_aside WHERE connection = ?1 ORDER BY rowid")?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(AsideView {
            region: from_name(&row.get::<_, String>(0)?)?,
            task: from_name(&row.get::<_, String>(1)?)?,
            evidence: from_json(&row.get::<_, String>(2)?)?,
            aside_at: row.get(3)?,
        });
    }
    Ok(found)
}
