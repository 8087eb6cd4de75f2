//! Group robots. Their webhook and secret are in the key store; here is only when they were set.

use rusqlite::{Row, Transaction, params};

use super::{Answer, from_json, from_name, to_json, to_name};
use crate::connection::ConnectionId;
use crate::setup::{RobotMode, RobotSecurity};

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
    /// What its settings in the group ask for, as a person says.
    pub security: RobotSecurity,
    /// A delivery through it, the last one.
    pub delivered_at: Option<String>,
    /// Of a group made for trying.
    pub rehearsal: bool,
}

const COLUMNS: &str =
    "id, name, webhook_host, webhook_set_at, secret_set_at, keyword, mode, security, delivered_at, rehearsal";

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
        "INSERT INTO robot(id, connection, name, webhook_host, webhook_set_at, secret_set_at, keyword, mode, security,
             delivered_at, rehearsal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT(id) DO UPDATE SET name = excluded.name, webhook_host = excluded.webhook_host,
             webhook_set_at = excluded.webhook_set_at, secret_set_at = excluded.secret_set_at,
             keyword = excluded.keyword, mode = excluded.mode, security = excluded.security,
             delivered_at = excluded.delivered_at, rehearsal = excluded.rehearsal",
        params![
            robot.id,
            connection.0,
            robot.name,
            robot.webhook_host,
            robot.webhook_set_at,
            robot.secret_set_at,
            robot.keyword,
            robot.mode.map(|mode| to_name(&mode)).transpose()?,
            to_json(&robot.security)?,
            robot.delivered_at,
            robot.rehearsal,
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
    let (secret_set_at, keyword): (Option<String>, Option<String>) = (row.get("secret_set_at")?, row.get("keyword")?);
    let security: Option<String> = row.get("security")?;
    let security = security.map(|text| from_json(&text)).transpose()?;
    // A robot from before this was asked: what was typed says it.
    let told = || RobotSecurity { signature: secret_set_at.is_some(), keyword: keyword.is_some(), address: false };
    Ok(RobotRow {
        security: security.unwrap_or_else(told),
        id: row.get("id")?,
        name: row.get("name")?,
        webhook_host: row.get("webhook_host")?,
        webhook_set_at: row.get("webhook_set_at")?,
        secret_set_at,
        keyword,
        mode: mode.map(|name| from_name(&name)).transpose()?,
        delivered_at: row.get("delivered_at")?,
        rehearsal: row.get("rehearsal")?,
    })
}
