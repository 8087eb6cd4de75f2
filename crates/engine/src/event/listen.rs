//! Events as they come, over Stream mode. What is handed over is written down as handled only when the caller says so, and
//! DingTalk is answered only after that: a crash in between brings an event again, and never loses one.

use std::collections::BTreeSet;
use std::time::Duration;

use dingtalk::{Delivery, Event, LinkFault, LinkState, Outcome, Stream, Subscription};
use serde_json::Value;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};

use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::refusal;
use crate::store::event;

/// One connection that listens. Dropped, it closes; what was not said to be handled is delivered again.
pub struct Listening {
    engine: Engine,
    id: ConnectionId,
    stream: Stream,
    link: watch::Receiver<LinkState>,
}

/// What there is to tell.
pub enum Heard {
    Link(LinkView),
    Events(Events),
}

/// Where the connection to DingTalk stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkView {
    Connecting,
    Live,
    /// It is tried again after so many seconds.
    Waiting {
        seconds: u64,
        why: Box<Problem>,
    },
    Stopped,
}

/// Events that were not handled before, to be answered by [`Events::handled`]. Dropped, they are delivered again.
pub struct Events {
    engine: Engine,
    id: ConnectionId,
    deliveries: Vec<Delivery>,
}

/// One event as DingTalk told it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EventView<'a> {
    /// The same for each delivery of one event.
    pub id: Option<&'a str>,
    pub kind: &'a str,
    pub corp_id: Option<&'a str>,
    /// Milliseconds since 1970.
    pub born_at: Option<i64>,
    pub fields: &'a Value,
}

impl Engine {
    /// Begins to connect; [`Listening::next`] tells how it goes.
    ///
    /// # Errors
    /// `ConnectionUnknown`, `SecretMissing`, `PracticeNotRunning`, the key store's own.
    pub async fn listen(&self, id: &ConnectionId) -> Result<Listening> {
        let row = self.row(id).await?;
        let client = self.client(&row).await?;
        // Messages to the robot are no events: DingTalk tells each once, and taking them here would take them from it.
        let stream = Stream::builder(client, Subscription::new().with_events()).start();
        let mut link = stream.state();
        link.mark_changed();
        Ok(Listening { engine: self.clone(), id: id.clone(), stream, link })
    }

    fn now_ms(&self) -> i64 {
        self.shared.parts.clock.now().as_millisecond()
    }
}

impl Listening {
    /// The next change of the link, or up to `most` new events at once. Events that were handled before are answered and
    /// not told. Dropped half-way it loses nothing: what it held is delivered again.
    ///
    /// # Errors
    /// `CredentialsRefused`, as waiting cannot help; those of the file.
    pub async fn next(&mut self, most: usize) -> Result<Heard> {
        loop {
            let first = tokio::select! {
                // That it is connected is told before what came over the connection.
                biased;
                changed = self.link.changed() => match changed {
                    Ok(()) => return self.link_now(),
                    Err(_) => return Ok(Heard::Link(LinkView::Stopped)),
                },
                delivery = self.stream.next() => delivery,
            };
            let Some(first) = first else { return Ok(Heard::Link(LinkView::Stopped)) };
            let mut deliveries = vec![first];
            while deliveries.len() < most
                && let Ok(Some(more)) = timeout(Duration::ZERO, self.stream.next()).await
            {
                deliveries.push(more);
            }
            let new = self.new_among(deliveries).await?;
            if !new.is_empty() {
                return Ok(Heard::Events(Events { engine: self.engine.clone(), id: self.id.clone(), deliveries: new }));
            }
        }
    }

    /// Closes the connection and returns when it is closed; answers under way are sent first.
    pub async fn stop(self) {
        self.stream.stop().await;
    }

    fn link_now(&mut self) -> Result<Heard> {
        let view = view(&self.link.borrow_and_update(), Instant::now());
        match view {
            LinkView::Waiting { why, .. } if why.code == ProblemCode::CredentialsRefused => Err(*why),
            view => Ok(Heard::Link(view)),
        }
    }

    /// F43, F49: also what another process handled, or this one before it was killed.
    async fn new_among(&self, deliveries: Vec<Delivery>) -> Result<Vec<Delivery>> {
        let ids: Vec<String> = deliveries.iter().filter_map(|delivery| id_of(delivery).map(str::to_owned)).collect();
        let (id, now) = (self.id.clone(), self.engine.now_ms());
        let seen: BTreeSet<String> = self
            .engine
            .shared
            .store
            .with(move |store| {
                let mut seen = BTreeSet::new();
                for one in ids {
                    if event::is_seen(store, &id, &one, now)? {
                        seen.insert(one);
                    }
                }
                Ok(seen)
            })
            .await?;
        let mut new = Vec::new();
        for delivery in deliveries {
            if id_of(&delivery).is_some_and(|id| seen.contains(id)) {
                delivery.ack(Outcome::Success);
            } else {
                new.push(delivery);
            }
        }
        Ok(new)
    }
}

impl Events {
    /// In the order they came.
    pub fn iter(&self) -> impl Iterator<Item = EventView<'_>> {
        self.deliveries.iter().filter_map(Delivery::event).map(shown)
    }

    pub fn len(&self) -> usize {
        self.deliveries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.deliveries.is_empty()
    }

    /// Writes their ids down, and only then answers DingTalk.
    ///
    /// # Errors
    /// Those of the file; then nothing is answered, and all are delivered again.
    pub async fn handled(self) -> Result<()> {
        let ids: Vec<String> = self.iter().filter_map(|event| event.id.map(str::to_owned)).collect();
        let (id, now) = (self.id, self.engine.now_ms());
        self.engine.shared.store.with(move |store| event::remember(store, &id, &ids, now)).await?;
        for delivery in self.deliveries {
            delivery.ack(Outcome::Success);
        }
        Ok(())
    }
}

fn id_of(delivery: &Delivery) -> Option<&str> {
    delivery.event().and_then(|event| event.id.as_deref())
}

fn shown(event: &Event) -> EventView<'_> {
    EventView {
        id: event.id.as_deref(),
        kind: &event.kind,
        corp_id: event.corp_id.as_deref(),
        born_at: event.born_at,
        fields: &event.fields,
    }
}

fn view(state: &LinkState, now: Instant) -> LinkView {
    match state {
        LinkState::Connecting => LinkView::Connecting,
        LinkState::Live { .. } => LinkView::Live,
        LinkState::Waiting { until, why } => LinkView::Waiting {
            seconds: until
                .saturating_duration_since(now)
                .as_millis()
                .div_ceil(1_000)
                .max(1)
                .try_into()
                .unwrap_or(u64::MAX),
            why: Box::new(problem(why)),
        },
        LinkState::Stopped => LinkView::Stopped,
    }
}

fn problem(fault: &LinkFault) -> Problem {
    match fault {
        LinkFault::Call(error) => refusal::problem(error),
        LinkFault::ForeignEndpoint { host } => Problem::new(ProblemCode::EventLinkForeign).arg("host", host),
        LinkFault::Refused { .. } | LinkFault::HandshakeWrong => Problem::new(ProblemCode::EventLinkRefused),
        // Silent, closed, broken or too large; and the client's faults may grow.
        _ => Problem::new(ProblemCode::EventLinkLost),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(fault: LinkFault, code: ProblemCode) {
        let now = Instant::now();
        let waiting = LinkState::Waiting { until: now + Duration::from_millis(1_200), why: fault };
        let LinkView::Waiting { seconds, why } = view(&waiting, now) else { panic!("not waiting") };
        assert_eq!((seconds, why.code), (2, code));
    }

    #[tokio::test]
    async fn each_fault_of_the_link_has_a_cause_that_people_have_words_for() {
        let unreachable = dingtalk::Error::Unreachable { host: "api.dingtalk.com".to_owned(), detail: String::new() };
        check(LinkFault::Call(unreachable), ProblemCode::Unreachable);
        check(LinkFault::ForeignEndpoint { host: "evil.example".to_owned() }, ProblemCode::EventLinkForeign);
        check(LinkFault::Refused { status: 403 }, ProblemCode::EventLinkRefused);
        check(LinkFault::HandshakeWrong, ProblemCode::EventLinkRefused);
        for fault in [
            LinkFault::Silent,
            LinkFault::Closed { code: Some(1009) },
            LinkFault::Broken { detail: "reset".to_owned() },
            LinkFault::FrameTooLarge,
        ] {
            check(fault, ProblemCode::EventLinkLost);
        }
    }

    #[tokio::test]
    async fn a_wait_that_is_over_is_still_told_as_a_second() {
        let now = Instant::now();
        let waiting = LinkState::Waiting { until: now, why: LinkFault::Silent };
        assert!(matches!(view(&waiting, now), LinkView::Waiting { seconds: 1, .. }));
    }
}
