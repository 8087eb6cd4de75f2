//! Bodies with their keys in DingTalk's order, and the shapes of both gateways.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::random;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: StatusCode,
    pub content_type: &'static str,
    pub body: String,
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let headers = [(header::CONTENT_TYPE, self.content_type)];
        (self.status, headers, self.body).into_response()
    }
}

/// An object whose keys stay in the order given.
pub type Fields = Vec<(&'static str, Value)>;

pub fn object(fields: &Fields) -> String {
    let parts: Vec<String> = fields.iter().map(|(key, value)| format!("{}:{value}", Value::from(*key))).collect();
    format!("{{{}}}", parts.join(","))
}

/// The old gateway answers HTTP 200 whatever happens.
fn old(content_type: &'static str, fields: &Fields) -> Answer {
    Answer { status: StatusCode::OK, content_type, body: object(fields) }
}

/// `/gettoken` and `/robot/send`: no request id, no wrapper.
pub fn old_plain(fields: &Fields) -> Answer {
    old("application/json", fields)
}

pub fn old_plain_failure(errcode: i64, errmsg: &str) -> Answer {
    old_plain(&vec![("errcode", errcode.into()), ("errmsg", errmsg.into())])
}

/// `/topapi/*` and `/auth/scopes`.
pub fn old_top(mut fields: Fields) -> Answer {
    fields.push(("request_id", random::old_request_id().into()));
    old("application/json;charset=UTF-8", &fields)
}

/// A gateway failure is wrapped in 88. `extra` stands after the message inside `errmsg` only.
pub fn old_wrapped(sub_code: &str, sub_msg: &str, extra: &str) -> Answer {
    old_top(vec![
        ("errcode", 88.into()),
        ("sub_code", sub_code.into()),
        ("sub_msg", sub_msg.into()),
        ("errmsg", format!("ding talk error[subcode={sub_code},submsg={sub_msg}{extra}]").into()),
    ])
}

/// `/topapi/a/b` is the API `dingtalk.oapi.a.b`.
pub fn api_name(path: &str) -> String {
    let path = path.strip_prefix("/topapi").unwrap_or(path);
    format!("dingtalk.oapi{}", path.replace('/', "."))
}

pub fn old_unknown_path(path: &str) -> Answer {
    let sub_msg = format!("不合法ApiName，ApiName = {}", api_name(path));
    old_top(vec![
        ("errcode", 22.into()),
        ("sub_msg", sub_msg.as_str().into()),
        ("errmsg", format!("Invalid method[submsg={sub_msg}]").into()),
    ])
}

/// Success of the new gateway has no envelope.
pub fn new_success(fields: &Fields) -> Answer {
    new_raw(StatusCode::OK, fields)
}

pub fn new_raw(status: StatusCode, fields: &Fields) -> Answer {
    Answer { status, content_type: "application/json;charset=utf-8", body: object(fields) }
}

pub fn new_failure(status: StatusCode, code: &str, message: &str) -> Answer {
    new_raw(
        status,
        &vec![("code", code.into()), ("requestid", random::new_request_id().into()), ("message", message.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_in_order_and_text_is_escaped() {
        let fields = vec![("z", 1.into()), ("a", "a\"b".into())];
        assert_eq!(object(&fields), r#"{"z":1,"a":"a\"b"}"#);
    }

    #[test]
    fn a_path_names_its_api() {
        let check = |path: &str, expected: &str| assert_eq!(api_name(path), expected);
        check("/topapi/v2/user/notexist", "dingtalk.oapi.v2.user.notexist");
        check("/auth/scopes", "dingtalk.oapi.auth.scopes");
    }
}
