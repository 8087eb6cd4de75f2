//! The adaptors in virtual time against servers made of a few lines each: hours pass at once, and a seed repeats them.
#![allow(clippy::unwrap_used)]

mod adaptation;
mod holds;
mod properties;
mod restart;
mod run;
mod server;
mod token;
