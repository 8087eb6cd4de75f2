//! The first message: exactly what was approved, to a group through its robot.

mod command;
mod trial;

/// Bytes of the whole JSON. The figure is ours: DingTalk's page for group robots names none.
pub(crate) const LIMIT: usize = 20_000;
