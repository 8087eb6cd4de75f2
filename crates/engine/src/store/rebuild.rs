//! A file that is damaged or gone: what can be read of it, then what the good copies hold, goes into a new one. The
//! damaged one is kept aside, and a person is told.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};

use super::files::{Files, for_sqlite, keep_private, settled, settled_dir};
use super::wal::{self, Take};
use super::{Answer, connection, image, migrate, removal, setting};
use crate::clock::{file_stamp, stamp};
use crate::connection::ConnectionId;
use crate::replace::replace;
use crate::setup::Saved;

/// What became of the file, until somebody has read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Rebuilt {
    /// RFC 3339, UTC.
    pub at: String,
    /// Where the damaged file lies now; `None` when it was gone.
    pub aside: Option<String>,
    /// Every page of it could be read: at most the change that was being written is missing.
    pub whole: bool,
    /// Companies that the damaged file still gave.
    pub read: u32,
    /// Companies that only a copy had.
    pub copied: u32,
    /// When the copy was made that was needed; RFC 3339, UTC.
    pub copy_at: Option<String>,
}

/// Makes the new file and puts it in the place of the old one. Killed anywhere, the next start goes on.
pub(super) fn run(files: &Files) -> Answer<()> {
    let now = Timestamp::now();
    let damaged = files.db().exists();
    let aside = damaged.then(|| files.damaged(&file_stamp(now)));
    let mut told =
        Rebuilt { at: stamp(now), aside: aside.as_deref().map(shown), whole: false, read: 0, copied: 0, copy_at: None };
    let part = files.rebuilt().with_extension("part");
    remove(&part)?;
    let mut made = Connection::open(for_sqlite(&part))?;
    keep_private(&part)?;
    migrate::run(&mut made)?;
    gather(&mut made, files, &mut told)?;
    let transaction = made.transaction()?;
    if setting::read(&transaction, setting::INSTALLATION)?.is_none()
        && let Some(id) = installation(files)
    {
        setting::write(&transaction, setting::INSTALLATION, &id)?;
    }
    setting::write(&transaction, setting::REBUILT, &super::to_json(&told)?)?;
    transaction.commit()?;
    made.close().map_err(|(_, error)| error)?;
    settled(&part)?;
    replace(&part, &files.rebuilt())?;
    settled_dir(files.dir())?;
    if let Some(aside) = aside {
        replace(files.db(), &aside)?;
        let _ = keep_private(&aside);
    }
    adopt(files)
}

/// Puts a rebuilt file in its place; the log of the old one goes aside.
pub(super) fn adopt(files: &Files) -> Answer<()> {
    if files.wal().exists() {
        let mut name = files.damaged(&file_stamp(Timestamp::now())).into_os_string();
        name.push("-wal");
        replace(&files.wal(), Path::new(&name))?;
    }
    remove(&files.shm())?;
    if files.rebuilt().exists() {
        replace(&files.rebuilt(), files.db())?;
    }
    settled_dir(files.dir())?;
    Ok(())
}

fn gather(made: &mut Connection, files: &Files, told: &mut Rebuilt) -> Answer<()> {
    made.pragma_update(None, "foreign_keys", false)?;
    if files.db().exists() {
        for take in [Take::Everything, Take::Sound] {
            let Ok(read) = wal::read(files.db(), &files.wal(), take) else { continue };
            let torn = read.torn;
            let Ok(mut source) = image::open_anyway(read.bytes) else { continue };
            if matches!(pour(&mut source, made), Ok(Poured::Whole)) {
                told.whole = true;
                break;
            }
            // Without a log that is damaged, both are the same.
            if !torn {
                break;
            }
        }
    }
    told.read = companies(made)?;
    if !told.whole {
        for path in files.copies().into_iter().chain(files.befores()) {
            let Ok(mut source) = image::open_copy(&path) else { continue };
            if pour(&mut source, made).is_ok() {
                told.copy_at = moment(&path);
                break;
            }
        }
    }
    told.copied = companies(made)?.saturating_sub(told.read);
    without_orphans(made)?;
    // Of an older day: the key store may rightly hold another secret by now.
    made.execute("DELETE FROM secret_print", [])?;
    made.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Poured {
    Whole,
    Part,
}

/// Every row that can be read and is not there yet.
fn pour(source: &mut Connection, made: &mut Connection) -> Answer<Poured> {
    let mut whole = image::is_sound(source).unwrap_or(false);
    for table in tables(made)? {
        let (columns, found) = (columns(made, &table)?, columns(source, &table).unwrap_or_default());
        let shared: Vec<String> = columns.into_iter().filter(|column| found.contains(column)).collect();
        if shared.is_empty() {
            whole = false;
            continue;
        }
        let listed = shared.join(", ");
        for order in ["", " ORDER BY rowid DESC"] {
            let read = rows(source, &format!("SELECT {listed} FROM {table}{order}"), shared.len());
            whole &= read.complete;
            let holes = vec!["?"; shared.len()].join(", ");
            let insert = format!("INSERT OR IGNORE INTO {table}({listed}) VALUES ({holes})");
            for row in read.rows {
                whole &= made.execute(&insert, params_from_iter(row)).is_ok();
            }
            // From the other end: what lies behind the damage. A table without such an order says so, and is left.
            if read.complete {
                break;
            }
        }
    }
    whole &= without_unreadable(made)? == 0;
    Ok(if whole { Poured::Whole } else { Poured::Part })
}

struct Read {
    rows: Vec<Vec<Value>>,
    complete: bool,
}

fn rows(source: &Connection, sql: &str, width: usize) -> Read {
    let mut read = Read { rows: Vec::new(), complete: false };
    let Ok(mut statement) = source.prepare(sql) else { return read };
    let Ok(mut found) = statement.query([]) else { return read };
    loop {
        match found.next() {
            Ok(Some(row)) => match (0..width).map(|at| row.get(at)).collect() {
                Ok(values) => read.rows.push(values),
                // A text that is none any more: this row is lost, the next may not be.
                Err(_) => continue,
            },
            Ok(None) => {
                read.complete = true;
                return read;
            }
            Err(_) => return read,
        }
        // A tree that bites its own tail has no end.
        if read.rows.len() > 1_000_000 {
            return read;
        }
    }
}

/// A company whose row makes no sense would keep all of them from the screen. How many rows went.
fn without_unreadable(made: &mut Connection) -> Answer<usize> {
    let ids: Vec<String> = {
        let mut statement = made.prepare("SELECT id FROM connection")?;
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
    };
    let transaction = made.transaction()?;
    let mut gone = 0;
    for id in ids {
        let wanted = ConnectionId(id.clone());
        let Ok(row) = connection::find(&transaction, &wanted) else {
            gone += transaction.execute("DELETE FROM connection WHERE id = ?1", [&id])?;
            continue;
        };
        // Its own row can be read, which holds what the key store's entries are found by. What hangs on it is given up
        // table by table until the rest can be read.
        for table in ["", "task", "asked", "message_sent", "message_draft", "robot"] {
            if !table.is_empty() {
                gone += transaction.execute(&format!("DELETE FROM {table} WHERE connection = ?1"), [&id])?;
            }
            if Saved::read(&transaction, row.clone()).is_ok() {
                break;
            }
        }
    }
    if removal::all(&transaction).is_err() {
        gone += transaction.execute("DELETE FROM removal WHERE NOT json_valid(robots)", [])?;
    }
    transaction.commit()?;
    Ok(gone)
}

/// What belongs to a company that is not there.
fn without_orphans(made: &Connection) -> Answer<()> {
    for table in tables(made)? {
        let hangs = made.query_row(
            "SELECT count(*) FROM pragma_foreign_key_list(?1) WHERE \"table\" = 'connection' AND \"from\" = 'connection'",
            [&table],
            |row| row.get::<_, i64>(0),
        )?;
        if hangs > 0 {
            made.execute(&format!("DELETE FROM {table} WHERE connection NOT IN (SELECT id FROM connection)"), [])?;
        }
    }
    Ok(())
}

fn companies(made: &Connection) -> Answer<u32> {
    Ok(made.query_row("SELECT count(*) FROM connection", [], |row| row.get(0))?)
}

/// Those that others hang on come first.
fn tables(made: &Connection) -> Answer<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        ORDER BY name NOT IN ('setting', 'connection'), name";
    let mut statement = made.prepare(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn columns(of: &Connection, table: &str) -> Answer<Vec<String>> {
    let mut statement = of.prepare("SELECT name FROM pragma_table_info(?1)")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The id of this installation, from beside the file.
pub(super) fn installation(files: &Files) -> Option<String> {
    let text = std::fs::read_to_string(files.installation()).ok()?;
    uuid::Uuid::parse_str(text.trim()).ok().map(|id| id.to_string())
}

/// Whole, or as it was.
pub(super) fn keep_installation(files: &Files, id: &str) -> Answer<()> {
    let (path, part) = (files.installation(), files.installation().with_extension("part"));
    std::fs::write(&part, id)?;
    keep_private(&part)?;
    settled(&part)?;
    replace(&part, &path)?;
    settled_dir(files.dir())?;
    Ok(())
}

fn moment(path: &Path) -> Option<String> {
    let at = std::fs::metadata(path).ok()?.modified().ok()?;
    Timestamp::try_from(at).ok().map(stamp)
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn remove(path: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}
