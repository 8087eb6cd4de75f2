//! One token, however many want it, in whatever order they come: a real client on loopback, its server's answers
//! delayed by a seed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, Uri};
use axum::response::Json;
use dingtalk::{Client, Credentials, Hosts, Method};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::server::Random;

#[derive(Default)]
struct Counts {
    /// Tokens given; the number of the newest is the only good one.
    tokens: AtomicUsize,
    asking: AtomicUsize,
    most_asking: AtomicUsize,
    calls: AtomicUsize,
    /// Calls answered by the present token before it dies.
    expirations: AtomicUsize,
    good: AtomicUsize,
}

async fn answer(counts: &Counts, random: &Random, uri: &Uri, headers: &HeaderMap) -> Value {
    for _ in 0..random.below(20) {
        tokio::task::yield_now().await;
    }
    if uri.path().ends_with("accessToken") {
        let asking = counts.asking.fetch_add(1, Ordering::SeqCst) + 1;
        counts.most_asking.fetch_max(asking, Ordering::SeqCst);
        for _ in 0..random.below(50) {
            tokio::task::yield_now().await;
        }
        counts.asking.fetch_sub(1, Ordering::SeqCst);
        let number = counts.tokens.fetch_add(1, Ordering::SeqCst) + 1;
        counts.good.store(number, Ordering::SeqCst);
        return json!({"accessToken": format!("token-{number}"), "expireIn": 7200});
    }
    let call = counts.calls.fetch_add(1, Ordering::SeqCst);
    // Now and then the token dies, while others are on their way with it.
    if call % 23 == 11 && counts.good.swap(0, Ordering::SeqCst) != 0 {
        counts.expirations.fetch_add(1, Ordering::SeqCst);
    }
    let brought = headers.get("x-acs-dingtalk-access-token").unwrap().to_str().unwrap();
    if brought == format!("token-{}", counts.good.load(Ordering::SeqCst)) {
        return json!({"done": true});
    }
    json!({"errcode": 88, "sub_code": "40014", "errmsg": "ding talk error[subcode=40014,submsg=x]"})
}

// F13
#[tokio::test]
async fn a_token_that_dies_at_random_is_fetched_once_for_each_death_and_by_one_at_a_time() {
    for seed in 0..8 {
        let random = Random::seeded(seed);
        let counts = Arc::new(Counts::default());
        let (seen, delays) = (counts.clone(), random.clone());
        let handler = move |uri: Uri, headers: HeaderMap| {
            let (seen, delays) = (seen.clone(), delays.clone());
            async move { Json(answer(&seen, &delays, &uri, &headers).await) }
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
        let hosts = Hosts::custom(&origin, &origin, &origin).unwrap();
        let client = Client::new(hosts, Credentials::new("dingexample", "secret".into())).unwrap();
        let mut callers = JoinSet::new();
        for _ in 0..60 {
            let (client, random) = (client.clone(), random.clone());
            callers.spawn(async move {
                for _ in 0..random.below(30) {
                    tokio::task::yield_now().await;
                }
                client.call_new(Method::POST, "/v1.0/any", Some(json!({}))).await
            });
        }
        let outcomes = tokio::time::timeout(Duration::from_mins(1), callers.join_all()).await.unwrap();
        // A second death while a call repeats is that call's error, and never a third request.
        assert!(outcomes.iter().all(|outcome| outcome.as_ref().is_ok_and(|_| true)
            || outcome.as_ref().is_err_and(dingtalk::Error::is_token_refused)));
        let (tokens, deaths) = (counts.tokens.load(Ordering::SeqCst), counts.expirations.load(Ordering::SeqCst));
        assert_eq!(counts.most_asking.load(Ordering::SeqCst), 1, "seed {seed}");
        assert!(deaths >= 2, "seed {seed}");
        assert!((deaths..=deaths + 1).contains(&tokens), "seed {seed}: {tokens} tokens for {deaths} deaths");
    }
}
