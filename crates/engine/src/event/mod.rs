//! What DingTalk tells by itself: listening to it over Stream mode, and opening the pushes of an HTTP callback by hand, to
//! see why one does not work. It is not a receiver of HTTP callbacks.

mod callback;
mod listen;

pub use callback::{CallbackKeys, Push, open, seal};
pub use listen::{EventView, Events, Heard, LinkView, Listening};
