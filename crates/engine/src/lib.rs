//! Hoitung without a window: every rule of the product. It never chooses a word.

pub mod ask;
pub mod checkup;
pub mod clock;
pub mod connection;
pub mod doctor;
mod email;
mod engine;
pub mod event;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
pub mod guide;
pub mod handover;
mod home;
pub mod keys;
pub mod lease;
mod link;
pub mod log;
pub mod message;
pub mod network;
pub mod note;
mod notice;
pub mod overview;
pub mod permission;
pub mod place;
pub mod policy;
pub mod practice;
pub mod problem;
pub mod purge;
pub mod quota;
mod refusal;
pub mod reminder;
mod replace;
pub mod report;
mod robot;
mod schedule;
pub mod sentinel;
pub mod settings;
pub mod setup;
pub mod sign;
mod store;
pub mod update;
pub mod vault;
pub mod write;

pub use clock::{Clock, SystemClock};
pub use connection::{NewConnection, TokenView};
pub use engine::{Change, Engine, Parts};
pub use home::{Home, Risk};
pub use link::Link;
pub use vault::{KeyStore, MemoryVault, Vault};
