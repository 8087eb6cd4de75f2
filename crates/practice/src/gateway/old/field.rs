//! Single values of a body: absent means "leave it", an empty text means "clear it" (the latter inferred).
//! Numbers, booleans and lists may come as JSON or as text, for form bodies carry text only.

use serde_json::Value;

use super::Failure;
use crate::gateway::input::{Parameters, as_text};

/// 40035 不合法的参数.
pub fn illegal() -> Failure {
    Failure::new(40_035, "不合法的参数")
}

/// At most `longest` characters, else `too_long`.
pub fn text(parameters: &Parameters, name: &str, longest: i64, too_long: Failure) -> Result<Option<String>, Failure> {
    let Some(value) = parameters.value(name) else {
        return Ok(None);
    };
    let text = as_text(value).ok_or_else(illegal)?;
    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    if length > longest { Err(too_long) } else { Ok(Some(text)) }
}

pub fn flag(parameters: &Parameters, name: &str) -> Result<Option<bool>, Failure> {
    match parameters.value(name).and_then(as_text).as_deref() {
        None | Some("") => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(illegal()),
    }
}

pub fn whole(parameters: &Parameters, name: &str) -> Result<Option<i64>, Failure> {
    let text = parameters.text(name);
    text.map(|text| text.trim().parse().map_err(|_| illegal())).transpose()
}

/// `"2,3"`, `[2,3]` or `["2","3"]`; `None` when absent.
pub fn ids(parameters: &Parameters, name: &str, malformed: &Failure) -> Result<Option<Vec<u64>>, Failure> {
    if parameters.value(name).is_none() {
        return Ok(None);
    }
    let items = array(parameters, name).map_or_else(
        || parameters.list(name),
        |items| items.iter().filter_map(as_text).map(|item| item.trim().to_owned()).collect(),
    );
    let ids: Result<Vec<u64>, Failure> = items.iter().map(|item| item.parse().map_err(|_| malformed.clone())).collect();
    let mut ids = ids?;
    let mut known = std::collections::BTreeSet::new();
    ids.retain(|id| known.insert(*id));
    Ok(Some(ids))
}

pub fn texts(parameters: &Parameters, name: &str) -> Option<Vec<String>> {
    parameters.value(name)?;
    Some(array(parameters, name).map_or_else(
        || parameters.list(name),
        |items| items.iter().filter_map(as_text).filter(|item| !item.is_empty()).collect(),
    ))
}

/// An array, or JSON text of one.
pub fn array(parameters: &Parameters, name: &str) -> Option<Vec<Value>> {
    match parameters.value(name)? {
        Value::Array(items) => Some(items.clone()),
        Value::String(text) => serde_json::from_str(text).ok(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => None,
    }
}

/// `[{"dept_id":…,"order":…}]` as pairs.
pub fn by_department<T>(
    parameters: &Parameters,
    name: &str,
    of: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Vec<(u64, T)>>, Failure> {
    if parameters.value(name).is_none() {
        return Ok(None);
    }
    let items = array(parameters, name).ok_or_else(illegal)?;
    let pair = |item: &Value| {
        let department = as_text(&item["dept_id"])?.parse().ok()?;
        Some((department, read(&as_text(&item[of])?)?))
    };
    let pairs: Option<Vec<(u64, T)>> = items.iter().map(pair).collect();
    pairs.map(Some).ok_or_else(illegal)
}
