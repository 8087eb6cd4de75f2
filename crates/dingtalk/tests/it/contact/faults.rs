//! What a write does when the way or the answer fails.

use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use dingtalk::{Client, DepartmentId, Error, NewUser, Result, UserChange, UserId};
use serde_json::json;

use crate::server::{Seen, Server, TOKEN, reply, token_answer};

async fn server(answer: fn() -> Response) -> Server {
    Server::start(move |asked: Seen, _| async move {
        if asked.is_for_token() { reply(200, &token_answer(TOKEN)) } else { answer() }
    })
    .await
}

async fn writes(client: &Client) -> [Result<()>; 4] {
    let userid = UserId("u1".into());
    let user = NewUser { userid: Some(userid.clone()), ..NewUser::new("x", "+852-51234567", vec![DepartmentId::ROOT]) };
    [
        client.create_user(&user).await.map(drop),
        client.update_user(&userid, &UserChange::default()).await,
        client.delete_user(&userid).await,
        client.delete_department(DepartmentId(7)).await,
    ]
}

/// Each write fails, is sent once, and is in doubt or not.
async fn check(answer: fn() -> Response, in_doubt: bool, expected: fn(&Error) -> bool) {
    let server = server(answer).await;
    let outcomes = writes(&server.client()).await;
    assert_eq!(server.calls().len(), outcomes.len(), "no write is repeated by itself");
    for outcome in outcomes {
        let error = outcome.unwrap_err();
        assert!(expected(&error), "{error:?}");
        assert_eq!(error.may_have_acted(), in_doubt, "{error:?}");
    }
}

// F18
#[tokio::test]
async fn a_busy_system_did_not_act_and_is_not_asked_again_by_itself() {
    check(|| reply(200, &json!({"errcode": -1, "errmsg": "系统繁忙"})), false, Error::is_busy).await;
}

// F19
#[tokio::test]
async fn an_unknown_code_fails_with_the_raw_code_and_is_never_a_success() {
    let unknown = |error: &Error| matches!(error, Error::Unknown { .. }) && error.code() == Some("71234567");
    check(|| reply(200, &json!({"errcode": 71_234_567, "errmsg": "?"})), false, unknown).await;
}

// F20
#[tokio::test]
async fn http_200_with_an_errcode_is_an_error_and_http_500_with_errcode_0_is_in_doubt() {
    check(|| reply(200, &json!({"errcode": 60121, "errmsg": "找不到该用户"})), false, Error::not_found).await;
    check(|| reply(500, &json!({"errcode": 0, "errmsg": "ok"})), true, Error::is_busy).await;
}

// F21
#[tokio::test]
async fn a_write_answered_by_broken_json_is_in_doubt() {
    let unreadable = |error: &Error| matches!(error, Error::Unreadable { .. });
    let broken: [fn() -> Response; 5] = [
        || r#"{"errcode":0"#.into_response(),
        || r#"{"errcode":0}{}"#.into_response(),
        || r#"{"errcode":1,"errcode":0}"#.into_response(),
        || r#"{"errcode":NaN}"#.into_response(),
        || ("[".repeat(10_000) + &"]".repeat(10_000)).into_response(),
    ];
    for answer in broken {
        check(answer, true, unreadable).await;
    }
    check(|| vec![b' '; 9 << 20].into_response(), true, |error| matches!(error, Error::TooLarge { .. })).await;
}

// F23
#[tokio::test]
async fn a_sign_in_page_is_no_answer_and_nothing_more_is_sent() {
    check(|| axum::response::Html("<html>Please sign in</html>").into_response(), false, Error::is_captive_portal)
        .await;
}

// F24
#[tokio::test]
async fn a_redirection_is_followed_nowhere() {
    let elsewhere = Server::answering(json!({"errcode": 0})).await;
    let to = elsewhere.origin.clone();
    let server = Server::start(move |asked: Seen, _| {
        let to = to.clone();
        async move {
            if asked.is_for_token() {
                return reply(200, &token_answer(TOKEN));
            }
            (StatusCode::TEMPORARY_REDIRECT, [("location", to)], "").into_response()
        }
    })
    .await;
    for outcome in writes(&server.client()).await {
        assert!(matches!(outcome, Err(Error::Redirected { .. })), "{outcome:?}");
    }
    assert_eq!((elsewhere.seen().len(), server.calls().len()), (0, 4));
}

// V §10.1: 40014 asks for a new token
#[tokio::test]
async fn a_write_with_a_dead_token_is_made_once_more_with_a_new_one() {
    let server = Server::start(|asked: Seen, before| async move {
        match (asked.is_for_token(), asked.token()) {
            (true, _) => reply(200, &token_answer(&format!("{TOKEN}-{before}"))),
            (false, Some(token)) if token.ends_with("-0") => reply(200, &crate::server::refused_token()),
            (false, _) => reply(200, &json!({"errcode": 0})),
        }
    })
    .await;
    server.client().delete_user(&UserId("u1".into())).await.unwrap();
    assert_eq!((server.token_requests(), server.calls().len()), (2, 2));
}
