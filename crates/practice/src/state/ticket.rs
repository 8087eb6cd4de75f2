//! JSAPI tickets, and whether a page signed with one. Rules: dingtalk-api.md §7.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::World;
use crate::random;

const LIFETIME: SignedDuration = SignedDuration::from_hours(2);
/// From its making, however often it is extended.
const LONGEST_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// One of an app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    pub value: String,
    pub client_id: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

/// What a page signed with. The present sample uses SHA-256, the older ones SHA-1; both are taken (inferred).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Hash {
    Sha1,
    Sha256,
}

/// As `dd.config` gets it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Signed {
    pub nonce_str: String,
    pub time_stamp: String,
    pub url: String,
    pub signature: String,
}

impl World {
    /// The app's ticket and the seconds it still has: the same one inside its validity, extended.
    pub fn jsapi_ticket(&mut self, client_id: &str) -> (String, i64) {
        let now = self.now;
        self.jsapi_tickets.retain(|ticket| ticket.expires_at > now);
        let place = self.jsapi_tickets.iter().position(|ticket| ticket.client_id == client_id);
        let place = place.unwrap_or_else(|| {
            self.jsapi_tickets.push(Ticket {
                value: random::url_safe(86),
                client_id: client_id.to_owned(),
                created_at: now,
                expires_at: now,
            });
            self.jsapi_tickets.len() - 1
        });
        let ticket = &mut self.jsapi_tickets[place];
        ticket.expires_at = (now + LIFETIME).min(ticket.created_at + LONGEST_LIFE);
        (ticket.value.clone(), ticket.expires_at.duration_since(now).as_secs())
    }

    /// The app whose live ticket made this signature, and with which hash.
    pub fn jsapi_signer(&self, signed: &Signed) -> Option<(&str, Hash)> {
        let mut live = self.jsapi_tickets.iter().filter(|ticket| ticket.expires_at > self.now);
        live.find_map(|ticket| Some((ticket.client_id.as_str(), signing_hash(&ticket.value, signed)?)))
    }
}

fn signing_hash(ticket: &str, signed: &Signed) -> Option<Hash> {
    let Signed { nonce_str, time_stamp, url, signature } = signed;
    let signature = signature.to_lowercase();
    cleaned(url).into_iter().find_map(|url| {
        let text = format!("jsapi_ticket={ticket}&noncestr={nonce_str}&timestamp={time_stamp}&url={url}");
        if random::as_hexadecimal(&Sha1::digest(text.as_bytes())) == signature {
            return Some(Hash::Sha1);
        }
        (random::as_hexadecimal(&Sha256::digest(text.as_bytes())) == signature).then_some(Hash::Sha256)
    })
}

/// Without its `#…`, the query part URL-decoded. Whether a `+` becomes a space is not documented: once so, once not.
fn cleaned(url: &str) -> [String; 2] {
    let url = url.split('#').next().unwrap_or_default();
    let Some((page, query)) = url.split_once('?') else {
        return [url.to_owned(), url.to_owned()];
    };
    [query.to_owned(), query.replace('+', " ")].map(|query| format!("{page}?{}", decoded(&query)))
}

/// Percent signs undone.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|pair| std::str::from_utf8(pair).ok());
        if let Some(byte) = code.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TICKET: &str = "zHoQdGJuH0ZDebwo7sLqLzHGUueLmkWCC4RycYgkuvDu3eoROgN5qhwnQLgfzwEXtuR9SDzh6BdhyVngzAjrxV";

    // V §14: the JSAPI vector of the official demo signs with SHA-1 as 810e6657…
    #[test]
    fn both_published_signatures_are_recognised() {
        let check = |url: &str, signature: &str, expected: Option<Hash>| {
            let signed = Signed {
                nonce_str: "abcdefgh".to_owned(),
                time_stamp: "1437027269927".to_owned(),
                url: url.to_owned(),
                signature: signature.to_owned(),
            };
            assert_eq!(signing_hash(TICKET, &signed), expected, "{url} {signature}");
        };
        let page = "http://10.62.53.138:3000/jsapi";
        let (sha1, sha256) = (
            "810e6657e9f411e6491b3e97dfaf7660e89eb874",
            "f83d09ae579893dd206f49752d49c64ed5b1d495a2d769e9f63ba4d1909f90ed",
        );
        check(page, sha1, Some(Hash::Sha1));
        check(&format!("{page}#part"), sha1, Some(Hash::Sha1));
        check(page, sha256, Some(Hash::Sha256));
        check("http://10.62.53.138:3000/other", sha1, None);
    }

    #[test]
    fn a_query_is_decoded_before_it_is_signed() {
        let check = |url: &str, expected: [&str; 2]| assert_eq!(cleaned(url), expected);
        check("http://a/b%20c?x=%E9%99%B3%2f1#y", ["http://a/b%20c?x=陳/1"; 2]);
        check("http://a/?x=100%", ["http://a/?x=100%"; 2]);
        check("http://a/b+c?x=1+2%2B3", ["http://a/b+c?x=1+2+3", "http://a/b+c?x=1 2+3"]);
    }
}
