//! Whole answers of DingTalk's: JSON objects wherever they stand, in a log line, in another's string, or escaped.

use dingtalk::{Asked, Error, read_refusal};
use serde_json::Value;

use super::{Clue, Source};
use crate::problem::{Problem, ProblemCode};
use crate::refusal;

/// A log of a megabyte may hold thousands; the causes repeat.
const MOST_OBJECTS: usize = 4_000;
const MOST_TRIES: usize = 4_000;
/// JSON in a string of JSON, and so on.
const DEEPEST: usize = 4;
/// How far before an answer the call is looked for that it answered.
const NEAR: usize = 300;

/// The clues, and the text with the answers taken out of it.
pub(super) fn read(text: &str) -> (Vec<Clue>, String) {
    let unescaped = unescape(text);
    let twice = unescape(&unescaped);
    for version in [text, &unescaped, &twice] {
        let (clues, rest) = read_version(version);
        if !clues.is_empty() {
            return (clues, rest);
        }
    }
    (Vec::new(), text.to_owned())
}

/// One layer of escapes less: `\"` as it stands in logs, `&quot;` of web pages, the quotes of word processors.
fn unescape(text: &str) -> String {
    let text = text.replace("\\\"", "\"").replace("\\\\", "\\").replace("&quot;", "\"");
    text.replace(['\u{201c}', '\u{201d}'], "\"")
}

fn read_version(text: &str) -> (Vec<Clue>, String) {
    let mut clues = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let mut kept = 0;
    for (start, end, value) in objects(text) {
        let before = clues.len();
        let status = super::http::status_before(text, start);
        walk(&value, start, status, asked(text, start, end), DEEPEST, &mut clues);
        let told = clues.len() > before || value.get("errcode").is_some();
        if told {
            rest.push_str(text.get(kept..start).unwrap_or_default());
            kept = end;
        }
    }
    rest.push_str(text.get(kept..).unwrap_or_default());
    (clues, rest)
}

/// Each object that can be read, with where it begins and ends.
fn objects(text: &str) -> Vec<(usize, usize, Value)> {
    let mut found = Vec::new();
    let mut from = 0;
    for _ in 0..MOST_TRIES {
        let Some(start) = text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) else { break };
        let mut stream = serde_json::Deserializer::from_str(text.get(start..).unwrap_or_default()).into_iter::<Value>();
        from = start + 1;
        if let Some(Ok(value)) = stream.next() {
            from = start + stream.byte_offset();
            found.push((start, from, value));
        }
    }
    found
}

fn walk(value: &Value, at: usize, status: Option<u16>, asked: Asked, depth: usize, clues: &mut Vec<Clue>) {
    if clues.len() >= MOST_OBJECTS {
        return;
    }
    match value {
        Value::Object(fields) => {
            if let Some(problem) = told(value, status, asked) {
                clues.push(Clue { problem, source: Source::Answer, at, line: 0 });
            }
            // What is in the answer's own message belongs to it.
            let inner = fields.iter().filter(|(name, _)| !matches!(name.as_str(), "errmsg" | "sub_msg"));
            for (_, inner) in inner {
                walk(inner, at, status, asked, depth, clues);
            }
        }
        Value::Array(items) => {
            for item in items {
                walk(item, at, status, asked, depth, clues);
            }
        }
        Value::String(text) if depth > 0 && text.contains('{') => {
            for (start, _, inner) in objects(text) {
                let status = super::http::status_before(text, start).or(status);
                walk(&inner, at, status, asked, depth - 1, clues);
            }
        }
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn told(value: &Value, status: Option<u16>, asked: Asked) -> Option<Problem> {
    // The firewall's answer has no code of DingTalk's. Source: call-frequency-limit.
    if value.get("errcode").is_none() && value.get("status").is_some_and(|status| status == 1111 || status == "1111") {
        return Some(Problem::new(ProblemCode::AddressBanned).arg("minutes", 5));
    }
    let error = read_refusal(value, status, asked)?;
    let named_by_dingtalk =
        ["errcode", "sub_code", "requestid", "request_id"].iter().any(|name| value.get(name).is_some());
    // Other people's JSON has a `code` too.
    if matches!(error, Error::Unknown { .. }) && !named_by_dingtalk {
        return None;
    }
    Some(refusal::problem(&error))
}

/// The call, if its path stands a little before the answer, or in the log's object around it.
pub(super) fn asked(text: &str, at: usize, end: usize) -> Asked {
    let from = (0..=at.saturating_sub(NEAR)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
    let to = (0..=end.min(at + NEAR)).rev().find(|to| text.is_char_boundary(*to)).unwrap_or(at);
    let near = text.get(from..to).unwrap_or_default();
    let after = |path: &str| near.rfind(path);
    let token = after("/gettoken").max(after("oauth2/accessToken"));
    let corp = after("/v1.0/oauth2/").filter(|at| near.get(*at..).is_some_and(|rest| rest.contains("/token")));
    let other =
        after("/topapi/").max(after("/auth/scopes")).max(after("/v1.0/").filter(|at| Some(*at) > corp.max(token)));
    match (token, corp) {
        (Some(token), _) if Some(token) > corp && Some(token) > after("/topapi/") => Asked::Token,
        (_, Some(corp)) if Some(corp) >= other => Asked::CorpToken,
        _ => Asked::Untold,
    }
}
