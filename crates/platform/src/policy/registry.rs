//! The two keys. `Software\Policies` is the same for programs of 32 and of 64 bits.

use windows_registry::{CURRENT_USER, Key, LOCAL_MACHINE, Type};

use super::{Entry, Found, Place};
use crate::registry::found as there;

const KEY: &str = r"Software\Policies\Hoitung";

pub fn read() -> Found {
    let mut found = Found::default();
    for (root, place) in [(LOCAL_MACHINE, Place::Machine), (CURRENT_USER, Place::User)] {
        add(&mut found, root, place);
    }
    found
}

fn add(found: &mut Found, root: &Key, place: Place) {
    let key = match there(root.open(KEY)) {
        Ok(Some(key)) => key,
        Ok(None) => return,
        Err(_) => return found.unreadable.push(place),
    };
    match key.values() {
        Ok(values) => found.entries.extend(values.filter(|(name, _)| !name.is_empty()).map(|(name, value)| {
            let value = if value.ty() == Type::String { String::try_from(value).ok() } else { None };
            Entry { place, name, value }
        })),
        Err(_) => found.unreadable.push(place),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn texts_are_read_and_what_is_no_text_is_told() {
        let beneath = format!(r"Software\Hoitung test {}", std::process::id());
        let root = CURRENT_USER.create(&beneath).unwrap();
        let mut found = Found::default();
        add(&mut found, &root, Place::User);
        assert_eq!(found, Found::default(), "no key is no policy");
        let key = root.create(KEY).unwrap();
        key.set_string("Updates", "off").unwrap();
        key.set_u32("Proxy", 1).unwrap();
        add(&mut found, &root, Place::User);
        CURRENT_USER.remove_tree(&beneath).unwrap();
        found.entries.sort_by(|one, other| one.name.cmp(&other.name));
        let told: Vec<_> = found.entries.iter().map(|entry| (entry.name.as_str(), entry.value.as_deref())).collect();
        assert_eq!(told, [("Proxy", None), ("Updates", Some("off"))]);
        assert!(found.unreadable.is_empty());
    }
}
