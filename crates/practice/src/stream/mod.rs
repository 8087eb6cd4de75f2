//! Stream mode: a WebSocket that the app opens, over which events and robot messages come to it.
//! Source: dingtalk-api.md §6.3. What the messages hold is not here: see `event`.

pub(crate) mod admin;
pub mod connection;
pub mod delivery;
pub mod fault;
pub mod frame;
pub mod hub;
pub mod ticket;
pub mod upgrade;

use jiff::SignedDuration;
use serde::Serialize;

pub use hub::Hub;

/// Path of the WebSocket.
pub const CONNECT: &str = "/connect";

/// How long things take, by the server's clock. Changed ones hold for connections that come after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Timers {
    /// Life of a ticket: 90 s. Source: dingtalk-api.md §6.3.
    pub ticket_seconds: u32,
    /// Between two pings of the server. Inferred.
    pub ping_seconds: u32,
    /// Of a connection. `None`: by chance between one and three hours, as seen in the field.
    pub lifetime_seconds: Option<u32>,
    /// Until an event without acknowledgement counts as not delivered: 3 s.
    pub ack_seconds: u32,
    /// CONNECTED, REGISTERED and KEEPALIVE, which only one client knows of, are sent too.
    pub announces: bool,
}

impl Default for Timers {
    fn default() -> Self {
        Self { ticket_seconds: 90, ping_seconds: 60, lifetime_seconds: None, ack_seconds: 3, announces: false }
    }
}

/// From an attempt to the next one, as for HTTP pushes; for a stream inferred.
pub const RETRIES: [SignedDuration; 2] = [SignedDuration::from_secs(10), SignedDuration::from_secs(30)];

pub fn seconds(count: u32) -> SignedDuration {
    SignedDuration::from_secs(i64::from(count))
}
