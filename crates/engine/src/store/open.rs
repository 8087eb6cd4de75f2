//! Opening the file: for writing; for reading alone, when it cannot be written; or rebuilt, when it is damaged or gone.

use std::fs::File;
use std::time::{Duration, Instant};

use rusqlite::{Connection, MAIN_DB, Transaction};

use super::files::{Files, for_sqlite, keep_private};
use super::wal::{self, Take};
use super::{Answer, StoreError, connection, copy, fault, image, migrate, rebuild, removal};
use crate::problem::{Problem, ProblemCode};
use crate::setup::Saved;

/// How often a lock is asked for again.
const STEP: Duration = Duration::from_millis(20);

/// A file that is open.
pub(super) struct Opened {
    pub connection: Connection,
    /// Why nothing can be changed.
    pub read_only: Option<Problem>,
    /// Held for as long as the file is open, so that nobody takes it away meanwhile.
    pub in_use: Option<File>,
}

pub(super) fn run(files: &Files, patience: Duration) -> Answer<Opened> {
    let beside = Beside::look(files);
    if let Beside::Alone(_) = &beside {
        mend(files)?;
    }
    let in_use = beside.shared(patience)?;
    match writable(files, patience) {
        Ok(connection) => Ok(Opened { connection, read_only: None, in_use }),
        Err(error) => match fault::kind(&error) {
            fault::Kind::Damaged => rebuilt(files, patience, in_use),
            fault::Kind::Unwritable => readable(files, fault::told(error, files)).map(|mut opened| {
                opened.in_use = in_use;
                opened
            }),
            fault::Kind::Other => Err(error),
        },
    }
}

/// For writing, checked, and brought up to date.
pub(super) fn writable(files: &Files, patience: Duration) -> Answer<Connection> {
    let mut connection = Connection::open(for_sqlite(files.db()))?;
    let _ = keep_private(files.db());
    // SQLite opens what it may not write without a word, and begins what it cannot end.
    if connection.is_readonly(MAIN_DB)? {
        return Err(Problem::new(ProblemCode::DiskReadOnly).into());
    }
    connection.busy_timeout(patience)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is overwritten: a draft taken back leaves nothing behind.
    connection.pragma_update(None, "secure_delete", true)?;
    if !image::is_sound(&connection)? {
        return Err(Problem::new(ProblemCode::StoreDamaged).into());
    }
    if let Some(version) = migrate::waiting(&connection)? {
        copy::before(&connection, files, version)?;
    }
    migrate::run(&mut connection)?;
    if read_all(&connection.transaction()?).is_err() {
        return Err(Problem::new(ProblemCode::StoreDamaged).into());
    }
    connection.busy_timeout(super::BUSY)?;
    Ok(connection)
}

/// As it is on the disk, in memory. Nothing is written, not even what SQLite keeps beside a file that it reads.
fn readable(files: &Files, cause: Problem) -> Answer<Opened> {
    let Ok(read) = wal::read(files.db(), &files.wal(), Take::Sound) else { return Err(cause.into()) };
    if read.bytes.is_empty() {
        return Err(cause.into());
    }
    let mut connection = image::open(read.bytes)?;
    migrate::run(&mut connection)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(Opened { connection, read_only: Some(cause), in_use: None })
}

/// Held for as long as the file is open, so that nobody takes it away meanwhile.
pub(super) fn in_use(files: &Files) -> Option<File> {
    Beside::look(files).shared(super::BUSY).ok().flatten()
}

/// What every screen begins with.
fn read_all(store: &Transaction) -> Answer<()> {
    for row in connection::all(store)? {
        Saved::read(store, row)?;
    }
    removal::all(store)?;
    let mut statement = store.prepare("SELECT name, value FROM setting")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let _: (String, String) = (row.get(0)?, row.get(1)?);
    }
    Ok(())
}

/// Nobody else has it open: what was begun is finished, and what SQLite would not tell is seen.
fn mend(files: &Files) -> Answer<()> {
    let is_there = std::fs::metadata(files.db()).is_ok_and(|data| data.len() > 0);
    if !is_there {
        if files.rebuilt().exists() {
            return rebuild::adopt(files);
        }
        // F63: this folder had a file, and it is gone.
        let had = rebuild::installation(files).is_some() || files.copies().iter().any(|copy| copy.exists());
        return if had { rebuild::run(files) } else { Ok(()) };
    }
    // One that was made and not needed: the old file was put back by hand.
    let _ = std::fs::remove_file(files.rebuilt());
    // Looked at before SQLite opens it, which may write to it: what is set aside is as it was found.
    let Ok(read) = wal::read(files.db(), &files.wal(), Take::Sound) else { return Ok(()) };
    if read.torn || !is_whole(read.bytes) { rebuild::run(files) } else { Ok(()) }
}

/// A flipped bit inside a text breaks no page: it shows when the text is read.
fn is_whole(bytes: Vec<u8>) -> bool {
    let check = || -> Answer<bool> {
        let mut connection = image::open(bytes)?;
        if !image::is_sound(&connection)? {
            return Ok(false);
        }
        // One of another version is read when it has been brought to ours.
        if migrate::waiting(&connection)?.is_some() || migrate::is_newer(&connection)? {
            return Ok(true);
        }
        migrate::run(&mut connection)?;
        read_all(&connection.transaction()?)?;
        Ok(true)
    };
    check().unwrap_or(false)
}

fn rebuilt(files: &Files, patience: Duration, in_use: Option<File>) -> Answer<Opened> {
    drop(in_use);
    match Beside::look(files) {
        Beside::Alone(lock) => {
            // Another process may have been faster.
            if writable(files, patience).is_err() {
                rebuild::run(files)?;
            }
            let in_use = Beside::Alone(lock).shared(patience)?;
            Ok(Opened { connection: writable(files, patience)?, read_only: None, in_use })
        }
        Beside::Others(_) | Beside::Unknown => Err(Problem::new(ProblemCode::StoreUnusable).into()),
    }
}

/// Who else has the file open.
pub(crate) enum Beside {
    Alone(File),
    Others(File),
    /// The folder cannot be written, so nobody can tell.
    Unknown,
}

impl Beside {
    pub fn look(files: &Files) -> Self {
        let path = files.in_use();
        let opened = File::options().create(true).truncate(false).read(true).write(true).open(&path);
        let Ok(file) = opened else { return Self::Unknown };
        let _ = keep_private(&path);
        if file.try_lock().is_ok() { Self::Alone(file) } else { Self::Others(file) }
    }

    /// Beside others from here on. One that has it for itself alone is rebuilding it, or taking it away.
    pub fn shared(self, patience: Duration) -> Answer<Option<File>> {
        let file = match self {
            Self::Alone(file) => {
                let _ = file.unlock();
                file
            }
            Self::Others(file) => file,
            Self::Unknown => return Ok(None),
        };
        let begun = Instant::now();
        while file.try_lock_shared().is_err() {
            if begun.elapsed() >= patience {
                return Err(Problem::new(ProblemCode::StoreBusy).into());
            }
            std::thread::sleep(STEP);
        }
        Ok(Some(file))
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        Self::File(error)
    }
}
