//! "Check now": everything that a call can tell, one after the other, with progress, and stopped at a word.

use std::collections::HashMap;
use std::sync::Mutex;

use super::CheckProgress;
use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::problem::Result;
use crate::setup::{SetupSnapshot, Task};

const WAY: [Task; 1] = [Task::Hosts];
const APP: [Task; 6] = [Task::Token, Task::Signature, Task::Clock, Task::Zone, Task::Points, Task::Scope];
const LIST: [Task; 1] = [Task::AllowList];

/// Checks that are under way.
#[derive(Default)]
pub(crate) struct Checks {
    open: Mutex<HashMap<ConnectionId, Open>>,
}

struct Open {
    total: usize,
    /// Not begun yet.
    left: usize,
    stopped: bool,
}

impl Checks {
    fn start(&self, id: &ConnectionId, total: usize) -> bool {
        let mut all = locked(&self.open);
        if all.contains_key(id) {
            return false;
        }
        all.insert(id.clone(), Open { total, left: total, stopped: false });
        true
    }

    /// False when somebody stopped it: then nothing more begins.
    fn begin(&self, id: &ConnectionId, tasks: usize) -> bool {
        let mut all = locked(&self.open);
        let Some(open) = all.get_mut(id).filter(|open| !open.stopped) else { return false };
        open.left = open.left.saturating_sub(tasks);
        true
    }

    pub fn stop(&self, id: &ConnectionId) {
        if let Some(open) = locked(&self.open).get_mut(id) {
            open.stopped = true;
        }
    }

    /// Whether it went through to its end.
    fn end(&self, id: &ConnectionId) -> bool {
        locked(&self.open).remove(id).is_some_and(|open| !open.stopped)
    }

    pub fn progress(&self, id: &ConnectionId, running: usize) -> Option<CheckProgress> {
        let all = locked(&self.open);
        let open = all.get(id)?;
        let count = |number| u32::try_from(number).unwrap_or(u32::MAX);
        let done = open.total.saturating_sub(open.left).saturating_sub(running);
        Some(CheckProgress { done: count(done), total: count(open.total) })
    }
}

/// However the check ends, a dropped one included, it is not under way any more.
struct Ending<'a> {
    checks: &'a Checks,
    id: &'a ConnectionId,
}

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.checks.end(self.id);
    }
}

impl Engine {
    /// The way to DingTalk, the keys, the clock, the permissions, the allow list. What it finds stands on the tasks.
    /// Asked for twice, it runs once; `setup_cancel` stops it.
    ///
    /// # Errors
    /// Those of the key store; `PracticeNotRunning`.
    pub async fn overview_check(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        let has_keys = row.working_keys.is_some();
        let total = if has_keys { WAY.len() + APP.len() + LIST.len() } else { WAY.len() };
        let checks = &self.shared.checks;
        if !checks.start(id, total) {
            return self.snapshot(id).await;
        }
        let ending = Ending { checks, id };
        let checked = self.check_all(id, has_keys).await;
        let whole = checks.end(id);
        drop(ending);
        if let Err(problem) = checked {
            // The page is told first that nothing is under way any more. Whoever was removed meanwhile has no page.
            let _ = self.told(id).await;
            return Err(problem);
        }
        if !whole {
            return self.told(id).await;
        }
        let now = self.stamp();
        self.change_row(id, move |row| row.checked_at = Some(now)).await
    }

    async fn check_all(&self, id: &ConnectionId, has_keys: bool) -> Result<()> {
        let checks = &self.shared.checks;
        if checks.begin(id, WAY.len()) {
            self.hosts_check(id).await?;
        }
        if has_keys && checks.begin(id, APP.len()) {
            self.tests_run(id).await?;
        }
        if has_keys && checks.begin(id, LIST.len()) {
            self.allow_list_check(id).await?;
        }
        Ok(())
    }
}
