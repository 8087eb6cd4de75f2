use tokio::time::Instant;

use crate::Error;

/// Where a stream's connection stands. Instants are of tokio's clock, which does not jump with the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    Connecting,
    /// Pushes arrive.
    Live {
        since: Instant,
    },
    /// The connection or the attempt failed; the next attempt is made then, or sooner if the machine wakes from sleep.
    Waiting {
        until: Instant,
        why: LinkFault,
    },
    Stopped,
}

/// Why there is no connection. No ticket and no secret is in any of these.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkFault {
    /// No ticket was given, or the gateway was not reached. [`Error::is_credentials_refused`] is for people to mend;
    /// asking goes on, once a minute.
    #[error(transparent)]
    Call(#[from] Error),
    /// The ticket is for a host that is not DingTalk's, or not secured; it was not used.
    #[error("the gateway named {host}, which is not a secured host of DingTalk's")]
    ForeignEndpoint { host: String },
    /// The gateway did not take the ticket. What it answers to an expired one is inferred, so the status is all there is.
    #[error("the gateway refused the connection (HTTP {status})")]
    Refused { status: u16 },
    /// Something answered that does not speak WebSocket.
    #[error("the gateway's answer to the handshake is wrong")]
    HandshakeWrong,
    /// Two pings in a row went unanswered, or something could not be written for 10 seconds.
    #[error("the connection was silent")]
    Silent,
    #[error("the gateway closed the connection ({})", code.map_or_else(|| "no code".to_owned(), |code| code.to_string()))]
    Closed { code: Option<u16> },
    #[error("the connection broke: {detail}")]
    Broken { detail: String },
    /// More than 1 MB in one push.
    #[error("the gateway sent a frame that is too large")]
    FrameTooLarge,
}
