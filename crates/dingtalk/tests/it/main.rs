//! The client against small servers on loopback: what leaves, what comes back, and every way in which it does not.
#![allow(clippy::unwrap_used)]

mod calls;
mod canary;
mod message;
mod robot;
mod server;
mod stream;
mod token;
mod way;
