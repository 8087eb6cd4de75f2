//! What SQLite and the disk report, as a cause.

use std::io;

use rusqlite::{ErrorCode, ffi};

use super::StoreError;
use super::files::Files;
use crate::home;
use crate::problem::{Problem, ProblemCode};

/// What to do about it at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Not as it was written.
    Damaged,
    /// It may be read all the same.
    Unwritable,
    Other,
}

pub(super) fn kind(error: &StoreError) -> Kind {
    match error {
        StoreError::Problem(problem) => match problem.code {
            ProblemCode::StoreDamaged => Kind::Damaged,
            ProblemCode::DiskReadOnly | ProblemCode::DiskFull => Kind::Unwritable,
            _ => Kind::Other,
        },
        StoreError::File(_) => Kind::Unwritable,
        StoreError::Sqlite(error) => match problem(error).code {
            ProblemCode::StoreDamaged => Kind::Damaged,
            ProblemCode::StoreBusy => Kind::Other,
            // A step of ours that finds something else than the version says.
            _ if error.sqlite_error_code() == Some(ErrorCode::Unknown) => Kind::Damaged,
            _ if matches!(error, rusqlite::Error::SqliteFailure(..)) => Kind::Unwritable,
            // A value that is not what its column says.
            _ => Kind::Damaged,
        },
    }
}

pub(super) fn problem(error: &rusqlite::Error) -> Problem {
    Problem::new(match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => ProblemCode::DiskFull,
        _ if is_out_of_room(error) => ProblemCode::DiskFull,
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => ProblemCode::DiskReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => ProblemCode::StoreBusy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => ProblemCode::StoreDamaged,
        _ => ProblemCode::StoreUnusable,
    })
}

/// With the folder, where that is the cause.
pub(super) fn told(error: StoreError, files: &Files) -> Problem {
    match error {
        StoreError::Problem(problem) => *problem,
        StoreError::File(error) => file(&error),
        StoreError::Sqlite(error) => match error.sqlite_error_code() {
            // SQLite does not say why it cannot open one.
            Some(ErrorCode::CannotOpen) => home::why_unwritable(files.dir()),
            _ => problem(&error),
        },
    }
}

pub(crate) fn file(error: &io::Error) -> Problem {
    Problem::new(match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            ProblemCode::DiskFull
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => ProblemCode::DiskReadOnly,
        _ => ProblemCode::StoreUnusable,
    })
}

/// F61: after these nobody knows what is on the disk. The same fsync asked again may say "fine" and be wrong.
pub(super) fn is_doubtful(error: &StoreError) -> bool {
    let StoreError::Sqlite(error) = error else { return false };
    matches!(error.sqlite_error_code(), Some(ErrorCode::SystemIoFailure | ErrorCode::DatabaseCorrupt))
        && !is_out_of_room(error)
}

pub(super) fn is_read_only(error: &StoreError) -> bool {
    matches!(error, StoreError::Sqlite(error) if error.sqlite_error_code() == Some(ErrorCode::ReadOnly))
}

/// A full disk while the shared-memory file grows comes as an input/output error.
fn is_out_of_room(error: &rusqlite::Error) -> bool {
    let rusqlite::Error::SqliteFailure(failure, _) = error else { return false };
    matches!(failure.extended_code, ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_WRITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(extended_code: i32, expected: ProblemCode) {
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(extended_code), None);
        assert_eq!(problem(&error).code, expected, "{extended_code}");
    }

    // F58, F62, F64, F65
    #[test]
    fn sqlites_errors_become_causes() {
        check(ffi::SQLITE_FULL, ProblemCode::DiskFull);
        check(ffi::SQLITE_IOERR_WRITE, ProblemCode::DiskFull);
        check(ffi::SQLITE_IOERR_SHMSIZE, ProblemCode::DiskFull);
        check(ffi::SQLITE_READONLY, ProblemCode::DiskReadOnly);
        check(ffi::SQLITE_CORRUPT, ProblemCode::StoreDamaged);
        check(ffi::SQLITE_NOTADB, ProblemCode::StoreDamaged);
        check(ffi::SQLITE_BUSY, ProblemCode::StoreBusy);
        check(ffi::SQLITE_CANTOPEN, ProblemCode::StoreUnusable);
        check(ffi::SQLITE_IOERR_FSYNC, ProblemCode::StoreUnusable);
    }

    // F61
    #[test]
    fn what_leaves_the_disk_in_doubt_is_told_from_what_does_not() {
        let is_doubtful =
            |code| is_doubtful(&StoreError::Sqlite(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)));
        assert!(is_doubtful(ffi::SQLITE_IOERR_FSYNC) && is_doubtful(ffi::SQLITE_IOERR_READ));
        assert!(is_doubtful(ffi::SQLITE_CORRUPT));
        assert!(!is_doubtful(ffi::SQLITE_FULL) && !is_doubtful(ffi::SQLITE_BUSY));
        assert!(!is_doubtful(ffi::SQLITE_CONSTRAINT));
    }
}
