//! One key's calls: which left when, which are on their way, and when the next may leave. Pure: time is handed in.

use std::collections::VecDeque;
use std::time::Duration;

use super::hold::{Hold, Now};
use super::lateness::Lateness;
use super::{Key, Rate, Rates};
use crate::Error;

/// Whether a call may leave now.
#[derive(Debug)]
pub(super) enum Gate {
    Free,
    At(Duration),
    /// When another call has left, or has its answer.
    Behind,
    Refused(Error),
}

impl Gate {
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Refused(error), _) | (_, Self::Refused(error)) => Self::Refused(error),
            (Self::Behind, _) | (_, Self::Behind) => Self::Behind,
            (Self::At(one), Self::At(other)) => Self::At(one.max(other)),
            (Self::At(one), Self::Free) | (Self::Free, Self::At(one)) => Self::At(one),
            (Self::Free, Self::Free) => Self::Free,
        }
    }
}

pub(super) struct Line {
    rate: Option<Rate>,
    /// Whether one slow answer says something of the next: true of one API, not of all together.
    queues: bool,
    /// Granted and not yet gone. Counts as leaving now, however long it is held.
    granted: u32,
    /// When those left that have no answer yet: until they have one, they may still be on their way.
    in_flight: Vec<Duration>,
    /// Newest last; no more than the rate counts.
    sent: VecDeque<Duration>,
    pub(super) lateness: Lateness,
    /// After a refusal: the least time between two calls.
    pub(super) gap: Option<Duration>,
    /// Refusals in a row that did not say how long to wait.
    pub(super) refusals: u32,
    pub(super) refused_at: Option<Duration>,
    /// Refused keys in a row.
    pub(super) denials: u32,
    /// One call at a time until one is let through: a pause costs one refused call at most.
    pub(super) on_probation: bool,
    pub(super) hold: Option<Hold>,
}

impl Line {
    pub(super) fn new(key: &Key, rates: &Rates) -> Self {
        let rate = match key {
            Key::Everything | Key::Quota { .. } => None,
            Key::App { .. } => rates.app,
            Key::Api { .. } => Some(rates.api),
            Key::Robot { .. } => Some(rates.robot),
        };
        let rate = rate.map(|rate| Rate { count: rate.count.max(1), ..rate });
        Self {
            rate,
            queues: matches!(key, Key::Api { .. } | Key::Robot { .. }),
            granted: 0,
            in_flight: Vec::new(),
            sent: VecDeque::new(),
            lateness: Lateness::new(rates.margin, rate),
            gap: None,
            refusals: 0,
            refused_at: None,
            denials: 0,
            on_probation: false,
            hold: None,
        }
    }

    pub(super) fn grant(&mut self) {
        self.granted += 1;
    }

    pub(super) fn give_back(&mut self) {
        self.granted = self.granted.saturating_sub(1);
    }

    pub(super) fn leave(&mut self, moment: Duration) {
        self.give_back();
        self.in_flight.push(moment);
        self.remember(moment);
    }

    /// A call of an earlier run, or one that leaves now.
    pub(super) fn remember(&mut self, moment: Duration) {
        let Some(rate) = self.rate else { return };
        self.sent.push_back(moment);
        if self.sent.len() > rate.count as usize {
            self.sent.pop_front();
        }
    }

    /// One that had long ceased to count may have arrived only now: the machine was asleep, say.
    pub(super) fn land(&mut self, left: Duration, moment: Duration) {
        let Some(index) = self.in_flight.iter().position(|other| *other == left) else { return };
        self.in_flight.swap_remove(index);
        if left + self.span() <= moment {
            self.remember(moment);
        }
    }

    /// Those that may still count for the server, oldest first.
    pub(super) fn live(&self, moment: Duration) -> impl DoubleEndedIterator<Item = Duration> {
        let span = self.span();
        self.sent.iter().copied().filter(move |sent| *sent + span > moment)
    }

    /// How long a call counts: the server's window, and by how much a call may be late on its way.
    fn span(&self) -> Duration {
        self.rate.map_or(Duration::ZERO, |rate| rate.window + self.lateness.margin())
    }

    pub(super) fn gate(&self, now: Now, patience: Duration) -> Gate {
        self.held(now, patience).and(self.queued()).and(self.rated(now.moment)).and(self.paced(now.moment))
    }

    fn held(&self, now: Now, patience: Duration) -> Gate {
        let Some(hold) = &self.hold else { return Gate::Free };
        let Some(remaining) = hold.remaining(now) else { return Gate::Free };
        match hold.refusal(remaining, patience) {
            Some(error) => Gate::Refused(error),
            None => Gate::At(now.moment + remaining),
        }
    }

    /// A server that answers slowly is queueing; one that just refused is tried with one call.
    fn queued(&self) -> Gate {
        let one_at_a_time = self.on_probation || (self.queues && self.lateness.is_slow());
        if one_at_a_time && (self.granted > 0 || !self.in_flight.is_empty()) { Gate::Behind } else { Gate::Free }
    }

    fn rated(&self, moment: Duration) -> Gate {
        let Some(rate) = self.rate else { return Gate::Free };
        let overdue = self.in_flight.iter().filter(|left| **left + self.span() <= moment).count();
        let counted = self.live(moment).count() + overdue + self.granted as usize;
        let Some(too_many) = (counted + 1).checked_sub(rate.count as usize).filter(|more| *more > 0) else {
            return Gate::Free;
        };
        match self.live(moment).nth(too_many - 1) {
            Some(oldest) => Gate::At(oldest + self.span()),
            None => Gate::Behind,
        }
    }

    fn paced(&self, moment: Duration) -> Gate {
        let Some(gap) = self.gap else { return Gate::Free };
        if self.granted > 0 {
            return Gate::Behind;
        }
        match self.sent.back().map(|last| *last + gap) {
            Some(next) if next > moment => Gate::At(next),
            Some(_) | None => Gate::Free,
        }
    }

    /// The server counts otherwise than was believed: first spread the calls evenly, which suits every way of
    /// counting the same rate; refused even so, make do with fewer.
    pub(super) fn adapt(&mut self, moment: Duration) {
        let Some(rate) = self.rate else { return };
        let taken = u32::try_from(self.live(moment).count()).unwrap_or(u32::MAX).saturating_sub(1);
        let count = match self.gap {
            None => rate.count,
            Some(_) => rate.count.saturating_sub(1).min(taken).max(1),
        };
        self.rate = Some(Rate { count, ..rate });
        self.gap = Some(self.span() / count);
        while self.sent.len() > count as usize {
            self.sent.pop_front();
        }
    }

    /// As before anything was refused.
    pub(super) fn forget_adaptation(&mut self, key: &Key, rates: &Rates) {
        self.rate = Self::new(key, rates).rate;
        self.gap = None;
    }

    pub(super) fn counts(&self) -> bool {
        self.rate.is_some()
    }
}
