//! A small Stream gateway: gives tickets, takes connections, and leaves what happens on them to the test.

use std::collections::{HashMap, VecDeque};
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use dingtalk::{Client, Stream, StreamBuilder, Subscription};
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::Role;

use crate::server::client;

pub const TICKET: &str = "CANARY-ticket-3c19";

/// Keeps tokio's paused clock from moving by itself while a test waits for the network: it does not while a blocking
/// task runs. It moves by `tokio::time::advance` alone.
pub struct StillClock(#[expect(dead_code, reason = "dropping it ends the blocking task")] std::sync::mpsc::Sender<()>);

pub fn still_clock() -> StillClock {
    let (hold, until_dropped) = std::sync::mpsc::channel::<()>();
    tokio::task::spawn_blocking(move || {
        // Under a clock that stands still a broken stream would keep its test waiting for ever.
        if until_dropped.recv_timeout(Duration::from_mins(2)) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
            let _ = std::io::stderr().write_all(b"a test of Stream mode hangs: something it waits for never comes\n");
            std::process::exit(101);
        }
    });
    StillClock(hold)
}

/// A date that only the test moves.
#[derive(Clone)]
pub struct Calendar(Arc<Mutex<SystemTime>>);

impl Calendar {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(SystemTime::UNIX_EPOCH + Duration::from_secs(1_783_610_513))))
    }

    pub fn go_on(&self, time: Duration) {
        *self.0.lock().unwrap() += time;
    }

    pub fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

/// How one request is answered instead of well; bytes as they go out.
pub type Answer = String;

#[derive(Default)]
struct Told {
    opens: VecDeque<Answer>,
    connects: VecDeque<Answer>,
    endpoint: Option<String>,
    /// Each opening's body.
    openings: Vec<Value>,
    happened: Vec<String>,
    tickets: usize,
    living: usize,
    most_living: usize,
}

#[derive(Clone)]
pub struct Gateway {
    pub origin: String,
    told: Arc<Mutex<Told>>,
    peers: Arc<tokio::sync::Mutex<mpsc::UnboundedReceiver<Peer>>>,
}

/// One connection, seen from the gateway.
pub struct Peer {
    orders: mpsc::UnboundedSender<Order>,
    heard: mpsc::UnboundedReceiver<Message>,
}

enum Order {
    Send(Message),
    SendRaw(Vec<u8>),
    /// Neither reads nor writes any more, and keeps the connection.
    Freeze,
}

impl Gateway {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (arrivals, peers) = mpsc::unbounded_channel();
        let told = Arc::new(Mutex::new(Told::default()));
        let gateway = Self { origin, told, peers: Arc::new(tokio::sync::Mutex::new(peers)) };
        let serving = gateway.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serving.clone().converse(socket, arrivals.clone()));
            }
        });
        gateway
    }

    pub fn client(&self) -> Client {
        client(&self.origin)
    }

    /// A stream of events and robot messages.
    pub fn builder(&self) -> StreamBuilder {
        Stream::builder(self.client(), Subscription::new().with_events().with_robot_messages())
    }

    pub async fn peer(&self) -> Peer {
        self.peers.lock().await.recv().await.unwrap()
    }

    pub fn answer_opens(&self, times: usize, answer: &str) {
        self.told.lock().unwrap().opens.extend(std::iter::repeat_n(answer.to_owned(), times));
    }

    pub fn answer_connects(&self, answer: &str) {
        self.told.lock().unwrap().connects.push_back(answer.to_owned());
    }

    pub fn name_endpoint(&self, endpoint: &str) {
        self.told.lock().unwrap().endpoint = Some(endpoint.to_owned());
    }

    pub fn happened(&self) -> Vec<String> {
        self.told.lock().unwrap().happened.clone()
    }

    pub fn openings(&self) -> Vec<Value> {
        self.told.lock().unwrap().openings.clone()
    }

    pub fn forget_unused_answers(&self) {
        self.told.lock().unwrap().opens.clear();
    }

    pub fn most_living(&self) -> usize {
        self.told.lock().unwrap().most_living
    }

    async fn converse(self, mut socket: TcpStream, arrivals: mpsc::UnboundedSender<Peer>) {
        while let Some((head, body)) = read_request(&mut socket).await {
            if head.starts_with("POST /v1.0/gateway/connections/open ") {
                assert!(header(&head, "accept").as_deref() == Some("application/json"), "{head}");
                let answer = self.open(&body);
                socket.write_all(answer.as_bytes()).await.unwrap();
                continue;
            }
            let ticket = head.split("ticket=").nth(1).unwrap().split(' ').next().unwrap().to_owned();
            let (number, refusal) = self.connect(&ticket);
            if let Some(refusal) = refusal {
                // The client may hang up half-way through a long one.
                let _ = socket.write_all(refusal.as_bytes()).await;
                return;
            }
            let mut hash = Sha1::new();
            hash.update(header(&head, "sec-websocket-key").unwrap());
            hash.update("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
            let accept = STANDARD.encode(hash.finalize());
            let answer = format!(
                "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: {accept}\r\n\r\n"
            );
            socket.write_all(answer.as_bytes()).await.unwrap();
            let socket = WebSocketStream::from_raw_socket(socket, Role::Server, None).await;
            let (orders, to_do) = mpsc::unbounded_channel();
            let (hearing, heard) = mpsc::unbounded_channel();
            let _ = arrivals.send(Peer { orders, heard });
            pump(socket, to_do, hearing).await;
            let mut told = self.told.lock().unwrap();
            told.living -= 1;
            told.happened.push(format!("closed {number}"));
            return;
        }
    }

    fn open(&self, body: &str) -> Answer {
        let mut told = self.told.lock().unwrap();
        told.happened.push("open".into());
        told.openings.push(serde_json::from_str(body).unwrap());
        if let Some(answer) = told.opens.pop_front() {
            return answer;
        }
        told.tickets += 1;
        let endpoint =
            told.endpoint.clone().unwrap_or_else(|| format!("{}/connect", self.origin.replace("http", "ws")));
        json_answer(200, &json!({"endpoint": endpoint, "ticket": format!("{TICKET}-{}", told.tickets)}))
    }

    /// The connection's number, which is its ticket's.
    fn connect(&self, ticket: &str) -> (String, Option<Answer>) {
        let mut told = self.told.lock().unwrap();
        let number = ticket.strip_prefix(&format!("{TICKET}-")).unwrap().to_owned();
        assert_eq!(number, told.tickets.to_string(), "a ticket is used at once");
        let connected = format!("connected {number}");
        assert!(!told.happened.contains(&connected), "a ticket is used once");
        if let Some(answer) = told.connects.pop_front() {
            told.happened.push(format!("refused {number}"));
            return (number, Some(answer));
        }
        told.happened.push(connected);
        told.living += 1;
        told.most_living = told.most_living.max(told.living);
        (number, None)
    }
}

async fn pump(
    mut socket: WebSocketStream<TcpStream>,
    mut to_do: mpsc::UnboundedReceiver<Order>,
    hearing: mpsc::UnboundedSender<Message>,
) {
    loop {
        tokio::select! {
            order = to_do.recv() => match order {
                Some(Order::Send(message)) => drop(socket.send(message).await),
                Some(Order::SendRaw(bytes)) => drop(socket.get_mut().write_all(&bytes).await),
                Some(Order::Freeze) => std::future::pending().await,
                None => return,
            },
            message = socket.next() => match message {
                Some(Ok(message)) => drop(hearing.send(message)),
                Some(Err(_)) | None => return,
            }
        }
    }
}

impl Peer {
    pub fn send(&self, frame: &Value) {
        self.orders.send(Order::Send(Message::text(frame.to_string()))).unwrap();
    }

    pub fn send_message(&self, message: Message) {
        self.orders.send(Order::Send(message)).unwrap();
    }

    pub fn send_raw(&self, bytes: Vec<u8>) {
        self.orders.send(Order::SendRaw(bytes)).unwrap();
    }

    pub fn freeze(&self) {
        self.orders.send(Order::Freeze).unwrap();
    }

    pub fn push_event(&self, event_id: &str, message_id: &str) {
        self.send(&event(event_id, message_id));
    }

    pub fn disconnect(&self) {
        let data = json!({"reason": "connection is expired"}).to_string();
        self.send(&json!({"type": "SYSTEM", "headers": {"topic": "disconnect"}, "data": data}));
    }

    pub fn ping(&self, message_id: &str) {
        let headers = json!({"topic": "ping", "messageId": message_id});
        self.send(&json!({"type": "SYSTEM", "headers": headers, "data": "{\"opaque\":\"1\"}"}));
    }

    /// The next thing heard; `None` if the client is gone.
    pub async fn hear(&mut self) -> Option<Message> {
        self.heard.recv().await
    }

    /// The next answer to a frame.
    pub async fn reply(&mut self) -> Value {
        loop {
            match self.hear().await.unwrap() {
                Message::Text(text) => return serde_json::from_str(text.as_str()).unwrap(),
                Message::Ping(_) | Message::Pong(_) => {}
                other => panic!("{other:?} instead of an answer"),
            }
        }
    }

    /// The next answer, as code, message id and data.
    pub async fn answer(&mut self) -> (u64, String, Value) {
        let reply = self.reply().await;
        let data = serde_json::from_str(reply["data"].as_str().unwrap()).unwrap();
        (reply["code"].as_u64().unwrap(), reply["headers"]["messageId"].as_str().unwrap().to_owned(), data)
    }

    /// The code of the good-bye.
    pub async fn closed(&mut self) -> Option<u16> {
        while let Some(message) = self.hear().await {
            if let Message::Close(frame) = message {
                return frame.map(|frame| frame.code.into());
            }
        }
        None
    }
}

pub fn event(event_id: &str, message_id: &str) -> Value {
    json!({
        "specVersion": "1.0", "type": "EVENT",
        "headers": {
            "topic": "*", "messageId": message_id, "contentType": "application/json", "time": "1783610513000",
            "eventType": "user_add_org", "eventId": event_id, "eventCorpId": "dingdemo",
            "eventBornTime": "1783610512000", "eventUnifiedAppId": "a1",
        },
        "data": "{\"timeStamp\":\"1783610512000\",\"userId\":[\"u1\"]}",
    })
}

pub fn json_answer(status: u16, body: &Value) -> Answer {
    let body = body.to_string();
    format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

fn header(head: &str, name: &str) -> Option<String> {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    let headers: HashMap<String, &str> = lines.map(|(name, value)| (name.to_lowercase(), value)).collect();
    headers.get(name).map(|value| (*value).to_owned())
}

async fn read_request(socket: &mut TcpStream) -> Option<(String, String)> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).unwrap();
    let length = header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    socket.read_exact(&mut body).await.ok()?;
    Some((head, String::from_utf8(body).unwrap()))
}
