//! Which way a request leaves this machine: straight out, or through a proxy. One answer for calls and streams alike.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

/// The way to one address, as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Straight out.
    Direct,
    Proxy(ProxyServer),
}

/// Why there is no way at all. Nothing left this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum NoRoute {
    #[error("the proxy's password cannot be had")]
    PasswordUnavailable,
    /// SOCKS, or an address that is none.
    #[error("the proxy is of a kind that is not supported")]
    Unsupported,
    #[error("the system did not tell which proxy to use")]
    Unresolved,
    /// Whoever decides about the network has not said how.
    #[error("no way out is allowed")]
    Forbidden,
}

/// What [`ProxyResolver::route`] answers, some time.
pub type Routing<'a> = Pin<Box<dyn Future<Output = Result<Route, NoRoute>> + Send + 'a>>;

/// Finds the way anew for each request, so that a change of settings needs no new client. Never asked about hosts on
/// this machine.
pub trait ProxyResolver: Send + Sync {
    fn route<'a>(&'a self, url: &'a Url) -> Routing<'a>;
}

/// An http or https proxy, and who signs in there.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyServer {
    origin: Url,
    authorization: Option<HeaderValue>,
}

impl ProxyServer {
    /// E.g. `http://proxy.office:8080`; a name and password before the host are taken out and used to sign in. `None`
    /// for anything else than http and https.
    pub fn parse(text: &SecretString) -> Option<Self> {
        let url = Url::parse(text.expose_secret()).ok()?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return None;
        }
        let origin = Url::parse(&url.origin().ascii_serialization()).ok()?;
        let server = Self { origin, authorization: None };
        if url.username().is_empty() && url.password().is_none() {
            return Some(server);
        }
        let (user, password) = (decoded(url.username())?, decoded(url.password().unwrap_or_default())?);
        Some(server.with_sign_in(&user, &password.into()))
    }

    /// Signs in by Basic, the one method that needs no part of the operating system.
    #[must_use]
    pub fn with_sign_in(self, user: &str, password: &SecretString) -> Self {
        let pair = STANDARD.encode(format!("{user}:{}", password.expose_secret()));
        self.with_authorization(&format!("Basic {pair}").into())
    }

    /// Signs in with the value of a `Proxy-Authorization` header that somebody else made. What fits into no header is
    /// left out, and the proxy will say so.
    #[must_use]
    pub fn with_authorization(mut self, header: &SecretString) -> Self {
        self.authorization = HeaderValue::from_str(header.expose_secret()).ok().map(|mut value| {
            value.set_sensitive(true);
            value
        });
        self
    }

    /// Host and port, e.g. `proxy.office:8080`; never who signs in.
    pub fn name(&self) -> String {
        let host = self.origin.host_str().unwrap_or_default();
        let port = self.origin.port_or_known_default().unwrap_or_default();
        format!("{host}:{port}")
    }

    pub(crate) fn for_http(&self) -> reqwest::Result<reqwest::Proxy> {
        let proxy = reqwest::Proxy::all(self.origin.clone())?;
        Ok(match &self.authorization {
            Some(value) => proxy.custom_http_auth(value.clone()),
            None => proxy,
        })
    }
}

fn decoded(part: &str) -> Option<String> {
    // A form's decoding but for the plus sign, which stands for itself here.
    let pair = format!("x={}", part.replace('+', "%2B"));
    url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, value)| value.into_owned())
}

/// Shows the address; nobody's password.
impl fmt::Debug for ProxyServer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ProxyServer").field("name", &self.name()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(text: &str, expected: Option<(&str, Option<&str>)>) {
        let found = ProxyServer::parse(&text.into());
        let told = found.as_ref().map(|server| {
            (server.name(), server.authorization.as_ref().map(|value| value.to_str().unwrap().to_owned()))
        });
        let expected = expected.map(|(name, header)| (name.to_owned(), header.map(str::to_owned)));
        assert_eq!(told, expected, "{text}");
        assert!(!format!("{found:?}").contains("canary"), "{found:?}");
    }

    #[test]
    fn a_proxys_address_gives_up_who_signs_in_and_never_shows_it() {
        check("http://proxy.office:8080", Some(("proxy.office:8080", None)));
        check("http://proxy.office", Some(("proxy.office:80", None)));
        check("https://proxy.office/path?x=y", Some(("proxy.office:443", None)));
        check("http://[::1]:3128", Some(("[::1]:3128", None)));
        // "mei:canary", and "m+i:c@nary陳".
        check("http://mei:canary@proxy.office:8080", Some(("proxy.office:8080", Some("Basic bWVpOmNhbmFyeQ=="))));
        check(
            "http://m+i:c%40nary%E9%99%B3@proxy.office:8080",
            Some(("proxy.office:8080", Some("Basic bStpOmNAbmFyeemZsw=="))),
        );
        check("socks5://canary@127.0.0.1:1080", None);
        check("proxy.office:8080", None);
        check("", None);
    }
}
