//! App access tokens. Rules: dingtalk-api.md §1.4.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::behaviour::Behaviour;
use super::{App, Effect, World};
use crate::random;
use crate::scenario::Scenario;

/// Validity in seconds.
pub const LIFETIME_SECONDS: i64 = 7200;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Token {
    pub value: String,
    pub client_id: String,
    pub issued_at: Timestamp,
    pub expires_at: Timestamp,
    /// What the app had when this was issued; a later grant is not in it.
    pub permissions: Vec<String>,
    /// [`App::revision`] at the issue.
    pub revision: u64,
}

impl World {
    /// The app whose keys these are, unless the `wrong_key` scenario is on.
    pub fn app_by_keys(&self, client_id: &str, client_secret: &str) -> Option<&App> {
        if self.is_on(Scenario::WrongKey) {
            return None;
        }
        self.app(client_id).filter(|app| app.client_secret == client_secret)
    }

    /// Repeated inside its validity this returns the same token, extended. A change of permissions,
    /// allow list or publication in between gives a new one: inferred, DingTalk does not say.
    pub fn issue_token(&mut self, client_id: &str) -> Option<String> {
        let app = self.app(client_id)?;
        let (permissions, revision) = (app.active_permissions(), app.revision);
        let now = self.now;
        let expires_at = now + SignedDuration::from_secs(LIFETIME_SECONDS);
        self.tokens.retain(|token| token.expires_at > now);
        let kept = self.chosen(Behaviour::RepeatedToken) == "kept";
        let fits = |token: &&mut Token| token.client_id == client_id && (kept || token.revision == revision);
        let current = self.tokens.iter_mut().find(fits);
        if let Some(token) = current {
            token.expires_at = expires_at;
            return Some(token.value.clone());
        }
        self.push_token(client_id, permissions, revision, expires_at)
    }

    /// A new token beside those that live: a third-party app gets one at each call (dingtalk-api.md §1.5).
    pub fn issue_another_token(&mut self, client_id: &str) -> Option<String> {
        let app = self.app(client_id)?;
        let (permissions, revision) = (app.active_permissions(), app.revision);
        let now = self.now;
        let expires_at = now + SignedDuration::from_secs(LIFETIME_SECONDS);
        self.tokens.retain(|token| token.expires_at > now);
        self.push_token(client_id, permissions, revision, expires_at)
    }

    // Always a token: the shape is that of its callers.
    #[expect(clippy::unnecessary_wraps)]
    fn push_token(
        &mut self,
        client_id: &str,
        permissions: Vec<String>,
        revision: u64,
        expires_at: Timestamp,
    ) -> Option<String> {
        let value = random::hexadecimal(32);
        self.tokens.push(Token {
            value: value.clone(),
            client_id: client_id.to_owned(),
            issued_at: self.now,
            expires_at,
            permissions,
            revision,
        });
        self.record(Effect::TokenIssued { client_id: client_id.to_owned() });
        Some(value)
    }

    /// The live token of that value. With `expired_token` on it dies of this use.
    pub fn use_token(&mut self, value: &str) -> Option<Token> {
        let (now, short_lived) = (self.now, self.is_on(Scenario::ExpiredToken));
        let token = self.tokens.iter_mut().find(|token| token.value == value && token.expires_at > now)?;
        let used = token.clone();
        if short_lived {
            token.expires_at = now;
        }
        Some(used)
    }

    /// The points of this token that the app still has; also of one that died of its last use.
    pub fn carried(&self, value: &str) -> Vec<String> {
        let Some(token) = self.tokens.iter().find(|token| token.value == value) else {
            return Vec::new();
        };
        let active = self.app(&token.client_id).map(App::active_permissions).unwrap_or_default();
        active.into_iter().filter(|code| token.permissions.contains(code)).collect()
    }

    pub(crate) fn end_all_tokens(&mut self) {
        self.tokens.clear();
        let now = self.now;
        for token in &mut self.sign_in.tokens {
            token.expires_at = token.expires_at.min(now);
        }
    }

    /// True if the token carries the point and the app still has it.
    pub fn token_permits(&self, token: &Token, code: &str) -> bool {
        if self.is_on(Scenario::MissingPermission) {
            return false;
        }
        let still_active =
            self.app(&token.client_id).is_some_and(|app| app.active_permissions().iter().any(|active| active == code));
        still_active && token.permissions.iter().any(|carried| carried == code)
    }
}
