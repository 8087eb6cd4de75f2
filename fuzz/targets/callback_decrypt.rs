//! A push from anywhere: nothing in it may bring the receiver down, and nothing unsigned may be opened.
#![no_main]

use aes::Aes256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeEncrypt as _, KeyIvInit as _};
use dingtalk::{CallbackCrypto, CallbackError, Event, Sealed};
use libfuzzer_sys::fuzz_target;
use sha1::{Digest as _, Sha1};

const TOKEN: &str = "123456";
/// 43 letters, which are 32 bytes.
const KEY: &str = "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ig";
const OWNER: &str = "suite4xxxxxxxxxxxxxxx";

fuzz_target!(|data: &[u8]| {
    let Some((mode, data)) = data.split_first() else { return };
    let crypto = CallbackCrypto::new(TOKEN.into(), &KEY.into(), OWNER).expect("a good key");
    let text = String::from_utf8_lossy(data).into_owned();
    match mode % 4 {
        // All four values are the stranger's.
        0 => {
            let mut parts = text.split('\n').map(str::to_owned);
            let mut next = || parts.next().unwrap_or_default();
            let sealed = Sealed { signature: next(), timestamp: next(), nonce: next(), encrypt: next() };
            let right = signature(&sealed.timestamp, &sealed.nonce, &sealed.encrypt);
            let outcome = crypto.decrypt(&sealed);
            assert!(right == sealed.signature || outcome == Err(CallbackError::SignatureWrong));
        }
        // Well signed, and not even base64.
        1 => drop(crypto.decrypt(&signed(text))),
        // Well signed, and any blocks under the right key.
        2 => {
            let mut plain = data.to_vec();
            plain.resize(data.len().next_multiple_of(16), 0);
            if let Ok(opened) = crypto.decrypt(&signed(encrypted(&mut plain))) {
                let length = u32::from_be_bytes(plain[16..20].try_into().expect("four bytes")) as usize;
                assert_eq!(opened.as_bytes(), &plain[20..20 + length]);
            }
        }
        // What is sealed is opened again, and read as an event or not at all.
        _ => {
            let sealed = crypto.encrypt(&text, "1783610513", "nonce").expect("sealed");
            assert_eq!(crypto.decrypt(&sealed).as_deref(), Ok(text.as_str()));
            let _ = Event::from_callback(&text);
        }
    }
});

fn signed(encrypt: String) -> Sealed {
    let signature = signature("1783610513", "nonce", &encrypt);
    Sealed { signature, timestamp: "1783610513".to_owned(), nonce: "nonce".to_owned(), encrypt }
}

fn signature(timestamp: &str, nonce: &str, encrypt: &str) -> String {
    let mut parts = [TOKEN, timestamp, nonce, encrypt];
    parts.sort_unstable();
    Sha1::digest(parts.concat()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Leaves the plaintext as it was.
fn encrypted(plain: &mut [u8]) -> String {
    let mut bytes = plain.to_vec();
    let key: [u8; 32] = STANDARD.decode(format!("{KEY}=")).expect("base64").try_into().expect("32 bytes");
    let cipher = cbc::Encryptor::<Aes256>::new_from_slices(&key, &key[..16]).expect("a key");
    let length = bytes.len();
    cipher.encrypt_padded::<NoPadding>(&mut bytes, length).expect("whole blocks");
    STANDARD.encode(bytes)
}
