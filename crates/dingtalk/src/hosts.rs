//! Which DingTalk is spoken to: the mainland edition, the international one, or a look-alike on this machine.

use std::net::IpAddr;

use url::Url;

use crate::HostsError;

/// One of the hosts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Host {
    /// `oapi`: HTTP 200 with an `errcode`.
    Old,
    /// `api`: HTTP 4xx with a `code`.
    New,
    /// The sign-in pages.
    Login,
    /// Where Stream mode connects; the gateway names the exact host anew each time. That the international edition's
    /// has this name too is inferred.
    Stream,
}

/// The hosts of one edition, each `scheme://host[:port]` without a trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    old: String,
    new: String,
    login: String,
    stream: String,
    loopback: bool,
}

impl Hosts {
    /// Mainland edition.
    pub fn com() -> Self {
        Self::public("dingtalk.com")
    }

    /// International edition. Credentials of one edition are refused by the other.
    pub fn io() -> Self {
        Self::public("dingtalk.io")
    }

    /// A look-alike on this machine: `http` on a literal loopback address, or `https` on all three, with a certificate that
    /// the operating system trusts like any other. Nothing else.
    /// A name such as `localhost` is refused, as a resolver could send it elsewhere (RFC 8252 § 7.3).
    pub fn custom(old: &str, new: &str, login: &str) -> Result<Self, HostsError> {
        let (old, new, login) = (loopback(old)?, loopback(new)?, loopback(login)?);
        // A look-alike connects streams where it hands out their tickets.
        let hosts = Self { stream: new.clone(), old, new, login, loopback: true };
        let odd = [&hosts.new, &hosts.login].into_iter().find(|host| scheme_of(host) != hosts.scheme());
        odd.map_or(Ok(hosts.clone()), |host| Err(HostsError::NotLoopback { url: host.clone() }))
    }

    fn public(domain: &str) -> Self {
        Self {
            old: format!("https://oapi.{domain}"),
            new: format!("https://api.{domain}"),
            login: format!("https://login.{domain}"),
            stream: format!("https://wss-open-connection.{domain}"),
            loopback: false,
        }
    }

    /// The old gateway, e.g. `https://oapi.dingtalk.com`.
    pub fn old(&self) -> &str {
        &self.old
    }

    /// The new gateway, e.g. `https://api.dingtalk.com`.
    pub fn new_host(&self) -> &str {
        &self.new
    }

    /// The sign-in host, e.g. `https://login.dingtalk.com`.
    pub fn login(&self) -> &str {
        &self.login
    }

    /// The origin of one host.
    pub fn origin(&self, host: Host) -> &str {
        match host {
            Host::Old => &self.old,
            Host::New => &self.new,
            Host::Login => &self.login,
            Host::Stream => &self.stream,
        }
    }

    /// The name, and the port if it is not the usual one, e.g. `oapi.dingtalk.com`.
    pub fn name(&self, host: Host) -> &str {
        name_of(self.origin(host))
    }

    /// `https`, or `http` for a look-alike that speaks it.
    pub(crate) fn scheme(&self) -> &str {
        scheme_of(&self.old)
    }

    /// Whether these are hosts on this machine; then no proxy is ever used.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

/// An origin without its scheme.
pub(crate) fn name_of(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, name)| name)
}

fn scheme_of(origin: &str) -> &str {
    origin.split_once("://").map_or("", |(scheme, _)| scheme)
}

fn loopback(text: &str) -> Result<String, HostsError> {
    let refused = || HostsError::NotLoopback { url: text.to_owned() };
    let url = Url::parse(text).map_err(|_| refused())?;
    let address: IpAddr = match url.host() {
        Some(url::Host::Ipv4(address)) => address.into(),
        Some(url::Host::Ipv6(address)) => address.into(),
        Some(url::Host::Domain(_)) | None => return Err(refused()),
    };
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none();
    if !matches!(url.scheme(), "http" | "https") || !address.is_loopback() || !bare || !anonymous {
        return Err(refused());
    }
    Ok(url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(url: &str, expected: Option<&str>) {
        let hosts = Hosts::custom(url, "http://127.0.0.1:2", "http://127.0.0.1:3");
        assert_eq!(hosts.ok().as_ref().map(Hosts::old), expected, "{url}");
    }

    #[test]
    fn only_a_literal_loopback_address_is_a_custom_host() {
        check("http://127.0.0.1:8080", Some("http://127.0.0.1:8080"));
        check("http://127.0.0.1:8080/", Some("http://127.0.0.1:8080"));
        check("http://127.9.9.9:1", Some("http://127.9.9.9:1"));
        check("http://[::1]:8080", Some("http://[::1]:8080"));
        // The other two of this check are plain.
        check("https://127.0.0.1:8080", None);
        check("http://localhost:8080", None);
        check("http://192.168.1.2:8080", None);
        check("http://oapi.dingtalk.com", None);
        check("http://127.0.0.1.example.com", None);
        check("http://user@127.0.0.1:8080", None);
        check("http://127.0.0.1:8080/path", None);
        check("http://127.0.0.1:8080/?a=b", None);
        check("file:///etc", None);
        check("", None);
    }

    // V §12: the international edition has the same hosts under .io
    #[test]
    fn custom_hosts_are_all_secured_or_all_plain() {
        let secured = Hosts::custom("https://127.0.0.1:1", "https://127.0.0.1:2", "https://[::1]:3").unwrap();
        assert_eq!((secured.scheme(), secured.old()), ("https", "https://127.0.0.1:1"));
        assert!(Hosts::custom("https://127.0.0.1:1", "https://127.0.0.1:2", "http://127.0.0.1:3").is_err());
        assert!(Hosts::custom("https://localhost:1", "https://127.0.0.1:2", "https://127.0.0.1:3").is_err());
    }

    #[test]
    fn each_edition_has_its_own_three_hosts() {
        assert_eq!(Hosts::com().old(), "https://oapi.dingtalk.com");
        assert_eq!(Hosts::com().new_host(), "https://api.dingtalk.com");
        assert_eq!(Hosts::com().login(), "https://login.dingtalk.com");
        assert_eq!(Hosts::io().name(Host::Old), "oapi.dingtalk.io");
        assert!(!Hosts::io().is_loopback());
        assert!(Hosts::custom("http://127.0.0.1:1", "http://127.0.0.1:2", "http://[::1]:3").unwrap().is_loopback());
    }
}
