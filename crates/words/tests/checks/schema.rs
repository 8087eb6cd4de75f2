//! The schema of the guides, which editors use: it fits every guide, refuses what is none, and names what the engine knows.
//! As much of JSON Schema is understood here as that one file needs; a keyword unknown here fails.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{enums, tree};

fn schema() -> Value {
    serde_json::from_str(&tree::files("guides", &["guide.schema.json"]).pop().unwrap().text).unwrap()
}

/// Where `value` does not fit, with the way to it.
fn misfits(root: &Value, schema: &Value, value: &Value, way: &str, found: &mut Vec<String>) {
    let told = |what: &str| format!("{way}: {what}");
    let rules = schema.as_object().unwrap();
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                misfits(root, &root["$defs"][name], value, way, found);
                return;
            }
            "oneOf" => {
                let fits = |one: &&Value| {
                    let mut found = Vec::new();
                    misfits(root, one, value, way, &mut found);
                    found.is_empty()
                };
                if rule.as_array().unwrap().iter().filter(fits).count() != 1 {
                    found.push(told("fits none of the choices"));
                }
            }
            "type" if !is_type(value, rule.as_str().unwrap()) => found.push(told(&format!("is no {rule}"))),
            "enum" if !rule.as_array().unwrap().contains(value) => {
                found.push(told(&format!("{value} is not in the list")));
            }
            "minLength" if value.as_str().is_some_and(str::is_empty) => found.push(told("is empty")),
            "minItems" if value.as_array().is_some_and(|items| (items.len() as u64) < rule.as_u64().unwrap()) => {
                found.push(told("has too few"));
            }
            "pattern" if value.as_str().is_some_and(|text| !matches(text, rule.as_str().unwrap())) => {
                found.push(told(&format!("{value} is not of the form {rule}")));
            }
            "required" => {
                let lacking =
                    rule.as_array().unwrap().iter().filter(|name| value.get(name.as_str().unwrap()).is_none());
                found.extend(lacking.map(|name| told(&format!("lacks {name}"))));
            }
            // What is fulfilled, what says nothing of this value, and what is asked below.
            "type"
            | "enum"
            | "minLength"
            | "minItems"
            | "pattern"
            | "$schema"
            | "title"
            | "$defs"
            | "properties"
            | "items"
            | "additionalProperties" => {}
            other => panic!("a keyword that this check does not know: {other}"),
        }
    }
    if let (Some(items), Some(rule)) = (value.as_array(), rules.get("items")) {
        for (at, item) in items.iter().enumerate() {
            misfits(root, rule, item, &format!("{way}[{at}]"), found);
        }
    }
    for (name, field) in value.as_object().into_iter().flatten() {
        let inner = format!("{way}.{name}");
        match (rules.get("properties").and_then(|known| known.get(name)), rules.get("additionalProperties")) {
            (None, Some(Value::Bool(false))) => found.push(format!("{inner}: is not known")),
            (Some(rule), _) | (None, Some(rule)) => misfits(root, rule, field, &inner, found),
            (None, None) => {}
        }
    }
}

fn is_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        other => panic!("a type that this check does not know: {other}"),
    }
}

/// The three forms of the schema.
fn matches(text: &str, pattern: &str) -> bool {
    let is_name = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_lowercase())
            && text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
    };
    match pattern {
        "^[a-z][a-z-]*$" => is_name(text),
        "^(-|#?[a-z][a-z-]*)$" => text == "-" || is_name(text.strip_prefix('#').unwrap_or(text)),
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => {
            let digit = |at: usize| if [4, 7].contains(&at) { '-' } else { '0' };
            text.len() == 10
                && text
                    .chars()
                    .enumerate()
                    .all(|(at, letter)| if digit(at) == '-' { letter == '-' } else { letter.is_ascii_digit() })
        }
        other => panic!("a pattern that this check does not know: {other}"),
    }
}

fn check(change: impl FnOnce(&mut Value), expected: Option<&str>) {
    let text = tree::files("guides", &["create-app.json"]).pop().unwrap().text;
    let mut guide: Value = serde_json::from_str(&text).unwrap();
    change(&mut guide);
    let mut found = Vec::new();
    misfits(&schema(), &schema(), &guide, "guide", &mut found);
    match expected {
        None => assert!(found.is_empty(), "{found:?}"),
        Some(expected) => assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:?}"),
    }
}

#[test]
fn the_schema_fits_every_guide() {
    for file in tree::files("guides", &[".json"]) {
        if file.name.ends_with("schema.json") || file.name.ends_with("edition.json") {
            continue;
        }
        let mut found = Vec::new();
        misfits(&schema(), &schema(), &serde_json::from_str(&file.text).unwrap(), &file.name, &mut found);
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
}

#[test]
fn the_schema_refuses_what_is_no_guide() {
    check(|_| {}, None);
    check(|guide| drop(guide.as_object_mut().unwrap().remove("see")), Some("guide: lacks \"see\""));
    check(|guide| guide["address"] = "https://evil.example/".into(), Some("guide.address: is not known"));
    check(|guide| guide["link"]["com"] = "https://evil.example/".into(), Some("guide.link.com: fits none"));
    check(|guide| guide["title"] = serde_json::json!({ "en": "Only" }), Some("guide.title: lacks \"zh-HK\""));
    check(|guide| guide["labels"]["create"]["hk"] = "".into(), Some("guide.labels.create.hk: is empty"));
    check(|guide| guide["labels"]["create"]["tw"] = "x".into(), Some("guide.labels.create.tw: is not known"));
    check(|guide| guide["steps"] = serde_json::json!([]), Some("guide.steps: has too few"));
    check(|guide| guide["who"] = "everybody".into(), Some("is not in the list"));
    check(|guide| guide["checked"]["on"] = "28.11.2026".into(), Some("guide.checked.on: \"28.11.2026\" is not of"));
    check(|guide| guide["steps"][0]["unexpected"] = "yes".into(), Some("guide.steps[0].unexpected: is no"));
}

#[test]
fn the_schema_names_what_the_engine_knows() {
    let lists =
        [("place", "GuidePlace"), ("who", "Who"), ("task", "Task"), ("link", "Link"), ("region", "RegionChoice")];
    let schema = schema();
    let listed = |list: &Value| -> BTreeSet<String> {
        list["enum"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let known = |name: &str| enums::variants(name).into_iter().map(|variant| variant.name).collect::<BTreeSet<_>>();
    for (list, name) in lists {
        assert_eq!(listed(&schema["$defs"][list]), known(name), "{list}");
    }
    assert_eq!(listed(&schema["$defs"]["row"]["properties"]["kind"]), known("RowKind"));
    assert_eq!(listed(&schema["$defs"]["scene"]["properties"]["frame"]), known("Frame"));
}
