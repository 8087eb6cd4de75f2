//! Seeing that what the key store holds is what was saved there.

use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Letters of the salt, and of the trace behind it: enough to tell two secrets apart, too little to find one by trying.
const SALT: usize = 32;
const TRACE: usize = 8;

/// With a salt of its own.
pub(super) fn make(name: &str, secret: &SecretString) -> String {
    let salt = Uuid::new_v4().simple().to_string();
    format!("{salt}{}", trace(&salt, name, secret))
}

pub(super) fn fits(print: &str, name: &str, secret: &SecretString) -> bool {
    print.split_at_checked(SALT).is_some_and(|(salt, kept)| kept == trace(salt, name, secret))
}

fn trace(salt: &str, name: &str, secret: &SecretString) -> String {
    let mut digest = Sha256::new();
    for part in [salt, name, secret.expose_secret()] {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).take(TRACE / 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // F69
    #[test]
    fn a_print_fits_its_own_secret_at_its_own_place() {
        let secret = SecretString::from("示".repeat(40));
        let print = make("home/c1/client-secret", &secret);
        assert_eq!(print.len(), SALT + TRACE);
        assert!(fits(&print, "home/c1/client-secret", &secret));
        assert!(!fits(&print, "home/c1/client-secret", &"another".into()));
        assert!(!fits(&print, "home/c2/client-secret", &secret));
        assert!(!fits("", "home/c1/client-secret", &secret));
        assert_ne!(make("home/c1/client-secret", &secret), print, "each has a salt of its own");
    }
}
