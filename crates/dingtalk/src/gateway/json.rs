//! JSON from a stranger: nested at most 64 deep, at most 200,000 parts, no key twice, no trailing bytes.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::UnreadableReason;

const DEEPEST: usize = 64;
/// A full page of DingTalk's largest list has about 5,000; an 8 MB body of `[],[],…` would cost 200 MB of memory.
const MOST_PARTS: usize = 200_000;

/// serde hands errors on as text, so these two are told apart by it.
const TOO_MANY: &str = "hoarding parts";
const TWICE: &str = "key twice";
const TOO_DEEP: &str = "too deep";

pub(crate) fn parse(body: &[u8]) -> Result<Value, UnreadableReason> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let mut parts = 0;
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let value = Part { depth: 0, parts: &mut parts }.deserialize(&mut deserializer).map_err(|error| reason(&error))?;
    deserializer.end().map_err(|_| UnreadableReason::NotJson)?;
    Ok(value)
}

fn reason(error: &serde_json::Error) -> UnreadableReason {
    let text = error.to_string();
    if text.starts_with(TOO_MANY) {
        return UnreadableReason::TooManyParts;
    }
    if text.starts_with(TWICE) {
        return UnreadableReason::DuplicateKey;
    }
    if text.starts_with(TOO_DEEP) {
        return UnreadableReason::TooDeep;
    }
    UnreadableReason::NotJson
}

struct Part<'a> {
    depth: usize,
    parts: &'a mut usize,
}

impl Part<'_> {
    fn inner(&mut self) -> Part<'_> {
        Part { depth: self.depth + 1, parts: self.parts }
    }
}

impl<'de> DeserializeSeed<'de> for Part<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.depth > DEEPEST {
            return Err(D::Error::custom(TOO_DEEP));
        }
        *self.parts += 1;
        if *self.parts > MOST_PARTS {
            return Err(D::Error::custom(TOO_MANY));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Part<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut sequence: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self.inner())? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(self.inner())?;
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom(TWICE));
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(body: impl AsRef<[u8]>, expected: &Result<Value, UnreadableReason>) {
        assert_eq!(&parse(body.as_ref()), expected);
    }

    // F21
    #[test]
    fn malformed_json_is_refused_with_its_reason() {
        check(r#"{"errcode":0}"#, &Ok(json!({"errcode": 0})));
        check("\u{feff}{\"errcode\":-1,\"a\":[1.5,null,true]}", &Ok(json!({"errcode": -1, "a": [1.5, null, true]})));
        check(r#"{"errcode":0"#, &Err(UnreadableReason::NotJson));
        check(r#"{"errcode":0}{}"#, &Err(UnreadableReason::NotJson));
        check(r#"{"errcode":0,"errcode":1}"#, &Err(UnreadableReason::DuplicateKey));
        check(r#"{"a":{"b":1,"b":1}}"#, &Err(UnreadableReason::DuplicateKey));
        check(r#"{"errcode":NaN}"#, &Err(UnreadableReason::NotJson));
        check([b'{', b'"', 0xff, b'"', b':', b'1', b'}'], &Err(UnreadableReason::NotJson));
        check("", &Err(UnreadableReason::NotJson));
    }

    #[test]
    fn nesting_and_the_number_of_parts_are_limited() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(nested(DEEPEST).as_bytes()).is_ok());
        check(nested(DEEPEST + 2), &Err(UnreadableReason::TooDeep));
        check(nested(10_000), &Err(UnreadableReason::TooDeep));
        check(format!("[{}0]", "0,".repeat(MOST_PARTS)), &Err(UnreadableReason::TooManyParts));
    }
}
