//! Which calls are repeated, how often, and after which pause.
//!
//! One table of paths ([`Api`]) says what a call does, one table of failures ([`verdict`]) what may follow. Nothing
//! that could act twice is ever repeated alone: a message that may have arrived is its sender's to decide about.

mod api;
mod jitter;
mod paths;
mod policy;
mod verdict;

pub use api::{Api, Kind};
pub(crate) use jitter::Jitter;
pub use policy::RetryPolicy;
