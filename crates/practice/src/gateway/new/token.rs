//! Tokens: `/v1.0/oauth2/accessToken` and `/v1.0/oauth2/{corpId}/token`. Source: dingtalk-api.md §1.2, §1.3.

use axum::http::{Method, StatusCode};

use super::missing_body;
use crate::gateway::Call;
use crate::gateway::answer::{Answer, new_failure, new_raw, new_success};
use crate::gateway::input::Parameters;
use crate::random;
use crate::state::token::LIFETIME_SECONDS;
use crate::state::{Effect, World};

/// `None` when the path is another's.
pub fn answer(world: &mut World, call: &Call) -> Option<Answer> {
    if call.method != Method::POST {
        return None;
    }
    let rest = call.path.strip_prefix("/v1.0/oauth2/")?;
    if rest == "accessToken" {
        return Some(of_app(world, call));
    }
    let corp_id = rest.strip_suffix("/token")?;
    (!corp_id.contains('/')).then(|| of_company(world, call, corp_id))
}

fn issue(world: &mut World, client_id: &str, client_secret: &str) -> Option<String> {
    let known = world.app_by_keys(client_id, client_secret).is_some();
    let token = known.then(|| world.issue_token(client_id)).flatten();
    if token.is_none() {
        let client_id = client_id.to_owned();
        world.record(Effect::TokenRefused { client_id });
    }
    token
}

fn missing(parameter: &str) -> Answer {
    let message = format!("{parameter} is mandatory");
    new_failure(StatusCode::BAD_REQUEST, &format!("Missing{parameter}"), &message)
}

/// The two named values, or the answer for the one that is not there.
fn pair(parameters: &Parameters, first: &str, second: &str) -> Result<(String, String), Answer> {
    let value = |name: &str| parameters.text(name).ok_or_else(|| missing(name));
    Ok((value(first)?, value(second)?))
}

fn of_app(world: &mut World, call: &Call) -> Answer {
    let Some(parameters) = call.json_parameters() else {
        return missing_body();
    };
    let (client_id, client_secret) = match pair(&parameters, "appKey", "appSecret") {
        Ok(keys) => keys,
        Err(answer) => return answer,
    };
    let Some(token) = issue(world, &client_id, &client_secret) else {
        return new_raw(
            StatusCode::BAD_REQUEST,
            &vec![
                ("requestid", random::new_request_id().into()),
                ("code", "invalidClientIdOrSecret".into()),
                ("message", "无效的clientId或者clientSecret".into()),
            ],
        );
    };
    new_success(&vec![("accessToken", token.into()), ("expireIn", LIFETIME_SECONDS.into())])
}

fn of_company(world: &mut World, call: &Call, corp_id: &str) -> Answer {
    // Live answer to a bogus CorpId, whatever the keys (PROBE P4).
    if corp_id != world.corp_id {
        let fields = vec![("code", "unknownError".into()), ("message", "未知错误".into())];
        return new_raw(StatusCode::INTERNAL_SERVER_ERROR, &fields);
    }
    let Some(parameters) = call.json_parameters() else {
        return missing_body();
    };
    let (client_id, client_secret) = match pair(&parameters, "client_id", "client_secret") {
        Ok(keys) => keys,
        Err(answer) => return answer,
    };
    let refused = |code: &str| new_failure(StatusCode::BAD_REQUEST, code, code);
    if parameters.text("grant_type").as_deref() != Some("client_credentials") {
        return refused("unsupported.grant.type");
    }
    let Some(token) = issue(world, &client_id, &client_secret) else {
        return refused("invalid.client");
    };
    new_success(&vec![("access_token", token.into()), ("expires_in", LIFETIME_SECONDS.into())])
}
