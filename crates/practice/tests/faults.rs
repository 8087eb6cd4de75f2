//! Each fault as it shows on the wire. The rows are those of faults.md §4a that the server can play.
#![allow(clippy::unwrap_used)]

mod common;

use std::io::ErrorKind;

use common::{Practice, text};
use jiff::SignedDuration;
use practice::state::Effect;
use practice::{Options, Running};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const GET: &str = "/topapi/v2/user/get";
const LIST: &str = "/topapi/v2/user/list";
const SEARCH: &str = "/v1.0/contact/users/search";

async fn set(practice: &Practice, fault: Value) {
    let url = format!("{}/fault", practice.running.hosts().admin_url);
    let answer = practice.client.post(url).json(&fault).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{fault}");
}

/// Struck once, then not again.
async fn once(practice: &Practice, kind: &str, variant: Option<&str>) {
    set(practice, json!({"kind": kind, "variant": variant, "times": 1})).await;
}

async fn get(practice: &Practice, token: &str) -> String {
    practice.top(GET, token, json!({"userid": "demo001"})).await
}

fn token_path(running: &Running) -> String {
    let app = running.ready_app().unwrap();
    format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret)
}

/// Status and body of a token call.
async fn ask(practice: &Practice) -> reqwest::Result<(u16, String)> {
    let answer = practice.client.get(practice.old_url(&token_path(&practice.running))).send().await?;
    Ok((answer.status().as_u16(), answer.text().await?))
}

/// A connection of our own, to see what HTTP libraries hide.
struct Wire(TcpStream);

impl Wire {
    async fn open(practice: &Practice) -> Self {
        let address = practice.running.hosts().old_host.trim_start_matches("http://").to_owned();
        Self(TcpStream::connect(address).await.unwrap())
    }

    async fn ask(&mut self, practice: &Practice) {
        let path = token_path(&practice.running);
        let host = practice.running.hosts().old_host.trim_start_matches("http://").to_owned();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        self.0.write_all(request.as_bytes()).await.unwrap();
    }

    /// The head, and what the same reading brought of the body.
    async fn head(&mut self) -> (String, Vec<u8>) {
        let mut bytes = Vec::new();
        loop {
            if let Some(place) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
                let rest = bytes.split_off(place + 4);
                return (String::from_utf8(bytes).unwrap().to_ascii_lowercase(), rest);
            }
            assert_ne!(self.0.read_buf(&mut bytes).await.unwrap(), 0, "no head came");
        }
    }
}

fn length(head: &str) -> usize {
    let line = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    line.unwrap().trim().parse().unwrap()
}

// F01, F05
#[tokio::test]
async fn act_then_hang_does_it_and_never_answers() {
    let practice = Practice::with(Options::virtual_clock).await;
    let mut effects = practice.shared().effects();
    once(&practice, "act_then_hang", None).await;
    let clock = practice.shared().clock().clone();
    let sending = practice.client.get(practice.old_url(&token_path(&practice.running))).send();
    let sending = tokio::spawn(sending);
    assert!(matches!(effects.recv().await.unwrap().effect, Effect::TokenIssued { .. }));
    clock.until_asleep(1).await;
    assert!(!sending.is_finished());
    clock.advance(SignedDuration::from_mins(10)).unwrap();
    assert!(sending.await.unwrap().is_err());
    assert_eq!(ask(&practice).await.unwrap().0, 200);
}

// F02
#[cfg_attr(windows, ignore = "Wine 8 ends every connection in good order")]
#[tokio::test]
async fn drop_before_does_nothing_and_cuts() {
    let practice = Practice::ready().await;
    once(&practice, "drop_before", None).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let mut bytes = Vec::new();
    assert_eq!(wire.0.read_to_end(&mut bytes).await.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert!(bytes.is_empty());
    assert!(practice.journal("token_issued").await.is_empty());
    assert_eq!(ask(&practice).await.unwrap().0, 200);
}

// F11
#[tokio::test]
async fn queue_answers_late_and_acts_also_when_nobody_waits() {
    let practice = Practice::with(Options::virtual_clock).await;
    let clock = practice.shared().clock().clone();
    let mut effects = practice.shared().effects();
    set(&practice, json!({"kind": "queue"})).await;
    let sending = || tokio::spawn(practice.client.get(practice.old_url(&token_path(&practice.running))).send());
    let given_up = sending();
    clock.until_asleep(1).await;
    given_up.abort();
    clock.advance(SignedDuration::from_millis(1_499)).unwrap();
    assert!(effects.try_recv().is_err());
    clock.advance(SignedDuration::from_millis(23_501)).unwrap();
    assert!(matches!(effects.recv().await.unwrap().effect, Effect::TokenIssued { .. }));
    let waiting = sending();
    clock.until_asleep(1).await;
    clock.advance(SignedDuration::from_secs(25)).unwrap();
    assert_eq!(waiting.await.unwrap().unwrap().status(), 200);
}

// F38
#[tokio::test]
async fn lie_says_success_and_does_nothing() {
    let practice = Practice::ready().await;
    set(&practice, json!({"kind": "lie", "call": "/robot/send"})).await;
    assert_eq!(practice.say("沒有人收到").await, r#"{"errcode":0,"errmsg":"ok"}"#);
    assert!(practice.journal("robot_message").await.is_empty());
    assert!(practice.shared().read(|world| world.groups[0].messages.is_empty()));
}

// F27, F29
#[tokio::test]
async fn slow_drip_sends_a_byte_a_second() {
    let practice = Practice::with(Options::virtual_clock).await;
    let clock = practice.shared().clock().clone();
    once(&practice, "slow_drip", None).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let (head, early) = wire.head().await;
    assert!(length(&head) > 50 && early.is_empty());
    let mut body = Vec::new();
    for expected in 1..=5 {
        clock.until_asleep(1).await;
        clock.advance(SignedDuration::from_secs(1)).unwrap();
        wire.0.read_buf(&mut body).await.unwrap();
        assert_eq!(body.len(), expected);
    }
    assert_eq!(body, b"{\"err");
}

// F26
#[cfg_attr(windows, ignore = "Wine 8 ends every connection in good order")]
#[tokio::test]
async fn reset_cuts_in_the_middle_of_the_body() {
    let practice = Practice::ready().await;
    once(&practice, "reset", None).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let (head, mut body) = wire.head().await;
    assert_eq!(wire.0.read_to_end(&mut body).await.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(body.len(), length(&head) / 2);
    assert_eq!(practice.journal("token_issued").await.len(), 1);
}

// F21
#[tokio::test]
async fn malformed_bodies_come_in_every_variant() {
    let practice = Practice::ready().await;
    let right = ask(&practice).await.unwrap().1;
    let check = async |variant: &str, beginning: &str| {
        once(&practice, "malformed", Some(variant)).await;
        let (status, body) = ask(&practice).await.unwrap();
        assert_eq!(status, 200);
        assert_ne!(body, right, "{variant}");
        assert!(body.starts_with(beginning), "{variant}: {body:.60}");
        let is_json = serde_json::from_str::<Value>(&body).is_ok();
        assert_eq!(is_json, variant == "duplicate_keys", "{variant}");
    };
    check("cut", r#"{"errcode":0,"#).await;
    check("trailing_bytes", &right).await;
    check("duplicate_keys", r#"{"errcode":-99,"errcode":0,"#).await;
    check("nan", r#"{"number":NaN,"errcode":0,"#).await;
    check("deep", r#"{"deep":[[[["#).await;
    once(&practice, "malformed", Some("huge")).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    assert!(length(&wire.head().await.0) > 200 * 1024 * 1024);
}

// F12
#[tokio::test]
async fn wrong_window_counts_as_it_is_told() {
    let practice = Practice::with(Options::virtual_clock).await;
    let clock = practice.shared().clock();
    clock.set("2026-11-22T04:00:00Z".parse().unwrap()).unwrap();
    let token = practice.token().await;
    practice.shared().change(|world| world.limits.app_api_per_second = Some(2)).unwrap();
    let calls = async || {
        let mut seen = String::new();
        for milliseconds in [900, 0, 0, 100, 0, 700, 200] {
            clock.advance(SignedDuration::from_millis(milliseconds)).unwrap();
            seen.push(if get(&practice, &token).await.contains("90018") { '-' } else { '+' });
        }
        clock.advance(SignedDuration::from_millis(8_100)).unwrap();
        seen
    };
    let check = async |variant: &str, expected: &str| {
        set(&practice, json!({"kind": "wrong_window", "variant": variant})).await;
        assert_eq!(calls().await, expected, "{variant}");
    };
    check("fixed", "++-++--").await;
    check("sliding", "++----+").await;
    check("bucket", "++---++").await;
    check("counts_refusals", "++-----").await;
}

// F13
#[tokio::test]
async fn expires_mid_run_ends_the_tokens_once() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    once(&practice, "expires_mid_run", None).await;
    assert!(get(&practice, &token).await.contains(r#""sub_code":"40014""#));
    let fresh = practice.token().await;
    assert_ne!(fresh, token);
    assert!(get(&practice, &fresh).await.starts_with(r#"{"errcode":0,"#));
}

// F14
#[tokio::test]
async fn rotated_secret_refuses_the_old_keys_for_good() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let old_keys = practice.old_url(&token_path(&practice.running));
    once(&practice, "rotated_secret", None).await;
    assert!(get(&practice, &token).await.contains(r#""sub_code":"40014""#));
    assert!(text(practice.client.get(old_keys)).await.contains("40096"));
    assert_eq!(ask(&practice).await.unwrap().0, 200);
}

// F16
#[tokio::test]
async fn address_changes_refuses_until_the_new_one_is_allowed() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let token = practice.token().await;
    once(&practice, "address_changes", None).await;
    for _ in 0..2 {
        assert!(get(&practice, &token).await.contains("request ip=198.51.100.77 appKey("));
    }
    practice.shared().attempt(|world| world.set_allow_list(&client_id, "198.51.100.77")).unwrap();
    assert!(get(&practice, &token).await.starts_with(r#"{"errcode":0,"#));
}

// F22
#[tokio::test]
async fn wrong_user_answers_with_somebody_else() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let right: Value = serde_json::from_str(&get(&practice, &token).await).unwrap();
    once(&practice, "wrong_user", None).await;
    let wrong: Value = serde_json::from_str(&get(&practice, &token).await).unwrap();
    assert_ne!(wrong["result"]["userid"], right["result"]["userid"]);
    assert_ne!(wrong["result"]["unionid"], right["result"]["unionid"]);
    assert_eq!(wrong["result"]["name"], right["result"]["name"]);
}

// F09, F18, F20, F23
#[tokio::test]
async fn answers_in_the_place_of_the_right_one_do_nothing() {
    let practice = Practice::ready().await;
    let check = async |kind: &str, variant: Option<&str>, status: u16, part: &str| {
        once(&practice, kind, variant).await;
        let answer = ask(&practice).await.unwrap();
        assert_eq!(answer.0, status, "{kind}");
        assert!(answer.1.contains(part), "{kind}: {}", answer.1);
    };
    check("html_page", None, 200, "<title>Network sign-in</title>").await;
    check("ban_shape", Some("json"), 200, r#"{"status":1111,"wait":5,"#).await;
    check("ban_shape", Some("html"), 200, "<!DOCTYPE html>").await;
    check("busy", None, 200, r#"{"errcode":-1,"errmsg":"系统繁忙"}"#).await;
    check("gateway_timeout", None, 200, r#"{"errcode":15,"#).await;
    check("flipped_status", Some("failure_with_200"), 200, r#"{"errcode":-1,"#).await;
    assert!(practice.journal("token_issued").await.is_empty());
    check("flipped_status", Some("success_with_500"), 500, r#"{"errcode":0,"#).await;
    assert_eq!(practice.journal("token_issued").await.len(), 1);
}

// F18
#[tokio::test]
async fn the_new_host_says_the_same_in_its_own_way() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let check = async |kind: &str, variant: Option<&str>, status: u16, code: &str| {
        once(&practice, kind, variant).await;
        let body = json!({"queryWord": "陳", "offset": 0, "size": 1});
        let answer = practice.api(SEARCH, &token, body).await;
        assert_eq!(answer.0, status, "{kind}");
        assert!(answer.1.contains(code), "{kind}: {}", answer.1);
    };
    check("busy", None, 500, r#""code":"system.busy""#).await;
    check("gateway_timeout", None, 504, r#""code":"service.timeout""#).await;
    check("retry_after", Some("seconds"), 403, "QpsLimitForAppkeyAndApi").await;
    check("flipped_status", Some("success_with_500"), 500, r#""totalCount""#).await;
}

// F24
#[tokio::test]
async fn redirect_points_to_another_host() {
    let practice = Practice::ready().await;
    set(&practice, json!({"kind": "redirect", "location": "http://127.0.0.1:9/trap", "times": 1})).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let (head, _) = wire.head().await;
    assert!(head.starts_with("http/1.1 302 "), "{head}");
    assert!(head.contains("location: http://127.0.0.1:9/trap\r\n"), "{head}");
}

// F06
#[tokio::test]
async fn retry_after_says_how_long_in_either_form() {
    let practice = Practice::with(Options::virtual_clock).await;
    practice.shared().clock().set("2026-11-22T04:00:00Z".parse().unwrap()).unwrap();
    let check = async |variant: &str, expected: &str| {
        once(&practice, "retry_after", Some(variant)).await;
        let answer = practice.client.post(practice.old_url(GET)).send().await.unwrap();
        assert_eq!(answer.headers()["retry-after"], expected);
        assert!(answer.text().await.unwrap().contains(r#""sub_code":"90018""#));
    };
    check("seconds", "7").await;
    check("date", "Sun, 22 Nov 2026 04:00:07 GMT").await;
}

// F25
#[tokio::test]
async fn slow_close_sends_the_head_and_ends_its_half() {
    let practice = Practice::ready().await;
    once(&practice, "slow_close", None).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let (head, mut body) = wire.head().await;
    assert!(length(&head) > 50);
    assert_eq!(wire.0.read_to_end(&mut body).await.unwrap(), 0);
    assert!(body.is_empty());
    // Only one half is closed: the server still takes what is sent.
    wire.0.write_all(b"GET / HTTP/1.1\r\n").await.unwrap();
}

// F30
#[cfg_attr(windows, ignore = "Wine 8 ends every connection in good order")]
#[tokio::test]
async fn close_after_reply_meets_the_next_request_with_a_reset() {
    let practice = Practice::ready().await;
    once(&practice, "close_after_reply", None).await;
    let mut wire = Wire::open(&practice).await;
    wire.ask(&practice).await;
    let (head, mut body) = wire.head().await;
    assert!(!head.contains("connection: close"), "{head}");
    while body.len() < length(&head) {
        assert_ne!(wire.0.read_buf(&mut body).await.unwrap(), 0);
    }
    wire.ask(&practice).await;
    let end = wire.0.read_to_end(&mut Vec::new()).await;
    assert_eq!(end.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(practice.admin("/calls").await["calls"], 1);
}

// F36
#[tokio::test]
async fn pages_loop_or_are_empty() {
    let practice = Practice::ready().await;
    let page = json!({"dept_id": 552_010_003, "cursor": 0, "size": 1});
    let right = practice.top_json(LIST, page.clone()).await;
    assert_eq!(right["result"]["next_cursor"], 1);
    once(&practice, "paging_loop", None).await;
    let looping = practice.top_json(LIST, page.clone()).await;
    assert_eq!((&looping["result"]["next_cursor"], &looping["result"]["has_more"]), (&json!(0), &json!(true)));
    assert_eq!(looping["result"]["list"], right["result"]["list"]);
    once(&practice, "empty_page", None).await;
    let empty = practice.top_json(LIST, page).await;
    assert_eq!(empty["result"], json!({"has_more": true, "next_cursor": 1, "list": []}));
    once(&practice, "empty_page", None).await;
    let token = practice.token().await;
    let (_, body) = practice.api(SEARCH, &token, json!({"queryWord": "示範", "offset": 100, "size": 1})).await;
    assert!(body.contains(r#""hasMore":true"#) && body.contains(r#""list":[]"#), "{body}");
}

// F37
#[tokio::test]
async fn department_fails_refuses_that_department_only() {
    let practice = Practice::ready().await;
    set(&practice, json!({"kind": "department_fails", "dept_id": 552_010_003})).await;
    let page = |dept_id: u64| json!({"dept_id": dept_id, "cursor": 0, "size": 10});
    for _ in 0..3 {
        assert_eq!(practice.top_json(LIST, page(552_010_003)).await["errcode"], -1);
        assert_eq!(practice.top_json(LIST, page(552_010_002)).await["errcode"], 0);
    }
}

// F15
#[tokio::test]
async fn odd_expire_in_comes_in_every_variant_on_both_hosts() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let keys = json!({"appKey": app.client_id, "appSecret": app.client_secret});
    let check = async |variant: &str, expected: Value| {
        once(&practice, "odd_expire_in", Some(variant)).await;
        let old: Value = serde_json::from_str(&ask(&practice).await.unwrap().1).unwrap();
        assert_eq!(old["expires_in"], expected, "{variant}");
        once(&practice, "odd_expire_in", Some(variant)).await;
        let new = practice.client.post(practice.new_url("/v1.0/oauth2/accessToken")).json(&keys);
        let new: Value = new.send().await.unwrap().json().await.unwrap();
        assert_eq!(new["expireIn"], expected, "{variant}");
    };
    check("zero", json!(0)).await;
    check("minus_one", json!(-1)).await;
    check("missing", Value::Null).await;
    check("far", json!(1_000_000_000_000_i64)).await;
    check("text", json!("7200")).await;
}

#[tokio::test]
async fn the_same_seed_gives_the_same_sequence_and_another_another() {
    let practice = Practice::ready().await;
    let sequence = async |seed: u64| {
        set(&practice, json!({"kind": "busy", "call": "/gettoken", "probability": 0.5, "seed": seed})).await;
        let mut seen = String::new();
        for _ in 0..40 {
            seen.push(if ask(&practice).await.unwrap().1.contains("-1") { 'x' } else { '.' });
        }
        let told = practice.admin("/fault").await;
        assert_eq!(told[0]["seen"], 40);
        assert_eq!(told[0]["struck"], seen.matches('x').count());
        let url = format!("{}/fault", practice.running.hosts().admin_url);
        assert_eq!(text(practice.client.delete(url)).await, "[]");
        seen
    };
    let first = sequence(7).await;
    assert_eq!(sequence(7).await, first);
    assert_ne!(sequence(8).await, first);
    assert!(first.contains('x') && first.contains('.'), "{first}");
}

#[tokio::test]
async fn a_fault_strikes_the_named_calls_so_often_and_no_more() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    set(&practice, json!({"kind": "busy", "call": "/topapi/v2/", "times": 2})).await;
    assert_eq!(ask(&practice).await.unwrap().0, 200);
    let mut busy = 0;
    for _ in 0..4 {
        busy += usize::from(get(&practice, &token).await.starts_with(r#"{"errcode":-1,"#));
    }
    assert_eq!(busy, 2);
}

#[tokio::test]
async fn what_is_no_fault_is_refused_in_words() {
    let practice = Practice::ready().await;
    let url = format!("{}/fault", practice.running.hosts().admin_url);
    let check = async |fault: Value, words: &str| {
        let answer = practice.client.post(&url).json(&fault).send().await.unwrap();
        assert!(answer.status().is_client_error(), "{fault}");
        let text = answer.text().await.unwrap();
        assert!(text.contains(words), "{fault}: {text}");
    };
    check(json!({"kind": "earthquake"}), "earthquake").await;
    check(json!({"kind": "malformed", "variant": "green"}), "trailing_bytes").await;
    check(json!({"kind": "busy", "probability": 2}), "from 0 to 1").await;
    check(json!({"kind": "busy", "chance": 1}), "chance").await;
    assert_eq!(practice.admin("/fault").await, json!([]));
}
