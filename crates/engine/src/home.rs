//! The one folder that holds everything Hoitung writes.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::problem::{Problem, ProblemCode, Result};

/// Names another folder.
const NAME: &str = "HOITUNG_HOME";

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

    /// Whether somebody has named another folder than the one that every user has.
    pub fn is_named() -> bool {
        std::env::var_os(NAME).is_some_and(|dir| !dir.is_empty())
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

    /// Locked by whoever looks after this folder.
    pub fn lease_path(&self) -> PathBuf {
        self.dir.join("hoitung.lease")
    }

    pub fn sheets_dir(&self) -> PathBuf {
        self.dir.join("sheets")
    }

    pub fn logs_dir(&self) -> PathBuf {
        self.dir.join("logs")
    }

    /// Names of what we write there, and in which of our own folders the rest lies.
    pub(crate) fn is_ours(name: &str) -> bool {
        let stem = name.strip_suffix(".part").unwrap_or(name);
        matches!(
            stem,
            "hoitung.db"
                | "hoitung.db-wal"
                | "hoitung.db-shm"
                | "installation"
                | "in-use"
                | "hoitung.lease"
                | "handover.lock"
        ) || ["hoitung.db.", "hoitung-damaged-"].iter().any(|beginning| stem.starts_with(beginning))
    }

    pub fn practice_dir(&self) -> PathBuf {
        self.dir.join("practice")
    }

    /// Makes the folder, readable by its owner alone.
    ///
    /// # Errors
    /// `HomeUnusable` when it cannot be made, `DiskFull` when there is no room for it.
    pub fn create(&self) -> Result<()> {
        let made = std::fs::create_dir_all(&self.dir).and_then(|()| keep_private(&self.dir));
        match made {
            // F65: a folder that somebody else has shut may still be read.
            Err(error) if is_shut(&error) && self.db_path().exists() => Ok(()),
            made => made.map_err(|error| unwritten(&error, &self.dir)),
        }
    }

    /// Why this is no good place for our file, if so.
    pub fn risk(&self) -> Option<Risk> {
        let mounts = std::fs::read_to_string("/proc/mounts").unwrap_or_default();
        let dir = std::fs::canonicalize(&self.dir).unwrap_or_else(|_| self.dir.clone());
        judge(&dir, &Ground { mounts: &mounts, variable: &|name| std::env::var_os(name).map(PathBuf::from) })
    }

    fn resolve_from(variable: impl Fn(&str) -> Option<PathBuf>) -> Result<Self> {
        let given = |name: &str| variable(name).filter(|path| !path.as_os_str().is_empty());
        if let Some(dir) = given(NAME) {
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

fn is_shut(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem)
}

/// Why SQLite could not open its files there, which it does not say: tried with a small one of ours.
pub(crate) fn why_unwritable(dir: &Path) -> Problem {
    let probe = dir.join(format!("probe-{}", uuid::Uuid::new_v4()));
    let written = std::fs::write(&probe, [0; 4_096]);
    let _ = std::fs::remove_file(&probe);
    match written {
        Ok(()) => Problem::new(ProblemCode::StoreUnusable),
        Err(error) if is_shut(&error) => Problem::new(ProblemCode::DiskReadOnly),
        Err(error) => unwritten(&error, dir),
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

/// F67: why a folder is no good place for a file that is written while it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// Another computer holds it, and may be gone in the midst of a change.
    Network,
    /// A program copies it elsewhere, in the midst of a change too, and back.
    Synced,
    /// It follows its user from computer to computer, where the key store does not.
    Roaming,
}

/// What a judgement needs to know of this computer.
struct Ground<'a> {
    /// `/proc/mounts`, where there is one.
    mounts: &'a str,
    variable: &'a dyn Fn(&str) -> Option<PathBuf>,
}

const NETWORKS: [&str; 11] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone"];
const SYNCED: [&str; 6] = ["onedrive", "dropbox", "google drive", "my drive", "iclouddrive", "nextcloud"];

fn judge(dir: &Path, ground: &Ground) -> Option<Risk> {
    let shown = dir.to_string_lossy().replace('\\', "/");
    let shared = |path: &str| path.starts_with("//") && !path.starts_with("//./") && !path.starts_with("//?/");
    if shared(&shown) || shown.to_ascii_lowercase().starts_with("//?/unc/") {
        return Some(Risk::Network);
    }
    let mount = ground.mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.replace("\\040", " "), words.next()?))
    });
    let under = mount.filter(|(point, _)| dir.starts_with(point)).max_by_key(|(point, _)| point.len());
    if under.is_some_and(|(_, kind)| NETWORKS.contains(&kind)) {
        return Some(Risk::Network);
    }
    let given = |name: &str| (ground.variable)(name).filter(|path| !path.as_os_str().is_empty());
    let within = |name: &str| given(name).is_some_and(|path| dir.starts_with(path));
    let names_one = |part: &str| {
        let part = part.to_lowercase();
        SYNCED.iter().any(|one| part == *one || part.starts_with(&format!("{one} - ")))
    };
    if ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"].into_iter().any(within) || shown.split('/').any(names_one)
    {
        return Some(Risk::Synced);
    }
    within("APPDATA").then_some(Risk::Roaming)
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

    // F67
    #[test]
    fn a_share_a_synced_folder_and_a_roaming_profile_are_told_from_a_local_one() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nhost:/x /home nfs4 rw 0 0\n/dev/sdb1 /home/local ext4 rw 0 0\n\
            //nas/it /mnt/It\\040share cifs rw 0 0\n";
        let variable = |name: &str| match name {
            "OneDrive" => Some(PathBuf::from("/c/Users/demo/Cloud")),
            "APPDATA" => Some(PathBuf::from("/c/Users/demo/AppData/Roaming")),
            _ => None,
        };
        let check = |dir: &str, expected: Option<Risk>| {
            assert_eq!(judge(Path::new(dir), &Ground { mounts, variable: &variable }), expected, "{dir}");
        };
        check("/srv/hoitung", None);
        check("/home/demo/.local/share/Hoitung", Some(Risk::Network));
        check("/home/local/demo/Hoitung", None);
        check("/mnt/It share/Hoitung", Some(Risk::Network));
        check(r"\\nas\it\Hoitung", Some(Risk::Network));
        check(r"\\?\UNC\nas\it\Hoitung", Some(Risk::Network));
        check(r"\\?\C:\Hoitung", None);
        check("/c/Users/demo/Cloud/Hoitung", Some(Risk::Synced));
        check("/c/Users/demo/OneDrive - Harbour Demo Ltd/Hoitung", Some(Risk::Synced));
        check("/c/Users/demo/Dropbox/Hoitung", Some(Risk::Synced));
        check("/c/Users/demo/Dropboxes/Hoitung", None);
        check("/c/Users/demo/AppData/Roaming/Hoitung", Some(Risk::Roaming));
        check("/c/Users/demo/AppData/Local/Hoitung", None);
    }
}
