//! Every golden exchange asked of a real server: it must give that answer to that request.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "../../../tests/golden/records.rs"]
mod records;

use std::collections::BTreeMap;

use common::Practice;
use practice::state::group::FINANCE_GROUP;
use practice::state::{RobotSecurity, Scope};
use records::{Record, fill, misfits};
use reqwest::Method;
use serde_json::{Value, json};

fn words(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

/// One line of `state` done to a world that was ready.
async fn prepare(practice: &Practice, client_id: &str, robot: &str, line: &str) {
    let nothing = || RobotSecurity { signature: false, keywords: Vec::new(), addresses: Vec::new() };
    let secure = |security: RobotSecurity| {
        practice.shared().attempt(|world| world.set_robot_security(FINANCE_GROUP, robot, security)).unwrap();
    };
    match line.split(' ').collect::<Vec<_>>()[..] {
        ["withdraw", point] => {
            practice.shared().attempt(|world| world.withdraw_permission(client_id, point)).unwrap();
        }
        ["scenario", name] => practice.switch(name, true).await,
        ["switch", name, value] => {
            practice.shared().change(|world| world.choose(name, value)).unwrap().unwrap();
        }
        ["scope", department] => {
            let scope = Scope::Part { departments: vec![department.parse().unwrap()], people: Vec::new() };
            practice.shared().attempt(|world| world.set_contact_scope(client_id, scope)).unwrap();
        }
        ["robot", "keywords", word] => secure(RobotSecurity { keywords: words(word), ..nothing() }),
        ["robot", "addresses", address] => secure(RobotSecurity { addresses: words(address), ..nothing() }),
        ["robot", "off"] => {
            practice.shared().attempt(|world| world.disable_robot(FINANCE_GROUP, robot)).unwrap();
        }
        _ => panic!("no state is called {line}"),
    }
}

async fn values(practice: &Practice) -> BTreeMap<&'static str, String> {
    let app = practice.app();
    let robot_token = app.robot_webhook.split_once("access_token=").unwrap().1.to_owned();
    let unionid = practice.shared().read(|world| world.member("demo001").unwrap().unionid.clone());
    BTreeMap::from([
        ("token", practice.token().await),
        ("client_id", app.client_id),
        ("client_secret", app.client_secret),
        ("corp_id", app.corp_id),
        ("agent_id", app.agent_id),
        ("robot_code", app.robot_code),
        ("robot_token", robot_token),
        ("unionid", unionid),
    ])
}

/// Sends the request as it stands; status, content type, body.
async fn ask(practice: &Practice, request: &Value) -> (u16, String, Value) {
    let path = request["path"].as_str().unwrap();
    let url = match request["host"].as_str().unwrap() {
        "old" => practice.old_url(path),
        "new" => practice.new_url(path),
        other => panic!("no host is called {other}"),
    };
    let method: Method = request["method"].as_str().unwrap().parse().unwrap();
    let mut asking = practice.client.request(method, url);
    match &request["body"] {
        Value::Null => {}
        Value::String(text) => asking = asking.body(text.clone()),
        body => asking = asking.json(body),
    }
    for (name, value) in request["headers"].as_object().into_iter().flatten() {
        asking = asking.header(name, value.as_str().unwrap());
    }
    let answer = asking.send().await.unwrap();
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
    let status = answer.status().as_u16();
    let text = answer.text().await.unwrap();
    (status, kind.unwrap_or_default(), serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

async fn faults(record: &Record) -> Vec<String> {
    let practice = Practice::ready().await;
    let values = values(&practice).await;
    // What was changed is not "the ready robot" any longer.
    let robot = practice.shared().read(|world| world.ready_robot().map(|robot| robot.id.clone())).unwrap();
    for line in record.fields["state"].as_array().into_iter().flatten() {
        prepare(&practice, &values["client_id"], &robot, line.as_str().unwrap()).await;
    }
    let (request, expected) = (fill(&record.fields["request"], &values), fill(&record.fields["answer"], &values));
    let (status, kind, body) = ask(&practice, &request).await;
    let mut faults = misfits(&expected["body"], &body);
    let statuses = &expected["status"];
    if *statuses != json!(status) && !statuses.as_array().is_some_and(|any| any.contains(&json!(status))) {
        faults.push(format!("expected HTTP {statuses}, found {status} {body}"));
    }
    let wanted = expected["headers"]["content-type"].as_str();
    if wanted.is_some_and(|wanted| wanted != kind) {
        faults.push(format!("expected content-type {wanted:?}, found {kind}"));
    }
    faults
}

#[tokio::test]
async fn the_server_gives_every_golden_answer() {
    let mut wrong = Vec::new();
    for record in records::all() {
        if record.fields["practice"] == json!(false) {
            assert!(!record.text("why").is_empty(), "{}: why not?", record.label());
            continue;
        }
        let faults = faults(&record).await;
        if !faults.is_empty() {
            wrong.push(format!("{}\n    {}", record.label(), faults.join("\n    ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
