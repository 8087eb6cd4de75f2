use std::sync::Arc;
use std::time::Duration;

use super::learn::Landing;
use super::log::on_the_wall;
use super::{Departure, Key, Limiter};
use crate::Error;

/// Leave for one call. Dropped before the call leaves, it is given back.
#[must_use]
pub struct Permit {
    limiter: Limiter,
    keys: Arc<[Key]>,
    waited: Duration,
    gone: bool,
}

impl Permit {
    pub(super) fn new(limiter: Limiter, keys: Arc<[Key]>, waited: Duration) -> Self {
        Self { limiter, keys, waited, gone: false }
    }

    pub fn waited(&self) -> Duration {
        self.waited
    }

    /// The call leaves now, and counts from now on, whatever becomes of it.
    pub fn leave(mut self) -> InFlight {
        self.gone = true;
        if let Some(keeper) = &self.limiter.shared.keeper {
            let at = on_the_wall(self.limiter.start(), self.limiter.now().moment);
            let counted: Vec<Key> = {
                let mut book = self.limiter.book();
                self.keys.iter().filter(|key| book.line(key).counts()).cloned().collect()
            };
            for key in counted {
                keeper(&Departure { key, at });
            }
        }
        let mut book = self.limiter.book();
        let left = self.limiter.now().moment;
        for key in self.keys.iter() {
            book.line(key).leave(left);
        }
        book.ring();
        drop(book);
        InFlight { limiter: self.limiter.clone(), keys: self.keys.clone(), left, landed: false }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        if self.gone {
            return;
        }
        let mut book = self.limiter.book();
        for key in self.keys.iter() {
            book.line(key).give_back();
        }
        book.ring();
    }
}

/// A call on its way. Dropped without an answer, it is over, and taught nothing.
#[must_use]
pub struct InFlight {
    limiter: Limiter,
    keys: Arc<[Key]>,
    left: Duration,
    landed: bool,
}

impl InFlight {
    /// What became of it: `told` is how long the server said to wait, if it did.
    pub fn landed(mut self, error: Option<&Error>, told: Option<Duration>) {
        self.landed = true;
        let landing = Landing { left: self.left, now: self.limiter.now(), told, error };
        self.limiter.book().land(&self.keys, &landing, &self.limiter.shared.jitter);
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        if !self.landed {
            let now = self.limiter.now();
            self.limiter.book().abandon(&self.keys, self.left, now);
        }
    }
}
