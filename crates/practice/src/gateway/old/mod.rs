//! The look-alike of `oapi.dingtalk.com`: HTTP 200 always, `errcode` tells.

mod call_back;
mod department;
mod notice;
mod notice_result;
mod robot;
mod robot_content;
mod scopes;
mod token;
mod user;
mod user_fields;

use super::answer::{self, Answer, Fields};
use super::caller::{CallRefused, address_text, admit, permission_text};
use super::input::Parameters;
use super::{Call, server_time, throttle};
use crate::state::World;

/// A business failure: `errcode` and `errmsg`, not wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub errcode: i64,
    pub errmsg: String,
}

impl Failure {
    fn new(errcode: i64, errmsg: &str) -> Self {
        Self { errcode, errmsg: errmsg.to_owned() }
    }

    fn missing(parameter: &str) -> Self {
        Self::new(40_035, &format!("缺少参数 {parameter}"))
    }
}

/// One call that came through token, address and permission.
pub struct Admitted<'a> {
    pub world: &'a mut World,
    pub client_id: &'a str,
    pub parameters: &'a Parameters,
}

type Method = fn(&mut Admitted<'_>) -> Result<Fields, Failure>;

/// A call that needs no app token.
type OpenMethod = fn(&mut World, &Call) -> Answer;

/// How the gateway itself refuses, and whether an answer carries a request id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// `/topapi/*` and `/auth/scopes`: wrapped in 88.
    Wrapped,
    /// Older paths: the code stands bare. Source: dingtalk-api.md, head.
    Flat,
}

/// One call that needs an app token.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    path: &'static str,
    /// The permission point. Source: dingtalk-api.md §3, §4.2.
    point: &'static str,
    dialect: Dialect,
    act: Method,
}

const fn top(path: &'static str, point: &'static str, act: Method) -> Endpoint {
    Endpoint { path, point, dialect: Dialect::Wrapped, act }
}

const fn flat(path: &'static str, point: &'static str, act: Method) -> Endpoint {
    Endpoint { path, point, dialect: Dialect::Flat, act }
}

/// Each family's file names its own.
const FAMILIES: [&[Endpoint]; 6] = [
    scopes::ENDPOINTS,
    user::ENDPOINTS,
    department::ENDPOINTS,
    notice::ENDPOINTS,
    notice_result::ENDPOINTS,
    call_back::ENDPOINTS,
];

const OPEN_FAMILIES: [&[(&str, OpenMethod)]; 2] = [token::OPEN, robot::OPEN];

pub fn answer(world: &mut World, call: &Call) -> Answer {
    let mut open = OPEN_FAMILIES.iter().copied().flatten();
    if let Some((_, act)) = open.find(|(path, _)| *path == call.path) {
        return act(world, call);
    }
    let mut endpoints = FAMILIES.iter().copied().flatten();
    let Some(endpoint) = endpoints.find(|endpoint| endpoint.path == call.path) else {
        return answer::old_unknown_path(&call.path);
    };
    let parameters = call.parameters();
    let token = call.old_token();
    let client_id = match admit(world, token.as_deref(), endpoint.path, endpoint.point) {
        Ok(client_id) => client_id,
        Err(refused) => return refusal(world, &refused, endpoint),
    };
    let mut admitted = Admitted { world, client_id: &client_id, parameters: &parameters };
    match ((endpoint.act)(&mut admitted), endpoint.dialect) {
        (Ok(fields), Dialect::Wrapped) => answer::old_top(fields),
        (Ok(fields), Dialect::Flat) => answer::old_plain(&fields),
        (Err(failure), Dialect::Wrapped) => answer::old_top_failure(failure.errcode, &failure.errmsg),
        (Err(failure), Dialect::Flat) => answer::old_plain_failure(failure.errcode, &failure.errmsg),
    }
}

/// Source: dingtalk-api.md, head (88), §1.4, §4.3, §8, §9.
fn refusal(world: &World, refused: &CallRefused, endpoint: &Endpoint) -> Answer {
    let code = refused.code();
    let (text, extra) = match refused {
        CallRefused::TokenAbsent => ("access_token is blank".to_owned(), String::new()),
        CallRefused::TokenUnknown => ("不合法的access_token".to_owned(), String::new()),
        CallRefused::Address { client_id, address } => (address_text(client_id, address), String::new()),
        CallRefused::Throttled { .. } => {
            (throttle::sentence(&answer::api_name(endpoint.path), server_time(world)), String::new())
        }
        CallRefused::Permission { client_id, code } => {
            (permission_text(client_id, code), format!(", {{requiredScopes=[{code}]}}"))
        }
    };
    match endpoint.dialect {
        Dialect::Wrapped => answer::old_wrapped(code, &text, &extra),
        Dialect::Flat => answer::old_plain_failure(code.parse().unwrap_or(-1), &text),
    }
}

/// `errcode` 0, `errmsg` ok and the result.
fn ok(result: serde_json::Value) -> Fields {
    vec![("errcode", 0.into()), ("errmsg", "ok".into()), ("result", result)]
}
