//! Makes calls of the client's by name: one JSON object on stdin, one JSON array on stdout. For the judges in
//! `tests/sdk`, which make the same calls by DingTalk's own SDKs and compare. Not a tool for people: `hoitung-cli` is.
//!
//! ```json
//! {"hosts": {"old": "http://127.0.0.1:1", "new": "…", "login": "…"}, "client_id": "…", "client_secret": "…",
//!  "calls": [{"call": "user", "with": {"userid": "demo001"}}]}
//! ```

mod named;

use std::io::{Read, Write};

use dingtalk::{Client, Credentials, Hosts};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Task {
    hosts: TaskHosts,
    client_id: String,
    client_secret: String,
    calls: Vec<Named>,
}

#[derive(Deserialize)]
struct TaskHosts {
    old: String,
    new: String,
    login: String,
}

#[derive(Deserialize)]
struct Named {
    call: String,
    #[serde(default)]
    with: Value,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let task: Task = serde_json::from_str(&text)?;
    let hosts = Hosts::custom(&task.hosts.old, &task.hosts.new, &task.hosts.login)?;
    let client = Client::new(hosts, Credentials::new(task.client_id, task.client_secret.into()))?;
    let mut seen = Vec::new();
    for Named { call, with } in task.calls {
        let outcome = named::make(&client, &call, &with).await.ok_or_else(|| format!("no call is named {call}"))?;
        seen.push(named::seen(outcome));
    }
    writeln!(std::io::stdout(), "{}", Value::from(seen))?;
    Ok(())
}
