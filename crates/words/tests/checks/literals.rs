//! String literals of Rust and TypeScript, as far as finding ids needs it.

use std::collections::BTreeSet;

use crate::tree::{self, SourceFile};

/// `prefix{…}suffix` in a format string, or `` `prefix${…}suffix` `` in a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Composed {
    pub prefix: String,
    pub suffix: String,
}

#[derive(Debug, Default)]
pub struct Found {
    pub whole: BTreeSet<String>,
    pub composed: BTreeSet<Composed>,
}

pub fn of_product() -> Found {
    let mut found = Found::default();
    for file in tree::rust_sources().into_iter().chain(tree::ui_sources()) {
        read(&file, &mut found);
    }
    found
}

pub fn read(file: &SourceFile, found: &mut Found) {
    let quotes: &[char] = if file.has_ending("rs") { &['"'] } else { &['"', '\'', '`'] };
    for line in tree::without_comments(&file.text).lines() {
        // A `'` within "…" (don't) must not open a literal: each quote sign is looked at by itself.
        for quote in quotes {
            let pieces: Vec<&str> = line.split(*quote).collect();
            for piece in pieces.iter().skip(1) {
                take(piece, found);
            }
        }
    }
}

fn take(piece: &str, found: &mut Found) {
    if is_kebab(piece) {
        found.whole.insert(piece.to_owned());
        return;
    }
    let Some(open) = piece.find('{') else {
        return;
    };
    let Some(close) = piece.rfind('}') else {
        return;
    };
    let prefix = piece[..open].trim_end_matches('$');
    if close > open && is_kebab_part(prefix) && prefix.ends_with('-') {
        let suffix = &piece[close + 1..];
        if suffix.is_empty() || is_kebab_part(suffix) {
            found.composed.insert(Composed { prefix: prefix.to_owned(), suffix: suffix.to_owned() });
        }
    }
}

fn is_kebab(piece: &str) -> bool {
    is_kebab_part(piece) && piece.starts_with(|first: char| first.is_ascii_lowercase()) && !piece.ends_with('-')
}

fn is_kebab_part(piece: &str) -> bool {
    !piece.is_empty()
        && piece.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

#[test]
fn ids_are_found_whole_and_composed_but_not_in_comments() {
    let mut found = Found::default();
    let text = "// speaker.text(\"in-comment\")\nspeaker.text(\"cli-token\"); format!(\"who-{}\", x); format!(\"stop-{x}-why\")\n";
    read(&SourceFile { name: "a.rs".into(), text: text.into() }, &mut found);
    read(
        &SourceFile { name: "a.tsx".into(), text: "<L id=\"keys-title\"/> t('a-b') t(`task-${x}`) don't".into() },
        &mut found,
    );
    let whole: Vec<_> = found.whole.iter().map(String::as_str).collect();
    assert_eq!(whole, ["a-b", "cli-token", "keys-title", "t"]);
    let composed: Vec<_> = found.composed.iter().map(|one| format!("{}|{}", one.prefix, one.suffix)).collect();
    assert_eq!(composed, ["stop-|-why", "task-|", "who-|"]);
}
