//! JSAPI tickets of both gateways and the check of what a page signed. Rules: dingtalk-api.md §7, §8.
#![allow(clippy::unwrap_used)]

mod common;

use std::fmt::Write;

use common::Practice;
use jiff::SignedDuration;
use practice::Clock;
use practice::Options;
use serde_json::{Value, json};
use sha1::Sha1;
use sha2::{Digest, Sha256};

async fn old_ticket(practice: &Practice) -> Value {
    let url = practice.old_url(&format!("/get_jsapi_ticket?access_token={}", practice.token().await));
    practice.client.get(url).send().await.unwrap().json().await.unwrap()
}

async fn new_ticket(practice: &Practice) -> Value {
    let token = practice.token().await;
    let request = practice.client.post(practice.new_url("/v1.0/oauth2/jsapiTickets"));
    request.header("x-acs-dingtalk-access-token", token).send().await.unwrap().json().await.unwrap()
}

// V §7: asked for again inside its validity a ticket is the same and extended by 2 h, at most 24 h from its making
#[tokio::test]
async fn both_gateways_give_the_same_ticket_for_at_most_a_day() {
    let clock = Clock::standing_now();
    let moved = clock.clone();
    let practice = Practice::with(|options| Options { clock: moved, ..options }).await;
    let old = old_ticket(&practice).await;
    assert_eq!((&old["errcode"], &old["errmsg"], &old["expires_in"]), (&json!(0), &json!("ok"), &json!(7200)));
    assert_eq!(new_ticket(&practice).await, json!({"jsapiTicket": old["ticket"], "expireIn": 7200}));
    for _ in 0..22 {
        clock.advance(SignedDuration::from_hours(1)).unwrap();
        assert_eq!(old_ticket(&practice).await["ticket"], old["ticket"]);
    }
    clock.advance(SignedDuration::from_mins(90)).unwrap();
    let last = new_ticket(&practice).await;
    assert_eq!(last, json!({"jsapiTicket": old["ticket"], "expireIn": 1800}));
    clock.advance(SignedDuration::from_mins(30)).unwrap();
    assert_ne!(new_ticket(&practice).await["jsapiTicket"], old["ticket"]);
}

#[tokio::test]
async fn a_ticket_that_nobody_asked_for_again_ends_after_two_hours() {
    let clock = Clock::standing_now();
    let moved = clock.clone();
    let practice = Practice::with(|options| Options { clock: moved, ..options }).await;
    let first = old_ticket(&practice).await["ticket"].clone();
    clock.advance(SignedDuration::from_secs(7200)).unwrap();
    assert_ne!(old_ticket(&practice).await["ticket"], first);
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        write!(text, "{byte:02x}").unwrap();
    }
    text
}

// V §7: what is signed is jsapi_ticket, noncestr, timestamp and url in this order, the url without its part
#[tokio::test]
async fn a_page_may_sign_with_either_hash() {
    let practice = Practice::ready().await;
    let ticket = old_ticket(&practice).await["ticket"].as_str().unwrap().to_owned();
    let text = format!("jsapi_ticket={ticket}&noncestr=abc&timestamp=1700000000000&url=http://127.0.0.1/p?q=陳");
    let page = "http://127.0.0.1/p?q=%E9%99%B3#top";
    let verify = async |signature: &str, url: &str| {
        let body = json!({"nonceStr": "abc", "timeStamp": "1700000000000", "url": url, "signature": signature});
        practice.stage("/jsapi/verify", body).await
    };
    let client_id = practice.app().client_id;
    for (hash, signature) in
        [("sha1", hexadecimal(&Sha1::digest(&text))), ("sha256", hexadecimal(&Sha256::digest(&text)))]
    {
        let right = json!({"valid": true, "client_id": client_id, "hash": hash});
        assert_eq!(verify(&signature, page).await, right);
        assert_eq!(verify(&signature, "http://127.0.0.1/other").await, json!({"valid": false}));
    }
}

#[tokio::test]
async fn the_old_ticket_is_refused_wrapped_or_flat() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    practice.shared().attempt(|world| world.set_allow_list(&client_id, "")).unwrap();
    let reason = format!("访问ip不在白名单之中,request ip=203.0.113.10 appKey({client_id})");
    let wrapped = old_ticket(&practice).await;
    assert_eq!(
        (&wrapped["errcode"], &wrapped["sub_code"], &wrapped["sub_msg"]),
        (&json!(88), &json!("60020"), &json!(reason))
    );
    practice.choose("jsapi_ticket_refusal", "flat").await;
    // V §8: the older refusal of an address on /get_jsapi_ticket is flat and points to a FAQ
    let faq = "请参考FAQ：https://open-doc.dingtalk.com/microapp/faquestions/cvbtph。错误原因：";
    assert_eq!(old_ticket(&practice).await, json!({"errcode": 60_020, "errmsg": format!("{faq}{reason}")}));
}

// V §10.1: /microapp/list with a bad token answers errcode 40014 flat, HTTP 200
#[tokio::test]
async fn an_older_path_is_refused_flat() {
    let practice = Practice::ready().await;
    let answer = practice.client.get(practice.old_url("/microapp/list?access_token=undefined")).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.text().await.unwrap(), r#"{"errcode":40014,"errmsg":"不合法的access_token"}"#);
}
