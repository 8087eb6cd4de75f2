//! The look-alike of `oapi.dingtalk.com`: HTTP 200 always, `errcode` tells.

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

/// Path, permission point, what it does. Points: dingtalk-api.md §3, §4.2.
const METHODS: [(&str, &str, Method); 15] = [
    ("/auth/scopes", "qyapi_base", scopes::scopes),
    ("/topapi/v2/user/get", "qyapi_get_member", user::get),
    ("/topapi/v2/user/list", "qyapi_get_department_member", user::list),
    ("/topapi/user/listsimple", "qyapi_get_department_member", user::list_simple),
    ("/topapi/user/listid", "qyapi_get_member", user::list_id),
    ("/topapi/user/count", "qyapi_get_member", user::count),
    ("/topapi/v2/user/getbymobile", "qyapi_get_member_by_mobile", user::by_mobile),
    ("/topapi/user/getbyunionid", "qyapi_get_member", user::by_unionid),
    ("/topapi/v2/department/listsub", "qyapi_get_department_list", department::list_sub),
    ("/topapi/v2/department/listsubid", "qyapi_get_department_list", department::list_sub_id),
    ("/topapi/v2/department/listparentbydept", "qyapi_get_department_list", department::parents),
    ("/topapi/v2/department/get", "qyapi_get_department_list", department::get),
    ("/topapi/message/corpconversation/asyncsend_v2", "qyapi_base", notice::send),
    ("/topapi/message/corpconversation/getsendprogress", "qyapi_base", notice_result::progress),
    ("/topapi/message/corpconversation/getsendresult", "qyapi_base", notice_result::result),
];

pub fn answer(world: &mut World, call: &Call) -> Answer {
    match call.path.as_str() {
        "/gettoken" => return token::get_token(world, call),
        "/robot/send" => return robot::send(world, call),
        _ => {}
    }
    let known = METHODS.iter().find(|(path, ..)| *path == call.path);
    let Some((path, point, method)) = known else {
        return answer::old_unknown_path(&call.path);
    };
    let parameters = call.parameters();
    let token = call.old_token();
    let client_id = match admit(world, token.as_deref(), path, point) {
        Ok(client_id) => client_id,
        Err(refused) => return wrapped(world, &refused, path),
    };
    let mut admitted = Admitted { world, client_id: &client_id, parameters: &parameters };
    match method(&mut admitted) {
        Ok(fields) => answer::old_top(fields),
        Err(failure) => answer::old_top_failure(failure.errcode, &failure.errmsg),
    }
}

/// Source: dingtalk-api.md, head (88), §1.4, §4.3, §8, §9.
fn wrapped(world: &World, refused: &CallRefused, path: &str) -> Answer {
    let sub_code = refused.code();
    match refused {
        CallRefused::TokenAbsent => answer::old_wrapped(sub_code, "access_token is blank", ""),
        CallRefused::TokenUnknown => answer::old_wrapped(sub_code, "不合法的access_token", ""),
        CallRefused::Address { client_id, address } => {
            answer::old_wrapped(sub_code, &address_text(client_id, address), "")
        }
        CallRefused::Throttled { .. } => {
            let text = throttle::sentence(&answer::api_name(path), server_time(world));
            answer::old_wrapped(sub_code, &text, "")
        }
        CallRefused::Permission { client_id, code } => {
            let text = permission_text(client_id, code);
            let extra = format!(", {{requiredScopes=[{code}]}}");
            answer::old_wrapped(sub_code, &text, &extra)
        }
    }
}

/// `errcode` 0, `errmsg` ok and the result.
fn ok(result: serde_json::Value) -> Fields {
    vec![("errcode", 0.into()), ("errmsg", "ok".into()), ("result", result)]
}
