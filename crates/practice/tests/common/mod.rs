//! A running practice server and a client for it.
#![allow(clippy::unwrap_used, dead_code)]

pub mod stream;

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use practice::state::Shared;
use practice::{AppChoice, Options, ReadyApp, Running};
use reqwest::{Client, RequestBuilder};
use serde_json::{Value, json};
use sha2::Sha256;
use tempfile::TempDir;

pub struct Practice {
    pub running: Running,
    pub client: Client,
    pub dir: TempDir,
}

pub fn client() -> Client {
    // Fails when another test was first, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().build().unwrap()
}

pub fn ready_options(dir: &Path) -> Options {
    Options { app: AppChoice::Ready, ..Options::new(dir) }
}

impl Practice {
    pub async fn ready() -> Self {
        Self::with(|options| options).await
    }

    pub async fn with(adjust: impl FnOnce(Options) -> Options) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let running = practice::start(adjust(ready_options(dir.path()))).await.unwrap();
        Self { running, client: client(), dir }
    }

    pub fn app(&self) -> ReadyApp {
        self.running.ready_app().unwrap()
    }

    pub fn shared(&self) -> &Shared {
        self.running.shared()
    }

    pub fn old_url(&self, path: &str) -> String {
        format!("{}{path}", self.running.hosts().old_host)
    }

    pub fn new_url(&self, path: &str) -> String {
        format!("{}{path}", self.running.hosts().new_host)
    }

    /// A token of the ready app, by the old gateway.
    pub async fn token(&self) -> String {
        let app = self.app();
        let url = self.old_url(&format!("/gettoken?appkey={}&appsecret={}", app.client_id, app.client_secret));
        let answer: Value = self.client.get(url).send().await.unwrap().json().await.unwrap();
        answer["access_token"].as_str().unwrap().to_owned()
    }

    /// POST to the old gateway with a token in the query.
    pub async fn top(&self, path: &str, token: &str, body: Value) -> String {
        let url = self.old_url(&format!("{path}?access_token={token}"));
        text(self.client.post(url).json(&body)).await
    }

    pub async fn top_json(&self, path: &str, body: Value) -> Value {
        let token = self.token().await;
        serde_json::from_str(&self.top(path, &token, body).await).unwrap()
    }

    /// POST to the new gateway with a token in the header; status and body.
    pub async fn api(&self, path: &str, token: &str, body: Value) -> (u16, String) {
        let request = self.client.post(self.new_url(path)).header("x-acs-dingtalk-access-token", token);
        let answer = request.json(&body).send().await.unwrap();
        (answer.status().as_u16(), masked(&answer.text().await.unwrap()))
    }

    /// A signed text message to the ready robot.
    pub async fn say(&self, words: &str) -> String {
        let now = jiff::Timestamp::now().as_millisecond();
        self.say_at(words, now).await
    }

    pub async fn say_at(&self, words: &str, timestamp: i64) -> String {
        let app = self.app();
        let sign = sign(timestamp, &app.robot_secret);
        let request = self.client.post(app.robot_webhook);
        let request = request.query(&[("timestamp", timestamp.to_string()), ("sign", sign)]);
        text(request.json(&json!({"msgtype": "text", "text": {"content": words}}))).await
    }

    pub async fn admin(&self, path: &str) -> Value {
        let url = format!("{}{path}", self.running.hosts().admin_url);
        self.client.get(url).send().await.unwrap().json().await.unwrap()
    }

    /// GET on the new gateway with a fresh app token.
    pub async fn get_api(&self, path: &str) -> (u16, Value) {
        let token = self.token().await;
        self.get_api_with(path, &token).await
    }

    pub async fn get_api_with(&self, path: &str, token: &str) -> (u16, Value) {
        let request = self.client.get(self.new_url(path)).header("x-acs-dingtalk-access-token", token);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// POST to the new gateway without a token.
    pub async fn open_api(&self, path: &str, body: Value) -> (u16, Value) {
        let answer = self.client.post(self.new_url(path)).json(&body).send().await.unwrap();
        (answer.status().as_u16(), answer.json().await.unwrap())
    }

    /// What people would do, by the admin path.
    pub async fn stage(&self, path: &str, body: Value) -> Value {
        let url = format!("{}{path}", self.running.hosts().admin_url);
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path} {body}");
        answer.json().await.unwrap()
    }

    pub async fn choose(&self, name: &str, value: &str) {
        self.stage("/switch", json!({"name": name, "value": value})).await;
    }

    pub async fn switch(&self, name: &str, on: bool) {
        let url = format!("{}/scenario", self.running.hosts().admin_url);
        let answer = self.client.post(url).json(&json!({"name": name, "on": on})).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }

    /// The journal's entries of that kind.
    pub async fn journal(&self, kind: &str) -> Vec<Value> {
        let all = self.admin("/journal").await;
        all.as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).cloned().collect()
    }
}

pub fn sign(timestamp: i64, secret: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{timestamp}\n{secret}").as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// The body, with request ids checked for shape and replaced by `ID`.
pub async fn text(request: RequestBuilder) -> String {
    masked(&request.send().await.unwrap().text().await.unwrap())
}

pub fn masked(body: &str) -> String {
    let old = |id: &str| id.len() == 13 && id.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    let new = |id: &str| {
        let groups: Vec<usize> = id.split('-').map(str::len).collect();
        let upper = id.bytes().all(|b| b == b'-' || b.is_ascii_digit() || (b'A'..=b'F').contains(&b));
        upper && groups == [8, 4, 4, 4, 12]
    };
    let body = mask_one(body, "\"request_id\":\"", old);
    mask_one(&body, "\"requestid\":\"", new)
}

fn mask_one(body: &str, key: &str, well_formed: impl Fn(&str) -> bool) -> String {
    let Some((before, rest)) = body.split_once(key) else {
        return body.to_owned();
    };
    let (id, after) = rest.split_once('"').unwrap();
    assert!(well_formed(id), "{id}");
    format!("{before}{key}ID\"{after}")
}
