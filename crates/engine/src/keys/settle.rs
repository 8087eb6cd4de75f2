//! Finishing what is under way with the secrets. Each step is written down before the next one begins and can be made
//! twice; none needs the network, because the call that decided was made before.

use rusqlite::Transaction;
use secrecy::{ExposeSecret, SecretString};

use super::change::OldPhase;
use super::command::{OF_THE_APP, forget_notice};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof};
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, Task};
use crate::store::{Answer, ConnectionRow, WorkingKeys, connection, task};
use crate::vault::Slot;

/// What a dead or a missing secret left on other tasks: it says nothing any more once another one works.
const OF_THE_SECRET: [ProblemCode; 4] = [
    ProblemCode::CredentialsRefused,
    ProblemCode::TokenRefused,
    ProblemCode::SecretMissing,
    ProblemCode::SecretChanged,
];

impl Engine {
    /// Every connection's, for the start of a program. The key store is touched only where something is half done, and
    /// one that does not answer now is asked again by whatever needs it next.
    pub async fn settle_all(&self) {
        let Ok(rows) = self.shared.store.with(connection::all).await else { return };
        for row in rows.into_iter().filter(|row| !row.key_change.is_settled()) {
            let _ = self.settle_keys(&row.id).await;
        }
    }

    /// # Errors
    /// The key store's own; then it goes on from here the next time.
    pub(crate) async fn settle_keys(&self, id: &ConnectionId) -> Result<()> {
        let _turn = self.shared.key_turn.lock().await;
        self.settle_in_turn(id).await
    }

    /// For who holds the turn already.
    pub(crate) async fn settle_in_turn(&self, id: &ConnectionId) -> Result<()> {
        if self.row(id).await?.key_change.is_settled() {
            return Ok(());
        }
        self.keep_and_take(id).await?;
        self.finish_move(id).await?;
        self.remove_old(id).await?;
        self.tidy(id).await
    }

    /// Whether one that waited is the working one now.
    async fn keep_and_take(&self, id: &ConnectionId) -> Result<bool> {
        if self.row(id).await?.key_change.old.is_some_and(|old| old.phase == OldPhase::Keeping) {
            self.keep_old(id).await?;
        }
        self.take_next(id).await
    }

    /// The working secret is copied aside before anything may replace it.
    async fn keep_old(&self, id: &ConnectionId) -> Result<()> {
        match self.shared.safe.read(id, &Slot::ClientSecret).await {
            Ok(secret) => {
                self.keep_secret(id, &Slot::ClientSecretOld, &secret).await?;
                self.alter(id, |_, row| {
                    row.key_change.go(OldPhase::Copied);
                    Ok(())
                })
                .await
            }
            // F69: it vanished from the key store; there is nothing to keep.
            Err(problem) if problem.code.is_lost_secret() => {
                self.alter(id, |_, row| {
                    row.key_change.old = None;
                    Ok(())
                })
                .await
            }
            Err(problem) => Err(problem),
        }
    }

    /// The secret that waits takes the working one's place. False when there was none.
    async fn take_next(&self, id: &ConnectionId) -> Result<bool> {
        let Some(keys) = self.row(id).await?.key_change.next else { return Ok(false) };
        match self.shared.safe.read(id, &Slot::ClientSecretCandidate).await {
            Ok(secret) => {
                self.keep_secret(id, &Slot::ClientSecret, &secret).await?;
                let (engine, now) = (self.clone(), self.stamp());
                self.alter(id, move |store, row| {
                    in_use(&engine, store, row, keys)?;
                    row.secret_set_at = Some(now.clone());
                    row.candidate_length = None;
                    row.key_change.next = None;
                    row.key_change.untidy = true;
                    if let Some(old) = row.key_change.old.as_mut().filter(|old| old.phase == OldPhase::Copied) {
                        old.phase = OldPhase::Kept;
                        old.replaced_at = Some(now);
                    }
                    Ok(())
                })
                .await?;
                Ok(true)
            }
            // F69: what had worked vanished before it was in use. The working one was not touched.
            Err(problem) if problem.code.is_lost_secret() => {
                self.alter(id, |_, row| {
                    row.candidate_length = None;
                    row.key_change.next = None;
                    row.key_change.untidy = true;
                    if row.key_change.old.as_ref().is_some_and(|old| old.phase == OldPhase::Copied) {
                        row.key_change.old = None;
                    }
                    Ok(())
                })
                .await?;
                Ok(false)
            }
            Err(problem) => Err(problem),
        }
    }

    /// What somebody said was disabled leaves this computer.
    async fn remove_old(&self, id: &ConnectionId) -> Result<()> {
        let removing =
            |row: &ConnectionRow| row.key_change.old.as_ref().is_some_and(|old| old.phase == OldPhase::Removing);
        if !removing(&self.row(id).await?) {
            return Ok(());
        }
        self.shared.safe.delete(id, &Slot::ClientSecretOld).await?;
        let now = self.stamp();
        self.alter(id, move |_, row| {
            if let Some(old) = &mut row.key_change.old {
                old.phase = OldPhase::Gone;
                old.gone_at = Some(now);
            }
            Ok(())
        })
        .await
    }

    /// Slots that no row speaks of are emptied.
    async fn tidy(&self, id: &ConnectionId) -> Result<()> {
        let row = self.row(id).await?;
        if !row.key_change.untidy {
            return Ok(());
        }
        let slots = [
            (Slot::ClientSecretCandidate, row.candidate_length.is_some()),
            (Slot::ClientSecret, row.secret_set_at.is_some()),
            (Slot::ClientSecretOld, row.key_change.holds_old()),
        ];
        for (slot, _) in slots.iter().filter(|(_, spoken_of)| !spoken_of) {
            self.shared.safe.delete(id, slot).await?;
        }
        self.alter(id, |_, row| {
            row.key_change.untidy = false;
            Ok(())
        })
        .await
    }

    /// A real call took these keys with the secret `tried`. `Keep::Old` keeps the one before it. When it is in use since.
    ///
    /// # Errors
    /// `Cancelled` when another secret waits by now, or none: that one was not tried. `OldSecretWaiting`; the key
    /// store's own. The one before is in use then.
    pub(super) async fn put_into_use(
        &self,
        id: &ConnectionId,
        keys: &WorkingKeys,
        tried: &SecretString,
        keep: Keep,
    ) -> Result<Option<String>> {
        let _turn = self.shared.key_turn.lock().await;
        self.settle_in_turn(id).await?;
        if !self.still_waits(id, tried).await? {
            return Err(Problem::new(ProblemCode::Cancelled));
        }
        let keys = keys.clone();
        self.alter(id, move |_, row| {
            // Another process may have thrown it away since.
            if row.candidate_length.is_none() {
                return Err(Problem::new(ProblemCode::Cancelled).into());
            }
            if keep == Keep::Old {
                check_no_old(row)?;
                row.key_change.old = row.old_secret();
            }
            row.key_change.next = Some(keys);
            Ok(())
        })
        .await?;
        if !self.keep_and_take(id).await? {
            return Err(Problem::new(ProblemCode::SecretMissing));
        }
        let set_at = self.row(id).await?.secret_set_at;
        // It is in use: what cannot be tidied now is tidied by whoever comes next.
        let _ = self.settle_in_turn(id).await;
        Ok(set_at)
    }

    /// Whether this very secret waits to be tried: another may have been pasted while a call was under way.
    pub(super) async fn still_waits(&self, id: &ConnectionId, tried: &SecretString) -> Result<bool> {
        match self.shared.safe.read(id, &Slot::ClientSecretCandidate).await {
            Ok(waiting) => Ok(waiting.expose_secret() == tried.expose_secret()),
            Err(problem) if problem.code.is_lost_secret() => Ok(false),
            Err(problem) => Err(problem),
        }
    }
}

/// Whether the secret that is replaced is kept until somebody says that it was disabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    Old,
    Nothing,
}

/// These keys are the working ones from now on. What another app would have to show anew waits again.
pub(super) fn in_use(engine: &Engine, store: &Transaction, row: &mut ConnectionRow, keys: WorkingKeys) -> Answer<()> {
    let other_app = row.working_keys.as_ref().is_none_or(|old| old.client_id != keys.client_id);
    if other_app {
        for task in OF_THE_APP {
            task::forget(store, &row.id, task)?;
        }
        forget_notice(store, &row.id)?;
        row.points.clear();
    }
    for one in task::all(store, &row.id)? {
        if one.problem.is_some_and(|problem| OF_THE_SECRET.contains(&problem.code)) {
            task::clear_problem(store, &row.id, one.task)?;
        }
    }
    let other_agent = row.working_keys.as_ref().is_none_or(|old| old.agent_id != keys.agent_id);
    if keys.agent_id.is_empty() {
        task::forget(store, &row.id, Task::Agent)?;
    } else if other_app || other_agent {
        let noted = Proof::said(AnswerCode::AgentNoted);
        task::done(store, &row.id, Task::Agent, &engine.evidence(noted, row.region == Region::Practice))?;
    }
    row.working_keys = Some(keys);
    Ok(())
}

/// # Errors
/// `OldSecretWaiting`: only one old secret can be kept at a time, and none is dropped unasked.
pub(crate) fn check_no_old(row: &ConnectionRow) -> Result<()> {
    if row.key_change.holds_old() { Err(Problem::new(ProblemCode::OldSecretWaiting)) } else { Ok(()) }
}
