//! TLS on every listener, with a certificate of this server's own authority, and with the wrong ones that a client
//! must refuse (faults.md F32). The authority is kept in the state folder, so that trusting it once is enough.

mod authority;
mod secured;

use std::path::PathBuf;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::TlsAcceptor;

pub use authority::{Authority, CA_FILE, Issued};
pub use secured::Secured;

/// Which certificate is shown. [`crate::Running::ca_pem`] is the own authority's in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Of the own authority, for 127.0.0.1, `::1` and `localhost`.
    Trusted,
    /// Ended two days ago.
    Expired,
    /// Signed by nobody but itself.
    SelfSigned,
    /// For another name.
    WrongName,
    /// Of an authority that nobody knows.
    UnknownCa,
}

#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("{path}: {error}")]
    File { path: PathBuf, error: std::io::Error },
    #[error(transparent)]
    Certificate(#[from] rcgen::Error),
    #[error(transparent)]
    Config(#[from] rustls::Error),
}

/// Shows what was issued, speaks HTTP/1.1.
pub fn acceptor(issued: &Issued) -> Result<TlsAcceptor, TlsError> {
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(issued.key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![issued.certificate.clone()], key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
