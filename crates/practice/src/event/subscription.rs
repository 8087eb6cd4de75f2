//! Which events an app wants, and how they shall reach it. Rules of the console: dingtalk-api.md §6.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::kind::KINDS;
use crate::push::crypto::Keys;
use crate::push::http::loopback;
use crate::random;
use crate::state::behaviour::Behaviour;
use crate::state::{Effect, Refusal, World};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Stream 模式推送.
    #[default]
    Stream,
    /// HTTP 推送.
    Http,
}

/// By what a subscription was made: the owner inside its pushes differs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MadeBy {
    #[default]
    Console,
    /// The old `register_call_back`.
    Call,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Subscription {
    pub mode: Mode,
    pub made_by: MadeBy,
    /// Of a push, `http://` on this computer.
    pub url: String,
    /// 3 to 32 letters and digits, 6 to 64 by call.
    pub token: String,
    /// 43 letters and digits.
    pub aes_key: String,
    /// Set when the connection was last proved; only then can types be chosen.
    pub verified_at: Option<Timestamp>,
    pub event_types: BTreeSet<String>,
}

impl Subscription {
    /// A Stream subscription to everything, as a tester wants it.
    pub fn to_everything(now: Timestamp) -> Self {
        Self { verified_at: Some(now), event_types: KINDS.map(str::to_owned).into(), ..Self::default() }
    }

    /// What the console offers before anything was typed.
    pub fn draft() -> Self {
        Self { token: random::letters_and_digits(20), aes_key: random::letters_and_digits(43), ..Self::default() }
    }

    pub fn wants(&self, event_type: &str) -> bool {
        self.verified_at.is_some() && self.event_types.contains(event_type)
    }

    pub fn check(&self) -> Result<(), Refusal> {
        match self.mode {
            Mode::Stream => return Ok(()),
            Mode::Http => {}
        }
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let lengths = match self.made_by {
            MadeBy::Console => 3..=32,
            MadeBy::Call => 6..=64,
        };
        if !lengths.contains(&self.token.len()) || !plain(&self.token) {
            return Err(Refusal::EventTokenMalformed);
        }
        if self.aes_key.len() != 43 || !plain(&self.aes_key) {
            return Err(Refusal::EventKeyMalformed);
        }
        loopback(&self.url).map(|_| ()).ok_or(Refusal::EventAddressForeign)
    }
}

impl World {
    pub fn subscription(&self, client_id: &str) -> Option<&Subscription> {
        self.events.subscriptions.get(client_id)
    }

    /// Keys of the pushes to an app. Their owner is the Client ID after the console, unless the switch says otherwise,
    /// and the company after `register_call_back`.
    pub fn push_keys(&self, client_id: &str, subscription: &Subscription) -> Option<Keys> {
        let owner = match (subscription.made_by, self.chosen(Behaviour::OwnerKey)) {
            (MadeBy::Call, _) | (MadeBy::Console, "corp_id") => self.corp_id.as_str(),
            (MadeBy::Console, _) => client_id,
        };
        Keys::new(&subscription.token, &subscription.aes_key, owner)
    }

    /// Saves it as it is; that the connection works is the caller's to prove before.
    pub fn subscribe(&mut self, client_id: &str, subscription: Subscription) -> Result<(), Refusal> {
        subscription.check()?;
        self.app_mut(client_id)?;
        if self.subscription(client_id) == Some(&subscription) {
            return Ok(());
        }
        let event_types = subscription.event_types.iter().cloned().collect();
        self.events.subscriptions.insert(client_id.to_owned(), subscription);
        self.record(Effect::EventsSubscribed { client_id: client_id.to_owned(), event_types });
        Ok(())
    }

    /// Forgets it. What only knew the app by it goes on.
    pub fn unsubscribe(&mut self, client_id: &str) {
        if self.events.subscriptions.remove(client_id).is_some() {
            self.record(Effect::EventsSubscribed { client_id: client_id.to_owned(), event_types: Vec::new() });
        }
    }

    /// Stream events of every type for an app that never chose.
    pub(crate) fn ensure_subscribed(&mut self, client_id: &str) -> Result<(), Refusal> {
        if self.subscription(client_id).is_some() {
            return Ok(());
        }
        let everything = Subscription::to_everything(self.now);
        self.subscribe(client_id, everything)
    }

    /// Apps that want the type, with how.
    pub fn subscribers(&self, event_type: &str) -> Vec<(String, Mode)> {
        let wanting = self.events.subscriptions.iter().filter(|(_, subscription)| subscription.wants(event_type));
        wanting.map(|(client_id, subscription)| (client_id.clone(), subscription.mode)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_push_needs_an_address_here_a_plain_token_and_a_key_of_43() {
        let check = |url: &str, token: &str, aes_key: &str, expected: Result<(), Refusal>| {
            let subscription = Subscription {
                mode: Mode::Http,
                url: url.to_owned(),
                token: token.to_owned(),
                aes_key: aes_key.to_owned(),
                ..Subscription::default()
            };
            assert_eq!(subscription.check(), expected, "{url} {token} {aes_key}");
        };
        let key = "1234567890123456789012345678901234567890123";
        // V §6.1: the token of a subscription is 3 to 32 letters and digits
        check("http://127.0.0.1:9000/events", "abc", key, Ok(()));
        check("http://127.0.0.1:9000/events", "ab", key, Err(Refusal::EventTokenMalformed));
        check("http://127.0.0.1:9000/events", &"a".repeat(33), key, Err(Refusal::EventTokenMalformed));
        check("http://127.0.0.1:9000/events", "a-b", key, Err(Refusal::EventTokenMalformed));
        // V §6.1: the aes_key of a subscription is 43 letters and digits
        check("http://127.0.0.1:9000/events", "abc", &key[1..], Err(Refusal::EventKeyMalformed));
        // V §6.1: the token of register_call_back has 6 to 64 characters
        for (token, expected) in [
            ("abcde", Err(Refusal::EventTokenMalformed)),
            ("abcdef", Ok(())),
            (&"a".repeat(64), Ok(())),
            (&"a".repeat(65), Err(Refusal::EventTokenMalformed)),
        ] {
            let subscription = Subscription {
                mode: Mode::Http,
                made_by: MadeBy::Call,
                url: "http://127.0.0.1:9000/events".to_owned(),
                token: token.to_owned(),
                aes_key: key.to_owned(),
                ..Subscription::default()
            };
            assert_eq!(subscription.check(), expected, "{token}");
        }
        check("http://[::1]:9000", "abc", key, Ok(()));
        check("http://192.0.2.1/events", "abc", key, Err(Refusal::EventAddressForeign));
        check("https://127.0.0.1/events", "abc", key, Err(Refusal::EventAddressForeign));
        check("events", "abc", key, Err(Refusal::EventAddressForeign));
    }
}
