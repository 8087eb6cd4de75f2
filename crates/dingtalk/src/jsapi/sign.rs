use secrecy::{ExposeSecret as _, SecretString};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::encode::hexadecimal;

/// What is signed for one page. The page hands `nonce` and `timestamp` to `dd.config` as `nonceStr` and `timeStamp`.
#[derive(Debug, Clone, Copy)]
pub struct JsapiPage<'a> {
    pub ticket: &'a SecretString,
    /// Any text.
    pub nonce: &'a str,
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// `location.href` as it is; [`jsapi_url`] makes of it what is signed.
    pub url: &'a str,
}

/// DingTalk's current sample uses SHA-256, its older demo and older libraries SHA-1. Whether the client still takes
/// both is not known. Source: jsapi-authentication, openapi-demo-java.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsapiHash {
    Sha1,
    Sha256,
}

impl JsapiPage<'_> {
    /// The signature, lower-case hexadecimal.
    pub fn signature(&self, hash: JsapiHash) -> String {
        let signed = self.signed(self.ticket.expose_secret());
        match hash {
            JsapiHash::Sha1 => hexadecimal(&Sha1::digest(signed)),
            JsapiHash::Sha256 => hexadecimal(&Sha256::digest(signed)),
        }
    }

    /// The string that is signed, with the ticket masked: for finding out why a signature does not match.
    pub fn explain(&self) -> String {
        self.signed("[hidden]")
    }

    fn signed(&self, ticket: &str) -> String {
        let Self { nonce, timestamp, url, .. } = self;
        format!("jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={}", jsapi_url(url))
    }
}

/// A page's address as it is signed: without its fragment, and with its query decoded as a form is, `+` to a space.
/// Source: `decodeUrl` of the sample in jsapi-authentication.
pub fn jsapi_url(url: &str) -> String {
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    match url.split_once('?') {
        Some((page, query)) => format!("{page}?{}", decoded(query)),
        None => url.to_owned(),
    }
}

/// What is no escape stays as it is, where DingTalk's sample would fail.
fn decoded(query: &str) -> String {
    let mut bytes = Vec::with_capacity(query.len());
    let mut rest = query.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = || Some((nibble(*after.first()?)? << 4) | nibble(*after.get(1)?)?);
        let (byte, length) = match first {
            b'+' => (b' ', 1),
            b'%' => escaped().map_or((b'%', 1), |byte| (byte, 3)),
            other => (*other, 1),
        };
        bytes.push(byte);
        rest = rest.get(length..).unwrap_or_default();
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn nibble(digit: u8) -> Option<u8> {
    let digit = char::from(digit).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICKET: &str = "zHoQdGJuH0ZDebwo7sLqLzHGUueLmkWCC4RycYgkuvDu3eoROgN5qhwnQLgfzwEXtuR9SDzh6BdhyVngzAjrxV";
    const SHA_1: &str = "810e6657e9f411e6491b3e97dfaf7660e89eb874";
    const SHA_256: &str = "f83d09ae579893dd206f49752d49c64ed5b1d495a2d769e9f63ba4d1909f90ed";

    fn check(url: &str, sha_1: &str, sha_256: &str) {
        let ticket = SecretString::from(TICKET);
        let page = JsapiPage { ticket: &ticket, nonce: "abcdefgh", timestamp: 1_437_027_269_927, url };
        assert_eq!(page.signature(JsapiHash::Sha1), sha_1, "{url}");
        assert_eq!(page.signature(JsapiHash::Sha256), sha_256, "{url}");
    }

    // V §14: the demo's ticket, nonce, timestamp and page have this SHA-1 signature
    #[test]
    fn a_signature_is_the_published_one_whatever_stands_behind_the_hash_sign() {
        check("http://10.62.53.138:3000/jsapi", SHA_1, SHA_256);
        check("http://10.62.53.138:3000/jsapi#/a?b=c", SHA_1, SHA_256);
    }

    // V §7: the string is jsapi_ticket, noncestr, timestamp and url, in this order
    #[test]
    fn what_is_signed_is_shown_without_the_ticket() {
        let ticket = SecretString::from("CANARY-ticket");
        let page = JsapiPage { ticket: &ticket, nonce: "n", timestamp: 7, url: "https://a.example/x?q=%E9%99%B3#y" };
        assert_eq!(page.explain(), "jsapi_ticket=[hidden]&noncestr=n&timestamp=7&url=https://a.example/x?q=陳");
        assert!(!format!("{page:?}").contains("CANARY"));
    }

    fn check_url(url: &str, expected: &str) {
        assert_eq!(jsapi_url(url), expected, "{url}");
    }

    // V §7: the page's address is signed without its fragment and with its query decoded
    #[test]
    fn an_address_loses_its_fragment_and_the_escapes_of_its_query_alone() {
        check_url("https://a.example", "https://a.example");
        check_url("https://a.example/#x", "https://a.example/");
        check_url("https://a.example/%20b?c=%20d%2Fe%3F", "https://a.example/%20b?c= d/e?");
        check_url("https://a.example/?a=b+c&d=%2B", "https://a.example/?a=b c&d=+");
        check_url("https://a.example/?a=%23x#y", "https://a.example/?a=#x");
        check_url("https://a.example/?", "https://a.example/?");
        check_url("https://a.example:80/?a?b", "https://a.example:80/?a?b");
        check_url("https://a.example/?a=%E9%99%B3%e5%a4%a7", "https://a.example/?a=陳大");
        check_url("https://a.example/?a=%zz%2&b=%", "https://a.example/?a=%zz%2&b=%");
        check_url("https://a.example/?a=%ff", "https://a.example/?a=\u{fffd}");
        check_url("", "");
    }

    proptest::proptest! {
        #[test]
        fn a_query_reads_as_a_form_does(value: String) {
            let encoded: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
            assert_eq!(jsapi_url(&format!("https://a.example/?a={encoded}")), format!("https://a.example/?a={value}"));
        }
    }
}
