use std::collections::BTreeSet;

use crate::locales::{self, Locale};

/// What one language has and the other has not, said from the first one's side.
fn lacking(one: &Locale, other: &Locale) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, message) in &one.messages {
        let Some(equal) = other.messages.get(id) else {
            faults.push(format!("{id} is missing"));
            continue;
        };
        if equal.file != message.file {
            faults.push(format!("{id} stands in {} and in {}", message.file, equal.file));
        }
        for (place, variables) in &message.patterns {
            match equal.patterns.get(place) {
                None => faults.push(format!("{id}.{place} is missing")),
                Some(theirs) if theirs != variables => {
                    faults.push(format!("{id}.{place} has {variables:?} here and {theirs:?} there"));
                }
                Some(_) => {}
            }
        }
    }
    for term in one.terms.keys().filter(|term| !other.terms.contains_key(*term)) {
        faults.push(format!("-{term} is missing"));
    }
    faults
}

fn from_text(text: &str) -> Locale {
    let mut locale = Locale::default();
    locales::read_file(&mut locale, "sample.ftl", text);
    locale
}

fn check(one: &str, other: &str, expected: &[&str]) {
    assert_eq!(lacking(&from_text(one), &from_text(other)), expected, "{one} against {other}");
}

#[test]
fn the_comparison_sees_each_kind_of_difference() {
    check("a = one { $x }", "a = 一 { $x }", &[]);
    check("a = one\nb = two", "a = 一", &["b is missing"]);
    check("a = one\n    .fix = do", "a = 一", &["a.fix is missing"]);
    check("a = one { $x }", "a = 一", &["a. has {\"x\"} here and {} there"]);
    check("a = { $x ->\n  [y] { $z }\n *[n] no\n }", "a = { $x }", &["a. has {\"x\", \"z\"} here and {\"x\"} there"]);
    check("-t = T\na = { -t }", "a = 一", &["-t is missing"]);
    assert_eq!(from_text("a = one\na = two").faults.len(), 1);
    assert!(!from_text("a = { $").faults.is_empty());
}

#[test]
fn both_languages_have_the_same_ids_attributes_and_variables() {
    let (english, chinese) = (locales::read("en"), locales::read("zh-HK"));
    assert!(english.messages.len() > 100, "the English files were not found");
    let mut faults = [english.faults.clone(), chinese.faults.clone()].concat();
    faults.extend(lacking(&english, &chinese).into_iter().map(|fault| format!("zh-HK: {fault}")));
    faults.extend(lacking(&chinese, &english).into_iter().map(|fault| format!("en: {fault}")));
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_term_exists_and_is_used() {
    for language in ["en", "zh-HK"] {
        let locale = locales::read(language);
        let known: BTreeSet<String> =
            locale.terms.keys().map(|term| format!("-{term}")).chain(locale.messages.keys().cloned()).collect();
        let missing: Vec<_> = locale.used_terms.difference(&known).collect();
        assert!(missing.is_empty(), "{language}: used but not there: {missing:?}");
    }
    let (english, chinese) = (locales::read("en"), locales::read("zh-HK"));
    let unused: Vec<_> = english
        .terms
        .keys()
        .filter(|term| {
            let name = format!("-{term}");
            !english.used_terms.contains(&name) && !chinese.used_terms.contains(&name)
        })
        .collect();
    assert!(unused.is_empty(), "terms in no sentence of either language: {unused:?}");
}
