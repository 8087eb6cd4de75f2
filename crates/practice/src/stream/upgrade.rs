//! `GET /connect?ticket=…`: a ticket becomes a WebSocket. Source: dingtalk-api.md §6.3.

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use tokio::sync::mpsc;

use super::connection::Line;
use super::frame::Address;
use super::hub::Connection;
use super::ticket::Ticket;
use super::{CONNECT, connection};
use crate::random;
use crate::state::{Effect, Shared};

pub fn router(shared: Shared) -> Router {
    Router::new().route(CONNECT, get(connect)).with_state(shared)
}

#[derive(Deserialize)]
struct Presented {
    #[serde(default)]
    ticket: String,
}

async fn connect(
    State(shared): State<Shared>,
    Query(presented): Query<Presented>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Response {
    let upgrade = match upgrade {
        Ok(upgrade) => upgrade,
        Err(rejection) => return rejection.into_response(),
    };
    let spent = shared.change(|world| {
        let Some(ticket) = world.spend_ticket(&presented.ticket) else {
            world.record(Effect::StreamRefused { client_id: String::new() });
            return None;
        };
        let app_id = world.app(&ticket.client_id).map(|app| app.unified_app_id.clone()).unwrap_or_default();
        Some((ticket, app_id, world.events.timers))
    });
    let (ticket, app_id, timers) = match spent {
        Ok(Some(spent)) => spent,
        // How DingTalk refuses a bad ticket is not told; the status is inferred.
        Ok(None) => return StatusCode::UNAUTHORIZED.into_response(),
        Err(error) => return (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    };
    let Ticket { client_id, topics, .. } = ticket;
    let (orders, received) = mpsc::unbounded_channel();
    let address = Address { app_id, connection_id: random::uuid() };
    let hub = shared.hub().clone();
    let lines = hub.take_handshake_headers();
    // On the list before the answer leaves: what is sent from then on reaches the client.
    let registered = hub.register(Connection { address, client_id, topics, leaving: false, orders });
    let line = Line::new(shared, registered, received, timers);
    let mut response = upgrade.on_upgrade(move |socket| connection::run(socket, line));
    for number in 0..lines {
        if let Ok(name) = HeaderName::try_from(format!("x-practice-{number}")) {
            response.headers_mut().insert(name, HeaderValue::from_static("1"));
        }
    }
    response
}
