//! Secrets in files that an administrator put on a server without a key store: systemd's credentials, or a folder that
//! was mounted. Read only, and only where the program was started to do so. A file that somebody else could read or
//! change is refused, each fault in its own words.

use std::fs::{self, File, Metadata};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use secrecy::SecretString;
use serde::{Deserialize, Serialize};

use super::{Vault, VaultError};
use crate::problem::{Problem, ProblemCode, Result};

/// More than any secret or webhook.
const LIMIT: u64 = 8 * 1024;

/// Why a file is not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MountedFault {
    /// The folder is not there.
    NoFolder,
    /// systemd gave this program no credentials.
    NoCredentials,
    Missing,
    /// It leads out of its folder.
    Leads,
    /// A folder, a pipe, a device.
    NotFile,
    Owner,
    Mode,
    TooLong,
    Empty,
    /// More than one line, or bytes that are no text.
    NotText,
    Unreadable,
    /// On Windows, where the key store serves.
    NotHere,
}

/// Where an administrator puts the secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SecretSource {
    /// `LoadCredential=` of a unit.
    Systemd,
    Folder(PathBuf),
}

pub struct MountedVault {
    dir: PathBuf,
    source: SecretSource,
}

impl MountedVault {
    /// # Errors
    /// `SecretFileUnfit`: the folder is not there, or systemd gave no credentials.
    pub fn open(source: SecretSource) -> Result<Self> {
        let given = std::env::var_os("CREDENTIALS_DIRECTORY").filter(|dir| !dir.is_empty()).map(PathBuf::from);
        Self::open_from(source, given)
    }

    fn open_from(source: SecretSource, credentials: Option<PathBuf>) -> Result<Self> {
        let refused = |path: &Path, fault| {
            let problem = Problem::new(ProblemCode::SecretFileUnfit).arg("path", path.display());
            Err(problem.arg("fault", crate::problem::travels_as(&fault)))
        };
        let dir = match (&source, credentials) {
            (SecretSource::Folder(dir), _) => dir.clone(),
            (SecretSource::Systemd, Some(dir)) => dir,
            (SecretSource::Systemd, None) => return refused(Path::new(""), MountedFault::NoCredentials),
        };
        if cfg!(not(unix)) {
            return refused(&dir, MountedFault::NotHere);
        }
        match dir.canonicalize() {
            Ok(found) if found.is_dir() => Ok(Self { dir: found, source }),
            Ok(_) | Err(_) => refused(&dir, MountedFault::NoFolder),
        }
    }

    fn read(&self, name: &str) -> std::result::Result<SecretString, MountedFault> {
        let path = self.dir.join(name).canonicalize().map_err(|error| fault(&error))?;
        // A mounted secret may be a link within its folder; one that leads out of it could be anybody's file.
        if !path.starts_with(&self.dir) {
            return Err(MountedFault::Leads);
        }
        if !fs::symlink_metadata(&path).map_err(|error| fault(&error))?.is_file() {
            return Err(MountedFault::NotFile);
        }
        let file = File::open(&path).map_err(|error| fault(&error))?;
        // Of what was opened, so that nothing can be put in its place in between.
        let found = file.metadata().map_err(|error| fault(&error))?;
        if !found.is_file() {
            return Err(MountedFault::NotFile);
        }
        self.check_rights(&found)?;
        if found.len() > LIMIT {
            return Err(MountedFault::TooLong);
        }
        text(file)
    }

    /// systemd's own files belong to root, and let the service in by an access list, whose reach stands in the place of
    /// the group's bits: 0440.
    #[cfg(unix)]
    fn check_rights(&self, found: &Metadata) -> std::result::Result<(), MountedFault> {
        use std::os::unix::fs::MetadataExt as _;
        let (us, mode) = (rustix::process::geteuid().as_raw(), found.mode());
        let by_systemd = self.source == SecretSource::Systemd && found.uid() == 0;
        if found.uid() != us && !by_systemd {
            return Err(MountedFault::Owner);
        }
        let allowed = if by_systemd && found.gid() == 0 { 0o640 } else { 0o600 };
        if mode & 0o777 & !allowed != 0 { Err(MountedFault::Mode) } else { Ok(()) }
    }

    #[cfg(not(unix))]
    fn check_rights(&self, _found: &Metadata) -> std::result::Result<(), MountedFault> {
        let (SecretSource::Systemd | SecretSource::Folder(_)) = self.source;
        Err(MountedFault::NotHere)
    }
}

impl Vault for MountedVault {
    fn set(&self, name: &str, _secret: &SecretString) -> std::result::Result<(), VaultError> {
        Err(VaultError::ReadOnly { path: self.dir.join(name).display().to_string() })
    }

    fn get(&self, name: &str) -> std::result::Result<Option<SecretString>, VaultError> {
        let unfit = |fault| VaultError::Unfit { path: self.dir.join(name).display().to_string(), fault };
        self.read(name).map(Some).map_err(unfit)
    }

    fn delete(&self, name: &str) -> std::result::Result<(), VaultError> {
        Err(VaultError::ReadOnly { path: self.dir.join(name).display().to_string() })
    }

    fn is_ours(&self) -> bool {
        false
    }
}

/// One line, without the newline that an editor leaves at its end.
fn text(file: File) -> std::result::Result<SecretString, MountedFault> {
    let mut text = String::new();
    match file.take(LIMIT + 1).read_to_string(&mut text) {
        Ok(length) if length as u64 > LIMIT => return Err(MountedFault::TooLong),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => return Err(MountedFault::NotText),
        Err(error) => return Err(fault(&error)),
    }
    let line = text.strip_suffix('\n').unwrap_or(&text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    if line.trim().is_empty() {
        return Err(MountedFault::Empty);
    }
    if line.chars().any(char::is_control) {
        return Err(MountedFault::NotText);
    }
    Ok(SecretString::from(line))
}

fn fault(error: &std::io::Error) -> MountedFault {
    match error.kind() {
        std::io::ErrorKind::NotFound => MountedFault::Missing,
        _ => MountedFault::Unreadable,
    }
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use secrecy::ExposeSecret as _;

    use super::*;

    const NAME: &str = "ding1.client-secret";

    fn folder() -> (tempfile::TempDir, MountedVault) {
        let dir = tempfile::tempdir().unwrap();
        let vault = MountedVault::open(SecretSource::Folder(dir.path().to_owned())).unwrap();
        (dir, vault)
    }

    fn put(path: &Path, text: impl AsRef<[u8]>, mode: u32) {
        let _ = fs::remove_file(path);
        fs::write(path, text).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn check(vault: &MountedVault, expected: std::result::Result<&str, MountedFault>) {
        let found = vault.get(NAME).map(|secret| secret.unwrap().expose_secret().to_owned());
        let expected = expected.map(str::to_owned);
        match (found, expected) {
            (Err(VaultError::Unfit { path, fault }), Err(expected)) => {
                assert_eq!(fault, expected);
                assert!(path.ends_with(NAME), "{path}");
            }
            (found, expected) => assert_eq!(found.ok(), expected.ok()),
        }
    }

    #[test]
    fn a_file_that_is_its_owners_alone_is_read_without_its_last_newline() {
        let (dir, vault) = folder();
        let path = dir.path().join(NAME);
        for (text, mode) in [("canary", 0o600), ("canary\n", 0o400), ("canary\r\n", 0o600)] {
            put(&path, text, mode);
            check(&vault, Ok("canary"));
        }
    }

    #[test]
    fn each_fault_of_a_file_is_told_apart() {
        let (dir, vault) = folder();
        let path = dir.path().join(NAME);
        check(&vault, Err(MountedFault::Missing));
        for mode in [0o640, 0o604, 0o660, 0o644, 0o700, 0o666] {
            put(&path, "canary", mode);
            check(&vault, Err(MountedFault::Mode));
        }
        for (text, fault) in [
            (b"".to_vec(), MountedFault::Empty),
            (b" \n".to_vec(), MountedFault::Empty),
            (b"one\ntwo\n".to_vec(), MountedFault::NotText),
            (vec![0xff, 0xfe, b'a'], MountedFault::NotText),
            (vec![b'x'; 9 * 1024], MountedFault::TooLong),
        ] {
            put(&path, text, 0o600);
            check(&vault, Err(fault));
        }
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        check(&vault, Err(MountedFault::NotFile));
    }

    #[test]
    fn a_link_within_the_folder_is_followed_and_none_out_of_it() {
        let (dir, vault) = folder();
        fs::create_dir(dir.path().join("..data")).unwrap();
        put(&dir.path().join("..data").join(NAME), "canary", 0o400);
        symlink(format!("..data/{NAME}"), dir.path().join(NAME)).unwrap();
        check(&vault, Ok("canary"));
        let elsewhere = tempfile::tempdir().unwrap();
        put(&elsewhere.path().join("secret"), "canary", 0o600);
        fs::remove_file(dir.path().join(NAME)).unwrap();
        symlink(elsewhere.path().join("secret"), dir.path().join(NAME)).unwrap();
        check(&vault, Err(MountedFault::Leads));
    }

    #[test]
    fn somebody_elses_file_is_refused() {
        let (dir, vault) = folder();
        let path = dir.path().join(NAME);
        put(&path, "canary", 0o600);
        // Only root can give a file away; whoever else runs this has nothing to see.
        if std::os::unix::fs::chown(&path, Some(12345), None).is_ok() {
            check(&vault, Err(MountedFault::Owner));
        }
    }

    #[test]
    fn systemds_own_files_may_let_the_service_in_by_an_access_list() {
        let dir = tempfile::tempdir().unwrap();
        let given = Some(dir.path().to_owned());
        let vault = MountedVault::open_from(SecretSource::Systemd, given).unwrap();
        put(&dir.path().join(NAME), "canary", 0o440);
        let root = rustix::process::geteuid().is_root();
        check(&vault, if root { Ok("canary") } else { Err(MountedFault::Mode) });
        put(&dir.path().join(NAME), "canary", 0o444);
        check(&vault, Err(MountedFault::Mode));
    }

    #[test]
    fn what_is_not_there_is_told_and_nothing_else_is_tried() {
        let dir = tempfile::tempdir().unwrap();
        let fault = |opened: Result<MountedVault>| opened.err().unwrap().args["fault"].clone();
        assert_eq!(fault(MountedVault::open(SecretSource::Folder(dir.path().join("x")))), "no-folder");
        assert_eq!(fault(MountedVault::open_from(SecretSource::Systemd, None)), "no-credentials");
    }

    #[test]
    fn nothing_is_ever_written_or_deleted() {
        let (dir, vault) = folder();
        put(&dir.path().join(NAME), "canary", 0o600);
        let refused = |answer| matches!(answer, Err(VaultError::ReadOnly { .. }));
        assert!(refused(vault.set(NAME, &"other".into())) && refused(vault.delete(NAME)));
        check(&vault, Ok("canary"));
    }
}
