//! The four keys: how they usually look, what is wrong with what was typed, and finding them in a pasted page.
//! A look is only a warning. The real call decides.

mod clean;
mod command;
mod form;
mod paste;
mod shape;

pub(crate) use clean::{clean, plain};
pub(crate) use command::TOKEN_CALL;
pub(crate) use form::{check, length_note, notes};
use paste::find;
