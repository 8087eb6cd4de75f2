//! AES-256-CBC as the callback uses it: the key's first half is the first block's mask, and padding fills 32 bytes.

use aes::Aes256;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use subtle::{Choice, ConditionallySelectable as _, ConstantTimeEq as _, ConstantTimeLess as _};

pub(super) type Key = [u8; 32];

const CIPHER_BLOCK: usize = 16;
/// One block more than AES needs. The Rust sample of DingTalk's own repository pads to 16; its documents and servers do not.
const PADDED_BLOCK: u8 = 32;

/// `None` only if the cipher cannot be set up, which a key of 32 bytes cannot bring about.
pub(super) fn encrypt(key: &Key, plain: &[u8]) -> Option<Vec<u8>> {
    let cipher = cbc::Encryptor::<Aes256>::new_from_slices(key, key.get(..CIPHER_BLOCK)?).ok()?;
    let block = usize::from(PADDED_BLOCK);
    let missing = block - plain.len() % block;
    let mut bytes = plain.to_vec();
    bytes.resize(plain.len() + missing, u8::try_from(missing).ok()?);
    let length = bytes.len();
    cipher.encrypt_padded::<NoPadding>(&mut bytes, length).ok()?;
    Some(bytes)
}

/// What comes out and how much of it is content, or `None` if this cannot be such a ciphertext at all.
pub(super) fn decrypt(key: &Key, sealed: &[u8]) -> Option<Decrypted> {
    if sealed.is_empty() || !sealed.len().is_multiple_of(CIPHER_BLOCK) {
        return None;
    }
    let cipher = cbc::Decryptor::<Aes256>::new_from_slices(key, key.get(..CIPHER_BLOCK)?).ok()?;
    let mut bytes = sealed.to_vec();
    cipher.decrypt_padded::<NoPadding>(&mut bytes).ok()?;
    let content = content_length(&bytes);
    Some(Decrypted { bytes, content })
}

pub(super) struct Decrypted {
    pub(super) bytes: Vec<u8>,
    /// `None` if the padding is not what it must be: the key is another.
    pub(super) content: Option<usize>,
}

/// Looks at the same number of bytes whatever they hold.
fn content_length(bytes: &[u8]) -> Option<usize> {
    let claimed = *bytes.last()?;
    let mut good = !claimed.ct_eq(&0) & claimed.ct_lt(&(PADDED_BLOCK + 1));
    for (position, byte) in (0..PADDED_BLOCK).zip(bytes.iter().rev()) {
        let wanted = u8::conditional_select(byte, &claimed, position.ct_lt(&claimed));
        good &= byte.ct_eq(&wanted);
    }
    let fits = Choice::from(u8::from(usize::from(claimed) <= bytes.len()));
    bool::from(good & fits).then(|| bytes.len() - usize::from(claimed))
}
