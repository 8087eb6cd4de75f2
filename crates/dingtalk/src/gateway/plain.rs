//! A few letters from an address that is not DingTalk's, over the same way out as every other request: the same proxy,
//! the same certificates, no key, no cookie, no redirect.

use url::Url;

use super::carriers::Carriers;
use super::way;
use crate::redact::Redactor;
use crate::{Error, Options, Result};

/// The body of a good answer to a bare GET, if it is text of at most `most` bytes.
///
/// # Errors
/// Those of the way; [`Error::TooLarge`]; [`Error::CaptivePortal`] for any other answer than 200.
pub async fn plain_text(address: &Url, options: &Options, most: usize) -> Result<String> {
    let host = address.host_str().unwrap_or_default().to_owned();
    let own = is_loopback(address);
    let carriers = Carriers::for_origin(own, own && address.scheme() == "http", options)?;
    let carrier = carriers.to(address, &host).await?;
    let lost = |error: reqwest::Error| {
        let certificate = carriers.certificate(&host);
        let sent = way::Sent { host: &host, proxy: carrier.proxy.as_ref(), certificate, limits: options.limits };
        way::lost(sent, &error.without_url(), &Redactor::default())
    };
    let mut response = carrier.http.get(address.clone()).send().await.map_err(lost)?;
    let status = response.status().as_u16();
    if status != 200 {
        return Err(Error::CaptivePortal { host, status });
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(lost)? {
        if body.len() + chunk.len() > most {
            return Err(Error::TooLarge { host, limit: most });
        }
        body.extend_from_slice(&chunk);
    }
    String::from_utf8(body).map_err(|_| Error::CaptivePortal { host, status })
}

fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    }
}
