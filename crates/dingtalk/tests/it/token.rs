use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::response::{IntoResponse as _, Response};
use dingtalk::{Client, Method, UserId, WorkNotice};
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::server::{Seen, Server, TOKEN, client, hasty_client, raw, read_request, refused_token, reply, token_answer};

const CALL: &str = "/topapi/user/count";

type Refusal = fn() -> Response;

/// The first token is dead from the start, the second lives; `refusal` is how a call with the dead one is answered.
async fn server_with_a_dead_first_token(refusal: Refusal) -> Server {
    Server::start(move |asked: Seen, before| async move {
        match (asked.is_for_token(), asked.token()) {
            (true, _) => reply(200, &token_answer(&format!("{TOKEN}-{before}"))),
            (false, Some(token)) if token.ends_with("-0") => refusal(),
            (false, _) => reply(200, &json!({"errcode": 0, "result": {"count": 3}})),
        }
    })
    .await
}

async fn fifty_at_once(client: &Client, server: &Server, refusal: &str) {
    client.fetch_token().await.unwrap();
    let mut calls = JoinSet::new();
    for number in 0..50 {
        let client = client.clone();
        let body = json!({"number": number});
        calls.spawn(async move { client.call_new(Method::POST, CALL, Some(body)).await });
    }
    while let Some(outcome) = calls.join_next().await {
        assert!(outcome.unwrap().is_ok(), "{refusal}");
    }
    assert_eq!(server.token_requests(), 2, "{refusal}");
    let mut answered: Vec<i64> = server
        .calls()
        .iter()
        .filter(|call| !call.token().unwrap().ends_with("-0"))
        .map(|call| call.json()["number"].as_i64().unwrap())
        .collect();
    answered.sort_unstable();
    assert_eq!(answered, (0..50).collect::<Vec<_>>(), "each replayed once: {refusal}");
}

// F13
#[tokio::test]
async fn fifty_calls_with_an_expired_token_make_exactly_one_refresh() {
    let refusals: [(&str, Refusal); 3] = [
        ("88", || reply(200, &refused_token())),
        ("InvalidAuthentication", || {
            reply(400, &json!({"code": "InvalidAuthentication", "message": "不合法的access_token"}))
        }),
        ("401", || reply(401, &Value::Null)),
    ];
    for (name, refusal) in refusals {
        let server = server_with_a_dead_first_token(refusal).await;
        fifty_at_once(&server.client(), &server, name).await;
    }
}

#[tokio::test]
async fn a_token_that_is_refused_again_after_a_refresh_is_an_error() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() { reply(200, &token_answer(TOKEN)) } else { reply(200, &refused_token()) }
    })
    .await;
    let error = server.client().call_old(CALL, json!({})).await.unwrap_err();
    assert!(error.is_token_refused());
    assert_eq!(error.code(), Some("40014"));
    assert_eq!((server.token_requests(), server.calls().len()), (2, 2));
}

// F14
#[tokio::test]
async fn all_who_wait_for_a_token_share_one_refusal() {
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    let server = Server::start(move |_, _| {
        let gate = opened.clone();
        async move {
            gate.acquire().await.unwrap().forget();
            reply(400, &json!({"code": "invalidClientIdOrSecret", "message": "无效的clientId或者clientSecret"}))
        }
    })
    .await;
    let client = server.client();
    let mut calls = JoinSet::new();
    for _ in 0..50 {
        let client = client.clone();
        calls.spawn(async move { client.call_old(CALL, json!({})).await });
    }
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    gate.add_permits(50);
    while let Some(outcome) = calls.join_next().await {
        assert!(outcome.unwrap().unwrap_err().is_credentials_refused());
    }
    assert_eq!((server.token_requests(), server.calls().len()), (1, 0));
    assert!(client.call_old(CALL, json!({})).await.unwrap_err().is_credentials_refused());
    assert_eq!(server.token_requests(), 2, "a later call asks anew");
}

async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

#[tokio::test]
async fn a_token_is_renewed_a_fifth_of_its_life_before_its_end() {
    let server = Server::start(|asked: Seen, before| async move {
        if asked.is_for_token() {
            return reply(200, &json!({"accessToken": format!("{TOKEN}-{before}"), "expireIn": "600"}));
        }
        reply(200, &json!({"errcode": 0}))
    })
    .await;
    let client = server.client();
    let validity = client.fetch_token().await.unwrap();
    assert_eq!(validity.lifetime, Duration::from_mins(10));
    assert!(validity.renewal_in <= Duration::from_mins(8) && validity.renewal_in > Duration::from_secs(470));

    pass(Duration::from_secs(470)).await;
    client.call_old(CALL, json!({})).await.unwrap();
    assert_eq!(server.token_requests(), 1);
    pass(Duration::from_secs(20)).await;
    client.call_old(CALL, json!({})).await.unwrap();
    assert_eq!(server.token_requests(), 2);
    let tokens: Vec<_> = server.calls().iter().map(|call| call.token().unwrap().to_owned()).collect();
    assert_eq!(tokens, [format!("{TOKEN}-0"), format!("{TOKEN}-1")]);
}

#[tokio::test]
async fn a_renewal_that_fails_on_the_way_does_no_harm_while_the_old_token_holds() {
    let broken = Arc::new(AtomicBool::new(false));
    let switch = broken.clone();
    let server = Server::start(move |asked: Seen, _| {
        let broken = switch.load(Ordering::SeqCst);
        async move {
            match (asked.is_for_token(), broken) {
                (true, true) => reply(503, &Value::Null),
                (true, false) => reply(200, &token_answer(TOKEN)),
                (false, _) => reply(200, &json!({"errcode": 0})),
            }
        }
    })
    .await;
    let client = server.client();
    client.fetch_token().await.unwrap();
    broken.store(true, Ordering::SeqCst);
    pass(Duration::from_secs(7_000)).await;
    client.call_old(CALL, json!({})).await.unwrap();
    client.call_old(CALL, json!({})).await.unwrap();
    assert_eq!(server.token_requests(), 2, "not asked again at once");
    pass(Duration::from_mins(5)).await;
    assert!(client.call_old(CALL, json!({})).await.unwrap_err().is_busy());
    assert_eq!(client.token_validity().await, None);
}

// F15
#[tokio::test]
async fn a_lifetime_of_nothing_does_not_make_a_fetch_for_every_call() {
    for stated in [json!(0), json!(-1), json!("soon"), json!(1_000_000_000_000_i64), Value::Null] {
        let answer = json!({"accessToken": TOKEN, "expireIn": stated});
        let server = Server::start(move |asked: Seen, _| {
            let answer = if asked.is_for_token() { answer.clone() } else { json!({"errcode": 0}) };
            async move { reply(200, &answer) }
        })
        .await;
        let client = server.client();
        for _ in 0..3 {
            client.call_old(CALL, json!({})).await.unwrap();
        }
        assert_eq!(server.token_requests(), 1);
        assert_eq!(client.token_validity().await.unwrap().lifetime, Duration::from_hours(2));
    }
}

// V §1.1: gettoken takes appkey and appsecret in the query
// V §1.2: accessToken takes appKey and appSecret in a JSON body
#[tokio::test]
async fn a_token_is_asked_for_as_each_gateway_wants_it() {
    let server = Server::answering(json!({"errcode": 0})).await;
    let client = server.client();
    assert_eq!(client.token_validity().await, None);
    client.fetch_token().await.unwrap();
    client.fetch_token_from_old_host().await.unwrap();
    let seen = server.seen();
    assert_eq!(seen[0].method, "POST");
    assert_eq!(seen[0].path, "/v1.0/oauth2/accessToken");
    assert_eq!(seen[0].json(), json!({"appKey": "dingexample", "appSecret": crate::server::SECRET}));
    assert_eq!(seen[1].method, "GET");
    assert_eq!(seen[1].path, "/gettoken");
    assert_eq!(
        (seen[1].query("appkey"), seen[1].query("appsecret")),
        (Some("dingexample"), Some(crate::server::SECRET))
    );
}

#[tokio::test]
async fn a_forgotten_token_is_fetched_anew_and_a_failed_test_keeps_the_old_one() {
    let server = Server::start(|asked: Seen, before| async move {
        match (asked.is_for_token(), before) {
            (true, 1) => reply(503, &Value::Null),
            (true, _) => reply(200, &token_answer(TOKEN)),
            (false, _) => reply(200, &json!({"errcode": 0})),
        }
    })
    .await;
    let client = server.client();
    client.fetch_token().await.unwrap();
    assert!(client.fetch_token().await.unwrap_err().is_busy());
    client.call_old(CALL, json!({})).await.unwrap();
    assert_eq!(server.token_requests(), 2);
    client.forget_token().await;
    assert_eq!(client.token_validity().await, None);
    client.call_old(CALL, json!({})).await.unwrap();
    assert_eq!(server.token_requests(), 3);
}

#[tokio::test]
async fn an_answer_without_a_token_is_not_a_token() {
    for answer in [json!({"expireIn": 7200}), json!({"accessToken": ""}), json!({"accessToken": 7}), json!([])] {
        let server = Server::start(move |_, _| {
            let answer = answer.clone();
            async move { reply(200, &answer) }
        })
        .await;
        let error = server.client().fetch_token().await.unwrap_err();
        assert!(matches!(error, dingtalk::Error::Unreadable { .. }), "{error:?}");
    }
}

// V §1.3: the unified token takes client_id, client_secret and grant_type in snake case
#[tokio::test]
async fn the_corp_id_is_checked_and_stays_one_segment_of_the_path() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.path == "/v1.0/oauth2/dingcorp/token" {
            return reply(200, &json!({"access_token": TOKEN, "expires_in": 7200}));
        }
        reply(500, &json!({"code": "unknownError", "message": "未知错误"}))
    })
    .await;
    let client = server.client();
    client.corp_token_check("dingcorp").await.unwrap();
    assert_eq!(server.seen()[0].json()["grant_type"], "client_credentials");
    assert_eq!(client.token_validity().await, None, "its token is not kept");
    for wrong in ["dingother", "a/../dingcorp", "dingcorp/token?", "", "..", "公司"] {
        let error = client.corp_token_check(wrong).await.unwrap_err();
        assert!(error.is_corp_id_refused(), "{wrong} {error:?}");
    }
}

#[tokio::test]
async fn a_call_whose_token_never_came_was_never_made_and_is_not_in_doubt() {
    let notice = WorkNotice { agent_id: "1".into(), recipients: vec![UserId("u1".into())], text: "x".into() };
    let answers: [fn() -> Option<Response>; 5] = [
        || None,
        || Some(reply(200, &json!({"accessToken": ""}))),
        || Some("not JSON".into_response()),
        || Some(reply(500, &json!({"code": "unknownError", "message": "未知错误"}))),
        || Some(vec![b' '; 9 << 20].into_response()),
    ];
    for answer in answers {
        let server = Server::start(move |_, _| async move {
            match answer() {
                Some(answer) => answer,
                None => std::future::pending().await,
            }
        })
        .await;
        let error = hasty_client(&server.origin).send_work_notice(&notice).await.unwrap_err();
        assert!(!error.may_have_acted(), "{error:?}");
        assert_eq!(server.calls().len(), 0);
    }
    let origin = raw(|mut stream| async move { read_request(&mut stream).await }).await;
    let error = client(&origin).send_work_notice(&notice).await.unwrap_err();
    assert!(error.is_offline() && !error.may_have_acted(), "{error:?}");
}

#[tokio::test]
async fn a_write_whose_own_answer_never_came_is_in_doubt() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() { reply(200, &token_answer(TOKEN)) } else { std::future::pending().await }
    })
    .await;
    let notice = WorkNotice { agent_id: "1".into(), recipients: vec![UserId("u1".into())], text: "x".into() };
    let error = hasty_client(&server.origin).send_work_notice(&notice).await.unwrap_err();
    assert!(error.is_time_out() && error.may_have_acted(), "{error:?}");
    assert_eq!(server.calls().len(), 1, "and it is not sent twice");
}
