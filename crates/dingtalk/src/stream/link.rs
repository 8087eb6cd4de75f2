//! One connection, from the handshake to its end.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::time::{Instant, sleep_until, timeout};
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::{self, Bytes, Message};

use super::frame::{self, Incoming};
use super::handshake::Socket;
use super::ledger::{Admission, Receipt};
use super::pulse::{Beat, Pulse};
use super::wake::Wake;
use super::{Content, Delivery, LinkFault, Outcome, Shared};

const WRITE_LIMIT: Duration = Duration::from_secs(10);
/// For the other side to say good-bye too.
const CLOSE_LIMIT: Duration = Duration::from_secs(1);

/// What is asked of a connection.
pub(super) enum Order {
    /// A push of this connection was answered, or given up.
    Settled(Option<String>),
    /// The answer to a frame that repeated a push.
    Reply(String),
    /// Read no more, and close when all is answered or this time is over.
    Retire(Duration),
}

/// What a connection tells.
pub(super) enum Report {
    DisconnectAsked,
    Ended(LinkFault),
}

/// A hold on a running connection.
pub(super) struct Link {
    orders: mpsc::UnboundedSender<Order>,
    reports: mpsc::UnboundedReceiver<Report>,
}

impl Link {
    pub(super) fn start(socket: Socket, shared: Shared) -> Self {
        let (orders, incoming_orders) = mpsc::unbounded_channel();
        let (outgoing_reports, reports) = mpsc::unbounded_channel();
        let running = Running {
            socket,
            pulse: Pulse::new(Instant::now()),
            wake: Wake::new(shared.wall_clock.clone()),
            shared,
            orders: incoming_orders,
            own_orders: orders.clone(),
            reports: outgoing_reports,
            permit: None,
            unanswered: 0,
            retire_by: None,
        };
        tokio::spawn(running.run());
        Self { orders, reports }
    }

    pub(super) async fn report(&mut self) -> Report {
        let gone = || Report::Ended(LinkFault::Broken { detail: "the task ended".into() });
        self.reports.recv().await.unwrap_or_else(gone)
    }

    pub(super) fn retire(&self, grace: Duration) {
        // It is gone already if nobody listens.
        let _ = self.orders.send(Order::Retire(grace));
    }
}

struct Running {
    socket: Socket,
    shared: Shared,
    orders: mpsc::UnboundedReceiver<Order>,
    own_orders: mpsc::UnboundedSender<Order>,
    reports: mpsc::UnboundedSender<Report>,
    pulse: Pulse,
    wake: Wake,
    /// Room for one more push. Without it nothing is read, and silence means nothing.
    permit: Option<OwnedSemaphorePermit>,
    unanswered: usize,
    retire_by: Option<Instant>,
}

type Step = Result<(), LinkFault>;

impl Running {
    async fn run(mut self) {
        let fault = loop {
            if let Err(fault) = self.step().await {
                break fault;
            }
        };
        let code = if fault == LinkFault::FrameTooLarge { CloseCode::Size } else { CloseCode::Normal };
        if !matches!(fault, LinkFault::Silent | LinkFault::Broken { .. }) {
            self.close(code).await;
        }
        let _ = self.reports.send(Report::Ended(fault));
    }

    async fn step(&mut self) -> Step {
        let reading = self.permit.is_some() && self.retire_by.is_none();
        let seeking = self.permit.is_none() && self.retire_by.is_none();
        let retire_by = self.retire_by.unwrap_or_else(Instant::now);
        tokio::select! {
            biased;
            Some(order) = self.orders.recv() => self.obey(order).await,
            () = sleep_until(retire_by), if self.retire_by.is_some() => Err(LinkFault::Closed { code: None }),
            permit = self.shared.room.clone().acquire_owned(), if seeking => {
                // Closed never: nobody closes it.
                self.permit = permit.ok();
                // What came while nothing was read was not missed by the other side's fault.
                self.pulse.alive();
                Ok(())
            }
            () = sleep_until(self.wake.next_glance()), if reading => {
                if self.wake.slept() {
                    self.pulse.doubt(Instant::now());
                }
                Ok(())
            }
            () = sleep_until(self.pulse.next()), if reading => self.beat().await,
            message = self.socket.next(), if reading => self.take(message).await,
        }
    }

    async fn obey(&mut self, order: Order) -> Step {
        match order {
            Order::Settled(reply) => {
                self.unanswered = self.unanswered.saturating_sub(1);
                if let Some(reply) = reply {
                    self.write(Message::text(reply)).await?;
                }
            }
            Order::Reply(reply) => self.write(Message::text(reply)).await?,
            Order::Retire(grace) => {
                self.retire_by = Some(Instant::now() + grace);
                self.permit = None;
            }
        }
        if self.retire_by.is_some() && self.unanswered == 0 { Err(LinkFault::Closed { code: None }) } else { Ok(()) }
    }

    async fn beat(&mut self) -> Step {
        match self.pulse.beat(Instant::now()) {
            Beat::Ping => self.write(Message::Ping(Bytes::new())).await,
            Beat::Dead => Err(LinkFault::Silent),
            Beat::Rest => Ok(()),
        }
    }

    async fn take(&mut self, message: Option<Result<Message, tungstenite::Error>>) -> Step {
        let message = match message {
            Some(Ok(message)) => message,
            Some(Err(tungstenite::Error::Capacity(_))) => return Err(LinkFault::FrameTooLarge),
            Some(Err(tungstenite::Error::ConnectionClosed)) | None => return Err(LinkFault::Closed { code: None }),
            Some(Err(error)) => return Err(LinkFault::Broken { detail: error.to_string() }),
        };
        self.pulse.alive();
        match message {
            Message::Text(text) => self.handle(text.as_str()).await,
            Message::Close(frame) => Err(LinkFault::Closed { code: frame.map(|frame| frame.code.into()) }),
            Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => Ok(()),
        }
    }

    async fn handle(&mut self, text: &str) -> Step {
        match frame::read(text, &self.shared.subscription) {
            Incoming::Ping { message_id, data } => {
                self.write(Message::text(frame::ping_reply(&message_id, &data))).await
            }
            Incoming::Disconnect => {
                let _ = self.reports.send(Report::DisconnectAsked);
                Ok(())
            }
            Incoming::Push { message_id, content } => self.hand_over(message_id, content).await,
            Incoming::Unwanted { message_id } => self.write(Message::text(frame::unwanted_reply(&message_id))).await,
            Incoming::Nothing => Ok(()),
        }
    }

    async fn hand_over(&mut self, message_id: String, content: Content) -> Step {
        let receipt = Receipt { link: self.own_orders.clone(), message_id };
        let event_id = match &content {
            Content::Event(event) => event.id.as_deref(),
            Content::Callback(_) => None,
        };
        match event_id.map_or(Admission::New, |id| self.shared.ledger.admit(id, &receipt)) {
            Admission::InHand => return Ok(()),
            Admission::Handled => {
                let reply = frame::event_reply(&receipt.message_id, &Outcome::Success);
                return self.write(Message::text(reply)).await;
            }
            Admission::New => {}
        }
        let Some(room) = self.permit.take() else { return Ok(()) };
        self.unanswered += 1;
        let delivery = Delivery::new(content, self.shared.ledger.clone(), receipt, room);
        // Nobody listens any more: it comes back here and is given up.
        let _ = self.shared.queue.send(delivery);
        Ok(())
    }

    async fn write(&mut self, message: Message) -> Step {
        match timeout(WRITE_LIMIT, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(LinkFault::Broken { detail: error.to_string() }),
            Err(_) => Err(LinkFault::Silent),
        }
    }

    async fn close(&mut self, code: CloseCode) {
        let frame = CloseFrame { code, reason: "".into() };
        let good_bye = async {
            if self.socket.close(Some(frame)).await.is_ok() {
                while let Some(Ok(_)) = self.socket.next().await {}
            }
        };
        // However it ends, the connection is dropped next.
        let _ = timeout(CLOSE_LIMIT, good_bye).await;
    }
}
