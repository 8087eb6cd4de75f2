//! The one world, shared by four listeners. A change is on disk before its answer leaves.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use thiserror::Error;
use tokio::sync::broadcast;

use super::store::Store;
use super::{Entry, Refusal, StoreError, World};
use crate::clock::Clock;
use crate::limit::calls::Calls;
use crate::running::Hosts;
use crate::scenario::Scenario;

/// A receiver that falls further behind than this loses the oldest, and is told so.
const REMEMBERED_EFFECTS: usize = 4096;

/// Cheap to clone.
#[derive(Clone)]
pub struct Shared {
    inner: Arc<Inner>,
}

struct Inner {
    state: Mutex<State>,
    store: Store,
    clock: Clock,
    hosts: OnceLock<Hosts>,
    cut: Arc<AtomicBool>,
    effects: broadcast::Sender<Entry>,
    calls: Mutex<Calls>,
}

struct State {
    world: World,
    /// What is on disk.
    saved: Vec<u8>,
    stage: Stage,
}

enum Stage {
    Open,
    Closed,
}

/// Why [`Shared::attempt`] changed nothing.
#[derive(Debug, Error)]
pub enum ChangeError {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error(transparent)]
    NotSaved(#[from] StoreError),
}

impl Shared {
    pub(crate) fn new(world: World, store: Store, clock: Clock) -> Result<Self, StoreError> {
        let saved = Store::text(&world)?;
        store.save(&saved)?;
        let cut = Arc::new(AtomicBool::new(world.is_on(Scenario::Unreachable)));
        Ok(Self {
            inner: Arc::new(Inner {
                state: Mutex::new(State { world, saved, stage: Stage::Open }),
                store,
                clock,
                hosts: OnceLock::new(),
                cut,
                effects: broadcast::Sender::new(REMEMBERED_EFFECTS),
                calls: Mutex::default(),
            }),
        })
    }

    /// Looks at the world.
    pub fn read<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        let mut state = self.lock();
        state.world.now = self.inner.clock.now();
        look(&state.world)
    }

    /// Changes the world and saves it before returning. Nothing is changed when saving fails.
    pub fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> Result<R, StoreError> {
        let mut state = self.lock();
        let mut world = state.world.clone();
        world.now = self.inner.clock.now();
        let result = change(&mut world);
        self.put(&mut state, world)?;
        Ok(result)
    }

    /// As [`Shared::change`], for a change that can be refused: then the world stays as it was.
    pub fn attempt<R>(&self, change: impl FnOnce(&mut World) -> Result<R, Refusal>) -> Result<R, ChangeError> {
        let mut state = self.lock();
        let mut world = state.world.clone();
        world.now = self.inner.clock.now();
        let result = change(&mut world)?;
        self.put(&mut state, world)?;
        Ok(result)
    }

    /// Every journal entry from now on, once it is saved. A slow receiver loses the oldest of 4096.
    pub fn effects(&self) -> broadcast::Receiver<Entry> {
        self.inner.effects.subscribe()
    }

    /// The calls that arrived lately.
    pub(crate) fn calls(&self) -> MutexGuard<'_, Calls> {
        self.inner.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The server's time.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Where the four listeners are. `None` only before they are bound.
    pub fn hosts(&self) -> Option<&Hosts> {
        self.inner.hosts.get()
    }

    pub(crate) fn set_hosts(&self, hosts: Hosts) {
        // Set once, by `start`, before the first request is served.
        let _ = self.inner.hosts.set(hosts);
    }

    pub(crate) fn dir(&self) -> &std::path::Path {
        self.inner.store.dir()
    }

    /// Frees the folder. Connections that still linger can change nothing from here on.
    pub(crate) fn close(&self) {
        let mut state = self.lock();
        state.stage = Stage::Closed;
        self.inner.store.release();
    }

    /// True while the gateways' connections are to be cut.
    pub(crate) fn cut(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.inner.cut)
    }

    // The lock is held over a write of a few milliseconds: the look-alike serves one person, and an
    // answer must not overtake its own saving.
    fn put(&self, state: &mut State, world: World) -> Result<(), StoreError> {
        match state.stage {
            Stage::Open => {}
            Stage::Closed => return Err(StoreError::Closed(self.dir().to_owned())),
        }
        let text = Store::text(&world)?;
        if text != state.saved {
            self.inner.store.save(&text)?;
            state.saved = text;
        }
        let cut = world.is_on(Scenario::Unreachable);
        self.inner.cut.store(cut, Ordering::Release);
        let known = state.world.journal.len();
        state.world = world;
        for entry in &state.world.journal[known..] {
            // Nobody listening is no failure.
            let _ = self.inner.effects.send(entry.clone());
        }
        Ok(())
    }

    // A panic inside a change leaves the old world in place, so a poisoned lock is safe to take.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Shared").finish_non_exhaustive()
    }
}
