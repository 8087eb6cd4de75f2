//! Refusals that come back as text, out of a log or a mail, without the call that they answered. They are named by the
//! same tables as those of calls of ours; what else stands in such a text is the caller's to read.

use serde_json::{Map, Value, json};

use super::classify::Case;
use super::{Dialect, new, old};
use crate::Error;
use crate::lenient::as_text;
use crate::redact::Redactor;

/// Which call is known to have been answered. Some codes mean one thing to one call and another to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Asked {
    #[default]
    Untold,
    /// `/gettoken`, `/v1.0/oauth2/accessToken`.
    Token,
    /// `/v1.0/oauth2/{corpId}/token`.
    CorpToken,
    /// `/robot/send`.
    Robot,
}

/// The error that an answer of either gateway tells, by its code and its words. `None` if it holds no code, or a success.
/// A code that nobody here knows is [`Error::Unknown`]. Not for live answers: those have a status that counts too.
///
/// Nothing here knows which secrets took part: take them out of the text before.
pub fn read_refusal(answer: &Value, http_status: Option<u16>, asked: Asked) -> Option<Error> {
    let code = text(answer, &["sub_code", "subCode", "errcode", "errCode"])
        .or_else(|| text(answer, &["code", "Code", "errorCode", "error_code"]))?;
    if matches!(code.as_str(), "0" | "200" | "ok" | "OK") {
        return None;
    }
    if is_old(&code) {
        return Some(old_refusal(answer, &code, asked));
    }
    Some(new_refusal(answer, &code, http_status, asked))
}

fn is_old(code: &str) -> bool {
    code.parse::<i64>().is_ok() || code.starts_with("isp.")
}

fn old_refusal(answer: &Value, code: &str, asked: Asked) -> Error {
    let outer = text(answer, &["errcode", "errCode", "code", "error_code"]).unwrap_or_else(|| code.to_owned());
    let words = text(answer, &["errmsg", "errMsg", "message", "msg", "errorMessage", "error_msg", "sub_msg"]);
    let mut whole = Map::new();
    whole.insert("errcode".to_owned(), json!(if outer.parse::<i64>().is_ok() { outer.as_str() } else { code }));
    whole.insert("errmsg".to_owned(), json!(words.unwrap_or_default()));
    for (name, names) in [("sub_code", ["sub_code", "subCode"]), ("sub_msg", ["sub_msg", "subMsg"])] {
        if let Some(value) = text(answer, &names) {
            whole.insert(name.to_owned(), json!(value));
        }
    }
    keep_rest(answer, &mut whole, "request_id");
    let whole = Value::Object(whole);
    let read = |dialect| old::refusal(&whole, &case(dialect, 200));
    match asked {
        Asked::Robot => read(Dialect::Robot),
        Asked::Token => read(Dialect::OldToken),
        Asked::Untold | Asked::CorpToken => match read(Dialect::Old) {
            // What no other call answers is a robot's.
            Error::Unknown { words } => match read(Dialect::Robot) {
                robot @ Error::Robot { .. } => robot,
                _ => Error::Unknown { words },
            },
            known => known,
        },
    }
}

fn new_refusal(answer: &Value, code: &str, http_status: Option<u16>, asked: Asked) -> Error {
    let mut whole = Map::new();
    whole.insert("code".to_owned(), json!(code));
    let words = text(answer, &["message", "Message", "errmsg", "errMsg", "msg", "errorMessage", "description"]);
    whole.insert("message".to_owned(), json!(words.unwrap_or_default()));
    for name in ["accessdenieddetail", "AccessDeniedDetail"] {
        if let Some(detail) = answer.get(name) {
            whole.insert(name.to_owned(), detail.clone());
        }
    }
    keep_rest(answer, &mut whole, "requestid");
    let dialect = match asked {
        Asked::CorpToken => Dialect::CorpToken,
        Asked::Token => Dialect::NewToken,
        Asked::Untold | Asked::Robot => Dialect::New,
    };
    new::refusal(&Value::Object(whole), &case(dialect, http_status.unwrap_or(400)))
}

fn keep_rest(answer: &Value, whole: &mut Map<String, Value>, request_id: &str) {
    if let Some(id) = text(answer, &["request_id", "requestid", "requestId", "RequestId", "request-id"]) {
        whole.insert(request_id.to_owned(), json!(id));
    }
    for name in ["userid", "result"] {
        if let Some(value) = answer.get(name) {
            whole.insert(name.to_owned(), value.clone());
        }
    }
}

fn case(dialect: Dialect, status: u16) -> Case<'static> {
    const NONE: &Redactor<'static> = &Redactor::NONE;
    Case { dialect, host: "", status, retry_after: None, redactor: NONE }
}

fn text(answer: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| answer.get(*name).and_then(as_text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: &Value, asked: Asked, expected: &str) {
        let told = read_refusal(answer, None, asked).map(|error| format!("{error:?}"));
        let told = told.as_deref().unwrap_or("none");
        assert!(told.starts_with(expected), "{answer}: {told}");
    }

    #[test]
    fn a_kept_answer_is_named_as_it_would_have_been_when_it_came() {
        // V §10.1: 60020 stands flat or inside 88, as a number or as a text
        check(&json!({"errcode": 60020, "errmsg": "x"}), Asked::Untold, "AddressRefused");
        check(
            &json!({"errcode": 88, "errmsg": "ding talk error[subcode=60020,submsg=x]"}),
            Asked::Untold,
            "AddressRefused",
        );
        check(&json!({"code": 88, "sub_code": "60020", "sub_msg": "x"}), Asked::Untold, "AddressRefused");
        check(&json!({"code": 15, "sub_code": "isp.top-remote-connection-timeout"}), Asked::Untold, "Busy");
        // V §10.2: IpNotInWhiteList is the new gateway's word for the same
        check(
            &json!({"code": "Forbidden.AccessDenied.IpNotInWhiteList", "message": "x"}),
            Asked::Untold,
            "AddressRefused",
        );
        check(&json!({"errcode": 310_000, "errmsg": "sign not match"}), Asked::Untold, "Robot { refusal: Signature");
        check(&json!({"errcode": 310_000, "errmsg": "?"}), Asked::Untold, "Unknown");
        check(&json!({"errcode": 40001, "errmsg": "?"}), Asked::Token, "CredentialsRefused");
        check(&json!({"errcode": 40001, "errmsg": "?"}), Asked::Untold, "TokenRefused");
        check(&json!({"code": "unknownError", "message": "?"}), Asked::CorpToken, "CorpIdRefused");
        check(&json!({"code": "unknownError", "message": "?"}), Asked::Untold, "Busy");
    }

    #[test]
    fn what_is_no_refusal_is_none() {
        check(&json!({"errcode": 0, "errmsg": "ok"}), Asked::Untold, "none");
        check(&json!({"errmsg": "60020"}), Asked::Untold, "none");
        check(&json!({"code": {}}), Asked::Untold, "none");
        check(&json!(60020), Asked::Untold, "none");
        check(&Value::Null, Asked::Untold, "none");
    }
}
