//! The JSAPI ticket: asked for seldom, shared by all, on both hosts.

use std::sync::Arc;
use std::time::Duration;

use dingtalk::{Client, JsapiHash, JsapiPage};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::server::{Seen, Server, TOKEN, reply, token_answer};

const TICKET: &str = "CANARY-jsapi-ticket-41";

async fn server(lifetime: Value) -> Server {
    Server::start(move |asked: Seen, before| {
        let lifetime = lifetime.clone();
        async move {
            if asked.is_for_token() {
                return reply(200, &token_answer(TOKEN));
            }
            let ticket = format!("{TICKET}-{before}");
            match asked.path.as_str() {
                "/get_jsapi_ticket" => reply(200, &json!({"errcode": 0, "ticket": ticket, "expires_in": lifetime})),
                _ => reply(200, &json!({"jsapiTicket": ticket, "expireIn": lifetime})),
            }
        }
    })
    .await
}

async fn ticket(client: &Client) -> String {
    client.jsapi_ticket().await.unwrap().ticket.expose_secret().to_owned()
}

async fn pass(time: Duration) {
    tokio::time::pause();
    tokio::time::advance(time).await;
    tokio::time::resume();
}

// V §7: the new host gives the ticket by POST /v1.0/oauth2/jsapiTickets without a body
// V §7: the old host gives it by GET /get_jsapi_ticket
#[tokio::test]
async fn a_ticket_is_asked_for_as_each_gateway_wants_it_and_then_kept() {
    let server = server(json!(7200)).await;
    let client = server.client();
    let held = client.jsapi_ticket().await.unwrap();
    assert_eq!(held.validity.lifetime, Duration::from_hours(2));
    assert!(!format!("{held:?}").contains("CANARY"));
    assert_eq!(ticket(&client).await, format!("{TICKET}-0"));
    assert_eq!(client.jsapi_ticket_from_old_host().await.unwrap().ticket.expose_secret(), format!("{TICKET}-0"));
    assert_eq!(server.calls().len(), 1);
    client.forget_jsapi_ticket().await;
    assert_eq!(client.jsapi_ticket_from_old_host().await.unwrap().ticket.expose_secret(), format!("{TICKET}-1"));
    let calls = server.calls();
    assert_eq!((calls[0].method.as_str(), calls[0].path.as_str()), ("POST", "/v1.0/oauth2/jsapiTickets"));
    assert_eq!((calls[0].body.as_str(), calls[0].header("x-acs-dingtalk-access-token")), ("", Some(TOKEN)));
    assert_eq!((calls[1].method.as_str(), calls[1].path.as_str()), ("GET", "/get_jsapi_ticket"));
    assert_eq!(calls[1].query("access_token"), Some(TOKEN));
    assert_eq!(client.token_validity().await.unwrap().lifetime, Duration::from_hours(2), "the token is another thing");
}

#[tokio::test]
async fn a_ticket_is_renewed_near_its_end() {
    let server = server(json!("600")).await;
    let client = server.client();
    assert_eq!(ticket(&client).await, format!("{TICKET}-0"));
    pass(Duration::from_secs(470)).await;
    assert_eq!(ticket(&client).await, format!("{TICKET}-0"));
    pass(Duration::from_secs(20)).await;
    assert_eq!(ticket(&client).await, format!("{TICKET}-1"));
}

// F15
#[tokio::test]
async fn a_ticket_that_lives_for_nothing_is_not_fetched_for_every_page() {
    for stated in [json!(0), json!(-1), json!("soon"), Value::Null] {
        let server = server(stated).await;
        let client = server.client();
        ticket(&client).await;
        ticket(&client).await;
        assert_eq!(server.calls().len(), 1);
    }
}

#[tokio::test]
async fn fifty_pages_at_once_make_one_request() {
    let gate = Arc::new(Semaphore::new(0));
    let opened = gate.clone();
    let server = Server::start(move |asked: Seen, before| {
        let gate = opened.clone();
        async move {
            if asked.is_for_token() {
                return reply(200, &token_answer(TOKEN));
            }
            gate.acquire().await.unwrap().forget();
            reply(200, &json!({"jsapiTicket": format!("{TICKET}-{before}"), "expireIn": 7200}))
        }
    })
    .await;
    let client = server.client();
    let mut pages = JoinSet::new();
    for _ in 0..50 {
        let client = client.clone();
        pages.spawn(async move { ticket(&client).await });
    }
    for _ in 0..200 {
        tokio::task::yield_now().await;
    }
    gate.add_permits(50);
    while let Some(found) = pages.join_next().await {
        assert_eq!(found.unwrap(), format!("{TICKET}-0"));
    }
    assert_eq!(server.calls().len(), 1);
}

// V §7: jsapiTickets is refused with invalidClientIdOrSecret or systemBusy
#[tokio::test]
async fn a_ticket_that_is_refused_is_an_error_and_none_is_kept() {
    let server = Server::start(|asked: Seen, before| async move {
        if asked.is_for_token() {
            return reply(200, &token_answer(TOKEN));
        }
        match before {
            0 => reply(500, &json!({"code": "systemBusy", "message": "系统繁忙"})),
            1 => reply(400, &json!({"code": "invalidClientIdOrSecret", "message": "x"})),
            2 => reply(200, &json!({"expireIn": 7200})),
            _ => reply(200, &json!({"jsapiTicket": TICKET, "expireIn": 7200})),
        }
    })
    .await;
    let client = server.client();
    assert!(client.jsapi_ticket().await.unwrap_err().is_busy());
    assert!(client.jsapi_ticket().await.unwrap_err().is_credentials_refused());
    assert!(client.jsapi_ticket().await.is_err());
    let ticket = client.jsapi_ticket().await.unwrap().ticket;
    let page = JsapiPage { ticket: &ticket, nonce: "n", timestamp: 1, url: "https://a.example/" };
    assert_eq!(page.signature(JsapiHash::Sha256).len(), 64);
    assert!(!format!("{page:?} {}", page.explain()).contains("CANARY"));
}
