//! Good copies of the file: before a new version changes it, and now and then, so that a damaged one has something to
//! be rebuilt from. Each is whole and on the disk before it takes its name.

use std::path::Path;
use std::time::{Duration, SystemTime};

use rusqlite::Connection;

use super::files::{Files, for_sqlite, keep_private, settled, settled_dir};
use super::{Answer, setting};
use crate::replace::replace;

const MOMENT: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);
/// A version that was left so long ago is not gone back to.
const MONTH: Duration = Duration::from_hours(30 * 24);
const KEPT_BEFORES: usize = 2;

pub(super) fn make(connection: &Connection, to: &Path) -> Answer<()> {
    let part = to.with_file_name(format!("{}.part", to.file_name().unwrap_or_default().to_string_lossy()));
    let written = write(connection, &part, to);
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    written
}

fn write(connection: &Connection, part: &Path, to: &Path) -> Answer<()> {
    // SQLite refuses to write into a file that holds something: what a kill left half done.
    let _ = std::fs::remove_file(part);
    connection.execute("VACUUM INTO ?1", [for_sqlite(part).to_string_lossy()])?;
    keep_private(part)?;
    settled(part)?;
    replace(part, to)?;
    if let Some(dir) = to.parent() {
        settled_dir(dir)?;
    }
    Ok(())
}

/// Before it is brought to `version`.
pub(super) fn before(connection: &Connection, files: &Files, version: i64) -> Answer<()> {
    make(connection, &files.before(version))?;
    for old in files.befores().into_iter().skip(KEPT_BEFORES) {
        let _ = std::fs::remove_file(old);
    }
    Ok(())
}

/// Why a copy is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    /// There is none, or it is a day old, or from a day that has not come yet, or lacks a company or a secret.
    Add,
    /// Something was taken away: what was copied before still holds it.
    Replace,
}

/// Whether it made one.
pub(super) fn if_due(connection: &mut Connection, files: &Files, now: SystemTime) -> Answer<bool> {
    for old in files.befores() {
        if age(&old, now).is_some_and(|age| age > MONTH) {
            let _ = std::fs::remove_file(old);
        }
    }
    let held = held(connection)?;
    let Some(due) = due(connection, files, &held, now)? else { return Ok(false) };
    let [newest, older] = files.copies();
    if due == Due::Add && newest.exists() {
        replace(&newest, &older)?;
    }
    make(connection, &newest)?;
    if due == Due::Replace {
        for old in std::iter::once(older).chain(files.befores()) {
            let _ = std::fs::remove_file(old);
        }
    }
    let transaction = connection.transaction()?;
    setting::write(&transaction, setting::COPIED, &held)?;
    transaction.commit()?;
    Ok(true)
}

fn due(connection: &mut Connection, files: &Files, held: &str, now: SystemTime) -> Answer<Option<Due>> {
    let copied = setting::read(&connection.transaction()?, setting::COPIED)?.unwrap_or_default();
    let [newest, _] = files.copies();
    let left: Vec<&str> = held.lines().filter_map(|line| line.split('\t').next()).collect();
    if copied.lines().filter_map(|line| line.split('\t').next()).any(|id| !left.contains(&id)) {
        return Ok(Some(Due::Replace));
    }
    let fresh = age(&newest, now).is_some_and(|age| age <= DAY);
    Ok((!fresh || copied != held).then_some(Due::Add))
}

/// What nobody would like to type again: a line a company or a robot, with when its secret was set.
fn held(connection: &mut Connection) -> Answer<String> {
    let sql = "SELECT id || char(9) || coalesce(secret_set_at, '') FROM connection
        UNION ALL SELECT id || char(9) || coalesce(webhook_set_at, '') FROM robot ORDER BY 1";
    let mut statement = connection.prepare(sql)?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    Ok(lines.join("\n"))
}

/// `None` when it is not there, or from the future: by more than passes while one is made.
fn age(path: &Path, now: SystemTime) -> Option<Duration> {
    let made = std::fs::metadata(path).ok()?.modified().ok()?;
    (now + MOMENT).duration_since(made).ok()
}
