//! Tokens of third-party apps (ISV), in brief. Source: dingtalk-api.md §1.5.

use axum::http::StatusCode;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, needed, post};
use crate::gateway::answer::{Answer, new_success};
use crate::gateway::input::Parameters;
use crate::random;
use crate::state::token::LIFETIME_SECONDS;
use crate::state::{App, Effect};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/oauth2/corpAccessToken", Access::Open(of_corp)),
    post("/v1.0/oauth2/suiteAccessToken", Access::Open(of_suite)),
];

fn of_corp(asked: &mut Asked<'_>) -> Answer {
    finish(corp_token(asked))
}

fn of_suite(asked: &mut Asked<'_>) -> Answer {
    finish(asked.body().and_then(|body| suite(asked, &body).map(|_| random::hexadecimal(32))))
}

fn finish(token: Result<String, Failure>) -> Answer {
    match token {
        Ok(token) => new_success(&vec![("accessToken", token.into()), ("expireIn", LIFETIME_SECONDS.into())]),
        Err(failure) => failure.answer(),
    }
}

/// Repeated, it returns a new token here.
fn corp_token(asked: &mut Asked<'_>) -> Result<String, Failure> {
    let body = asked.body()?;
    let corp_id = needed(&body, "authCorpId")?;
    let client_id = suite(asked, &body)?.client_id.clone();
    if corp_id != asked.world.corp_id {
        return Err(Failure::bad_request("invalidAuthInfo", "授权关系不存在"));
    }
    let token = asked.world.issue_another_token(&client_id);
    token.ok_or_else(|| Failure {
        status: StatusCode::INTERNAL_SERVER_ERROR,
        ..Failure::bad_request("systemError", "系统繁忙")
    })
}

/// That a wrong secret looks like a wrong key is inferred.
fn suite<'a>(asked: &'a mut Asked<'_>, body: &Parameters) -> Result<&'a App, Failure> {
    let (key, secret) = (needed(body, "suiteKey")?, needed(body, "suiteSecret")?);
    let ticket = needed(body, "suiteTicket")?;
    let known = asked.world.app_by_keys(&key, &secret).is_some_and(|app| app.suite_ticket.is_some());
    if !known {
        asked.world.record(Effect::TokenRefused { client_id: key });
        return Err(Failure::bad_request("invalidSuiteKey", "suitekey不合法"));
    }
    let app = asked.world.app(&key).filter(|app| app.suite_ticket.as_deref() == Some(ticket.as_str()));
    app.ok_or_else(|| Failure::bad_request("invalidSuiteTicket", "suiteTicket不合法"))
}
