//! The operating system's key store. Secrets rest there and nowhere else: there is no file to fall back to.
//! A server without one reads its secrets from files that its administrator put there, where it was started to do so.

mod key_store;
mod label;
mod memory;
mod mounted;
mod print;
mod safe;
mod slot;

use secrecy::SecretString;

pub use key_store::KeyStore;
pub(crate) use label::{SecretFile, label, of_app};
pub use memory::{Fault, MemoryVault};
pub use mounted::{MountedFault, MountedVault, SecretSource};
pub(crate) use safe::Safe;
pub use slot::Slot;

/// A key store. Its calls block: the engine makes them on a thread of their own, one after the other.
pub trait Vault: Send + Sync {
    /// # Errors
    /// The store's own refusal; nothing is known to be written then.
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError>;
    /// # Errors
    /// The store's own refusal. A locked store may answer `None` instead.
    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError>;
    /// Deleting what is not there is fine.
    ///
    /// # Errors
    /// The store's own refusal.
    fn delete(&self, name: &str) -> Result<(), VaultError>;
    /// Whether what lies in it was put there by us alone. One that somebody else fills may hold another secret tomorrow.
    fn is_ours(&self) -> bool {
        true
    }
    /// What it means that a call has not come back in time: some stores ask the person for a password, and wait for it.
    fn silence(&self) -> VaultError {
        VaultError::Failed
    }
}

/// Why a key store did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    #[error("this machine has no key store")]
    Absent,
    #[error("the key store is locked")]
    Locked,
    #[error("the key store failed")]
    Failed,
    #[error("a file that an administrator put there is not fit to hold a secret")]
    Unfit { path: String, fault: MountedFault },
    #[error("an administrator puts these secrets there")]
    ReadOnly { path: String },
}
