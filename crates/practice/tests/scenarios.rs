//! Each scenario by its name, on and off.
#![allow(clippy::unwrap_used)]

mod common;

use std::time::{Duration, Instant};

use common::{Practice, ready_options, text};
use jiff::Timestamp;
use practice::{Options, Scenario};
use serde_json::{Value, json};

const GET: &str = "/topapi/v2/user/get";
const SEARCH: &str = "/v1.0/contact/users/search";

async fn old_answer(practice: &Practice, token: &str) -> String {
    practice.top(GET, token, json!({"userid": "demo001"})).await
}

async fn works(practice: &Practice, token: &str) -> bool {
    old_answer(practice, token).await.starts_with(r#"{"errcode":0,"#)
}

#[tokio::test]
async fn wrong_key_refuses_right_keys_until_it_is_off() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let token = practice.token().await;
    practice.switch("wrong_key", true).await;
    assert!(!works(&practice, &token).await);
    let url = practice.old_url(&format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret));
    let refused = text(practice.client.get(url)).await;
    assert_eq!(refused, r#"{"errcode":40096,"errmsg":"不合法的appKey或appSecret"}"#);
    practice.switch("wrong_key", false).await;
    let token = practice.token().await;
    assert!(works(&practice, &token).await);
}

// F13
// V §1.4: an expired token answers as a bad one, with HTTP 400 and not 401
#[tokio::test]
async fn expired_token_lets_each_token_work_once() {
    let practice = Practice::ready().await;
    let held = practice.token().await;
    practice.switch("expired_token", true).await;
    assert!(!works(&practice, &held).await);
    for _ in 0..2 {
        let token = practice.token().await;
        assert!(works(&practice, &token).await);
        let refused = practice.api(SEARCH, &token, json!({})).await;
        assert_eq!(refused.0, 400);
        assert!(refused.1.contains("InvalidAuthentication"), "{refused:?}");
    }
}

// F17
// V §4.3: a missing permission answers HTTP 403 AccessTokenPermissionDenied with accessdenieddetail.requiredScopes
#[tokio::test]
async fn missing_permission_refuses_every_point_on_both_gateways() {
    let practice = Practice::ready().await;
    practice.switch("missing_permission", true).await;
    let token = practice.token().await;
    assert!(old_answer(&practice, &token).await.contains(r#""sub_code":"60011""#));
    let (status, body) = practice.api(SEARCH, &token, json!({})).await;
    assert_eq!(status, 403);
    assert!(body.contains(r#""requiredScopes":["qyapi_addresslist_search"]"#), "{body}");
    practice.switch("missing_permission", false).await;
    assert!(works(&practice, &token).await);
}

// F16
// V §8: a refused address answers HTTP 403 IpNotInWhiteList with the address in its message
#[tokio::test]
async fn ip_refused_is_healed_by_adding_the_address_of_the_refusal() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let token = practice.token().await;
    practice.switch("ip_refused", true).await;
    let refused = old_answer(&practice, &token).await;
    assert!(refused.contains("request ip=198.51.100.77 appKey("), "{refused}");
    let (status, body) = practice.api(SEARCH, &token, json!({})).await;
    assert_eq!(status, 403);
    assert!(body.contains("Forbidden.AccessDenied.IpNotInWhiteList"), "{body}");
    assert!(practice.say("機械人照常").await.contains(r#""errcode":0"#));
    practice.shared().attempt(|world| world.set_allow_list(&client_id, "198.51.100.77")).unwrap();
    assert!(works(&practice, &token).await);
}

// F07, F10
// V §9: a throttled app gets HTTP 403 QpsLimitForAppkeyAndApi, never 429
#[tokio::test]
async fn throttled_refuses_calls_and_robots_in_their_own_words() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    practice.switch("throttled", true).await;
    let old = old_answer(&practice, &token).await;
    assert!(old.starts_with(r#"{"errcode":88,"sub_code":"90018""#), "{old}");
    assert!(old.contains("ding talk error[subcode=90018,submsg="), "{old}");
    assert!(old.contains("apiPath(dingtalk.oapi.v2.user.get)"), "{old}");
    let new = practice.api(SEARCH, &token, json!({})).await;
    let expected = r#"{"code":"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi","requestid":"ID","message":"您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了"}"#;
    assert_eq!(new, (403, expected.to_owned()));
    let robot = practice.say("快").await;
    assert_eq!(robot, r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#);
    practice.switch("throttled", false).await;
    assert!(practice.say("慢").await.contains(r#""errcode":0"#));
}

// F26
#[tokio::test]
async fn unreachable_cuts_open_and_new_connections_of_the_three_hosts_only() {
    let practice = Practice::ready().await;
    let hosts = practice.running.hosts().clone();
    practice.token().await;
    practice.switch("unreachable", true).await;
    for host in [&hosts.old_host, &hosts.new_host, &hosts.login_host] {
        let answer = practice.client.get(host).send().await;
        assert!(answer.is_err(), "{host} answered");
        let fresh = common::client().get(host).send().await;
        assert!(fresh.is_err(), "{host} answered");
    }
    let console = practice.client.get(&hosts.console_url).send().await.unwrap();
    assert_eq!(console.status(), 200);
    practice.switch("unreachable", false).await;
    let token = practice.token().await;
    assert!(works(&practice, &token).await);
}

#[tokio::test]
async fn slow_waits_and_a_caller_who_gives_up_has_changed_nothing() {
    let wait = Duration::from_millis(400);
    let practice = Practice::with(|options| Options { slow_answer: wait, ..options }).await;
    practice.switch("slow", true).await;
    let app = practice.app();
    let url = practice.old_url(&format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret));
    let short = practice.client.get(&url).timeout(Duration::from_millis(100)).send().await;
    assert!(short.unwrap_err().is_timeout());
    tokio::time::sleep(wait).await;
    assert!(practice.journal("token_issued").await.is_empty());
    let began = Instant::now();
    let answer: Value = practice.client.get(&url).send().await.unwrap().json().await.unwrap();
    assert!(began.elapsed() >= wait);
    assert_eq!(answer["errcode"], 0);
}

// F53
#[tokio::test]
async fn clock_offset_moves_the_date_and_refuses_a_signature_of_now() {
    let practice = Practice::ready().await;
    let ahead = async |host: &str| {
        let answer = practice.client.get(host).send().await.unwrap();
        let date = answer.headers()["date"].to_str().unwrap().to_owned();
        let date: Timestamp = httpdate::parse_http_date(&date).unwrap().try_into().unwrap();
        (date.as_second() - Timestamp::now().as_second() + 30) / 60
    };
    let hosts = practice.running.hosts().clone();
    assert_eq!(ahead(&hosts.old_host).await, 0);
    practice.switch("clock_offset", true).await;
    for host in [&hosts.old_host, &hosts.new_host, &hosts.login_host] {
        assert_eq!(ahead(host).await, 61);
    }
    let now = Timestamp::now().as_millisecond();
    assert_eq!(practice.say_at("一", now).await, r#"{"errcode":310000,"errmsg":"invalid timestamp"}"#);
    assert!(practice.say_at("二", now + 61 * 60_000).await.contains(r#""errcode":0"#));
}

#[tokio::test]
async fn several_scenarios_can_be_on_from_the_start_and_stay_over_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let both = vec![Scenario::Throttled, Scenario::ClockOffset];
    let options = Options { scenarios: both.clone(), ..ready_options(dir.path()) };
    practice::start(options).await.unwrap().stop().await;
    let again = practice::start(Options::new(dir.path())).await.unwrap();
    let on = again.shared().read(|world| world.scenarios.iter().copied().collect::<Vec<_>>());
    assert_eq!(on, both);
}

#[tokio::test]
async fn the_admin_says_what_it_does_not_know() {
    let practice = Practice::ready().await;
    let admin = practice.running.hosts().admin_url.clone();
    let check = async |path: &str, body: Value, status: u16, words: &str| {
        let answer = practice.client.post(format!("{admin}{path}")).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), status);
        let text = answer.text().await.unwrap();
        assert!(text.contains(words), "{text}");
    };
    check("/scenario", json!({"name": "earthquake", "on": true}), 400, "earthquake").await;
    check("/public-ip", json!({"ip": "office"}), 400, "office").await;
    check("/public-ip", json!({"ip": "192.0.2.9"}), 200, "192.0.2.9").await;
    let token = practice.token().await;
    let refused = old_answer(&practice, &token).await;
    assert!(refused.contains("request ip=192.0.2.9 appKey("), "{refused}");
}
