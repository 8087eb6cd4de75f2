use std::fmt;

use base64::Engine as _;
use base64::alphabet;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use secrecy::{ExposeSecret, SecretBox, SecretString};
use serde::Serialize;

use super::cipher::{self, Key};
use super::signature::{is_same, sign};

/// DingTalk's console takes any 43 letters and digits, so the last one may carry bits that belong to no byte.
const KEY_TEXT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone),
);
const KEY_LETTERS: usize = 43;
const RANDOM: usize = 16;
/// Random bytes and the length of the message stand before the message.
const BEFORE_MESSAGE: usize = RANDOM + 4;
const LONGEST_FOUND_OWNER: usize = 100;

/// The keys of one HTTP callback. Source: callback-event-message-body-encryption-and-decryption.
pub struct CallbackCrypto {
    token: SecretString,
    key: SecretBox<Key>,
    owner_key: String,
}

/// A message as it travels: sealed and signed. It is also the answer DingTalk wants, [`Sealed::to_json`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sealed {
    #[serde(rename = "msg_signature")]
    pub signature: String,
    /// Digits, as in the query of the push; DingTalk uses milliseconds, one of its examples seconds.
    #[serde(rename = "timeStamp")]
    pub timestamp: String,
    pub nonce: String,
    /// Base64.
    pub encrypt: String,
}

/// Why a push was not read. These are for whoever owns the keys; the one who pushed gets the same answer to all of them,
/// [`CallbackError::STATUS`] and [`CallbackError::ANSWER`], and so learns nothing about the key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CallbackError {
    #[error("the AES key is not 43 letters and digits")]
    KeyUnusable,
    #[error("the signature is not that of this token over these values")]
    SignatureWrong,
    /// The signature is right, so the token is; what was sealed cannot be opened with this key.
    #[error("the AES key is another than the one it was sealed with")]
    KeyWrong,
    /// Token and key are right. An app subscribed in the console has its Client ID for owner key, one subscribed by the
    /// old API its CorpID.
    #[error("it was sealed for {found}, not for {expected}")]
    OwnerWrong { expected: String, found: String },
    #[error("it is not base64 of a sealed message")]
    Malformed,
    #[error("this machine gives no random bytes")]
    NoRandom,
}

impl CallbackError {
    /// The HTTP status to answer, whatever was wrong.
    pub const STATUS: u16 = 400;
    /// The body to answer, whatever was wrong.
    pub const ANSWER: &'static str = "refused";
}

impl CallbackCrypto {
    /// `token` and `aes_key` (43 letters and digits) as they stand beside the address in the console; `owner_key` is the
    /// Client ID of an app subscribed there, the CorpID if the old `register_call_back` was used, the suite's key for
    /// third-party apps.
    pub fn new(
        token: SecretString,
        aes_key: &SecretString,
        owner_key: impl Into<String>,
    ) -> Result<Self, CallbackError> {
        let text = aes_key.expose_secret();
        if text.len() != KEY_LETTERS || !text.bytes().all(|letter| letter.is_ascii_alphanumeric()) {
            return Err(CallbackError::KeyUnusable);
        }
        let mut key = SecretBox::new(Box::new([0; 32]));
        let filled = {
            use secrecy::ExposeSecretMut as _;
            KEY_TEXT.decode_slice_unchecked(text, key.expose_secret_mut())
        };
        match filled {
            Ok(32) => Ok(Self { token, key, owner_key: owner_key.into() }),
            Ok(_) | Err(_) => Err(CallbackError::KeyUnusable),
        }
    }

    /// Checks the signature first, in constant time, and opens the message only if it is right.
    pub fn decrypt(&self, sealed: &Sealed) -> Result<String, CallbackError> {
        let signature = sign(&self.token, &sealed.timestamp, &sealed.nonce, &sealed.encrypt);
        if !is_same(&signature, &sealed.signature) {
            return Err(CallbackError::SignatureWrong);
        }
        let bytes = STANDARD.decode(&sealed.encrypt).map_err(|_| CallbackError::Malformed)?;
        let opened = cipher::decrypt(self.key.expose_secret(), &bytes).ok_or(CallbackError::Malformed)?;
        let content = opened.content.and_then(|length| opened.bytes.get(..length));
        let (message, owner) = content.and_then(parts).ok_or(CallbackError::KeyWrong)?;
        if !is_same(&self.owner_key, &String::from_utf8_lossy(owner)) {
            return Err(CallbackError::OwnerWrong { expected: self.owner_key.clone(), found: shown(owner) });
        }
        String::from_utf8(message.to_vec()).map_err(|_| CallbackError::Malformed)
    }

    /// Seals and signs a message under this timestamp (milliseconds as digits) and nonce.
    pub fn encrypt(&self, message: &str, timestamp: &str, nonce: &str) -> Result<Sealed, CallbackError> {
        let mut random = [0; RANDOM];
        getrandom::fill(&mut random).map_err(|_| CallbackError::NoRandom)?;
        self.encrypt_with(random, message, timestamp, nonce)
    }

    /// The answer that tells DingTalk a push was taken: the word `success`, sealed.
    pub fn success(&self, timestamp: &str, nonce: &str) -> Result<Sealed, CallbackError> {
        self.encrypt("success", timestamp, nonce)
    }

    pub(super) fn encrypt_with(
        &self,
        random: [u8; RANDOM],
        message: &str,
        timestamp: &str,
        nonce: &str,
    ) -> Result<Sealed, CallbackError> {
        let length = u32::try_from(message.len()).map_err(|_| CallbackError::Malformed)?;
        let mut plain = random.to_vec();
        plain.extend_from_slice(&length.to_be_bytes());
        plain.extend_from_slice(message.as_bytes());
        plain.extend_from_slice(self.owner_key.as_bytes());
        let bytes = cipher::encrypt(self.key.expose_secret(), &plain).ok_or(CallbackError::Malformed)?;
        let encrypt = STANDARD.encode(bytes);
        Ok(Sealed {
            signature: sign(&self.token, timestamp, nonce, &encrypt),
            timestamp: timestamp.to_owned(),
            nonce: nonce.to_owned(),
            encrypt,
        })
    }
}

impl Sealed {
    /// A push: `signature` (newer pushes repeat it as `msg_signature`), `timestamp` and `nonce` from the query, `encrypt`
    /// from the body.
    pub fn new(
        signature: impl Into<String>,
        timestamp: impl Into<String>,
        nonce: impl Into<String>,
        encrypt: impl Into<String>,
    ) -> Self {
        Self { signature: signature.into(), timestamp: timestamp.into(), nonce: nonce.into(), encrypt: encrypt.into() }
    }

    /// `{"msg_signature","timeStamp","nonce","encrypt"}`, the answer to a push.
    pub fn to_json(&self) -> String {
        crate::gateway::to_json(self)
    }
}

/// The message and the owner behind it.
fn parts(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let length: [u8; 4] = content.get(RANDOM..BEFORE_MESSAGE)?.try_into().ok()?;
    let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
    content.get(BEFORE_MESSAGE..)?.split_at_checked(length)
}

fn shown(owner: &[u8]) -> String {
    let text = String::from_utf8_lossy(owner);
    text.chars().filter(|letter| !letter.is_control()).take(LONGEST_FOUND_OWNER).collect()
}

/// Shows the owner key, which is an app's or an organisation's public name; neither token nor key.
impl fmt::Debug for CallbackCrypto {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CallbackCrypto").field("owner_key", &self.owner_key).finish_non_exhaustive()
    }
}
