//! One test: each host of an edition once, all at the same time, without any key.

use std::time::Instant;

use dingtalk::{Client, Examined, Host};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::snapshot::{HostRole, HostRow, HostState, NetworkTest};
use super::test::Running;
use super::{certificate, clock};
use crate::engine::Engine;
use crate::refusal;

const HOSTS: [(HostRole, Host); 4] = [
    (HostRole::OldGateway, Host::Old),
    (HostRole::NewGateway, Host::New),
    (HostRole::Login, Host::Login),
    (HostRole::Stream, Host::Stream),
];

/// Shows the test after each change but the last, and answers when it is over. A cancellation leaves what it found.
pub(super) async fn examine(
    engine: &Engine,
    client: Client,
    mut cancelled: watch::Receiver<bool>,
    shown: Option<&Running>,
) -> NetworkTest {
    let show = async |test: &NetworkTest| {
        if let Some(running) = shown {
            running.keep(test);
            engine.tell_network(running.id()).await;
        }
    };
    let own = client.hosts().is_loopback();
    let rows = HOSTS.map(|(role, host)| row(role, client.hosts().name(host))).to_vec();
    let mut test = NetworkTest { running: true, practice: own, at: Some(engine.stamp()), rows, clock: None };
    show(&test).await;
    let mut working = JoinSet::new();
    for (at, (_, host)) in HOSTS.into_iter().enumerate() {
        let client = client.clone();
        working.spawn(async move {
            let began = Instant::now();
            (at, client.examine(host).await, began.elapsed())
        });
    }
    loop {
        let found = tokio::select! {
            biased;
            Ok(_) = cancelled.wait_for(|cancelled| *cancelled) => None,
            found = working.join_next() => found,
        };
        let Some(found) = found else { break };
        // A row whose work broke down is shown as not begun.
        let Ok((at, found, took)) = found else { continue };
        // The pages and the stream may stand behind machines with clocks of their own; the gateways judge signatures.
        if matches!(HOSTS.get(at), Some((HostRole::OldGateway | HostRole::NewGateway, _))) {
            note_clock(engine, &client, &mut test, &found);
        }
        if let Some(row) = test.rows.get_mut(at) {
            row.milliseconds = Some(u32::try_from(took.as_millis()).unwrap_or(u32::MAX));
            fill(row, found, own);
        }
        show(&test).await;
    }
    for row in &mut test.rows {
        if row.state == HostState::Running {
            row.state = HostState::Waiting;
        }
    }
    test.running = false;
    test
}

fn row(role: HostRole, host: &str) -> HostRow {
    let host = host.to_owned();
    HostRow { role, host, state: HostState::Running, milliseconds: None, proxy: None, certificate: None, problem: None }
}

fn fill(row: &mut HostRow, found: Examined, own: bool) {
    row.proxy = found.proxy;
    row.certificate = found.certificate.as_ref().map(|shown| certificate::view(shown, own));
    match found.outcome {
        Ok(_) => row.state = HostState::Reached,
        Err(error) => {
            row.state = HostState::Failed;
            row.problem = Some(refusal::problem(&error));
        }
    }
}

fn note_clock(engine: &Engine, client: &Client, test: &mut NetworkTest, found: &Examined) {
    let Ok(reached) = &found.outcome else { return };
    let Some(time) = &reached.time else { return };
    let ahead = engine.ahead_of(time);
    engine.shared.skews.note(client.hosts(), ahead);
    test.clock = Some(clock::view(ahead));
}
