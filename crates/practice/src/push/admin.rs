//! For tests: a push that the app must refuse.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::delivery::send;
use super::forgery::{Forgery, forge};
use crate::event::body::flat;
use crate::event::{Event, kind};
use crate::state::Shared;

pub fn routes() -> Router<Shared> {
    Router::new().route("/admin/{token}/push", post(push))
}

#[derive(Deserialize)]
struct Wanted {
    fault: Forgery,
    /// The latest app when absent.
    client_id: Option<String>,
}

fn wrong(why: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": why}))).into_response()
}

/// Sends it once, and tells the status that came back.
async fn push(State(shared): State<Shared>, Json(wanted): Json<Wanted>) -> Response {
    let found = shared.read(|world| {
        let latest = || world.latest_app().map(|app| app.client_id.clone());
        let client_id = wanted.client_id.clone().or_else(latest)?;
        let subscription = world.subscription(&client_id)?.clone();
        let event = Event::new(world, "user_modify_org", kind::sample(world, "user_modify_org"));
        Some((client_id, subscription, flat(&event).to_string()))
    });
    let Some((client_id, subscription, message)) = found else {
        return wrong("the app subscribed to nothing");
    };
    let Some(keys) = shared.read(|world| world.push_keys(&client_id, &subscription)) else {
        return wrong("the app takes no pushes");
    };
    let now = shared.clock().now();
    let last = shared.hub().last_letter(&client_id);
    let Some(letter) = forge(wanted.fault, &keys, now, &message, last) else {
        return wrong("nothing was pushed yet");
    };
    match send(&shared, &subscription.url, &letter, now).await {
        Ok(reply) => {
            Json(json!({"status": reply.status, "body": String::from_utf8_lossy(&reply.body)})).into_response()
        }
        Err(why) => Json(json!({"why": why})).into_response(),
    }
}
