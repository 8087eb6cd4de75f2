//! A name as it travels.

use serde::Serialize;
use serde_json::Value;

/// Of a variant without fields, in `args` as everywhere else; empty for anything else.
pub(crate) fn travels_as(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}
