//! The variants of an enum of the engine's, and the variables that their doc comments promise, read from the source.

use std::collections::BTreeSet;

use crate::tree;

#[derive(Debug, PartialEq, Eq)]
pub struct Variant {
    /// As it travels: kebab-case.
    pub name: String,
    /// From `/// args: a, b (remark). Remark.`
    pub args: BTreeSet<String>,
}

pub fn variants(name: &str) -> Vec<Variant> {
    let opening = format!("pub enum {name} {{");
    // The client has a `Field` of its own.
    for file in tree::rust_sources().into_iter().filter(|file| file.name.starts_with("crates/engine/")) {
        if let Some(at) = file.text.find(&opening) {
            let body = &file.text[at + opening.len()..];
            return read(&body[..body.find("\n}").unwrap()]);
        }
    }
    panic!("no enum {name} in the sources");
}

fn read(body: &str) -> Vec<Variant> {
    let mut found = Vec::new();
    let mut args = BTreeSet::new();
    for line in body.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("///") {
            if let Some(list) = comment.trim().strip_prefix("args:") {
                let list = list.split(['(', '.']).next().unwrap();
                args = list.split(',').map(|name| name.trim().to_owned()).collect();
            }
        } else if line.starts_with(char::is_uppercase) {
            let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
            found.push(Variant { name: kebab(&name), args: std::mem::take(&mut args) });
        }
    }
    found
}

fn kebab(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

#[test]
fn an_enum_is_read_with_its_variables() {
    let body = "\n    // Keys\n    Plain,\n    /// args: length, limit (of it). More.\n    SecretTooLong,\n    #[serde(x)]\n    After,\n";
    let found = read(body);
    assert_eq!(
        found.iter().map(|variant| variant.name.as_str()).collect::<Vec<_>>(),
        ["plain", "secret-too-long", "after"]
    );
    assert_eq!(found[1].args, BTreeSet::from(["length".to_owned(), "limit".to_owned()]));
    assert!(found[0].args.is_empty() && found[2].args.is_empty());
}
