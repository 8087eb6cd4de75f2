//! The cipher of pushes and their answers. Source: dingtalk-api.md §6.1; known answers: §14.

use std::fmt;

use aes::Aes256;
use aes::cipher::block_padding::NoPadding;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use base64::Engine;
use base64::alphabet::STANDARD as LETTERS;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{GeneralPurpose, GeneralPurposeConfig};
use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;
use thiserror::Error;

use crate::random::as_hexadecimal;

/// Padding goes to a multiple of this, not of the cipher's own 16.
pub const BLOCK: usize = 32;
const RANDOM: usize = 16;
const LENGTH: usize = 4;

/// 43 characters carry two bits too many.
const KEY_LETTERS: GeneralPurpose =
    GeneralPurpose::new(&LETTERS, GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true));

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CryptError {
    #[error("not base64, or not whole blocks")]
    Malformed,
    #[error("the padding is wrong")]
    Padding,
    #[error("the length inside does not fit")]
    Length,
    #[error("the owner inside is another")]
    Owner,
    #[error("the text is not UTF-8")]
    NotText,
}

/// What both sides of a subscription know.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    token: String,
    key: [u8; 32],
    owner: String,
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Keys(of {})", self.owner)
    }
}

impl Keys {
    /// `None` when the aes_key is not 43 characters of base64. Whose name the owner is, `World::push_keys` knows.
    pub fn new(token: &str, aes_key: &str, owner: &str) -> Option<Self> {
        if aes_key.len() != 43 {
            return None;
        }
        let key = KEY_LETTERS.decode(format!("{aes_key}=")).ok()?.try_into().ok()?;
        Some(Self { token: token.to_owned(), key, owner: owner.to_owned() })
    }

    /// The same token and owner.
    pub(super) fn with_another_key(&self, aes_key: &str) -> Option<Self> {
        Self::new(&self.token, aes_key, &self.owner)
    }

    pub fn encrypt(&self, message: &str, random: [u8; RANDOM]) -> String {
        let mut plain = self.plain(message, random);
        pad(&mut plain);
        self.encrypt_blocks(plain)
    }

    /// Before padding: random bytes, length of the message, message, owner.
    pub(super) fn plain(&self, message: &str, random: [u8; RANDOM]) -> Vec<u8> {
        let length = u32::try_from(message.len()).unwrap_or(u32::MAX);
        [&random, length.to_be_bytes().as_slice(), message.as_bytes(), self.owner.as_bytes()].concat()
    }

    /// Base64 of the ciphertext. The text must be whole blocks.
    pub(super) fn encrypt_blocks(&self, mut text: Vec<u8>) -> String {
        let length = text.len();
        let cipher = cbc::Encryptor::<Aes256>::new(&self.key.into(), &self.start().into());
        // Only a text that is not whole blocks is refused, and the padding has seen to that.
        let encrypted = cipher.encrypt_padded::<NoPadding>(&mut text, length).map(<[u8]>::to_vec);
        STANDARD.encode(encrypted.unwrap_or_default())
    }

    pub fn decrypt(&self, encrypted: &str) -> Result<String, CryptError> {
        let mut text = STANDARD.decode(encrypted).map_err(|_| CryptError::Malformed)?;
        let cipher = cbc::Decryptor::<Aes256>::new(&self.key.into(), &self.start().into());
        let plain = cipher.decrypt_padded::<NoPadding>(&mut text).map_err(|_| CryptError::Malformed)?;
        let plain = unpadded(plain)?;
        let (_, rest) = plain.split_at_checked(RANDOM).ok_or(CryptError::Length)?;
        let (length, rest) = rest.split_first_chunk::<LENGTH>().ok_or(CryptError::Length)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| CryptError::Length)?;
        let (message, owner) = rest.split_at_checked(length).ok_or(CryptError::Length)?;
        if !bool::from(owner.ct_eq(self.owner.as_bytes())) {
            return Err(CryptError::Owner);
        }
        String::from_utf8(message.to_vec()).map_err(|_| CryptError::NotText)
    }

    /// Lower-case hexadecimal SHA-1 over the four texts, sorted and joined.
    pub fn signature(&self, timestamp: &str, nonce: &str, encrypted: &str) -> String {
        let mut parts = [self.token.as_str(), timestamp, nonce, encrypted];
        parts.sort_unstable();
        as_hexadecimal(&Sha1::digest(parts.concat()))
    }

    pub fn is_signed(&self, signature: &str, timestamp: &str, nonce: &str, encrypted: &str) -> bool {
        let expected = self.signature(timestamp, nonce, encrypted);
        bool::from(expected.as_bytes().ct_eq(signature.as_bytes()))
    }

    /// The first half of the key.
    fn start(&self) -> [u8; 16] {
        let mut start = [0; 16];
        start.copy_from_slice(&self.key[..16]);
        start
    }
}

/// One to 32 bytes, each of them their count.
fn pad(plain: &mut Vec<u8>) {
    let count = BLOCK - plain.len() % BLOCK;
    let value = u8::try_from(count).unwrap_or_default();
    plain.extend(std::iter::repeat_n(value, count));
}

fn unpadded(plain: &[u8]) -> Result<&[u8], CryptError> {
    let last = plain.last().copied().ok_or(CryptError::Padding)?;
    let count = usize::from(last);
    if !(1..=BLOCK).contains(&count) || count > plain.len() {
        return Err(CryptError::Padding);
    }
    let (text, padding) = plain.split_at(plain.len() - count);
    padding.iter().all(|byte| *byte == last).then_some(text).ok_or(CryptError::Padding)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    struct Known {
        token: &'static str,
        aes_key: &'static str,
        owner: &'static str,
        timestamp: &'static str,
        nonce: &'static str,
        signature: &'static str,
        encrypted: &'static str,
        message: &'static str,
    }

    fn check(known: &Known) {
        let keys = Keys::new(known.token, known.aes_key, known.owner).unwrap();
        assert_eq!(keys.signature(known.timestamp, known.nonce, known.encrypted), known.signature);
        assert_eq!(keys.decrypt(known.encrypted).unwrap(), known.message);
        let stranger = Keys::new(known.token, known.aes_key, "dingsomebodyelse").unwrap();
        assert_eq!(stranger.decrypt(known.encrypted), Err(CryptError::Owner));
    }

    const A: Known = Known {
        token: "123456",
        aes_key: "1234567890123456789012345678901234567890123",
        owner: "dingsnotzck6pm5veliw",
        timestamp: "1614767836",
        nonce: "A7Co0cJLMzIDtMMI",
        signature: "9a95a004dd16f5c307e849b994173f76aa26e5eb",
        encrypted: "YvkvaGe4hQxd3VxRmEty0dVlnCOAqwf56xwTRHDHoOURqhalbmBJQk5FNcRk42Gl5T0YQXZNwpwWSm1xAFJ5ZA==",
        message: "success",
    };

    const B: Known = Known {
        token: "123456",
        aes_key: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
        owner: "suite4xxxxxxxxxxxxxxx",
        timestamp: "1445827045067",
        nonce: "nEXhMP4r",
        signature: "5a65ceeef9aab2d149439f82dc191dd6c5cbe2c0",
        encrypted: "1a3NBxmCFwkCJvfoQ7WhJHB+iX3qHPsc9JbaDznE1i03peOk1LaOQoRz3+nlyGNhwmwJ3vDMG+OzrHMeiZI7gTRWVdUBmfxjZ8Ej23JVYa9VrYeJ5as7XM/ZpulX8NEQis44w53h1qAgnC3PRzM7Zc/D6Ibr0rgUathB6zRHP8PYrfgnNOS9PhSBdHlegK+AGGanfwjXuQ9+0pZcy0w9lQ==",
        message: "{\"EventType\":\"check_create_suite_url\",\"Random\":\"LPIdSnlF\",\"TestSuiteKey\":\"suite4xxxxxxxxxxxxxxx\"}",
    };

    // V §14: known answer a: signature and plaintext of the published push
    // V §14: known answer b: signature and plaintext of the published push
    // V §6.1: the signature is the SHA-1 of token, timestamp, nonce and ciphertext, sorted and joined
    #[test]
    fn the_published_pushes_are_signed_and_read_as_published() {
        check(&A);
        check(&B);
    }

    // V §6.1: the plaintext is padded to a multiple of 32 bytes
    #[test]
    fn encrypting_the_published_text_with_its_random_bytes_gives_the_published_push() {
        let keys = Keys::new(A.token, A.aes_key, A.owner).unwrap();
        assert_eq!(keys.encrypt("success", *b"dICkEDLj0eb6yAbc"), A.encrypted);
    }

    #[test]
    fn every_length_comes_back_and_every_broken_text_is_refused() {
        let keys = Keys::new("abc", A.aes_key, "dingowner").unwrap();
        for length in 0..70 {
            let message = "x".repeat(length);
            let encrypted = keys.encrypt(&message, [7; 16]);
            assert_eq!(keys.decrypt(&encrypted).unwrap(), message, "{length}");
            assert_eq!(STANDARD.decode(&encrypted).unwrap().len() % BLOCK, 0);
        }
        let check = |encrypted: &str, expected: CryptError| assert_eq!(keys.decrypt(encrypted), Err(expected));
        check("no base64!", CryptError::Malformed);
        check("AAAA", CryptError::Malformed);
        check("", CryptError::Padding);
        check(&keys.encrypt_blocks(vec![0; 32]), CryptError::Padding);
        check(&keys.encrypt_blocks(vec![33; 32]), CryptError::Padding);
        check(&keys.encrypt_blocks(vec![32; 32]), CryptError::Length);
    }
}
