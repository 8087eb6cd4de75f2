//! The real program, against a practice server that is the real program too.
#![allow(clippy::unwrap_used)]

mod doctor;
mod engine;
mod event;
mod glossary;
mod language;
mod listen;
mod practice;
mod program;
mod server;
mod sign;
mod tls;
