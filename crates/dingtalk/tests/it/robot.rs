use dingtalk::{At, Hosts, RobotRefusal, RobotSecret, RobotText, UserId, Webhook, WebhookError, robot_text_json};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;

use crate::server::{Server, hasty_client, reply};

fn check(text: &str, expected: Result<(&str, &str), WebhookError>) {
    let parsed = Webhook::parse(text, &Hosts::com());
    let found = parsed.map(|webhook| (webhook.host().to_owned(), webhook.token().expose_secret().to_owned()));
    assert_eq!(found, expected.map(|(host, token)| (host.to_owned(), token.to_owned())), "{text}");
}

#[test]
fn a_webhook_is_an_address_of_dingtalks_with_a_token_in_it() {
    let foreign = |host: &str| Err(WebhookError::ForeignHost(host.to_owned()));
    check("https://oapi.dingtalk.com/robot/send?access_token=abc123", Ok(("oapi.dingtalk.com", "abc123")));
    check("  https://oapi.dingtalk.io/robot/send?access_token=abc123\n", Ok(("oapi.dingtalk.io", "abc123")));
    check("https://OAPI.dingtalk.com:443/robot/send/?x=1&access_token=a%2Bb", Ok(("oapi.dingtalk.com", "a+b")));
    check("", Err(WebhookError::NotAUrl));
    check("SEC0123456789", Err(WebhookError::NotAUrl));
    check("oapi.dingtalk.com/robot/send?access_token=a", Err(WebhookError::NotAUrl));
    check("mailto:a@b.example", Err(WebhookError::NotAUrl));
    check("http://oapi.dingtalk.com/robot/send?access_token=a", Err(WebhookError::NotHttps));
    check("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a", foreign("qyapi.weixin.qq.com"));
    check("https://open.feishu.cn/open-apis/bot/v2/hook/a", foreign("open.feishu.cn"));
    check("https://oapi.dingtalk.com@evil.example/robot/send?access_token=a", foreign("evil.example"));
    check(
        "https://oapi.dingtalk.com.evil.example/robot/send?access_token=a",
        foreign("oapi.dingtalk.com.evil.example"),
    );
    check("https://oapi.dingtalk.com:8443/robot/send?access_token=a", foreign("oapi.dingtalk.com:8443"));
    check("http://127.0.0.1:8080/robot/send?access_token=a", foreign("127.0.0.1:8080"));
    check("https://oapi.dingtalk.com/robot/sendBySession?session=a", Err(WebhookError::WrongPath));
    check("https://oapi.dingtalk.com/robot/send", Err(WebhookError::TokenMissing));
    check("https://oapi.dingtalk.com/robot/send?access_token=", Err(WebhookError::TokenMissing));
    check("https://oapi.dingtalk.com/robot/send?access_token=%20", Err(WebhookError::TokenMissing));
    check("https://oapi.dingtalk.com/robot/send?access_token=a%0Ab", Err(WebhookError::TokenMissing));
}

#[tokio::test]
async fn a_practice_webhook_and_a_real_one_are_never_mixed_up() {
    let server = Server::answering(json!({"errcode": 0})).await;
    let here = format!("{}/robot/send?access_token=abc", server.origin);
    let practice = Webhook::parse(&here, &server.hosts()).unwrap();
    assert!(Webhook::parse("https://oapi.dingtalk.com/robot/send?access_token=abc", &server.hosts()).is_err());
    assert!(Webhook::parse("http://127.0.0.1:1/robot/send?access_token=abc", &server.hosts()).is_err());
    let real = Webhook::parse("https://oapi.dingtalk.com/robot/send?access_token=abc", &Hosts::com()).unwrap();
    let refused = server.client().send_robot_text(&real, None, &RobotText::new("x")).await.unwrap_err();
    assert!(matches!(refused, dingtalk::Error::RequestUnusable { .. }) && !refused.may_have_acted());
    server.client().send_robot_text(&practice, None, &RobotText::new("x")).await.unwrap();
    let moved = Webhook::from_token(practice.token(), &server.hosts()).unwrap();
    server.client().send_robot_text(&moved, None, &RobotText::new("x")).await.unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn what_was_previewed_is_what_leaves_byte_for_byte() {
    let server = Server::answering(json!({"errcode": 0, "errmsg": "ok"})).await;
    let webhook = Webhook::from_token(&"abc".into(), &server.hosts()).unwrap();
    let text = "付款提示：HK$1,200 已到賬 💰 㗎𨋢 \"引號\"\n第二行";
    server.client().send_robot_text(&webhook, None, &RobotText::new(text)).await.unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.body, robot_text_json(text));
    assert_eq!(seen.json(), json!({"msgtype": "text", "text": {"content": text}}));
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("POST", "/robot/send"));
    assert_eq!(seen.header("content-type"), Some("application/json"));
    assert_eq!((seen.query("access_token"), seen.query("sign"), seen.query("timestamp")), (Some("abc"), None, None));
    assert_eq!(server.token_requests(), 0, "a robot needs no access token");
}

// V §5.1: sign is base64(HMAC-SHA256(secret, timestamp + newline + secret)), in the query
#[tokio::test]
async fn a_signature_stands_in_the_query() {
    let server = Server::answering(json!({"errcode": 0})).await;
    let webhook = Webhook::from_token(&"abc".into(), &server.hosts()).unwrap();
    let secret = SecretString::from("this is secret");
    let signature = RobotSecret { secret: &secret, timestamp: 1_577_262_236_757 };
    server.client().send_robot_text(&webhook, Some(signature), &RobotText::new("x")).await.unwrap();
    let seen = &server.seen()[0];
    assert_eq!(seen.query("timestamp"), Some("1577262236757"));
    assert_eq!(seen.query("sign"), Some("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM="));
}

// V §5.1: at holds atMobiles, atUserIds and isAtAll
#[test]
fn those_called_by_name_are_written_as_documented() {
    let at = At { mobiles: vec!["+852-00000000".into()], user_ids: vec![UserId("u1".into())], everyone: false };
    assert_eq!(
        RobotText { content: "@u1 hi".into(), at }.to_json(),
        r#"{"msgtype":"text","text":{"content":"@u1 hi"},"at":{"atMobiles":["+852-00000000"],"atUserIds":["u1"],"isAtAll":false}}"#
    );
    let at = At { everyone: true, ..At::default() };
    assert!(RobotText { content: "x".into(), at }.to_json().ends_with(r#""isAtAll":true}}"#));
}

// F05
#[tokio::test]
async fn a_message_without_an_answer_is_in_doubt_and_never_repeated() {
    let server = Server::start(|_, _| std::future::pending()).await;
    let webhook = Webhook::from_token(&"abc".into(), &server.hosts()).unwrap();
    let error = hasty_client(&server.origin).send_robot_text(&webhook, None, &RobotText::new("x")).await.unwrap_err();
    assert!(error.may_have_acted() && error.is_time_out());
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn a_refused_message_is_not_repeated() {
    let server = Server::start(|_, _| async {
        reply(200, &json!({"errcode": 310_000, "errmsg": "sign not match, more: [https://ding-doc.dingtalk.com/]"}))
    })
    .await;
    let webhook = Webhook::from_token(&"abc".into(), &server.hosts()).unwrap();
    let error = server.client().send_robot_text(&webhook, None, &RobotText::new("x")).await.unwrap_err();
    assert_eq!(error.robot_refusal(), Some(&RobotRefusal::Signature));
    assert_eq!(server.seen().len(), 1);
}
