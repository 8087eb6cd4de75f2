//! The glossary: `term-<name>` in glossary.ftl explains what `<name>…</name>` marks in a sentence. The two languages tell
//! each other's names, and docs/glossary.md is made from them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use crate::locales::{self, Locale};
use crate::tree;

const PAGE: &str = "docs/glossary.md";
const BEGIN: &str = "<!-- entries: made from locales/*/glossary.ftl, do not edit -->\n";
const END: &str = "<!-- end of entries -->\n";

/// Marks that are no entries: shared/words/Words.tsx has them.
const PLAIN_MARKS: [&str; 4] = ["cn", "b", "code", "kbd"];

/// Of each entry, its name's text and its attributes.
fn entries(locale: &Locale) -> BTreeMap<String, BTreeMap<String, String>> {
    let terms = locale.messages.iter().filter_map(|(id, message)| Some((id.strip_prefix("term-")?, message)));
    terms
        .map(|(name, message)| {
            let parts = message.readings.iter().map(|(place, all)| (place.clone(), all.concat()));
            (name.to_owned(), parts.collect())
        })
        .collect()
}

fn faults(name: &str, here: &BTreeMap<String, String>, there: &BTreeMap<String, String>) -> Vec<String> {
    let mut faults = Vec::new();
    let text = |of: &BTreeMap<String, String>, place: &str| of.get(place).cloned().unwrap_or_default();
    if text(here, "other") != text(there, "") {
        faults.push(format!("{name}.other is “{}”, there it is “{}”", text(here, "other"), text(there, "")));
    }
    for place in ["label", "older"] {
        if text(here, place) != text(there, place) {
            faults.push(format!("{name}.{place}: what DingTalk prints is the same in both languages"));
        }
    }
    if text(here, "what").is_empty() {
        faults.push(format!("{name} explains nothing"));
    }
    let known = ["", "label", "older", "other", "what"];
    faults.extend(here.keys().filter(|place| !known.contains(&place.as_str())).map(|place| format!("{name}.{place}?")));
    faults
}

#[test]
fn an_entry_that_contradicts_itself_is_seen() {
    let entry = |text: &str| {
        let mut locale = Locale::default();
        locales::read_file(&mut locale, "sample.ftl", text);
        entries(&locale).remove("a").unwrap()
    };
    let english = entry("term-a = one\n    .other = 一\n    .label = 壹\n    .what = It is one.");
    assert!(
        faults("a", &english, &entry("term-a = 一\n    .other = one\n    .label = 壹\n    .what = 是一。")).is_empty()
    );
    assert_eq!(
        faults("a", &english, &entry("term-a = 二\n    .other = one\n    .label = 貳\n    .what = 是二。")).len(),
        2
    );
    assert_eq!(faults("a", &entry("term-a = one\n    .why = so"), &entry("term-a = 一")).len(), 3);
}

#[test]
fn both_languages_tell_the_same_of_every_entry() {
    let (english, chinese) = (entries(&locales::read("en")), entries(&locales::read("zh-HK")));
    assert!(english.len() >= 30, "the glossary was not found");
    let mut found = Vec::new();
    for (name, here) in &english {
        found.extend(faults(name, here, &chinese[name]));
        found.extend(faults(name, &chinese[name], here));
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_term_of_a_sentence_has_its_entry() {
    for language in ["en", "zh-HK"] {
        let locale = locales::read(language);
        let entries = entries(&locale);
        for (term, text) in locale.terms.iter().filter(|(term, _)| !["hoitung", "dingtalk"].contains(&term.as_str())) {
            let name = entries.get(term).map(|entry| &entry[""]);
            assert_eq!(name, Some(text), "{language}: -{term} and term-{term}");
        }
    }
}

/// The marks of a text, by name: each has to be closed.
fn marks(text: &str) -> Vec<Result<String, String>> {
    let mut found = Vec::new();
    for piece in text.split('<').skip(1) {
        let Some((name, _)) = piece.split_once('>') else {
            continue;
        };
        if name.starts_with(|first: char| first.is_ascii_lowercase()) {
            let is_closed = text.contains(&format!("</{name}>"));
            found.push(if is_closed { Ok(name.to_owned()) } else { Err(name.to_owned()) });
        }
    }
    found
}

#[test]
fn every_mark_is_known_and_closed() {
    assert_eq!(marks("<b>one</b> <it>"), [Ok("b".to_owned()), Err("it".to_owned())]);
    for language in ["en", "zh-HK"] {
        let locale = locales::read(language);
        let known: BTreeSet<String> =
            entries(&locale).into_keys().chain(PLAIN_MARKS.iter().map(|name| (*name).to_owned())).collect();
        for (id, message) in &locale.messages {
            for text in message.readings.values().flatten() {
                for mark in marks(text) {
                    assert!(mark.as_ref().is_ok_and(|name| known.contains(name)), "{language} {id}: {mark:?}");
                }
            }
        }
    }
}

fn table() -> String {
    let (english, chinese) = (entries(&locales::read("en")), entries(&locales::read("zh-HK")));
    let mut text =
        String::from("| Console label | 我們的說法 | Our English | Older name | Mark |\n|---|---|---|---|---|\n");
    for (name, entry) in &english {
        let of = |place: &str| entry.get(place).map_or("—", String::as_str);
        let row = [of("label"), &chinese[name][""], &entry[""], of("older")].join(" | ");
        writeln!(text, "| {row} | `<{name}>` |").unwrap();
    }
    text
}

#[test]
fn the_page_of_the_glossary_is_fresh() {
    let path = tree::root().join(PAGE);
    let standing = fs::read_to_string(&path).unwrap();
    let (before, rest) = standing.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let fresh = format!("{before}{BEGIN}\n{}\n{END}{after}", table());
    if std::env::var_os("HOITUNG_UPDATE").is_some() {
        fs::write(&path, &fresh).unwrap();
    } else {
        assert!(standing == fresh, "{PAGE} is stale: HOITUNG_UPDATE=1 cargo test -p words --test checks glossary");
    }
}
