//! What SQLite reports, as a cause.

use rusqlite::ErrorCode;

use crate::problem::{Problem, ProblemCode};

pub fn problem(error: &rusqlite::Error) -> Problem {
    Problem::new(match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => ProblemCode::DiskFull,
        _ if is_out_of_room(error) => ProblemCode::DiskFull,
        _ => ProblemCode::StoreUnusable,
    })
}

/// A full disk while the shared-memory file grows comes as an input/output error.
fn is_out_of_room(error: &rusqlite::Error) -> bool {
    let rusqlite::Error::SqliteFailure(failure, _) = error else { return false };
    matches!(failure.extended_code, rusqlite::ffi::SQLITE_IOERR_SHMSIZE | rusqlite::ffi::SQLITE_IOERR_WRITE)
}

#[cfg(test)]
mod tests {
    use rusqlite::ffi;

    use super::*;

    fn check(extended_code: i32, expected: ProblemCode) {
        let error = rusqlite::Error::SqliteFailure(ffi::Error::new(extended_code), None);
        assert_eq!(problem(&error).code, expected, "{extended_code}");
    }

    #[test]
    fn sqlites_errors_become_causes() {
        // F58, F62, F65
        check(ffi::SQLITE_FULL, ProblemCode::DiskFull);
        check(ffi::SQLITE_IOERR_WRITE, ProblemCode::DiskFull);
        check(ffi::SQLITE_IOERR_SHMSIZE, ProblemCode::DiskFull);
        check(ffi::SQLITE_READONLY, ProblemCode::StoreUnusable);
        check(ffi::SQLITE_CORRUPT, ProblemCode::StoreUnusable);
        check(ffi::SQLITE_NOTADB, ProblemCode::StoreUnusable);
        check(ffi::SQLITE_BUSY, ProblemCode::StoreUnusable);
        check(ffi::SQLITE_CANTOPEN, ProblemCode::StoreUnusable);
    }
}
