//! A DingTalk look-alike on loopback, with its own small developer console and named scenarios.
//!
//! It shares no code with the client; its truth is DingTalk's documents and recorded answers.
//! What no source tells is marked *inferred* where it stands. It is not a simulator of load.

mod admin;
mod clock;
pub mod console;
pub mod event;
mod fault;
mod gateway;
pub mod limit;
mod line;
mod login;
mod ports;
pub mod push;
mod random;
mod running;
pub mod scenario;
mod staging;
mod start;
pub mod state;
pub mod stream;
pub mod tls;
mod visitors;

pub use clock::{Clock, ClockError};
pub use running::{Hosts, ReadyApp, running};
pub use scenario::Scenario;
pub use start::{AppChoice, Options, Running, StartError, start};
pub use stream::Timers;
pub use tls::Tls;
