//! The lock of a file beside the data: the system takes it away from whoever dies, even by kill -9.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// Held for as long as this lives.
pub(crate) struct Lock(#[expect(dead_code, reason = "what holds it is that it is open")] File);

pub(crate) enum Asked {
    Taken(Lock),
    /// Somebody on this machine has it, and so is alive.
    Others,
    /// This folder knows no locks: the beats alone decide.
    Unknown,
}

impl Lock {
    pub fn ask(path: &Path) -> Asked {
        let Ok(file) = OpenOptions::new().create(true).truncate(false).write(true).open(path) else {
            return Asked::Unknown;
        };
        match file.try_lock() {
            Ok(()) => Asked::Taken(Self(file)),
            Err(TryLockError::WouldBlock) => Asked::Others,
            Err(TryLockError::Error(_)) => Asked::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn one_at_a_time_has_it_and_the_next_after_that() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("hoitung.lease");
        let first = Lock::ask(&path);
        assert!(matches!(first, Asked::Taken(_)) && matches!(Lock::ask(&path), Asked::Others));
        drop(first);
        assert!(matches!(Lock::ask(&path), Asked::Taken(_)));
        assert!(matches!(Lock::ask(&dir.path().join("not-there/x")), Asked::Unknown));
    }
}
