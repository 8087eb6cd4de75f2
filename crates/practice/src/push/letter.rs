//! One push as it stands on the wire, and its answer. Source: dingtalk-api.md §6.1.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::crypto::{CryptError, Keys};
use super::http::Reply;
use crate::event::Why;
use crate::random;

/// Everything that goes over the line; a replay is the same again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub signature: String,
    pub timestamp: String,
    pub nonce: String,
    pub encrypted: String,
}

impl Letter {
    pub fn new(keys: &Keys, now: Timestamp, message: &str) -> Self {
        Self::sealed(keys, now, keys.encrypt(message, random::bytes()))
    }

    /// Signs what is encrypted already.
    pub fn sealed(keys: &Keys, now: Timestamp, encrypted: String) -> Self {
        let timestamp = now.as_millisecond().to_string();
        let nonce = random::letters_and_digits(8);
        let signature = keys.signature(&timestamp, &nonce, &encrypted);
        Self { signature, timestamp, nonce, encrypted }
    }

    /// The app's own query stays; newer pushes carry the signature under two names.
    pub fn address(&self, url: &Url) -> Url {
        let mut address = url.clone();
        address
            .query_pairs_mut()
            .append_pair("signature", &self.signature)
            .append_pair("timestamp", &self.timestamp)
            .append_pair("nonce", &self.nonce)
            .append_pair("msg_signature", &self.signature);
        address
    }

    pub fn body(&self) -> String {
        json!({"encrypt": self.encrypted}).to_string()
    }
}

/// `timeStamp` is spelt so. Some servers send it as a number.
#[derive(Debug, Deserialize)]
struct Answer {
    msg_signature: String,
    #[serde(rename = "timeStamp")]
    time_stamp: serde_json::Value,
    nonce: String,
    encrypt: String,
}

/// Does the answer say `success`, encrypted and signed?
pub fn judge(keys: &Keys, reply: &Reply) -> Result<(), Why> {
    if reply.status != 200 {
        return Err(Why::Status(reply.status));
    }
    let answer: Answer = serde_json::from_slice(&reply.body).map_err(|_| Why::Malformed)?;
    let time_stamp = match &answer.time_stamp {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Number(number) => number.to_string(),
        _ => return Err(Why::Malformed),
    };
    if !keys.is_signed(&answer.msg_signature, &time_stamp, &answer.nonce, &answer.encrypt) {
        return Err(Why::Signature);
    }
    match keys.decrypt(&answer.encrypt) {
        Ok(text) if text == "success" => Ok(()),
        Ok(_) => Err(Why::NotSuccess),
        Err(CryptError::Owner) => Err(Why::Owner),
        Err(CryptError::Malformed | CryptError::Padding | CryptError::Length | CryptError::NotText) => {
            Err(Why::Undecryptable)
        }
    }
}
