//! The two gateways: sending, reading, and turning either dialect's refusal into the one error.

mod answer;
mod carriers;
mod classify;
mod evidence;
mod json;
mod kept;
mod new;
mod new_causes;
mod old;
mod old_causes;
mod plain;
mod robot;
mod transport;
mod way;

#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicU32, Ordering};

use reqwest::Method;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) use answer::Answer;
pub(crate) use classify::{classify, refuse_elsewhere};
pub(crate) use evidence::told_pause;
pub(crate) use json::parse as parse_json;
pub use kept::{Asked, read_refusal};
pub use plain::{Fetch, plain_bytes, plain_text};
pub(crate) use transport::Transport;

use crate::{Error, Host, Result, UnreadableReason};

/// Which table of codes an answer is read by: the same code means different things to different calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// A call with a token on the old gateway.
    Old,
    /// `/gettoken`.
    OldToken,
    /// `/robot/send`.
    Robot,
    /// A call with a token on the new gateway.
    New,
    /// `/v1.0/oauth2/accessToken` and the other calls that bring a token and need none.
    NewToken,
    /// `/v1.0/oauth2/{corpId}/token`.
    CorpToken,
}

impl Dialect {
    pub(crate) fn host(self) -> Host {
        match self {
            Self::Old | Self::OldToken | Self::Robot => Host::Old,
            Self::New | Self::NewToken | Self::CorpToken => Host::New,
        }
    }
}

/// One request, as often as it has to be sent.
pub(crate) struct Request {
    pub(crate) dialect: Dialect,
    pub(crate) method: Method,
    /// Begins with `/`; may hold a query.
    pub(crate) path: String,
    pub(crate) query: Vec<(&'static str, String)>,
    /// JSON, byte for byte as it leaves.
    pub(crate) body: Option<String>,
    /// Instead of the dialect's own host: a robot may live on the other edition.
    pub(crate) origin: Option<String>,
    /// How often it has left.
    departures: AtomicU32,
}

impl Request {
    pub(crate) fn new(dialect: Dialect, method: Method, path: impl Into<String>) -> Self {
        Self {
            dialect,
            method,
            path: path.into(),
            query: Vec::new(),
            body: None,
            origin: None,
            departures: AtomicU32::new(0),
        }
    }

    /// Leaves once more; answers which time it is.
    pub(crate) fn departs(&self) -> u32 {
        self.departures.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(crate) fn with_body(mut self, body: String) -> Self {
        self.body = Some(body);
        self
    }

    pub(crate) fn at(mut self, origin: String) -> Self {
        self.origin = Some(origin);
        self
    }

    pub(crate) fn with_query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }
}

/// A typed part of a good answer. What does not fit is an error, never an empty list.
pub(crate) fn read<T: DeserializeOwned>(value: Value, host: &str) -> Result<T> {
    serde_json::from_value(value).map_err(|_| unexpected(host))
}

/// A body with its fields in the order they are declared.
pub(crate) fn to_json(body: &impl Serialize) -> String {
    // Strings, numbers and lists: nothing in them that JSON could not hold.
    serde_json::to_string(body).unwrap_or_default()
}

pub(crate) fn unexpected(host: &str) -> Error {
    unreadable(host, UnreadableReason::UnexpectedShape)
}

pub(crate) fn unreadable(host: &str, reason: UnreadableReason) -> Error {
    Error::Unreadable { host: host.to_owned(), status: 200, reason }
}
