//! The look-alike of `oapi.dingtalk.com`: HTTP 200 always, `errcode` tells.

mod admins;
pub mod call_back;
mod call_back_failed;
mod department;
mod department_write;
mod field;
mod inactive;
mod microapp;
mod mobile;
mod notice;
mod notice_result;
mod robot;
mod robot_content;
mod scopes;
mod session;
mod sign_in;
mod ticket;
mod token;
mod user;
mod user_draft;
mod user_fields;
mod user_write;

use super::answer::{self, Answer, Fields};
use super::caller::{CallRefused, address_text, admit, permission_text, quota_text};
use super::input::Parameters;
use super::{Call, server_time, throttle};
use crate::event::Why;
use crate::state::World;
use crate::state::behaviour::Behaviour;

/// A business failure: `errcode` and `errmsg`, not wrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub errcode: i64,
    pub errmsg: String,
    /// What else stands in the answer.
    pub more: Fields,
}

impl Failure {
    fn new(errcode: i64, errmsg: &str) -> Self {
        Self { errcode, errmsg: errmsg.to_owned(), more: Vec::new() }
    }

    fn fields(self) -> Fields {
        let mut fields: Fields = vec![("errcode", self.errcode.into()), ("errmsg", self.errmsg.into())];
        fields.extend(self.more);
        fields
    }

    fn missing(parameter: &str) -> Self {
        Self::new(40_035, &format!("缺少参数 {parameter}"))
    }
}

/// One call that came through token, address and permission.
pub struct Admitted<'a> {
    pub world: &'a mut World,
    pub client_id: &'a str,
    /// As it came.
    pub token: &'a str,
    pub parameters: &'a Parameters,
    /// See [`Call::proof`].
    pub proof: Option<Result<(), Why>>,
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
    /// `/get_jsapi_ticket`: bare, and its refusals as the switch says.
    Chosen,
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
const FAMILIES: [&[Endpoint]; 14] = [
    scopes::ENDPOINTS,
    user::ENDPOINTS,
    user_write::ENDPOINTS,
    admins::ENDPOINTS,
    inactive::ENDPOINTS,
    department::ENDPOINTS,
    department_write::ENDPOINTS,
    notice::ENDPOINTS,
    notice_result::ENDPOINTS,
    sign_in::ENDPOINTS,
    ticket::ENDPOINTS,
    microapp::ENDPOINTS,
    call_back::ENDPOINTS,
    call_back_failed::ENDPOINTS,
];

const OPEN_FAMILIES: [&[(&str, OpenMethod)]; 3] = [token::OPEN, robot::OPEN, session::OPEN];

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
    let token = token.unwrap_or_default();
    let mut admitted =
        Admitted { world, client_id: &client_id, token: &token, parameters: &parameters, proof: call.proof };
    match ((endpoint.act)(&mut admitted), endpoint.dialect) {
        (Ok(fields), Dialect::Wrapped) => answer::old_top(fields),
        (Ok(fields), Dialect::Flat | Dialect::Chosen) => answer::old_plain(&fields),
        (Err(failure), Dialect::Wrapped) => answer::old_top(failure.fields()),
        (Err(failure), Dialect::Flat | Dialect::Chosen) => answer::old_plain(&failure.fields()),
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
            let limit = world.limits.app_api_per_second;
            (throttle::sentence(&answer::api_name(endpoint.path), limit, server_time(world)), String::new())
        }
        CallRefused::Quota { .. } => (quota_text(server_time(world)), String::new()),
        CallRefused::Permission { client_id, code } => {
            (permission_text(client_id, code), format!(", {{requiredScopes=[{code}]}}"))
        }
    };
    let wrapped = match endpoint.dialect {
        Dialect::Wrapped => true,
        Dialect::Flat => false,
        Dialect::Chosen => world.chosen(Behaviour::JsapiTicketRefusal) == "wrapped",
    };
    if wrapped {
        return answer::old_wrapped(code, &text, &extra);
    }
    // The older text points to its explanation (§8).
    let text = match refused {
        CallRefused::Address { .. } => {
            format!("请参考FAQ：https://open-doc.dingtalk.com/microapp/faquestions/cvbtph。错误原因：{text}")
        }
        CallRefused::TokenAbsent
        | CallRefused::TokenUnknown
        | CallRefused::Throttled { .. }
        | CallRefused::Quota { .. }
        | CallRefused::Permission { .. } => text,
    };
    answer::old_plain_failure(code.parse().unwrap_or(-1), &text)
}

/// `errcode` 0, `errmsg` ok and the result.
fn ok(result: serde_json::Value) -> Fields {
    vec![("errcode", 0.into()), ("errmsg", "ok".into()), ("result", result)]
}
