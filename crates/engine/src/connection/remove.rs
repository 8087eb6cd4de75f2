//! Removing a connection. Its rows go first and leave a note behind that names its secrets; the note goes only when
//! the key store has shown that nothing is left. Killed in between, the next start finds the note and goes on.

use serde::{Deserialize, Serialize};

use super::ConnectionId;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::store::{Answer, ConnectionRow, RemovalRow, RobotRow, asked, connection, removal, robot, task};
use crate::vault::Slot;

/// What goes with a connection, told before it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ConnectionContents {
    /// How many secrets lie in the key store.
    pub secrets: u32,
    /// Tasks with evidence: when it was verified, and by which call.
    pub proofs: u32,
    pub robots: Vec<String>,
    /// Tasks that somebody was asked for.
    pub waiting: u32,
}

/// A removal that waits for the key store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RemovalView {
    pub id: ConnectionId,
    pub name: String,
    pub secrets: u32,
    /// RFC 3339, UTC.
    pub begun_at: String,
}

/// How a removal ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Removed {
    pub id: ConnectionId,
    pub name: String,
    /// How many secrets it had.
    pub secrets: u32,
    /// The key store was read again and holds none of them.
    pub gone: bool,
    /// Why that is not known yet.
    pub problem: Option<Problem>,
}

impl Engine {
    pub async fn connection_contents(&self, id: &ConnectionId) -> Result<ConnectionContents> {
        let id = id.clone();
        // What an administrator mounted is not ours, and stays.
        let ours = !self.shared.safe.is_mounted();
        self.shared
            .store
            .with(move |store| {
                let row = connection::find(store, &id)?;
                let robots = robot::all(store, &id)?;
                let proofs = task::all(store, &id)?.iter().filter(|row| row.evidence.is_some()).count();
                let waiting = asked::all(store, &id)?.iter().filter(|row| row.done_at.is_none()).count();
                Ok(ConnectionContents {
                    secrets: if ours { secrets(&row, &robots) } else { 0 },
                    proofs: u32::try_from(proofs).unwrap_or(u32::MAX),
                    robots: robots.into_iter().map(|robot| robot.name).collect(),
                    waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
                })
            })
            .await
    }

    /// From here on it is on no list; its secrets are deleted, and looked for again.
    ///
    /// # Errors
    /// `ConnectionUnknown`. What the key store refuses is told in the answer: the removal then waits for it.
    pub async fn connection_remove(&self, id: &ConnectionId) -> Result<Removed> {
        self.cancel(id);
        let (wanted, begun_at) = (id.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let robots = robot::all(store, &wanted)?;
                note_removal(store, &row, &robots, begun_at)?;
                connection::delete(store, &wanted)
            })
            .await?;
        // Not before the row is gone: whoever finds one makes a client for it.
        self.drop_client(id);
        self.told_app().await?;
        self.removal_retry(id).await
    }

    /// Tries once more to get the secrets of a removed connection out of the key store.
    ///
    /// # Errors
    /// `ConnectionUnknown` when no such removal waits.
    pub async fn removal_retry(&self, id: &ConnectionId) -> Result<Removed> {
        let wanted = id.clone();
        let rows = self.shared.store.with(removal::all).await?;
        let row = rows
            .into_iter()
            .find(|row| row.connection == wanted)
            .ok_or_else(|| Problem::new(ProblemCode::ConnectionUnknown))?;
        let wiped = self.shared.safe.wipe(id, &Slot::all(&row.robots)).await;
        let problem = match wiped {
            Ok(()) => None,
            // Where there is no key store at all, none can hold anything of this one.
            Err(problem) if row.secrets == 0 && problem.code == ProblemCode::VaultAbsent => None,
            Err(problem) => Some(problem),
        };
        if problem.is_none() {
            let done = id.clone();
            self.shared.store.with(move |store| removal::delete(store, &done)).await?;
        }
        self.told_app().await?;
        let secrets = if self.shared.safe.is_mounted() { 0 } else { row.secrets };
        Ok(Removed { id: row.connection, name: row.name, secrets, gone: problem.is_none(), problem })
    }

    /// Goes on with every removal that waits: after a start, and whenever the key store is seen to be open. A store that is
    /// shut ends it, as the next would only be the same; an entry that one company cannot get rid of is its own alone.
    pub async fn removals_go_on(&self) -> Result<()> {
        for row in self.shared.store.with(removal::all).await? {
            match self.removal_retry(&row.connection).await {
                Ok(Removed { problem: Some(problem), .. }) if problem.code != ProblemCode::SecretLeft => break,
                Ok(_) => {}
                // Another process was faster.
                Err(problem) if problem.code == ProblemCode::ConnectionUnknown => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(())
    }
}

/// What is needed to find its secrets when the rest of it is gone.
pub(crate) fn note_removal(
    store: &rusqlite::Transaction,
    row: &ConnectionRow,
    robots: &[RobotRow],
    begun_at: String,
) -> Answer<()> {
    let noted = RemovalRow {
        connection: row.id.clone(),
        name: row.name.clone(),
        robots: robots.iter().map(|robot| robot.id.clone()).collect(),
        secrets: secrets(row, robots),
        begun_at,
    };
    removal::insert(store, &noted)
}

fn secrets(row: &ConnectionRow, robots: &[RobotRow]) -> u32 {
    let of_robot = |robot: &RobotRow| {
        u32::from(robot.webhook_set_at.is_some()).saturating_add(u32::from(robot.secret_set_at.is_some()))
    };
    u32::from(row.secret_set_at.is_some())
        .saturating_add(u32::from(row.candidate_length.is_some()))
        .saturating_add(u32::from(row.key_change.holds_old()))
        .saturating_add(robots.iter().map(of_robot).sum())
}

pub(crate) fn removal_view(row: RemovalRow) -> RemovalView {
    RemovalView { id: row.connection, name: row.name, secrets: row.secrets, begun_at: row.begun_at }
}
