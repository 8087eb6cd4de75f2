//! Signing in: what each exchange sends, what it makes of a dead code, and that no token is taken for another.

use std::time::Duration;

use axum::response::Response;
use dingtalk::{AuthCode, Error, suite_sign};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use crate::server::{SECRET, Server, TOKEN, hasty_client, reply};

const CODE: &str = "CANARY-auth-code-31";
const USER_TOKEN: &str = "CANARY-user-token-32";
const REFRESH: &str = "CANARY-refresh-token-33";
const SUITE_TICKET: &str = "CANARY-suite-ticket-34";

fn code() -> AuthCode {
    AuthCode(CODE.into())
}

/// Answers everything alike, tokens too: none of these calls may fetch one.
async fn alike(answer: Value) -> Server {
    Server::start(move |_, _| {
        let answer = answer.clone();
        async move { reply(200, &answer) }
    })
    .await
}

/// Refuses, and repeats in its words everything that it was told.
async fn refusing(status: u16, code: &'static str) -> Server {
    Server::start(move |asked, _| async move {
        let said = format!("{:?} {}", asked.headers, asked.body);
        reply(status, &json!({"requestid": "F340FF76", "code": code, "message": said}))
    })
    .await
}

fn check_hidden(error: &Error) {
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(!shown.contains("CANARY"), "{shown}");
}

// V §2.2: userAccessToken takes clientId, clientSecret, grantType and code, and answers both tokens, expireIn and corpId
#[tokio::test]
async fn a_code_is_exchanged_for_the_persons_own_tokens() {
    let answer = json!({"accessToken": USER_TOKEN, "refreshToken": REFRESH, "expireIn": 7200, "corpId": "dingcorp"});
    let server = alike(answer).await;
    let token = server.client().user_token(&code()).await.unwrap();
    assert_eq!(token.access_token.expose_secret(), USER_TOKEN);
    assert_eq!(token.refresh_token.as_ref().unwrap().expose_secret(), REFRESH);
    assert_eq!((token.lifetime, token.corp_id.as_deref()), (Duration::from_hours(2), Some("dingcorp")));
    assert!(!format!("{token:?} {:?}", code()).contains("CANARY"));
    let seen = server.seen();
    assert_eq!(seen.len(), 1, "no token of the app is needed");
    assert_eq!((seen[0].path.as_str(), seen[0].token()), ("/v1.0/oauth2/userAccessToken", None));
    let expected = json!({
        "clientId": "dingexample", "clientSecret": SECRET, "grantType": "authorization_code", "code": CODE,
    });
    assert_eq!(seen[0].json(), expected);
}

// V §2.2: a refresh token is exchanged with grantType refresh_token
#[tokio::test]
async fn a_refresh_token_is_exchanged_for_the_next_ones() {
    let server = alike(json!({"accessToken": USER_TOKEN, "refreshToken": REFRESH, "expireIn": 7200})).await;
    let token = server.client().refreshed_user_token(&REFRESH.into()).await.unwrap();
    assert_eq!(token.corp_id, None);
    let expected = json!({
        "clientId": "dingexample", "clientSecret": SECRET, "grantType": "refresh_token", "refreshToken": REFRESH,
    });
    assert_eq!(server.seen()[0].json(), expected);
}

// F15
#[tokio::test]
async fn the_lifetime_of_a_persons_token_is_clamped_as_the_apps_is() {
    for (stated, expected) in [
        (json!(600), 600),
        (json!("600"), 600),
        (json!(0), 7200),
        (json!(-1), 7200),
        (json!(1_000_000_000_000_i64), 7200),
        (json!(1), 60),
        (Value::Null, 7200),
    ] {
        let server = alike(json!({"accessToken": USER_TOKEN, "expireIn": stated})).await;
        let token = server.client().user_token(&code()).await.unwrap();
        assert_eq!((token.lifetime.as_secs(), token.refresh_token.is_none()), (expected, true), "{stated}");
    }
}

// V §2.2: a spent, expired or wrong code is refused with invalidParameter.authCode.notFound
#[tokio::test]
async fn a_dead_code_is_refused_and_never_sent_again() {
    for status in [400, 404] {
        let server = refusing(status, "invalidParameter.authCode.notFound").await;
        for error in [
            server.client().user_token(&code()).await.unwrap_err(),
            server.client().refreshed_user_token(&REFRESH.into()).await.unwrap_err(),
        ] {
            assert!(error.is_code_refused() && !error.may_have_acted(), "{error:?}");
            check_hidden(&error);
        }
        assert_eq!(server.seen().len(), 2);
    }
    let error = refusing(400, "invalidClientIdOrSecret").await.client().user_token(&code()).await.unwrap_err();
    assert!(error.is_credentials_refused() && !error.is_code_refused());
    check_hidden(&error);
}

#[tokio::test]
async fn an_exchange_whose_answer_never_came_may_have_spent_the_code() {
    let silent = Server::start(|_, _| std::future::pending::<Response>()).await;
    let error = hasty_client(&silent.origin).user_token(&code()).await.unwrap_err();
    assert!(error.is_time_out() && error.may_have_acted());
    assert_eq!(silent.seen().len(), 1);
    for answer in [json!({}), json!({"accessToken": ""}), json!([])] {
        let error = alike(answer).await.client().user_token(&code()).await.unwrap_err();
        assert!(error.may_have_acted(), "{error:?}");
    }
}

// V §2.3: a profile needs the permission Contact.User.Read
// V §2.3: contact/users/me answers nick, avatarUrl, mobile, openId, unionId, email, stateCode and visitor
#[tokio::test]
async fn a_profile_is_asked_for_with_the_persons_token_and_never_with_the_apps() {
    let answer = json!({
        "nick": "陳大文", "avatarUrl": "https://a.example/x", "mobile": "51234567", "openId": "o1", "unionId": "u1",
        "email": "a@example.com", "stateCode": "852", "visitor": "false",
    });
    let server = alike(answer).await;
    let client = server.client();
    let profile = client.profile(&USER_TOKEN.into()).await.unwrap();
    assert_eq!((profile.union_id.as_str(), profile.nick.as_deref()), ("u1", Some("陳大文")));
    assert_eq!((profile.visitor, profile.state_code.as_deref()), (Some(false), Some("852")));
    let seen = server.seen();
    assert_eq!((seen.len(), seen[0].method.as_str()), (1, "GET"));
    assert_eq!(seen[0].path, "/v1.0/contact/users/me");
    assert_eq!(seen[0].header("x-acs-dingtalk-access-token"), Some(USER_TOKEN));

    let missing = Server::start(|_, _| async {
        reply(
            403,
            &json!({"code": "Forbidden.AccessDenied.AccessTokenPermissionDenied", "requestid": "A",
            "message": "没有调用该接口的权限", "accessdenieddetail": {"requiredScopes": ["Contact.User.Read"]}}),
        )
    })
    .await;
    let error = missing.client().profile(&USER_TOKEN.into()).await.unwrap_err();
    assert_eq!(error.missing_permissions(), Some(vec!["Contact.User.Read".to_owned()]));
}

// V §10.2: a person's token that has expired is refused with accesstoken.expired
#[tokio::test]
async fn an_expired_token_of_a_person_is_not_replaced_by_the_apps() {
    let server = refusing(400, "accesstoken.expired").await;
    let error = server.client().profile(&USER_TOKEN.into()).await.unwrap_err();
    assert!(error.is_token_refused());
    assert_eq!(server.seen().len(), 1);
    check_hidden(&error);
}

// V §2.4: a bad code is refused flat with 40078
// V §2.4: getuserinfo takes a code of JSAPI and answers who opened the page
#[tokio::test]
async fn a_page_inside_dingtalk_learns_who_opened_it() {
    let result =
        json!({"userid": "u1", "device_id": "d", "sys": true, "sys_level": 1, "unionid": "x", "name": "陳大文"});
    let server = Server::answering(json!({"errcode": 0, "errmsg": "ok", "result": result})).await;
    let user = server.client().user_by_code(&code()).await.unwrap();
    assert_eq!((user.userid.0.as_str(), user.sys, user.sys_level), ("u1", Some(true), Some(1)));
    let call = &server.calls()[0];
    assert_eq!((call.path.as_str(), call.token()), ("/topapi/v2/user/getuserinfo", Some(TOKEN)));
    assert_eq!(call.json(), json!({"code": CODE}));

    let said = format!("不存在的临时授权码 {CODE}");
    let server = Server::answering(json!({"errcode": 40078, "errmsg": said})).await;
    let error = server.client().user_by_code(&code()).await.unwrap_err();
    assert!(error.is_code_refused());
    check_hidden(&error);
    assert_eq!(server.calls().len(), 1);
}

// V §1.5: corpAccessToken takes suiteKey, suiteSecret, authCorpId and suiteTicket; each call makes a new token
#[tokio::test]
async fn a_third_party_app_gets_a_new_token_by_each_call() {
    let server = Server::start(|_, before| async move {
        reply(200, &json!({"accessToken": format!("{TOKEN}-{before}"), "expireIn": 7200}))
    })
    .await;
    let (client, ticket) = (server.client(), SecretString::from(SUITE_TICKET));
    for number in 0..2 {
        let token = client.corp_access_token("dingcorp", &ticket).await.unwrap();
        assert_eq!(token.access_token.expose_secret(), format!("{TOKEN}-{number}"));
        assert_eq!(token.lifetime, Duration::from_hours(2));
        assert!(!format!("{token:?}").contains("CANARY"));
    }
    client.suite_access_token(&ticket).await.unwrap();
    let seen = server.seen();
    assert_eq!((seen.len(), seen[0].token()), (3, None));
    let keys = json!({"suiteKey": "dingexample", "suiteSecret": SECRET, "suiteTicket": SUITE_TICKET});
    let mut with_organisation = keys.clone();
    with_organisation["authCorpId"] = "dingcorp".into();
    assert_eq!((seen[0].path.as_str(), seen[0].json()), ("/v1.0/oauth2/corpAccessToken", with_organisation));
    assert_eq!((seen[2].path.as_str(), seen[2].json()), ("/v1.0/oauth2/suiteAccessToken", keys));
}

// V §1.5: invalidSuiteKey, invalidSuiteTicket and invalidAuthInfo are told apart
#[tokio::test]
async fn refusals_of_a_third_party_app_are_told_apart() {
    let check = async |code: &'static str, expected: fn(&Error) -> bool| {
        let error = refusing(400, code).await.client().corp_access_token("x", &SUITE_TICKET.into()).await.unwrap_err();
        assert!(expected(&error), "{error:?}");
        check_hidden(&error);
    };
    check("invalidSuiteKey", Error::is_credentials_refused).await;
    check("invalidSuiteTicket", Error::is_suite_ticket_refused).await;
    check("invalidAuthInfo", Error::is_not_authorised).await;
}

// V §1.5: the signature is base64 of HMAC-SHA256 over timestamp, a line feed and the suite ticket, keyed by the suiteSecret
#[test]
fn the_signature_of_the_older_calls_is_that_of_another_implementation() {
    let sign = suite_sign(1_577_262_236_757, &"suite ticket 0".into(), &"suite secret 0".into());
    assert_eq!(sign, "wA8UmiMhKc1K9aixKbrd7zTfTmZRK4lsuas6cTfJkXE=");
}
