//! Our own calls, a row for each day in China, whose month it is.

use rusqlite::{OptionalExtension as _, Transaction, params};

use super::Answer;
use crate::connection::ConnectionId;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct QuotaDay {
    /// `2026-11-28`, as China's calendar has it.
    pub day: String,
    /// Calls that count.
    pub calls: u32,
    /// Calls of exempt families: tokens, signing in, contacts.
    pub exempt: u32,
    /// RFC 3339, UTC: DingTalk itself said that the month's calls are used up.
    pub refused_at: Option<String>,
}

/// What is older than any month that is shown goes.
const KEPT_DAYS: &str = "-400 days";

pub(crate) fn add(transaction: &Transaction, connection: &ConnectionId, more: &QuotaDay) -> Answer<()> {
    // A company that was removed meanwhile has nothing to count.
    transaction.execute(
        "INSERT INTO quota_day(connection, day, calls, exempt, refused_at)
             SELECT id, ?2, ?3, ?4, ?5 FROM connection WHERE id = ?1
         ON CONFLICT(connection, day) DO UPDATE SET calls = calls + excluded.calls,
             exempt = exempt + excluded.exempt, refused_at = coalesce(excluded.refused_at, refused_at)",
        params![connection.0, more.day, more.calls, more.exempt, more.refused_at],
    )?;
    transaction.execute(
        "DELETE FROM quota_day WHERE connection = ?1 AND day < date(?2, ?3)",
        params![connection.0, more.day, KEPT_DAYS],
    )?;
    Ok(())
}

/// The days of one month (`2026-11`) on which anything was called, in order.
pub(crate) fn month(transaction: &Transaction, connection: &ConnectionId, month: &str) -> Answer<Vec<QuotaDay>> {
    let mut statement = transaction.prepare(
        "SELECT day, calls, exempt, refused_at FROM quota_day WHERE connection = ?1 AND substr(day, 1, 7) = ?2
         ORDER BY day",
    )?;
    let rows = statement.query_map(params![connection.0, month], |row| {
        Ok(QuotaDay { day: row.get(0)?, calls: row.get(1)?, exempt: row.get(2)?, refused_at: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first day that was ever counted.
pub(crate) fn first_day(transaction: &Transaction, connection: &ConnectionId) -> Answer<Option<String>> {
    let sql = "SELECT min(day) FROM quota_day WHERE connection = ?1";
    Ok(transaction.query_row(sql, [&connection.0], |row| row.get(0)).optional()?.flatten())
}
