//! The engine itself: what is passed in, what is shared, and how changes are told.
//! The rules stand in the folders of their nouns; each adds its own methods to [`Engine`].

mod client;
mod keep;
mod proof;
mod rows;
mod run;
mod start;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{broadcast, mpsc};

pub(crate) use client::practice_hosts;
pub(crate) use proof::Proof;
pub(crate) use run::{Run, Stopped};

use crate::ask::Rechecks;
use crate::checkup::{Checks, Planned};
use crate::clock::{Clock, stamp};
use crate::connection::ConnectionId;
use crate::guide::MAKERS_KEY;
use crate::handover::Held;
use crate::home::Home;
use crate::lease::Lease;
use crate::log::{Event, Log};
use crate::network::{NetworkSnapshot, Resolver, Skews, Tests};
use crate::policy::Policy;
use crate::practice::PracticeHosts;
use crate::problem::Result;
use crate::quota::Usage;
use crate::reminder::{self, Notice};
use crate::sentinel::Surroundings;
use crate::settings::{AppSnapshot, Language};
use crate::setup::SetupSnapshot;
use crate::store::{BUSY, Store, connection};
use crate::update::{Source, UpdateSnapshot, Updates};
use crate::vault::{Safe, Vault};

/// What the engine cannot decide for itself.
#[derive(Clone)]
pub struct Parts {
    pub vault: Arc<dyn Vault>,
    pub clock: Arc<dyn Clock>,
    /// Who says what is "said by you": the operating system's user.
    pub user_name: String,
    /// The system's language, until somebody chooses.
    pub language: Language,
    pub practice_asked: bool,
    pub version: String,
    /// What the company's IT has laid down.
    pub policy: Policy,
    pub updates: Source,
}

/// A whole snapshot, told whenever something changed.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "few are made, and each is handed on whole")]
pub enum Change {
    App(AppSnapshot),
    Setup(SetupSnapshot),
    Network(NetworkSnapshot),
    Update(UpdateSnapshot),
}

/// Everything Hoitung can do. Clones are the same engine.
#[derive(Clone)]
pub struct Engine {
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub parts: Parts,
    pub store: Store,
    pub safe: Safe,
    pub home: Home,
    pub log: Log,
    /// Where printable pages are kept.
    pub sheets_dir: PathBuf,
    pub handover: Held,
    changes: broadcast::Sender<Change>,
    limits: Mutex<dingtalk::Limits>,
    practice_hosts: Mutex<Option<PracticeHosts>>,
    clients: Mutex<HashMap<ConnectionId, client::Held>>,
    runs: run::Runs,
    pub resolver: Arc<Resolver>,
    pub skews: Skews,
    pub tests: Tests,
    pub checks: Checks,
    pub rechecks: Rechecks,
    pub planned: Planned,
    pub usage: Usage,
    pub surroundings: Surroundings,
    pub lease: Lease,
    pub updates: Updates,
    last_app: Mutex<Option<AppSnapshot>>,
    /// Who tells what comes due.
    pub notices: Mutex<Option<mpsc::UnboundedSender<Notice>>>,
    /// Hong Kong's date at the last beat.
    pub day: Mutex<Option<jiff::civil::Date>>,
    /// One after the other: what writes secrets, and what tidies after it.
    pub key_turn: tokio::sync::Mutex<()>,
    /// Whose signature makes a pack of guides believed.
    pub(crate) guide_key: Mutex<String>,
    /// Trouble with an installed pack was told already.
    pub(crate) guides_told: AtomicBool,
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.log.write(Event::Stop);
    }
}

/// Snapshots that nobody fetched yet; a slow reader sees the newest again soon.
const BACKLOG: usize = 256;

impl Engine {
    /// Makes the folder, opens the file in it and brings it up to date.
    ///
    /// # Errors
    /// `HomeUnusable`, `DiskFull`, `DiskReadOnly`, `StoreUnusable`, `StoreNewer`, `StoreBusy`.
    pub async fn open(home: &Home, parts: Parts) -> Result<Self> {
        Self::open_within(home, parts, BUSY).await
    }

    /// The same for somebody who looks at a screen: another program may hold the file for `patience` at most.
    ///
    /// # Errors
    /// As [`open`](Self::open); `StoreBusy`.
    pub async fn open_within(home: &Home, parts: Parts, patience: Duration) -> Result<Self> {
        home.create()?;
        let store = Store::open_within(&home.db_path(), patience).await?;
        let installation = store.installation().await?;
        let safe = Safe::new(parts.vault.clone(), &installation).with_prints(parts.vault.as_ref(), &store);
        let safe = safe.with_names(store.clone());
        let log = Log::new(&home.logs_dir(), parts.clock.clone());
        let resolver = Arc::new(Resolver::new(store.clone(), safe.clone(), parts.policy.proxy().cloned()));
        let shared = Shared {
            parts,
            store,
            safe,
            home: home.clone(),
            log,
            sheets_dir: home.sheets_dir(),
            handover: Held::at(home.dir()),
            changes: broadcast::channel(BACKLOG).0,
            limits: Mutex::default(),
            practice_hosts: Mutex::default(),
            clients: Mutex::default(),
            runs: run::Runs::default(),
            resolver,
            skews: Skews::default(),
            tests: Tests::default(),
            checks: Checks::default(),
            rechecks: Rechecks::default(),
            planned: Planned::default(),
            usage: Usage::default(),
            surroundings: Surroundings::default(),
            lease: Lease::new(home.lease_path()),
            updates: Updates::default(),
            last_app: Mutex::default(),
            notices: Mutex::default(),
            day: Mutex::default(),
            key_turn: tokio::sync::Mutex::default(),
            guide_key: Mutex::new(MAKERS_KEY.to_owned()),
            guides_told: AtomicBool::new(false),
        };
        shared.log.write(Event::Start { version: shared.parts.version.clone(), system: std::env::consts::OS });
        if shared.store.read_only().await.is_some() {
            shared.log.write(Event::Store { what: "read-only" });
        }
        Ok(Self { shared: Arc::new(shared) })
    }

    /// Whole snapshots, also during long work. What is told is on the disk already.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.shared.changes.subscribe()
    }

    /// Where the practice server is now, or that it is not there.
    pub fn set_practice_hosts(&self, hosts: Option<PracticeHosts>) {
        *locked(&self.shared.practice_hosts) = hosts;
        locked(&self.shared.clients).clear();
    }

    /// Other limits than the usual 10 s to connect and 60 s in all, for slow lines and for tests.
    pub fn set_limits(&self, limits: dingtalk::Limits) {
        *locked(&self.shared.limits) = limits;
        locked(&self.shared.clients).clear();
    }

    pub(crate) fn limits(&self) -> dingtalk::Limits {
        *locked(&self.shared.limits)
    }

    pub(crate) fn stamp(&self) -> String {
        stamp(self.shared.parts.clock.now())
    }

    /// Tells the set-up as it now is, and the app if its list of connections changed with it.
    pub(crate) async fn told(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let (wanted, now) = (id.clone(), self.shared.parts.clock.now());
        self.shared.store.with(move |store| reminder::settle(store, &wanted, now).map(|_| ())).await?;
        let snapshot = self.snapshot(id).await?;
        if snapshot.finished {
            let (id, now) = (id.clone(), self.stamp());
            self.shared.store.with(move |store| connection::finished(store, &id, &now)).await?;
        }
        self.tell(Change::Setup(snapshot.clone()));
        self.told_app().await?;
        Ok(snapshot)
    }

    pub(crate) async fn told_app(&self) -> Result<AppSnapshot> {
        let snapshot = self.app().await?;
        let mut last = locked(&self.shared.last_app);
        if last.as_ref() != Some(&snapshot) {
            *last = Some(snapshot.clone());
            self.tell(Change::App(snapshot.clone()));
        }
        Ok(snapshot)
    }

    pub(crate) fn tell(&self, change: Change) {
        // Nobody may be listening.
        let _ = self.shared.changes.send(change);
    }
}

/// Nothing that panics while holding one of our locks leaves it half changed.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
