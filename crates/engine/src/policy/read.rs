//! From what stands there to rules.

use platform::policy::{Found, Place, location};

use super::view::{PolicyEffect, PolicyFault, PolicyFaultKind, PolicyName, PolicyPlace, PolicyRule};
use super::{Policy, ProxyRule, UpdateRule};
use crate::network::proxy_address;
use crate::setup::RegionChoice;
use crate::update::endpoint;

const NAMES: [(&str, PolicyName); 4] = [
    ("regions", PolicyName::Regions),
    ("proxy", PolicyName::Proxy),
    ("updates", PolicyName::Updates),
    ("practicemode", PolicyName::PracticeMode),
];

/// A longer name or value is told up to here.
const LONGEST_TOLD: usize = 80;

impl Policy {
    pub fn of(found: &Found) -> Self {
        let mut policy = Self::default();
        for (written, name) in NAMES {
            let meant = |entry: &&platform::policy::Entry| entry.name.eq_ignore_ascii_case(written);
            let given = |place: Place| found.entries.iter().filter(meant).find(|entry| entry.place == place);
            // What cannot be read may have held this very rule.
            let unread = |place| found.unreadable.contains(&place);
            for place in [Place::Machine, Place::User] {
                if let Some(entry) = given(place) {
                    let value = entry.value.as_deref().map(str::trim);
                    if !policy.lay_down(name, value, place) {
                        policy.fault(PolicyFaultKind::Malformed, &entry.name, place);
                    }
                    break;
                }
                if unread(place) {
                    policy.lay_down(name, None, place);
                    break;
                }
            }
        }
        for place in &found.unreadable {
            policy.fault(PolicyFaultKind::Unreadable, "", *place);
        }
        let known = |name: &str| NAMES.iter().any(|(written, _)| name.eq_ignore_ascii_case(written));
        for entry in found.entries.iter().filter(|entry| !known(&entry.name)) {
            policy.fault(PolicyFaultKind::Unknown, &entry.name, entry.place);
        }
        policy
    }

    /// False if the value is none that this rule can have; then it is its strictest.
    fn lay_down(&mut self, name: PolicyName, value: Option<&str>, place: Place) -> bool {
        let (effect, detail, understood) = match name {
            PolicyName::Regions => {
                let allowed = value.and_then(regions);
                let understood = allowed.is_some();
                let allowed = allowed.unwrap_or_default();
                self.view.regions.clone_from(&allowed);
                let effect = match allowed.as_slice() {
                    [] => PolicyEffect::RegionNone,
                    [RegionChoice::Com] => PolicyEffect::RegionChina,
                    [RegionChoice::Io] => PolicyEffect::RegionInternational,
                    _ => PolicyEffect::RegionBoth,
                };
                self.regions = Some(allowed);
                (effect, String::new(), understood)
            }
            PolicyName::Proxy => {
                let rule = value.and_then(proxy);
                let understood = rule.is_some();
                let rule = self.proxy.insert(rule.unwrap_or(ProxyRule::Blocked));
                let (effect, detail) = match rule {
                    ProxyRule::System => (PolicyEffect::ProxySystem, ""),
                    ProxyRule::Direct => (PolicyEffect::ProxyDirect, ""),
                    ProxyRule::Address(address) => (PolicyEffect::ProxyAddress, address.as_str()),
                    ProxyRule::Blocked => (PolicyEffect::ProxyBlocked, ""),
                };
                (effect, detail.to_owned(), understood)
            }
            PolicyName::Updates => {
                let rule = value.and_then(updates);
                let understood = rule.is_some();
                let rule = self.updates.insert(rule.unwrap_or(UpdateRule::Off));
                let (effect, detail) = match rule {
                    UpdateRule::Off => (PolicyEffect::UpdatesOff, ""),
                    UpdateRule::From(address) => (PolicyEffect::UpdatesFrom, address.as_str()),
                };
                (effect, detail.to_owned(), understood)
            }
            PolicyName::PracticeMode => {
                let on = value.and_then(on_or_off);
                self.practice_off = on != Some(true);
                self.view.practice_off = self.practice_off;
                let effect = if self.practice_off { PolicyEffect::PracticeOff } else { PolicyEffect::PracticeOn };
                (effect, String::new(), on.is_some())
            }
        };
        self.view.rules.push(PolicyRule { effect, detail, place: of(place) });
        understood
    }

    fn fault(&mut self, kind: PolicyFaultKind, name: &str, place: Place) {
        let name = name.chars().take(LONGEST_TOLD).collect();
        self.view.faults.push(PolicyFault { kind, name, location: location(place).to_owned() });
    }
}

fn of(place: Place) -> PolicyPlace {
    match place {
        Place::Machine => PolicyPlace::Machine,
        Place::User => PolicyPlace::User,
    }
}

/// `china`, `international`, or both with a comma between.
fn regions(value: &str) -> Option<Vec<RegionChoice>> {
    let named: Vec<String> = value.split(',').map(|name| name.trim().to_ascii_lowercase()).collect();
    let known = named.iter().all(|name| matches!(name.as_str(), "china" | "international"));
    let has = |wanted: &str| named.iter().any(|name| name == wanted);
    let allowed = [("china", RegionChoice::Com), ("international", RegionChoice::Io)];
    known.then(|| allowed.into_iter().filter(|(name, _)| has(name)).map(|(_, region)| region).collect())
}

fn proxy(value: &str) -> Option<ProxyRule> {
    match value.to_ascii_lowercase().as_str() {
        "system" => Some(ProxyRule::System),
        "none" => Some(ProxyRule::Direct),
        _ => proxy_address(value).ok().map(ProxyRule::Address),
    }
}

fn updates(value: &str) -> Option<UpdateRule> {
    if value.eq_ignore_ascii_case("off") { Some(UpdateRule::Off) } else { endpoint(value).map(UpdateRule::From) }
}

fn on_or_off(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "on" => Some(true),
        "off" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use platform::policy::Entry;

    use super::*;
    use crate::connection::Region;
    use crate::problem::ProblemCode;

    fn entry(place: Place, name: &str, value: &str) -> Entry {
        Entry { place, name: name.to_owned(), value: Some(value.to_owned()) }
    }

    fn on_machine(name: &str, value: &str) -> Policy {
        Policy::of(&Found { entries: vec![entry(Place::Machine, name, value)], unreadable: Vec::new() })
    }

    /// One rule, and whether its value was understood.
    fn check(name: &str, value: &str, effect: PolicyEffect, detail: &str, faults: usize) {
        let policy = on_machine(name, value);
        let rule = PolicyRule { effect, detail: detail.to_owned(), place: PolicyPlace::Machine };
        assert_eq!(policy.view().rules, [rule], "{name} {value:?}");
        assert_eq!(policy.view().faults.len(), faults, "{name} {value:?}");
    }

    #[test]
    fn each_rule_has_its_values_and_is_its_strictest_for_any_other() {
        use PolicyEffect as E;
        check("Regions", "china", E::RegionChina, "", 0);
        check("regions", " International ", E::RegionInternational, "", 0);
        check("Regions", "international, china", E::RegionBoth, "", 0);
        check("Proxy", "system", E::ProxySystem, "", 0);
        check("Proxy", "none", E::ProxyDirect, "", 0);
        check("Proxy", "http://Proxy.Office:8080", E::ProxyAddress, "proxy.office:8080", 0);
        check("Updates", "OFF", E::UpdatesOff, "", 0);
        let from = "https://updates.office/hoitung.json";
        check("Updates", from, E::UpdatesFrom, from, 0);
        check("PracticeMode", "off", E::PracticeOff, "", 0);
        check("PRACTICEMODE", "on", E::PracticeOn, "", 0);
        for wrong in ["", "com", "china;international", "china,"] {
            check("Regions", wrong, E::RegionNone, "", 1);
        }
        for wrong in ["", "proxy.office", "socks5://proxy.office:1080", "http://mei:canary@proxy.office:8080"] {
            check("Proxy", wrong, E::ProxyBlocked, "", 1);
        }
        for wrong in ["", "on", "http://updates.office/", "ftp://updates.office/", "updates.office"] {
            check("Updates", wrong, E::UpdatesOff, "", 1);
        }
        for wrong in ["", "0", "no"] {
            check("PracticeMode", wrong, E::PracticeOff, "", 1);
        }
    }

    #[test]
    fn the_machine_goes_before_the_person_rule_by_rule() {
        let entries = vec![
            entry(Place::User, "Updates", "https://elsewhere.example/u.json"),
            entry(Place::User, "PracticeMode", "off"),
            entry(Place::Machine, "Updates", "off"),
        ];
        let policy = Policy::of(&Found { entries, unreadable: Vec::new() });
        assert_eq!(policy.updates(), Some(&UpdateRule::Off));
        let told: Vec<_> = policy.view().rules.iter().map(|rule| (rule.effect, rule.place)).collect();
        let expected =
            [(PolicyEffect::UpdatesOff, PolicyPlace::Machine), (PolicyEffect::PracticeOff, PolicyPlace::User)];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_cannot_be_read_is_its_strictest_and_told_once() {
        let found = Found { entries: vec![entry(Place::User, "PracticeMode", "on")], unreadable: vec![Place::Machine] };
        let policy = Policy::of(&found);
        assert_eq!(policy.allow(Region::Practice).unwrap_err().code, ProblemCode::PracticeForbidden);
        assert_eq!(policy.allow(Region::Com).unwrap_err().args["allowed"], "none");
        assert_eq!(policy.proxy(), Some(&ProxyRule::Blocked));
        assert_eq!(policy.updates(), Some(&UpdateRule::Off));
        let kinds: Vec<_> = policy.view().faults.iter().map(|fault| fault.kind).collect();
        assert_eq!(kinds, [PolicyFaultKind::Unreadable]);
    }

    #[test]
    fn a_person_whose_part_cannot_be_read_still_has_the_machines() {
        let found = Found { entries: vec![entry(Place::Machine, "Proxy", "none")], unreadable: vec![Place::User] };
        let policy = Policy::of(&found);
        assert_eq!(policy.proxy(), Some(&ProxyRule::Direct));
        assert_eq!(policy.updates(), Some(&UpdateRule::Off));
    }

    #[test]
    fn an_unknown_name_changes_nothing_and_is_told() {
        let policy = on_machine(&"Telemetry".repeat(50), "on");
        let fault = &policy.view().faults[0];
        assert_eq!((fault.kind, fault.name.len()), (PolicyFaultKind::Unknown, LONGEST_TOLD));
        assert!(policy.view().rules.is_empty());
        assert!(policy.allow(Region::Practice).is_ok() && policy.allow(Region::Com).is_ok());
    }

    #[test]
    fn a_company_begins_where_it_may_be() {
        assert_eq!(on_machine("Regions", "international").beginning(Region::Com), Region::Io);
        assert_eq!(on_machine("Regions", "china").beginning(Region::Com), Region::Com);
        assert_eq!(on_machine("Regions", "international").beginning(Region::Practice), Region::Practice);
        assert_eq!(Policy::default().beginning(Region::Com), Region::Com);
    }
}
