//! HTTP push: an encrypted and signed POST to the app's address for each event. Source: dingtalk-api.md §6.1.
//! Only addresses of this computer are ever called.

pub(crate) mod admin;
pub mod crypto;
pub mod delivery;
pub mod failed;
pub mod forgery;
pub mod http;
pub mod letter;
pub mod verify;
