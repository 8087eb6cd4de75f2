//! The four keys: how they usually look, what is wrong with what was typed, and finding them in a pasted page.
//! A look is only a warning. The real call decides.

mod change;
mod clean;
mod command;
mod form;
mod paste;
mod replace;
mod settle;
mod shape;

pub use change::OldSecretView;
pub(crate) use change::{KeyChange, OldPhase, old_view};
pub(crate) use clean::{clean, plain};
pub(crate) use command::TOKEN_CALL;
pub(crate) use form::{check, length_note, notes};
use paste::find;
pub(crate) use settle::check_no_old;

/// For the fuzz target.
#[cfg(feature = "fuzzing")]
pub(crate) fn lengths_found(page: &str) -> Vec<usize> {
    use secrecy::ExposeSecret as _;
    let Ok(found) = find(&page.into()) else { return Vec::new() };
    let secret = found.client_secret.map(|secret| secret.expose_secret().chars().count());
    let plain = [found.corp_id, found.client_id, found.agent_id].into_iter().flatten();
    plain.map(|key| key.chars().count()).chain(secret).collect()
}
