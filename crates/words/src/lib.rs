//! `locales/` for Rust: turns an id, a Problem, a note or an answer of the engine's into text in the language on now.
//!
//! It chooses words and nothing else: no window, no network, no file outside the program.

#[cfg(feature = "engine")]
mod ask;
mod assets;
#[cfg(feature = "engine")]
mod calendar;
#[cfg(feature = "engine")]
mod checkup;
#[cfg(feature = "engine")]
mod deploy;
#[cfg(feature = "engine")]
mod doctor;
mod glossary;
#[cfg(feature = "engine")]
mod handover;
mod language;
#[cfg(feature = "engine")]
mod network;
#[cfg(feature = "engine")]
mod permission;
#[cfg(feature = "engine")]
mod policy;
#[cfg(feature = "engine")]
mod problem;
#[cfg(feature = "engine")]
mod reminder;
#[cfg(feature = "engine")]
mod sheet;
mod speaker;
#[cfg(feature = "engine")]
mod starter;
#[cfg(feature = "engine")]
mod told;

#[cfg(feature = "engine")]
pub use ask::Letter;
#[cfg(feature = "engine")]
pub use checkup::CheckedCompany;
#[cfg(feature = "engine")]
pub use deploy::{DeployFile, deploy_steps};
pub use glossary::Term;
pub use language::Language;
#[cfg(feature = "engine")]
pub use permission::PointText;
#[cfg(feature = "engine")]
pub use problem::ProblemText;
#[cfg(feature = "engine")]
pub use reminder::NoticeText;
#[cfg(feature = "engine")]
pub use sheet::{SheetLanguages, handover_sheet, health_sheet, permission_sheet, recovery_sheet};
pub use speaker::Speaker;
