//! A database in memory, from bytes. What is written to it reaches no disk.

use std::path::Path;

use rusqlite::Connection;

use super::Answer;
use crate::problem::{Problem, ProblemCode};

const HEADER: usize = 100;

/// As the bytes are, but not waiting for a log that is in them already.
pub(super) fn open(mut bytes: Vec<u8>) -> Answer<Connection> {
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
    let mut connection = Connection::open_in_memory()?;
    let length = bytes.len();
    connection.deserialize_read_exact("main", bytes.as_slice(), length, false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

/// The same when its first hundred bytes say nothing sensible: they are those of every file of ours.
pub(super) fn open_anyway(mut bytes: Vec<u8>) -> Answer<Connection> {
    if bytes.len() < HEADER {
        return Err(Problem::new(ProblemCode::StoreUnusable).into());
    }
    if let Ok(connection) = open(bytes.clone())
        && connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)).is_ok()
    {
        return Ok(connection);
    }
    let pages = u32::try_from(bytes.len() / 4_096).unwrap_or(0);
    let mut header = Vec::with_capacity(HEADER);
    header.extend_from_slice(b"SQLite format 3\0");
    header.extend_from_slice(&[0x10, 0, 1, 1, 0, 64, 32, 32]);
    // A counter, the pages, no free list, a cookie, format 4, no cache, no largest root, UTF-8.
    for number in [1, pages, 0, 0, 1, 4, 0, 0, 1] {
        header.extend_from_slice(&u32::to_be_bytes(number));
    }
    header.resize(92, 0);
    for number in [1_u32, 3_050_000] {
        header.extend_from_slice(&number.to_be_bytes());
    }
    bytes.splice(..HEADER, header);
    open(bytes)
}

/// A copy of ours, which has no log.
pub(super) fn open_copy(path: &Path) -> Answer<Connection> {
    let bytes = std::fs::read(path).map_err(|_| Problem::new(ProblemCode::StoreUnusable))?;
    let connection = open(bytes)?;
    if is_sound(&connection)? { Ok(connection) } else { Err(Problem::new(ProblemCode::StoreUnusable).into()) }
}

/// Small files are looked at from end to end, indexes and all.
const SMALL: i64 = 16 << 20;

pub(super) fn is_sound(connection: &Connection) -> Answer<bool> {
    let number = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, i64>(0));
    let bytes = number("page_count")?.saturating_mul(number("page_size")?);
    let check = if bytes <= SMALL { "PRAGMA integrity_check(1)" } else { "PRAGMA quick_check(1)" };
    let told: String = connection.query_row(check, [], |row| row.get(0))?;
    Ok(told == "ok")
}
