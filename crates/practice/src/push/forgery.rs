//! Pushes that an app must refuse (faults.md F47, F48).

use jiff::Timestamp;
use serde::Deserialize;

use super::crypto::{BLOCK, Keys};
use super::letter::Letter;
use crate::random;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Forgery {
    BadSignature,
    /// Signed well, and the padding inside is not one.
    BadPadding,
    /// Signed well, and encrypted with another key.
    WrongKey,
    /// Signed well over base64 that stops too early.
    Truncated,
    /// The app's last push again, byte for byte.
    Replay,
}

/// `None` when there is nothing to replay.
pub fn forge(forgery: Forgery, keys: &Keys, now: Timestamp, message: &str, last: Option<Letter>) -> Option<Letter> {
    match forgery {
        Forgery::BadSignature => {
            let letter = Letter::new(keys, now, message);
            let signature = letter.signature.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect();
            Some(Letter { signature, ..letter })
        }
        Forgery::BadPadding => {
            let mut plain = keys.plain(message, random::bytes());
            let missing = BLOCK - plain.len() % BLOCK;
            plain.extend(std::iter::repeat_n(0xff, missing));
            Some(Letter::sealed(keys, now, keys.encrypt_blocks(plain)))
        }
        Forgery::WrongKey => {
            let other = keys.with_another_key(&random::letters_and_digits(43))?;
            Some(Letter::sealed(keys, now, other.encrypt(message, random::bytes())))
        }
        Forgery::Truncated => {
            let mut encrypted = keys.encrypt(message, random::bytes());
            encrypted.truncate(encrypted.len() - 7);
            Some(Letter::sealed(keys, now, encrypted))
        }
        Forgery::Replay => last,
    }
}
