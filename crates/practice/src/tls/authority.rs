//! The server's own certificate authority and what it issues.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::pki_types::CertificateDer;

use super::{Tls, TlsError};
use crate::state::store::write_whole;

pub const CA_FILE: &str = "ca.pem";
const KEY_FILE: &str = "ca.key";

const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "::1"];

/// A certificate with its key.
pub struct Issued {
    pub certificate: CertificateDer<'static>,
    pub key: KeyPair,
}

pub struct Authority {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
    path: PathBuf,
}

/// Whole days from today, by the computer's clock: clients judge by theirs, not by a virtual one.
fn day(days: i64) -> (i32, u8, u8) {
    let at = Timestamp::now().saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX);
    let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    (i32::from(date.year()), part(date.month()), part(date.day()))
}

fn valid(params: &mut CertificateParams, from: i64, to: i64) {
    let (year, month, day_of_month) = day(from);
    params.not_before = date_time_ymd(year, month, day_of_month);
    let (year, month, day_of_month) = day(to);
    params.not_after = date_time_ymd(year, month, day_of_month);
}

fn authority_params(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.distinguished_name.push(DnType::OrganizationName, "Hoitung practice");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    valid(&mut params, -1, 3_650);
    params
}

fn server_params(names: &[&str], from: i64, to: i64) -> Result<CertificateParams, TlsError> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names)?;
    params.distinguished_name.push(DnType::CommonName, "Hoitung practice");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    valid(&mut params, from, to);
    Ok(params)
}

impl Authority {
    /// The kept one, or a new one that is kept from now on. The key is readable by its owner only.
    pub fn open(dir: &Path) -> Result<Self, TlsError> {
        let (path, key_path) = (dir.join(CA_FILE), dir.join(KEY_FILE));
        let params = authority_params("Hoitung practice CA");
        if let (Some(pem), Some(key)) = (read(&path)?, read(&key_path)?) {
            let key = KeyPair::from_pem(&key)?;
            return Ok(Self { issuer: Issuer::new(params, key), pem, path });
        }
        let key = KeyPair::generate()?;
        let pem = params.self_signed(&key)?.pem();
        keep(&key_path, &key.serialize_pem())?;
        keep(&path, &pem)?;
        Ok(Self { issuer: Issuer::new(params, key), pem, path })
    }

    /// For clients to trust.
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// Where [`Self::pem`] stands as a file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn issue(&self, tls: Tls) -> Result<Issued, TlsError> {
        let key = KeyPair::generate()?;
        let certificate = match tls {
            Tls::Trusted => server_params(&NAMES, -1, 397)?.signed_by(&key, &self.issuer)?,
            Tls::Expired => server_params(&NAMES, -30, -2)?.signed_by(&key, &self.issuer)?,
            Tls::WrongName => server_params(&["dingtalk.example"], -1, 397)?.signed_by(&key, &self.issuer)?,
            Tls::SelfSigned => server_params(&NAMES, -1, 397)?.self_signed(&key)?,
            Tls::UnknownCa => {
                let stranger = Issuer::new(authority_params("Unknown CA"), KeyPair::generate()?);
                server_params(&NAMES, -1, 397)?.signed_by(&key, &stranger)?
            }
        };
        Ok(Issued { certificate: certificate.der().clone(), key })
    }
}

fn read(path: &Path) -> Result<Option<String>, TlsError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(TlsError::File { path: path.to_owned(), error }),
    }
}

fn keep(path: &Path, text: &str) -> Result<(), TlsError> {
    write_whole(path, text.as_bytes()).map_err(|error| TlsError::File { path: path.to_owned(), error })
}
