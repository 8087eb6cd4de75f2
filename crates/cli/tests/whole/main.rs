//! The real program, against a practice server that is the real program too.
#![allow(clippy::unwrap_used)]

mod check;
mod company;
#[cfg(unix)]
mod deploy;
mod doctor;
mod engine;
mod event;
mod glossary;
mod guides;
mod handover;
mod kept;
mod key;
mod language;
mod listen;
mod message;
#[cfg(unix)]
mod mounted;
mod office;
#[cfg(target_os = "linux")]
mod policy;
mod practice;
mod program;
mod purge;
#[cfg(unix)]
mod runner;
mod server;
mod sign;
mod tls;
mod upkeep;
#[cfg(windows)]
mod windows;
