//! Planted secrets, looked for in everything that can be formatted.

use std::error::Error as _;
use std::fmt::Debug;

use dingtalk::{Client, Error, Method, Proxy, RobotSecret, RobotText, Webhook};
use secrecy::SecretString;
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::server::{
    SECRET, Seen, Server, TOKEN, client, credentials, hasty_client, raw, read_request, reply, token_answer,
};

const WEBHOOK: &str = "CANARY-webhook-token-55d0";
const ROBOT: &str = "SEC-CANARY-robot-secret-0e";

fn check(shown: &impl Debug) {
    let text = format!("{shown:?} {shown:#?}");
    assert!(!text.contains("CANARY"), "{text}");
}

fn check_error(error: &Error, sign: &str) {
    check(error);
    let mut text = format!("{error} {error:?}");
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    assert!(!text.contains("CANARY") && !text.contains(sign), "{text}");
}

/// All errors of a client whose server behaves like this.
async fn errors(client: &Client) {
    let webhook = Webhook::from_token(&WEBHOOK.into(), client.hosts()).unwrap();
    let secret = SecretString::from(ROBOT);
    let sign = dingtalk::robot_sign(1_700_000_000_000, &secret);
    let signature = RobotSecret { secret: &secret, timestamp: 1_700_000_000_000 };
    let outcomes = [
        client.fetch_token().await.map(drop),
        client.fetch_token_from_old_host().await.map(drop),
        client.corp_token_check("dingcorp").await,
        client.call_old("/topapi/user/count", json!({})).await.map(drop),
        client.call_new(Method::GET, "/v1.0/contact/users/me", None).await.map(drop),
        client.send_robot_text(&webhook, Some(signature), &RobotText::new("x")).await,
    ];
    let mut failed = 0;
    for error in outcomes.into_iter().filter_map(Result::err) {
        check_error(&error, &sign);
        failed += 1;
    }
    assert!(failed >= 3, "only {failed} failed");
}

#[tokio::test]
async fn no_error_and_no_type_shows_a_secret() {
    let echo = Server::start(|asked: Seen, _| async move {
        // Everything that came in goes out again in the words of a refusal.
        let said = format!("{} {:?} {:?} {}", asked.path, asked.query, asked.headers, asked.body);
        if asked.path.ends_with("accessToken") || asked.path == "/gettoken" {
            return reply(200, &token_answer(TOKEN));
        }
        reply(200, &json!({"errcode": 310_000, "errmsg": said, "code": "x", "message": said}))
    })
    .await;
    errors(&echo.client()).await;

    let refusing = Server::start(|asked: Seen, _| async move {
        let said = format!("{:?} {:?} {}", asked.query, asked.headers, asked.body);
        reply(400, &json!({"code": said, "message": said, "requestid": said}))
    })
    .await;
    errors(&refusing.client()).await;

    let silent = Server::start(|asked: Seen, _| async move {
        if asked.path.ends_with("accessToken") || asked.path == "/gettoken" {
            return reply(200, &token_answer(TOKEN));
        }
        std::future::pending().await
    })
    .await;
    errors(&hasty_client(&silent.origin)).await;

    let rude = raw(|mut stream| async move {
        read_request(&mut stream).await;
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{").await;
    })
    .await;
    errors(&client(&rude)).await;
    errors(&client("http://127.0.0.1:1")).await;

    check(&echo.client());
    check(&credentials());
    check(&Proxy::Fixed("http://user:CANARY@proxy.example".into()));
    let webhook = Webhook::from_token(&WEBHOOK.into(), &echo.hosts()).unwrap();
    check(&webhook);
    check(&RobotSecret { secret: &ROBOT.into(), timestamp: 0 });
    let foreign = format!("https://evil.example/robot/send?access_token={SECRET}");
    check(&Webhook::parse(&foreign, &echo.hosts()).unwrap_err());
}
