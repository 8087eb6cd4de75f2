//! The server's own time, its counts of calls, and what it tells of effects.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use jiff::SignedDuration;
use practice::Options;
use practice::state::Effect;
use serde_json::{Value, json};

async fn move_clock(practice: &Practice, body: Value) -> (u16, Value) {
    let url = format!("{}/clock", practice.running.hosts().admin_url);
    let answer = practice.client.post(url).json(&body).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn a_virtual_clock_stands_until_the_admin_moves_it() {
    let practice = Practice::with(Options::virtual_clock).await;
    let before = practice.shared().clock().now();
    let token = practice.token().await;
    let (status, body) = move_clock(&practice, json!({"advance_seconds": 7199.5})).await;
    assert_eq!((status, &body["virtual"]), (200, &json!(true)));
    let works = async || practice.top("/topapi/v2/user/get", &token, json!({"userid": "demo001"})).await;
    assert!(works().await.starts_with(r#"{"errcode":0,"#));
    move_clock(&practice, json!({"advance_seconds": 0.5})).await;
    assert!(works().await.contains(r#""sub_code":"40014""#));
    assert_eq!(practice.shared().clock().now(), before + SignedDuration::from_secs(7200));
    move_clock(&practice, json!({"set": "2027-01-01T00:00:00+08:00"})).await;
    let date = practice.client.get(practice.old_url("/gettoken")).send().await.unwrap().headers()["date"].clone();
    assert_eq!(date, "Thu, 31 Dec 2026 16:00:00 GMT");
}

#[tokio::test]
async fn the_computers_clock_is_not_moved() {
    let practice = Practice::ready().await;
    let (status, body) = move_clock(&practice, json!({"advance_seconds": 1})).await;
    assert_eq!(status, 400);
    assert!(body["error"].as_str().unwrap().contains("the clock is the computer's"), "{body}");
    assert_eq!(practice.admin("/clock").await["virtual"], false);
}

#[tokio::test]
async fn every_effect_is_told_once_in_order_when_it_is_done() {
    let practice = Practice::ready().await;
    let mut effects = practice.shared().effects();
    practice.token().await;
    practice.token().await;
    practice.say("今日下午三時截數").await;
    let kinds = [effects.recv().await.unwrap().effect, effects.recv().await.unwrap().effect];
    assert!(matches!(&kinds[0], Effect::TokenIssued { .. }), "{kinds:?}");
    assert!(matches!(&kinds[1], Effect::RobotMessage { text, .. } if text == "今日下午三時截數"), "{kinds:?}");
    assert!(effects.try_recv().is_err());
}

#[tokio::test]
async fn calls_are_counted_as_they_arrive_and_the_busiest_window_is_told() {
    let practice = Practice::with(Options::virtual_clock).await;
    let clock = practice.shared().clock();
    let start = clock.now();
    for seconds in [0, 30, 29, 1] {
        clock.advance(SignedDuration::from_secs(seconds)).unwrap();
        practice.token().await;
    }
    let all = practice.admin("/calls").await;
    assert_eq!((&all["calls"], &all["most_in_window"]), (&json!(4), &json!(3)));
    assert_eq!(all["by_path"]["/gettoken"], json!({"calls": 4, "most_in_window": 3}));
    let since = start + SignedDuration::from_secs(30);
    let late = practice.admin(&format!("/calls?since={since}&window_seconds=2")).await;
    assert_eq!((&late["calls"], &late["most_in_window"]), (&json!(3), &json!(2)));
}
