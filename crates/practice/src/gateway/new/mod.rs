//! The look-alike of `api.dingtalk.com`: HTTP status, `code`, `message`, `requestid`.

mod endpoint;
mod event_callback;
mod group;
mod leavers;
mod org_account;
mod person;
mod robot;
mod robot_message;
mod search;
mod stream;
mod suite;
mod ticket;
mod token;

use axum::http::StatusCode;
use serde_json::json;

use super::answer::{self, Answer};
use super::caller::{CallRefused, address_text, admit, permission_text, quota_text};
use super::{Call, server_time};
use crate::random;
use crate::state::World;
use crate::state::behaviour::Behaviour;
use endpoint::{Access, Asked, Endpoint};

/// A refusal of the call itself, HTTP 400 unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub status: StatusCode,
    pub code: String,
    pub message: String,
}

impl Failure {
    fn bad_request(code: &str, message: &str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code: code.to_owned(), message: message.to_owned() }
    }

    fn missing(parameter: &str) -> Self {
        let message = format!("{parameter} is mandatory");
        Self::bad_request(&format!("Missing{parameter}"), &message)
    }

    fn answer(&self) -> Answer {
        answer::new_failure(self.status, &self.code, &self.message)
    }
}

/// Each family's file names its own.
const FAMILIES: [&[Endpoint]; 11] = [
    token::ENDPOINTS,
    suite::ENDPOINTS,
    person::ENDPOINTS,
    search::ENDPOINTS,
    leavers::ENDPOINTS,
    org_account::ENDPOINTS,
    robot::ENDPOINTS,
    group::ENDPOINTS,
    ticket::ENDPOINTS,
    stream::ENDPOINTS,
    event_callback::ENDPOINTS,
];

/// Where a file lies that somebody sent to a robot; the real one lies on a storage host.
const FILES: &str = "/practice-files/";

pub fn answer(world: &mut World, call: &Call) -> Answer {
    if let Some(code) = call.path.strip_prefix(FILES) {
        return file(world, code);
    }
    // A path without /v1.0 gets the old dialect, with HTTP 200 (PROBE P12).
    if !call.path.starts_with("/v1.0/") {
        let fields = vec![("errcode", 404.into()), ("errmsg", "请求的URI地址不存在".into())];
        return answer::new_raw(StatusCode::OK, &fields);
    }
    let Some(endpoint) = endpoint::find(&FAMILIES, call.method.as_str(), &call.path) else {
        return not_found();
    };
    // Only the header counts: query and `Authorization` are ignored.
    let token = call.header_token.as_deref().filter(|token| !token.is_empty());
    let mut asked = Asked { world, client_id: String::new(), unionid: String::new(), call, endpoint };
    let action = match endpoint.access {
        Access::Open(action) => return action(&mut asked),
        Access::App(point, action) => match admit(asked.world, token, endpoint.path, point) {
            Ok(client_id) => {
                asked.client_id = client_id;
                action
            }
            Err(refused) => return refusal(asked.world, &refused),
        },
        Access::Person(point, action) => match person::admit(asked.world, token, endpoint.path, point) {
            Ok(token) => {
                asked.client_id = token.client_id;
                asked.unionid = token.unionid;
                action
            }
            Err(answer) => return answer,
        },
    };
    match action(&mut asked) {
        Ok(fields) => answer::new_success(&fields),
        Err(failure) => failure.answer(),
    }
}

fn file(world: &World, code: &str) -> Answer {
    let mut files = world.app_robot.files.iter();
    let file = files.find(|file| file.download_code == code);
    let (status, body) = match file {
        Some(file) => (StatusCode::OK, file.content.clone()),
        None => (StatusCode::NOT_FOUND, String::new()),
    };
    Answer { status, content_type: "application/octet-stream", body }
}

fn not_found() -> Answer {
    let message = "Specified api is not found";
    answer::new_failure(StatusCode::NOT_FOUND, "InvalidAction.NotFound", message)
}

/// Source: dingtalk-api.md §1.4, §4.3, §8, §9.
fn refusal(world: &World, refused: &CallRefused) -> Answer {
    let forbidden = |reason: &str, message: &str| {
        let code = format!("Forbidden.AccessDenied.{reason}");
        answer::new_failure(StatusCode::FORBIDDEN, &code, message)
    };
    match refused {
        CallRefused::TokenAbsent => answer::new_failure(
            StatusCode::BAD_REQUEST,
            "AuthenticationFailed.MissingParameter",
            "缺少参数：x-acs-dingtalk-access-token",
        ),
        CallRefused::TokenUnknown => {
            answer::new_failure(StatusCode::BAD_REQUEST, "InvalidAuthentication", "不合法的access_token")
        }
        CallRefused::Address { client_id, address } => forbidden("IpNotInWhiteList", &address_text(client_id, address)),
        CallRefused::Throttled { .. } => {
            forbidden("QpsLimitForAppkeyAndApi", "您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了")
        }
        CallRefused::Quota { .. } => forbidden("ApiCountLimitForOrg", &quota_text(server_time(world))),
        CallRefused::Permission { client_id, code } => answer::new_raw(
            StatusCode::FORBIDDEN,
            &vec![
                ("code", "Forbidden.AccessDenied.AccessTokenPermissionDenied".into()),
                ("requestid", random::new_request_id().into()),
                ("message", permission_words(world, client_id, code).into()),
                ("accessdenieddetail", json!({"requiredScopes": [code]})),
            ],
        ),
    }
}

/// The newer sentence with its link, or the older one (§4.3).
fn permission_words(world: &World, client_id: &str, code: &str) -> String {
    if world.chosen(Behaviour::PermissionWording) == "older" {
        let older = "没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission";
        return older.to_owned();
    }
    permission_text(client_id, code)
}
