//! For tests and the window: what people and DingTalk's own client would do, and which of two known behaviours holds.
//! Behind the admin's secret path.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::random;
use crate::state::oauth::Origin;
use crate::state::particulars::Account;
use crate::state::ticket::Signed;
use crate::state::{Refusal, Shared, World};

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/admin/{token}/switch", post(choose).get(choices))
        .route("/admin/{token}/jsapi/verify", post(verify))
        .route("/admin/{token}/redirects", post(redirects))
        .route("/admin/{token}/sign-in", post(sign_in))
        .route("/admin/{token}/client-code", post(client_code))
        .route("/admin/{token}/ask-first", post(ask_first))
        .route("/admin/{token}/accept-invitation", post(accept))
        .route("/admin/{token}/org-account", post(org_account))
        .route("/admin/{token}/custom-fields", post(custom_fields))
        .route("/admin/{token}/suite", post(suite))
        .route("/admin/{token}/session", post(session))
        .route("/admin/{token}/file", post(file))
        .route("/admin/{token}/read", post(read))
}

fn wrong(text: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": text }))).into_response()
}

/// Does it and answers with what it returns; nothing is changed when it is refused.
fn attempt(shared: &Shared, act: impl FnOnce(&mut World) -> Result<Value, Refusal>) -> Response {
    match shared.attempt(act) {
        Ok(value) => Json(value).into_response(),
        Err(error) => wrong(&error.to_string()),
    }
}

#[derive(Deserialize)]
struct Choice {
    name: String,
    value: String,
}

fn all(world: &World) -> Value {
    let rows = world.behaviours().map(|(name, value, values)| json!({"name": name, "value": value, "values": values}));
    Value::Array(rows.collect())
}

async fn choices(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.read(all))
}

async fn choose(State(shared): State<Shared>, Json(choice): Json<Choice>) -> Response {
    let chosen = shared.change(|world| world.choose(&choice.name, &choice.value).map(|()| all(world)));
    match chosen {
        Ok(Ok(now)) => Json(now).into_response(),
        Ok(Err(unknown)) => wrong(&unknown.to_string()),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({"error": error.to_string()}))).into_response(),
    }
}

async fn verify(State(shared): State<Shared>, Json(signed): Json<Signed>) -> Json<Value> {
    Json(shared.read(|world| match world.jsapi_signer(&signed) {
        Some((client_id, hash)) => json!({"valid": true, "client_id": client_id, "hash": hash}),
        None => json!({"valid": false}),
    }))
}

#[derive(Deserialize)]
struct Redirects {
    client_id: String,
    /// One a line or between commas; the whole list.
    addresses: String,
}

async fn redirects(State(shared): State<Shared>, Json(asked): Json<Redirects>) -> Response {
    attempt(&shared, |world| {
        world.set_redirect_addresses(&asked.client_id, &asked.addresses)?;
        Ok(json!({"addresses": world.app(&asked.client_id).map(|app| &app.redirect_addresses)}))
    })
}

#[derive(Deserialize)]
struct Person {
    client_id: String,
    userid: String,
    /// Of the sign-in page.
    #[serde(default)]
    scope: String,
}

/// As if the person agreed on the sign-in page.
async fn sign_in(State(shared): State<Shared>, Json(person): Json<Person>) -> Response {
    code(&shared, &person, Origin::Browser)
}

/// As if the person opened the app's page inside DingTalk.
async fn client_code(State(shared): State<Shared>, Json(person): Json<Person>) -> Response {
    code(&shared, &person, Origin::Client)
}

fn code(shared: &Shared, person: &Person, origin: Origin) -> Response {
    attempt(shared, |world| {
        let code = world.issue_code(&person.client_id, &person.userid, origin, &person.scope)?;
        Ok(json!({"code": code}))
    })
}

#[derive(Deserialize)]
struct Mobile {
    /// `+852-55509999`
    mobile: String,
}

async fn ask_first(State(shared): State<Shared>, Json(asked): Json<Mobile>) -> Response {
    attempt(&shared, |world| {
        world.ask_first(&asked.mobile);
        Ok(json!({"ask_first": world.invitations.ask_first}))
    })
}

async fn accept(State(shared): State<Shared>, Json(asked): Json<Mobile>) -> Response {
    attempt(&shared, |world| {
        if world.accept_invitation(&asked.mobile) { Ok(json!({"member": true})) } else { Err(Refusal::NoSuchMember) }
    })
}

#[derive(Deserialize)]
struct Member {
    userid: String,
}

/// The person's account becomes the organisation's own.
async fn org_account(State(shared): State<Shared>, Json(asked): Json<Member>) -> Response {
    attempt(&shared, |world| {
        let known = world.set_account(&asked.userid, Account::Organisation);
        if known { Ok(json!({"userid": asked.userid})) } else { Err(Refusal::NoSuchMember) }
    })
}

#[derive(Deserialize)]
struct Names {
    names: Vec<String>,
}

async fn custom_fields(State(shared): State<Shared>, Json(asked): Json<Names>) -> Response {
    attempt(&shared, |world| {
        world.custom_fields.clone_from(&asked.names);
        Ok(json!({"names": asked.names}))
    })
}

#[derive(Deserialize)]
struct Suite {
    name: String,
}

/// A third-party app with its ticket; otherwise like the developer's own.
async fn suite(State(shared): State<Shared>, Json(asked): Json<Suite>) -> Response {
    attempt(&shared, |world| {
        let key = world.create_app(&asked.name, "third-party app")?;
        let ticket = random::letters_and_digits(32);
        let app = world.app_mut(&key)?;
        app.suite_ticket = Some(ticket.clone());
        Ok(json!({"suite_key": key, "suite_secret": app.client_secret, "suite_ticket": ticket}))
    })
}

#[derive(Deserialize)]
struct Conversation {
    client_id: String,
    /// A person's `userid`, or a group's id.
    conversation: String,
}

async fn session(State(shared): State<Shared>, Json(asked): Json<Conversation>) -> Response {
    let old_host = shared.hosts().map(|hosts| hosts.old_host.clone()).unwrap_or_default();
    attempt(&shared, |world| {
        world.app(&asked.client_id).ok_or(Refusal::NoSuchApp)?;
        let session = world.open_session(&asked.client_id, &asked.conversation);
        let webhook = format!("{old_host}/robot/sendBySession?session={}", session.key);
        Ok(json!({"session_webhook": webhook, "expires_at": session.expires_at}))
    })
}

#[derive(Deserialize)]
struct File {
    client_id: String,
    name: String,
    content: String,
}

async fn file(State(shared): State<Shared>, Json(asked): Json<File>) -> Response {
    attempt(&shared, |world| {
        world.app(&asked.client_id).ok_or(Refusal::NoSuchApp)?;
        Ok(json!({"download_code": world.keep_file(&asked.client_id, &asked.name, &asked.content)}))
    })
}

/// A person reads a message of the app's robot, or a work notice.
#[derive(Deserialize)]
struct Reading {
    userid: String,
    process_query_key: Option<String>,
    task_id: Option<u64>,
}

async fn read(State(shared): State<Shared>, Json(asked): Json<Reading>) -> Response {
    attempt(&shared, |world| {
        let message = asked.process_query_key.is_some_and(|key| world.read_robot_message(&key, &asked.userid));
        let notice = asked.task_id.is_some_and(|task_id| world.read_notice(task_id, &asked.userid));
        if message || notice { Ok(json!({"read": true})) } else { Err(Refusal::NoSuchMember) }
    })
}
