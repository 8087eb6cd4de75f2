//! Every golden exchange from the client's side: it must ask so, and read that answer rightly.
#![allow(clippy::unwrap_used)]

#[path = "../examples/call/named.rs"]
mod named;
#[path = "../../../tests/golden/records.rs"]
mod records;
#[path = "it/server.rs"]
#[allow(dead_code, unused_imports, reason = "the server of the other tests; this one needs a part of it")]
mod server;

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use dingtalk::{Client, Credentials};
use records::{Record, example, fill, holds};
use serde_json::{Value, json};
use server::{SECRET, Seen, Server, TOKEN, reply, token_answer};

fn values() -> BTreeMap<&'static str, String> {
    let pairs = [
        ("token", TOKEN),
        ("client_id", "dingexample"),
        ("client_secret", SECRET),
        ("corp_id", "dingcorp"),
        ("agent_id", "2719000001"),
        ("robot_code", "dingexample"),
        ("robot_token", "robot0token"),
        ("unionid", "union1"),
    ];
    pairs.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}

fn golden(answer: &Value) -> Response {
    let status = answer["status"].as_u64().or_else(|| answer["status"][0].as_u64()).unwrap();
    let status = StatusCode::from_u16(u16::try_from(status).unwrap()).unwrap();
    let kind = answer["headers"]["content-type"].as_str().unwrap_or("application/json").to_owned();
    (status, [("content-type", kind)], answer["body"].to_string()).into_response()
}

/// Path and query of a golden request, the query as a sorted list.
fn address(path: &str) -> (String, Vec<(String, String)>) {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut query: Vec<(String, String)> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    query.sort();
    (path.to_owned(), query)
}

/// Where the client's request differs from the golden one.
fn differences(request: &Value, seen: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |what: &str, expected: String, found: String| {
        if expected != found {
            wrong.push(format!("{what}: expected {expected}, asked {found}"));
        }
    };
    check("method", request["method"].as_str().unwrap().to_owned(), seen.method.to_string());
    let mut query = seen.query.clone();
    query.sort();
    check("address", format!("{:?}", address(request["path"].as_str().unwrap())), format!("{:?}", (&seen.path, query)));
    let body = serde_json::from_str(&seen.body).unwrap_or_default();
    check("body", request["body"].to_string(), Value::to_string(&body));
    for (name, value) in request["headers"].as_object().into_iter().flatten() {
        check(name, value.as_str().unwrap().to_owned(), seen.header(name).unwrap_or("nothing").to_owned());
    }
    wrong
}

async fn faults(record: &Record) -> Vec<String> {
    let filled = fill(&record.fields, &values());
    let (request, client) = (&filled["request"], &filled["client"]);
    let answer = json!({
        "status": filled["answer"]["status"],
        "headers": filled["answer"]["headers"],
        "body": example(&filled["answer"]["body"]),
    });
    let call = client["call"].as_str().unwrap();
    let about_tokens = call.starts_with("fetch_token");
    let server = Server::start(move |asked: Seen, _| {
        let answer =
            if asked.is_for_token() && !about_tokens { reply(200, &token_answer(TOKEN)) } else { golden(&answer) };
        async move { answer }
    })
    .await;
    let ours = Client::new(server.hosts(), Credentials::new("dingexample", SECRET.into())).unwrap();
    let outcome = named::make(&ours, call, &client["with"]).await;
    let found = named::seen(outcome.unwrap_or_else(|| panic!("{}: no call is named {call}", record.label())));
    let expected = example(&client["sees"]);
    let mut faults = Vec::new();
    if !holds(&found, &expected) {
        faults.push(format!("expected to see {expected}\n    saw {found}"));
    }
    if client["asks"] != json!(false) {
        let asked = if about_tokens { server.seen() } else { server.calls() };
        faults.extend(differences(request, &asked[0]));
    }
    faults
}

#[tokio::test]
async fn the_client_asks_and_reads_every_golden_exchange() {
    let (mut wrong, mut judged) = (Vec::new(), 0);
    for record in records::all().iter().filter(|record| !record.fields["client"].is_null()) {
        let faults = faults(record).await;
        judged += 1;
        if !faults.is_empty() {
            wrong.push(format!("{}\n    {}", record.label(), faults.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(judged > 60, "only {judged} exchanges name a call of the client's");
}
