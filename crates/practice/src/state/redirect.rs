//! Where the sign-in page may send a person back to (重定向URL, 回调域名). Source: dingtalk-api.md §2.1.

use url::{Host, Url};

use super::{App, Effect, Refusal, World};

fn parse(entry: &str) -> Result<Url, Refusal> {
    let address = Url::parse(entry).map_err(|_| Refusal::RedirectMalformed)?;
    let web = ["http", "https"].contains(&address.scheme());
    let plain = address.username().is_empty() && address.password().is_none() && address.fragment().is_none();
    if web && plain && address.host().is_some() { Ok(address) } else { Err(Refusal::RedirectMalformed) }
}

fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// How closely an address must match is not documented. Inferred: scheme, host and path are equal, an entry
/// without a path stands for its whole host, and an entry on loopback without a port stands for any port.
fn holds(entry: &str, wanted: &Url) -> bool {
    let Ok(entry) = parse(entry) else {
        return false;
    };
    let any_port = is_loopback(&entry) && entry.port().is_none();
    let same_place = entry.scheme() == wanted.scheme()
        && entry.host_str() == wanted.host_str()
        && (any_port || entry.port_or_known_default() == wanted.port_or_known_default());
    same_place && (entry.path() == "/" || entry.path() == wanted.path())
}

impl App {
    pub fn may_return_to(&self, redirect_uri: &str) -> bool {
        parse(redirect_uri).is_ok_and(|wanted| self.redirect_addresses.iter().any(|entry| holds(entry, &wanted)))
    }
}

impl World {
    /// Replaces the app's list by what was typed, one address a line or between commas.
    pub fn set_redirect_addresses(&mut self, client_id: &str, typed: &str) -> Result<(), Refusal> {
        let mut addresses: Vec<String> = Vec::new();
        for entry in typed.split(|c: char| c.is_whitespace() || [',', '，'].contains(&c)) {
            if entry.is_empty() || addresses.iter().any(|known| known == entry) {
                continue;
            }
            parse(entry)?;
            addresses.push(entry.to_owned());
        }
        self.app_mut(client_id)?.redirect_addresses.clone_from(&addresses);
        self.record(Effect::RedirectAddressesChanged { client_id: client_id.to_owned(), addresses });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_address_must_be_the_registered_one() {
        let check = |entry: &str, wanted: &str, expected: bool| {
            assert_eq!(holds(entry, &Url::parse(wanted).unwrap()), expected, "{entry} {wanted}");
        };
        check("https://demo.example/back", "https://demo.example/back?x=1", true);
        check("https://demo.example/back", "https://demo.example/other", false);
        check("https://demo.example/back", "http://demo.example/back", false);
        check("https://demo.example", "https://demo.example/any", true);
        check("https://demo.example", "https://demo.example.evil.example/any", false);
        check("https://demo.example:8443/", "https://demo.example/", false);
        check("http://127.0.0.1/back", "http://127.0.0.1:53211/back", true);
        check("http://127.0.0.1:9000/back", "http://127.0.0.1:9001/back", false);
        check("http://localhost/", "http://localhost:1/", true);
    }

    #[test]
    fn only_web_addresses_are_registered() {
        let check = |entry: &str, expected: bool| assert_eq!(parse(entry).is_ok(), expected, "{entry}");
        check("http://localhost:3000/callback", true);
        check("javascript:alert(1)", false);
        check("https://name:word@demo.example/", false);
        check("demo.example/back", false);
        check("https://demo.example/#part", false);
    }
}
