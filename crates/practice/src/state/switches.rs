//! Scenarios, and the address that calls pretend to come from.

use std::net::Ipv4Addr;

use super::{Effect, Refusal, World};
use crate::scenario::Scenario;

/// Where calls come from while `ip_refused` is on. Documentation range (RFC 5737).
pub const MOVED_ADDRESS: &str = "198.51.100.77";
const MOVED_ADDRESS_ELSE: &str = "198.51.100.78";

impl World {
    pub fn is_on(&self, scenario: Scenario) -> bool {
        self.scenarios.contains(&scenario)
    }

    pub fn switch_on(&mut self, scenario: Scenario) {
        if !self.scenarios.insert(scenario) {
            return;
        }
        match scenario {
            Scenario::WrongKey | Scenario::ExpiredToken => self.end_all_tokens(),
            Scenario::MissingPermission
            | Scenario::IpRefused
            | Scenario::Throttled
            | Scenario::Unreachable
            | Scenario::Slow
            | Scenario::ClockOffset => {}
        }
        self.record(Effect::ScenarioSwitched { name: scenario.name().to_owned(), on: true });
    }

    pub fn switch_off(&mut self, scenario: Scenario) {
        if self.scenarios.remove(&scenario) {
            self.record(Effect::ScenarioSwitched { name: scenario.name().to_owned(), on: false });
        }
    }

    /// The address DingTalk sees at this moment.
    pub fn seen_address(&self) -> &str {
        if !self.is_on(Scenario::IpRefused) {
            return &self.public_address;
        }
        if self.public_address == MOVED_ADDRESS { MOVED_ADDRESS_ELSE } else { MOVED_ADDRESS }
    }

    /// Any IPv4 address.
    pub fn set_public_address(&mut self, address: &str) -> Result<(), Refusal> {
        let address: Ipv4Addr = address.trim().parse().map_err(|_| Refusal::AddressMalformed)?;
        self.public_address = address.to_string();
        self.record(Effect::PublicAddressChanged { address: address.to_string() });
        Ok(())
    }
}
