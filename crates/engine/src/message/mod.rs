//! The first message: exactly what was approved, to a group through its robot or to one colleague, and what became of it.

mod command;
mod draft;
mod note;
mod secret;
mod sent;
mod trial;
mod view;

pub use draft::MessageDraft;
pub(crate) use secret::looks_like;
pub(crate) use sent::{Outgoing, Repeat};
pub use view::{Fate, MessageKind, MessagePreview, Receipt, SentView, SentWay};

/// Bytes of the whole JSON. The figure is ours: DingTalk's page for group robots names none.
pub(crate) const LIMIT: usize = 20_000;
/// Letters of `msgUuid`.
const NUMBER: usize = 32;
/// Bytes of `msg`. Source: asynchronous-sending-of-enterprise-session-messages.
pub(crate) const NOTICE_LIMIT: usize = 2_048;
