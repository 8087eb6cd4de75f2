//! What the console refused, in words and beside the field it belongs to.

use super::parts::Wrong;
use super::visit::Visit;
use crate::state::{ChangeError, Refusal};

/// The field of a refusal that belongs to the whole page.
pub const WHOLE_PAGE: &str = "";

pub fn wrong(visit: &Visit, error: &ChangeError) -> Wrong {
    let (field, id) = match error {
        ChangeError::Refused(refusal) => place(*refusal),
        ChangeError::NotSaved(_) => (WHOLE_PAGE, "practice-refused-not-saved"),
    };
    Wrong { field, words: visit.say(id) }
}

fn place(refusal: Refusal) -> (&'static str, &'static str) {
    match refusal {
        Refusal::NotRegistered => (WHOLE_PAGE, "practice-refused-not-registered"),
        Refusal::NoSuchApp => (WHOLE_PAGE, "practice-refused-no-such-app"),
        Refusal::NameTooShort => ("name", "practice-refused-name-too-short"),
        Refusal::DescriptionTooShort => ("description", "practice-refused-description-too-short"),
        Refusal::NameEmpty => ("name", "practice-refused-name-empty"),
        Refusal::EmailMalformed => ("email", "practice-refused-email"),
        Refusal::NoSuchPoint | Refusal::NotRequested => (WHOLE_PAGE, "practice-refused-no-such-point"),
        Refusal::AddressMalformed => ("addresses", "practice-refused-address"),
        Refusal::AddressBlocksEverything => ("addresses", "practice-refused-address-blocks"),
        Refusal::AddressListTooLong => ("addresses", "practice-refused-address-list"),
        Refusal::RedirectMalformed => ("redirects", "practice-refused-redirect"),
        Refusal::VersionMalformed => ("number", "practice-refused-version-number"),
        Refusal::VersionNotHigher => ("number", "practice-refused-version-not-higher"),
        Refusal::NoSuchVersion | Refusal::VersionNotReady => (WHOLE_PAGE, "practice-refused-version-not-ready"),
        Refusal::NoSuchMember => ("range", "practice-refused-range-empty"),
        Refusal::NoSuchGroup | Refusal::NoSuchRobot => (WHOLE_PAGE, "practice-refused-no-such-robot"),
        Refusal::SecurityEmpty => ("security", "practice-refused-security-empty"),
        Refusal::EventTokenMalformed => ("token", "practice-refused-event-token"),
        Refusal::EventKeyMalformed => ("aes_key", "practice-refused-event-key"),
        Refusal::EventAddressForeign => ("url", "practice-refused-event-address"),
        Refusal::KeywordsMalformed => ("keywords", "practice-refused-keywords"),
    }
}
