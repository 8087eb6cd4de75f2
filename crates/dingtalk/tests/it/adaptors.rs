//! The adaptors in a whole client: what leaves this machine with them, and what does not.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::response::{IntoResponse as _, Response};
use dingtalk::{
    Client, Error, Exchange, HoldCause, Key, Limiter, Method, Options, Outcome, Rates, Result, RetryPolicy, RobotText,
    Trace, UserId, Webhook, WorkNotice,
};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::time::Instant;

use crate::server::{Seen, Server, TOKEN, credentials, hosts, raw, read_request, refused_token, reply, token_answer};

const READ: &str = "/topapi/user/count";

/// All three adaptors, and what the trace heard.
fn adapted(origin: &str) -> (Client, Limiter, Arc<Mutex<Vec<Exchange>>>) {
    let limiter = Limiter::builder(Rates::default()).seeded(1).build();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let ear = heard.clone();
    let options = Options {
        limiter: Some(limiter.clone()),
        retry: RetryPolicy::standard().seeded(1),
        trace: Some(Trace::to(move |exchange| ear.lock().unwrap().push(exchange.clone()))),
        ..Options::default()
    };
    (Client::with_options(hosts(origin), credentials(), &options).unwrap(), limiter, heard)
}

/// A server that answers calls, numbered from 0, like this, and gives tokens that hold.
async fn server(answer: impl Fn(usize) -> Response + Clone + Send + Sync + 'static) -> Server {
    Server::start(move |asked: Seen, before| {
        let answer = if asked.is_for_token() { reply(200, &token_answer(TOKEN)) } else { answer(before) };
        async move { answer }
    })
    .await
}

fn busy() -> Value {
    json!({"errcode": -1, "errmsg": "系统繁忙", "request_id": "16l4ew3d47pdp"})
}

fn notice() -> WorkNotice {
    WorkNotice { agent_id: "1".into(), recipients: vec![UserId("CANARY-user".into())], text: "CANARY-text".into() }
}

async fn message(client: &Client) -> Result<()> {
    let webhook = Webhook::from_token(&"CANARY-webhook".into(), client.hosts()).unwrap();
    client.send_robot_text(&webhook, None, &RobotText::new("CANARY-text")).await
}

// F18
#[tokio::test(start_paused = true)]
async fn a_busy_server_is_asked_three_times_at_most_and_an_effect_only_once() {
    let server = server(|_| reply(200, &busy())).await;
    let (client, ..) = adapted(&server.origin);
    assert!(client.call_old(READ, json!({})).await.unwrap_err().is_busy());
    assert_eq!(server.calls().len(), 3);
    assert!(client.send_work_notice(&notice()).await.unwrap_err().is_busy());
    assert_eq!(server.calls().len(), 4);
}

// F18
#[tokio::test(start_paused = true)]
async fn a_server_that_was_busy_for_a_moment_is_not_noticed() {
    let server = server(|number| reply(200, &if number < 2 { busy() } else { json!({"errcode": 0}) })).await;
    let (client, _, heard) = adapted(&server.origin);
    client.call_old(READ, json!({})).await.unwrap();
    let heard = heard.lock().unwrap();
    let attempts: Vec<_> = heard.iter().map(|exchange| (exchange.attempt, exchange.outcome)).collect();
    let expected = [(1, Outcome::Good), (1, Outcome::Refused), (2, Outcome::Refused), (3, Outcome::Good)];
    assert_eq!(attempts, expected, "the first is the token's");
}

// F19
#[tokio::test(start_paused = true)]
async fn an_answer_nobody_knows_is_not_asked_for_again() {
    let server = server(|_| reply(200, &json!({"errcode": 987_654, "errmsg": "?"}))).await;
    let (client, ..) = adapted(&server.origin);
    assert!(matches!(client.call_old(READ, json!({})).await.unwrap_err(), Error::Unknown { .. }));
    assert_eq!(server.calls().len(), 1);
}

/// Takes requests and breaks the connection off after so many of them; answers those before.
async fn breaking(taken: Arc<Mutex<Vec<String>>>, after: usize) -> String {
    raw(move |mut stream| {
        let taken = taken.clone();
        async move {
            for number in 0..after {
                read_request(&mut stream).await;
                taken.lock().unwrap().push(format!("request {number}"));
                if number + 1 < after {
                    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n";
                    stream.write_all(format!("{head}{{\"errcode\":0}}").as_bytes()).await.unwrap();
                }
            }
        }
    })
    .await
}

// F05
#[tokio::test]
async fn a_message_whose_answer_never_came_is_never_sent_again_alone() {
    let taken = Arc::new(Mutex::new(Vec::new()));
    let (client, _, heard) = adapted(&breaking(taken.clone(), 1).await);
    let error = message(&client).await.unwrap_err();
    assert!(error.may_have_acted(), "{error:?}");
    assert_eq!(taken.lock().unwrap().len(), 1);
    assert_eq!(heard.lock().unwrap()[0].outcome, Outcome::InDoubt);
}

// F30
#[tokio::test]
async fn a_kept_connection_that_breaks_after_the_message_was_written_leaves_it_in_doubt() {
    let taken = Arc::new(Mutex::new(Vec::new()));
    let (client, ..) = adapted(&breaking(taken.clone(), 2).await);
    message(&client).await.unwrap();
    let error = message(&client).await.unwrap_err();
    assert!(error.may_have_acted(), "{error:?}");
    assert_eq!(taken.lock().unwrap().len(), 2);
}

// F30
#[tokio::test]
async fn a_kept_connection_that_was_closed_before_the_message_is_replaced_and_nobody_notices() {
    let taken = Arc::new(Mutex::new(Vec::new()));
    let counted = taken.clone();
    let origin = raw(move |mut stream| {
        let taken = counted.clone();
        async move {
            read_request(&mut stream).await;
            taken.lock().unwrap().push(());
            let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n";
            stream.write_all(format!("{head}{{\"errcode\":0}}").as_bytes()).await.unwrap();
            // And closes, although it never said so.
        }
    })
    .await;
    let (client, ..) = adapted(&origin);
    for expected in 1..=5 {
        message(&client).await.unwrap();
        assert_eq!(taken.lock().unwrap().len(), expected);
    }
}

// F06
#[tokio::test(start_paused = true)]
async fn retry_after_is_read_from_the_header_and_kept_exactly() {
    let server = server(|number| {
        let refusal = json!({"code": "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi", "message": "x"});
        if number == 0 {
            ([("retry-after", "7")], reply(403, &refusal)).into_response()
        } else {
            reply(200, &json!({}))
        }
    })
    .await;
    let (client, _, heard) = adapted(&server.origin);
    client.call_new(Method::POST, "/v1.0/robot/groupMessages/send", Some(json!({}))).await.unwrap();
    let heard = heard.lock().unwrap();
    let waited: Vec<_> = heard.iter().map(|exchange| exchange.waited.as_secs()).collect();
    assert_eq!(waited, [0, 0, 7]);
}

// F06
#[tokio::test(start_paused = true)]
async fn the_end_of_a_pause_in_dingtalk_s_own_words_is_kept_exactly() {
    let server = server(|number| {
        let words = "从 2026-09-03 00:01:02 到 2026-09-03 00:01:02 请求总次数超过 1200 次, 限制将在 2026-09-03 00:01:05 结束.";
        let refusal = json!({"errcode": 88, "sub_code": "90002", "sub_msg": words, "errmsg": format!("[subcode=90002,submsg={words}]")});
        reply(200, &if number == 0 { refusal } else { json!({"errcode": 0}) })
    })
    .await;
    let (client, _, heard) = adapted(&server.origin);
    client.call_old(READ, json!({})).await.unwrap();
    assert_eq!(heard.lock().unwrap().last().unwrap().waited, Duration::from_secs(3));
}

// F07
#[tokio::test(start_paused = true)]
async fn without_a_limiter_a_throttled_call_is_tried_three_times_with_pauses() {
    let server =
        server(|_| reply(200, &json!({"errcode": 88, "sub_code": "90018", "errmsg": "[subcode=90018]"}))).await;
    let options = Options { retry: RetryPolicy::standard().seeded(1), ..Options::default() };
    let client = Client::with_options(hosts(&server.origin), credentials(), &options).unwrap();
    let began = Instant::now();
    assert!(client.call_old(READ, json!({})).await.unwrap_err().is_throttled());
    assert_eq!(server.calls().len(), 3);
    assert!(began.elapsed() >= Duration::from_secs(2), "a second at least before each");
}

// F09
#[tokio::test(start_paused = true)]
async fn after_a_ban_nothing_leaves_for_five_minutes_on_either_gateway() {
    let server = server(|number| match number {
        0 => reply(200, &json!({"status": 1111, "wait": 5, "source": "x5", "punish": "deny", "uuid": "x"})),
        _ => reply(200, &json!({"errcode": 0})),
    })
    .await;
    let (client, limiter, heard) = adapted(&server.origin);
    assert!(client.call_old(READ, json!({})).await.unwrap_err().is_address_banned());
    assert_eq!(limiter.holds()[0].cause, HoldCause::AddressBanned);
    client.call_new(Method::GET, "/v1.0/contact/users/search", None).await.unwrap();
    assert_eq!(heard.lock().unwrap().last().unwrap().waited, Duration::from_mins(5));
}

// F16
#[tokio::test(start_paused = true)]
async fn after_a_refused_address_not_one_request_more_leaves() {
    let words = "访问ip不在白名单之中,request ip=203.0.113.7 appKey(dingexample)";
    let server =
        server(move |_| reply(200, &json!({"errcode": 88, "sub_code": "60020", "sub_msg": words, "errmsg": words})))
            .await;
    let (client, limiter, _) = adapted(&server.origin);
    for _ in 0..3 {
        let error = client.call_old(READ, json!({})).await.unwrap_err();
        assert_eq!(error.refused_address(), Some("203.0.113.7".parse().unwrap()));
    }
    assert_eq!(server.calls().len(), 1);
    limiter.reopen(client.client_id());
    assert!(client.call_old(READ, json!({})).await.is_err());
    assert_eq!(server.calls().len(), 2);
}

// F14
#[tokio::test(start_paused = true)]
async fn a_secret_that_was_changed_costs_three_token_calls_and_then_none() {
    let refusal = json!({"code": "invalidClientIdOrSecret", "message": "无效的clientId或者clientSecret"});
    let server = Server::start(move |_, _| {
        let refusal = refusal.clone();
        async move { reply(400, &refusal) }
    })
    .await;
    let (client, limiter, _) = adapted(&server.origin);
    for _ in 0..10 {
        assert!(client.call_old(READ, json!({})).await.unwrap_err().is_credentials_refused());
    }
    assert_eq!(server.token_requests(), 3);
    assert!(limiter.holds().iter().any(|held| held.cause == HoldCause::CredentialsRefused && held.remaining.is_none()));
}

// F08
#[tokio::test(start_paused = true)]
async fn when_the_month_is_used_up_messages_are_refused_here_and_contacts_are_still_read() {
    let server = Server::start(|asked: Seen, _| async move {
        match asked.path.as_str() {
            "/v1.0/oauth2/accessToken" => reply(200, &token_answer(TOKEN)),
            READ => reply(200, &json!({"errcode": 0, "result": {"count": 3}})),
            _ => reply(200, &json!({"errcode": 88, "sub_code": "90020", "errmsg": "[subcode=90020]"})),
        }
    })
    .await;
    let (client, ..) = adapted(&server.origin);
    for _ in 0..3 {
        assert!(client.send_work_notice(&notice()).await.unwrap_err().is_quota_used());
    }
    assert_eq!(server.calls().len(), 1);
    client.call_old(READ, json!({})).await.unwrap();
}

// F10
#[tokio::test(start_paused = true)]
async fn a_blocked_robot_s_message_goes_out_when_the_ten_minutes_are_over() {
    let server = server(|number| match number {
        0 => reply(200, &json!({"errcode": 130_101, "errmsg": "send too fast, exceed 20 times per minute"})),
        _ => reply(200, &json!({"errcode": 0, "errmsg": "ok"})),
    })
    .await;
    let (client, limiter, heard) = adapted(&server.origin);
    let (waiting, robot) = (client.clone(), [Key::robot("CANARY-webhook")]);
    let sending = tokio::spawn(async move { message(&waiting).await });
    while limiter.next_free(&robot).is_zero() {
        tokio::task::yield_now().await;
    }
    assert!(limiter.next_free(&robot) <= Duration::from_mins(10));
    sending.await.unwrap().unwrap();
    assert_eq!(heard.lock().unwrap()[1].waited, Duration::from_mins(10));
}

// F13
#[tokio::test(start_paused = true)]
async fn a_refused_token_is_renewed_once_with_the_adaptors_as_without() {
    let server = server(|_| reply(200, &refused_token())).await;
    let (client, ..) = adapted(&server.origin);
    assert!(client.call_old(READ, json!({})).await.unwrap_err().is_token_refused());
    assert_eq!((server.token_requests(), server.calls().len()), (2, 2));
}

// F31
#[tokio::test(start_paused = true)]
async fn a_host_that_is_away_is_tried_three_times_even_for_a_message() {
    let (client, _, heard) = adapted("http://127.0.0.1:1");
    assert!(message(&client).await.unwrap_err().is_offline());
    let heard = heard.lock().unwrap();
    assert_eq!(heard.iter().map(|exchange| exchange.attempt).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(heard.iter().all(|exchange| exchange.outcome == Outcome::NotAsked && exchange.status.is_none()));
}

// V §9: one app may call one API 20 times a second
#[tokio::test(start_paused = true)]
async fn twenty_calls_a_second_leave_even_if_a_hundred_want_to() {
    let server = server(|_| reply(200, &json!({"errcode": 0}))).await;
    let (client, _, heard) = adapted(&server.origin);
    client.fetch_token().await.unwrap();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let client = client.clone();
        calls.spawn(async move { client.call_old(READ, json!({})).await });
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    let mut waited: Vec<u128> =
        heard.lock().unwrap().iter().skip(1).map(|exchange| exchange.waited.as_millis()).collect();
    waited.sort_unstable();
    assert_eq!(waited.iter().filter(|waited| **waited == 0).count(), 20, "{waited:?}");
    assert!(waited.chunks(20).zip(0..).all(|(chunk, second)| chunk[0] >= second * 1_250), "{waited:?}");
}

/// What may stand in a trace, and not a letter more.
fn check_trace(exchange: &Exchange) {
    let text = format!("{exchange:?}");
    assert!(!text.contains("CANARY") && !text.contains("13800"), "{text}");
}

#[tokio::test]
async fn a_trace_holds_no_secret_no_person_and_no_sentence() {
    let echo = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() {
            return reply(200, &token_answer(TOKEN));
        }
        let said = format!("{} {:?} {:?} {}", asked.path, asked.query, asked.headers, asked.body);
        reply(400, &json!({"code": said, "errcode": said, "message": said, "requestid": said, "request_id": said}))
    })
    .await;
    let (client, _, heard) = adapted(&echo.origin);
    let mobile = json!({"mobile": "13800138000", "userid": "CANARY-user"});
    let _ = client.call_old("/topapi/v2/user/getbymobile", mobile.clone()).await;
    let _ = client.call_old("/topapi/v2/user/get?userid=CANARY-user", mobile.clone()).await;
    let _ = client.call_new(Method::GET, "/v1.0/contact/users/CANARY-union", None).await;
    let _ = client.call_new(Method::PUT, "/v1.0/unheard/of/CANARY-union?name=CANARY", Some(mobile)).await;
    let _ = client.corp_token_check("CANARY-corp").await;
    let _ = client.fetch_token_from_old_host().await;
    let _ = client.send_work_notice(&notice()).await;
    let _ = message(&client).await;
    let heard = heard.lock().unwrap();
    assert_eq!(heard.len(), 9);
    heard.iter().for_each(check_trace);
    assert_eq!(heard[3].api, "/v1.0/contact/users/{}");
    assert_eq!(heard[3].method, Method::GET);
    assert_eq!(heard[4].api, "/v1.0/unheard/of/…");
}

#[tokio::test]
async fn a_trace_tells_what_dingtalk_s_support_asks_for() {
    let server = server(|number| match number {
        0 => reply(200, &json!({"errcode": 60121, "errmsg": "找不到该用户", "request_id": "16l4ew3d47pdp"})),
        _ => reply(200, &json!({"errcode": 0, "request_id": "15r6taqz8r6xu"})),
    })
    .await;
    let (client, _, heard) = adapted(&server.origin);
    let _ = client.call_old("/topapi/v2/user/get", json!({})).await;
    client.call_old("/topapi/v2/user/get", json!({})).await.unwrap();
    let heard = heard.lock().unwrap();
    let told = |index: usize| -> (Option<u16>, Option<&str>, Option<&str>, Outcome) {
        let exchange: &Exchange = &heard[index];
        (exchange.status, exchange.code.as_deref(), exchange.request_id.as_deref(), exchange.outcome)
    };
    assert_eq!(told(0), (Some(200), None, None, Outcome::Good));
    assert_eq!(told(1), (Some(200), Some("60121"), Some("16l4ew3d47pdp"), Outcome::Refused));
    assert_eq!(told(2), (Some(200), None, Some("15r6taqz8r6xu"), Outcome::Good));
    assert!(server.origin.ends_with(&heard[0].host));
}

#[tokio::test(start_paused = true)]
async fn a_caller_who_goes_away_leaves_a_trace_and_its_call_still_counts() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() {
            return reply(200, &token_answer(TOKEN));
        }
        std::future::pending().await
    })
    .await;
    let (client, limiter, heard) = adapted(&server.origin);
    client.fetch_token().await.unwrap();
    let gone = tokio::time::timeout(Duration::from_millis(100), client.send_work_notice(&notice())).await;
    assert!(gone.is_err());
    assert_eq!(heard.lock().unwrap()[1].outcome, Outcome::InDoubt);
    let api = Key::api(client.client_id(), "/topapi/message/corpconversation/asyncsend_v2");
    let log = limiter.export();
    assert_eq!(log.calls.iter().find(|calls| calls.key == api).unwrap().sent.len(), 1);
}
