//! `/robot/send`: security, refusals, the limit. Bodies: dingtalk-api.md §5.1 and §14.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, sign, text};
use jiff::{SignedDuration, Timestamp};
use practice::state::RobotSecurity;
use practice::{Clock, Options};
use serde_json::{Value, json};

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;
const KEYWORD: &str = r#"{"errcode":310000,"errmsg":"description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词，并在发送的信息中包含此关键词;"}"#;
const SIGNATURE: &str = r#"{"errcode":310000,"errmsg":"description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中，请确认机器人的密钥加密和填写正确;link:请参考本接口对应文档获得具体要求，或者在https://open.dingtalk.com/document/  搜索相关文档;"}"#;
const TOO_FAST: &str = r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#;

fn vector_clock() -> Clock {
    Clock::standing_at(Timestamp::from_millisecond(1_577_262_236_757).unwrap())
}

/// The published input of §14 with the computed output, so that a mistake shared by both sides shows.
// V §5.1: sign is base64(HMAC-SHA256(secret, timestamp + newline + secret)), in the query
#[tokio::test]
async fn the_published_signature_is_accepted_and_no_other() {
    let practice = Practice::with(|options| Options { clock: vector_clock(), ..options }).await;
    practice.shared().change(|world| world.groups[0].robots[0].secret = "this is a secret".to_owned()).unwrap();
    let body = json!({"msgtype": "text", "text": {"content": "你好"}});
    let check = async |timestamp: &str, sign: &str, expected: &str| {
        let url = format!("{}&timestamp={timestamp}&sign={sign}", practice.app().robot_webhook);
        assert_eq!(text(practice.client.post(url).json(&body)).await, expected, "{timestamp} {sign}");
    };
    check("1577262236757", "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA%3D", OK).await;
    // The signature of `this is secret`, a wrong moment, no base64.
    check("1577262236757", "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D", SIGNATURE).await;
    check("1577262236758", "DJrE6qdyVGCQz9z5r2MDuNcNAhwYnuAkyj13cx169CA%3D", SIGNATURE).await;
    check("1577262236757", "no%20signature", SIGNATURE).await;
}

// V §5.1: all errors of a robot are HTTP 200
// V §5.1: a webhook with an unknown token answers 300005 with HTTP 200
// V §5.1: a missing token or body answers 40035, GET 43002, another Content-Type 43004
#[tokio::test]
async fn refusals_come_word_for_word_and_deliver_nothing() {
    let practice = Practice::ready().await;
    let hook = practice.app().robot_webhook;
    let send = practice.old_url("/robot/send");
    let body = json!({"msgtype": "text", "text": {"content": "你好"}});
    let post = |url: &str| practice.client.post(url);
    let check = async |request: reqwest::RequestBuilder, expected: &str| {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "application/json");
        assert_eq!(answer.text().await.unwrap(), expected);
    };
    check(practice.client.get(&hook), r#"{"errcode":43002,"errmsg":"需要POST请求"}"#).await;
    check(post(&send).json(&body), r#"{"errcode":40035,"errmsg":"缺少参数 access_token"}"#).await;
    let json = |url: &str| post(url).header("content-type", "application/json");
    check(json(&hook), r#"{"errcode":40035,"errmsg":"缺少参数 json"}"#).await;
    check(json(&hook).body("{"), r#"{"errcode":40035,"errmsg":"缺少参数 json"}"#).await;
    let plain = post(&hook).header("content-type", "text/plain").body("x");
    check(plain, r#"{"errcode":43004,"errmsg":"无效的HTTP HEADER Content-Type"}"#).await;
    let unknown = format!("{send}?access_token=bogus");
    check(post(&unknown).json(&body), r#"{"errcode":300005,"errmsg":"token is not exist"}"#).await;
    check(post(&hook).json(&body), SIGNATURE).await;
    let unsupported = json!({"msgtype": "video", "video": {}});
    check(post(&hook).json(&unsupported), r#"{"errcode":400105,"errmsg":"不支持的消息类型"}"#).await;
    let empty = json!({"msgtype": "text", "text": {"content": " "}});
    check(post(&hook).json(&empty), r#"{"errcode":40035,"errmsg":"缺少参数 content"}"#).await;
    assert!(practice.journal("robot_message").await.is_empty());
    let refused = practice.journal("robot_refused").await;
    assert_eq!(refused.last().unwrap()["group"], "財務部");
}

// V §5.1: the security check answers 310000 in the current wording for keywords and signature
#[tokio::test]
async fn every_kind_of_security_that_is_on_must_be_satisfied() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let robot = practice.shared().read(|world| world.groups[0].robots[0].id.clone());
    let now = Timestamp::now().as_millisecond();
    let sign = sign(now, &app.robot_secret);
    let check = async |security: (bool, &[&str], &[&str]), signed: bool, words: &str, expected: &str| {
        let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect();
        let (signature, keywords, addresses) = security;
        let setting = RobotSecurity { signature, keywords: texts(keywords), addresses: texts(addresses) };
        practice.shared().attempt(|world| world.set_robot_security("finance", &robot, setting)).unwrap();
        let mut request = practice.client.post(&app.robot_webhook);
        if signed {
            request = request.query(&[("timestamp", now.to_string()), ("sign", sign.clone())]);
        }
        let body = json!({"msgtype": "text", "text": {"content": words}});
        assert_eq!(text(request.json(&body)).await, expected, "{security:?} {signed} {words}");
    };
    let address = r#"{"errcode":310000,"errmsg":"ip 203.0.113.10 not in whitelist"}"#;
    check((true, &[], &[]), true, "一", OK).await;
    check((true, &[], &[]), false, "二", SIGNATURE).await;
    check((false, &["付款", "stock"], &[]), false, "收到付款", OK).await;
    check((false, &["付款", "stock"], &[]), false, "收到", KEYWORD).await;
    check((false, &[], &["203.0.113.0/24"]), false, "三", OK).await;
    check((false, &[], &["192.0.2.1"]), false, "四", address).await;
    check((true, &["付款"], &["203.0.113.10"]), true, "付款", OK).await;
    check((true, &["付款"], &[]), true, "五", KEYWORD).await;
    check((true, &["付款"], &[]), false, "付款", SIGNATURE).await;
    check((true, &["付款"], &["192.0.2.1"]), true, "付款", address).await;
}

// V §5.1: the timestamp of a signature is good for an hour
#[tokio::test]
async fn a_signature_is_good_for_an_hour_either_way() {
    let practice = Practice::ready().await;
    let now = Timestamp::now().as_millisecond();
    let minutes = |count: i64| count * 60 * 1_000;
    let stale = r#"{"errcode":310000,"errmsg":"invalid timestamp"}"#;
    assert_eq!(practice.say_at("一", now - minutes(59)).await, OK);
    assert_eq!(practice.say_at("二", now + minutes(59)).await, OK);
    assert_eq!(practice.say_at("三", now - minutes(61)).await, stale);
    assert_eq!(practice.say_at("四", now + minutes(61)).await, stale);
}

#[tokio::test]
async fn what_is_sent_stands_in_the_group_and_the_journal() {
    let practice = Practice::ready().await;
    let words = "早晨 🌞 㗎𨋢 <b>&\"\n第二行";
    assert_eq!(practice.say(words).await, OK);
    let journal = practice.journal("robot_message").await;
    assert_eq!(journal.len(), 1);
    assert_eq!((&journal[0]["text"], &journal[0]["group"]), (&json!(words), &json!("財務部")));
    let at = journal[0]["at"].as_str().unwrap();
    assert!(at.parse::<Timestamp>().is_ok(), "{at}");
    let shown = practice.shared().read(|world| world.groups[0].messages[0].text.clone());
    assert_eq!(shown, words);
}

// V §5.1: msgUuid makes a message idempotent
#[tokio::test]
async fn the_same_msg_uuid_is_delivered_once() {
    let practice = Practice::ready().await;
    let hook = practice.app().robot_webhook;
    let robot = practice.shared().read(|world| world.groups[0].robots[0].id.clone());
    let open = RobotSecurity { keywords: vec!["你好".to_owned()], ..RobotSecurity::default() };
    practice.shared().attempt(|world| world.set_robot_security("finance", &robot, open)).unwrap();
    let body = json!({"msgtype": "text", "text": {"content": "你好"}, "msgUuid": "one"});
    for _ in 0..2 {
        let request = practice.client.post(&hook).json(&body);
        assert_eq!(text(request).await, OK);
    }
    assert_eq!(practice.journal("robot_message").await.len(), 1);
}

// V §5.1: a robot that is switched off answers 400102
#[tokio::test]
async fn a_disabled_robot_and_a_rotated_one_refuse() {
    let practice = Practice::ready().await;
    let robot = practice.shared().read(|world| world.groups[0].robots[0].id.clone());
    let before = practice.app();
    let body = json!({"msgtype": "text", "text": {"content": "你好"}});
    let post = async || text(practice.client.post(&before.robot_webhook).json(&body)).await;
    practice.shared().attempt(|world| world.disable_robot("finance", &robot)).unwrap();
    let disabled: Value = serde_json::from_str(&post().await).unwrap();
    assert_eq!(disabled["errcode"], 400_102);
    practice.shared().attempt(|world| world.enable_robot("finance", &robot)).unwrap();
    practice.shared().attempt(|world| world.rotate_robot("finance", &robot)).unwrap();
    let gone: Value = serde_json::from_str(&post().await).unwrap();
    assert_eq!(gone["errcode"], 300_005);
    assert_ne!(practice.app().robot_secret, before.robot_secret);
    assert_eq!(practice.say("新").await, OK);
}

// F10
// V §5.1: more than 20 messages a minute block the robot for 10 minutes with 130101
#[tokio::test]
async fn the_twenty_first_message_in_a_minute_blocks_the_robot_for_ten() {
    let practice = Practice::with(Options::virtual_clock).await;
    let clock = practice.shared().clock();
    let say = async || practice.say_at("你好", clock.now().as_millisecond()).await;
    for _ in 0..20 {
        assert_eq!(say().await, OK);
    }
    assert_eq!(say().await, TOO_FAST);
    clock.advance(SignedDuration::from_millis(599_999)).unwrap();
    assert_eq!(say().await, TOO_FAST);
    clock.advance(SignedDuration::from_millis(1)).unwrap();
    assert_eq!(say().await, OK);
    assert_eq!(practice.journal("robot_message").await.len(), 21);
}
