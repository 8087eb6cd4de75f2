//! Third-party apps, briefly: their two tokens and the signature of the older calls. The client's keys are then the
//! SuiteKey and SuiteSecret, and the suite ticket is what DingTalk pushes about every five hours.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::gateway::{Dialect, Request};
use crate::token::Fetched;
use crate::{Client, Method, Result};

/// A token that each call makes anew: keep it, and ask again before it ends.
#[derive(Debug, Clone)]
pub struct IssuedToken {
    pub access_token: SecretString,
    /// 7,200 s as documented, clamped to 60–7,200 s.
    pub lifetime: Duration,
}

impl Client {
    /// `POST /v1.0/oauth2/corpAccessToken`: the token of an organisation that authorised the app. Errors:
    /// [`crate::Error::is_suite_ticket_refused`], [`crate::Error::is_not_authorised`],
    /// [`crate::Error::is_credentials_refused`]. Source: obtain-the-access-token-of-the-authorized-enterprise-1.
    pub async fn corp_access_token(&self, auth_corp_id: &str, suite_ticket: &SecretString) -> Result<IssuedToken> {
        let body = json!({ "authCorpId": auth_corp_id });
        self.issued("/v1.0/oauth2/corpAccessToken", body, suite_ticket).await
    }

    /// `POST /v1.0/oauth2/suiteAccessToken`: the token of the app itself.
    /// Source: obtains-the-suite-acess-token-of-third-party-enterprise-applications.
    pub async fn suite_access_token(&self, suite_ticket: &SecretString) -> Result<IssuedToken> {
        self.issued("/v1.0/oauth2/suiteAccessToken", json!({}), suite_ticket).await
    }

    async fn issued(&self, path: &str, mut body: Value, suite_ticket: &SecretString) -> Result<IssuedToken> {
        let keys = self.credentials();
        body["suiteKey"] = keys.client_id.as_str().into();
        body["suiteSecret"] = keys.client_secret.expose_secret().into();
        body["suiteTicket"] = suite_ticket.expose_secret().into();
        let request = Request::new(Dialect::NewToken, Method::POST, path).with_body(body.to_string());
        let answer = self.send_hiding(&request, None, &[suite_ticket]).await?;
        let Fetched { token, lifetime } = self.fetched(answer, Dialect::NewToken, ["accessToken", "expireIn"])?;
        Ok(IssuedToken { access_token: token, lifetime })
    }
}

/// The signature of `/service/get_corp_token` and its like, base64, not yet URL-encoded: HMAC-SHA256 of
/// `timestamp + "\n" + suite_ticket` with the SuiteSecret as key. The timestamp is in milliseconds.
/// Source: the-signature-calculation-method-of-the-third-party-access-interface.
pub fn suite_sign(timestamp: i64, suite_ticket: &SecretString, suite_secret: &SecretString) -> String {
    let signed = format!("{timestamp}\n{}", suite_ticket.expose_secret());
    // HMAC takes a key of any length, so this cannot fail.
    let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(suite_secret.expose_secret().as_bytes()) else {
        return String::new();
    };
    hmac.update(signed.as_bytes());
    STANDARD.encode(hmac.finalize().into_bytes())
}
