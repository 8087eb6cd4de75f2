//! One check-up: the checks one after the other, with progress, stopped at a word, and kept when it is whole.

use std::collections::HashMap;
use std::sync::Mutex;

use tokio::sync::watch;

use super::check::CHECKS;
use super::round::Round;
use super::view::{CheckId, CheckView, CheckupCause, CheckupSnapshot};
use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::overview::CheckProgress;
use crate::problem::{Problem, ProblemCode, Result};
use crate::setup::SetupSnapshot;
use crate::store::checkup::{self as rows, Ended};

/// Check-ups that are under way.
#[derive(Default)]
pub(crate) struct Checks {
    open: Mutex<HashMap<ConnectionId, Open>>,
}

struct Open {
    wanted: Vec<CheckId>,
    found: Vec<CheckView>,
    stop: watch::Sender<bool>,
}

impl Checks {
    fn start(&self, id: &ConnectionId, wanted: &[CheckId]) -> Option<watch::Receiver<bool>> {
        let mut all = locked(&self.open);
        if all.contains_key(id) {
            return None;
        }
        let (stop, stopped) = watch::channel(false);
        all.insert(id.clone(), Open { wanted: wanted.to_vec(), found: Vec::new(), stop });
        Some(stopped)
    }

    pub fn any(&self) -> bool {
        !locked(&self.open).is_empty()
    }

    fn keep(&self, id: &ConnectionId, view: CheckView) {
        if let Some(open) = locked(&self.open).get_mut(id) {
            open.found.push(view);
        }
    }

    /// Nothing more begins.
    pub fn stop(&self, id: &ConnectionId) {
        if let Some(open) = locked(&self.open).get(id) {
            open.stop.send_replace(true);
        }
    }

    /// What it found, if it was not stopped.
    fn end(&self, id: &ConnectionId) -> Option<Vec<CheckView>> {
        let open = locked(&self.open).remove(id)?;
        let stopped = *open.stop.borrow();
        (!stopped).then_some(open.found)
    }

    pub fn progress(&self, id: &ConnectionId) -> Option<CheckProgress> {
        let all = locked(&self.open);
        let open = all.get(id)?;
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        Some(CheckProgress { done: count(open.found.len()), total: count(open.wanted.len()) })
    }

    /// What waits, and what was found so far.
    pub(super) fn so_far(&self, id: &ConnectionId) -> (Vec<CheckId>, Vec<CheckView>) {
        let all = locked(&self.open);
        let Some(open) = all.get(id) else { return (Vec::new(), Vec::new()) };
        let is_found = |id: &CheckId| open.found.iter().any(|view| view.id == *id);
        let waiting = open.wanted.iter().copied().filter(|id| !is_found(id)).collect();
        (waiting, open.found.clone())
    }
}

/// However the check-up ends, a dropped one included, it is not under way any more.
struct Ending<'a> {
    checks: &'a Checks,
    id: &'a ConnectionId,
}

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.checks.end(self.id);
    }
}

/// What became of a check-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckupOutcome {
    /// Nothing if it was stopped, or if another one was under way already.
    pub found: Vec<CheckView>,
    /// Whether any of DingTalk's hosts answered, if that was asked.
    pub reached: Option<bool>,
    /// The key store gave no secret.
    pub keys_shut: Option<Problem>,
}

impl Engine {
    /// Everything at once, for the home page, the tray and the check-up page. What it finds stands on the tasks, and is
    /// kept. Asked for twice, it runs once; `setup_cancel` stops it.
    ///
    /// # Errors
    /// Those of the key store, after everything else was looked at; `PracticeNotRunning`.
    pub async fn overview_check(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let outcome = self.checkup_make(id, CheckupCause::Asked, &CheckId::ALL).await?;
        match outcome.keys_shut {
            Some(problem) => Err(problem),
            None => self.snapshot(id).await,
        }
    }

    /// Only these checks, and what they lean on. What they find is kept as well.
    ///
    /// # Errors
    /// `PracticeNotRunning`, `ConnectionUnknown`, those of the store.
    pub async fn checkup_only(&self, id: &ConnectionId, wanted: &[CheckId]) -> Result<CheckupOutcome> {
        self.checkup_make(id, CheckupCause::Asked, wanted).await
    }

    pub async fn checkup_run(&self, id: &ConnectionId) -> Result<CheckupSnapshot> {
        self.checkup_make(id, CheckupCause::Asked, &CheckId::ALL).await?;
        self.checkup(id).await
    }

    pub(super) async fn checkup_make(
        &self,
        id: &ConnectionId,
        cause: CheckupCause,
        wanted: &[CheckId],
    ) -> Result<CheckupOutcome> {
        let row = self.row(id).await?;
        // A company whose hosts are not there at all cannot be asked about anything.
        self.hosts(&row)?;
        let checks = &self.shared.checks;
        let nothing = CheckupOutcome { found: Vec::new(), reached: None, keys_shut: None };
        let Some(stop) = checks.start(id, wanted) else { return Ok(nothing) };
        let ending = Ending { checks, id };
        let mut round = Round::new(self.clone(), row, stop.clone(), cause != CheckupCause::Asked);
        let run = uuid::Uuid::new_v4().to_string();
        let looked = self.look_at_all(&mut round, wanted, &run, cause, &stop).await;
        let found = checks.end(id);
        drop(ending);
        let _ = self.keep_usage().await;
        let whole = looked.is_ok();
        let Some(found) = found.filter(|_| whole) else {
            let (gone, run) = (id.clone(), run);
            let _ = self.shared.store.with(move |store| rows::forget(store, &run)).await;
            // The page is told that nothing is under way any more. Whoever was removed meanwhile has no page.
            let told = self.told(&gone).await;
            looked?;
            return told.map(|_| nothing);
        };
        let reached = round.reached();
        self.keep_checkup(id, &run, &found, reached).await?;
        self.told(id).await?;
        let keys_shut = round.keys_fail.filter(|problem| is_key_store(problem.code));
        Ok(CheckupOutcome { found, reached, keys_shut })
    }

    async fn look_at_all(
        &self,
        round: &mut Round,
        wanted: &[CheckId],
        run: &str,
        cause: CheckupCause,
        stop: &watch::Receiver<bool>,
    ) -> Result<()> {
        let (id, run, now) = (round.id.clone(), run.to_owned(), self.stamp());
        self.shared.store.with(move |store| rows::begin(store, &id, &run, cause, &now)).await?;
        self.told(&round.id).await?;
        for check in CHECKS.into_iter().filter(|check| wanted.contains(&check.id())) {
            if *stop.borrow() {
                break;
            }
            let finding = check.look(round).await?;
            if *stop.borrow() {
                break;
            }
            self.shared.checks.keep(&round.id, finding.view(check.id(), self.stamp()));
            self.told(&round.id).await?;
        }
        Ok(())
    }

    async fn keep_checkup(
        &self,
        id: &ConnectionId,
        run: &str,
        found: &[CheckView],
        reached: Option<bool>,
    ) -> Result<()> {
        let whole = found.len() == CheckId::ALL.len();
        let counts = whole && reached == Some(true);
        let (wanted, run, found, now) = (id.clone(), run.to_owned(), found.to_vec(), self.stamp());
        self.alter(id, move |store, row| {
            rows::end(store, &wanted, &run, &found, Ended { now: &now, counts })?;
            if whole {
                row.checked_at = Some(now);
            }
            Ok(())
        })
        .await
    }
}

fn is_key_store(code: ProblemCode) -> bool {
    matches!(
        code,
        ProblemCode::VaultAbsent | ProblemCode::VaultLocked | ProblemCode::VaultReadBack | ProblemCode::VaultFailed
    )
}
