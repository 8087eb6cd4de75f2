//! Tokens: `/v1.0/oauth2/accessToken` and `/v1.0/oauth2/{corpId}/token`. Source: dingtalk-api.md §1.2, §1.3.

use axum::http::StatusCode;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, needed, post};
use crate::gateway::answer::{Answer, Fields, new_failure, new_raw, new_success};
use crate::random;
use crate::state::token::LIFETIME_SECONDS;
use crate::state::{Effect, World};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/oauth2/accessToken", Access::Open(of_app)),
    post("/v1.0/oauth2/{corpId}/token", Access::Open(of_company)),
];

fn issue(world: &mut World, client_id: &str, client_secret: &str) -> Option<String> {
    let known = world.app_by_keys(client_id, client_secret).is_some();
    let token = known.then(|| world.issue_token(client_id)).flatten();
    if token.is_none() {
        let client_id = client_id.to_owned();
        world.record(Effect::TokenRefused { client_id });
    }
    token
}

/// The two named texts of the body.
fn pair(asked: &Asked<'_>, first: &str, second: &str) -> Result<(String, String), Failure> {
    let body = asked.body()?;
    Ok((needed(&body, first)?, needed(&body, second)?))
}

/// The key order of the recorded answer (PROBE P3) is not that of other refusals.
pub fn wrong_keys() -> Answer {
    let fields: Fields = vec![
        ("requestid", random::new_request_id().into()),
        ("code", "invalidClientIdOrSecret".into()),
        ("message", "无效的clientId或者clientSecret".into()),
    ];
    new_raw(StatusCode::BAD_REQUEST, &fields)
}

fn of_app(asked: &mut Asked<'_>) -> Answer {
    let (client_id, client_secret) = match pair(asked, "appKey", "appSecret") {
        Ok(keys) => keys,
        Err(failure) => return failure.answer(),
    };
    let Some(token) = issue(asked.world, &client_id, &client_secret) else {
        return wrong_keys();
    };
    new_success(&vec![("accessToken", token.into()), ("expireIn", LIFETIME_SECONDS.into())])
}

fn of_company(asked: &mut Asked<'_>) -> Answer {
    // Live answer to a bogus CorpId, whatever the keys (PROBE P4).
    if asked.path_value("corpId") != asked.world.corp_id {
        let fields = vec![("code", "unknownError".into()), ("message", "未知错误".into())];
        return new_raw(StatusCode::INTERNAL_SERVER_ERROR, &fields);
    }
    let (client_id, client_secret) = match pair(asked, "client_id", "client_secret") {
        Ok(keys) => keys,
        Err(failure) => return failure.answer(),
    };
    let refused = |code: &str| new_failure(StatusCode::BAD_REQUEST, code, code);
    let grant = asked.body().ok().and_then(|body| body.text("grant_type"));
    if grant.as_deref() != Some("client_credentials") {
        return refused("unsupported.grant.type");
    }
    let Some(token) = issue(asked.world, &client_id, &client_secret) else {
        return refused("invalid.client");
    };
    new_success(&vec![("access_token", token.into()), ("expires_in", LIFETIME_SECONDS.into())])
}
