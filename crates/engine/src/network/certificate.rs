//! A certificate as a fact for a person.

use dingtalk::PeerCertificate;
use jiff::Timestamp;

use super::snapshot::CertificateView;
use crate::clock::hong_kong;

/// `own`: a server on this machine, which has no public certificate and nobody on the way.
pub(super) fn view(certificate: &PeerCertificate, own: bool) -> CertificateView {
    CertificateView {
        issuer: certificate.issuer.clone(),
        inspected: !own && certificate.is_inspection(),
        trusted: certificate.trusted,
        valid_from: date(certificate.not_before),
        valid_to: date(certificate.not_after),
    }
}

fn date(at: std::time::SystemTime) -> String {
    let at = Timestamp::try_from(at).unwrap_or(Timestamp::MAX);
    at.to_zoned(hong_kong()).strftime("%Y-%m-%d").to_string()
}
