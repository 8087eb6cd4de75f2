//! Signatures that a person checks by hand: what should come out for these values.

use dingtalk::{JsapiHash, JsapiPage, robot_sign};
use secrecy::SecretString;
use url::form_urlencoded::byte_serialize;

/// A robot's signature, as computed and as it stands in the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RobotSign {
    pub base64: String,
    pub url_encoded: String,
}

/// `timestamp` in milliseconds since 1970.
pub fn robot(timestamp: i64, secret: &SecretString) -> RobotSign {
    let base64 = robot_sign(timestamp, secret);
    let url_encoded = byte_serialize(base64.as_bytes()).collect();
    RobotSign { base64, url_encoded }
}

/// Which hash: DingTalk's newer sample uses SHA-256, its older ones SHA-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageHash {
    Sha1,
    Sha256,
}

/// A page's signature, and what was signed, the ticket hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSign {
    /// Lower-case hexadecimal.
    pub signature: String,
    pub signed: String,
}

/// What `dd.config` wants for a page at this address.
pub fn page(ticket: &SecretString, nonce: &str, timestamp: i64, url: &str, hash: PageHash) -> PageSign {
    let page = JsapiPage { ticket, nonce, timestamp, url };
    let hash = match hash {
        PageHash::Sha1 => JsapiHash::Sha1,
        PageHash::Sha256 => JsapiHash::Sha256,
    };
    PageSign { signature: page.signature(hash), signed: page.explain() }
}
