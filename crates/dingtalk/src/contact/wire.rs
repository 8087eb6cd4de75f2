//! How fields are written: lists of ids as `"2,3,4"`, attributes as JSON inside a text.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Serialize, Serializer};

/// What becomes of a field that can be cleared. Only few of DingTalk's can.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Change<T> {
    /// It stays as it is.
    #[default]
    Keep,
    Set(T),
    Clear,
}

impl<T> Change<T> {
    pub(super) fn is_kept(&self) -> bool {
        matches!(self, Self::Keep)
    }

    pub(super) fn is_cleared(&self) -> bool {
        matches!(self, Self::Clear)
    }
}

/// The language of the names in the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ContactLanguage {
    #[serde(rename = "zh_CN")]
    Chinese,
    #[serde(rename = "en_US")]
    English,
}

pub(super) fn joined<T: Display, S: Serializer>(ids: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    serializer.serialize_str(&ids.join(","))
}

#[expect(clippy::ref_option, reason = "serde hands the field over so")]
pub(super) fn joined_if_any<T: Display, S: Serializer>(ids: &Option<Vec<T>>, serializer: S) -> Result<S::Ok, S::Error> {
    joined(ids.as_deref().unwrap_or_default(), serializer)
}

pub(super) fn changed<T: Display, S: Serializer>(change: &Change<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match change {
        Change::Set(value) => serializer.collect_str(value),
        // Inferred: the field goes out empty beside its name in `force_update_fields`.
        Change::Keep | Change::Clear => serializer.serialize_str(""),
    }
}

pub(super) fn changed_list<T: Display, S: Serializer>(
    change: &Change<Vec<T>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match change {
        Change::Set(ids) => joined(ids, serializer),
        Change::Keep | Change::Clear => serializer.serialize_str(""),
    }
}

#[expect(clippy::ref_option, reason = "serde hands the field over so")]
pub(super) fn json_text<S: Serializer>(
    attributes: &Option<BTreeMap<String, String>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&crate::gateway::to_json(attributes))
}
