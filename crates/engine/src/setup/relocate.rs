//! Moving a connection between DingTalk's two regions. They are two DingTalks: another organisation, another app, other
//! keys. What was proved of the old one is set aside with its dates, and told before it happens.

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::register::region_proof;
use super::{Evidence, RegionChoice, SetupSnapshot, Stop, Task};
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::keys::{OldPhase, check_no_old};
use crate::problem::Result;
use crate::store::{Answer, ConnectionRow, aside, connection, robot, task};

/// What only the new region can show. The company, its purposes, where it runs and its reminder stay.
const TO_REDO: [Task; 15] = [
    Task::Hosts,
    Task::CreateApp,
    Task::Credentials,
    Task::Corp,
    Task::Agent,
    Task::Points,
    Task::Scope,
    Task::Published,
    Task::Visible,
    Task::Token,
    Task::Clock,
    Task::Robot,
    Task::Message,
    Task::AllowList,
    Task::Listed,
];

/// What a move would mean, told before it happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RegionMove {
    pub from: RegionChoice,
    pub to: RegionChoice,
    /// Done now, and to be done again.
    pub redo: Vec<Task>,
    /// Done now, and kept.
    pub keep: Vec<Task>,
    /// Robots belong to groups of the old region.
    pub robots: u32,
    /// The secret is kept until somebody says that the old app was disabled.
    pub secret_kept: bool,
}

/// A piece of evidence that was set aside by a move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AsideView {
    pub region: RegionChoice,
    pub task: Task,
    pub evidence: Evidence,
    /// RFC 3339, UTC.
    pub aside_at: String,
}

impl Engine {
    /// # Errors
    /// `RegionForbidden`; `OldSecretWaiting` when there is no room to keep another old secret.
    pub async fn region_preview(&self, id: &ConnectionId, to: RegionChoice) -> Result<RegionMove> {
        self.shared.parts.policy.allow_choice(to)?;
        let wanted = id.clone();
        let (row, tasks, robots) = self
            .shared
            .store
            .with(move |store| {
                Ok((connection::find(store, &wanted)?, task::all(store, &wanted)?, robot::all(store, &wanted)?))
            })
            .await?;
        check_room(&row)?;
        let done = tasks.into_iter().filter(|one| one.evidence.is_some()).map(|one| one.task);
        let (redo, keep) = done.partition(|task| TO_REDO.contains(task));
        Ok(RegionMove {
            from: row.region_choice(),
            to,
            redo,
            keep,
            robots: u32::try_from(robots.len()).unwrap_or(u32::MAX),
            secret_kept: row.secret_set_at.is_some(),
        })
    }

    /// Moves, and shows the first stop. To where it is already changes nothing.
    ///
    /// # Errors
    /// `RegionForbidden`; `OldSecretWaiting`; the key store's own, and then it goes on as soon as that answers again.
    pub async fn region_move(&self, id: &ConnectionId, to: RegionChoice) -> Result<SetupSnapshot> {
        self.shared.parts.policy.allow_choice(to)?;
        // Nothing else changes the secrets between the look at them and the move.
        let turn = self.shared.key_turn.lock().await;
        self.settle_in_turn(id).await?;
        let row = self.row(id).await?;
        if row.region_choice() == to {
            return self.snapshot(id).await;
        }
        check_room(&row)?;
        self.cancel(id);
        self.alter(id, move |_, row| {
            check_room(row)?;
            if let Some(old) = row.old_secret() {
                row.key_change.old = Some(old);
            }
            row.key_change.moving = Some(to);
            Ok(())
        })
        .await?;
        self.settle_in_turn(id).await?;
        drop(turn);
        self.drop_client(id);
        self.told(id).await
    }

    /// What earlier moves set aside, oldest first.
    pub async fn evidence_aside(&self, id: &ConnectionId) -> Result<Vec<AsideView>> {
        let wanted = id.clone();
        self.shared.store.with(move |store| aside::all(store, &wanted)).await
    }

    /// The second half of a move: the old secret lies aside by now.
    pub(crate) async fn finish_move(&self, id: &ConnectionId) -> Result<()> {
        let engine = self.clone();
        self.alter(id, move |store, row| match row.key_change.moving {
            Some(to) => moved(&engine, store, row, to),
            None => Ok(()),
        })
        .await
    }
}

/// A connection without a working secret has none to keep, so that an older one may go on waiting.
fn check_room(row: &ConnectionRow) -> Result<()> {
    if row.secret_set_at.is_some() { check_no_old(row) } else { Ok(()) }
}

fn moved(engine: &Engine, store: &Transaction, row: &mut ConnectionRow, to: RegionChoice) -> Answer<()> {
    let (from, now) = (row.region_choice(), engine.stamp());
    for one in task::all(store, &row.id)?.iter().filter(|one| TO_REDO.contains(&one.task)) {
        aside::put(store, &row.id, from, one, &now)?;
        task::forget(store, &row.id, one.task)?;
    }
    let practice = row.region == Region::Practice;
    if !practice {
        row.region = match to {
            RegionChoice::Com => Region::Com,
            RegionChoice::Io => Region::Io,
        };
    }
    row.register.region = Some(to);
    if let Some(residency) = row.register.residency {
        task::done(store, &row.id, Task::Region, &engine.evidence(region_proof(to, residency), practice))?;
    }
    // The old app's names are in the record of the old secret; what was typed and never worked stays.
    if row.working_keys.take().is_some() {
        row.draft_corp_id.clear();
        row.draft_client_id.clear();
        row.draft_agent_id.clear();
    }
    row.secret_set_at = None;
    row.candidate_length = None;
    row.points.clear();
    row.refused = None;
    row.here = Stop::Register;
    row.key_change.moving = None;
    row.key_change.untidy = true;
    if let Some(old) = row.key_change.old.as_mut().filter(|old| old.phase == OldPhase::Copied) {
        old.phase = OldPhase::Kept;
        old.replaced_at = Some(now);
    }
    Ok(())
}

impl ConnectionRow {
    /// The region whose words and links it has; while practising, the one that was chosen.
    pub(crate) fn region_choice(&self) -> RegionChoice {
        match self.region {
            Region::Com => RegionChoice::Com,
            Region::Io => RegionChoice::Io,
            Region::Practice => self.register.region.unwrap_or(RegionChoice::Com),
        }
    }
}
