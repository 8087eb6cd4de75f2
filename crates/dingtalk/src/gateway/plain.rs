//! A few letters, or a whole file, from an address that is not DingTalk's, over the same way out as every other request:
//! the same proxy, the same certificates, no key, no cookie, no redirect.

use std::time::Duration;

use tokio::time::timeout;
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
    let (host, status) = (address.host_str().unwrap_or_default().to_owned(), 200);
    let fetch = Fetch { most, silence: options.limits.total };
    let body = plain_bytes(address, options, fetch, |_, _| {}).await?;
    String::from_utf8(body).map_err(|_| Error::CaptivePortal { host, status })
}

/// What a file may cost, beyond the limits of its whole request.
#[derive(Debug, Clone, Copy)]
pub struct Fetch {
    /// Bytes.
    pub most: usize,
    /// Until its first piece, and between one piece and the next.
    pub silence: Duration,
}

/// The same for any bytes. `came` hears how many are there, and of how many if that is known.
///
/// # Errors
/// Those of the way; [`Error::TooLarge`]; [`Error::CaptivePortal`] for any other answer than 200.
pub async fn plain_bytes(
    address: &Url,
    options: &Options,
    fetch: Fetch,
    mut came: impl FnMut(usize, Option<u64>),
) -> Result<Vec<u8>> {
    let Fetch { most, silence } = fetch;
    let host = address.host_str().unwrap_or_default().to_owned();
    let own = is_loopback(address);
    let carriers = Carriers::for_origin(own, own && address.scheme() == "http", options)?;
    let carrier = carriers.to(address, &host).await?;
    let lost = |error: reqwest::Error| {
        let certificate = carriers.certificate(&host);
        let sent = way::Sent { host: &host, proxy: carrier.proxy.as_ref(), certificate, limits: options.limits };
        way::lost(sent, &error.without_url(), &Redactor::default())
    };
    let quiet = || Error::TimedOut { host: host.clone(), after: silence };
    let sent = timeout(silence, carrier.http.get(address.clone()).send()).await;
    let mut response = sent.map_err(|_| quiet())?.map_err(lost)?;
    let status = response.status().as_u16();
    if status != 200 {
        return Err(Error::CaptivePortal { host, status });
    }
    let whole = response.content_length();
    if whole.is_some_and(|length| usize::try_from(length).map_or(true, |length| length > most)) {
        return Err(Error::TooLarge { host, limit: most });
    }
    let mut body = Vec::new();
    loop {
        let chunk = timeout(silence, response.chunk()).await.map_err(|_| quiet())?;
        let Some(chunk) = chunk.map_err(lost)? else { return Ok(body) };
        if body.len() + chunk.len() > most {
            return Err(Error::TooLarge { host, limit: most });
        }
        body.extend_from_slice(&chunk);
        came(body.len(), whole);
    }
}

fn is_loopback(address: &Url) -> bool {
    match address.host() {
        Some(url::Host::Ipv4(ip)) => ip.is_loopback(),
        Some(url::Host::Ipv6(ip)) => ip.is_loopback(),
        Some(url::Host::Domain(_)) | None => false,
    }
}
