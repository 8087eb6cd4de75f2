//! For tests and the window: journal, state, scenarios, the pretend address. Behind a secret path.

use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use subtle::ConstantTimeEq;

use crate::clock::{Clock, ClockError};
use crate::fault::{Fault, Kind, Wanted};
use crate::limit::WindowKind;
use crate::scenario::Scenario;
use crate::staging;
use crate::state::{ChangeError, Shared, StoreError};

/// The longest page of the journal; also all that is in memory.
const PAGE: usize = 10_000;

#[derive(Clone)]
struct Secret(String);

/// Routes under `/admin/{token}`; a wrong token finds nothing there.
pub fn router(shared: Shared, token: String) -> Router {
    Router::new()
        .route("/admin/{token}/fault", get(faults).post(add_fault).delete(clear_faults))
        .route("/admin/{token}/limit", get(limits).post(set_limit))
        .route("/admin/{token}/journal", get(journal))
        .route("/admin/{token}/calls", get(calls))
        .route("/admin/{token}/clock", get(clock).post(move_clock))
        .route("/admin/{token}/state", get(state))
        .route("/admin/{token}/scenario", post(scenario))
        .route("/admin/{token}/public-ip", post(public_ip))
        .merge(crate::event::admin::routes())
        .merge(crate::stream::admin::routes())
        .merge(crate::push::admin::routes())
        .merge(staging::routes())
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

#[derive(Deserialize)]
struct Page {
    /// The number of the last entry already seen. Without it: what is in memory.
    after: Option<u64>,
    limit: Option<usize>,
}

/// Entries with their numbers; the first of a world is number one.
async fn journal(State(shared): State<Shared>, Query(page): Query<Page>) -> Response {
    let after = page.after.unwrap_or_else(|| shared.read(|world| world.journal.total() - world.journal.len() as u64));
    match shared.journal(after, page.limit.unwrap_or(PAGE).min(PAGE)) {
        Ok(entries) => {
            let numbered = (after + 1..).zip(entries).map(|(number, entry)| {
                let mut shown = json!(entry);
                shown["number"] = number.into();
                shown
            });
            Json(numbered.collect::<Value>()).into_response()
        }
        Err(error) => not_saved(&error),
    }
}

/// The world without app access tokens; keys of pretend apps are in it.
async fn state(State(shared): State<Shared>) -> Json<Value> {
    let mut world = shared.read(|world| json!(world));
    if let Some(fields) = world.as_object_mut() {
        for secret in ["tokens", "sign_in", "jsapi_tickets"] {
            fields.remove(secret);
        }
    }
    Json(world)
}

#[derive(Deserialize)]
struct Since {
    /// Without it: since the server started.
    since: Option<Timestamp>,
    /// Without it: a minute.
    window_seconds: Option<i64>,
}

async fn calls(State(shared): State<Shared>, Query(asked): Query<Since>) -> Response {
    let since = asked.since.unwrap_or(Timestamp::MIN);
    let window = SignedDuration::from_secs(asked.window_seconds.unwrap_or(60));
    Json(shared.calls().count(since, window)).into_response()
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Move {
    AdvanceSeconds(f64),
    Set(Timestamp),
}

fn shown(clock: &Clock) -> Response {
    Json(json!({"now": clock.now(), "virtual": clock.is_virtual(), "asleep": clock.asleep()})).into_response()
}

async fn clock(State(shared): State<Shared>) -> Response {
    shown(shared.clock())
}

async fn move_clock(State(shared): State<Shared>, Json(wanted): Json<Move>) -> Response {
    let clock = shared.clock();
    let moved = match wanted {
        Move::AdvanceSeconds(seconds) => SignedDuration::try_from_secs_f64(seconds)
            .map_err(|_| ClockError::OutOfRange)
            .and_then(|time| clock.advance(time)),
        Move::Set(to) => clock.set(to),
    };
    match moved {
        Ok(_) => shown(clock),
        Err(error) => wrong(&error.to_string()),
    }
}

async fn faults(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.faults().shown())
}

/// `wrong_window` holds for as long as it is set; every other kind strikes single calls.
async fn add_fault(State(shared): State<Shared>, Json(wanted): Json<Wanted>) -> Response {
    let fault = match Fault::new(wanted) {
        Ok(fault) => fault,
        Err(text) => return wrong(&text),
    };
    if fault.wanted.kind == Kind::WrongWindow {
        let variant = fault.wanted.variant.as_deref().unwrap_or("sliding");
        let Ok(kind) = WindowKind::deserialize(Value::from(variant)) else {
            return wrong(variant);
        };
        if let Err(error) = shared.change(|world| world.windows.kind = kind) {
            return not_saved(&error);
        }
    }
    shared.faults().add(fault);
    faults(State(shared)).await.into_response()
}

async fn clear_faults(State(shared): State<Shared>) -> Response {
    shared.faults().clear();
    match shared.change(|world| world.windows.kind = WindowKind::default()) {
        Ok(()) => faults(State(shared)).await.into_response(),
        Err(error) => not_saved(&error),
    }
}

#[derive(Deserialize)]
struct NewLimit {
    name: String,
    /// `null` is off.
    value: Value,
}

/// What is allowed, and what of the monthly quotas is used.
async fn limits(State(shared): State<Shared>) -> Json<Value> {
    Json(shared.read(|world| json!({"limits": world.limits, "usage": world.usage})))
}

async fn set_limit(State(shared): State<Shared>, Json(new): Json<NewLimit>) -> Response {
    match shared.change(|world| world.limits.set(&new.name, new.value)) {
        Ok(Ok(())) => limits(State(shared)).await.into_response(),
        Ok(Err(text)) => wrong(&text),
        Err(error) => not_saved(&error),
    }
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
