//! Stream mode against a gateway on loopback, under a clock that only the tests move.

mod faults;
mod gateway;
mod pushes;
mod upkeep;

use std::time::Duration;

use dingtalk::{LinkFault, LinkState, Stream};
use tokio::time::{Instant, advance};

/// Waits for the next wait between attempts after `last`.
async fn waiting(stream: &Stream, last: Option<Instant>) -> (Instant, LinkFault) {
    let mut state = stream.state();
    let is_new = |state: &LinkState| match state {
        LinkState::Waiting { until, .. } => last.is_none_or(|last| *until > last),
        LinkState::Connecting | LinkState::Live { .. } | LinkState::Stopped => false,
    };
    let state = state.wait_for(is_new).await.unwrap().clone();
    let LinkState::Waiting { until, why } = state else { unreachable!() };
    (until, why)
}

async fn live(stream: &Stream) -> Instant {
    let mut state = stream.state();
    let state = state.wait_for(|state| matches!(state, LinkState::Live { .. })).await.unwrap().clone();
    let LinkState::Live { since } = state else { unreachable!() };
    since
}

/// Moves the clock to just after this instant: tokio's timers go by whole milliseconds.
async fn pass(until: Instant) {
    advance(until + Duration::from_millis(1) - Instant::now()).await;
}
