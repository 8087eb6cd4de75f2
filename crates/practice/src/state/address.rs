//! Server egress addresses (服务器出口IP) and the robot's address list.

use std::net::Ipv4Addr;

use super::{Effect, Refusal, World};

/// Does one entry of a list — an address, a CIDR range or `a.b.c.*` — hold the address?
fn holds(entry: &str, address: Ipv4Addr) -> bool {
    match parse(entry) {
        Ok((network, mask)) => u32::from(address) & mask == network & mask,
        Err(_) => false,
    }
}

/// Network and mask of an entry.
fn parse(entry: &str) -> Result<(u32, u32), Refusal> {
    let malformed = Refusal::AddressMalformed;
    if let Some((network, bits)) = entry.split_once('/') {
        let network: Ipv4Addr = network.parse().map_err(|_| malformed)?;
        let bits: u32 = bits.parse().map_err(|_| malformed)?;
        if bits > 32 {
            return Err(malformed);
        }
        let mask = u32::MAX.checked_shl(32 - bits).unwrap_or(0);
        return Ok((network.into(), mask));
    }
    if entry.contains('*') {
        let parts: Vec<&str> = entry.split('.').collect();
        let fixed = parts.iter().take_while(|part| **part != "*").count();
        let stars_to_the_end = parts[fixed..].iter().all(|part| *part == "*");
        if parts.len() != 4 || !stars_to_the_end || fixed == 0 {
            return Err(malformed);
        }
        let network: Ipv4Addr = entry.replace('*', "0").parse().map_err(|_| malformed)?;
        let bits = u32::try_from(fixed * 8).map_err(|_| malformed)?;
        return Ok((network.into(), u32::MAX.checked_shl(32 - bits).unwrap_or(0)));
    }
    let single: Ipv4Addr = entry.parse().map_err(|_| malformed)?;
    Ok((single.into(), u32::MAX))
}

/// True if one entry of the list holds the address. An empty list holds none.
pub fn list_holds(list: &[String], address: &str) -> bool {
    let Ok(address) = address.parse() else {
        return false;
    };
    list.iter().any(|entry| holds(entry, address))
}

/// Splits what was typed at commas (also full-width), semicolons, spaces and line breaks, and checks each.
pub fn parse_list(typed: &str) -> Result<Vec<String>, Refusal> {
    let separators = [',', '，', ';', '；', '、'];
    let mut list: Vec<String> = Vec::new();
    for entry in typed.split(|c: char| c.is_whitespace() || separators.contains(&c)) {
        if entry.is_empty() || list.iter().any(|known| known == entry) {
            continue;
        }
        if entry == "0.0.0.0" {
            return Err(Refusal::AddressBlocksEverything);
        }
        parse(entry)?;
        list.push(entry.to_owned());
    }
    if list.len() > 50 {
        return Err(Refusal::AddressListTooLong);
    }
    Ok(list)
}

impl World {
    /// Replaces the app's list by what was typed; an empty one is allowed and refuses every call.
    pub fn set_allow_list(&mut self, client_id: &str, typed: &str) -> Result<(), Refusal> {
        let addresses = parse_list(typed)?;
        let app = self.app_mut(client_id)?;
        app.allow_list.clone_from(&addresses);
        app.revision += 1;
        self.record(Effect::AllowListChanged { client_id: client_id.to_owned(), addresses });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_holds_what_it_says_and_no_more() {
        let check = |entry: &str, address: [u8; 4], expected: bool| {
            assert_eq!(holds(entry, address.into()), expected, "{entry} {address:?}");
        };
        check("203.0.113.10", [203, 0, 113, 10], true);
        check("203.0.113.10", [203, 0, 113, 11], false);
        check("203.0.113.0/24", [203, 0, 113, 11], true);
        check("203.0.113.0/24", [203, 0, 114, 11], false);
        check("203.0.113.8/32", [203, 0, 113, 9], false);
        check("0.0.0.0/0", [8, 8, 8, 8], true);
        check("203.0.113.*", [203, 0, 113, 254], true);
        check("203.0.*.*", [203, 0, 1, 1], true);
        check("203.*.113.1", [203, 0, 113, 1], false);
        check("203.0.113.10/33", [203, 0, 113, 10], false);
    }

    #[test]
    fn a_typed_list_is_split_and_checked() {
        let check = |typed: &str, expected: Result<&[&str], Refusal>| {
            let expected = expected.map(|list| list.iter().map(|entry| (*entry).to_owned()).collect());
            assert_eq!(parse_list(typed), expected, "{typed}");
        };
        check("", Ok(&[]));
        check("203.0.113.10，198.51.100.7\n203.0.113.10", Ok(&["203.0.113.10", "198.51.100.7"]));
        check("0.0.0.0", Err(Refusal::AddressBlocksEverything));
        check("203.0.113", Err(Refusal::AddressMalformed));
        check("office", Err(Refusal::AddressMalformed));
        check("2001:db8::1", Err(Refusal::AddressMalformed));
    }
}
