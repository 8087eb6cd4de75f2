use std::net::IpAddr;

use url::{Host, Url};

use super::LinkFault;
use crate::Hosts;

/// DingTalk's own domains, of either edition.
const DOMAINS: [&str; 2] = [".dingtalk.com", ".dingtalk.io"];

/// Where to connect, as the http address of the handshake. Only a secured host of DingTalk's will do, as the ticket opens
/// the organisation's pushes; or one on this machine if the hosts are on this machine, secured if
/// they are.
pub(super) fn checked(endpoint: &str, hosts: &Hosts) -> Result<Url, LinkFault> {
    let mut url = Url::parse(endpoint).map_err(|_| LinkFault::ForeignEndpoint { host: String::new() })?;
    let host = url.host_str().unwrap_or_default().chars().take(253).collect();
    let secured_here = hosts.scheme() == "https";
    let (secured, trusted) = match url.host() {
        Some(Host::Domain(name)) => (true, !hosts.is_loopback() && DOMAINS.iter().any(|domain| name.ends_with(domain))),
        Some(Host::Ipv4(address)) => (secured_here, hosts.is_loopback() && IpAddr::from(address).is_loopback()),
        Some(Host::Ipv6(address)) => (secured_here, hosts.is_loopback() && IpAddr::from(address).is_loopback()),
        None => (true, false),
    };
    let (scheme, carrier) = if secured { ("wss", "https") } else { ("ws", "http") };
    let anonymous = url.username().is_empty() && url.password().is_none();
    if !trusted || !anonymous || url.scheme() != scheme || url.set_scheme(carrier).is_err() {
        return Err(LinkFault::ForeignEndpoint { host });
    }
    url.set_fragment(None);
    Ok(url)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(endpoint: &str, hosts: &Hosts, expected: Option<&str>) {
        assert_eq!(checked(endpoint, hosts).ok().as_ref().map(Url::as_str), expected, "{endpoint}");
    }

    // V §6.3: the endpoint is a wss address under dingtalk.com
    #[test]
    fn a_ticket_goes_to_dingtalk_alone() {
        let com = Hosts::com();
        let here = Hosts::custom("http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3").unwrap();
        let open = "wss://wss-open-connection.dingtalk.com:443/connect";
        check(open, &com, Some("https://wss-open-connection.dingtalk.com/connect"));
        check(
            "wss://wss-open-connection-union.dingtalk.com/connect?a=b",
            &com,
            Some("https://wss-open-connection-union.dingtalk.com/connect?a=b"),
        );
        check(
            "wss://wss-open-connection.dingtalk.io/connect",
            &Hosts::io(),
            Some("https://wss-open-connection.dingtalk.io/connect"),
        );
        check("ws://wss-open-connection.dingtalk.com/connect", &com, None);
        check("https://wss-open-connection.dingtalk.com/connect", &com, None);
        check("wss://evil.example/connect", &com, None);
        check("wss://evildingtalk.com/connect", &com, None);
        check("wss://dingtalk.com.evil.example/connect", &com, None);
        check("wss://a.dingtalk.com@evil.example/connect", &com, None);
        check("wss://me@a.dingtalk.com/connect", &com, None);
        check("ws://127.0.0.1:7/connect", &com, None);
        check("wss://127.0.0.1:7/connect", &com, None);
        check("", &com, None);
        check(open, &here, None);
        check("ws://127.0.0.1:7/connect", &here, Some("http://127.0.0.1:7/connect"));
        check("ws://[::1]:7/connect", &here, Some("http://[::1]:7/connect"));
        check("ws://localhost:7/connect", &here, None);
        check("wss://127.0.0.1:7/connect", &here, None);
        let secured = Hosts::custom("https://127.0.0.1:1", "https://127.0.0.1:2", "https://127.0.0.1:3").unwrap();
        check("wss://127.0.0.1:7/connect", &secured, Some("https://127.0.0.1:7/connect"));
        check("ws://127.0.0.1:7/connect", &secured, None);
        check(open, &secured, None);
        check("ws://10.0.0.1:7/connect", &here, None);
    }
}
