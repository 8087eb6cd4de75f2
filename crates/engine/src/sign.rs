//! Signatures that a person checks by hand: what should come out for these values.

use dingtalk::robot_sign;
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
