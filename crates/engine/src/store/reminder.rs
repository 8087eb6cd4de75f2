//! Reminders, and which of them were told already.

use rusqlite::{Row, Transaction, params};

use super::{Answer, from_json, from_name, to_json, to_name};
use crate::connection::ConnectionId;
use crate::reminder::{Owner, ReminderKind};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReminderRow {
    pub id: String,
    pub connection: ConnectionId,
    pub kind: ReminderKind,
    pub note: String,
    pub owner: Owner,
    /// Between one and the next, or how long something may last before it is told.
    pub every_days: Option<u32>,
    /// It is told so many days before it is due.
    pub ahead_days: u32,
    /// Hour and minute in Hong Kong.
    pub at: String,
    /// A Hong Kong calendar date; none while there is nothing to be reminded of.
    pub due: Option<String>,
    /// Quiet until this date.
    pub snoozed: Option<String>,
    /// The date of what it reckons from, where that is not a person's "done".
    pub fact: Option<String>,
    pub off: bool,
    /// Taken away, and still in somebody's calendar.
    pub removed: bool,
    /// It was written into a calendar file.
    pub exported: bool,
    /// The occurrence that was told last.
    pub fired: Option<String>,
    pub sequence: u32,
    pub made_at: String,
    pub changed_at: String,
}

const COLUMNS: &str = "id, connection, kind, note, owner, every_days, ahead_days, at, due, snoozed, fact, off, removed, \
    exported, fired, sequence, made_at, changed_at";

/// Of one company, removed ones included, in the order they were made.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<ReminderRow>> {
    let sql = format!("SELECT {COLUMNS} FROM reminder WHERE connection = ?1 ORDER BY rowid");
    let mut statement = transaction.prepare(&sql)?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(reminder(row)?);
    }
    Ok(found)
}

pub(crate) fn write(transaction: &Transaction, row: &ReminderRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO reminder(id, connection, kind, note, owner, every_days, ahead_days, at, due, snoozed, fact, off,
             removed, exported, fired, sequence, made_at, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         ON CONFLICT(id) DO UPDATE SET note = excluded.note, owner = excluded.owner, every_days = excluded.every_days,
             ahead_days = excluded.ahead_days, at = excluded.at, due = excluded.due, snoozed = excluded.snoozed,
             fact = excluded.fact, off = excluded.off, removed = excluded.removed, exported = excluded.exported,
             fired = excluded.fired, sequence = excluded.sequence, changed_at = excluded.changed_at",
        params![
            row.id,
            row.connection.0,
            to_name(&row.kind)?,
            row.note,
            to_json(&row.owner)?,
            row.every_days,
            row.ahead_days,
            row.at,
            row.due,
            row.snoozed,
            row.fact,
            row.off,
            row.removed,
            row.exported,
            row.fired,
            row.sequence,
            row.made_at,
            row.changed_at,
        ],
    )?;
    Ok(())
}

pub(crate) fn delete(transaction: &Transaction, id: &str) -> Answer<()> {
    transaction.execute("DELETE FROM reminder WHERE id = ?1", [id])?;
    Ok(())
}

fn reminder(row: &Row) -> Answer<ReminderRow> {
    Ok(ReminderRow {
        id: row.get("id")?,
        connection: ConnectionId(row.get("connection")?),
        kind: from_name(&row.get::<_, String>("kind")?)?,
        note: row.get("note")?,
        owner: from_json(&row.get::<_, String>("owner")?)?,
        every_days: row.get("every_days")?,
        ahead_days: row.get("ahead_days")?,
        at: row.get("at")?,
        due: row.get("due")?,
        snoozed: row.get("snoozed")?,
        fact: row.get("fact")?,
        off: row.get("off")?,
        removed: row.get("removed")?,
        exported: row.get("exported")?,
        fired: row.get("fired")?,
        sequence: row.get("sequence")?,
        made_at: row.get("made_at")?,
        changed_at: row.get("changed_at")?,
    })
}
