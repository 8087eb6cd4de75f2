//! Events that DingTalk pushes: the crypto of the HTTP callback, both envelopes read into one [`Event`], and the list of
//! pushes that failed. It is deliberately not a server and remembers nothing but what stops a replay.

mod body;
mod cipher;
mod crypto;
mod failed;
mod replay;
mod signature;

#[cfg(test)]
mod tests;

pub use body::Event;
pub use crypto::{CallbackCrypto, CallbackError, Sealed};
pub use failed::FailedEvents;
pub use replay::{Replay, ReplayGuard};
