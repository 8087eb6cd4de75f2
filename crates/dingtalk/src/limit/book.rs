//! All keys, and who waits for which. Pure but for the bells that wake those who wait.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::hold::{Held, Now};
use super::line::{Gate, Line};
use super::{Key, Rates};
use crate::Error;

pub(super) struct Book {
    pub(super) rates: Rates,
    pub(super) lines: HashMap<Key, Line>,
    /// Who asks for the same keys stands in one lane, and only its first may go: the lanes' firsts go by age.
    lanes: HashMap<Arc<[Key]>, VecDeque<Waiting>>,
    next_ticket: u64,
}

struct Waiting {
    ticket: u64,
    bell: Arc<Notify>,
}

/// What one who waits is to do.
pub(super) enum Step {
    Go,
    Refused(Error),
    /// Until the bell rings, or this moment comes.
    Wait(Option<Duration>),
}

impl Book {
    pub(super) fn new(rates: Rates) -> Self {
        Self { rates, lines: HashMap::new(), lanes: HashMap::new(), next_ticket: 0 }
    }

    pub(super) fn line(&mut self, key: &Key) -> &mut Line {
        self.lines.entry(key.clone()).or_insert_with(|| Line::new(key, &self.rates))
    }

    pub(super) fn join(&mut self, keys: &Arc<[Key]>) -> (u64, Arc<Notify>) {
        for key in keys.iter() {
            self.line(key);
        }
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        let bell = Arc::new(Notify::new());
        self.lanes.entry(keys.clone()).or_default().push_back(Waiting { ticket, bell: bell.clone() });
        (ticket, bell)
    }

    pub(super) fn depart(&mut self, keys: &Arc<[Key]>, ticket: u64) {
        if let Some(lane) = self.lanes.get_mut(keys) {
            lane.retain(|waiting| waiting.ticket != ticket);
            if lane.is_empty() {
                self.lanes.remove(keys);
            }
        }
        self.ring();
    }

    /// Whoever is first in a lane looks again.
    pub(super) fn ring(&self) {
        for first in self.lanes.values().filter_map(VecDeque::front) {
            first.bell.notify_one();
        }
    }

    pub(super) fn step(&mut self, keys: &Arc<[Key]>, ticket: u64, now: Now) -> Step {
        let first = self.lanes.get(keys).and_then(VecDeque::front).map(|first| first.ticket);
        if first != Some(ticket) {
            return Step::Wait(None);
        }
        match self.gate(keys, now) {
            Gate::Free => {}
            Gate::At(moment) => return Step::Wait(Some(moment)),
            Gate::Behind => return Step::Wait(None),
            Gate::Refused(error) => return Step::Refused(error),
        }
        if let Some(older) = self.older(keys, ticket, now) {
            older.notify_one();
            return Step::Wait(None);
        }
        for key in keys.iter() {
            self.line(key).grant();
        }
        Step::Go
    }

    /// One who came earlier, could go now as well, and shares a key.
    fn older(&self, keys: &[Key], ticket: u64, now: Now) -> Option<&Notify> {
        let rivals = self.lanes.iter().filter_map(|(other, lane)| {
            let first = lane.front()?;
            let rival = first.ticket < ticket && other.iter().any(|key| keys.contains(key));
            (rival && matches!(self.gate(other, now), Gate::Free)).then_some(first)
        });
        rivals.min_by_key(|first| first.ticket).map(|first| &*first.bell)
    }

    fn gate(&self, keys: &[Key], now: Now) -> Gate {
        let gates = keys.iter().filter_map(|key| self.lines.get(key)).map(|line| line.gate(now, self.rates.patience));
        gates.fold(Gate::Free, Gate::and)
    }

    /// How long a call that came now would have to wait if nobody were before it.
    pub(super) fn next_free(&self, keys: &[Key], now: Now) -> Duration {
        let held = keys.iter().filter_map(|key| self.lines.get(key)?.hold.as_ref()?.remaining(now)).max();
        let lines = keys.iter().filter_map(|key| self.lines.get(key));
        let rated = lines.filter_map(|line| match line.gate(now, Duration::MAX) {
            Gate::At(moment) => Some(moment.saturating_sub(now.moment)),
            Gate::Free | Gate::Behind | Gate::Refused(_) => None,
        });
        rated.chain(held).max().unwrap_or_default()
    }

    pub(super) fn holds(&self, now: Now) -> Vec<Held> {
        let mut holds: Vec<Held> = self
            .lines
            .iter()
            .filter_map(|(key, line)| {
                let hold = line.hold.as_ref()?;
                let remaining = hold.remaining(now)?;
                let remaining = (remaining != Duration::MAX).then_some(remaining);
                Some(Held { key: key.clone(), cause: hold.cause, remaining })
            })
            .collect();
        holds.sort_by(|one, other| one.key.cmp(&other.key));
        holds
    }
}
