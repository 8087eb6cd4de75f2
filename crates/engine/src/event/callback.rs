//! One push of an HTTP callback, opened or made by hand. It needs no connection: the keys are given with it.

use dingtalk::{CallbackCrypto, CallbackError, Sealed};
use secrecy::SecretString;
use serde::Serialize;

use crate::problem::{Problem, ProblemCode, Result};

/// What stands beside the address in the console, and whose pushes they are.
pub struct CallbackKeys {
    pub token: SecretString,
    /// 43 letters and digits.
    pub aes_key: SecretString,
    /// The Client ID of an app subscribed in the console; the CorpID after the old `register_call_back`.
    pub owner_key: String,
}

/// A push as it travels, and the answer to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Push {
    #[serde(rename = "msg_signature")]
    pub signature: String,
    /// Digits.
    #[serde(rename = "timeStamp")]
    pub timestamp: String,
    pub nonce: String,
    /// Base64.
    pub encrypt: String,
}

/// What was sealed in the push, byte for byte.
///
/// # Errors
/// `EventKeyUnusable`, `EventSignature`, `EventKey`, `EventOwner`, `EventMalformed`, the first that applies.
pub fn open(keys: CallbackKeys, push: &Push) -> Result<String> {
    let sealed = Sealed::new(&push.signature, &push.timestamp, &push.nonce, &push.encrypt);
    crypto(keys)?.decrypt(&sealed).map_err(|error| problem(&error))
}

/// A push, or the answer to one, of this message.
///
/// # Errors
/// `EventKeyUnusable`; `EventMalformed` for more than 4 GB; `RandomMissing`.
pub fn seal(keys: CallbackKeys, message: &str, timestamp: &str, nonce: &str) -> Result<Push> {
    let sealed = crypto(keys)?.encrypt(message, timestamp, nonce).map_err(|error| problem(&error))?;
    let Sealed { signature, timestamp, nonce, encrypt } = sealed;
    Ok(Push { signature, timestamp, nonce, encrypt })
}

fn crypto(keys: CallbackKeys) -> Result<CallbackCrypto> {
    CallbackCrypto::new(keys.token, &keys.aes_key, keys.owner_key).map_err(|error| problem(&error))
}

fn problem(error: &CallbackError) -> Problem {
    match error {
        CallbackError::KeyUnusable => Problem::new(ProblemCode::EventKeyUnusable),
        CallbackError::SignatureWrong => Problem::new(ProblemCode::EventSignature),
        CallbackError::KeyWrong => Problem::new(ProblemCode::EventKey),
        CallbackError::OwnerWrong { expected, found } => {
            Problem::new(ProblemCode::EventOwner).arg("expected", expected).arg("found", found)
        }
        CallbackError::NoRandom => Problem::new(ProblemCode::RandomMissing),
        // The client's error may grow.
        CallbackError::Malformed | _ => Problem::new(ProblemCode::EventMalformed),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const KEY: &str = "1234567890123456789012345678901234567890123";

    fn keys(token: &str, aes_key: &str, owner_key: &str) -> CallbackKeys {
        CallbackKeys { token: token.into(), aes_key: aes_key.into(), owner_key: owner_key.to_owned() }
    }

    fn check(keys: CallbackKeys, change: impl FnOnce(&mut Push), code: ProblemCode) {
        let mut push = seal(self::keys("123456", KEY, "dingowner"), "{}", "1614767836", "nonce").unwrap();
        change(&mut push);
        assert_eq!(open(keys, &push).map_err(|problem| problem.code), Err(code));
    }

    #[test]
    fn each_wrong_value_is_named() {
        let right = || keys("123456", KEY, "dingowner");
        let other_key = KEY.replace('3', "4");
        check(keys("1234567", KEY, "dingowner"), |_| {}, ProblemCode::EventSignature);
        check(right(), |push| push.nonce.push('x'), ProblemCode::EventSignature);
        check(right(), |push| push.signature.clear(), ProblemCode::EventSignature);
        check(keys("123456", &other_key, "dingowner"), |_| {}, ProblemCode::EventKey);
        check(keys("123456", "short", "dingowner"), |_| {}, ProblemCode::EventKeyUnusable);
        check(keys("123456", KEY, "dingother"), |_| {}, ProblemCode::EventOwner);
    }

    #[test]
    fn a_wrong_owner_is_told_with_both_names() {
        let push = seal(keys("t", KEY, "dingours"), "hello", "1", "n").unwrap();
        let problem = open(keys("t", KEY, "dingtheirs"), &push).unwrap_err();
        assert_eq!((problem.args["expected"].as_str(), problem.args["found"].as_str()), ("dingtheirs", "dingours"));
    }

    #[test]
    fn what_is_sealed_is_opened_again_whatever_it_holds() {
        for message in ["", "success", "付款㗎𨋢 🚋", &"x".repeat(100_000)] {
            let push = seal(keys("t", KEY, "owner"), message, "1", "n").unwrap();
            assert_eq!(open(keys("t", KEY, "owner"), &push).unwrap(), message);
        }
    }
}
