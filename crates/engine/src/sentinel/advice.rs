//! What an office can do whose address changes, the nearest first.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use super::view::{Advice, AdviceCode};
use crate::permission::Purpose;
use crate::setup::Place;
use crate::store::ConnectionRow;
use crate::store::address::AddressRow;

/// Two addresses are a move; from three on it is a line whose address changes.
const OFTEN: usize = 3;

pub(super) fn advice(row: &ConnectionRow, seen: &[AddressRow], has_changed: bool) -> Vec<Advice> {
    let v4: Vec<Ipv4Addr> = seen.iter().filter_map(|one| one.ip.parse().ok()).collect();
    if !has_changed && v4.len() < OFTEN {
        return Vec::new();
    }
    let mut found = vec![plain(AdviceCode::Fixed)];
    if let Some(range) = range(&v4) {
        let args = BTreeMap::from([("range".to_owned(), range)]);
        found.push(Advice { code: AdviceCode::Range, args });
    }
    if row.place != Some(Place::AwsHongKong) {
        found.push(plain(AdviceCode::Aws));
    }
    if row.purposes.contains(&Purpose::ListenEvents) {
        found.push(plain(AdviceCode::Stream));
    }
    found
}

fn plain(code: AdviceCode) -> Advice {
    Advice { code, args: BTreeMap::new() }
}

/// All from one street of addresses, as DingTalk's list takes it: `203.0.113.*`. A wider one would let in strangers.
fn range(seen: &[Ipv4Addr]) -> Option<String> {
    let [a, b, c, _] = seen.first()?.octets();
    let street = |ip: &Ipv4Addr| ip.octets().starts_with(&[a, b, c]);
    (seen.len() >= OFTEN && seen.iter().all(street)).then(|| format!("{a}.{b}.{c}.*"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_range_is_offered_only_where_every_address_seen_is_of_it() {
        let of = |seen: &[&str]| range(&seen.iter().map(|ip| ip.parse().unwrap()).collect::<Vec<_>>());
        assert_eq!(of(&["203.0.113.1", "203.0.113.200", "203.0.113.7"]).as_deref(), Some("203.0.113.*"));
        assert_eq!(of(&["203.0.113.1", "203.0.113.200"]), None);
        assert_eq!(of(&["203.0.113.1", "203.0.114.1", "203.0.113.7"]), None);
        assert_eq!(of(&[]), None);
    }
}
