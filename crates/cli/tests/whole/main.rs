//! The real program, against a practice server that is the real program too.
#![allow(clippy::unwrap_used)]

mod check;
mod company;
mod doctor;
mod engine;
mod event;
mod glossary;
mod guides;
mod handover;
mod key;
mod language;
mod listen;
mod message;
mod office;
mod practice;
mod program;
mod server;
mod sign;
mod tls;
mod upkeep;
