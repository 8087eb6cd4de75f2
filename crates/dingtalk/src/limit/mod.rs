//! Keeps calls within DingTalk's limits, so that none is refused for coming too soon.
//!
//! A sliding log of departures per key: never more than the rate in any window *as the server counts*, which is by
//! arrival, so each call counts for the window and a margin for its way. The first in is the first out. What is
//! refused all the same holds its key back, and teaches how the server counts.
//!
//! It is not a retry policy ([`crate::RetryPolicy`]) and writes nothing down: its [`Log`] is the caller's to keep.

mod book;
mod hold;
mod key;
mod lateness;
mod learn;
mod limiter;
mod line;
mod log;
mod month;
mod permit;
mod rate;

pub use hold::{Held, HoldCause};
pub use key::Key;
pub use limiter::{Limiter, LimiterBuilder};
pub use log::{Departure, Log, LoggedCalls, LoggedHold};
pub use permit::{InFlight, Permit};
pub use rate::{Rate, Rates};
