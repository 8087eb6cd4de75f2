//! The three hosts that programs call. What each answers comes from dingtalk-api.md, word for word.

pub mod answer;
pub mod caller;
pub mod input;
pub mod new;
pub mod old;
pub mod throttle;

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};

use crate::event::Why;
use crate::fault::answered::answered;
use crate::limit::ban;
use crate::line::Conduct;
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
    pub body: Bytes,
    /// What an address answered that the call wants to register; asked before the call acts.
    pub proof: Option<Result<(), Why>>,
}

/// The instant that the gateways believe in.
pub fn server_time(world: &World) -> Timestamp {
    if world.is_on(Scenario::ClockOffset) { world.now + CLOCK_OFFSET } else { world.now }
}

/// Which of DingTalk's gateways a listener plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    Old,
    New,
}

type Answering = fn(&mut World, &Call) -> Answer;

/// What a listener needs to answer calls.
#[derive(Clone)]
pub struct Gate {
    pub shared: Shared,
    pub host: Host,
    pub answering: Answering,
}

#[derive(Clone)]
struct Timed {
    shared: Shared,
    slow_answer: Duration,
}

fn timed(router: Router, shared: Shared, slow_answer: Duration) -> Router {
    router.layer(middleware::from_fn_with_state(Timed { shared, slow_answer }, clock_and_delay))
}

/// A listener's routes: every path goes through one function that sees the whole call.
fn router(gate: Gate, slow_answer: Duration) -> Router {
    let shared = gate.shared.clone();
    let respond = move |ConnectInfo(conduct): ConnectInfo<Conduct>, call: Call| respond(gate.clone(), conduct, call);
    timed(Router::new().fallback(respond), shared, slow_answer)
}

pub fn old_router(shared: Shared, slow_answer: Duration) -> Router {
    router(Gate { shared, host: Host::Old, answering: old::answer }, slow_answer)
}

pub fn new_router(shared: Shared, slow_answer: Duration) -> Router {
    router(Gate { shared, host: Host::New, answering: new::answer }, slow_answer)
}

pub fn login_router(shared: Shared, slow_answer: Duration) -> Router {
    timed(login::router(shared.clone()), shared, slow_answer)
}

impl Gate {
    /// The call happens. The error is a whole answer too.
    pub fn act(&self, call: &Call) -> Result<Answer, Box<Response>> {
        let answer = self.shared.call(|world| ban::arrive(world).unwrap_or_else(|| (self.answering)(world, call)));
        answer.map_err(|error| Box::new(not_saved(&error)))
    }
}

/// The pretend world could not be saved.
pub fn not_saved(error: &StoreError) -> Response {
    let text = format!("practice state not saved: {error}");
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

async fn respond(gate: Gate, conduct: Conduct, mut call: Call) -> Response {
    gate.shared.calls().add(gate.shared.clock().now(), &call.path);
    if gate.host == Host::Old {
        call.proof = old::call_back::prove(&gate.shared, &call).await;
    }
    let strike = gate.shared.faults().strike(&call);
    match strike {
        None => gate.act(&call).map_or_else(|failed| *failed, IntoResponse::into_response),
        Some(strike) => answered(gate, strike, conduct, call).await,
    }
}

// The wait comes before the call acts: a caller who gives up has changed nothing.
async fn clock_and_delay(State(timed): State<Timed>, request: Request, next: Next) -> Response {
    if timed.shared.read(|world| world.is_on(Scenario::Slow)) {
        tokio::time::sleep(timed.slow_answer).await;
    }
    let mut response = next.run(request).await;
    let date = timed.shared.read(server_time);
    let date = httpdate::fmt_http_date(date.into());
    if let Ok(date) = HeaderValue::from_str(&date) {
        response.headers_mut().insert(header::DATE, date);
    }
    response
}
