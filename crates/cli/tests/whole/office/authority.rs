//! Two authorities made for the test: one in the place of the public ones, and the office's own.

use std::fs;
use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, CustomExtension, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};

/// What public authorities put into every certificate, and an office cannot: the promises of public logs.
const LOG_PROMISES: &[u64] = &[1, 3, 6, 1, 4, 1, 11_129, 2, 4, 2];

pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pub pem: String,
    key_pem: String,
}

/// A certificate with its key.
pub struct Issued {
    pub certificate: rustls::pki_types::CertificateDer<'static>,
    pub key: Vec<u8>,
}

impl Authority {
    pub fn new(name: &str, organisation: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.distinguished_name.push(DnType::OrganizationName, organisation);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages =
            vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign, KeyUsagePurpose::DigitalSignature];
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        let key_pem = key.serialize_pem();
        Self { issuer: Issuer::new(params, key), pem, key_pem }
    }

    /// As a public authority issues: listed in public logs.
    pub fn issue(&self, names: &[&str]) -> Issued {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let mut params = CertificateParams::new(names).unwrap();
        // An empty list of promises, in its two wrappings; nobody here checks the logs.
        params.custom_extensions.push(CustomExtension::from_oid_content(LOG_PROMISES, vec![4, 2, 0, 0]));
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap().der().clone();
        Issued { certificate, key: key.serialize_der() }
    }

    /// The certificate alone, for a private trust store.
    pub fn write(&self, dir: &Path, name: &str) -> PathBuf {
        let path = dir.join(name);
        fs::write(&path, &self.pem).unwrap();
        path
    }

    /// With its key, as an inspecting proxy wants it.
    pub fn write_with_key(&self, dir: &Path, name: &str) -> PathBuf {
        let path = dir.join(name);
        fs::write(&path, format!("{}{}", self.pem, self.key_pem)).unwrap();
        path
    }
}
