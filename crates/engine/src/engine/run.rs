//! One piece of work under way: which tasks it is about, and that it can be cancelled.

use std::collections::{HashMap, HashSet};
use std::future::Future;
use std::sync::{Arc, Mutex};

use dingtalk::Error;
use tokio::sync::watch;

use super::{Engine, Proof, locked};
use crate::connection::{ConnectionId, Region};
use crate::problem::{Problem, Result};
use crate::refusal;
use crate::setup::{AnswerCode, Task};
use crate::store::{Refusal, address as addresses, connection, task};

#[derive(Clone, Default)]
pub(crate) struct Runs {
    open: Arc<Mutex<HashMap<ConnectionId, Open>>>,
}

struct Open {
    tasks: HashSet<Task>,
    cancel: watch::Sender<u64>,
}

/// Why a call brought nothing.
#[derive(Debug)]
pub(crate) enum Stopped {
    Cancelled,
    Failed(Error),
}

/// Ends by itself when dropped: its tasks are then no longer shown as running.
pub(crate) struct Run {
    engine: Engine,
    pub id: ConnectionId,
    pub practice: bool,
    left: Vec<Task>,
    cancelled: watch::Receiver<u64>,
    started_at: u64,
}

impl Runs {
    pub fn running(&self, id: &ConnectionId) -> HashSet<Task> {
        locked(&self.open).get(id).map(|open| open.tasks.clone()).unwrap_or_default()
    }

    /// Of whichever company.
    pub fn any(&self) -> bool {
        locked(&self.open).values().any(|open| !open.tasks.is_empty())
    }

    fn cancel(&self, id: &ConnectionId) {
        if let Some(open) = locked(&self.open).get(id) {
            open.cancel.send_modify(|generation| *generation += 1);
        }
    }

    fn start(&self, id: &ConnectionId, tasks: &[Task]) -> Option<watch::Receiver<u64>> {
        let mut all = locked(&self.open);
        let open =
            all.entry(id.clone()).or_insert_with(|| Open { tasks: HashSet::new(), cancel: watch::Sender::new(0) });
        if tasks.iter().any(|task| open.tasks.contains(task)) {
            return None;
        }
        open.tasks.extend(tasks);
        Some(open.cancel.subscribe())
    }

    fn end(&self, id: &ConnectionId, tasks: &[Task]) {
        if let Some(open) = locked(&self.open).get_mut(id) {
            open.tasks.retain(|task| !tasks.contains(task));
        }
    }
}

impl Engine {
    pub(crate) fn runs(&self) -> &Runs {
        &self.shared.runs
    }

    /// Stops what is under way for this connection; its tasks are again as they were before.
    pub(crate) fn cancel(&self, id: &ConnectionId) {
        self.shared.checks.stop(id);
        self.shared.runs.cancel(id);
    }

    /// F81: pressed twenty times, it runs once. `None` when one of these tasks is under way already.
    pub(crate) async fn begin(&self, id: &ConnectionId, tasks: &[Task]) -> Result<Option<Run>> {
        let Some(cancelled) = self.shared.runs.start(id, tasks) else { return Ok(None) };
        let left = tasks.to_vec();
        let started_at = *cancelled.borrow();
        let mut run =
            Run { engine: self.clone(), id: id.clone(), practice: false, left: left.clone(), cancelled, started_at };
        let wanted = id.clone();
        run.practice = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                for task in left {
                    task::clear_problem(store, &wanted, task)?;
                }
                Ok(row.region == Region::Practice)
            })
            .await?;
        self.told(id).await?;
        Ok(Some(run))
    }
}

impl Run {
    /// Makes a call that a cancellation may cut short. What it writes must come after it.
    pub async fn call<T>(
        &mut self,
        call: impl Future<Output = dingtalk::Result<T>>,
    ) -> std::result::Result<T, Stopped> {
        tokio::select! {
            biased;
            // An error means that nobody can cancel any more, which is no cancellation.
            Ok(_) = self.cancelled.wait_for(|now| *now != self.started_at) => Err(Stopped::Cancelled),
            answer = call => answer.map_err(Stopped::Failed),
        }
    }

    /// Persists the proof, then tells.
    pub async fn done(&mut self, task: Task, proof: Proof) -> Result<()> {
        let evidence = self.engine.evidence(proof, self.practice);
        let id = self.id.clone();
        self.engine.shared.store.with(move |store| task::done(store, &id, task, &evidence)).await?;
        self.settled(task).await
    }

    /// Persists the proof and tells, while the task is still under way: more may be found out.
    pub async fn keep(&mut self, task: Task, proof: Proof) -> Result<()> {
        let evidence = self.engine.evidence(proof, self.practice);
        let id = self.id.clone();
        self.engine.shared.store.with(move |store| task::done(store, &id, task, &evidence)).await?;
        self.engine.told(&self.id).await.map(drop)
    }

    pub async fn failed(&mut self, task: Task, problem: Problem) -> Result<()> {
        self.engine.shared.log.problem(problem.code, &task);
        let id = self.id.clone();
        self.engine.shared.store.with(move |store| task::failed(store, &id, task, &problem)).await?;
        self.settled(task).await
    }

    /// A call of this task was refused, or did not get through. F16: a refused address is kept and shown in place.
    pub async fn refused(&mut self, task: Task, call: &'static str, error: &Error) -> Result<()> {
        self.engine.note_refused_address(&self.id, call, error).await?;
        let problem = self.engine.beside_clock(&self.id, refusal::problem(error)).await;
        self.failed(task, problem).await
    }

    /// The same for a call that was stopped: cancelled tasks stay as they were.
    pub async fn stopped(&mut self, task: Task, call: &'static str, stopped: &Stopped) -> Result<()> {
        match stopped {
            Stopped::Cancelled => self.settled(task).await,
            Stopped::Failed(error) => self.refused(task, call, error).await,
        }
    }

    /// This task is not under way any more, whatever became of it.
    pub async fn settled(&mut self, task: Task) -> Result<()> {
        self.left.retain(|left| *left != task);
        self.engine.shared.runs.end(&self.id, &[task]);
        self.engine.told(&self.id).await.map(drop)
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        self.engine.shared.runs.end(&self.id, &self.left);
    }
}

impl Engine {
    /// Only the app's own allow list counts here: a robot has another, in the group.
    pub(crate) async fn note_refused_address(&self, id: &ConnectionId, call: &str, error: &Error) -> Result<()> {
        let Error::AddressRefused { address, .. } = error else { return Ok(()) };
        let (id, seen) = (id.clone(), address.map(|ip| ip.to_string()));
        let (engine, call) = (self.clone(), call.to_owned());
        self.shared
            .store
            .with(move |store| {
                let mut row = connection::find(store, &id)?;
                let practice = row.region == Region::Practice;
                let ip = seen.clone().or_else(|| row.address.clone()).unwrap_or_default();
                row.refused = Some(Refusal { ip, at: row.here });
                if let Some(ip) = seen {
                    let proof = Proof::verified(&call, AnswerCode::AddressSeen).arg("ip", &ip);
                    task::done(store, &id, Task::Address, &engine.evidence(proof, practice))?;
                    addresses::refused(store, &id, &ip, &engine.stamp())?;
                    row.address = Some(ip);
                }
                // The list does not hold this address, whatever was seen before.
                task::forget(store, &id, Task::AllowList)?;
                connection::write(store, &row)
            })
            .await
    }
}
