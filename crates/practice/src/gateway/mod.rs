//! The three hosts that programs call. What each answers comes from dingtalk-api.md, word for word.

pub mod answer;
pub mod caller;
pub mod input;
pub mod new;
pub mod old;
pub mod throttle;

use std::future::ready;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};

use crate::login;
use crate::scenario::Scenario;
use crate::state::{Shared, StoreError, World};
use answer::Answer;

/// How far the server's clock is ahead while `clock_offset` is on.
const CLOCK_OFFSET: SignedDuration = SignedDuration::from_mins(61);

/// One call as it came.
#[derive(Debug)]
pub struct Call {
    pub method: Method,
    pub path: String,
    pub query: String,
    pub content_type: String,
    pub accept: String,
    /// Header `x-acs-dingtalk-access-token`.
    pub header_token: Option<String>,
    /// Header `Host`.
    pub host: String,
    pub body: Bytes,
}

impl Call {
    /// The gateway's own origin, as the caller named it.
    pub fn origin(&self) -> String {
        format!("http://{}", self.host)
    }
}

/// The instant that the gateways believe in.
pub fn server_time(world: &World) -> Timestamp {
    if world.is_on(Scenario::ClockOffset) { world.now + CLOCK_OFFSET } else { world.now }
}

#[derive(Clone)]
struct Gate {
    shared: Shared,
    slow_answer: Duration,
}

type Answering = fn(&mut World, &Call) -> Answer;

/// A listener's routes: every path goes through one function that sees the whole call.
fn router(shared: Shared, slow_answer: Duration, answering: Answering) -> Router {
    let gate = Gate { shared: shared.clone(), slow_answer };
    Router::new()
        .fallback(move |call: Call| ready(respond(&shared, &call, answering)))
        .layer(middleware::from_fn_with_state(gate, clock_and_delay))
}

pub fn old_router(shared: Shared, slow_answer: Duration) -> Router {
    router(shared, slow_answer, old::answer)
}

pub fn new_router(shared: Shared, slow_answer: Duration) -> Router {
    router(shared, slow_answer, new::answer)
}

pub fn login_router(shared: Shared, slow_answer: Duration) -> Router {
    let gate = Gate { shared: shared.clone(), slow_answer };
    login::router(shared).layer(middleware::from_fn_with_state(gate, clock_and_delay))
}

fn respond(shared: &Shared, call: &Call, answering: Answering) -> Response {
    shared.calls().add(shared.clock().now(), &call.path);
    match shared.call(|world| answering(world, call)) {
        Ok(answer) => answer.into_response(),
        Err(error) => not_saved(&error),
    }
}

/// The pretend world could not be saved, so nothing happened in it.
fn not_saved(error: &StoreError) -> Response {
    let text = format!("practice state not saved: {error}");
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

// The wait comes before the call acts: a caller who gives up has changed nothing.
async fn clock_and_delay(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    if gate.shared.read(|world| world.is_on(Scenario::Slow)) {
        tokio::time::sleep(gate.slow_answer).await;
    }
    let mut response = next.run(request).await;
    let date = gate.shared.read(server_time);
    let date = httpdate::fmt_http_date(date.into());
    if let Ok(date) = HeaderValue::from_str(&date) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}
