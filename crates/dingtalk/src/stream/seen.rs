use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

const KEPT: Duration = Duration::from_hours(7 * 24);
const ROOM: usize = 100_000;

/// The ids of events that were handled, for seven days and at most 100,000 of them; the oldest go first. Clones share it.
///
/// To survive a crash between handling and acknowledging, write the id down together with what handling did, and give
/// what was written to [`SeenEvents::restore`] at the next start.
#[derive(Debug, Clone, Default)]
pub struct SeenEvents {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Debug, Default)]
struct Inner {
    handled_at: HashMap<String, i64>,
    oldest_first: BTreeSet<(i64, String)>,
}

impl SeenEvents {
    pub fn new() -> Self {
        Self::default()
    }

    /// From what [`SeenEvents::entries`] gave, or what the caller wrote down itself.
    pub fn restore(entries: impl IntoIterator<Item = (String, i64)>) -> Self {
        let seen = Self::default();
        let mut inner = seen.lock();
        for (id, handled_at) in entries {
            inner.insert(id, handled_at);
        }
        drop(inner);
        seen
    }

    /// Each id with when it was handled, in milliseconds since 1970; oldest first.
    pub fn entries(&self) -> Vec<(String, i64)> {
        self.lock().oldest_first.iter().map(|(at, id)| (id.clone(), *at)).collect()
    }

    /// [`crate::Outcome::Success`] does this by itself.
    pub fn remember(&self, id: impl Into<String>, now: i64) {
        let mut inner = self.lock();
        inner.insert(id.into(), now);
        inner.forget_before(now);
    }

    pub fn contains(&self, id: &str, now: i64) -> bool {
        self.lock().handled_at.get(id).is_some_and(|at| *at > oldest_kept(now))
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn insert(&mut self, id: String, at: i64) {
        if let Some(before) = self.handled_at.insert(id.clone(), at) {
            self.oldest_first.remove(&(before, id.clone()));
        }
        self.oldest_first.insert((at, id));
        while self.oldest_first.len() > ROOM {
            self.forget_oldest();
        }
    }

    fn forget_before(&mut self, now: i64) {
        while self.oldest_first.first().is_some_and(|(at, _)| *at <= oldest_kept(now)) {
            self.forget_oldest();
        }
    }

    fn forget_oldest(&mut self) {
        if let Some((_, id)) = self.oldest_first.pop_first() {
            self.handled_at.remove(&id);
        }
    }
}

fn oldest_kept(now: i64) -> i64 {
    now.saturating_sub(i64::try_from(KEPT.as_millis()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_783_610_513_000;
    const WEEK: i64 = 7 * 24 * 3_600_000;

    // F43
    #[test]
    fn an_id_is_kept_for_seven_days_and_over_a_restart() {
        let seen = SeenEvents::new();
        seen.remember("a", NOW);
        assert!(seen.contains("a", NOW + WEEK - 1) && !seen.contains("a", NOW + WEEK) && !seen.contains("b", NOW));
        seen.remember("b", NOW + 5);
        let restored = SeenEvents::restore(seen.entries());
        assert!(restored.contains("a", NOW) && restored.contains("b", NOW));
        restored.remember("c", NOW + WEEK);
        assert_eq!(restored.entries(), [("b".to_owned(), NOW + 5), ("c".to_owned(), NOW + WEEK)]);
    }

    #[test]
    fn the_oldest_ids_make_room_and_a_repeated_one_takes_none() {
        let room = i64::try_from(ROOM).unwrap_or_default();
        let seen = SeenEvents::restore((0..room + 2).map(|number| (number.to_string(), NOW + number)));
        assert_eq!(seen.entries().len(), ROOM);
        assert!(!seen.contains("1", NOW) && seen.contains("2", NOW));
        seen.remember("2", NOW + room + 2);
        assert_eq!(seen.entries().len(), ROOM);
        assert!(seen.contains("3", NOW), "nothing had to go");
    }
}
