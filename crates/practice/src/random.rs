//! Random names and keys in DingTalk's shapes. The source is the operating system's, through UUID v4.

use sha2::{Digest, Sha256};
use uuid::Uuid;

const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const DIGITS: &[u8] = b"0123456789";
const URL_SAFE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Even bytes: a UUID has fixed bits, the hash of two has none.
fn block() -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(Uuid::new_v4().as_bytes());
    hash.update(Uuid::new_v4().as_bytes());
    hash.finalize().into()
}

fn from_alphabet(alphabet: &[u8], length: usize) -> String {
    // The largest multiple of the alphabet: a byte above it would favour the first letters.
    let limit = 256 / alphabet.len() * alphabet.len();
    let mut text = String::with_capacity(length);
    loop {
        for byte in block() {
            if text.len() == length {
                return text;
            }
            let place = usize::from(byte);
            if place < limit {
                text.push(char::from(alphabet[place % alphabet.len()]));
            }
        }
    }
}

/// `a`–`z` and `0`–`9`.
pub fn letters_and_digits(length: usize) -> String {
    from_alphabet(LOWER, length)
}

/// Digits, the first of them not zero.
pub fn digits(length: usize) -> String {
    let rest = from_alphabet(DIGITS, length.saturating_sub(1));
    let first = from_alphabet(&DIGITS[1..], 1);
    format!("{first}{rest}")
}

/// Letters, digits, `-` and `_`.
pub fn url_safe(length: usize) -> String {
    from_alphabet(URL_SAFE, length)
}

/// Lower-case hexadecimal digits.
pub fn hexadecimal(length: usize) -> String {
    from_alphabet(b"0123456789abcdef", length)
}

/// Sixteen bytes.
pub fn bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&block()[..16]);
    bytes
}

/// A number below `count`; zero when there is none.
pub fn below(count: usize) -> usize {
    // The block is far wider than any count here, so that no number is favoured noticeably.
    let mut wide = [0; 8];
    wide.copy_from_slice(&block()[..8]);
    let count = u64::try_from(count.max(1)).unwrap_or(u64::MAX);
    usize::try_from(u64::from_le_bytes(wide) % count).unwrap_or_default()
}

/// Lower-case, two digits a byte.
pub fn as_hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Letters and digits that follow from the texts: the same for the same.
pub fn derived(texts: &[&str], length: usize) -> String {
    let hash = Sha256::digest(texts.join("\n").as_bytes());
    hash.iter().map(|byte| char::from(LOWER[usize::from(*byte) % LOWER.len()])).take(length).collect()
}

/// A lower-case UUID v4.
pub fn uuid() -> String {
    Uuid::new_v4().to_string()
}

/// As the new gateway writes it: an upper-case UUID.
pub fn new_request_id() -> String {
    uuid().to_uppercase()
}

/// As the old gateway writes it: 13 base-36 characters.
pub fn old_request_id() -> String {
    format!("1{}", letters_and_digits(12))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_asked_length_and_alphabet() {
        assert_eq!(hexadecimal(32).len(), 32);
        assert!(hexadecimal(200).chars().all(|c| c.is_ascii_hexdigit()));
        assert!(!digits(10).starts_with('0'));
        assert_eq!(digits(10).len(), 10);
        assert_eq!(old_request_id().len(), 13);
    }

    #[test]
    fn two_keys_differ() {
        assert_ne!(url_safe(64), url_safe(64));
    }

    #[test]
    fn every_letter_of_the_alphabet_comes_up() {
        let sample = letters_and_digits(5_000);
        assert!(LOWER.iter().all(|byte| sample.contains(char::from(*byte))));
    }
}
