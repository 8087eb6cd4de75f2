//! Why an event did not arrive, and how it stands, in the reader's words.

use super::parts::Sign;
use super::visit::Visit;
use crate::event::{DeliveryState, Why};

pub fn why(visit: &Visit, why: Why) -> String {
    let said = match why {
        Why::NoConnection => visit.say("practice-why-no-connection"),
        Why::AckLate => visit.say("practice-why-ack-late"),
        Why::SaidLater => visit.say("practice-why-said-later"),
        Why::AckCode(code) => visit.say_with("practice-why-ack-code", &[("code", &code.to_string())]),
        Why::AddressForeign => visit.say("practice-refused-event-address"),
        Why::Keys => visit.say("practice-why-keys"),
        Why::Unreachable => visit.say("practice-why-unreachable"),
        Why::Late => visit.say("practice-why-late"),
        Why::Status(status) => visit.say_with("practice-why-status", &[("status", &status.to_string())]),
        Why::Malformed => visit.say("practice-why-malformed"),
        Why::Signature => visit.say("practice-why-signature"),
        Why::Undecryptable => visit.say("practice-why-undecryptable"),
        Why::Owner => visit.say("practice-why-owner"),
        Why::NotSuccess => visit.say("practice-why-not-success"),
    };
    match why.code() {
        Some(code) => visit.say_with("practice-why-number", &[("why", &said), ("number", &code.to_string())]),
        None => said,
    }
}

pub fn state(state: DeliveryState) -> (Sign, &'static str) {
    match state {
        DeliveryState::Waiting => (Sign::Waits, "practice-delivery-waiting"),
        DeliveryState::Delivered => (Sign::Well, "practice-delivery-delivered"),
        DeliveryState::Failed => (Sign::Waits, "practice-delivery-failed"),
    }
}
