//! Taking a hand-over file in. What arrives is written down before its first secret goes into the key store, and becomes
//! a connection in one step; killed in between, the next start removes what had arrived.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rusqlite::Transaction;
use secrecy::SecretString;

use super::seal;
use super::unpack::{Opened, Renamed, Unpacked};
use super::view::{ConflictKind, HandoverConflict, HandoverImported, HandoverPreview, ImportChoice};
use crate::connection::{ConnectionId, Region, check_free, clean_name, note_removal};
use crate::engine::{Engine, locked};
use crate::keys::KeyChange;
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::Task;
use crate::store::{Answer, ConnectionRow, arriving, connection, packed, robot, setting, task};
use crate::write::unwritten;

/// What only the computer it came from could tell: its network, its clock, its address.
const OF_THE_COMPUTER: [Task; 5] = [Task::Hosts, Task::Clock, Task::Zone, Task::Address, Task::AllowList];

/// One connection on its way in.
struct Coming {
    renamed: Renamed,
    /// As it was where it came from.
    row: ConnectionRow,
    name: String,
    choice: ImportChoice,
}

impl Engine {
    /// Reads a file and keeps it open until it is taken in, or closed.
    ///
    /// # Errors
    /// `FileUnreadable`; those of [`Engine::handover_open`].
    pub async fn handover_open_file(&self, path: &Path, passphrase: SecretString) -> Result<HandoverPreview> {
        let unreadable = || Problem::new(ProblemCode::FileUnreadable).arg("path", path.display());
        let mut sealed = Vec::new();
        let file = File::open(path).map_err(|_| unreadable())?;
        let most = u64::try_from(seal::LARGEST).unwrap_or(u64::MAX).saturating_add(1);
        file.take(most).read_to_end(&mut sealed).map_err(|_| unreadable())?;
        self.handover_open(sealed, passphrase).await
    }

    /// Keeps where it lies, and tells its name.
    pub fn handover_picked(&self, path: PathBuf) -> String {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        *locked(&self.shared.handover.picked) = Some(path);
        name
    }

    /// # Errors
    /// `HandoverClosed` when none was picked; those of [`Engine::handover_open_file`].
    pub async fn handover_open_picked(&self, passphrase: SecretString) -> Result<HandoverPreview> {
        let picked = locked(&self.shared.handover.picked).clone();
        let path = picked.ok_or_else(|| Problem::new(ProblemCode::HandoverClosed))?;
        self.handover_open_file(&path, passphrase).await
    }

    /// What is inside, and what of it stands in the way of something here.
    ///
    /// # Errors
    /// `HandoverForeign`, `HandoverTruncated`, `HandoverDamaged`, `HandoverNewer`, `HandoverTooLarge`, `HandoverCostly`,
    /// `PassphraseWrong`; `HandoverClosed` if it was closed meanwhile.
    pub async fn handover_open(&self, sealed: Vec<u8>, passphrase: SecretString) -> Result<HandoverPreview> {
        self.handover_close();
        let closings = || self.shared.handover.closings.load(Ordering::SeqCst);
        let before = closings();
        let read = tokio::task::spawn_blocking(move || Opened::read(&sealed, &passphrase)).await;
        let opened = Arc::new(read.unwrap_or_else(|_| Err(Problem::new(ProblemCode::HandoverDamaged)))?);
        let preview = self.previewed(opened.clone()).await?;
        let mut kept = locked(&self.shared.handover.opened);
        // Whoever closed it while its passphrase was worked on wants its secrets nowhere.
        if closings() != before {
            return Err(Problem::new(ProblemCode::HandoverClosed));
        }
        *kept = Some(opened);
        Ok(preview)
    }

    /// Its secrets leave the memory.
    pub fn handover_close(&self) {
        let mut opened = locked(&self.shared.handover.opened);
        self.shared.handover.closings.fetch_add(1, Ordering::SeqCst);
        *opened = None;
    }

    /// Takes these in, all of them or none.
    ///
    /// # Errors
    /// `HandoverClosed`; `HandoverConflict`, `NameTaken`, those of a name; the key store's own, and then nothing is left
    /// in it; `ConnectionUnknown` when what was to be replaced is not there any more; `PracticeForbidden`, `RegionForbidden`.
    pub async fn handover_import(&self, choices: Vec<ImportChoice>) -> Result<HandoverImported> {
        let opened = locked(&self.shared.handover.opened).clone();
        let opened = opened.ok_or_else(|| Problem::new(ProblemCode::HandoverClosed))?;
        let coming = coming(&opened, choices)?;
        for one in &coming {
            self.shared.parts.policy.allow(one.row.region)?;
        }
        // A program that is only ever run for this has no start of its own to go on from.
        self.arrivals_give_up().await?;
        let _ = self.removals_go_on().await;
        let lock = self.hold_lock().await?;
        let imported = {
            let _turn = self.shared.key_turn.lock().await;
            self.arrive(coming).await
        };
        drop(lock);
        if imported.is_err() {
            let _ = self.arrivals_give_up().await;
            let _ = self.removals_go_on().await;
        }
        let (ids, secrets, gone) = imported?;
        self.handover_close();
        let mut replaced = Vec::new();
        for id in &gone {
            self.drop_client(id);
            match self.removal_retry(id).await {
                Ok(removed) => replaced.push(removed),
                // The background was faster: it is gone, and nothing is left to tell.
                Err(problem) if problem.code == ProblemCode::ConnectionUnknown => {}
                Err(problem) => return Err(problem),
            }
        }
        let app = self.told_app().await?;
        let connections = app.connections.into_iter().filter(|view| ids.contains(&view.id)).collect();
        Ok(HandoverImported { connections, secrets, replaced })
    }

    /// What a killed import left behind is handed to the removals. Another process that is at it is left alone.
    pub(crate) async fn arrivals_give_up(&self) -> Result<()> {
        let Some(_lock) = self.try_lock()? else { return Ok(()) };
        self.shared.store.with(arriving::give_up).await
    }

    async fn previewed(&self, opened: Arc<Opened>) -> Result<HandoverPreview> {
        let rows = self.shared.store.with(connection::all).await?;
        let connections = opened.connections.iter().enumerate().map(|(index, one)| {
            let mut item = one.told.item(index);
            item.conflict = conflict(&rows, &one.told.row);
            item
        });
        Ok(HandoverPreview {
            made_at: opened.made_at.clone(),
            made_by: opened.made_by.clone(),
            program: opened.program.clone(),
            connections: connections.collect(),
        })
    }

    async fn arrive(&self, coming: Vec<Coming>) -> Result<Settled> {
        let (coming, begun_at) = (Arc::new(coming), self.stamp());
        let noted = coming.clone();
        self.shared
            .store
            .with(move |store| {
                for one in noted.iter() {
                    check_way(store, one)?;
                    arriving::insert(store, &one.renamed.note(&one.name, &begun_at))?;
                }
                Ok(())
            })
            .await?;
        let mut secrets: u32 = 0;
        for one in coming.iter() {
            for (slot, secret) in &one.renamed.secrets {
                self.shared.safe.save(&one.renamed.id, slot, secret).await?;
                secrets = secrets.saturating_add(1);
            }
        }
        for one in coming.iter() {
            if let ImportChoice::Replace { id, .. } = &one.choice {
                self.cancel(id);
            }
        }
        let now = self.stamp();
        self.shared.store.with(move |store| settle(store, &coming, secrets, &now)).await
    }

    async fn hold_lock(&self) -> Result<File> {
        let path = self.shared.handover.lock_path.clone();
        let held = tokio::task::spawn_blocking(move || {
            let file = lock_file(&path)?;
            file.lock().map_err(|error| unwritten(&error, &path))?;
            Ok(file)
        });
        held.await.unwrap_or_else(|_| Err(Problem::new(ProblemCode::Cancelled)))
    }

    fn try_lock(&self) -> Result<Option<File>> {
        let file = lock_file(&self.shared.handover.lock_path)?;
        Ok(file.try_lock().is_ok().then_some(file))
    }
}

fn lock_file(path: &Path) -> Result<File> {
    let opened = OpenOptions::new().create(true).append(true).open(path);
    opened.map_err(|error| unwritten(&error, path))
}

/// Each at most once, under a name that can be one.
fn coming(opened: &Opened, choices: Vec<ImportChoice>) -> Result<Vec<Coming>> {
    let mut seen = BTreeSet::new();
    let mut coming = Vec::new();
    for choice in choices {
        let index = usize::try_from(choice.index()).unwrap_or(usize::MAX);
        let Some(unpacked) = opened.connections.get(index).filter(|_| seen.insert(index)) else {
            return Err(Problem::new(ProblemCode::ConnectionUnknown));
        };
        coming.push(one_coming(unpacked, choice)?);
    }
    if coming.is_empty() { Err(Problem::new(ProblemCode::ConnectionUnknown)) } else { Ok(coming) }
}

fn one_coming(unpacked: &Unpacked, choice: ImportChoice) -> Result<Coming> {
    let row = &unpacked.told.row;
    let name = match &choice {
        ImportChoice::AddAs { name, .. } => clean_name(name)?,
        // One that was never named is none the worse for it.
        ImportChoice::Add { .. } | ImportChoice::Replace { .. } if row.name.is_empty() => String::new(),
        ImportChoice::Add { .. } | ImportChoice::Replace { .. } => clean_name(&row.name)?,
    };
    Ok(Coming { renamed: unpacked.renamed(), row: row.clone(), name, choice })
}

/// What this would be mistaken for.
fn conflict(rows: &[ConnectionRow], row: &ConnectionRow) -> Option<HandoverConflict> {
    let same_world = |other: &&ConnectionRow| (other.region == Region::Practice) == (row.region == Region::Practice);
    let told = |found: &ConnectionRow, kind| HandoverConflict { id: found.id.clone(), name: found.name.clone(), kind };
    let mut here = rows.iter().filter(same_world);
    let same_app = |other: &&ConnectionRow| !row.client_id().is_empty() && other.client_id() == row.client_id();
    if let Some(found) = here.clone().find(same_app) {
        return Some(told(found, ConflictKind::SameApp));
    }
    let same_name = here.find(|other| !row.name.is_empty() && other.name == row.name);
    same_name.map(|found| told(found, ConflictKind::SameName))
}

/// Looked at before the first secret is written, and again in the step that ends it.
fn check_way(store: &Transaction, one: &Coming) -> Answer<()> {
    let but = match &one.choice {
        ImportChoice::Replace { id, name, .. } => {
            // What goes is what a person saw by its name.
            if connection::find(store, id)?.name != *name {
                return Err(Problem::new(ProblemCode::HandoverConflict).arg("name", name).into());
            }
            Some(id)
        }
        ImportChoice::Add { .. } => {
            if let Some(found) = conflict(&connection::all(store)?, &one.row) {
                return Err(Problem::new(ProblemCode::HandoverConflict).arg("name", found.name).into());
            }
            None
        }
        ImportChoice::AddAs { .. } => None,
    };
    if one.name.is_empty() { Ok(()) } else { check_free(store, &one.name, one.row.region, but) }
}

type Settled = (Vec<ConnectionId>, u32, Vec<ConnectionId>);

/// From "arriving" to "here", for all of them in one step.
fn settle(store: &Transaction, coming: &[Coming], secrets: u32, now: &str) -> Answer<Settled> {
    let (mut ids, mut gone) = (Vec::new(), Vec::new());
    for one in coming {
        check_way(store, one)?;
        let id = &one.renamed.id;
        // Somebody took it for dead: its secrets are not here any more.
        if !arriving::arrived(store, id)? {
            return Err(Problem::new(ProblemCode::Cancelled).into());
        }
        if let ImportChoice::Replace { id: old, .. } = &one.choice {
            let row = connection::find(store, old)?;
            note_removal(store, &row, &robot::all(store, old)?, now.to_owned())?;
            connection::delete(store, old)?;
            gone.push(old.clone());
        }
        packed::put(store, &one.renamed.tables)?;
        make_own(store, one)?;
        ids.push(id.clone());
    }
    if let Some(first) = ids.first() {
        setting::write(store, setting::CURRENT, &first.0)?;
    }
    Ok((ids, secrets, gone))
}

fn make_own(store: &Transaction, one: &Coming) -> Answer<()> {
    let mut row = connection::find(store, &one.renamed.id)?;
    row.name.clone_from(&one.name);
    row.register.company_name.clone_from(&one.name);
    row.candidate_length = None;
    row.key_change = KeyChange::default();
    row.clock_offset_ms = 0;
    row.refused = None;
    row.address = None;
    row.checked_at = None;
    connection::write(store, &row)?;
    for task in OF_THE_COMPUTER {
        task::forget(store, &row.id, task)?;
    }
    Ok(())
}
