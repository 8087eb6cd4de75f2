//! The house checks: locales, wording, what may know what, and version floors. Nothing here needs the engine's types:
//! they are read from the sources, so that a check stands when a crate beside it does not compile.
#![cfg(unix)] // The checkout is the same everywhere, and Wine reads it slowly.
#![allow(clippy::unwrap_used)]

mod crates;
mod enums;
mod equal;
mod families;
mod faults;
mod fidelity;
mod floors;
mod generated;
mod glossary;
mod guides;
mod installer;
mod literals;
mod locales;
mod marks;
mod schema;
mod sentences;
mod shell;
mod text;
mod tree;
mod ui;
mod used;
mod vocabulary;
mod wording;
