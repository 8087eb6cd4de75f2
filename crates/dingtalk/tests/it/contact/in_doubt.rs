//! A write was done and its answer is lost: what the client must then answer truly, so that whoever keeps a directory in
//! step can decide. What they decide (a conflict, a row parked) is not the client's.

use std::io;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use dingtalk::{Client, NewUser, User, UserChange};
use futures_util::stream;
use serde_json::{Value, json};

use super::{departments, user_id};
use crate::server::{Seen, Server, TOKEN, reply, token_answer};

/// A directory of one person. Each write is done, and then the connection breaks in the middle of the answer.
struct Directory {
    server: Server,
    person: Arc<Mutex<Option<Value>>>,
}

fn broken() -> Response {
    let parts = [Ok("{\"errcode\":"), Err(io::Error::other("broken"))];
    Body::from_stream(stream::iter(parts)).into_response()
}

fn act(person: &mut Option<Value>, asked: &Seen) -> Response {
    let body = asked.json();
    match (asked.path.as_str(), person.as_mut()) {
        ("/topapi/v2/user/create", None) => *person = Some(body),
        ("/topapi/v2/user/create", Some(_)) => return reply(200, &json!({"errcode": 60102, "errmsg": "UserID已存在"})),
        (_, None) => return reply(200, &json!({"errcode": 60121, "errmsg": "找不到该用户"})),
        ("/topapi/v2/user/get", Some(found)) => {
            let mut found = found.clone();
            found["dept_id_list"] = json!([1]);
            return reply(200, &json!({"errcode": 0, "result": found}));
        }
        ("/topapi/v2/user/delete", Some(_)) => *person = None,
        (_, Some(found)) => found["title"] = body["title"].clone(),
    }
    broken()
}

impl Directory {
    async fn with(person: Option<Value>) -> Self {
        let person = Arc::new(Mutex::new(person));
        let kept = Arc::clone(&person);
        let server = Server::start(move |asked: Seen, _| {
            let kept = Arc::clone(&kept);
            async move {
                if asked.is_for_token() {
                    return reply(200, &token_answer(TOKEN));
                }
                act(&mut kept.lock().unwrap(), &asked)
            }
        })
        .await;
        Self { server, person }
    }

    async fn of_one() -> Self {
        Self::with(Some(json!({"userid": "u1", "name": "陳大文", "title": "文員"}))).await
    }

    fn edit(&self, title: &str) {
        self.person.lock().unwrap().as_mut().unwrap()["title"] = json!(title);
    }

    fn asked(&self, path: &str) -> usize {
        self.server.calls().iter().filter(|call| call.path == path).count()
    }
}

async fn title(client: &Client) -> String {
    let User { title, .. } = client.user(&user_id("u1")).await.unwrap();
    title.unwrap()
}

fn newcomer() -> NewUser {
    NewUser { userid: Some(user_id("u1")), ..NewUser::new("陳大文", "+852-51234567", departments(&[1])) }
}

fn promoted() -> UserChange {
    UserChange { title: Some("會計".to_owned()), ..UserChange::default() }
}

// F01
#[tokio::test]
async fn a_create_that_was_done_is_in_doubt_and_there_when_it_is_read_back() {
    let directory = Directory::with(None).await;
    let client = directory.server.client();
    let user = newcomer();
    let error = client.create_user(&user).await.unwrap_err();
    assert!(error.may_have_acted(), "{error:?}");
    assert_eq!(client.user(&user_id("u1")).await.unwrap().name.as_deref(), Some("陳大文"));
    assert_eq!(directory.asked("/topapi/v2/user/create"), 1);
}

// F03
#[tokio::test]
async fn a_delete_that_was_done_is_in_doubt_and_not_found_when_it_is_read_back() {
    let directory = Directory::of_one().await;
    let client = directory.server.client();
    let error = client.delete_user(&user_id("u1")).await.unwrap_err();
    assert!(error.may_have_acted() && !error.not_found(), "{error:?}");
    let gone = client.user(&user_id("u1")).await.unwrap_err();
    assert!(gone.not_found() && !gone.may_have_acted(), "{gone:?}");
    assert_eq!(directory.asked("/topapi/v2/user/delete"), 1, "it is not sent again by itself");
}

// F04
#[tokio::test]
async fn an_update_in_doubt_is_read_back_as_it_is_now_and_not_written_again() {
    let directory = Directory::of_one().await;
    let client = directory.server.client();
    let error = client.update_user(&user_id("u1"), &promoted()).await.unwrap_err();
    assert!(error.may_have_acted(), "{error:?}");
    assert_eq!(title(&client).await, "會計");
    directory.edit("主任");
    assert_eq!(title(&client).await, "主任", "neither what was nor what was wanted");
    assert_eq!(directory.asked("/topapi/v2/user/update"), 1, "nobody's edit is written over");
}

// F39
#[tokio::test]
async fn what_was_read_for_a_plan_is_read_anew_before_it_is_applied() {
    let directory = Directory::of_one().await;
    let client = directory.server.client();
    assert_eq!(title(&client).await, "文員");
    directory.edit("主任");
    assert_eq!(title(&client).await, "主任");
    *directory.person.lock().unwrap() = None;
    assert!(client.user(&user_id("u1")).await.unwrap_err().not_found());
    assert!(
        client.delete_user(&user_id("u1")).await.unwrap_err().not_found(),
        "somebody else was faster: as good as done"
    );
    assert_eq!(directory.asked("/topapi/v2/user/get"), 3);
}

/// Goes out and comes back as the same number, whatever day it is where.
async fn check_hired(date: i64) {
    let directory = Directory::with(None).await;
    let client = directory.server.client();
    let user = NewUser { hired_date: Some(date), ..newcomer() };
    client.create_user(&user).await.unwrap_err();
    assert_eq!(directory.person.lock().unwrap().as_ref().unwrap()["hired_date"], json!(date));
    assert_eq!(client.user(&user_id("u1")).await.unwrap().hired_date, Some(date));
    directory.person.lock().unwrap().as_mut().unwrap()["hired_date"] = json!(date.to_string());
    assert_eq!(client.user(&user_id("u1")).await.unwrap().hired_date, Some(date), "also as a text");
}

// F56 F57
// Which calendar date that is, is decided by whoever keeps the directory in step; here nothing may be shifted.
#[tokio::test]
async fn a_date_is_never_shifted_on_its_way() {
    // Midnight of 1 July 1979 in Hong Kong's summer time, and of 1 July 1988 in Shanghai's (UTC+9 both).
    check_hired(299_602_800_000).await;
    check_hired(583_686_000_000).await;
    // 29 February 2024, the first day of the year 1 and the last millisecond of 9999, all UTC.
    check_hired(1_709_164_800_000).await;
    check_hired(-62_135_596_800_000).await;
    check_hired(253_402_300_799_999).await;
    check_hired(0).await;
}
