//! Doors for the fuzz targets in `/fuzz` to what takes bytes from outside. Behind a feature, and no part of the API.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use secrecy::SecretString;
use serde_json::Value;

use crate::Result;
use crate::gateway::{Answer, Dialect, classify};
use crate::redact::Redactor;

/// One of the gateways' dialects.
#[derive(Debug, Clone, Copy)]
pub enum Gateway {
    Old,
    OldToken,
    Robot,
    New,
    NewToken,
    CorpToken,
}

/// An answer as a hostile server may make it. `secret` took part in the request.
pub struct Envelope<'a> {
    pub gateway: Gateway,
    pub status: u16,
    pub content_type: &'a [u8],
    pub retry_after: &'a [u8],
    pub body: &'a [u8],
    pub secret: &'a str,
}

pub fn read_envelope(envelope: &Envelope<'_>) -> Result<Value> {
    let mut headers = HeaderMap::new();
    for (name, value) in [(CONTENT_TYPE, envelope.content_type), (RETRY_AFTER, envelope.retry_after)] {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            headers.insert(name, value);
        }
    }
    let mut answer = Answer::from_head(envelope.status, &headers, Duration::ZERO);
    answer.body = envelope.body.to_vec();
    let dialect = match envelope.gateway {
        Gateway::Old => Dialect::Old,
        Gateway::OldToken => Dialect::OldToken,
        Gateway::Robot => Dialect::Robot,
        Gateway::New => Dialect::New,
        Gateway::NewToken => Dialect::NewToken,
        Gateway::CorpToken => Dialect::CorpToken,
    };
    let secret = SecretString::from(envelope.secret);
    classify(&answer, dialect, "host", &Redactor::of([&secret]))
}

/// One frame of Stream mode, as text.
pub fn read_frame(text: &str) {
    crate::stream::read_frame(text);
}
