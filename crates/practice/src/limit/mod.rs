//! How often programs call, as the server counts it, and what it refuses. Source: dingtalk-api.md §9.

pub mod ban;
pub mod calls;
pub mod settings;
pub mod usage;
pub mod window;

pub use settings::Limits;
pub use usage::Usage;
pub use window::{WindowKind, Windows};
