//! For tests: something happens, a colleague writes to the robot, how deliveries stand.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::kind::sample;
use super::robot_message::Written;
use crate::state::{ChangeError, Shared};
use crate::stream::delivery::robot_message;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/admin/{token}/event", post(raise))
        .route("/admin/{token}/robot-message", post(write))
        .route("/admin/{token}/deliveries", get(deliveries))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Happening {
    event_type: String,
    /// Plausible fields when absent.
    data: Option<Value>,
}

async fn raise(State(shared): State<Shared>, Json(wanted): Json<Happening>) -> Response {
    let raised = shared.change(|world| {
        let data = wanted.data.unwrap_or_else(|| sample(world, &wanted.event_type));
        world.raise_event(&wanted.event_type, data)
    });
    match raised {
        Ok(event_id) => Json(json!({"eventId": event_id})).into_response(),
        Err(error) => failed(&ChangeError::from(error)),
    }
}

async fn write(State(shared): State<Shared>, Json(written): Json<Written>) -> Response {
    let old_host = shared.hosts().map(|hosts| hosts.old_host.clone()).unwrap_or_default();
    match shared.attempt(|world| world.write_to_robot(&written, &old_host)) {
        Ok((client_id, body)) => {
            let sent = robot_message(&shared, &client_id, &body);
            Json(json!({"sent": sent, "body": body})).into_response()
        }
        Err(error) => failed(&error),
    }
}

async fn deliveries(State(shared): State<Shared>) -> Json<Value> {
    Json(json!(shared.hub().deliveries()))
}

pub fn failed(error: &ChangeError) -> Response {
    let status = match error {
        ChangeError::Refused(_) => StatusCode::BAD_REQUEST,
        ChangeError::NotSaved(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    (status, Json(json!({"error": error.to_string()}))).into_response()
}
