//! Services that tell a caller the address it is seen with. They are other companies': off until somebody chooses it.

use std::net::IpAddr;
use std::time::Duration;

use dingtalk::{Limits, Options, Proxy, plain_text};
use tokio::task::JoinSet;
use url::Url;

use crate::engine::{Engine, locked};

/// One service, and the kind of address that it can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo {
    pub url: String,
    pub v4: bool,
}

/// Three a kind, each run by somebody else. Each answers with the address alone.
const SERVICES: [(&str, bool); 6] = [
    ("https://api.ipify.org/", true),
    ("https://ipv4.icanhazip.com/", true),
    ("https://checkip.amazonaws.com/", true),
    ("https://api6.ipify.org/", false),
    ("https://ipv6.icanhazip.com/", false),
    ("https://v6.ident.me/", false),
];

/// The longest address has 45 letters, and a line's end.
const MOST_BYTES: usize = 64;
/// An answer that tells one address comes at once or is not worth waiting for.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn services() -> Vec<Echo> {
    SERVICES.iter().map(|(url, v4)| Echo { url: (*url).to_owned(), v4: *v4 }).collect()
}

impl Engine {
    /// Other services, for tests: on this computer alone.
    pub fn set_echoes(&self, echoes: Vec<Echo>) {
        let own = echoes.into_iter().filter(|echo| crate::link::is_loopback(&echo.url));
        *locked(&self.shared.surroundings.echoes) = own.collect();
    }

    /// What most of the services tell: an address of each kind, or none.
    pub(super) async fn echoed(&self) -> Vec<IpAddr> {
        let echoes = locked(&self.shared.surroundings.echoes).clone();
        let mut asking = JoinSet::new();
        for echo in echoes {
            let options = Options {
                limits: Limits { total: PATIENCE, connect: PATIENCE, body: MOST_BYTES },
                proxy: Proxy::Resolved(self.shared.resolver.clone()),
                ..Options::default()
            };
            asking.spawn(async move { (echo.v4, ask(&echo.url, &options).await) });
        }
        let (mut v4, mut v6) = (Vec::new(), Vec::new());
        while let Some(told) = asking.join_next().await {
            match told {
                Ok((true, Some(ip))) if ip.is_ipv4() => v4.push(ip),
                Ok((false, Some(ip))) if ip.is_ipv6() => v6.push(ip),
                Ok(_) | Err(_) => {}
            }
        }
        [majority(&v4), majority(&v6)].into_iter().flatten().collect()
    }
}

async fn ask(address: &str, options: &Options) -> Option<IpAddr> {
    let url = Url::parse(address).ok()?;
    read(&plain_text(&url, options, MOST_BYTES).await.ok()?)
}

/// An address of the Internet and nothing else, but for the line's end.
fn read(answer: &str) -> Option<IpAddr> {
    let text = answer.strip_suffix('\n').unwrap_or(answer);
    let text = text.strip_suffix('\r').unwrap_or(text);
    let ip: IpAddr = text.parse().ok()?;
    crate::setup::is_public(ip).then_some(ip)
}

/// Two of three say the same: one that lies, or stands elsewhere, is outvoted.
fn majority(told: &[IpAddr]) -> Option<IpAddr> {
    let votes = |ip: &IpAddr| told.iter().filter(|other| *other == ip).count();
    told.iter().find(|ip| votes(ip) >= 2).copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_answer_is_an_address_of_the_internet_and_nothing_else() {
        let good = |text: &str| read(text).map(|ip| ip.to_string());
        assert_eq!(good("203.0.113.10").as_deref(), Some("203.0.113.10"));
        assert_eq!(good("203.0.113.10\n").as_deref(), Some("203.0.113.10"));
        assert_eq!(good("2001:db8::1\r\n").as_deref(), Some("2001:db8::1"));
        for wrong in [
            "",
            " 203.0.113.10",
            "203.0.113.10\n\n",
            "203.0.113.10, 10.0.0.1",
            "192.168.1.10",
            "0.0.0.0",
            "<html>",
            "203.0.113.010",
            "203.0.113.10; DROP",
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn most_of_three_decide() {
        let of = |told: &[&str]| {
            let told: Vec<IpAddr> = told.iter().map(|ip| ip.parse().unwrap()).collect();
            majority(&told).map(|ip| ip.to_string())
        };
        assert_eq!(of(&["203.0.113.1", "203.0.113.1", "198.51.100.1"]).as_deref(), Some("203.0.113.1"));
        assert_eq!(of(&["203.0.113.1", "198.51.100.1", "203.0.113.1"]).as_deref(), Some("203.0.113.1"));
        assert_eq!(of(&["203.0.113.1", "203.0.113.2", "203.0.113.3"]), None);
        assert_eq!(of(&["203.0.113.1"]), None, "one alone decides nothing");
    }

    #[test]
    fn every_service_is_asked_over_tls_and_three_stand_for_each_kind() {
        let all = services();
        assert!(all.iter().all(|one| one.url.starts_with("https://")));
        assert_eq!(all.iter().filter(|one| one.v4).count(), 3);
        assert_eq!(all.len(), 6);
    }
}
