//! Reads the golden exchanges beside this file, and compares values with shapes. It knows neither the client nor the
//! practice server: each of their tests takes it in by its path.
#![allow(dead_code, reason = "each side reads its half of an exchange")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

/// One request and its answer. Fields: README.md.
pub struct Record {
    pub file: String,
    pub fields: Value,
}

impl Record {
    pub fn label(&self) -> String {
        format!("{}, {} (§{})", self.file, self.text("name"), self.text("section"))
    }

    pub fn text(&self, name: &str) -> String {
        self.fields[name].as_str().unwrap_or_default().to_owned()
    }
}

pub fn all() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let mut records = Vec::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let list: Vec<Value> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        records.extend(list.into_iter().map(|fields| Record { file: file.clone(), fields }));
    }
    records.sort_by_key(Record::label);
    records
}

/// `{client_id}` and its like in every string replaced; a whole string `{#agent_id}` becomes a number.
pub fn fill(value: &Value, values: &BTreeMap<&str, String>) -> Value {
    match value {
        Value::String(text) if text.starts_with("{#") => {
            let name = text.trim_start_matches("{#").trim_end_matches('}');
            values[name].parse::<u64>().unwrap().into()
        }
        Value::String(text) => {
            let mut text = text.clone();
            for (name, value) in values {
                text = text.replace(&format!("{{{name}}}"), value);
            }
            Value::String(text)
        }
        Value::Array(items) => items.iter().map(|item| fill(item, values)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), fill(value, values))).collect())
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
    }
}

fn is_old_id(text: &str) -> bool {
    text.len() == 13 && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
}

fn is_new_id(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    groups == [8, 4, 4, 4, 12] && text.bytes().all(|b| b == b'-' || b.is_ascii_digit() || (b'A'..=b'F').contains(&b))
}

/// `None`: not a shape but a text of its own.
fn has_shape(shape: &str, value: &Value) -> Option<bool> {
    let text = value.as_str().filter(|text| !text.is_empty());
    Some(match shape {
        "<old id>" => text.is_some_and(is_old_id),
        "<new id>" => text.is_some_and(is_new_id),
        "<token>" => text.is_some_and(|text| text.len() >= 16 && text.bytes().all(|b| b.is_ascii_alphanumeric())),
        "<text>" => text.is_some(),
        "<number>" => value.is_number(),
        "<flag>" => value.is_boolean(),
        "<any>" => !value.is_null(),
        _ => return None,
    })
}

/// What does not fit, by place; empty when all does.
pub fn misfits(expected: &Value, found: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    compare("", expected, found, &mut faults);
    faults
}

fn compare(place: &str, expected: &Value, found: &Value, faults: &mut Vec<String>) {
    match (expected, found) {
        (Value::String(shape), found) if has_shape(shape, found) == Some(true) => {}
        (Value::Object(expected), Value::Object(found)) => compare_fields(place, expected, found, faults),
        (Value::Array(expected), Value::Array(found)) if expected.first() == Some(&json!("*")) => {
            for (index, item) in found.iter().enumerate() {
                compare(&format!("{place}[{index}]"), &expected[1], item, faults);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(&format!("{place}[{index}]"), expected, found, faults);
            }
        }
        (expected, found) if expected == found => {}
        (expected, found) => faults.push(format!("{place}: expected {expected}, found {found}")),
    }
}

fn compare_fields(place: &str, expected: &Map<String, Value>, found: &Map<String, Value>, faults: &mut Vec<String>) {
    for (key, expected) in expected {
        let name = key.trim_end_matches('?');
        match found.get(name) {
            Some(found) => compare(&format!("{place}.{name}"), expected, found, faults),
            None if key.ends_with('?') => {}
            None => faults.push(format!("{place}.{name} is not there")),
        }
    }
    for key in found.keys() {
        if !expected.contains_key(key) && !expected.contains_key(&format!("{key}?")) {
            faults.push(format!("{place}.{key} should not be there: {}", found[key]));
        }
    }
}

/// A value of that shape, with every field that may be there.
pub fn example(shape: &Value) -> Value {
    match shape {
        Value::String(text) => match text.as_str() {
            "<old id>" => json!("16l4ew3d47pdp"),
            "<new id>" => json!("0B8D2B8A-6C27-7C4E-9C0F-5C4A8F1D2E3B"),
            "<token>" => json!("0123456789abcdef0123456789abcdef"),
            "<text>" => json!("text"),
            "<number>" => json!(7),
            "<flag>" => json!(true),
            "<any>" => json!({}),
            text => json!(text),
        },
        Value::Array(items) if items.first() == Some(&json!("*")) => json!([example(&items[1])]),
        Value::Array(items) => items.iter().map(example).collect(),
        Value::Object(fields) => Value::Object(
            fields.iter().map(|(key, value)| (key.trim_end_matches('?').to_owned(), example(value))).collect(),
        ),
        Value::Null | Value::Bool(_) | Value::Number(_) => shape.clone(),
    }
}

/// Whether every field that `expected` names is in `found`, lists and all.
pub fn holds(found: &Value, expected: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().all(|(key, expected)| found.get(key).is_some_and(|found| holds(found, expected)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && found.iter().zip(expected).all(|(found, expected)| holds(found, expected))
        }
        (expected, found) => expected == found,
    }
}
