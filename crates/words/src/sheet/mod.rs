//! Printable pages: one of A4 each.

mod frame;
mod handover;
mod health;
mod permission;
mod recovery;

pub use frame::SheetLanguages;
pub use handover::handover_sheet;
pub use health::health_sheet;
pub use permission::permission_sheet;
pub use recovery::recovery_sheet;
