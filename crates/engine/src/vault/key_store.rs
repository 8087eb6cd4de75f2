//! The real key store: Credential Manager, Keychain, or a Secret Service.

use std::collections::HashMap;

use keyring_core::Error;
use secrecy::{ExposeSecret, SecretString};

use super::{Vault, VaultError};

const SERVICE: &str = "Hoitung";

#[derive(Debug, Clone, Copy, Default)]
pub struct KeyStore;

impl Vault for KeyStore {
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        entry(name)?.set_password(secret.expose_secret()).map_err(|error| cause(&error))
    }

    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        match entry(name)?.get_password() {
            Ok(secret) => Ok(Some(SecretString::from(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(cause(&error)),
        }
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        match entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(cause(&error)),
        }
    }

    /// A locked Keychain or Secret Service opens its own window for the password; Credential Manager never does.
    fn silence(&self) -> VaultError {
        if cfg!(windows) { VaultError::Failed } else { VaultError::Locked }
    }
}

fn entry(name: &str) -> Result<keyring_core::Entry, VaultError> {
    if keyring::Entry::store_status().is_err() {
        return Err(VaultError::Absent);
    }
    keyring_core::Entry::new_with_modifiers(SERVICE, name, &modifiers()).map_err(|error| cause(&error))
}

/// Credential Manager's own default roams with a domain profile: a secret would travel to other machines.
#[cfg(windows)]
fn modifiers() -> HashMap<&'static str, &'static str> {
    HashMap::from([("persistence", "Local")])
}

#[cfg(all(unix, not(target_os = "macos")))]
fn modifiers() -> HashMap<&'static str, &'static str> {
    HashMap::from([("label", SERVICE)])
}

#[cfg(not(any(windows, all(unix, not(target_os = "macos")))))]
fn modifiers() -> HashMap<&'static str, &'static str> {
    HashMap::new()
}

fn cause(error: &Error) -> VaultError {
    match error {
        Error::NoDefaultStore => VaultError::Absent,
        Error::NoStorageAccess(_) => VaultError::Locked,
        Error::PlatformFailure(source) => platform_cause(&format!("{source:?} {source}")),
        _ => VaultError::Failed,
    }
}

/// A Secret Service wraps "the collection is locked" and "the prompt was dismissed" in one error with everything else.
fn platform_cause(text: &str) -> VaultError {
    let text = text.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["islocked", "locked", "prompt", "dismissed"]) {
        VaultError::Locked
    } else if says(&["serviceunknown", "unavailable", "disconnected", "inputoutput"]) {
        VaultError::Absent
    } else {
        VaultError::Failed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &VaultError) {
        let source = Box::new(std::io::Error::other(text.to_owned()));
        assert_eq!(&cause(&Error::PlatformFailure(source)), expected, "{text}");
    }

    #[test]
    fn a_stores_refusal_is_told_apart() {
        check("org.freedesktop.Secret.Error.IsLocked", &VaultError::Locked);
        check("Prompt was dismissed", &VaultError::Locked);
        check("org.freedesktop.DBus.Error.ServiceUnknown", &VaultError::Absent);
        check("something else", &VaultError::Failed);
    }

    #[test]
    fn no_store_at_all_is_absent() {
        assert_eq!(cause(&Error::NoDefaultStore), VaultError::Absent);
    }
}
