//! What becomes an event, who gets it, and what a robot hears. Source: dingtalk-api.md §5.3, §6.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use common::stream::data_of;
use practice::{AppChoice, Options};
use reqwest::StatusCode;
use reqwest::header::ORIGIN;
use serde_json::json;

async fn practice() -> Practice {
    Practice::with(Options::virtual_clock).await
}

async fn press(practice: &Practice, address: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
    let console = practice.running.hosts().console_url.clone();
    let request = practice.client.post(format!("{console}{address}")).header(ORIGIN, console);
    let answer = request.form(fields).send().await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn only_types_that_the_app_chose_are_sent() {
    let practice = practice().await;
    let client_id = practice.app().client_id;
    let mut line = practice.line().await;
    let events = format!("/apps/{client_id}/events/types");
    let (status, _) = press(&practice, &events, &[("type", "org_dept_create"), ("type", "nonsense")]).await;
    assert_eq!(status, StatusCode::OK);
    practice.raise("user_add_org").await;
    practice.raise("org_dept_create").await;
    assert_eq!(line.frame().await["headers"]["eventType"], "org_dept_create");
    assert_eq!(practice.admin("/deliveries").await.as_array().unwrap().len(), 1);
}

// V §6: with Stream mode the client is started first, then the channel is verified; only then is there a list of events
#[tokio::test]
async fn stream_mode_is_saved_only_while_a_program_is_connected() {
    let practice = Practice::with(|options| Options { app: AppChoice::Keep, ..options }.virtual_clock()).await;
    practice.shared().attempt(|world| world.register_developer("A", "a@harbour-demo.example")).unwrap();
    let client_id = practice.shared().attempt(|world| world.create_app("Events", "hears of it")).unwrap();
    let page = format!("/apps/{client_id}/events");
    let (status, text) = press(&practice, &page, &[("mode", "stream")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("No program of this app is connected") && !text.contains("user_add_org"));

    let secret = practice.shared().read(|world| world.app(&client_id).unwrap().client_secret.clone());
    let opening = json!({"clientId": client_id, "clientSecret": secret,
        "subscriptions": common::stream::subscriptions()});
    let (_, body) = practice.open(&opening).await;
    let body: serde_json::Value = serde_json::from_str(&body).unwrap();
    let address = format!("{}?ticket={}", body["endpoint"].as_str().unwrap(), body["ticket"].as_str().unwrap());
    let (socket, _) = tokio_tungstenite::connect_async(address).await.unwrap();
    let mut line = common::stream::Line { socket };
    let (status, text) = press(&practice, &page, &[("mode", "stream")]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(text.contains("user_add_org"));

    press(&practice, &format!("{page}/types"), &[("type", "user_add_org")]).await;
    let (_, text) = press(&practice, &format!("{page}/test"), &[("type", "user_add_org")]).await;
    let frame = line.frame().await;
    assert_eq!(frame["headers"]["eventType"], "user_add_org");
    assert!(text.contains("The test event is on its way"));
}

// V §5.3: a robot message has these fields, times in milliseconds, and conversationType 1 for a single chat
// V §5.3: senderStaffId comes only after the robot's version is released
#[tokio::test]
async fn a_robot_hears_a_colleague_and_knows_the_userid_only_once_it_is_published() {
    let practice = practice().await;
    let mut line = practice.line().await;
    let answer = practice.tell("/robot-message", json!({"text": "你好"})).await;
    assert_eq!(answer["sent"], true);
    let frame = line.frame().await;
    assert_eq!(frame["type"], "CALLBACK");
    assert_eq!(frame["headers"]["topic"], "/v1.0/im/bot/messages/get");
    let body = data_of(&frame);
    assert_eq!(body, answer["body"]);
    let mut fields: Vec<&str> = body.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    assert_eq!(
        fields,
        [
            "chatbotCorpId",
            "chatbotUserId",
            "conversationId",
            "conversationType",
            "createAt",
            "isAdmin",
            "msgId",
            "msgtype",
            "robotCode",
            "senderCorpId",
            "senderId",
            "senderNick",
            "senderStaffId",
            "senderUnionId",
            "sessionWebhook",
            "sessionWebhookExpiredTime",
            "text",
        ]
    );
    assert_eq!(body["createAt"], practice.shared().clock().now().as_millisecond());
    assert_eq!((&body["text"]["content"], &body["senderStaffId"]), (&json!("你好"), &json!("demo002")));
    assert_eq!((&body["conversationType"], &body["isAdmin"]), (&json!("1"), &json!(false)));
    let webhook = body["sessionWebhook"].as_str().unwrap();
    let reply = practice.client.post(webhook).json(&json!({"msgtype": "text", "text": {"content": "收到"}}));
    assert_eq!(common::text(reply).await, r#"{"errcode":0,"errmsg":"ok"}"#);
    assert_eq!(practice.journal("session_reply").await[0]["text"], "收到");

    let group = practice.tell("/robot-message", json!({"text": "你好", "conversation": "group"})).await;
    // V §5.3: conversationType is 2 in a group, with a title and who was named
    assert_eq!(group["body"]["conversationType"], "2");
    assert!(group["body"]["conversationTitle"].is_string() && group["body"]["isInAtList"] == true);

    practice.shared().change(|world| world.apps[0].versions.clear()).unwrap();
    let unpublished = practice.tell("/robot-message", json!({"text": "你好"})).await;
    assert_eq!(unpublished["body"]["senderStaffId"], serde_json::Value::Null);
}

// V §6.3: robot messages are not delivered again
#[tokio::test]
async fn a_robot_message_that_nobody_hears_is_lost() {
    let practice = practice().await;
    let answer = practice.tell("/robot-message", json!({"text": "one"})).await;
    assert_eq!(answer["sent"], false);
    let mut line = practice.line().await;
    practice.tell("/robot-message", json!({"text": "two"})).await;
    let frame = line.frame().await;
    assert_eq!(data_of(&frame)["text"]["content"], "two");
    practice.pass(40);
    practice.tell("/stream/disconnect", json!({})).await;
    assert_eq!(line.frame().await["headers"]["topic"], "disconnect");
}

// V §6.2: user_add_org, user_modify_org and user_leave_org tell a colleague's coming, changes and leaving
#[tokio::test]
async fn what_an_app_does_to_the_directory_is_told_as_events() {
    let practice = practice().await;
    let mut line = practice.line().await;
    let created = json!({"userid": "new1", "name": "新同事", "mobile": "+852-55501234", "dept_id_list": "1"});
    for (path, body, event_type) in [
        ("/topapi/v2/user/create", created, "user_add_org"),
        ("/topapi/v2/user/update", json!({"userid": "new1", "name": "新名字"}), "user_modify_org"),
        ("/topapi/v2/user/delete", json!({"userid": "new1"}), "user_leave_org"),
    ] {
        let answer = practice.top_json(path, body).await;
        assert_eq!(answer["errcode"], 0, "{answer}");
        let frame = line.frame().await;
        assert_eq!(frame["headers"]["eventType"], event_type);
        let data = data_of(&frame);
        assert_eq!(data["userId"], json!(["new1"]));
        if event_type == "user_modify_org" {
            assert_eq!(data["diffInfo"]["userid"], "new1");
            assert_eq!(data["diffInfo"]["prev"]["name"], "新同事");
            assert_eq!(data["diffInfo"]["curr"]["name"], "新名字");
        }
        line.handled(&frame).await;
    }
}

#[tokio::test]
async fn a_robot_message_needs_an_app_and_a_colleague_that_are_there() {
    let practice = practice().await;
    let url = format!("{}/robot-message", practice.running.hosts().admin_url);
    for body in [json!({"text": "x", "client_id": "ding0"}), json!({"text": "x", "userid": "nobody"})] {
        assert_eq!(practice.client.post(&url).json(&body).send().await.unwrap().status(), 400);
    }
    assert!(practice.journal("robot_heard").await.is_empty());
}
