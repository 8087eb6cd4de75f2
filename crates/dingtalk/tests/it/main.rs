//! The client against small servers on loopback: what leaves, what comes back, and every way in which it does not.
#![allow(clippy::unwrap_used)]

mod adaptors;
mod calls;
mod canary;
mod contact;
mod jsapi;
mod message;
mod oauth;
mod robot;
mod server;
mod stream;
mod token;
mod way;
