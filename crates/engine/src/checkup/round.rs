//! What the checks of one check-up share: nothing is asked twice that one answer can tell.

use dingtalk::Client;
use jiff::Timestamp;
use tokio::sync::watch;

use super::check::Finding;
use super::view::CheckId;
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Run};
use crate::network::{HostRole, HostState, NetworkTest};
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::Task;
use crate::store::{ConnectionRow, TaskRow, task};

pub(super) struct Round {
    pub engine: Engine,
    pub id: ConnectionId,
    pub row: ConnectionRow,
    pub now: Timestamp,
    /// Nobody is bothered for the password of the key store.
    pub quiet: bool,
    stop: watch::Receiver<bool>,
    network: Option<NetworkTest>,
    /// Found out by the check of the token: why no call with the keys is worth while.
    pub keys_fail: Option<Problem>,
    /// The permissions were asked, and the scope with them.
    pub scope_asked: bool,
}

/// Whether a call with the app's keys makes sense.
pub(super) enum Gate {
    Open(Client),
    Shut(Box<Finding>),
}

impl Round {
    pub fn new(engine: Engine, row: ConnectionRow, stop: watch::Receiver<bool>, quiet: bool) -> Self {
        let now = engine.shared.parts.clock.now();
        Self { id: row.id.clone(), engine, row, now, quiet, stop, network: None, keys_fail: None, scope_asked: false }
    }

    pub fn is_practice(&self) -> bool {
        self.row.region == Region::Practice
    }

    /// Each host once; the second time it is told again.
    pub async fn network(&mut self) -> Result<&NetworkTest> {
        if self.network.is_none() {
            let test = self.engine.hosts_examined(&self.row, self.stop.clone()).await?;
            self.network = Some(test);
        }
        Ok(self.network.get_or_insert_default())
    }

    /// Why DingTalk's gateways are not reached, if they are not.
    pub async fn away(&mut self) -> Result<Option<Problem>> {
        let test = self.network().await?;
        Ok(gateways(test).find_map(|row| row.problem.clone()))
    }

    /// Whether any of DingTalk's hosts answered, if that was asked.
    pub fn reached(&self) -> Option<bool> {
        let test = self.network.as_ref()?;
        Some(test.rows.iter().any(|row| row.state == HostState::Reached))
    }

    pub async fn gate(&mut self, id: CheckId) -> Result<Gate> {
        if self.row.working_keys.is_none() {
            return Ok(Gate::Shut(Box::new(Finding::of_problem(id, Problem::new(ProblemCode::SecretMissing)))));
        }
        if let Some(problem) = self.away().await? {
            return Ok(Gate::Shut(Box::new(Finding::of_problem(id, problem))));
        }
        if let Some(problem) = &self.keys_fail {
            return Ok(Gate::Shut(Box::new(Finding::of_problem(id, problem.clone()).because_of(CheckId::Token))));
        }
        match self.engine.client(&self.row).await {
            Ok(client) => Ok(Gate::Open(client)),
            Err(problem) if problem.code == ProblemCode::ConnectionUnknown => Err(problem),
            Err(problem) => {
                if self.quiet {
                    self.engine.shared.rechecks.note_shut(&self.id, problem.code);
                }
                self.keys_fail = Some(problem.clone());
                Ok(Gate::Shut(Box::new(Finding::of_problem(id, problem))))
            }
        }
    }

    /// `None` when one of these tasks is looked at elsewhere at this moment.
    pub async fn begin(&self, tasks: &[Task]) -> Result<Option<Run>> {
        self.engine.begin(&self.id, tasks).await
    }

    /// What stands on a task now.
    pub async fn of_task(&self, id: CheckId, wanted: Task) -> Result<Finding> {
        let known = self.task(wanted).await?;
        Ok(match known {
            Some(TaskRow { problem: Some(problem), .. }) => Finding::of_problem(id, problem),
            Some(TaskRow { evidence: Some(evidence), .. }) => Finding::fine().shown_by(evidence),
            Some(_) | None => Finding::cannot_tell(),
        })
    }

    pub async fn task(&self, wanted: Task) -> Result<Option<TaskRow>> {
        let id = self.id.clone();
        let rows = self.engine.shared.store.with(move |store| task::all(store, &id)).await?;
        Ok(rows.into_iter().find(|row| row.task == wanted))
    }
}

fn gateways(test: &NetworkTest) -> impl Iterator<Item = &crate::network::HostRow> {
    test.rows.iter().filter(|row| matches!(row.role, HostRole::OldGateway | HostRole::NewGateway))
}
