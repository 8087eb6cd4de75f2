//! One folder is one runner. Whoever looks after the folder in the background holds its lease; another program that
//! finds it held stands by, and takes over when the holder is gone.
//!
//! - A holder that ended is known by its file lock, which the system takes away from the dead, on the same machine alone.
//! - A holder elsewhere, or one that hangs, is known by its beats: they are counted, and looked at by the other's own
//!   looks, a minute apart. No clock is compared, so none can hand the folder over by jumping; and a computer that slept
//!   has made no looks meanwhile.
//! - Whoever was overtaken all the same is stopped by the fence: its background work carries the number of its holding,
//!   and each transaction that it writes checks that number (`store::Store::with`).

mod fence;
mod lock;
mod machine;
mod rule;

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use serde::{Deserialize, Serialize};

pub(crate) use fence::{check, current, under};
pub(crate) use machine::Machine;

use crate::engine::{Engine, locked};
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::{HolderRow, LeaseRow, lease};
use lock::{Asked, Lock};
use rule::Watch;

/// Between two looks.
pub(crate) const LOOK_EVERY: Duration = Duration::from_mins(1);

/// How long one that has the lock may take to write its name.
const ARRIVES: Duration = Duration::from_millis(50);
const ARRIVING: u32 = 100;

/// What looks after a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Program {
    Window,
    /// `hoitung-cli run`.
    Runner,
}

/// Another program that looks after this folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HolderView {
    pub program: Program,
    pub pid: u32,
    pub host: String,
    /// RFC 3339, UTC.
    pub since: String,
}

/// Whether this program may do background work now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stand {
    /// With this fence.
    Ours(i64),
    Theirs(HolderView),
}

/// What this program knows of the lease.
pub(crate) struct Lease {
    /// Of this run of the program.
    id: String,
    path: PathBuf,
    machine: Machine,
    state: Mutex<State>,
    ending: tokio::sync::watch::Sender<bool>,
}

#[derive(Default)]
struct State {
    lock: Option<Lock>,
    /// Somebody else on this machine had the lock at the last look.
    others: bool,
    fence: Option<i64>,
    watch: Watch,
}

impl Lease {
    pub fn new(path: PathBuf) -> Self {
        let id = uuid::Uuid::new_v4().simple().to_string();
        Self {
            id,
            path,
            machine: Machine::this(),
            state: Mutex::default(),
            ending: tokio::sync::watch::Sender::new(false),
        }
    }
}

impl Engine {
    /// One look at the lease, and a beat of it if it is ours. Once a minute, whether there is work or not.
    ///
    /// # Errors
    /// Those of the store; then nothing is known, and no background work is done.
    pub async fn lease_look(&self, program: Program) -> Result<Stand> {
        for _ in 0..ARRIVING {
            if let Some(stand) = self.look_once(program).await? {
                return Ok(stand);
            }
            tokio::time::sleep(ARRIVES).await;
        }
        // It has the lock and never wrote its name.
        Err(Problem::new(ProblemCode::StoreBusy))
    }

    /// None while another one is just taking it.
    async fn look_once(&self, program: Program) -> Result<Option<Stand>> {
        let lease = &self.shared.lease;
        let (before, lock, others) = {
            let mut state = locked(&lease.state);
            state.others = false;
            if state.lock.is_none() {
                match Lock::ask(&lease.path) {
                    Asked::Taken(lock) => state.lock = Some(lock),
                    Asked::Others => state.others = true,
                    Asked::Unknown => {}
                }
            }
            (state.fence, state.lock.is_some(), state.others)
        };
        let watch = locked(&lease.state).watch.clone();
        let us = HolderRow {
            id: lease.id.clone(),
            program,
            pid: std::process::id(),
            machine: lease.machine.clone(),
            locked: lock,
            since: self.stamp(),
        };
        let looked = self.shared.store.with(move |store| rule::look(store, &us, before, watch, others)).await?;
        let Some((stand, watch)) = looked else { return Ok(None) };
        {
            let mut state = locked(&lease.state);
            state.watch = watch;
            state.fence = match &stand {
                Stand::Ours(fence) => Some(*fence),
                // The lock goes back too: with it in hand, this one would think the new holder dead.
                Stand::Theirs(_) => None,
            };
            if state.fence.is_none() {
                state.lock = None;
            }
        }
        if before.is_some() != matches!(stand, Stand::Ours(_)) || matches!(stand, Stand::Theirs(_)) {
            let _ = self.told_app().await;
        }
        Ok(Some(stand))
    }

    /// For a program that does nothing else: takes the folder. A holder that shows no life is looked at until it is
    /// taken for gone, which takes some minutes.
    ///
    /// # Errors
    /// `FolderHeld` by one that lives; those of the store.
    pub async fn lease_take(&self, program: Program) -> Result<()> {
        let mut first = true;
        loop {
            match self.lease_look(program).await? {
                Stand::Ours(_) => return Ok(()),
                Stand::Theirs(holder) => {
                    let state = locked(&self.shared.lease.state);
                    let alive = state.others || (!first && state.watch.moved());
                    drop(state);
                    if alive {
                        return Err(held(&holder));
                    }
                }
            }
            first = false;
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// Whether somebody on this machine looks after the folder at this moment, and the number of the last holding.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn lease_is_alive(&self) -> Result<(bool, i64)> {
        let row = self.shared.store.with(lease::read).await?;
        let alive = row.holder.is_some() && matches!(Lock::ask(&self.shared.lease.path), Asked::Others);
        Ok((alive, row.fence))
    }

    /// Asks the background to end: what is under way may finish, within reason, and the folder is given back.
    pub fn wind_up(&self) {
        self.shared.lease.ending.send_replace(true);
    }

    pub(crate) async fn asked_to_end(&self) {
        // The sender lives as long as the engine.
        let _ = self.shared.lease.ending.subscribe().wait_for(|asked| *asked).await;
    }

    /// Gives the folder back, so that the next one need not wait.
    pub async fn lease_release(&self) {
        let lease = &self.shared.lease;
        let (fence, lock) = {
            let mut state = locked(&lease.state);
            (state.fence.take(), state.lock.take())
        };
        if let Some(fence) = fence {
            let id = lease.id.clone();
            let _ = self.shared.store.with(move |store| lease::release(store, &id, fence)).await;
        }
        // Not before the row says so.
        drop(lock);
    }

    /// Who else looks after this folder, as the row says: of one that was killed it says so until somebody takes over.
    pub(crate) fn holder_in(&self, row: LeaseRow) -> Option<HolderView> {
        row.holder.filter(|holder| holder.id != self.shared.lease.id).map(HolderView::from)
    }
}

impl From<HolderRow> for HolderView {
    fn from(row: HolderRow) -> Self {
        Self { program: row.program, pid: row.pid, host: row.machine.host, since: row.since }
    }
}

/// That somebody else has it, as a refusal.
pub fn held(holder: &HolderView) -> Problem {
    Problem::new(ProblemCode::FolderHeld)
        .arg("program", crate::problem::travels_as(&holder.program))
        .arg("pid", holder.pid)
        .arg("host", &holder.host)
        .arg("since", crate::clock::shown(&holder.since))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use super::*;
    use crate::policy::Policy;
    use crate::settings::Language;
    use crate::update::Source;
    use crate::{Home, MemoryVault, Parts, SystemClock};

    async fn open(dir: &std::path::Path) -> Engine {
        let parts = Parts {
            vault: Arc::new(MemoryVault::new()),
            clock: Arc::new(SystemClock),
            user_name: "demo".to_owned(),
            language: Language::ZhHk,
            practice_asked: false,
            version: "0.0.0".to_owned(),
            policy: Policy::default(),
            updates: Source::default(),
        };
        Engine::open(&Home::at(dir), parts).await.unwrap()
    }

    // F75
    #[tokio::test]
    async fn background_work_of_whoever_was_overtaken_is_not_written_down() {
        let dir = tempfile::tempdir().unwrap();
        let engine = open(dir.path()).await;
        let Stand::Ours(fence) = engine.lease_look(Program::Window).await.unwrap() else { panic!("it is free") };
        under(fence, engine.choose_language(Language::En)).await.unwrap();
        let overtaken = "UPDATE lease SET fence = fence + 1, holder = 'another'";
        engine.shared.store.with(move |store| Ok(store.execute_batch(overtaken)?)).await.unwrap();
        let refused = under(fence, engine.choose_language(Language::ZhHk)).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::FolderLost);
        assert_eq!(engine.app().await.unwrap().language, Language::En);
        // Whoever sits at the window may do it all the same.
        engine.choose_language(Language::ZhHk).await.unwrap();
    }

    // F77
    #[tokio::test]
    async fn the_background_ends_when_asked_and_gives_the_folder_back() {
        let dir = tempfile::tempdir().unwrap();
        let engine = open(dir.path()).await;
        let mut changes = engine.changes();
        let background = tokio::spawn(engine.clone().go_on_for_ever());
        changes.recv().await.unwrap();
        let row = engine.shared.store.with(lease::read).await.unwrap();
        assert_eq!(row.holder.map(|holder| holder.pid), Some(std::process::id()));
        engine.wind_up();
        background.await.unwrap();
        assert_eq!(engine.shared.store.with(lease::read).await.unwrap().holder, None);
    }
}
