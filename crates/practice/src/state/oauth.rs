//! Signing in with a person's consent: codes and personal tokens. Rules: dingtalk-api.md §2.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Effect, Refusal, World};
use crate::random;
use crate::scenario::Scenario;

/// Validity in seconds of a personal token.
pub const LIFETIME_SECONDS: i64 = 7200;
const CODE_LIFETIME: SignedDuration = SignedDuration::from_mins(5);
const REFRESH_LIFETIME: SignedDuration = SignedDuration::from_hours(30 * 24);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SignIn {
    pub codes: Vec<Code>,
    pub tokens: Vec<PersonToken>,
}

/// Where a code was made: one kind is not taken for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The sign-in page in a browser.
    Browser,
    /// `dd.requestAuthCode` inside DingTalk's client.
    Client,
}

/// Good once, for five minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    pub value: String,
    pub client_id: String,
    pub userid: String,
    pub origin: Origin,
    /// The scope held `corpid`: the exchange tells the organisation.
    pub tells_corp: bool,
    pub expires_at: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonToken {
    pub value: String,
    pub refresh: String,
    pub client_id: String,
    pub userid: String,
    pub unionid: String,
    pub tells_corp: bool,
    pub expires_at: Timestamp,
    pub refresh_expires_at: Timestamp,
    /// What the app had when this was issued.
    pub permissions: Vec<String>,
}

impl SignIn {
    pub(super) fn forget(&mut self, userid: &str) {
        self.codes.retain(|code| code.userid != userid);
        self.tokens.retain(|token| token.userid != userid);
    }
}

impl World {
    /// A code for this person. `scope` is that of the sign-in page.
    pub fn issue_code(
        &mut self,
        client_id: &str,
        userid: &str,
        origin: Origin,
        scope: &str,
    ) -> Result<String, Refusal> {
        self.app(client_id).ok_or(Refusal::NoSuchApp)?;
        self.member(userid).ok_or(Refusal::NoSuchMember)?;
        let now = self.now;
        self.sign_in.codes.retain(|code| code.expires_at > now);
        let value = random::hexadecimal(32);
        self.sign_in.codes.push(Code {
            value: value.clone(),
            client_id: client_id.to_owned(),
            userid: userid.to_owned(),
            origin,
            tells_corp: scope.split(' ').any(|part| part == "corpid"),
            expires_at: now + CODE_LIFETIME,
        });
        self.record(Effect::SignInAgreed { client_id: client_id.to_owned(), userid: userid.to_owned() });
        Ok(value)
    }

    /// Spends the code, if it is this app's, of this kind and still good. A code of the other kind stays good.
    pub fn spend_code(&mut self, value: &str, client_id: &str, origin: Origin) -> Option<Code> {
        let now = self.now;
        let fits = |code: &Code| {
            code.value == value && code.client_id == client_id && code.origin == origin && code.expires_at > now
        };
        let place = self.sign_in.codes.iter().position(fits)?;
        Some(self.sign_in.codes.remove(place))
    }

    /// A new pair of tokens for the person of the code.
    pub fn issue_person_token(&mut self, client_id: &str, userid: &str, tells_corp: bool) -> Option<PersonToken> {
        let permissions = self.app(client_id)?.active_permissions();
        let now = self.now;
        let member = self.staff.iter_mut().find(|member| member.userid == userid)?;
        member.more.signed_in_at = Some(now);
        let token = PersonToken {
            value: random::hexadecimal(32),
            refresh: random::hexadecimal(32),
            client_id: client_id.to_owned(),
            userid: userid.to_owned(),
            unionid: member.unionid.clone(),
            tells_corp,
            expires_at: now + SignedDuration::from_secs(LIFETIME_SECONDS),
            refresh_expires_at: now + REFRESH_LIFETIME,
            permissions,
        };
        self.sign_in.tokens.retain(|old| old.refresh_expires_at > now);
        self.sign_in.tokens.push(token.clone());
        self.record(Effect::UserTokenIssued { client_id: client_id.to_owned(), userid: userid.to_owned() });
        Some(token)
    }

    /// A new pair for an old refresh token, which is spent (inferred).
    pub fn refresh_person_token(&mut self, refresh: &str, client_id: &str) -> Option<PersonToken> {
        let now = self.now;
        let fits = |token: &PersonToken| {
            token.refresh == refresh && token.client_id == client_id && token.refresh_expires_at > now
        };
        let place = self.sign_in.tokens.iter().position(fits)?;
        let old = self.sign_in.tokens.remove(place);
        self.issue_person_token(client_id, &old.userid, old.tells_corp)
    }

    /// The token as it is now; under `expired_token` its first use is its last.
    pub fn use_person_token(&mut self, value: &str) -> Option<PersonToken> {
        let (now, short_lived) = (self.now, self.is_on(Scenario::ExpiredToken));
        let token = self.sign_in.tokens.iter_mut().find(|token| token.value == value)?;
        let used = token.clone();
        if short_lived {
            token.expires_at = token.expires_at.min(now);
        }
        Some(used)
    }

    pub fn person_token(&self, value: &str) -> Option<&PersonToken> {
        self.sign_in.tokens.iter().find(|token| token.value == value)
    }
}
