//! One company's app, with everything typed so far.

use rusqlite::{OptionalExtension, Row, Transaction, params};
use serde::{Deserialize, Serialize};

use super::{Answer, from_json, from_name, to_json, to_name};
use crate::connection::{ConnectionId, Region};
use crate::keys::KeyChange;
use crate::permission::{KnownPoint, Purpose};
use crate::practice::PracticeHosts;
use crate::problem::{Problem, ProblemCode};
use crate::setup::{Place, RegisterForm, Stop};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ConnectionRow {
    pub id: ConnectionId,
    pub name: String,
    pub region: Region,
    pub created_at: String,
    /// Given by hand on the command line; other practice connections are resolved at each start.
    pub given_hosts: Option<PracticeHosts>,
    pub here: Stop,
    pub register: RegisterForm,
    pub draft_corp_id: String,
    pub draft_client_id: String,
    pub draft_agent_id: String,
    /// What a real call took. A draft never touches it.
    pub working_keys: Option<WorkingKeys>,
    pub secret_set_at: Option<String>,
    pub candidate_length: Option<u32>,
    pub purposes: Vec<Purpose>,
    pub points: Vec<KnownPoint>,
    pub trial_sends: u32,
    /// The server's clock minus ours.
    pub clock_offset_ms: i64,
    pub place: Option<Place>,
    pub address: Option<String>,
    pub refused: Option<Refusal>,
    pub key_change: KeyChange,
    /// As the console calls the app; may be empty.
    pub app_name: String,
    /// When everything was last checked at once.
    pub checked_at: Option<String>,
    /// When every stop was done for the first time. Later trouble does not take it back.
    pub finished_at: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "DingTalk's own names")]
pub(crate) struct WorkingKeys {
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Refusal {
    pub ip: String,
    pub at: Stop,
}

impl ConnectionRow {
    pub fn new(id: ConnectionId, region: Region, created_at: String) -> Self {
        Self {
            id,
            name: String::new(),
            region,
            created_at,
            given_hosts: None,
            here: Stop::Register,
            register: RegisterForm::default(),
            draft_corp_id: String::new(),
            draft_client_id: String::new(),
            draft_agent_id: String::new(),
            working_keys: None,
            secret_set_at: None,
            candidate_length: None,
            purposes: Vec::new(),
            points: Vec::new(),
            trial_sends: 0,
            clock_offset_ms: 0,
            place: None,
            address: None,
            refused: None,
            key_change: KeyChange::default(),
            app_name: String::new(),
            checked_at: None,
            finished_at: None,
        }
    }

    /// The app that works; empty before the first one does.
    pub fn client_id(&self) -> &str {
        self.working_keys.as_ref().map_or("", |keys| &keys.client_id)
    }
}

const COLUMNS: &str = "id, name, region, created_at, given_hosts, here, register, draft_corp_id, draft_client_id, \
    draft_agent_id, working_keys, secret_set_at, candidate_length, purposes, points, trial_sends, \
    clock_offset_ms, place, address, refused, app_name, checked_at, finished_at, \
    key_change";

/// In the order they were made.
pub(crate) fn all(transaction: &Transaction) -> Answer<Vec<ConnectionRow>> {
    let mut statement = transaction.prepare(&format!("SELECT {COLUMNS} FROM connection ORDER BY rowid"))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(connection(row)?);
    }
    Ok(found)
}

/// # Errors
/// `ConnectionUnknown` when it is not there (any more).
pub(crate) fn find(transaction: &Transaction, id: &ConnectionId) -> Answer<ConnectionRow> {
    let mut statement = transaction.prepare(&format!("SELECT {COLUMNS} FROM connection WHERE id = ?1"))?;
    let found = statement.query_row([&id.0], |row| Ok(connection(row))).optional()?;
    found.unwrap_or_else(|| Err(Problem::new(ProblemCode::ConnectionUnknown).into()))
}

pub(crate) fn insert(transaction: &Transaction, row: &ConnectionRow) -> Answer<()> {
    transaction.execute(
        "INSERT INTO connection(id, name, region, created_at, here, register) VALUES (?1, '', '', ?2, '', '')",
        params![row.id.0, row.created_at],
    )?;
    write(transaction, row)
}

/// Everything but the id and the day it was made.
pub(crate) fn write(transaction: &Transaction, row: &ConnectionRow) -> Answer<()> {
    transaction.execute(
        "UPDATE connection SET name = ?2, region = ?3, given_hosts = ?4, here = ?5, register = ?6,
             draft_corp_id = ?7, draft_client_id = ?8, draft_agent_id = ?9, working_keys = ?10, secret_set_at = ?11,
             candidate_length = ?12, purposes = ?13, points = ?14, trial_sends = ?15, clock_offset_ms = ?16,
             place = ?17, address = ?18, refused = ?19, app_name = ?20, checked_at = ?21, finished_at = ?22,
             key_change = ?23
         WHERE id = ?1",
        params![
            row.id.0,
            row.name,
            to_name(&row.region)?,
            optional(row.given_hosts.as_ref())?,
            to_name(&row.here)?,
            to_json(&row.register)?,
            row.draft_corp_id,
            row.draft_client_id,
            row.draft_agent_id,
            optional(row.working_keys.as_ref())?,
            row.secret_set_at,
            row.candidate_length,
            to_json(&row.purposes)?,
            to_json(&row.points)?,
            row.trial_sends,
            row.clock_offset_ms,
            row.place.map(|place| to_name(&place)).transpose()?,
            row.address,
            optional(row.refused.as_ref())?,
            row.app_name,
            row.checked_at,
            row.finished_at,
            to_json(&row.key_change)?,
        ],
    )?;
    Ok(())
}

/// Notes the day; only the first one counts.
pub(crate) fn finished(transaction: &Transaction, id: &ConnectionId, now: &str) -> Answer<()> {
    transaction
        .execute("UPDATE connection SET finished_at = ?2 WHERE id = ?1 AND finished_at IS NULL", params![id.0, now])?;
    Ok(())
}

/// Its tasks and robots go with it.
pub(crate) fn delete(transaction: &Transaction, id: &ConnectionId) -> Answer<()> {
    transaction.execute("DELETE FROM connection WHERE id = ?1", [&id.0])?;
    Ok(())
}

fn optional<T: Serialize>(value: Option<&T>) -> Answer<Option<String>> {
    value.map(to_json).transpose()
}

fn read_json<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Answer<T> {
    from_json(&row.get::<_, String>(column)?)
}

fn read_optional<T: serde::de::DeserializeOwned>(row: &Row, column: &str) -> Answer<Option<T>> {
    row.get::<_, Option<String>>(column)?.map(|text| from_json(&text)).transpose()
}

fn connection(row: &Row) -> Answer<ConnectionRow> {
    let place: Option<String> = row.get("place")?;
    Ok(ConnectionRow {
        id: ConnectionId(row.get("id")?),
        name: row.get("name")?,
        region: from_name(&row.get::<_, String>("region")?)?,
        created_at: row.get("created_at")?,
        given_hosts: read_optional(row, "given_hosts")?,
        here: from_name(&row.get::<_, String>("here")?)?,
        register: read_json(row, "register")?,
        draft_corp_id: row.get("draft_corp_id")?,
        draft_client_id: row.get("draft_client_id")?,
        draft_agent_id: row.get("draft_agent_id")?,
        working_keys: read_optional(row, "working_keys")?,
        secret_set_at: row.get("secret_set_at")?,
        candidate_length: row.get("candidate_length")?,
        purposes: read_json(row, "purposes")?,
        points: read_json(row, "points")?,
        trial_sends: row.get("trial_sends")?,
        clock_offset_ms: row.get("clock_offset_ms")?,
        place: place.map(|name| from_name(&name)).transpose()?,
        address: row.get("address")?,
        refused: read_optional(row, "refused")?,
        app_name: row.get("app_name")?,
        checked_at: row.get("checked_at")?,
        finished_at: row.get("finished_at")?,
        key_change: read_json(row, "key_change")?,
    })
}
