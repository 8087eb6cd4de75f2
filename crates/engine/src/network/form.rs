//! Reading a proxy's address as somebody types it.

use url::Url;

use crate::problem::{Field, Problem, ProblemCode, Result};

/// `proxy.office:8080`, or the same after `http://`. A port is wanted: no two offices have the same, so none is guessed.
/// Names and passwords have fields of their own; here they would be stored.
pub(crate) fn address(text: &str) -> Result<String> {
    let refused = || Problem::new(ProblemCode::ProxyAddressMalformed).at(Field::ProxyAddress);
    let text = text.trim();
    let bare = text.strip_prefix("http://").unwrap_or(text);
    let bare = bare.strip_suffix('/').unwrap_or(bare);
    let port = bare.rsplit_once(':').map(|(_, port)| port).ok_or_else(refused)?;
    let url = Url::parse(&format!("http://{bare}")).map_err(|_| refused())?;
    let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let anonymous = url.username().is_empty() && url.password().is_none() && !bare.contains('@');
    let numbered =
        !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit()) && url.port_or_known_default() != Some(0);
    match url.host_str() {
        Some(host) if plain && anonymous && numbered && !bare.contains("://") => {
            Ok(format!("{host}:{}", url.port_or_known_default().unwrap_or_default()))
        }
        Some(_) | None => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let found = address(text);
        assert_eq!(found.as_deref().ok(), expected, "{text}");
        if let Err(problem) = found {
            assert_eq!(problem.field, Some(Field::ProxyAddress));
            assert!(!format!("{problem:?}").contains("canary"), "{problem:?}");
        }
    }

    #[test]
    fn an_address_is_a_host_and_a_port_and_nothing_more() {
        check("proxy.office:8080", Some("proxy.office:8080"));
        check("  http://Proxy.Office:8080/ ", Some("proxy.office:8080"));
        check("10.1.2.3:3128", Some("10.1.2.3:3128"));
        check("[fd00::1]:3128", Some("[fd00::1]:3128"));
        check("proxy.office:80", Some("proxy.office:80"));
        check("代理.office:8080", Some("xn--mnq481g.office:8080"));
        for wrong in [
            "",
            "proxy.office",
            "proxy.office:",
            "proxy.office:0",
            "proxy.office:65536",
            "proxy.office:http",
            ":8080",
            "https://proxy.office:8080",
            "socks5://proxy.office:1080",
            "mei:canary@proxy.office:8080",
            "http://mei:canary@proxy.office:8080",
            "proxy.office:8080/proxy.pac",
            "proxy office:8080",
            "http://http://a:1",
        ] {
            check(wrong, None);
        }
    }
}
