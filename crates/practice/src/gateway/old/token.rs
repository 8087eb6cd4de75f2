//! `/gettoken`. Source: dingtalk-api.md §1.1.

use axum::http::Method;

use super::OpenMethod;
use crate::gateway::Call;
use crate::gateway::answer::{Answer, old_plain, old_plain_failure};
use crate::state::token::LIFETIME_SECONDS;
use crate::state::{Effect, World};

pub const OPEN: &[(&str, OpenMethod)] = &[("/gettoken", get_token)];

pub fn get_token(world: &mut World, call: &Call) -> Answer {
    if call.method != Method::GET {
        return old_plain_failure(43_001, "需要GET请求");
    }
    // Only the query counts: the same names in a GET body are "missing" (§1.1).
    let Some(client_id) = call.query_value("appkey").or_else(|| call.query_value("corpid")) else {
        return old_plain_failure(40_035, "缺少参数 corpid or appkey");
    };
    let Some(secret) = call.query_value("appsecret").or_else(|| call.query_value("corpsecret")) else {
        return old_plain_failure(40_035, "缺少参数 corpsecret or appsecret");
    };
    let known = world.app_by_keys(&client_id, &secret).is_some();
    let token = known.then(|| world.issue_token(&client_id)).flatten();
    let Some(token) = token else {
        world.record(Effect::TokenRefused { client_id });
        return old_plain_failure(40_096, "不合法的appKey或appSecret");
    };
    old_plain(&vec![
        ("errcode", 0.into()),
        ("access_token", token.into()),
        ("errmsg", "ok".into()),
        ("expires_in", LIFETIME_SECONDS.into()),
    ])
}
