//! Files of a person's, outside the app's own file: whole or not at all, and readable by their owner alone where they hold secrets.

use std::fs::{File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use crate::problem::{Problem, ProblemCode, Result};
use crate::replace::replace;

/// Who may read what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// As the system makes files: a page that holds no secret.
    Usual,
    Owner,
}

/// Replaces what stood there only when all of it is on the disk. A folder that is not there is more likely mistyped than
/// wanted: it is not made.
///
/// # Errors
/// `FileUnwritable`, `DiskFull`.
pub fn write_whole(path: &Path, bytes: &[u8], readers: Readers) -> Result<()> {
    let unnamed = || Problem::new(ProblemCode::FileUnwritable).arg("path", path.display());
    let name = path.file_name().ok_or_else(unnamed)?.to_string_lossy().into_owned();
    let part = path.with_file_name(format!(".{name}.{}.part", uuid::Uuid::new_v4().simple()));
    let written = write_part(&part, bytes, readers).and_then(|()| replace(&part, path));
    if let Err(error) = written {
        let _ = std::fs::remove_file(&part);
        return Err(unwritten(&error, path));
    }
    keep_name(path);
    Ok(())
}

/// A folder of our own choosing, or one that was asked for as a folder.
///
/// # Errors
/// `FileUnwritable`, `DiskFull`.
pub fn make_dir(dir: &Path) -> Result<()> {
    std::fs::create_dir_all(dir).map_err(|error| unwritten(&error, dir))
}

pub(crate) fn unwritten(error: &std::io::Error, path: &Path) -> Problem {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Problem::new(ProblemCode::DiskFull),
        _ => Problem::new(ProblemCode::FileUnwritable).arg("path", path.display()),
    }
}

fn write_part(part: &Path, bytes: &[u8], readers: Readers) -> std::io::Result<()> {
    let mut file = made(part, readers)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn made(part: &Path, readers: Readers) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if readers == Readers::Owner {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    // On Windows the folder decides, and a user's own folders are theirs alone.
    #[cfg(not(unix))]
    let _ = readers;
    options.open(part)
}

/// The new name is on the disk too. Where a folder cannot be opened for that, the system has its own way.
fn keep_name(path: &Path) {
    #[cfg(unix)]
    if let Some(dir) = path.parent() {
        let dir = if dir.as_os_str().is_empty() { Path::new(".") } else { dir };
        let _ = File::open(dir).and_then(|dir| dir.sync_all());
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_file_is_there_whole_and_nothing_lies_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("hand over.age");
        for text in ["first", "second"] {
            write_whole(&path, text.as_bytes(), Readers::Owner).unwrap();
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_written_is_told_with_its_path_and_leaves_what_stood_there() {
        // F65
        let dir = tempfile::tempdir().unwrap();
        let missing = dir.path().join("no-such-folder").join("x");
        let refused = write_whole(&missing, b"x", Readers::Usual).unwrap_err();
        assert_eq!(
            (refused.code, refused.args["path"].clone()),
            (ProblemCode::FileUnwritable, missing.display().to_string())
        );
        // A folder stands where the file should be.
        let taken = dir.path().join("taken");
        std::fs::create_dir(&taken).unwrap();
        assert_eq!(write_whole(&taken, b"x", Readers::Usual).unwrap_err().code, ProblemCode::FileUnwritable);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
