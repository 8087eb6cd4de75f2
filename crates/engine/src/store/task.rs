//! What is known of each task: its evidence, or what is wrong.

use rusqlite::{Transaction, params};

use super::{Answer, asked, from_json, from_name, to_json, to_name};
use crate::connection::ConnectionId;
use crate::problem::Problem;
use crate::setup::{Evidence, Task};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TaskRow {
    pub task: Task,
    pub evidence: Option<Evidence>,
    pub problem: Option<Problem>,
}

pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<TaskRow>> {
    let mut statement = transaction.prepare("SELECT task, evidence, problem FROM task WHERE connection = ?1")?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let evidence: Option<String> = row.get(1)?;
        let problem: Option<String> = row.get(2)?;
        found.push(TaskRow {
            task: from_name(&row.get::<_, String>(0)?)?,
            evidence: evidence.map(|text| from_json(&text)).transpose()?,
            problem: problem.map(|text| from_json(&text)).transpose()?,
        });
    }
    Ok(found)
}

/// Done: the evidence stands and nothing is wrong any more.
pub(crate) fn done(
    transaction: &Transaction,
    connection: &ConnectionId,
    task: Task,
    evidence: &Evidence,
) -> Answer<()> {
    asked::done(transaction, connection, &to_name(&task)?, &evidence.at)?;
    write(transaction, connection, task, Some(&to_json(evidence)?), None)
}

/// Not so: what was known before does not hold.
pub(crate) fn failed(
    transaction: &Transaction,
    connection: &ConnectionId,
    task: Task,
    problem: &Problem,
) -> Answer<()> {
    asked::undone(transaction, connection, &to_name(&task)?)?;
    write(transaction, connection, task, None, Some(&to_json(problem)?))
}

/// Neither evidence nor a problem: waiting again.
pub(crate) fn forget(transaction: &Transaction, connection: &ConnectionId, task: Task) -> Answer<()> {
    asked::undone(transaction, connection, &to_name(&task)?)?;
    transaction
        .execute("DELETE FROM task WHERE connection = ?1 AND task = ?2", params![connection.0, to_name(&task)?])?;
    Ok(())
}

/// Tried again: an old problem is not shown while we do not know.
pub(crate) fn clear_problem(transaction: &Transaction, connection: &ConnectionId, task: Task) -> Answer<()> {
    transaction.execute(
        "UPDATE task SET problem = NULL WHERE connection = ?1 AND task = ?2",
        params![connection.0, to_name(&task)?],
    )?;
    Ok(())
}

fn write(
    transaction: &Transaction,
    connection: &ConnectionId,
    task: Task,
    evidence: Option<&str>,
    problem: Option<&str>,
) -> Answer<()> {
    transaction.execute(
        "INSERT INTO task(connection, task, evidence, problem) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT(connection, task) DO UPDATE SET evidence = excluded.evidence, problem = excluded.problem",
        params![connection.0, to_name(&task)?, evidence, problem],
    )?;
    Ok(())
}
