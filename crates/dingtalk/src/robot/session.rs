use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

use super::RobotMessage;
use super::webhook::{is_reachable, named};
use crate::gateway::{Dialect, Request};
use crate::lenient::{as_integer, as_text};
use crate::{Client, Error, Hosts, Method, Result, WebhookError};

const PATH: &str = "/robot/sendBySession";

/// Where a message to the robot can be answered for a while. Source: receive-message. Whoever has it can post to the
/// conversation, so it is a secret.
#[derive(Clone)]
pub struct SessionWebhook {
    host: String,
    session: SecretString,
    expires_at: Option<i64>,
}

impl SessionWebhook {
    /// From a robot message's `sessionWebhook` and `sessionWebhookExpiredTime` (milliseconds since 1970).
    pub fn parse(text: &str, expires_at: Option<i64>, hosts: &Hosts) -> Result<Self, WebhookError> {
        let url = Url::parse(text.trim()).map_err(|_| WebhookError::NotAUrl)?;
        let host = url.host().map(|host| named(&host, url.port())).ok_or(WebhookError::NotAUrl)?;
        if !is_reachable(&host, hosts) {
            return Err(WebhookError::ForeignHost(host));
        }
        if url.scheme() != hosts.scheme() {
            return Err(WebhookError::NotHttps);
        }
        if url.path() != PATH {
            return Err(WebhookError::WrongPath);
        }
        let session = url.query_pairs().find(|(name, _)| name == "session").map(|(_, session)| session.into_owned());
        let session = session.filter(|session| !session.trim().is_empty()).ok_or(WebhookError::TokenMissing)?;
        Ok(Self { host, session: session.into(), expires_at })
    }

    /// From a whole robot message, as a [`crate::Callback`] brings it.
    pub fn of_message(message: &Value, hosts: &Hosts) -> Result<Self, WebhookError> {
        let text = message.get("sessionWebhook").and_then(as_text).ok_or(WebhookError::TokenMissing)?;
        Self::parse(&text, message.get("sessionWebhookExpiredTime").and_then(as_integer), hosts)
    }

    /// Milliseconds since 1970; about 90 minutes after the message.
    pub fn expires_at(&self) -> Option<i64> {
        self.expires_at
    }

    /// `now` in milliseconds since 1970. One whose end was not told counts as good.
    pub fn is_expired(&self, now: i64) -> bool {
        self.expires_at.is_some_and(|end| end <= now)
    }
}

impl Client {
    /// Answers a message to the robot. One request, never repeated; needs no token.
    pub async fn reply_to_session(&self, webhook: &SessionWebhook, message: &RobotMessage) -> Result<()> {
        if !is_reachable(&webhook.host, self.hosts()) {
            let detail = format!("a session webhook of {} with other hosts", webhook.host);
            return Err(Error::RequestUnusable { detail });
        }
        let request = Request::new(Dialect::Robot, Method::POST, PATH)
            .at(format!("{}://{}", self.hosts().scheme(), webhook.host))
            .with_query("session", webhook.session.expose_secret())
            .with_body(message.to_json(None));
        self.send_hiding(&request, None, &[&webhook.session]).await.map(drop)
    }
}

/// Shows the host and the end; no session.
impl fmt::Debug for SessionWebhook {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SessionWebhook")
            .field("host", &self.host)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
