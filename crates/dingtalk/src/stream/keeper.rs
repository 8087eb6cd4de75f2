//! Keeps one connection: opens it, moves it when DingTalk asks, and waits between failures.

use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, sleep_until};

use super::handshake::Socket;
use super::link::{Link, Report};
use super::pause::{HOPELESS, pause, random};
use super::wake::Wake;
use super::{LinkFault, LinkState, Shared};

/// For the pushes of the old connection to be answered after the new one stands; the server waits ten.
const MOVE_GRACE: Duration = Duration::from_secs(5);
const STOP_GRACE: Duration = Duration::from_secs(5);
/// A connection that lived this long was a good one: its end is no failure.
const STEADY: Duration = Duration::from_secs(10);

pub(super) struct Keeper {
    shared: Shared,
    state: watch::Sender<LinkState>,
    stop: oneshot::Receiver<()>,
    failures: u32,
}

/// The stream is to stop.
struct Stop;

impl Keeper {
    pub(super) fn new(shared: Shared, state: watch::Sender<LinkState>, stop: oneshot::Receiver<()>) -> Self {
        Self { shared, state, stop, failures: 0 }
    }

    pub(super) async fn run(mut self) {
        while self.keep().await.is_ok() {}
        self.state.send_replace(LinkState::Stopped);
    }

    /// One connection and the wait after it.
    async fn keep(&mut self) -> Result<(), Stop> {
        self.state.send_replace(LinkState::Connecting);
        match self.connect().await? {
            Ok(socket) => {
                let fault = self.live(socket).await?;
                self.wait(self.failures.saturating_sub(1), fault).await
            }
            Err(fault) => {
                self.failures = self.failures.saturating_add(1);
                self.wait(self.failures, fault).await
            }
        }
    }

    async fn connect(&mut self) -> Result<Result<Socket, LinkFault>, Stop> {
        let shared = self.shared.clone();
        let connecting = async {
            let ticket = shared.client.open_stream(&shared.subscription).await?;
            shared.client.connect_stream(ticket).await
        };
        tokio::select! {
            biased;
            _ = &mut self.stop => Err(Stop),
            outcome = connecting => Ok(outcome),
        }
    }

    /// From the first connection to the end of the last that followed it without a gap.
    async fn live(&mut self, socket: Socket) -> Result<LinkFault, Stop> {
        let mut since = Instant::now();
        self.state.send_replace(LinkState::Live { since });
        let mut link = Link::start(socket, self.shared.clone());
        loop {
            let report = tokio::select! {
                biased;
                _ = &mut self.stop => {
                    end(link).await;
                    return Err(Stop);
                }
                report = link.report() => report,
            };
            // A connection that ends young is a failure, so that a server that only ever sends away is not hammered.
            self.failures = if since.elapsed() < STEADY { self.failures.saturating_add(1) } else { 0 };
            match report {
                Report::Ended(fault) => return Ok(fault),
                Report::DisconnectAsked => {}
            }
            match self.succeed().await {
                Ok(Ok(next)) => {
                    link.retire(MOVE_GRACE);
                    link = Link::start(next, self.shared.clone());
                    since = Instant::now();
                    self.state.send_replace(LinkState::Live { since });
                }
                Ok(Err(fault)) => {
                    self.failures = self.failures.saturating_add(1);
                    end(link).await;
                    return Ok(fault);
                }
                Err(Stop) => {
                    end(link).await;
                    return Err(Stop);
                }
            }
        }
    }

    /// The connection that takes over while the old one still stands.
    async fn succeed(&mut self) -> Result<Result<Socket, LinkFault>, Stop> {
        let wait = pause(self.failures.saturating_sub(1), random());
        tokio::select! {
            biased;
            _ = &mut self.stop => return Err(Stop),
            () = tokio::time::sleep(wait), if !wait.is_zero() => {}
            () = std::future::ready(()), if wait.is_zero() => {}
        }
        self.connect().await
    }

    async fn wait(&mut self, failures: u32, why: LinkFault) -> Result<(), Stop> {
        let wait = pause_after(failures, &why);
        if wait.is_zero() {
            return Ok(());
        }
        let until = Instant::now() + wait;
        self.state.send_replace(LinkState::Waiting { until, why });
        let mut wake = Wake::new(self.shared.wall_clock.clone());
        loop {
            tokio::select! {
                biased;
                _ = &mut self.stop => return Err(Stop),
                () = sleep_until(until) => return Ok(()),
                () = sleep_until(wake.next_glance()) => {
                    if wake.slept() {
                        return Ok(());
                    }
                }
            }
        }
    }
}

/// Ends a connection for good and sees it ended, so that there are never two.
async fn end(mut link: Link) {
    link.retire(STOP_GRACE);
    while let Report::DisconnectAsked = link.report().await {}
}

fn pause_after(failures: u32, why: &LinkFault) -> Duration {
    let wait = pause(failures, random());
    let LinkFault::Call(error) = why else { return wait };
    let asked = if error.is_credentials_refused() { Some(HOPELESS) } else { error.retry_after() };
    wait.max(asked.unwrap_or_default())
}
