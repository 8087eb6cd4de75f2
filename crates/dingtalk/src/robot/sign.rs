use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// A robot's signature, base64, not yet URL-encoded: HMAC-SHA256 of `timestamp + "\n" + secret` with the secret as key.
/// Source: customize-robot-security-settings. The timestamp is in milliseconds.
pub fn robot_sign(timestamp: i64, secret: &SecretString) -> String {
    let secret = secret.expose_secret();
    let signed = format!("{timestamp}\n{secret}");
    // HMAC takes a key of any length, so this cannot fail.
    let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else { return String::new() };
    hmac.update(signed.as_bytes());
    STANDARD.encode(hmac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(secret: &str, expected: &str, expected_in_url: &str) {
        let sign = robot_sign(1_577_262_236_757, &SecretString::from(secret));
        assert_eq!(sign, expected);
        let in_url: String = url::form_urlencoded::byte_serialize(sign.as_bytes()).collect();
        assert_eq!(in_url, expected_in_url);
    }

    /// dingtalk-api.md § 14.
    #[test]
    fn a_signature_is_the_published_one() {
        check(
            "this is a secret",
            "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA=",
            "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA%3D",
        );
        check(
            "this is secret",
            "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=",
            "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D",
        );
    }
}
