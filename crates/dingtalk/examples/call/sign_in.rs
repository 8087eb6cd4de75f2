//! Signing in and the JSAPI ticket. Tokens are told here, for the next call needs them: they are practice's.

use dingtalk::{AuthCode, Client, JsapiTicket, Profile, Result, UserToken};
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use super::text;

fn token(token: &UserToken) -> Value {
    json!({
        "access_token": token.access_token.expose_secret(),
        "refresh_token": token.refresh_token.as_ref().map(ExposeSecret::expose_secret),
        "seconds": token.lifetime.as_secs(),
        "corp_id": token.corp_id,
    })
}

fn profile(profile: &Profile) -> Value {
    json!({
        "unionId": profile.union_id, "openId": profile.open_id, "nick": profile.nick, "mobile": profile.mobile,
        "stateCode": profile.state_code, "email": profile.email, "visitor": profile.visitor,
    })
}

fn ticket(ticket: &JsapiTicket) -> Value {
    json!({"ticket": ticket.ticket.expose_secret(), "seconds": ticket.validity.lifetime.as_secs()})
}

/// `None`: no call has that name.
pub async fn make(client: &Client, call: &str, with: &Value) -> Option<Result<Value>> {
    let code = || AuthCode(text(with, "code").into());
    Some(match call {
        "user_token" => client.user_token(&code()).await.map(|it| token(&it)),
        "refreshed_user_token" => {
            client.refreshed_user_token(&text(with, "refresh_token").into()).await.map(|it| token(&it))
        }
        "profile" => client.profile(&text(with, "access_token").into()).await.map(|it| profile(&it)),
        "user_by_code" => client
            .user_by_code(&code())
            .await
            .map(|it| json!({"userid": it.userid, "unionid": it.unionid, "name": it.name, "sys_level": it.sys_level})),
        "jsapi_ticket" => client.jsapi_ticket().await.map(|it| ticket(&it)),
        "jsapi_ticket_from_old_host" => client.jsapi_ticket_from_old_host().await.map(|it| ticket(&it)),
        _ => return None,
    })
}
