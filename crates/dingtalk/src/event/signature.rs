use secrecy::{ExposeSecret, SecretString};
use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq as _;

use crate::encode::hexadecimal;

/// Lower-case hex SHA-1 of token, timestamp, nonce and ciphertext, sorted and joined without anything between.
pub(super) fn sign(token: &SecretString, timestamp: &str, nonce: &str, encrypt: &str) -> String {
    let mut parts = [token.expose_secret(), timestamp, nonce, encrypt];
    parts.sort_unstable();
    let mut hash = Sha1::new();
    for part in parts {
        hash.update(part.as_bytes());
    }
    hexadecimal(&hash.finalize())
}

/// Takes as long for a signature that differs in its first letter as for one that differs in its last.
pub(super) fn is_same(ours: &str, theirs: &str) -> bool {
    ours.as_bytes().ct_eq(theirs.as_bytes()).into()
}
