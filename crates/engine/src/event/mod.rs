//! What DingTalk tells by itself: opening and sealing the pushes of an HTTP callback, to see why one does not work.

mod callback;

pub use callback::{CallbackKeys, Push, open, seal};
