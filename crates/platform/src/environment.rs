//! `HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY` and their like, read as curl reads them; on macOS the system's settings too.

use hyper_util::client::proxy::matcher::Matcher;
use secrecy::SecretString;

use crate::SystemProxy;

/// `None` if nothing there is about this address.
pub fn proxy_for(url: &str) -> Option<SystemProxy> {
    // On Windows its reading of the registry knows neither scripts nor one proxy per scheme; WinHTTP does.
    through(&if cfg!(windows) { Matcher::from_env() } else { Matcher::from_system() }, url)
}

fn through(matcher: &Matcher, url: &str) -> Option<SystemProxy> {
    let proxy = matcher.intercept(&url.parse().ok()?)?;
    let (scheme, authority) = (proxy.uri().scheme_str().unwrap_or("http"), proxy.uri().authority()?);
    let authorization = proxy.basic_auth().and_then(|value| value.to_str().ok()).map(SecretString::from);
    Some(SystemProxy::Through { url: format!("{scheme}://{authority}"), authorization })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use secrecy::ExposeSecret;

    use super::*;

    fn check(matcher: &Matcher, url: &str, expected: Option<(&str, Option<&str>)>) {
        let found = through(matcher, url);
        let told = found.as_ref().map(|found| match found {
            SystemProxy::Direct => panic!("it names a proxy or nothing"),
            SystemProxy::Through { url, authorization } => {
                (url.as_str(), authorization.as_ref().map(ExposeSecret::expose_secret))
            }
        });
        assert_eq!(told, expected, "{url}");
        assert!(!format!("{found:?}").contains("canary") && !format!("{found:?}").contains("Y2FuYXJ5"));
    }

    // F34
    #[test]
    fn the_environments_proxy_is_told_without_its_password() {
        let matcher = Matcher::builder().all("http://mei:canary@proxy.office:8080").no("intranet.office").build();
        let through = Some(("http://proxy.office:8080", Some("Basic bWVpOmNhbmFyeQ==")));
        check(&matcher, "https://api.dingtalk.com/x", through);
        check(&matcher, "https://intranet.office/", None);
        check(&Matcher::builder().build(), "https://api.dingtalk.com/", None);
        let socks = Matcher::builder().all("socks5://proxy.office:1080").build();
        check(&socks, "https://api.dingtalk.com/", Some(("socks5://proxy.office:1080", None)));
        let plain = Matcher::builder().https("proxy.office:3128").build();
        check(&plain, "https://api.dingtalk.com/", Some(("http://proxy.office:3128", None)));
    }
}
