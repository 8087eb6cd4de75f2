//! Everything that belongs to one connection, as plain rows: for a file that travels. A new table comes along by itself,
//! because it refers to the connection.

use std::collections::{BTreeMap, HashSet};

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, Transaction, params_from_iter};
use serde_json::Value;

use super::{Answer, StoreError, migrate};
use crate::connection::ConnectionId;
use crate::problem::{Problem, ProblemCode};

/// One row: values by their columns.
pub(crate) type Cells = BTreeMap<String, Value>;
/// Rows by their tables, in the order they lie in the store.
pub(crate) type Tables = BTreeMap<String, Vec<Cells>>;

/// What one computer did and saw: which events it handled, from which address it called, which check-ups it took on,
/// and how many calls it made.
const LEFT_BEHIND: [&str; 4] = ["event_seen", "address_seen", "checkup_slot", "quota_day"];

/// As far back as the page for the boss looks.
const TRAVELLING_DAYS: &str = "-31 days";

pub(crate) fn newest_schema() -> usize {
    migrate::STEPS.len()
}

/// # Errors
/// `ConnectionUnknown`.
pub(crate) fn take(store: &Connection, id: &ConnectionId) -> Answer<Tables> {
    let mut tables = Tables::new();
    let own = rows(store, "connection", "id", id)?;
    if own.is_empty() {
        return Err(Problem::new(ProblemCode::ConnectionUnknown).into());
    }
    tables.insert("connection".to_owned(), own);
    for table in belonging(store)? {
        let found = rows(store, &table, "connection", id)?;
        if !found.is_empty() {
            tables.insert(table, found);
        }
    }
    Ok(tables)
}

/// Without the check-ups of more than a month ago: in a year they alone would make the file larger than one may be.
///
/// # Errors
/// `ConnectionUnknown`.
pub(crate) fn take_recent(store: &Connection, id: &ConnectionId, now: &str) -> Answer<Tables> {
    let mut tables = take(store, id)?;
    let since = "SELECT strftime('%Y-%m-%dT%H:%M:%SZ', ?1, ?2)";
    let since: String = store.query_row(since, [now, TRAVELLING_DAYS], |row| row.get(0))?;
    let text = |row: &Cells, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if let Some(runs) = tables.get_mut("checkup_run") {
        runs.retain(|run| text(run, "began_at") >= since);
        let kept: HashSet<String> = runs.iter().map(|run| text(run, "id")).collect();
        if let Some(results) = tables.get_mut("checkup_result") {
            results.retain(|result| kept.contains(&text(result, "run")));
        }
    }
    Ok(tables)
}

/// Within a transaction.
///
/// # Errors
/// `HandoverDamaged` for what this store has no place for.
pub(crate) fn put(store: &Connection, tables: &Tables) -> Answer<()> {
    // Tables refer to each other in any order: whether all of it fits is seen at the end.
    store.pragma_update(None, "defer_foreign_keys", true)?;
    let known = belonging(store)?;
    let first = tables.get_key_value("connection");
    for (table, rows) in first.into_iter().chain(tables.iter().filter(|(table, _)| *table != "connection")) {
        if table != "connection" && !known.contains(table) {
            return Err(damaged());
        }
        let columns = columns(store, table)?;
        for row in rows {
            insert(store, table, &columns, row)?;
        }
    }
    Ok(())
}

/// Rows of an older store, as they are after every step since. Made in memory; whatever does not fit is found here, and
/// `look` reads them all as what they are to be.
///
/// # Errors
/// `HandoverDamaged`.
pub(crate) fn replay<T>(
    schema: usize,
    tables: &Tables,
    id: &ConnectionId,
    look: impl FnOnce(&Transaction) -> Answer<T>,
) -> Answer<(Tables, T)> {
    let mut store = Connection::open_in_memory()?;
    store.pragma_update(None, "foreign_keys", true)?;
    let steps = migrate::STEPS.get(..schema).ok_or_else(damaged)?;
    migrate::apply(&mut store, steps)?;
    let transaction = store.transaction()?;
    put(&transaction, tables).map_err(|_| damaged())?;
    transaction.commit().map_err(|_| damaged())?;
    migrate::run(&mut store).map_err(|_| damaged())?;
    let looked = look(&store.transaction()?).map_err(|_| damaged())?;
    let tables = take(&store, id).map_err(|_| damaged())?;
    Ok((tables, looked))
}

fn damaged() -> StoreError {
    Problem::new(ProblemCode::HandoverDamaged).into()
}

/// Tables whose rows go when their connection goes.
fn belonging(store: &Connection) -> Answer<Vec<String>> {
    let mut statement = store.prepare(
        "SELECT DISTINCT schema.name FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS key
         WHERE schema.type = 'table' AND key.\"table\" = 'connection' AND key.\"from\" = 'connection' ORDER BY 1",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    Ok(names.into_iter().filter(|name| !LEFT_BEHIND.contains(&name.as_str())).collect())
}

fn columns(store: &Connection, table: &str) -> Answer<Vec<String>> {
    let mut statement = store.prepare("SELECT name FROM pragma_table_info(?1)")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?)
}

fn rows(store: &Connection, table: &str, key: &str, id: &ConnectionId) -> Answer<Vec<Cells>> {
    let bare: bool = store.query_row("SELECT wr FROM pragma_table_list WHERE name = ?1", [table], |row| row.get(0))?;
    let order = if bare { "" } else { "ORDER BY rowid" };
    let mut statement = store.prepare(&format!("SELECT * FROM \"{table}\" WHERE \"{key}\" = ?1 {order}"))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut found = Vec::new();
    let mut rows = statement.query([&id.0])?;
    while let Some(row) = rows.next()? {
        let mut cells = Cells::new();
        for (at, name) in names.iter().enumerate() {
            cells.insert(name.clone(), to_cell(row.get_ref(at)?)?);
        }
        found.push(cells);
    }
    Ok(found)
}

/// Names come from the store itself; only values come from the file.
fn insert(store: &Connection, table: &str, columns: &[String], row: &Cells) -> Answer<()> {
    if row.keys().any(|name| !columns.contains(name)) {
        return Err(damaged());
    }
    let names: Vec<String> = row.keys().map(|name| format!("\"{name}\"")).collect();
    let places: Vec<String> = (1..=row.len()).map(|at| format!("?{at}")).collect();
    let values: Vec<Sql> = row.values().map(to_sql).collect::<Answer<_>>()?;
    let sql = format!("INSERT INTO \"{table}\"({}) VALUES ({})", names.join(", "), places.join(", "));
    store.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

fn to_cell(value: ValueRef) -> Answer<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Real(number) => Value::from(number),
        ValueRef::Text(text) => Value::from(String::from_utf8_lossy(text)),
        // No table of ours has any.
        ValueRef::Blob(_) => return Err(Problem::new(ProblemCode::StoreUnusable).into()),
    })
}

fn to_sql(value: &Value) -> Answer<Sql> {
    Ok(match value {
        Value::Null => Sql::Null,
        Value::String(text) => Sql::Text(text.clone()),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Sql::Integer(whole),
            None => Sql::Real(number.as_f64().ok_or_else(damaged)?),
        },
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => return Err(damaged()),
    })
}
