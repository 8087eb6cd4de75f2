//! Readers that take DingTalk's numbers and booleans as strings too: its documents show both, its servers mostly real types.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

pub(crate) fn as_integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A code or an id, whichever of the two types it came in. Empty is `None`.
pub(crate) fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn as_boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::String(text) => match text.trim() {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        },
        Value::Number(number) => match number.as_i64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

pub(crate) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    as_integer(&Value::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not a whole number"))
}

pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    as_text(&Value::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not a text"))
}

/// Absent, null, empty and of the wrong kind are all `None`: for fields that are extras.
pub(crate) fn optional_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(as_integer(&Value::deserialize(deserializer)?))
}

pub(crate) fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(as_text(&Value::deserialize(deserializer)?))
}

pub(crate) fn optional_boolean<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    Ok(as_boolean(&Value::deserialize(deserializer)?))
}

pub(crate) fn boolean<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    as_boolean(&Value::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("not true or false"))
}

/// A list; some documents show a single item where a list belongs, and a list as a text: `"[2,3,4]"`. Null is empty.
pub(crate) fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let items = items(Value::deserialize(deserializer)?).unwrap_or_default();
    items.into_iter().map(|item| serde_json::from_value(item).map_err(D::Error::custom)).collect()
}

/// The same where the list is what was asked for: nothing at all is not an empty list.
pub(crate) fn required_list<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = items(Value::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no list"))?;
    items.into_iter().map(|item| serde_json::from_value(item).map_err(D::Error::custom)).collect()
}

fn items(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Null => None,
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) if text.trim_start().starts_with('[') => {
            // What only looks like a list is left to the reader of the item.
            Some(serde_json::from_str(&text).unwrap_or_else(|_| vec![Value::String(text)]))
        }
        Value::Array(items) => Some(items),
        item @ (Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => Some(vec![item]),
    }
}

/// The whole of an answer that is a list.
#[derive(Deserialize)]
#[serde(transparent, bound = "T: DeserializeOwned")]
pub(crate) struct Listed<T> {
    #[serde(deserialize_with = "required_list")]
    pub(crate) list: Vec<T>,
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;
    use crate::DepartmentId;

    #[derive(Deserialize, Debug, PartialEq)]
    struct Row {
        #[serde(deserialize_with = "integer")]
        number: i64,
        #[serde(default, deserialize_with = "optional_boolean")]
        flag: Option<bool>,
        #[serde(default, deserialize_with = "list")]
        departments: Vec<DepartmentId>,
    }

    fn check(value: Value, expected: Option<(i64, Option<bool>, &[i64])>) {
        let row: Option<Row> = serde_json::from_value(value).ok();
        let expected = expected.map(|(number, flag, departments)| Row {
            number,
            flag,
            departments: departments.iter().copied().map(DepartmentId).collect(),
        });
        assert_eq!(row, expected);
    }

    // V §0: document samples show numbers and booleans as strings, live answers real types
    #[test]
    fn numbers_and_booleans_are_read_from_strings_too() {
        check(json!({"number": 7}), Some((7, None, &[])));
        check(json!({"number": "7", "flag": "true"}), Some((7, Some(true), &[])));
        check(json!({"number": " -1 ", "flag": false}), Some((-1, Some(false), &[])));
        check(json!({"number": 1, "flag": "perhaps"}), Some((1, None, &[])));
        check(json!({"number": 1, "departments": ["2", 3]}), Some((1, None, &[2, 3])));
        check(json!({"number": 1, "departments": "2"}), Some((1, None, &[2])));
        check(json!({"number": 1, "departments": null}), Some((1, None, &[])));
        check(json!({"number": 1, "departments": "[2,3,\"4\"]"}), Some((1, None, &[2, 3, 4])));
        check(json!({"number": 1, "departments": " "}), Some((1, None, &[])));
        check(json!({"number": 1, "departments": "[2,3"}), None);
        check(json!({"number": "seven"}), None);
        check(json!({"number": null}), None);
        check(json!({}), None);
        check(json!({"number": 1, "departments": [{"id": 1}]}), None);
    }

    fn check_listed(value: Value, expected: Option<&[i64]>) {
        let listed: Option<Listed<DepartmentId>> = serde_json::from_value(value).ok();
        let ids = listed.map(|listed| listed.list.into_iter().map(|id| id.0).collect::<Vec<_>>());
        assert_eq!(ids.as_deref(), expected);
    }

    #[test]
    fn nothing_is_not_an_empty_list_where_the_list_was_asked_for() {
        check_listed(json!([]), Some(&[]));
        check_listed(json!([2, "3"]), Some(&[2, 3]));
        check_listed(json!("[2,3]"), Some(&[2, 3]));
        check_listed(json!("[]"), Some(&[]));
        check_listed(json!(2), Some(&[2]));
        check_listed(json!(null), None);
        check_listed(json!(""), None);
        check_listed(json!({}), None);
        check_listed(json!([null]), None);
    }

    proptest::proptest! {
        #[test]
        fn a_number_reads_the_same_bare_and_in_quotes(number: i64, before in " {0,2}", after in " {0,2}") {
            assert_eq!(as_integer(&json!(number)), Some(number));
            assert_eq!(as_integer(&json!(format!("{before}{number}{after}"))), Some(number));
        }

        #[test]
        fn a_list_reads_the_same_bare_and_in_quotes(ids: Vec<i64>) {
            check_listed(json!(ids), Some(&ids));
            check_listed(json!(json!(ids).to_string()), Some(&ids));
            let quoted: Vec<String> = ids.iter().map(ToString::to_string).collect();
            check_listed(json!(quoted), Some(&ids));
        }

        #[test]
        fn no_text_makes_a_reader_panic(text: String) {
            let value = json!(text);
            let _ = (as_integer(&value), as_text(&value), as_boolean(&value));
            let _ = serde_json::from_value::<Listed<DepartmentId>>(value);
        }
    }
}
