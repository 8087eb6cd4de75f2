//! What a host shows of itself in the TLS handshake, whether or not it is trusted: who issued its certificate, and so
//! whether somebody on the way opens the encrypted traffic.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};
use rustls_platform_verifier::Verifier;
use tokio::runtime::{Handle, RuntimeFlavor};
use x509_parser::prelude::{FromDer as _, X509Certificate, X509Name};

/// RFC 6962: the promises of public logs to list a certificate. Browsers have refused public certificates without them
/// since 2018, so every public authority puts them in; an office's own authority cannot get any.
const LOG_PROMISES: &str = "1.3.6.1.4.1.11129.2.4.2";
/// Of a name that a stranger wrote.
const LONGEST_NAME: usize = 80;
/// Of hosts remembered; a client talks to four.
const MOST_HOSTS: usize = 32;

/// The certificate that a host, or somebody in its place, showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerCertificate {
    /// Who issued it, by the name a person knows: `CN (O)`, as far as they are there. Written by whoever made it.
    pub issuer: String,
    pub not_before: SystemTime,
    pub not_after: SystemTime,
    /// This machine's own judgement.
    pub trusted: bool,
    /// Whether it carries the public logs' promises.
    pub in_public_log: bool,
}

impl PeerCertificate {
    /// Whether it was made by somebody on the way and not by a public authority. Only of a public host: a server of
    /// one's own has no public certificate either.
    pub fn is_inspection(&self) -> bool {
        !self.in_public_log
    }

    fn read(der: &[u8], trusted: bool) -> Option<Self> {
        let (_, certificate) = X509Certificate::from_der(der).ok()?;
        let logged = certificate.extensions().iter().any(|found| found.oid.to_id_string() == LOG_PROMISES);
        let validity = certificate.validity();
        Some(Self {
            issuer: shown(certificate.issuer()),
            not_before: moment(validity.not_before.timestamp()),
            not_after: moment(validity.not_after.timestamp()),
            trusted,
            in_public_log: logged,
        })
    }
}

fn shown(name: &X509Name<'_>) -> String {
    let common = name.iter_common_name().next().and_then(|part| part.as_str().ok()).map(plain).unwrap_or_default();
    let organisation = name.iter_organization().next().and_then(|part| part.as_str().ok()).map(plain);
    match organisation.filter(|organisation| !organisation.is_empty() && *organisation != common) {
        Some(organisation) if common.is_empty() => organisation,
        Some(organisation) => format!("{common} ({organisation})"),
        None => common,
    }
}

/// One line, not too long, whatever stands there.
fn plain(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_NAME).collect();
    name.trim().to_owned()
}

/// A date out of reach is the nearest that can be told.
fn moment(seconds: i64) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    let epoch = SystemTime::UNIX_EPOCH;
    let reached = if seconds < 0 { epoch.checked_sub(distance) } else { epoch.checked_add(distance) };
    reached.unwrap_or(epoch)
}

/// The last certificate of each host, by its name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Certificates(Arc<Mutex<HashMap<String, PeerCertificate>>>);

impl Certificates {
    /// `host` with or without a port.
    pub(crate) fn of(&self, host: &str) -> Option<PeerCertificate> {
        self.seen().get(bare(host)).cloned()
    }

    fn note(&self, host: &str, der: &[u8], trusted: bool) {
        let Some(certificate) = PeerCertificate::read(der, trusted) else { return };
        let mut seen = self.seen();
        if seen.len() >= MOST_HOSTS && !seen.contains_key(host) {
            seen.clear();
        }
        seen.insert(host.to_owned(), certificate);
    }

    fn seen(&self) -> std::sync::MutexGuard<'_, HashMap<String, PeerCertificate>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// TLS as the operating system judges it, with each certificate noted here.
    pub(crate) fn config(&self) -> Result<ClientConfig, rustls::Error> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let judge = Watching { system: Verifier::new(provider.clone())?, seen: self.clone() };
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(judge))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}

fn bare(host: &str) -> &str {
    let end = host.rfind(':').filter(|at| !host[*at..].contains(']'));
    end.map_or(host, |at| &host[..at]).trim_matches(['[', ']'])
}

/// Windows asks the certificate's maker whether it was revoked, for ten seconds where a firewall shuts that out. Each of
/// the few threads that serve the window would stand still meanwhile: its other work goes to another.
fn has_other_workers() -> bool {
    Handle::try_current().is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::MultiThread)
}

/// The operating system's judgement, unchanged; it is only listened to.
#[derive(Debug)]
struct Watching {
    system: Verifier,
    seen: Certificates,
}

impl ServerCertVerifier for Watching {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let judge = || self.system.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        let verdict = if has_other_workers() { tokio::task::block_in_place(judge) } else { judge() };
        self.seen.note(&server_name.to_str(), end_entity, verdict.is_ok());
        verdict
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.system.verify_tls12_signature(message, certificate, signature)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        self.system.verify_tls13_signature(message, certificate, signature)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.system.supported_verify_schemes()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_host_is_remembered_without_its_port() {
        assert_eq!(bare("api.dingtalk.com"), "api.dingtalk.com");
        assert_eq!(bare("127.0.0.1:443"), "127.0.0.1");
        assert_eq!(bare("[::1]:443"), "::1");
    }

    #[test]
    fn what_is_no_certificate_is_nothing() {
        for der in [b"".as_slice(), b"\x30\x82\xff\xff", &[0x30; 4096]] {
            assert_eq!(PeerCertificate::read(der, false), None);
        }
    }

    #[test]
    fn a_strangers_name_is_one_short_line() {
        assert_eq!(plain(" Harbour\r\nTrading\u{1b}[31m "), "Harbour  Trading [31m");
        assert_eq!(plain(&"香".repeat(500)).chars().count(), LONGEST_NAME);
    }
}
