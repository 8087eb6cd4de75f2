//! Signing in: the exchange of a code, and the profile of whoever signed in. Source: dingtalk-api.md §2.2, §2.3.

use axum::http::StatusCode;
use serde_json::Value;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, get, needed, post};
use super::token::wrong_keys;
use crate::gateway::answer::{Answer, Fields, new_failure, new_raw, new_success};
use crate::gateway::caller::{self, CallRefused};
use crate::random;
use crate::scenario::Scenario;
use crate::state::behaviour::Behaviour;
use crate::state::oauth::{LIFETIME_SECONDS, Origin, PersonToken};
use crate::state::{App, Effect, Staff, World};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/oauth2/userAccessToken", Access::Open(exchange)),
    get("/v1.0/contact/users/{unionId}", Access::Person("Contact.User.Read", profile)),
];

const POINT: &str = "open_app_api_base";
const FIELD_MOBILE: &str = "Contact.User.mobile";

fn exchange(asked: &mut Asked<'_>) -> Answer {
    // Only camelCase keys count: a snake_case body lacks `clientId`.
    let keys = asked.body().and_then(|body| Ok((needed(&body, "clientId")?, needed(&body, "clientSecret")?)));
    let (client_id, client_secret) = match keys {
        Ok(keys) => keys,
        Err(failure) => return failure.answer(),
    };
    let Some(app) = asked.world.app_by_keys(&client_id, &client_secret) else {
        asked.world.record(Effect::TokenRefused { client_id });
        return wrong_keys();
    };
    let permitted = !asked.world.is_on(Scenario::MissingPermission) && has(app, POINT);
    if !permitted {
        let refused = CallRefused::Permission { client_id, code: POINT.to_owned() };
        caller::note(asked.world, &refused, asked.endpoint.path);
        return super::refusal(asked.world, &refused);
    }
    match grant(asked, &client_id) {
        Ok(token) => new_success(&shown(asked.world, &token)),
        Err(answer) => answer,
    }
}

fn has(app: &App, point: &str) -> bool {
    app.active_permissions().iter().any(|active| active == point)
}

fn grant(asked: &mut Asked<'_>, client_id: &str) -> Result<PersonToken, Answer> {
    let body = asked.body().map_err(|failure| failure.answer())?;
    let text = |name: &str| needed(&body, name).map_err(|failure| failure.answer());
    let token = match text("grantType")?.as_str() {
        "authorization_code" => {
            let code = text("code")?;
            let code = asked.world.spend_code(&code, client_id, Origin::Browser);
            code.and_then(|code| asked.world.issue_person_token(client_id, &code.userid, code.tells_corp))
        }
        "refresh_token" => {
            let refresh = text("refreshToken")?;
            asked.world.refresh_person_token(&refresh, client_id)
        }
        // Inferred from the app's own token endpoint (§1.3).
        _ => {
            let code = "unsupported.grant.type";
            return Err(new_failure(StatusCode::BAD_REQUEST, code, code));
        }
    };
    token.ok_or_else(|| spent(asked.world))
}

/// A spent, ended or foreign code, and a dead refresh token. The HTTP status is inferred.
fn spent(world: &World) -> Answer {
    let status = match world.chosen(Behaviour::SpentCodeStatus) {
        "404" => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_REQUEST,
    };
    let fields: Fields = vec![
        ("requestid", random::new_request_id().into()),
        ("code", "invalidParameter.authCode.notFound".into()),
        ("message", "不合法的临时授权码".into()),
    ];
    new_raw(status, &fields)
}

fn shown(world: &World, token: &PersonToken) -> Fields {
    let mut fields: Fields = vec![
        ("accessToken", token.value.as_str().into()),
        ("refreshToken", token.refresh.as_str().into()),
        ("expireIn", LIFETIME_SECONDS.into()),
    ];
    if token.tells_corp {
        fields.push(("corpId", world.corp_id.as_str().into()));
    }
    fields
}

/// Lets a person's token in, or tells why not. Whether the address is looked at is not known (§8): it is not.
pub fn admit(world: &mut World, token: Option<&str>, call: &str, point: &str) -> Result<PersonToken, Answer> {
    examine(world, token, call, point).map_err(|outside| match outside {
        Outside::Refused(refused) => {
            caller::note(world, &refused, call);
            super::refusal(world, &refused)
        }
        Outside::Expired => new_failure(StatusCode::BAD_REQUEST, "accesstoken.expired", "用户accessToken过期"),
    })
}

enum Outside {
    Refused(CallRefused),
    /// Only a person's token is told apart from one that never was.
    Expired,
}

impl From<CallRefused> for Outside {
    fn from(refused: CallRefused) -> Self {
        Self::Refused(refused)
    }
}

fn examine(world: &mut World, token: Option<&str>, call: &str, point: &str) -> Result<PersonToken, Outside> {
    let value = token.ok_or(CallRefused::TokenAbsent)?;
    let Some(token) = world.use_person_token(value) else {
        // An app's token in a person's place looks like a missing permission (§4.3).
        let of_app = world.tokens.iter().find(|token| token.value == value && token.expires_at > world.now);
        let denied =
            |client_id: &str| CallRefused::Permission { client_id: client_id.to_owned(), code: point.to_owned() };
        return Err(of_app.map_or(CallRefused::TokenUnknown, |token| denied(&token.client_id)).into());
    };
    if token.expires_at <= world.now {
        return Err(Outside::Expired);
    }
    let permits = |world: &World| !world.is_on(Scenario::MissingPermission) && permits(world, &token, point);
    caller::pass(world, &token.client_id, call, point, permits)?;
    Ok(token)
}

fn permits(world: &World, token: &PersonToken, point: &str) -> bool {
    token.permissions.iter().any(|carried| carried == point)
        && world.app(&token.client_id).is_some_and(|app| has(app, point))
}

fn profile(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let wanted = asked.path_value("unionId");
    let unionid = if wanted == "me" { asked.unionid.as_str() } else { wanted.as_str() };
    let unknown = || Failure {
        status: StatusCode::NOT_FOUND,
        code: "invalidParameter.user.notFound".to_owned(),
        message: "找不到该用户".to_owned(),
    };
    let member = asked.world.staff.iter().find(|member| member.unionid == unionid).ok_or_else(unknown)?;
    let token = asked.call.header_token.as_deref().and_then(|value| asked.world.person_token(value));
    let sees_mobile = token.is_some_and(|token| permits(asked.world, token, FIELD_MOBILE));
    let mut fields: Fields = vec![("nick", member.name.as_str().into())];
    let mut show = |name: &'static str, text: &str| {
        if !text.is_empty() {
            fields.push((name, Value::from(text)));
        }
    };
    if sees_mobile {
        show("mobile", &member.mobile);
        show("stateCode", &member.state_code);
    }
    show("email", &member.email);
    show("openId", &open_id(&asked.client_id, member));
    show("unionId", &member.unionid);
    fields.push(("visitor", false.into()));
    Ok(fields)
}

/// One of a person and an app, always the same.
fn open_id(client_id: &str, member: &Staff) -> String {
    random::derived(&[client_id, &member.unionid], 27)
}
