//! The twin for tests: as strict as a real key store, and able to fail like one.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};

use super::{Vault, VaultError};

/// How the twin misbehaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    #[default]
    None,
    /// No service answers at all.
    Absent,
    /// Writing is refused; reading says "no entry", as a Secret Service that was never unlocked does.
    Locked,
    /// What is read back is not what was written.
    Forgets,
    /// Says that it deleted, and did not.
    KeepsDeleted,
    /// Each call takes this long.
    Hangs(Duration),
    /// Each call waits this long for a person to type the store's password.
    Asks(Duration),
}

#[derive(Default)]
pub struct MemoryVault {
    entries: Mutex<HashMap<String, SecretString>>,
    fault: Mutex<Fault>,
}

impl MemoryVault {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn misbehave(&self, fault: Fault) {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    /// Names of the entries, sorted. Never their values.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.entries().keys().cloned().collect();
        names.sort();
        names
    }

    /// Whether the entry whose name ends so holds exactly this.
    pub fn holds(&self, name_end: &str, value: &str) -> bool {
        self.entries().iter().any(|(name, secret)| name.ends_with(name_end) && secret.expose_secret() == value)
    }

    fn entries(&self) -> std::sync::MutexGuard<'_, HashMap<String, SecretString>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fault(&self) -> Fault {
        let fault = *self.fault.lock().unwrap_or_else(PoisonError::into_inner);
        if let Fault::Hangs(time) | Fault::Asks(time) = fault {
            std::thread::sleep(time);
        }
        fault
    }
}

impl Vault for MemoryVault {
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        match self.fault() {
            Fault::Absent => return Err(VaultError::Absent),
            Fault::Locked => return Err(VaultError::Locked),
            Fault::Forgets => return Ok(()),
            Fault::None | Fault::KeepsDeleted | Fault::Hangs(_) | Fault::Asks(_) => {}
        }
        self.entries().insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        match self.fault() {
            Fault::Absent => Err(VaultError::Absent),
            Fault::Locked => Ok(None),
            Fault::None | Fault::Forgets | Fault::KeepsDeleted | Fault::Hangs(_) | Fault::Asks(_) => {
                Ok(self.entries().get(name).cloned())
            }
        }
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        match self.fault() {
            Fault::Absent => return Err(VaultError::Absent),
            Fault::Locked => return Err(VaultError::Locked),
            Fault::KeepsDeleted if !name.ends_with("/probe") => return Ok(()),
            Fault::None | Fault::Forgets | Fault::KeepsDeleted | Fault::Hangs(_) | Fault::Asks(_) => {}
        }
        self.entries().remove(name);
        Ok(())
    }

    fn silence(&self) -> VaultError {
        match *self.fault.lock().unwrap_or_else(PoisonError::into_inner) {
            Fault::Asks(_) => VaultError::Locked,
            Fault::None | Fault::Absent | Fault::Locked | Fault::Forgets | Fault::KeepsDeleted | Fault::Hangs(_) => {
                VaultError::Failed
            }
        }
    }
}
