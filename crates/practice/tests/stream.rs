//! The Stream gateway: opening, frames, acknowledgements, the end of a connection. Source: dingtalk-api.md §6.3.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use common::stream::{data_of, opening, refused_with, subscriptions};
use futures_util::{FutureExt, SinkExt, StreamExt};
use practice::Options;
use serde_json::{Value, json};
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::Message;

async fn practice() -> Practice {
    Practice::with(Options::virtual_clock).await
}

// V §6.3: opening with a wrong secret answers HTTP 401 authFailed
// V §6.3: opening answers the endpoint and a ticket
#[tokio::test]
async fn opening_answers_an_endpoint_and_a_ticket_and_wrong_keys_are_refused() {
    let practice = practice().await;
    let app = practice.app();
    let check = async |body: Value, status: u16, expected: &str| {
        let (answered, text) = practice.open(&body).await;
        assert!(answered == status && text.starts_with(expected), "{answered} {text}");
    };
    check(opening(&app), 200, r#"{"endpoint":"ws://127.0.0.1:"#).await;
    let refused = r#"{"requestid":"ID","code":"authFailed","message":"鉴权失败"}"#;
    let mut wrong = opening(&app);
    wrong["clientSecret"] = json!("wrong");
    check(wrong, 401, refused).await;
    let mut unknown = opening(&app);
    unknown["clientId"] = json!("dingunknown");
    check(unknown, 401, refused).await;
    // V §6.3: EVENT takes only the topic *
    let mut named = opening(&app);
    named["subscriptions"] = json!([{"type": "EVENT", "topic": "user_add_org"}]);
    check(named, 400, r#"{"code":"invalidParameter.subscriptions""#).await;
    let mut without = opening(&app);
    without["clientSecret"] = Value::Null;
    check(without, 400, r#"{"code":"MissingclientSecret""#).await;
    assert_eq!(practice.journal("stream_refused").await.len(), 2);
}

// V §6.3: without Accept: application/json the reply is XML
#[tokio::test]
async fn without_the_accept_header_the_reply_is_xml() {
    let practice = practice().await;
    let body = opening(&practice.app());
    let request = practice.client.post(practice.new_url("/v1.0/gateway/connections/open")).json(&body);
    let text = request.send().await.unwrap().text().await.unwrap();
    assert!(text.starts_with("<?xml"), "{text}");
}

// V §6.3: a ticket lives 90 seconds and lets one connection in
#[tokio::test]
async fn a_ticket_opens_one_connection_within_90_seconds_and_needs_no_encoding() {
    let practice = practice().await;
    let address = practice.ticket_address().await;
    let ticket = address.split_once('=').unwrap().1;
    assert!(ticket.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{ticket}");
    let _open = connect_async(&address).await.unwrap();
    assert_eq!(refused_with(connect_async(&address).await.unwrap_err()), 401);

    let (early, late) = (practice.ticket_address().await, practice.ticket_address().await);
    practice.pass(89);
    let _open = connect_async(&early).await.unwrap();
    practice.pass(1);
    assert_eq!(refused_with(connect_async(&late).await.unwrap_err()), 401);
    let nonsense = format!("{}?ticket=nonsense", address.split_once('?').unwrap().0);
    assert_eq!(refused_with(connect_async(&nonsense).await.unwrap_err()), 401);
}

// V §6.3: a frame has specVersion, type, headers and its data as text; times are numbers as text
// V §6.3: an EVENT frame names type, id, corp, birth and Unified App ID in its headers, and its data is the inner object
#[tokio::test]
async fn an_event_is_a_frame_with_its_outer_fields_in_the_headers() {
    let practice = practice().await;
    let mut line = practice.line().await;
    let id = practice.raise("user_add_org").await;
    let frame = line.frame().await;
    let headers = &frame["headers"];
    let now = practice.shared().clock().now().as_millisecond().to_string();
    let app_id = practice.shared().read(|world| world.ready_app().unwrap().unified_app_id.clone());
    let expected = json!({
        "appId": app_id,
        "connectionId": headers["connectionId"],
        "contentType": "application/json",
        "messageId": headers["messageId"],
        "time": now,
        "topic": "*",
        "eventBornTime": now,
        "eventCorpId": practice.running.corp_id(),
        "eventId": id,
        "eventType": "user_add_org",
        "eventUnifiedAppId": app_id,
    });
    assert_eq!(*headers, expected);
    assert_eq!((&frame["specVersion"], &frame["type"]), (&json!("1.0"), &json!("EVENT")));
    assert_eq!(data_of(&frame), json!({"timeStamp": now, "userId": ["demo001"]}));
    line.handled(&frame).await;
    practice.deliveries_until(|all| all[0]["state"] == "delivered").await;
}

// V §6.3: an event is delivered again when its acknowledgement is late, says LATER or has another code than 200
#[tokio::test]
async fn an_event_comes_again_until_it_is_acknowledged() {
    let practice = practice().await;
    let mut line = practice.line().await;
    let id = practice.raise("user_add_org").await;
    let first = line.frame().await;
    practice.pass(3);
    practice.deliveries_until(|all| all[0]["why"] == "ack_late").await;
    practice.pass(7);
    let again = line.frame().await;
    assert_eq!(again["headers"]["eventId"], id);
    assert_ne!(again["headers"]["messageId"], first["headers"]["messageId"]);
    line.ack(&again, 200, r#"{"status":"LATER","message":"busy"}"#).await;
    practice.deliveries_until(|all| all[0]["why"] == "said_later").await;
    practice.pass(30);
    let last = line.frame().await;
    line.ack(&last, 500, "").await;
    let deliveries = practice.deliveries_until(|all| all[0]["state"] == "failed").await;
    assert_eq!((&deliveries[0]["attempts"], &deliveries[0]["why"]), (&json!(3), &json!({"ack_code": 500})));
}

#[tokio::test]
async fn an_acknowledgement_with_the_events_own_data_counts_by_its_code() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.raise("user_add_org").await;
    let frame = line.frame().await;
    line.ack(&frame, 200, frame["data"].as_str().unwrap()).await;
    practice.deliveries_until(|all| all[0]["state"] == "delivered").await;
}

// F50
#[tokio::test]
async fn an_event_waits_for_an_app_that_is_away() {
    let practice = practice().await;
    let id = practice.raise("user_add_org").await;
    practice.deliveries_until(|all| all.first().is_some_and(|one| one["why"] == "no_connection")).await;
    practice.pass(600);
    let mut line = practice.line().await;
    let frame = line.frame().await;
    assert_eq!(frame["headers"]["eventId"], id);
    // Handled, and the line cut before the acknowledgement: it comes again (F49).
    drop(line);
    practice.deliveries_until(|all| all[0]["why"] == "ack_late").await;
    let mut line = practice.line().await;
    practice.pass(10);
    let again = line.frame().await;
    assert_eq!(again["headers"]["eventId"], id);
}

// V §6.3: ping carries an opaque that is echoed
#[tokio::test]
async fn the_server_pings_and_takes_the_echo() {
    let practice = practice().await;
    practice.tell("/stream", json!({"ping_seconds": 20})).await;
    let mut line = practice.line().await;
    for _ in 0..2 {
        practice.pass(20);
        let ping = line.frame().await;
        assert_eq!((&ping["type"], &ping["headers"]["topic"]), (&json!("SYSTEM"), &json!("ping")));
        assert!(data_of(&ping)["opaque"].is_string());
        line.ack(&ping, 200, ping["data"].as_str().unwrap()).await;
    }
}

#[tokio::test]
async fn a_websocket_ping_is_answered() {
    let practice = practice().await;
    let mut line = practice.line().await;
    line.socket.send(Message::Ping("x".into())).await.unwrap();
    assert_eq!(line.socket.next().await.unwrap().unwrap(), Message::Pong("x".into()));
}

// V §6.3: disconnect tells its reason, and the server ends the line after ten seconds of silence
// F42
#[tokio::test]
async fn an_old_connection_is_told_to_go_gets_nothing_more_and_ends() {
    let practice = practice().await;
    practice.tell("/stream", json!({"lifetime_seconds": 30})).await;
    let mut old = practice.line().await;
    practice.pass(30);
    let frame = old.frame().await;
    assert_eq!((&frame["type"], &frame["headers"]["topic"]), (&json!("SYSTEM"), &json!("disconnect")));
    assert_eq!(data_of(&frame), json!({"reason": "connection is expired"}));
    let mut new = practice.line().await;
    for _ in 0..5 {
        practice.raise("user_add_org").await;
        let event = new.frame().await;
        new.handled(&event).await;
    }
    practice.pass(10);
    old.end().await;
    assert_eq!(practice.admin("/stream").await["connections"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn every_connection_can_be_told_to_go_at_once() {
    let practice = practice().await;
    let mut lines = [practice.line().await, practice.line().await];
    assert_eq!(practice.tell("/stream/disconnect", json!({})).await, json!({"connections": 2}));
    for line in &mut lines {
        assert_eq!(line.frame().await["headers"]["topic"], "disconnect");
    }
}

// V §6.3: with several connections one is picked for each message
#[tokio::test]
async fn each_message_goes_to_one_of_several_connections() {
    let practice = practice().await;
    let mut lines = [practice.line().await, practice.line().await];
    let mut seen = [0, 0];
    for _ in 0..40 {
        practice.tell("/robot-message", json!({"text": "你好"})).await;
    }
    practice.tell("/stream/disconnect", json!({})).await;
    for (line, seen) in lines.iter_mut().zip(&mut seen) {
        while line.frame().await["type"] == "CALLBACK" {
            *seen += 1;
        }
    }
    assert_eq!(seen[0] + seen[1], 40);
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[tokio::test]
async fn only_what_a_connection_subscribed_to_comes_to_it() {
    let practice = practice().await;
    let mut wanted = opening(&practice.app());
    wanted["subscriptions"] = json!([subscriptions()[1]]);
    let (_, body) = practice.open(&wanted).await;
    let body: Value = serde_json::from_str(&body).unwrap();
    let address = format!("{}?ticket={}", body["endpoint"].as_str().unwrap(), body["ticket"].as_str().unwrap());
    let _robot_only = connect_async(address).await.unwrap();
    practice.raise("user_add_org").await;
    let deliveries = practice.deliveries_until(|all| !all.is_empty()).await;
    assert_eq!(deliveries[0]["why"], "no_connection");
}

// V §6.3: CONNECTED, REGISTERED and KEEPALIVE are topics that one client knows of
#[tokio::test]
async fn announcements_come_only_when_they_are_switched_on() {
    let practice = practice().await;
    practice.tell("/stream", json!({"announces": true, "ping_seconds": 5})).await;
    let mut line = practice.line().await;
    practice.pass(5);
    let mut topics = Vec::new();
    for _ in 0..4 {
        topics.push(line.frame().await["headers"]["topic"].clone());
    }
    assert_eq!(topics, ["CONNECTED", "REGISTERED", "KEEPALIVE", "ping"]);
}

// F41
#[tokio::test]
async fn a_half_open_line_swallows_everything_and_stays_open() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.tell("/stream/fault", json!({"kind": "drop_packets"})).await;
    practice.raise("user_add_org").await;
    practice.pass(3);
    practice.deliveries_until(|all| all.first().is_some_and(|one| one["why"] == "ack_late")).await;
    line.socket.send(Message::Ping("x".into())).await.unwrap();
    practice.pass(60 * 60 * 4);
    for _ in 0..20 {
        practice.admin("/stream").await;
        assert!(line.socket.next().now_or_never().is_none());
    }
}

// F43, F44
#[tokio::test]
async fn events_can_come_twice_and_out_of_order() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.tell("/stream/fault", json!({"kind": "duplicate"})).await;
    let id = practice.raise("user_add_org").await;
    for _ in 0..2 {
        assert_eq!(line.frame().await["headers"]["eventId"], id);
    }
    practice.tell("/stream/fault", json!({"kind": "out_of_order"})).await;
    let earlier = practice.raise("user_add_org").await;
    let later = practice.raise("user_modify_org").await;
    for expected in [later, earlier] {
        assert_eq!(line.frame().await["headers"]["eventId"], expected);
    }
}

// F45
#[tokio::test]
async fn a_thousand_events_come_at_once() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.tell("/stream/fault", json!({"kind": "burst", "count": 1000})).await;
    for _ in 0..1000 {
        let frame = line.frame().await;
        line.handled(&frame).await;
    }
    practice.deliveries_until(|all| all.iter().filter(|one| one["state"] == "delivered").count() == 1000).await;
}

// F46
#[tokio::test]
async fn a_frame_can_be_enormous_and_a_handshake_endless() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.tell("/stream/fault", json!({"kind": "huge_frame", "count": 2_000_000})).await;
    let frame = line.frame().await;
    assert!(frame["data"].as_str().unwrap().len() > 2_000_000);
    practice.tell("/stream/fault", json!({"kind": "handshake_headers", "count": 10_000})).await;
    let error = connect_async(practice.ticket_address().await).await.unwrap_err();
    assert!(error.to_string().contains("header"), "{error}");
}

#[tokio::test]
async fn stopping_the_server_ends_its_connections() {
    let practice = practice().await;
    let mut line = practice.line().await;
    practice.running.stop().await;
    line.end().await;
}
