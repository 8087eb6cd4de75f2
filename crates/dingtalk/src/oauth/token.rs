use std::time::Duration;

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::AuthCode;
use crate::gateway::{Dialect, Request};
use crate::lenient::as_text;
use crate::token::Fetched;
use crate::{Client, Method, Result};

/// A person's own token: for what that person may do, never for what the app may.
#[derive(Debug, Clone)]
pub struct UserToken {
    pub access_token: SecretString,
    /// Good for 30 days and once; the token that it brings has the next one.
    pub refresh_token: Option<SecretString>,
    /// Of the access token: 7,200 s as documented, clamped to 60–7,200 s.
    pub lifetime: Duration,
    /// The organisation that the person chose; only with [`crate::SignInScope::OpenIdAndCorpId`].
    pub corp_id: Option<String>,
}

impl Client {
    /// `POST /v1.0/oauth2/userAccessToken` with the code of a redirect. Each code is good once: it is never sent again by
    /// itself. Error for a spent or expired one: [`crate::Error::is_code_refused`]. Source: obtain-user-token.
    pub async fn user_token(&self, code: &AuthCode) -> Result<UserToken> {
        let grant = json!({ "grantType": "authorization_code", "code": code.0.expose_secret() });
        self.granted(grant, &code.0).await
    }

    /// The same with a refresh token. A dead one is refused as a dead code is: [`crate::Error::is_code_refused`].
    pub async fn refreshed_user_token(&self, refresh_token: &SecretString) -> Result<UserToken> {
        let grant = json!({ "grantType": "refresh_token", "refreshToken": refresh_token.expose_secret() });
        self.granted(grant, refresh_token).await
    }

    async fn granted(&self, mut grant: Value, secret: &SecretString) -> Result<UserToken> {
        let keys = self.credentials();
        grant["clientId"] = keys.client_id.as_str().into();
        grant["clientSecret"] = keys.client_secret.expose_secret().into();
        let request = Request::new(Dialect::NewToken, Method::POST, "/v1.0/oauth2/userAccessToken");
        let answer = self.send_hiding(&request.with_body(grant.to_string()), None, &[secret]).await?;
        let text = |name| answer.get(name).and_then(as_text);
        let (refresh_token, corp_id) = (text("refreshToken").map(Into::into), text("corpId"));
        let Fetched { token, lifetime } = self.fetched(answer, Dialect::NewToken, ["accessToken", "expireIn"])?;
        Ok(UserToken { access_token: token, refresh_token, lifetime, corp_id })
    }
}
