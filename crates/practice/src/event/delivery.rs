//! How the telling of one event to one app stands. The last ones are kept in memory, for the console and for tests.

use jiff::Timestamp;
use serde::Serialize;

use super::Event;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    Stream,
    Http,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// On its way, or to be tried again.
    Waiting,
    Delivered,
    /// Given up.
    Failed,
}

/// Why one try was not a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// No stream of the app is connected.
    NoConnection,
    /// No acknowledgement in time.
    AckLate,
    /// `{"status":"LATER"}`.
    SaidLater,
    /// The acknowledgement's own code.
    AckCode(i64),
    /// Not an address of this computer: never called.
    AddressForeign,
    /// Token or key of the subscription are not usable.
    Keys,
    Unreachable,
    /// No answer in 2.5 seconds.
    Late,
    Status(u16),
    /// Not the JSON object that is expected.
    Malformed,
    Signature,
    Undecryptable,
    /// Decrypted, but for another owner.
    Owner,
    /// Decrypted, and it is not `success`.
    NotSuccess,
}

impl Why {
    /// DingTalk's number for it, where one is known. Source: dingtalk-api.md §6.1.
    pub fn code(self) -> Option<u32> {
        match self {
            Self::Malformed | Self::NotSuccess => Some(71_009),
            Self::Unreachable | Self::Late | Self::Status(_) => Some(71_012),
            Self::Owner => Some(900_010),
            Self::NoConnection
            | Self::AckLate
            | Self::SaidLater
            | Self::AckCode(_)
            | Self::AddressForeign
            | Self::Keys
            | Self::Signature
            | Self::Undecryptable => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivery {
    pub client_id: String,
    pub event_id: String,
    pub event_type: String,
    pub way: Way,
    pub state: DeliveryState,
    /// Tries begun.
    pub attempts: u32,
    /// Of the last try that failed.
    pub why: Option<Why>,
    pub born: Timestamp,
}

impl Delivery {
    pub fn new(client_id: &str, event: &Event, way: Way) -> Self {
        Self {
            client_id: client_id.to_owned(),
            event_id: event.id.clone(),
            event_type: event.event_type.clone(),
            way,
            state: DeliveryState::Waiting,
            attempts: 0,
            why: None,
            born: event.born,
        }
    }
}
