//! For tests: timers of the stream, who is connected, trouble on the line.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::connection::EXPIRED;
use super::fault::Disturbance;
use super::frame::Frame;
use super::hub::{Connection, Order};
use crate::event::admin::failed;
use crate::event::{Event, kind};
use crate::state::{ChangeError, Shared};

/// A burst of more than this is taken for a slip.
const LARGEST_BURST: usize = 4_000;
const LARGEST_FRAME: usize = 256 * 1024 * 1024;
/// The HTTP library takes no more lines than this.
const MOST_LINES: usize = 20_000;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/admin/{token}/stream", get(show).post(set))
        .route("/admin/{token}/stream/disconnect", post(disconnect))
        .route("/admin/{token}/stream/fault", post(fault))
}

async fn show(State(shared): State<Shared>) -> Json<Value> {
    let connections: Vec<Value> = shared.hub().connections(None).iter().map(described).collect();
    let (timers, tickets) = shared.read(|world| (world.events.timers, world.events.tickets.len()));
    Json(json!({"timers": timers, "tickets": tickets, "connections": connections}))
}

fn described(connection: &Connection) -> Value {
    json!({
        "connection_id": connection.address.connection_id,
        "client_id": connection.client_id,
        "events": connection.topics.events,
        "callbacks": connection.topics.callbacks,
        "leaving": connection.leaving,
    })
}

/// What is absent stays as it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    ticket_seconds: Option<u32>,
    ping_seconds: Option<u32>,
    lifetime_seconds: Option<u32>,
    ack_seconds: Option<u32>,
    announces: Option<bool>,
}

async fn set(State(shared): State<Shared>, Json(wanted): Json<Wanted>) -> Response {
    let changed = shared.change(|world| {
        let timers = &mut world.events.timers;
        timers.ticket_seconds = wanted.ticket_seconds.unwrap_or(timers.ticket_seconds);
        timers.ping_seconds = wanted.ping_seconds.unwrap_or(timers.ping_seconds);
        timers.lifetime_seconds = wanted.lifetime_seconds.or(timers.lifetime_seconds);
        timers.ack_seconds = wanted.ack_seconds.unwrap_or(timers.ack_seconds);
        timers.announces = wanted.announces.unwrap_or(timers.announces);
        *timers
    });
    match changed {
        Ok(timers) => Json(json!(timers)).into_response(),
        Err(error) => failed(&ChangeError::from(error)),
    }
}

/// Tells every connection to go, as an old one is told.
async fn disconnect(State(shared): State<Shared>) -> Json<Value> {
    let told = order_all(&shared, |_| Order::Leave(EXPIRED));
    Json(json!({"connections": told}))
}

fn order_all(shared: &Shared, order: impl Fn(&Connection) -> Order) -> usize {
    let connections = shared.hub().connections(None);
    connections.iter().filter(|connection| connection.orders.send(order(connection)).is_ok()).count()
}

#[derive(Deserialize)]
struct Trouble {
    kind: Kind,
    #[serde(default)]
    count: Option<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// Connections that are open now lose everything that comes or goes.
    DropPackets,
    /// The next `count` events go out twice.
    Duplicate,
    /// The next two events change places.
    OutOfOrder,
    /// `count` events at once.
    Burst,
    /// One frame of `count` bytes to each connection.
    HugeFrame,
    /// The next handshake is answered with `count` header lines.
    HandshakeHeaders,
    None,
}

async fn fault(State(shared): State<Shared>, Json(trouble): Json<Trouble>) -> Response {
    let count = |usual: usize, most: usize| trouble.count.unwrap_or(usual).min(most);
    let done = match trouble.kind {
        Kind::DropPackets => order_all(&shared, |_| Order::Swallow),
        Kind::Duplicate => {
            let left = u32::try_from(count(1, LARGEST_BURST)).unwrap_or(1);
            disturb(&shared, Disturbance::Duplicate { left })
        }
        Kind::OutOfOrder => disturb(&shared, Disturbance::OutOfOrder { held: None }),
        Kind::HandshakeHeaders => disturb(&shared, Disturbance::HandshakeHeaders { lines: count(10_000, MOST_LINES) }),
        Kind::None => disturb(&shared, Disturbance::None),
        Kind::Burst => match burst(&shared, count(1_000, LARGEST_BURST)) {
            Ok(count) => count,
            Err(error) => return failed(&error),
        },
        Kind::HugeFrame => huge_frame(&shared, count(64 * 1024 * 1024, LARGEST_FRAME)),
    };
    (StatusCode::OK, Json(json!({"done": done}))).into_response()
}

fn disturb(shared: &Shared, disturbance: Disturbance) -> usize {
    shared.hub().set_disturbance(disturbance);
    1
}

/// In one change, so that they leave as fast as they can.
fn burst(shared: &Shared, count: usize) -> Result<usize, ChangeError> {
    shared.change(|world| {
        for _ in 0..count {
            let data = kind::sample(world, "user_modify_org");
            world.raise_event("user_modify_org", data);
        }
    })?;
    Ok(count)
}

fn huge_frame(shared: &Shared, bytes: usize) -> usize {
    let filler = "x".repeat(bytes);
    let event = shared.read(|world| Event::new(world, "user_modify_org", json!({"filler": filler})));
    let now = shared.clock().now();
    order_all(shared, |connection| Order::Send(Frame::event(&connection.address, now, &event)))
}
