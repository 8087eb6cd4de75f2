//! What lies in the home beside the file itself: its copies, and what was set aside.

use std::borrow::Cow;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Newest first.
pub(super) const GENERATIONS: [&str; 2] = ["copy", "copy.1"];

#[derive(Debug, Clone)]
pub(crate) struct Files {
    db: PathBuf,
}

impl Files {
    pub fn beside(db: &Path) -> Self {
        Self { db: db.to_owned() }
    }

    pub fn db(&self) -> &Path {
        &self.db
    }

    pub fn wal(&self) -> PathBuf {
        self.named("-wal")
    }

    pub fn shm(&self) -> PathBuf {
        self.named("-shm")
    }

    /// Good copies, made now and then.
    pub fn copies(&self) -> [PathBuf; 2] {
        GENERATIONS.map(|generation| self.named(&format!(".{generation}")))
    }

    /// As it was before it was brought to this version.
    pub fn before(&self, version: i64) -> PathBuf {
        self.named(&format!(".before-{version}"))
    }

    /// Copies from before a new version, newest first.
    pub fn befores(&self) -> Vec<PathBuf> {
        let beginning = self.file_name(".before-");
        let mut found: Vec<(i64, PathBuf)> = std::fs::read_dir(self.dir())
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                Some((name.strip_prefix(&beginning)?.parse().ok()?, entry.path()))
            })
            .collect();
        found.sort_by_key(|(version, _)| std::cmp::Reverse(*version));
        found.into_iter().map(|(_, path)| path).collect()
    }

    /// Complete, and about to take the place of a damaged file.
    pub fn rebuilt(&self) -> PathBuf {
        self.named(".rebuilt")
    }

    /// Whoever has the file open holds a shared lock on this one.
    pub fn in_use(&self) -> PathBuf {
        self.dir().join("in-use")
    }

    /// The id that the entries of the key store carry: with it, they are found again when the file is lost.
    pub fn installation(&self) -> PathBuf {
        self.dir().join("installation")
    }

    /// Where a damaged file is kept.
    pub fn damaged(&self, stamp: &str) -> PathBuf {
        let first = self.dir().join(format!("hoitung-damaged-{stamp}.db"));
        let more = (2..100).map(|number| self.dir().join(format!("hoitung-damaged-{stamp}-{number}.db")));
        let mut all = std::iter::once(first.clone()).chain(more);
        all.find(|path| !path.exists()).unwrap_or(first)
    }

    pub fn dir(&self) -> &Path {
        self.db.parent().unwrap_or(Path::new("."))
    }

    fn named(&self, ending: &str) -> PathBuf {
        self.dir().join(self.file_name(ending))
    }

    fn file_name(&self, ending: &str) -> String {
        format!("{}{ending}", self.db.file_name().unwrap_or_default().to_string_lossy())
    }
}

/// D41: Windows takes a longer path only in its own plain form, which std uses by itself and SQLite does not.
pub(super) fn for_sqlite(path: &Path) -> Cow<'_, Path> {
    /// Windows' 260, less the endings that SQLite adds.
    const SHORT: usize = 240;

    if !cfg!(windows) || path.as_os_str().len() < SHORT {
        return Cow::Borrowed(path);
    }
    plain_form(path).map_or(Cow::Borrowed(path), Cow::Owned)
}

/// Nothing is asked of the disk: the folder may lie on a share that is away, or be one that is still to be made.
fn plain_form(path: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(path).ok()?;
    let text = whole.to_str()?;
    if text.starts_with(r"\\?\") {
        return Some(whole);
    }
    let share = text.strip_prefix(r"\\").map(|share| format!(r"\\?\UNC\{share}"));
    Some(share.unwrap_or_else(|| format!(r"\\?\{text}")).into())
}

/// What was written is on the disk, also after a power cut.
pub(super) fn settled(path: &Path) -> std::io::Result<()> {
    // Windows syncs only what is open for writing.
    File::options().read(true).write(true).open(path)?.sync_all()
}

/// A new name is on the disk.
pub(super) fn settled_dir(dir: &Path) -> std::io::Result<()> {
    if cfg!(windows) { Ok(()) } else { File::open(dir)?.sync_all() }
}

#[cfg(unix)]
pub(crate) fn keep_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))
}

/// The local application data folder of Windows belongs to its user already.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the unix twin can fail")]
pub(crate) fn keep_private(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(all(test, windows))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // D41
    #[test]
    fn sqlite_is_given_a_long_path_in_the_form_that_windows_takes() {
        let dir = tempfile::tempdir().unwrap();
        let short = dir.path().join("hoitung.db");
        assert_eq!(for_sqlite(&short), short);
        let rest = format!(r"{}\{}\hoitung.db", "a".repeat(120), "b".repeat(120));
        let deep = dir.path().join(&rest);
        assert_eq!(for_sqlite(&deep).to_str(), Some(&*format!(r"\\?\{}", deep.display())));
        let share = format!(r"\\server\home\{rest}");
        assert_eq!(for_sqlite(Path::new(&share)).to_str(), Some(&*format!(r"\\?\UNC\server\home\{rest}")));
        let plain = format!(r"\\?\C:\{rest}");
        assert_eq!(for_sqlite(Path::new(&plain)).to_str(), Some(&*plain));
    }
}
