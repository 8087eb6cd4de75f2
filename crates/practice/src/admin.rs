//! For tests and the window: journal, state, scenarios, the pretend address. Behind a secret path.

use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use crate::scenario::Scenario;
use crate::state::{ChangeError, Shared, StoreError};

#[derive(Clone)]
struct Secret(String);

/// Routes under `/admin/{token}`; a wrong token finds nothing there.
pub fn router(shared: Shared, token: String) -> Router {
    Router::new()
        .route("/admin/{token}/journal", get(journal))
        .route("/admin/{token}/state", get(state))
        .route("/admin/{token}/scenario", post(scenario))
        .route("/admin/{token}/public-ip", post(public_ip))
        .route_layer(middleware::from_fn_with_state(Secret(token), check_token))
        .with_state(shared)
}

async fn check_token(
    State(secret): State<Secret>,
    Path(token): Path<String>,
    request: Request,
    next: Next,
) -> Response {
    if bool::from(token.as_bytes().ct_eq(secret.0.as_bytes())) {
        return next.run(request).await;
    }
    StatusCode::NOT_FOUND.into_response()
}

async fn journal(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.read(|world| json!(world.journal)))
}

/// The world without app access tokens; keys of pretend apps are in it.
async fn state(State(shared): State<Shared>) -> Json<Value> {
    let mut world = shared.read(|world| json!(world));
    if let Some(fields) = world.as_object_mut() {
        fields.remove("tokens");
    }
    Json(world)
}

#[derive(Deserialize)]
struct Switch {
    name: String,
    on: bool,
}

fn wrong(text: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": text }))).into_response()
}

fn not_saved(error: &StoreError) -> Response {
    let body = json!({"error": error.to_string()});
    (StatusCode::INTERNAL_SERVER_ERROR, Json(body)).into_response()
}

async fn scenario(State(shared): State<Shared>, Json(switch): Json<Switch>) -> Response {
    let scenario: Scenario = match switch.name.parse() {
        Ok(scenario) => scenario,
        Err(unknown) => {
            let names = Scenario::ALL.map(Scenario::name).join(", ");
            return wrong(&format!("{unknown}; the names are {names}"));
        }
    };
    let changed = shared.change(|world| {
        if switch.on {
            world.switch_on(scenario);
        } else {
            world.switch_off(scenario);
        }
        json!({"scenarios": world.scenarios})
    });
    match changed {
        Ok(now_on) => Json(now_on).into_response(),
        Err(error) => not_saved(&error),
    }
}

#[derive(Deserialize)]
struct Address {
    ip: String,
}

async fn public_ip(State(shared): State<Shared>, Json(address): Json<Address>) -> Response {
    match shared.attempt(|world| world.set_public_address(&address.ip)) {
        Ok(()) => Json(json!({"ip": address.ip.trim()})).into_response(),
        Err(ChangeError::Refused(_)) => wrong(&format!("{:?} is not an IPv4 address", address.ip)),
        Err(ChangeError::NotSaved(error)) => not_saved(&error),
    }
}
