//! The one world, shared by four listeners. What an answer tells is in the folder before it leaves.

use std::fmt;
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use thiserror::Error;
use tokio::sync::{Notify, broadcast};

use super::store::{Disk, Loaded, Store};
use super::{Entry, Refusal, StoreError, World};
use crate::clock::Clock;
use crate::fault::Faults;
use crate::limit::calls::Calls;
use crate::running::Hosts;
use crate::scenario::Scenario;
use crate::stream::Hub;

/// A receiver that falls further behind than this loses the oldest, and is told so.
const REMEMBERED_EFFECTS: usize = 4096;

/// Cheap to clone.
#[derive(Clone)]
pub struct Shared {
    inner: Arc<Inner>,
}

struct Inner {
    state: Mutex<State>,
    dir: PathBuf,
    clock: Clock,
    hosts: OnceLock<Hosts>,
    cut: Arc<AtomicBool>,
    effects: broadcast::Sender<Entry>,
    calls: Mutex<Calls>,
    faults: Mutex<Faults>,
    hub: Hub,
    /// Told when something waits to be kept or synced.
    late: Notify,
}

struct State {
    world: World,
    disk: Disk,
    /// Gives the folder back.
    store: Store,
    stage: Stage,
    /// The number of the last entry that listeners have heard of.
    told: u64,
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
    pub(crate) fn new(loaded: Loaded, store: Store, clock: Clock) -> Result<Self, StoreError> {
        let (disk, world) = Disk::begin(store.dir(), loaded)?;
        let cut = Arc::new(AtomicBool::new(world.is_on(Scenario::Unreachable)));
        let (told, dir) = (world.journal.total(), store.dir().to_owned());
        Ok(Self {
            inner: Arc::new(Inner {
                state: Mutex::new(State { world, disk, store, stage: Stage::Open, told }),
                dir,
                clock,
                hosts: OnceLock::new(),
                cut,
                effects: broadcast::Sender::new(REMEMBERED_EFFECTS),
                calls: Mutex::default(),
                faults: Mutex::default(),
                hub: Hub::default(),
                late: Notify::new(),
            }),
        })
    }

    /// Looks at the world.
    pub fn read<R>(&self, look: impl FnOnce(&World) -> R) -> R {
        let mut state = self.lock();
        state.world.now = self.inner.clock.now();
        look(&state.world)
    }

    /// Changes the world and syncs it to the disk before returning. Nothing is changed when that fails.
    pub fn change<R>(&self, change: impl FnOnce(&mut World) -> R) -> Result<R, StoreError> {
        let mut state = self.open()?;
        let mut world = state.world.clone();
        let result = change(&mut world);
        self.put(&mut state, world)?;
        Ok(result)
    }

    /// As [`Shared::change`], for a change that can be refused: then the world stays as it was.
    pub fn attempt<R>(&self, change: impl FnOnce(&mut World) -> Result<R, Refusal>) -> Result<R, ChangeError> {
        let mut state = self.open()?;
        let mut world = state.world.clone();
        let result = change(&mut world)?;
        self.put(&mut state, world)?;
        Ok(result)
    }

    /// One call of a program, which may be one of thousands a second: the world is changed in place. An
    /// effect that must not be lost is with the operating system before this returns; the rest, and the
    /// disk, follow within a second. On an error the change may have happened or not.
    pub fn call<R>(&self, act: impl FnOnce(&mut World) -> R) -> Result<R, StoreError> {
        let mut state = self.open()?;
        let state = &mut *state;
        let result = act(&mut state.world);
        let told = state.world.journal.after(state.told);
        if told.iter().any(|entry| entry.effect.must_not_be_lost()) {
            state.disk.keep(&mut state.world)?;
        }
        self.tell(state);
        self.inner.late.notify_one();
        Ok(result)
    }

    /// As [`Shared::call`], but it did not happen.
    pub fn pretend<R>(&self, act: impl FnOnce(&mut World) -> R) -> R {
        let mut world = self.lock().world.clone();
        world.now = self.inner.clock.now();
        act(&mut world)
    }

    /// Keeps and syncs what the calls left to do, until the server closes.
    pub(crate) async fn keep_up(self) {
        /// How late a token or a refusal may be in the folder.
        const LATENESS: std::time::Duration = std::time::Duration::from_millis(500);
        loop {
            self.inner.late.notified().await;
            tokio::time::sleep(LATENESS).await;
            let files = {
                let mut state = self.lock();
                match state.stage {
                    Stage::Open => {}
                    Stage::Closed => return,
                }
                let state = &mut *state;
                // What fails here fails again with the next effect, and is answered there.
                let kept = state.disk.keep(&mut state.world);
                kept.ok().and_then(|()| state.disk.unsynced().ok()).unwrap_or_default()
            };
            let synced = tokio::task::spawn_blocking(move || files.iter().try_for_each(File::sync_data));
            let _ = synced.await;
        }
    }

    /// Every journal entry from now on, once it is saved. A slow receiver loses the oldest of 4096.
    pub fn effects(&self) -> broadcast::Receiver<Entry> {
        self.inner.effects.subscribe()
    }

    /// Entries of the journal numbered from `after` + 1 on, oldest first, at most `limit`.
    pub fn journal(&self, after: u64, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let mut state = self.lock();
        let state = &mut *state;
        if after >= state.world.journal.earlier() {
            return Ok(state.world.journal.after(after).iter().take(limit).cloned().collect());
        }
        state.disk.journal_page(after, limit)
    }

    /// The calls that arrived lately.
    pub(crate) fn calls(&self) -> MutexGuard<'_, Calls> {
        self.inner.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.inner.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The server's time.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Streams that are connected, and deliveries.
    pub fn hub(&self) -> &Hub {
        &self.inner.hub
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
        &self.inner.dir
    }

    /// Saves what is left and frees the folder. Connections that still linger can change nothing from
    /// here on.
    pub(crate) fn close(&self) {
        let mut state = self.lock();
        let state = &mut *state;
        match std::mem::replace(&mut state.stage, Stage::Closed) {
            Stage::Open => {
                // Nobody is left to tell of a failure; what was answered is kept already.
                let _ = state.disk.keep(&mut state.world).and_then(|()| state.disk.sync());
            }
            Stage::Closed => {}
        }
        state.store.release();
        self.inner.late.notify_one();
    }

    /// True while the gateways' connections are to be cut.
    pub(crate) fn cut(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.inner.cut)
    }

    fn open(&self) -> Result<MutexGuard<'_, State>, StoreError> {
        let mut state = self.lock();
        match state.stage {
            Stage::Open => {}
            Stage::Closed => return Err(StoreError::Closed(self.inner.dir.clone())),
        }
        state.world.now = self.inner.clock.now();
        Ok(state)
    }

    // The lock is held over a write of a few milliseconds: an answer must not overtake its own saving.
    fn put(&self, state: &mut State, world: World) -> Result<(), StoreError> {
        let before = std::mem::replace(&mut state.world, world);
        if let Err(error) = state.disk.keep(&mut state.world).and_then(|()| state.disk.sync()) {
            state.world = before;
            state.disk.mistrust();
            return Err(error);
        }
        let cut = state.world.is_on(Scenario::Unreachable);
        self.inner.cut.store(cut, Ordering::Release);
        self.tell(state);
        Ok(())
    }

    fn tell(&self, state: &mut State) {
        for entry in state.world.journal.after(state.told) {
            // Nobody listening is no failure.
            let _ = self.inner.effects.send(entry.clone());
        }
        state.told = state.world.journal.total();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.inner.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Shared").finish_non_exhaustive()
    }
}
