//! Group robots. Their webhook and secret are in the key store; here is only when they were set.

use rusqlite::{Row, Transaction, params};

use super::{Answer, from_name, to_name};
use crate::connection::ConnectionId;
use crate::setup::RobotMode;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RobotRow {
    pub id: String,
    pub name: String,
    /// E.g. `oapi.dingtalk.com`. The rest of the webhook is a secret.
    pub webhook_host: String,
    pub webhook_set_at: Option<String>,
    pub secret_set_at: Option<String>,
    pub keyword: Option<String>,
    pub mode: Option<RobotMode>,
}

const COLUMNS: &str = "id, name, webhook_host, webhook_set_at, secret_set_at, keyword, mode";

/// In the order they were made.
pub(crate) fn all(transaction: &Transaction, connection: &ConnectionId) -> Answer<Vec<RobotRow>> {
    let sql = format!("SELECT {COLUMNS} FROM robot WHERE connection = ?1 ORDER BY rowid");
    let mut statement = transaction.prepare(&sql)?;
    let mut rows = statement.query([&connection.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(robot(row)?);
    }
    Ok(found)
}

pub(crate) fn find(transaction: &Transaction, connection: &ConnectionId, id: &str) -> Answer<Option<RobotRow>> {
    Ok(all(transaction, connection)?.into_iter().find(|robot| robot.id == id))
}

pub(crate) fn write(transaction: &Transaction, connection: &ConnectionId, robot: &RobotRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO robot(id, connection, name, webhook_host, webhook_set_at, secret_set_at, keyword, mode)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT(id) DO UPDATE SET name = excluded.name, webhook_host = excluded.webhook_host,
             webhook_set_at = excluded.webhook_set_at, secret_set_at = excluded.secret_set_at, keyword = excluded.keyword, mode = excluded.mode",
        params![
            robot.id,
            connection.0,
            robot.name,
            robot.webhook_host,
            robot.webhook_set_at,
            robot.secret_set_at,
            robot.keyword,
            robot.mode.map(|mode| to_name(&mode)).transpose()?
        ],
    )?;
    Ok(())
}

pub(crate) fn delete(transaction: &Transaction, connection: &ConnectionId, id: &str) -> Answer<()> {
    transaction.execute("DELETE FROM robot WHERE connection = ?1 AND id = ?2", params![connection.0, id])?;
    Ok(())
}

fn robot(row: &Row) -> Answer<RobotRow> {
    let mode: Option<String> = row.get("mode")?;
    Ok(RobotRow {
        id: row.get("id")?,
        name: row.get("name")?,
        webhook_host: row.get("webhook_host")?,
        webhook_set_at: row.get("webhook_set_at")?,
        secret_set_at: row.get("secret_set_at")?,
        keyword: row.get("keyword")?,
        mode: mode.map(|name| from_name(&name)).transpose()?,
    })
}
