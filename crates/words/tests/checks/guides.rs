//! The guides' own texts, held to what the house asks of its words: Hong Kong wording, short sentences, Chinese in
//! English only as a label. Their references are the engine's to check (`engine::guide::faults`).

use std::collections::BTreeMap;

use serde_json::Value;

use crate::text::{PLACED, is_chinese};
use crate::vocabulary::Checker;
use crate::{sentences, tree};

fn guides() -> Vec<(String, Value)> {
    let mut files = tree::files("guides", &[".json"]);
    files.retain(|file| !file.name.ends_with("edition.json") && !file.name.ends_with("schema.json"));
    assert!(files.len() >= 14, "the guides were not found");
    files.into_iter().map(|file| (file.name, serde_json::from_str(&file.text).unwrap())).collect()
}

/// Every text in both languages, wherever it stands, with the way to it.
fn texts(value: &Value, way: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(fields) => {
            if let (Some(Value::String(en)), Some(Value::String(zh))) = (fields.get("en"), fields.get("zh-HK")) {
                found.push((way.to_owned(), en.clone(), zh.clone()));
            }
            for (name, field) in fields {
                texts(field, &format!("{way}.{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                texts(item, &format!("{way}[{at}]"), found);
            }
        }
        _ => {}
    }
}

fn all_texts() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (name, guide) in guides() {
        texts(&guide, &name, &mut found);
    }
    assert!(found.len() > 150, "{} texts", found.len());
    found
}

/// A label counts as one thing that is put in.
fn with_labels(text: &str, instead: &str) -> String {
    let rest = |piece: &str| piece.split_once('}').map_or(piece.to_owned(), |(_, rest)| format!("{instead}{rest}"));
    text.split('{').map(rest).collect()
}

#[test]
fn the_guides_are_written_as_in_hong_kong() {
    let mut faults = Vec::new();
    let checker = Checker::new();
    for (way, _, zh) in all_texts() {
        faults.extend(checker.faults(&with_labels(&zh, "「」")).into_iter().map(|fault| format!("{way}: {fault}")));
    }
    for (name, guide) in guides() {
        for (key, label) in guide["labels"].as_object().unwrap() {
            let hk = label["hk"].as_str().unwrap();
            faults.extend(checker.faults(hk).into_iter().map(|fault| format!("{name} label {key}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn english_guides_hold_no_chinese_but_labels() {
    let mut faults = Vec::new();
    for (way, en, _) in all_texts() {
        if en.chars().any(is_chinese) {
            faults.push(format!("{way}: {en}"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn no_sentence_of_a_guide_is_longer_than_a_breath() {
    let mut faults = Vec::new();
    for (way, en, zh) in all_texts() {
        for (language, text) in [("en", en), ("zh-HK", zh)] {
            let read = sentences::read(language, &with_labels(&text, &PLACED.to_string()));
            let long = read.into_iter().filter(|one| sentences::is_too_long(language, one));
            faults.extend(long.map(|sentence| format!("{way}: {sentence}")));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn one_label_of_the_console_is_rendered_one_way_in_all_guides() {
    // Two pages of the console are called 权限管理, and their English help tells them apart.
    let apart = ["权限管理"];
    let mut known: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    let mut faults = Vec::new();
    for (name, guide) in guides() {
        for label in guide["labels"].as_object().unwrap().values() {
            let script = |script: &str| label[script].as_str().unwrap().to_owned();
            let (cn, hk, en) = (script("cn"), script("hk"), script("en"));
            if apart.contains(&cn.as_str()) {
                continue;
            }
            let (other, first_hk, first_en) =
                known.entry(cn.clone()).or_insert_with(|| (name.clone(), hk.clone(), en.clone()));
            if *first_hk != hk || *first_en != en {
                faults.push(format!("{cn}: {hk}, {en} in {name}; {first_hk}, {first_en} in {other}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_is_shipped() {
    let shipped = tree::files("crates/engine/src/guide", &["shipped.rs"]).pop().unwrap().text;
    for (name, guide) in guides() {
        assert!(shipped.contains(&format!("/{name}\"")), "{name} is not shipped");
        assert!(name.ends_with(&format!("/{}.json", guide["place"].as_str().unwrap())), "{name} is another place's");
    }
}
