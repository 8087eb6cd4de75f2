//! A plain WebSocket client of the Stream gateway, for tests.

use futures_util::{SinkExt, StreamExt};
use practice::ReadyApp;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::Practice;

/// So that a broken server fails a test instead of holding it for ever; no test depends on how long it is.
pub async fn or_fail<T>(what: &str, coming: impl Future<Output = T>) -> T {
    let patience = std::time::Duration::from_secs(30);
    tokio::time::timeout(patience, coming).await.unwrap_or_else(|_| panic!("{what}"))
}

pub struct Line {
    pub socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

pub fn subscriptions() -> Value {
    json!([{"type": "EVENT", "topic": "*"}, {"type": "CALLBACK", "topic": "/v1.0/im/bot/messages/get"}])
}

pub fn opening(app: &ReadyApp) -> Value {
    json!({"clientId": app.client_id, "clientSecret": app.client_secret, "subscriptions": subscriptions(),
        "ua": "test", "localIp": "127.0.0.1"})
}

impl Practice {
    /// Status and body of `connections/open`.
    pub async fn open(&self, body: &Value) -> (u16, String) {
        let request = self.client.post(self.new_url("/v1.0/gateway/connections/open"));
        let answer = request.header("accept", "application/json").json(body).send().await.unwrap();
        (answer.status().as_u16(), super::masked(&answer.text().await.unwrap()))
    }

    pub async fn ticket_address(&self) -> String {
        let (status, body) = self.open(&opening(&self.app())).await;
        assert_eq!(status, 200, "{body}");
        let body: Value = serde_json::from_str(&body).unwrap();
        format!("{}?ticket={}", body["endpoint"].as_str().unwrap(), body["ticket"].as_str().unwrap())
    }

    pub async fn line(&self) -> Line {
        let (socket, _) = connect_async(self.ticket_address().await).await.unwrap();
        Line { socket }
    }

    pub async fn tell(&self, path: &str, body: Value) -> Value {
        let url = format!("{}{path}", self.running.hosts().admin_url);
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap()
    }

    pub fn pass(&self, seconds: i64) {
        self.shared().clock().advance(jiff::SignedDuration::from_secs(seconds)).unwrap();
    }

    pub async fn raise(&self, event_type: &str) -> String {
        let answer = self.tell("/event", json!({"eventType": event_type})).await;
        answer["eventId"].as_str().unwrap().to_owned()
    }

    /// Asks for the deliveries until they are as wanted.
    pub async fn deliveries_until(&self, wanted: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let asking = async {
            loop {
                let deliveries = self.admin("/deliveries").await;
                let deliveries = deliveries.as_array().unwrap().clone();
                if wanted(&deliveries) {
                    return deliveries;
                }
            }
        };
        or_fail("the deliveries are not as wanted", asking).await
    }
}

pub fn refused_with(error: Error) -> u16 {
    match error {
        Error::Http(answer) => answer.status().as_u16(),
        other => panic!("{other}"),
    }
}

impl Line {
    /// The next frame. Fails when the line ends.
    pub async fn frame(&mut self) -> Value {
        let listening = async {
            loop {
                match self.socket.next().await.unwrap().unwrap() {
                    Message::Text(text) => return serde_json::from_str(&text).unwrap(),
                    Message::Ping(_) | Message::Pong(_) => {}
                    other => panic!("{other:?}"),
                }
            }
        };
        or_fail("no frame came", listening).await
    }

    pub async fn send(&mut self, text: String) {
        self.socket.send(Message::text(text)).await.unwrap();
    }

    pub async fn ack(&mut self, frame: &Value, code: i64, data: &str) {
        let headers = json!({"messageId": frame["headers"]["messageId"], "contentType": "application/json"});
        let ack = json!({"code": code, "headers": headers, "message": "OK", "data": data});
        self.send(ack.to_string()).await;
    }

    /// Acknowledges an event as handled.
    pub async fn handled(&mut self, frame: &Value) {
        self.ack(frame, 200, r#"{"status":"SUCCESS","message":"ok"}"#).await;
    }

    /// Returns when the other side has ended the line.
    pub async fn end(&mut self) {
        or_fail("the line did not end", async { while let Some(Ok(_)) = self.socket.next().await {} }).await;
    }
}

pub fn data_of(frame: &Value) -> Value {
    serde_json::from_str(frame["data"].as_str().unwrap()).unwrap()
}
