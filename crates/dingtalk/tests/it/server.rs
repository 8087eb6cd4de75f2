//! Servers that answer as told and remember what they were asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use dingtalk::{Client, Credentials, Hosts, Limits, Options};
use serde_json::{Value, json};
use tokio::net::TcpStream;

pub const SECRET: &str = "CANARY-client-secret-7f3a";
pub const TOKEN: &str = "CANARY-access-token-91bc";

/// One request as it arrived.
#[derive(Debug, Clone)]
pub struct Seen {
    pub method: Method,
    pub path: String,
    pub query: Vec<(String, String)>,
    pub headers: HeaderMap,
    pub body: String,
}

impl Seen {
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The token, from wherever this gateway takes it.
    pub fn token(&self) -> Option<&str> {
        self.query("access_token").or_else(|| self.header("x-acs-dingtalk-access-token"))
    }

    pub fn is_for_token(&self) -> bool {
        self.path == "/v1.0/oauth2/accessToken" || self.path == "/gettoken"
    }
}

pub struct Server {
    pub origin: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// `answer` gets each request and the number of requests for the same thing (a token, or anything else) before it.
    pub async fn start<F, A>(answer: F) -> Self
    where
        F: Fn(Seen, usize) -> A + Clone + Send + Sync + 'static,
        A: Future<Output = Response> + Send + 'static,
    {
        let seen = Arc::new(Mutex::new(Vec::<Seen>::new()));
        let log = seen.clone();
        let handler = move |method: Method, uri: Uri, headers: HeaderMap, body: Bytes| {
            let asked = Seen {
                method,
                path: uri.path().to_owned(),
                query: url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect(),
                headers,
                body: String::from_utf8(body.to_vec()).unwrap(),
            };
            let mut log = log.lock().unwrap();
            let before = log.iter().filter(|other| other.is_for_token() == asked.is_for_token()).count();
            log.push(asked.clone());
            drop(log);
            answer(asked, before)
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
        Self { origin, seen }
    }

    /// Gives tokens that hold, and this answer to everything else.
    pub async fn answering(answer: Value) -> Self {
        Self::start(move |asked, _| {
            let answer = if asked.is_for_token() { token_answer(TOKEN) } else { answer.clone() };
            async move { reply(200, &answer) }
        })
        .await
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub fn token_requests(&self) -> usize {
        self.seen().iter().filter(|asked| asked.is_for_token()).count()
    }

    /// All but those for tokens.
    pub fn calls(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(|asked| !asked.is_for_token()).collect()
    }

    pub fn client(&self) -> Client {
        client(&self.origin)
    }

    pub fn hosts(&self) -> Hosts {
        hosts(&self.origin)
    }
}

/// A server that does what it likes with each connection, below HTTP.
pub async fn raw<F, A>(conversation: F) -> String
where
    F: Fn(TcpStream) -> A + Send + 'static,
    A: Future<Output = ()> + Send + 'static,
{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(conversation(stream));
        }
    });
    origin
}

/// Reads until the end of a request's head and what came with it.
pub async fn read_request(stream: &mut TcpStream) {
    use tokio::io::AsyncReadExt as _;
    let mut buffer = vec![0; 16 * 1024];
    let mut head = Vec::new();
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        let read = stream.read(&mut buffer).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        head.extend_from_slice(&buffer[..read]);
    }
}

pub fn hosts(origin: &str) -> Hosts {
    Hosts::custom(origin, origin, origin).unwrap()
}

pub fn client(origin: &str) -> Client {
    Client::new(hosts(origin), credentials()).unwrap()
}

/// One that gives up quickly on an answer.
pub fn hasty_client(origin: &str) -> Client {
    limited_client(origin, Limits { total: Duration::from_millis(800), ..Limits::default() })
}

pub fn limited_client(origin: &str, limits: Limits) -> Client {
    Client::with_options(hosts(origin), credentials(), &Options { limits, ..Options::default() }).unwrap()
}

pub fn credentials() -> Credentials {
    Credentials::new("dingexample", SECRET.into())
}

pub fn reply(status: u16, body: &Value) -> Response {
    let headers = [("content-type", "application/json")];
    (StatusCode::from_u16(status).unwrap(), headers, body.to_string()).into_response()
}

pub fn token_answer(token: &str) -> Value {
    json!({"accessToken": token, "expireIn": 7200, "access_token": token, "expires_in": 7200, "errcode": 0})
}

pub fn refused_token() -> Value {
    json!({
        "errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token",
        "errmsg": "ding talk error[subcode=40014,submsg=不合法的access_token]", "request_id": "16l4ew3d47pdp",
    })
}
