//! The one folder that holds everything Hoitung writes.

use std::path::{Path, PathBuf};

use crate::problem::{Problem, ProblemCode, Result};

/// Where Hoitung keeps its files. Nothing is made until the engine opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    dir: PathBuf,
}

impl Home {
    /// `HOITUNG_HOME`, or the platform's local application data folder.
    ///
    /// # Errors
    /// `HomeUnusable` when the platform names no such folder.
    pub fn resolve() -> Result<Self> {
        Self::resolve_from(|name| std::env::var_os(name).map(PathBuf::from))
    }

    pub fn at(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into() }
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    pub fn db_path(&self) -> PathBuf {
        self.dir.join("hoitung.db")
    }

    pub fn sheets_dir(&self) -> PathBuf {
        self.dir.join("sheets")
    }

    pub fn practice_dir(&self) -> PathBuf {
        self.dir.join("practice")
    }

    /// Makes the folder, readable by its owner alone.
    ///
    /// # Errors
    /// `HomeUnusable` when it cannot be made, `DiskFull` when there is no room for it.
    pub fn create(&self) -> Result<()> {
        std::fs::create_dir_all(&self.dir)
            .and_then(|()| keep_private(&self.dir))
            .map_err(|error| unwritten(&error, &self.dir))
    }

    fn resolve_from(variable: impl Fn(&str) -> Option<PathBuf>) -> Result<Self> {
        let given = |name: &str| variable(name).filter(|path| !path.as_os_str().is_empty());
        if let Some(dir) = given("HOITUNG_HOME") {
            return Ok(Self::at(dir));
        }
        let local = if cfg!(windows) {
            given("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            given("HOME").map(|home| home.join("Library/Application Support"))
        } else {
            // The XDG rule: a relative path there is to be ignored.
            given("XDG_DATA_HOME")
                .filter(|path| path.is_absolute())
                .or_else(|| given("HOME").map(|home| home.join(".local/share")))
        };
        local.map(|dir| Self::at(dir.join("Hoitung"))).ok_or_else(|| Problem::new(ProblemCode::HomeUnusable))
    }
}

/// Why a folder of ours could not be written.
pub(crate) fn unwritten(error: &std::io::Error, dir: &Path) -> Problem {
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Problem::new(ProblemCode::DiskFull),
        _ => Problem::new(ProblemCode::HomeUnusable).arg("path", dir.display()),
    }
}

#[cfg(unix)]
fn keep_private(dir: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o700))
}

/// The local application data folder of Windows belongs to its user already.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the unix twin can fail")]
fn keep_private(_dir: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(variables: &[(&str, &str)], expected: Option<&str>) {
        let found = Home::resolve_from(|name| {
            variables.iter().find(|(variable, _)| *variable == name).map(|(_, value)| PathBuf::from(value))
        });
        assert_eq!(found.ok().map(|home| home.dir), expected.map(PathBuf::from), "{variables:?}");
    }

    #[test]
    fn a_given_home_wins_over_the_platforms_folder() {
        check(&[("HOITUNG_HOME", "/srv/h"), ("HOME", "/u"), ("XDG_DATA_HOME", "/x")], Some("/srv/h"));
        check(&[], None);
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn the_platforms_folder_is_the_users_own() {
        check(&[("HOITUNG_HOME", ""), ("XDG_DATA_HOME", "/x")], Some("/x/Hoitung"));
        check(&[("XDG_DATA_HOME", "relative"), ("HOME", "/u")], Some("/u/.local/share/Hoitung"));
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_is_readable_by_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("deep/陳大文"));
        home.create().unwrap();
        assert_eq!(std::fs::metadata(home.dir()).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn a_file_in_the_way_is_told_with_its_path() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("home");
        std::fs::write(&path, "x").unwrap();
        let problem = Home::at(&path).create().unwrap_err();
        assert_eq!(problem.code, ProblemCode::HomeUnusable);
        assert_eq!(problem.args["path"], path.display().to_string());
    }
}
