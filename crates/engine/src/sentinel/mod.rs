//! Looks after the public address that calls come from. It is learnt from DingTalk's own refusals, from what somebody
//! typed, and, only where it was chosen, from services that tell a caller its address. A change is told, with the one
//! that was let in before beside it.

mod advice;
mod echo;
mod look;
mod surroundings;
mod view;

pub use echo::Echo;
pub(crate) use surroundings::Surroundings;
pub use view::{AddressChange, AddressSource, AddressView, Advice, AdviceCode, SentinelView};
