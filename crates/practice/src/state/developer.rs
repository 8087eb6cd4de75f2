//! Who may enter the developer console.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Effect, Refusal, World};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Developer {
    pub name: String,
    pub email: String,
    pub registered_at: Timestamp,
}

impl World {
    /// Registers the developer, or replaces name and e-mail of the registered one.
    pub fn register_developer(&mut self, name: &str, email: &str) -> Result<(), Refusal> {
        let (name, email) = (name.trim(), email.trim());
        if name.is_empty() {
            return Err(Refusal::NameEmpty);
        }
        let well_formed = email
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.') && !host.contains('@'));
        if !well_formed || email.contains(char::is_whitespace) {
            return Err(Refusal::EmailMalformed);
        }
        self.developer = Some(Developer { name: name.to_owned(), email: email.to_owned(), registered_at: self.now });
        self.record(Effect::DeveloperRegistered { name: name.to_owned() });
        Ok(())
    }
}
