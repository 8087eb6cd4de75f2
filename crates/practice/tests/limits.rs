//! What is refused for its number, and for how long, on a clock that only the tests move.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, text};
use jiff::SignedDuration;
use practice::{Clock, Options};
use serde_json::{Value, json};

const GET: &str = "/topapi/v2/user/get";
const SEARCH: &str = "/v1.0/contact/users/search";
const PROGRESS: &str = "/topapi/message/corpconversation/getsendprogress";

async fn at(now: &str) -> Practice {
    let clock = Clock::standing_at(now.parse().unwrap());
    Practice::with(|options| Options { clock, ..options }).await
}

async fn limit(practice: &Practice, name: &str, value: Value) -> Value {
    let url = format!("{}/limit", practice.running.hosts().admin_url);
    let answer = practice.client.post(url).json(&json!({"name": name, "value": value})).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    answer.json().await.unwrap()
}

fn pass(practice: &Practice, milliseconds: i64) {
    practice.shared().clock().advance(SignedDuration::from_millis(milliseconds)).unwrap();
}

async fn get(practice: &Practice, token: &str) -> String {
    practice.top(GET, token, json!({"userid": "demo001"})).await
}

async fn search(practice: &Practice, token: &str) -> (u16, String) {
    practice.api(SEARCH, token, json!({"queryWord": "陳", "offset": 0, "size": 1})).await
}

// F07
// V §9: one app may call one API 20 times a second; the next call gets 90018 inside 88 on the old host
// V §9: on the new host it gets HTTP 403 Forbidden.AccessDenied.QpsLimitForAppkeyAndApi, never 429
// V §9: the block ends with its second
#[tokio::test]
async fn the_twenty_first_call_in_a_second_is_refused_until_the_next() {
    let practice = at("2026-11-22T04:00:00Z").await;
    let token = practice.token().await;
    for _ in 0..20 {
        assert!(get(&practice, &token).await.starts_with(r#"{"errcode":0,"#));
        assert_eq!(search(&practice, &token).await.0, 200);
    }
    let refused = get(&practice, &token).await;
    assert!(refused.starts_with(r#"{"errcode":88,"sub_code":"90018","#), "{refused}");
    // The sentence is that of 90002: inferred, so only what clients read of it is looked at.
    for part in
        ["subcode=90018", "apiPath(dingtalk.oapi.v2.user.get)", "超过 20 次", "限制将在 2026-11-22 12:00:01 结束"]
    {
        assert!(refused.contains(part), "{part}: {refused}");
    }
    let (status, body) = search(&practice, &token).await;
    assert_eq!(status, 403);
    assert!(body.contains("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"), "{body}");
    let other = practice.top("/topapi/user/count", &token, json!({"only_active": false})).await;
    assert!(other.starts_with(r#"{"errcode":0,"#), "{other}");
    pass(&practice, 999);
    assert!(get(&practice, &token).await.contains("90018"));
    pass(&practice, 1);
    assert!(get(&practice, &token).await.starts_with(r#"{"errcode":0,"#));
    assert_eq!(search(&practice, &token).await.0, 200);
}

#[tokio::test]
async fn a_limit_can_be_altered_and_switched_off_and_stays_so() {
    let practice = at("2026-11-22T04:00:00Z").await;
    let token = practice.token().await;
    limit(&practice, "app_api_per_second", json!(1)).await;
    get(&practice, &token).await;
    assert!(get(&practice, &token).await.contains("超过 1 次"));
    limit(&practice, "app_api_per_second", Value::Null).await;
    for _ in 0..30 {
        assert!(get(&practice, &token).await.starts_with(r#"{"errcode":0,"#));
    }
    let Practice { running, dir, .. } = practice;
    running.stop().await;
    let again = practice::start(Options::new(dir.path())).await.unwrap();
    assert_eq!(again.shared().read(|world| world.limits.app_api_per_second), None);
}

// F09
// V §9: too many calls from one address ban it for five minutes, and what comes back carries no errcode
#[tokio::test]
async fn too_many_calls_from_one_address_ban_it_everywhere_for_five_minutes() {
    let practice = at("2026-11-22T04:00:00Z").await;
    limit(&practice, "ip_per_20_seconds", json!(3)).await;
    let ask = async |host: &str| practice.client.get(host).send().await.unwrap().text().await.unwrap();
    let hosts = practice.running.hosts().clone();
    for _ in 0..2 {
        assert!(!ask(&hosts.old_host).await.contains("1111"));
    }
    pass(&practice, 20_000);
    for _ in 0..3 {
        assert!(!ask(&hosts.old_host).await.contains("1111"));
    }
    let banned = ask(&hosts.old_host).await;
    assert!(banned.starts_with(r#"{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":""#), "{banned}");
    limit(&practice, "ip_ban_shape", json!("html")).await;
    assert!(ask(&hosts.new_host).await.starts_with("<!DOCTYPE html>"));
    pass(&practice, 5 * 60_000 - 1);
    assert!(practice.say("被禁").await.starts_with("<!DOCTYPE html>"));
    pass(&practice, 1);
    assert!(ask(&hosts.old_host).await.contains("errcode"));
}

// F08
// V §9: the company's calls of a month are limited, and 90020 comes back until the next month
// V §9: contacts and tokens are exempt from it
#[tokio::test]
async fn a_spent_month_refuses_until_the_month_turns_in_china() {
    let practice = at("2026-11-30T15:59:59Z").await;
    let token = practice.token().await;
    let shown = limit(&practice, "org_per_month", json!(2)).await;
    assert_eq!(shown["usage"]["org_calls"], 0);
    let task = json!({"agent_id": practice.app().agent_id, "task_id": 1});
    let progress = async || practice.top(PROGRESS, &token, task.clone()).await;
    for _ in 0..2 {
        assert!(!progress().await.contains("90020"));
        get(&practice, &token).await;
    }
    let refused = progress().await;
    assert!(refused.starts_with(r#"{"errcode":88,"sub_code":"90020","#), "{refused}");
    assert!(refused.contains("2026-12-01 00:00:00"), "{refused}");
    let send = json!({"robotCode": practice.app().robot_code, "userIds": ["demo002"], "msgKey": "sampleText", "msgParam": "{\"content\":\"a\"}"});
    let (status, body) = practice.api("/v1.0/robot/oToMessages/batchSend", &token, send).await;
    assert_eq!(status, 403);
    assert!(body.contains("Forbidden.AccessDenied.ApiCountLimitForOrg"), "{body}");
    assert!(get(&practice, &token).await.starts_with(r#"{"errcode":0,"#));
    assert_eq!(
        practice.admin("/limit").await["usage"],
        json!({"month": "2026-11", "org_calls": 2, "webhook_calls": 0})
    );
    pass(&practice, 1_000);
    assert!(!progress().await.contains("90020"));
    assert_eq!(practice.admin("/limit").await["usage"]["month"], "2026-12");
}

// V §5.1: a spent monthly webhook quota answers 90030 webhook over limit
#[tokio::test]
async fn a_spent_webhook_quota_refuses_robots() {
    let practice = Practice::ready().await;
    limit(&practice, "webhook_per_month", json!(1)).await;
    assert!(practice.say("一").await.contains(r#""errcode":0"#));
    assert_eq!(practice.say("二").await, r#"{"errcode":90030,"errmsg":"webhook over limit"}"#);
    assert_eq!(practice.journal("robot_message").await.len(), 1);
}

// F10
#[tokio::test]
async fn a_robots_twenty_a_minute_can_be_switched_off() {
    let practice = Practice::ready().await;
    limit(&practice, "robot_per_minute", Value::Null).await;
    for number in 0..25 {
        assert!(practice.say(&number.to_string()).await.contains(r#""errcode":0"#));
    }
}

#[tokio::test]
async fn an_unknown_limit_is_named_and_the_known_ones_are_told() {
    let practice = Practice::ready().await;
    let url = format!("{}/limit", practice.running.hosts().admin_url);
    let told = text(practice.client.post(url).json(&json!({"name": "speed", "value": 1}))).await;
    assert!(told.contains("speed") && told.contains("app_api_per_second"), "{told}");
}
