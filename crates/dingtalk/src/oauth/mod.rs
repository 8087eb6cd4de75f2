//! Signing people in: the page they are sent to, the way back, and what the code they bring is good for.
//!
//! It keeps nothing: which state belongs to which browser, and whose token is whose, is the caller's to hold.

mod authorise;
mod in_client;
mod profile;
mod redirect;
mod token;

use secrecy::SecretString;

pub use authorise::{DedicatedAccount, OrgType, SignIn, SignInScope};
pub use in_client::SignedInUser;
pub use profile::Profile;
pub use redirect::{RedirectError, read_redirect};
pub use token::UserToken;

/// What a person brings back from signing in: good once, for five minutes.
#[derive(Debug, Clone)]
pub struct AuthCode(pub SecretString);
