//! The five stops: an itinerary, its tasks, and the evidence for each.

mod assemble;
mod evidence;
mod hosts;
mod itinerary;
mod protect;
mod register;
mod relocate;
mod snapshot;
mod stop;

pub(crate) use assemble::{Saved, connection_view};
pub use evidence::*;
pub(crate) use protect::is_public;
pub use relocate::{AsideView, RegionMove};
pub use snapshot::*;
pub use stop::*;
