//! HTTP push: the wire, the tries, the list of failures, forgeries. Source: dingtalk-api.md §6.1.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use common::Practice;
use common::stream::or_fail;
use practice::Options;
use practice::event::{Mode, Subscription};
use practice::push::crypto::{CryptError, Keys};
use reqwest::header::ORIGIN;
use serde_json::{Value, json};
use tokio::sync::mpsc;

const TOKEN: &str = "abcdef123";
const AES_KEY: &str = "1234567890123456789012345678901234567890123";

/// What an app's server answers.
#[derive(Clone, Copy)]
enum Manner {
    Success,
    PlainSuccess,
    AnotherWord,
    AnotherOwner,
    BadSignature,
    Status(u16),
    Never,
}

#[derive(Clone)]
struct App {
    keys: Keys,
    manner: Arc<Mutex<Manner>>,
    arrived: mpsc::UnboundedSender<(HashMap<String, String>, Value)>,
}

struct Receiver {
    url: String,
    keys: Keys,
    manner: Arc<Mutex<Manner>>,
    arrivals: mpsc::UnboundedReceiver<(HashMap<String, String>, Value)>,
}

async fn receive(State(app): State<App>, Query(query): Query<HashMap<String, String>>, body: Bytes) -> Response {
    app.arrived.send((query, serde_json::from_slice(&body).unwrap())).unwrap();
    let manner = *app.manner.lock().unwrap();
    let seal = |keys: &Keys, word: &str| {
        let encrypted = keys.encrypt(word, [9; 16]);
        let signature = keys.signature("1", "n", &encrypted);
        json!({"msg_signature": signature, "timeStamp": "1", "nonce": "n", "encrypt": encrypted})
    };
    let answer = match manner {
        Manner::Success => seal(&app.keys, "success"),
        Manner::PlainSuccess => return "success".into_response(),
        Manner::AnotherWord => seal(&app.keys, "fail"),
        Manner::AnotherOwner => seal(&Keys::new(TOKEN, AES_KEY, "dingcorp").unwrap(), "success"),
        Manner::BadSignature => {
            let mut answer = seal(&app.keys, "success");
            answer["nonce"] = json!("m");
            answer
        }
        Manner::Status(status) => return StatusCode::from_u16(status).unwrap().into_response(),
        Manner::Never => return std::future::pending().await,
    };
    answer.to_string().into_response()
}

impl Receiver {
    async fn start(owner: &str) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/events?mine=1", listener.local_addr().unwrap());
        let keys = Keys::new(TOKEN, AES_KEY, owner).unwrap();
        let manner = Arc::new(Mutex::new(Manner::Success));
        let (arrived, arrivals) = mpsc::unbounded_channel();
        let app = App { keys: keys.clone(), manner: Arc::clone(&manner), arrived };
        tokio::spawn(async { axum::serve(listener, Router::new().fallback(receive).with_state(app)).await });
        Self { url, keys, manner, arrivals }
    }

    fn behaves(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// Query and plain text of the next push.
    async fn next(&mut self) -> (HashMap<String, String>, Result<Value, CryptError>) {
        let (query, body) = or_fail("no push came", self.arrivals.recv()).await.unwrap();
        let encrypted = body["encrypt"].as_str().unwrap();
        let plain = self.keys.decrypt(encrypted).map(|text| serde_json::from_str(&text).unwrap());
        (query, plain)
    }
}

async fn subscribed() -> (Practice, Receiver) {
    let practice = Practice::with(Options::virtual_clock).await;
    let client_id = practice.app().client_id;
    let receiver = Receiver::start(&client_id).await;
    let subscription = Subscription {
        mode: Mode::Http,
        url: receiver.url.clone(),
        token: TOKEN.to_owned(),
        aes_key: AES_KEY.to_owned(),
        ..Subscription::to_everything(practice.shared().clock().now())
    };
    practice.shared().attempt(|world| world.subscribe(&client_id, subscription)).unwrap();
    (practice, receiver)
}

// V §6.1: a push is a POST of {"encrypt"} with signature, timestamp, nonce and msg_signature in the query
// V §6.1: the owner key of a subscription made on the console is the Client ID
// V §6.2: a decrypted push is flat: EventType, EventTime, CorpId, BizId, eventId and the inner fields
#[tokio::test]
async fn an_event_is_pushed_encrypted_signed_and_flat() {
    let (practice, mut receiver) = subscribed().await;
    let id = practice.raise("user_add_org").await;
    let (query, body) = receiver.arrivals.recv().await.unwrap();
    let encrypted = body["encrypt"].as_str().unwrap();
    let expected = receiver.keys.signature(&query["timestamp"], &query["nonce"], encrypted);
    assert_eq!((&query["signature"], &query["msg_signature"]), (&expected, &expected));
    assert_eq!(query["mine"], "1");
    let now = practice.shared().clock().now().as_millisecond();
    assert_eq!(query["timestamp"], now.to_string());
    let plain: Value = serde_json::from_str(&receiver.keys.decrypt(encrypted).unwrap()).unwrap();
    let expected = json!({"EventType": "user_add_org", "EventTime": now, "CorpId": practice.running.corp_id(),
        "BizId": "0", "eventId": id, "timeStamp": now.to_string(), "userId": ["demo001"]});
    assert_eq!(plain, expected);
    practice.deliveries_until(|all| all[0]["state"] == "delivered").await;
}

// V §6.1: a push that fails is tried again after 10 s and after 30 s, and can be read some minutes later
#[tokio::test]
async fn a_push_is_tried_three_times_and_then_listed_on_both_hosts() {
    let (practice, mut receiver) = subscribed().await;
    receiver.behaves(Manner::Status(500));
    let born = practice.shared().clock().now().as_millisecond();
    let id = practice.raise("user_add_org").await;
    for (tries, wait) in [(1, 10), (2, 30), (3, 0)] {
        let (_, plain) = receiver.next().await;
        assert_eq!(plain.unwrap()["eventId"], id);
        practice.deliveries_until(|all| all[0]["attempts"] == tries && all[0]["why"].is_object()).await;
        practice.pass(wait);
    }
    let deliveries = practice.deliveries_until(|all| all[0]["state"] == "failed").await;
    assert_eq!(deliveries[0]["why"], json!({"status": 500}));

    let token = practice.token().await;
    let old = practice.old_url(&format!("/call_back/get_call_back_failed_result?access_token={token}"));
    let old = async || common::text(practice.client.get(&old)).await;
    let none = r#"{"errcode":0,"errmsg":"ok","has_more":false,"failed_list":[]}"#;
    assert_eq!(old().await, none);
    practice.pass(180);
    let new = practice.client.get(practice.new_url("/v1.0/event/callbacks/failedResults"));
    let new = new.query(&[("beginTime", 0), ("endTime", born + 1)]).header("x-acs-dingtalk-access-token", &token);
    let answer: Value = serde_json::from_str(&common::text(new).await).unwrap();
    let corp_id = practice.running.corp_id();
    assert_eq!(answer["hasMore"], false);
    let failed = &answer["failedList"][0];
    assert_eq!((&failed["callBackTag"], &failed["corpId"]), (&json!("user_add_org"), &json!(corp_id)));
    assert_eq!(failed["eventTime"], born);
    let answer: Value = serde_json::from_str(&old().await).unwrap();
    // V §6.1: an item of the old list stands under the event's name, with call_back_tag and event_time
    let expected = json!({"errcode": 0, "errmsg": "ok", "has_more": false, "failed_list": [{
        "user_add_org": {"userid": ["demo001"], "corpid": corp_id},
        "call_back_tag": "user_add_org", "event_time": born}]});
    assert_eq!(answer, expected);
    assert_eq!(old().await, none);
}

// V §6.1: an answer may take 2.5 seconds
#[tokio::test]
async fn a_push_without_an_answer_is_given_up_after_two_and_a_half_seconds() {
    let (practice, mut receiver) = subscribed().await;
    receiver.behaves(Manner::Never);
    practice.raise("user_add_org").await;
    receiver.next().await.1.unwrap();
    practice.pass(2);
    assert_eq!(practice.admin("/deliveries").await[0]["why"], Value::Null);
    practice.pass(1);
    practice.deliveries_until(|all| all[0]["why"] == "late").await;
    receiver.behaves(Manner::Success);
    practice.pass(7);
    receiver.next().await.1.unwrap();
    practice.deliveries_until(|all| all[0]["state"] == "delivered").await;
}

// V §6.1: saving an address pushes check_url and wants the encrypted success
#[tokio::test]
async fn the_console_saves_a_push_address_only_when_it_answers_well() {
    let (practice, mut receiver) = subscribed().await;
    let client_id = practice.app().client_id;
    let console = practice.running.hosts().console_url.clone();
    let save = async |url: &str| {
        let fields = [("mode", "http"), ("url", url), ("token", TOKEN), ("aes_key", AES_KEY)];
        let request = practice.client.post(format!("{console}/apps/{client_id}/events")).header(ORIGIN, &console);
        let answer = request.form(&fields).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    let (status, text) = save("http://192.0.2.1/events").await;
    assert!(status == 422 && text.contains("Practice calls only this computer"), "{status}");
    let url = receiver.url.clone();
    for (manner, expected) in [
        (Manner::PlainSuccess, "calls this 71009"),
        (Manner::AnotherWord, "calls this 71009"),
        (Manner::AnotherOwner, "calls this 900010"),
        (Manner::BadSignature, "The signature of the answer is wrong"),
        (Manner::Status(404), "status 404 instead of 200"),
    ] {
        receiver.behaves(manner);
        let (status, text) = save(&url).await;
        assert!(status == 422 && text.contains(expected), "{status} {expected}");
        assert_eq!(receiver.next().await.1.unwrap(), json!({"EventType": "check_url"}));
    }
    receiver.behaves(Manner::Success);
    assert_eq!(save(&url).await.0, 200);
    let (status, text) = save("http://127.0.0.1:1/events").await;
    assert!(status == 422 && text.contains("calls this 71012"), "{status}");
    assert_eq!(practice.shared().read(|world| world.subscription(&client_id).unwrap().url.clone()), url);
}

// F47, F48
#[tokio::test]
async fn a_forged_push_is_what_it_says_and_nothing_else_is_wrong_with_it() {
    let (practice, mut receiver) = subscribed().await;
    let forge = async |fault: &str| practice.tell("/push", json!({"fault": fault})).await;
    let check = async |receiver: &mut Receiver, fault: &str, signed: bool, inside: Result<(), CryptError>| {
        assert_eq!(forge(fault).await["status"], 200);
        let (query, body) = receiver.arrivals.recv().await.unwrap();
        let encrypted = body["encrypt"].as_str().unwrap();
        let expected = receiver.keys.signature(&query["timestamp"], &query["nonce"], encrypted);
        assert_eq!(query["signature"] == expected, signed, "{fault}");
        let plain = receiver.keys.decrypt(encrypted);
        match inside {
            Ok(()) => assert!(plain.is_ok(), "{fault}"),
            // Another key turns the text into noise, which fails in one way or another.
            Err(CryptError::Padding) => assert!(plain.is_err(), "{fault}"),
            Err(error) => assert_eq!(plain.unwrap_err(), error, "{fault}"),
        }
    };
    check(&mut receiver, "bad_signature", false, Ok(())).await;
    check(&mut receiver, "bad_padding", true, Err(CryptError::Padding)).await;
    check(&mut receiver, "wrong_key", true, Err(CryptError::Padding)).await;
    check(&mut receiver, "truncated", true, Err(CryptError::Malformed)).await;

    practice.raise("user_add_org").await;
    let (query, body) = receiver.arrivals.recv().await.unwrap();
    practice.pass(3_600);
    forge("replay").await;
    assert_eq!(receiver.arrivals.recv().await.unwrap(), (query, body));
}

// V §6.1: one page has the Client ID as owner key, another the CorpId
#[tokio::test]
async fn the_owner_inside_a_push_is_the_client_id_or_the_corp_id_as_the_switch_says() {
    let (practice, mut receiver) = subscribed().await;
    practice.choose("owner_key", "corp_id").await;
    practice.raise("user_add_org").await;
    let (_, plain) = receiver.next().await;
    assert_eq!(plain.unwrap_err(), CryptError::Owner);
    receiver.keys = Keys::new(TOKEN, AES_KEY, &practice.running.corp_id()).unwrap();
    practice.raise("user_add_org").await;
    assert_eq!(receiver.next().await.1.unwrap()["EventType"], "user_add_org");
    practice.choose("owner_key", "client_id").await;
    practice.raise("user_add_org").await;
    assert_eq!(receiver.next().await.1.unwrap_err(), CryptError::Owner);
}

struct Registration {
    practice: Practice,
    token: String,
    receiver: Receiver,
}

impl Registration {
    async fn new() -> Self {
        let practice = Practice::with(Options::virtual_clock).await;
        let receiver = Receiver::start(&practice.running.corp_id()).await;
        let token = practice.token().await;
        Self { practice, token, receiver }
    }

    async fn call(&self, name: &str, body: Value) -> Value {
        let path = format!("/call_back/{name}");
        serde_json::from_str(&self.practice.top(&path, &self.token, body).await).unwrap()
    }

    fn body(&self) -> Value {
        json!({"call_back_tag": ["user_add_org"], "token": TOKEN, "aes_key": AES_KEY, "url": self.receiver.url})
    }

    async fn check(&mut self, name: &str, body: Value, errcode: i64) {
        assert_eq!(self.call(name, body).await["errcode"], errcode, "{name}");
    }

    async fn check_asked(&mut self) {
        assert_eq!(self.receiver.next().await.1.unwrap(), json!({"EventType": "check_url"}));
    }
}

// V §6.1: register_call_back takes call_back_tag, token, aes_key and url; one URL per app: 71006 exists, 71007 does not
// V §6.1: the owner key of an address registered by call is the CorpId
#[tokio::test]
async fn an_address_is_registered_changed_read_and_deleted_by_call() {
    let mut stage = Registration::new().await;
    for name in ["update_call_back", "get_call_back", "delete_call_back"] {
        let body = if name == "update_call_back" { stage.body() } else { json!({}) };
        assert_eq!(stage.call(name, body).await["errcode"], 71_007, "{name}");
    }
    stage.check_asked().await;
    stage.check("register_call_back", stage.body(), 0).await;
    stage.check_asked().await;
    stage.check("register_call_back", stage.body(), 71_006).await;
    stage.check_asked().await;
    let told = stage.call("get_call_back", json!({})).await;
    assert_eq!((&told["url"], &told["call_back_tag"]), (&json!(stage.receiver.url), &json!(["user_add_org"])));

    stage.practice.raise("user_add_org").await;
    assert_eq!(stage.receiver.next().await.1.unwrap()["EventType"], "user_add_org");
    let mut other = stage.body();
    other["call_back_tag"] = json!(["org_dept_create"]);
    stage.check("update_call_back", other, 0).await;
    stage.check_asked().await;
    stage.practice.raise("user_add_org").await;
    stage.practice.raise("org_dept_create").await;
    assert_eq!(stage.receiver.next().await.1.unwrap()["EventType"], "org_dept_create");

    stage.check("delete_call_back", json!({}), 0).await;
    stage.check("get_call_back", json!({}), 71_007).await;
    stage.practice.raise("org_dept_create").await;
    assert!(stage.receiver.arrivals.try_recv().is_err());
}

// V §6.1: an address that answers something else than success is refused with 71009, one that fails with 71012
#[tokio::test]
async fn an_address_that_does_not_prove_itself_is_not_registered() {
    let mut stage = Registration::new().await;
    for (manner, errcode) in [
        (Manner::PlainSuccess, 71_009),
        (Manner::AnotherWord, 71_009),
        (Manner::BadSignature, 71_009),
        (Manner::AnotherOwner, 900_010),
        (Manner::Status(500), 71_012),
    ] {
        stage.receiver.behaves(manner);
        stage.check("register_call_back", stage.body(), errcode).await;
        stage.check_asked().await;
    }
    stage.receiver.behaves(Manner::Success);
    let with = |name: &str, value: Value| {
        let mut body = stage.body();
        body[name] = value;
        body
    };
    let bodies = [
        (with("url", json!("http://127.0.0.1:1/events")), 71_012),
        (with("url", json!("http://192.0.2.1/events")), 71_012),
        (with("url", Value::Null), 40_035),
        (with("call_back_tag", json!([])), 40_035),
        (with("token", json!("abcde")), 40_035),
        (with("aes_key", json!("short")), 40_035),
    ];
    for (body, errcode) in bodies {
        stage.check("register_call_back", body, errcode).await;
    }
    stage.token = "nonsense".to_owned();
    stage.check("register_call_back", stage.body(), 40_014).await;
    assert!(stage.receiver.arrivals.try_recv().is_err(), "a stranger had an address called");
}
