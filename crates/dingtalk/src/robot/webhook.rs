use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use url::{Host as UrlHost, Url};

use crate::{Error, Host, Hosts, WebhookError};

pub(crate) const PATH: &str = "/robot/send";
/// A robot of one edition is reached by the app of the other: a webhook belongs to a group, not to an app.
const PUBLIC_HOSTS: [&str; 2] = ["oapi.dingtalk.com", "oapi.dingtalk.io"];

/// The address of a custom robot. Whoever has its token can post to the group, so it is a secret.
#[derive(Clone)]
pub struct Webhook {
    host: String,
    token: SecretString,
}

impl Webhook {
    /// Reads a webhook as the group's settings show it: `https://oapi.dingtalk.com/robot/send?access_token=…`, or that
    /// of the old host if the hosts are on this machine. A practice webhook never leads to the Internet or back.
    pub fn parse(text: &str, hosts: &Hosts) -> Result<Self, WebhookError> {
        let url = Url::parse(text.trim()).map_err(|_| WebhookError::NotAUrl)?;
        let host = match url.host() {
            Some(host) => named(&host, url.port()),
            None => return Err(WebhookError::NotAUrl),
        };
        if !is_reachable(&host, hosts) {
            return Err(WebhookError::ForeignHost(host));
        }
        if url.scheme() != hosts.scheme() {
            return Err(WebhookError::NotHttps);
        }
        if url.path().trim_end_matches('/') != PATH {
            return Err(WebhookError::WrongPath);
        }
        let token =
            url.query_pairs().find(|(name, _)| name == "access_token").map(|(_, token)| token.trim().to_owned());
        Self::on(host, token.unwrap_or_default())
    }

    /// The webhook with this token on the old host of an edition. For a stored practice webhook, whose port may be
    /// another today.
    pub fn from_token(token: &SecretString, hosts: &Hosts) -> Result<Self, WebhookError> {
        Self::on(hosts.name(Host::Old).to_owned(), token.expose_secret().to_owned())
    }

    /// Where to send it. A webhook read for other hosts than these is refused: practice never reaches the Internet.
    pub(crate) fn origin(&self, hosts: &Hosts) -> Result<String, Error> {
        if !is_reachable(&self.host, hosts) {
            return Err(Error::RequestUnusable { detail: format!("a webhook of {} with other hosts", self.host) });
        }
        Ok(format!("{}://{}", hosts.scheme(), self.host))
    }

    fn on(host: String, token: String) -> Result<Self, WebhookError> {
        if token.is_empty() || token.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(WebhookError::TokenMissing);
        }
        Ok(Self { host, token: token.into() })
    }

    /// E.g. `oapi.dingtalk.com`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// For the key store alone.
    pub fn token(&self) -> &SecretString {
        &self.token
    }
}

pub(super) fn is_reachable(host: &str, hosts: &Hosts) -> bool {
    if hosts.is_loopback() { host == hosts.name(Host::Old) } else { PUBLIC_HOSTS.contains(&host) }
}

pub(super) fn named(host: &UrlHost<&str>, port: Option<u16>) -> String {
    match port {
        Some(port) => format!("{host}:{port}"),
        None => host.to_string(),
    }
}

/// Shows the host; no token.
impl fmt::Debug for Webhook {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Webhook").field("host", &self.host).finish_non_exhaustive()
    }
}
