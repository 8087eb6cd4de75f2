//! Check-ups that were made, what each check found, when they are made, and who took on a run that was due.

use std::collections::HashSet;

use rusqlite::{OptionalExtension as _, Row, Transaction, params};

use super::{Answer, from_json, from_name, to_json, to_name};
use crate::checkup::{CheckId, CheckState, CheckView, CheckupCause};
use crate::connection::ConnectionId;

/// One check in one check-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ResultRow {
    pub run: String,
    pub id: CheckId,
    pub state: CheckState,
    /// RFC 3339, UTC.
    pub at: String,
    pub view: CheckView,
}

/// One check-up, in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RunRow {
    pub id: String,
    pub cause: CheckupCause,
    pub ended_at: String,
    pub fine: u32,
    pub needs: u32,
    pub untold: u32,
}

/// When check-ups are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlanRow {
    /// Hong Kong times, `08:30`.
    pub times: Vec<String>,
    /// What was due before that is not made up for.
    pub set_at: String,
}

const KEPT_DAYS: &str = "-400 days";
const SLOTS_KEPT_DAYS: &str = "-14 days";

/// Written down before anything is asked.
pub(crate) fn begin(
    transaction: &Transaction,
    connection: &ConnectionId,
    id: &str,
    cause: CheckupCause,
    now: &str,
) -> Answer<()> {
    transaction.execute(
        "INSERT INTO checkup_run(id, connection, cause, began_at) VALUES (?1, ?2, ?3, ?4)",
        params![id, connection.0, to_name(&cause)?, now],
    )?;
    Ok(())
}

/// How a check-up came to its end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ended<'a> {
    pub now: &'a str,
    /// Every check was made, and DingTalk was reached.
    pub counts: bool,
}

/// All it found, at once: half a check-up is none. What is old goes.
pub(crate) fn end(
    transaction: &Transaction,
    connection: &ConnectionId,
    run: &str,
    found: &[CheckView],
    ended: Ended,
) -> Answer<()> {
    let Ended { now, counts } = ended;
    let mut statement = transaction.prepare(
        "INSERT INTO checkup_result(connection, run, name, state, at, finding) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for view in found {
        let (name, state) = (to_name(&view.id)?, to_name(&view.state)?);
        statement.execute(params![connection.0, run, name, state, view.at, to_json(view)?])?;
    }
    transaction
        .execute("UPDATE checkup_run SET ended_at = ?2, counts = ?3 WHERE id = ?1", params![run, now, counts])?;
    // DingTalk was reached, so the clock is about right: by one that is years ahead all of it would be old.
    if !counts {
        return Ok(());
    }
    transaction.execute(
        "DELETE FROM checkup_run WHERE connection = ?1 AND began_at < strftime('%Y-%m-%dT%H:%M:%SZ', ?2, ?3)",
        params![connection.0, now, KEPT_DAYS],
    )?;
    Ok(())
}

/// Stopped: it does not count.
pub(crate) fn forget(transaction: &Transaction, run: &str) -> Answer<()> {
    transaction.execute("DELETE FROM checkup_run WHERE id = ?1", [run])?;
    Ok(())
}

/// Everything found since (RFC 3339, UTC; empty: ever), oldest first. A check of another version of this program is
/// left out.
pub(crate) fn history(transaction: &Transaction, connection: &ConnectionId, since: &str) -> Answer<Vec<ResultRow>> {
    let mut statement = transaction.prepare(
        "SELECT run, name, state, result.at, finding FROM checkup_result result
         JOIN checkup_run ON checkup_run.id = run
         WHERE result.connection = ?1 AND result.at >= ?2 ORDER BY checkup_run.rowid, result.at",
    )?;
    let mut rows = statement.query(params![connection.0, since])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.extend(result(row).ok());
    }
    Ok(found)
}

/// The check-ups in which every check was made and DingTalk was reached.
pub(crate) fn whole(transaction: &Transaction, connection: &ConnectionId) -> Answer<HashSet<String>> {
    let mut statement = transaction.prepare("SELECT id FROM checkup_run WHERE connection = ?1 AND counts = 1")?;
    let rows = statement.query_map([&connection.0], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const FOUND: &str = "SELECT run, name, state, at, finding FROM checkup_run JOIN checkup_result ON run = checkup_run.id
    WHERE checkup_run.connection = ?1";

/// What this check found last. By the order in which check-ups were made: a clock may have been wrong meanwhile.
pub(crate) fn latest(transaction: &Transaction, connection: &ConnectionId, id: CheckId) -> Answer<Option<ResultRow>> {
    let sql = format!("{FOUND} AND name = ?2 ORDER BY checkup_run.rowid DESC LIMIT 1");
    let mut statement = transaction.prepare_cached(&sql)?;
    let found = statement.query_row(params![connection.0, to_name(&id)?], |row| Ok(result(row))).optional()?;
    Ok(found.and_then(Result::ok))
}

/// The last time it was fine, and the first time after that it was not.
pub(crate) fn turn(
    transaction: &Transaction,
    connection: &ConnectionId,
    id: CheckId,
) -> Answer<Option<(ResultRow, ResultRow)>> {
    let name = to_name(&id)?;
    let sql = format!("{FOUND} AND name = ?2 AND state = 'fine' ORDER BY checkup_run.rowid DESC LIMIT 1");
    let fine = transaction.query_row(&sql, params![connection.0, name], |row| Ok(result(row))).optional()?;
    let Some(Ok(fine)) = fine else { return Ok(None) };
    let sql = format!(
        "{FOUND} AND name = ?2 AND state IN ('needs-you', 'needs-other')
             AND checkup_run.rowid > (SELECT rowid FROM checkup_run WHERE id = ?3) ORDER BY checkup_run.rowid LIMIT 1"
    );
    let first = transaction.query_row(&sql, params![connection.0, name, fine.run], |row| Ok(result(row))).optional()?;
    Ok(first.and_then(Result::ok).map(|first| (fine, first)))
}

/// Everything one check-up found.
pub(crate) fn of_run(transaction: &Transaction, connection: &ConnectionId, run: &str) -> Answer<Vec<ResultRow>> {
    let mut statement = transaction.prepare_cached(&format!("{FOUND} AND run = ?2"))?;
    let mut rows = statement.query(params![connection.0, run])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.extend(result(row).ok());
    }
    Ok(found)
}

fn result(row: &Row) -> Answer<ResultRow> {
    Ok(ResultRow {
        run: row.get(0)?,
        id: from_name(&row.get::<_, String>(1)?)?,
        state: from_name(&row.get::<_, String>(2)?)?,
        at: row.get(3)?,
        view: from_json(&row.get::<_, String>(4)?)?,
    })
}

/// The newest first.
pub(crate) fn runs(transaction: &Transaction, connection: &ConnectionId, most: u32) -> Answer<Vec<RunRow>> {
    let mut statement = transaction.prepare_cached(
        "SELECT checkup_run.id, cause, ended_at, sum(state = 'fine'), sum(state LIKE 'needs-%'), sum(state = 'cannot-tell')
         FROM checkup_run JOIN checkup_result ON run = checkup_run.id
         WHERE checkup_run.connection = ?1 AND ended_at IS NOT NULL
         GROUP BY checkup_run.rowid ORDER BY checkup_run.rowid DESC LIMIT ?2",
    )?;
    let mut rows = statement.query(params![connection.0, most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(RunRow {
            id: row.get(0)?,
            cause: from_name(&row.get::<_, String>(1)?)?,
            ended_at: row.get(2)?,
            fine: row.get(3)?,
            needs: row.get(4)?,
            untold: row.get(5)?,
        });
    }
    Ok(found)
}

pub(crate) fn plan(transaction: &Transaction, connection: &ConnectionId) -> Answer<Option<PlanRow>> {
    let found: Option<(String, String)> = transaction
        .query_row("SELECT times, set_at FROM checkup_plan WHERE connection = ?1", [&connection.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    found.map(|(times, set_at)| Ok(PlanRow { times: from_json(&times)?, set_at })).transpose()
}

pub(crate) fn set_plan(transaction: &Transaction, connection: &ConnectionId, plan: &PlanRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO checkup_plan(connection, times, set_at) VALUES (?1, ?2, ?3)
         ON CONFLICT(connection) DO UPDATE SET times = excluded.times, set_at = excluded.set_at",
        params![connection.0, to_json(&plan.times)?, plan.set_at],
    )?;
    Ok(())
}

/// A run that is due.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due<'a> {
    pub slot: &'a str,
    /// A check-up since then does for it.
    pub since: &'a str,
    /// Whoever took it on before this moment and has not come back is dead.
    pub stale: &'a str,
    pub now: &'a str,
}

/// So often at most: a network that is away is asked again, and a run that dies is not repeated for ever.
pub(crate) const TRIES: u32 = 3;

/// Takes it on, unless somebody else has, or it is done, or a check-up has been made since. F52: what was done later
/// than now was done by a wrong clock.
pub(crate) fn claim(transaction: &Transaction, connection: &ConnectionId, due: Due) -> Answer<bool> {
    let Due { slot, since, stale, now } = due;
    transaction.execute(
        "DELETE FROM checkup_slot WHERE connection = ?1 AND (claimed_at > ?2
             OR claimed_at < strftime('%Y-%m-%dT%H:%M:%SZ', ?2, ?3))",
        params![connection.0, now, SLOTS_KEPT_DAYS],
    )?;
    let made: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM checkup_run WHERE connection = ?1 AND counts = 1 AND ended_at >= ?2
             AND ended_at <= ?3)",
        params![connection.0, since, now],
        |row| row.get(0),
    )?;
    if made {
        return Ok(false);
    }
    let changed = transaction.execute(
        "INSERT INTO checkup_slot(connection, slot, claimed_at, tries) VALUES (?1, ?2, ?3, 1)
         ON CONFLICT(connection, slot) DO UPDATE SET claimed_at = excluded.claimed_at, tries = tries + 1
             WHERE done_at IS NULL AND claimed_at <= ?4 AND tries < ?5",
        params![connection.0, slot, now, stale, TRIES],
    )?;
    Ok(changed == 1)
}

pub(crate) fn claimed_done(transaction: &Transaction, connection: &ConnectionId, slot: &str, now: &str) -> Answer<()> {
    transaction.execute(
        "UPDATE checkup_slot SET done_at = ?3 WHERE connection = ?1 AND slot = ?2",
        params![connection.0, slot, now],
    )?;
    Ok(())
}

/// The same for a wake: not so soon after another one, or after a check-up.
pub(crate) fn claim_wake(transaction: &Transaction, connection: &ConnectionId, due: Due) -> Answer<bool> {
    let fresh = Due { since: due.stale, ..due };
    // Whoever took on a run a moment ago is still at it.
    let under_way: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM checkup_slot WHERE connection = ?1 AND claimed_at > ?2 AND claimed_at <= ?3)",
        params![connection.0, due.stale, due.now],
        |row| row.get(0),
    )?;
    if under_way {
        return Ok(false);
    }
    transaction.execute(
        "DELETE FROM checkup_slot WHERE connection = ?1 AND slot = ?2 AND claimed_at <= ?3",
        params![connection.0, due.slot, due.stale],
    )?;
    claim(transaction, connection, fresh)
}
