//! What reqwest says of a request that brought no answer, by cause.

use std::error::Error as StdError;
use std::io;

use rustls::CertificateError;

use crate::redact::Redactor;
use crate::{CertificateFault, Error, Limits, PeerCertificate, ProxyServer};

/// How a request was sent that brought no answer.
pub(crate) struct Sent<'a> {
    pub(crate) host: &'a str,
    pub(crate) proxy: Option<&'a ProxyServer>,
    pub(crate) certificate: Option<PeerCertificate>,
    pub(crate) limits: Limits,
}

pub(crate) fn lost(sent: Sent<'_>, error: &reqwest::Error, redactor: &Redactor<'_>) -> Error {
    let Sent { host, proxy, certificate, limits } = sent;
    let host = host.to_owned();
    let detail = redactor.clean(&innermost(error));
    if let Some(tls) = find::<rustls::Error>(error) {
        return match certificate_fault(tls) {
            Some(fault) => Error::Certificate { host, fault, detail, certificate: certificate.map(Box::new) },
            None if error.is_connect() => Error::SecureConnection { host, detail },
            None => Error::Interrupted { host, detail },
        };
    }
    if let Some(refusal) = proxy_refusal(error) {
        return match refusal {
            ProxyRefusal::Authentication => Error::ProxyAuthentication { host },
            ProxyRefusal::Tunnel => Error::ProxyRefused { host, detail },
            ProxyRefusal::Away => match proxy {
                Some(proxy) => Error::ProxyUnreachable { host, proxy: proxy.name(), detail },
                None => Error::ProxyRefused { host, detail },
            },
        };
    }
    if error.is_builder() {
        return Error::RequestUnusable { detail };
    }
    if error.is_dns() {
        return Error::NameUnknown { host, detail };
    }
    match (error.is_connect(), error.is_timeout()) {
        (true, true) => Error::ConnectTimedOut { host, after: limits.connect },
        (true, false) => Error::Unreachable { host, detail },
        (false, true) => Error::TimedOut { host, after: limits.total },
        (false, false) => Error::Interrupted { host, detail },
    }
}

/// The deepest cause in its own words: the outer ones repeat "error sending request".
pub(crate) fn innermost(error: &reqwest::Error) -> String {
    chain(error).last().map_or_else(|| error.to_string(), ToString::to_string)
}

enum ProxyRefusal {
    Authentication,
    Tunnel,
    /// It was never spoken to.
    Away,
}

/// hyper-util's type for this is not public; its words are.
fn proxy_refusal(error: &reqwest::Error) -> Option<ProxyRefusal> {
    let text = chain(error).map(ToString::to_string).find(|text| text.starts_with("tunnel error"))?;
    Some(if text.contains("authorization required") {
        ProxyRefusal::Authentication
    } else if text.contains("failed to create underlying connection") {
        ProxyRefusal::Away
    } else {
        ProxyRefusal::Tunnel
    })
}

fn certificate_fault(error: &rustls::Error) -> Option<CertificateFault> {
    let rustls::Error::InvalidCertificate(fault) = error else { return None };
    Some(match fault {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => CertificateFault::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => CertificateFault::NotYetValid,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            CertificateFault::WrongName
        }
        CertificateError::UnknownIssuer => CertificateFault::UnknownIssuer,
        // webpki's word for a certificate that signed itself.
        CertificateError::Other(other) if other.to_string().contains("CaUsedAsEndEntity") => {
            CertificateFault::UnknownIssuer
        }
        CertificateError::Revoked => CertificateFault::Revoked,
        _ => CertificateFault::Unnamed,
    })
}

fn find<T: StdError + 'static>(error: &reqwest::Error) -> Option<&T> {
    chain(error).find_map(|cause| cause.downcast_ref())
}

/// The causes, outermost first. An I/O error hides the error it carries from `source`, so it is opened here.
fn chain(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    let first: &(dyn StdError + 'static) = error;
    std::iter::successors(Some(first), |cause| inner(*cause))
}

fn inner<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(carried) => Some(carried),
        None => cause.source(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    // F31
    #[tokio::test]
    async fn a_name_that_cannot_be_looked_up_is_told_from_a_host_that_is_away() {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).build().unwrap();
        // A label of 64 characters is refused by the resolver itself; no question leaves this machine.
        let url = format!("http://{}/", "a".repeat(64));
        let error = http.get(url).send().await.unwrap_err();
        let sent = Sent { host: "host", proxy: None, certificate: None, limits: Limits::default() };
        let error = lost(sent, &error.without_url(), &Redactor::default());
        assert!(matches!(error, Error::NameUnknown { .. }) && error.is_offline(), "{error:?}");
        assert!(!error.may_have_acted());
    }
}
