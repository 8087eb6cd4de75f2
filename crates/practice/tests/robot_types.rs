//! The five message types of a group robot, mentions, and where DingTalk's behaviours differ. Rules: dingtalk-api.md §5.1.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, sign, text};
use practice::state::group::FINANCE_GROUP;
use practice::state::{Message, World};
use serde_json::{Value, json};

const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

async fn post(practice: &Practice, body: &Value) -> String {
    let app = practice.app();
    let now = jiff::Timestamp::now().as_millisecond();
    let query = [("timestamp", now.to_string()), ("sign", sign(now, &app.robot_secret))];
    text(practice.client.post(app.robot_webhook).query(&query).json(body)).await
}

fn messages(practice: &Practice) -> Vec<Message> {
    practice.shared().read(|world: &World| world.group(FINANCE_GROUP).unwrap().messages.to_vec())
}

// V §5.1: the types are text, link, markdown, actionCard and feedCard, each with its required fields
#[tokio::test]
async fn each_type_arrives_and_a_missing_field_is_named() {
    let practice = Practice::ready().await;
    let check = async |body: Value, expected: &str| {
        assert_eq!(post(&practice, &body).await, expected, "{body}");
    };
    let missing = |name: &str| format!(r#"{{"errcode":40035,"errmsg":"缺少参数 {name}"}}"#);
    check(json!({"msgtype": "text", "text": {"content": "甲"}}), OK).await;
    check(json!({"msgtype": "link", "link": {"title": "題", "text": "乙", "messageUrl": "https://demo.example"}}), OK)
        .await;
    check(json!({"msgtype": "markdown", "markdown": {"title": "題", "text": "丙"}}), OK).await;
    let single = json!({"title": "題", "text": "丁", "singleTitle": "看", "singleURL": "https://demo.example"});
    check(json!({"msgtype": "actionCard", "actionCard": single}), OK).await;
    let buttons = json!({"title": "題", "text": "戊", "btnOrientation": "0", "btns": [{"title": "好", "actionURL": "https://demo.example"}]});
    check(json!({"msgtype": "actionCard", "actionCard": buttons}), OK).await;
    let link = json!({"title": "己", "messageURL": "https://demo.example", "picURL": "https://demo.example/a.png"});
    check(json!({"msgtype": "feedCard", "feedCard": {"links": [link]}}), OK).await;
    assert_eq!(messages(&practice).len(), 6);
    check(json!({"text": {"content": "甲"}}), &missing("msgtype")).await;
    check(json!({"msgtype": "link", "link": {"title": "題", "text": "乙"}}), &missing("messageUrl")).await;
    check(json!({"msgtype": "markdown", "markdown": {"text": "丙"}}), &missing("title")).await;
    check(json!({"msgtype": "actionCard", "actionCard": {"title": "題", "text": "丁"}}), &missing("singleTitle")).await;
    check(json!({"msgtype": "feedCard", "feedCard": {"links": []}}), &missing("links")).await;
    let bare = json!({"title": "己", "messageURL": "https://demo.example"});
    check(json!({"msgtype": "feedCard", "feedCard": {"links": [bare]}}), &missing("picURL")).await;
    // V §5.1: an unknown type is 400105 不支持的消息类型
    check(json!({"msgtype": "image", "image": {}}), r#"{"errcode":400105,"errmsg":"不支持的消息类型"}"#).await;
    assert_eq!(messages(&practice).len(), 6);
}

// V §5.1: a mention needs its @ in the text, and a link message has none
#[tokio::test]
async fn somebody_is_mentioned_only_where_the_text_says_so() {
    let practice = Practice::ready().await;
    let at = json!({"atMobiles": ["55500003", "55500004"], "atUserIds": ["demo005"], "isAtAll": false});
    post(&practice, &json!({"msgtype": "text", "text": {"content": "@55500003 @demo005 開會"}, "at": at})).await;
    let link = json!({"title": "題", "text": "@demo005", "messageUrl": "https://demo.example"});
    post(&practice, &json!({"msgtype": "link", "link": link, "at": {"atUserIds": ["demo005"], "isAtAll": true}})).await;
    let shown = messages(&practice);
    assert_eq!(
        (shown[0].mentioned.clone(), shown[0].everyone_mentioned),
        (vec!["55500003".into(), "demo005".into()], false)
    );
    assert_eq!((shown[1].mentioned.len(), shown[1].everyone_mentioned), (0, false));
}

// V §5.1: the same msgUuid twice is one message
#[tokio::test]
async fn the_same_msg_uuid_is_one_message() {
    let practice = Practice::ready().await;
    let body = |uuid: &str| json!({"msgtype": "text", "text": {"content": "甲"}, "msgUuid": uuid});
    for uuid in ["a", "a", "b"] {
        assert_eq!(post(&practice, &body(uuid)).await, OK);
    }
    assert_eq!(messages(&practice).len(), 2);
    assert_eq!(practice.journal("robot_message").await.len(), 2);
}

#[tokio::test]
async fn where_behaviours_differ_a_switch_chooses() {
    let practice = Practice::ready().await;
    let unknown = practice.old_url("/robot/send?access_token=0");
    let body = json!({"msgtype": "text", "text": {"content": "甲"}});
    let ask = async || text(practice.client.post(&unknown).json(&body)).await;
    // V §5.1: a webhook with an unknown token answers 300005 with HTTP 200
    assert_eq!(ask().await, r#"{"errcode":300005,"errmsg":"token is not exist"}"#);
    practice.choose("webhook_unknown_token", "400101").await;
    // V §5.1: the documented code of an unknown token is 400101
    assert_eq!(ask().await, r#"{"errcode":400101,"errmsg":"access_token不存在"}"#);
    practice.choose("robot_wording", "older").await;
    let webhook = practice.app().robot_webhook;
    // V §5.1: the documented wording of a wrong signature is sign not match
    assert_eq!(
        text(practice.client.post(webhook).json(&body)).await,
        r#"{"errcode":310000,"errmsg":"sign not match"}"#
    );
    practice.switch("throttled", true).await;
    let check = async |value: &str, expected: &str| {
        practice.choose("robot_throttle", value).await;
        assert_eq!(post(&practice, &body).await, expected);
    };
    check("130101", r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#).await;
    check("660026", r#"{"errcode":660026,"errmsg":"sending too many messages per minute"}"#).await;
    check("410100", r#"{"errcode":410100,"errmsg":"发送速度太快而限流"}"#).await;
}

#[tokio::test]
async fn a_switch_is_kept_over_a_restart_and_a_wrong_one_is_refused() {
    let practice = Practice::ready().await;
    practice.choose("robot_wording", "older").await;
    let url = format!("{}/switch", practice.running.hosts().admin_url);
    for wrong in [json!({"name": "robot_wording", "value": "newest"}), json!({"name": "x", "value": "older"})] {
        let answer = practice.client.post(&url).json(&wrong).send().await.unwrap();
        assert_eq!(answer.status(), 400);
        assert!(answer.text().await.unwrap().contains("robot_wording current|older"));
    }
    let Practice { running, dir, client } = practice;
    running.stop().await;
    let running = practice::start(practice::Options::new(dir.path())).await.unwrap();
    let url = format!("{}/switch", running.hosts().admin_url);
    let all: Value = client.get(url).send().await.unwrap().json().await.unwrap();
    let row = all.as_array().unwrap().iter().find(|row| row["name"] == "robot_wording").unwrap();
    assert_eq!(row["value"], "older");
}
