//! One JSON object of texts, for the whole machine.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::{Map, Value};

use super::{Entry, Found, Place};

#[cfg(not(windows))]
pub const PATH: &str = "/etc/hoitung/policy.json";

/// No policy of ours comes near; what is larger is something else.
const LARGEST: u64 = 64 * 1024;

pub fn read(path: &Path) -> Found {
    match text(path) {
        Ok(Some(text)) => parsed(&text),
        Ok(None) => Found::default(),
        Err(_) => unreadable(),
    }
}

/// None if there is no such file.
fn text(path: &Path) -> io::Result<Option<String>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let mut text = String::new();
    file.take(LARGEST + 1).read_to_string(&mut text)?;
    Ok(Some(text))
}

fn parsed(text: &str) -> Found {
    let fits = u64::try_from(text.len()).is_ok_and(|length| length <= LARGEST);
    // What Windows' own editor puts before a text is no part of it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match serde_json::from_str::<Map<String, Value>>(text) {
        Ok(values) if fits => {
            let entry = |(name, value): (String, Value)| Entry {
                place: Place::Machine,
                name,
                value: match value {
                    Value::String(text) => Some(text),
                    _ => None,
                },
            };
            Found { entries: values.into_iter().map(entry).collect(), unreadable: Vec::new() }
        }
        Ok(_) | Err(_) => unreadable(),
    }
}

fn unreadable() -> Found {
    Found { entries: Vec::new(), unreadable: vec![Place::Machine] }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(text: &str, expected: Option<&[(&str, Option<&str>)]>) {
        let found = parsed(text);
        let told: Vec<_> = found.entries.iter().map(|entry| (entry.name.as_str(), entry.value.as_deref())).collect();
        match expected {
            Some(expected) => assert_eq!((told.as_slice(), found.unreadable.len()), (expected, 0), "{text}"),
            None => assert_eq!((told.len(), found.unreadable), (0, vec![Place::Machine]), "{text}"),
        }
    }

    #[test]
    fn a_file_is_one_object_and_anything_else_is_told_as_unreadable() {
        check("{}", Some(&[]));
        check(r#"{"Updates": "off", "Proxy": 3}"#, Some(&[("Proxy", None), ("Updates", Some("off"))]));
        check("\u{feff}{\"Updates\": \"off\"}", Some(&[("Updates", Some("off"))]));
        for wrong in ["", "[]", "null", r#"{"Updates": "off""#, r#"{"Updates": "off"} {}"#, "Updates=off"] {
            check(wrong, None);
        }
        check(&format!(r#"{{"Updates": "{}"}}"#, "x".repeat(70_000)), None);
    }

    #[test]
    fn only_a_file_that_is_not_there_is_no_policy() {
        let dir = std::env::temp_dir().join(format!("hoitung-policy-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        assert_eq!(read(&dir.join("policy.json")), Found::default());
        // A folder in its place, and letters that are no text.
        assert_eq!(read(&dir), unreadable());
        std::fs::write(dir.join("policy.json"), [0xff, 0xfe, b'{', 0]).unwrap();
        assert_eq!(read(&dir.join("policy.json")), unreadable());
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
