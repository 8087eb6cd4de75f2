//! What is being written, and the book of what left.

use rusqlite::{OptionalExtension, Row, Transaction, params};

use super::{Answer, from_json, from_name, to_json, to_name};
use crate::connection::ConnectionId;
use crate::message::{Fate, MessageDraft, Receipt, SentWay};
use crate::setup::{Person, RobotDraft};

/// A message that left, or may have. It holds no more of the text than its first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SentRow {
    pub id: String,
    pub at: String,
    pub way: SentWay,
    pub target: String,
    pub name: String,
    pub opening: String,
    /// Of the whole message: the same for the same words and the same people called.
    pub digest: String,
    /// `msgUuid`, by which DingTalk knows a repeat.
    pub number: String,
    pub fate: Fate,
    /// DingTalk's number for a work notice, to ask what became of it.
    pub task_id: Option<i64>,
    pub receipt: Option<Receipt>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Drafts {
    pub message: MessageDraft,
    pub robot: Option<RobotDraft>,
    /// Which person of the staff list sits at this screen.
    pub me: Option<Person>,
}

/// So many stay in the book; the oldest go first.
pub(crate) const KEPT: i64 = 200;

pub(crate) fn drafts(transaction: &Transaction, connection: &ConnectionId) -> Answer<Drafts> {
    type Columns = (Option<String>, Option<String>, Option<String>);
    let found: Option<Columns> = transaction
        .query_row("SELECT message, robot, me FROM message_draft WHERE connection = ?1", [&connection.0], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let (message, robot, me) = found.unwrap_or_default();
    Ok(Drafts {
        message: message.map(|text| from_json(&text)).transpose()?.unwrap_or_default(),
        robot: robot.map(|text| from_json(&text)).transpose()?,
        me: me.map(|text| from_json(&text)).transpose()?,
    })
}

pub(crate) fn write_drafts(transaction: &Transaction, connection: &ConnectionId, drafts: &Drafts) -> Answer<()> {
    transaction.execute(
        "INSERT INTO message_draft(connection, message, robot, me) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT(connection) DO UPDATE SET message = excluded.message, robot = excluded.robot, me = excluded.me",
        params![
            connection.0,
            to_json(&drafts.message)?,
            drafts.robot.as_ref().map(to_json).transpose()?,
            drafts.me.as_ref().map(to_json).transpose()?,
        ],
    )?;
    Ok(())
}

/// The newest first, by the order they were written in: a clock that was set back would hide what came after.
pub(crate) fn sent(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<SentRow>> {
    let sql = "SELECT id, at, way, target, name, opening, digest, number, fate, task_id, receipt FROM message_sent \
        WHERE connection = ?1 ORDER BY rowid DESC";
    let mut statement = transaction.prepare(sql)?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(sending(row)?);
    }
    Ok(found)
}

pub(crate) fn write_sent(transaction: &Transaction, connection: &ConnectionId, row: &SentRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO message_sent(id, connection, at, way, target, name, opening, digest, number, fate, task_id, receipt)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT(id) DO UPDATE SET fate = excluded.fate, task_id = excluded.task_id, receipt = excluded.receipt",
        params![
            row.id,
            connection.0,
            row.at,
            to_name(&row.way)?,
            row.target,
            row.name,
            row.opening,
            row.digest,
            row.number,
            to_name(&row.fate)?,
            row.task_id,
            row.receipt.map(|receipt| to_name(&receipt)).transpose()?,
        ],
    )?;
    transaction.execute(
        "DELETE FROM message_sent WHERE connection = ?1 AND id NOT IN
             (SELECT id FROM message_sent WHERE connection = ?1 ORDER BY rowid DESC LIMIT ?2)",
        params![connection.0, KEPT],
    )?;
    Ok(())
}

/// The doubtful tries of what is now known to have been sent: DingTalk took them for one message.
pub(crate) fn forget_tries(transaction: &Transaction, connection: &ConnectionId, row: &SentRow) -> Answer<()> {
    transaction.execute(
        "DELETE FROM message_sent WHERE connection = ?1 AND number = ?2 AND id <> ?3 AND fate = ?4",
        params![connection.0, row.number, row.id, to_name(&Fate::Unknown)?],
    )?;
    Ok(())
}

fn sending(row: &Row) -> Answer<SentRow> {
    let receipt: Option<String> = row.get("receipt")?;
    Ok(SentRow {
        id: row.get("id")?,
        at: row.get("at")?,
        way: from_name(&row.get::<_, String>("way")?)?,
        target: row.get("target")?,
        name: row.get("name")?,
        opening: row.get("opening")?,
        digest: row.get("digest")?,
        number: row.get("number")?,
        fate: from_name(&row.get::<_, String>("fate")?)?,
        task_id: row.get("task_id")?,
        receipt: receipt.map(|name| from_name(&name)).transpose()?,
    })
}
