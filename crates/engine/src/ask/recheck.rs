//! Looking for ourselves whether what others were asked for has come about.

use std::collections::{BTreeSet, HashSet};
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};

use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::problem::{ProblemCode, Result};
use crate::setup::{SetupSnapshot, Task, TaskState};
use crate::store::{AskedRow, asked, connection};

/// Which probe tells about a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Probe {
    Hosts,
    Tests,
    Points,
    List,
}

/// What the looking remembers while the program runs.
#[derive(Default)]
pub(crate) struct Rechecks {
    looking: Mutex<bool>,
    /// Companies whose key store was shut when it was last asked. Nobody is bothered for its password in the background.
    shut: Mutex<HashSet<ConnectionId>>,
}

/// One look at a time; over, however it ends.
struct Look<'a>(&'a Rechecks);

impl Rechecks {
    fn begin(&self) -> Option<Look<'_>> {
        let mut looking = locked(&self.looking);
        if std::mem::replace(&mut *looking, true) { None } else { Some(Look(self)) }
    }

    pub fn is_shut(&self, id: &ConnectionId) -> bool {
        locked(&self.shut).contains(id)
    }

    /// Asked in the background, and it was shut.
    pub fn note_shut(&self, id: &ConnectionId, code: ProblemCode) {
        if matches!(code, ProblemCode::VaultLocked | ProblemCode::VaultAbsent | ProblemCode::VaultFailed) {
            locked(&self.shut).insert(id.clone());
        }
    }

    /// The key store has just given something out.
    pub fn store_is_open(&self) {
        locked(&self.shut).clear();
    }
}

impl Drop for Look<'_> {
    fn drop(&mut self) {
        *locked(&self.0.looking) = false;
    }
}

impl Engine {
    /// One look at everything that is due. A second one meanwhile does nothing.
    pub async fn recheck_due(&self) -> Result<()> {
        let Some(_look) = self.shared.rechecks.begin() else { return Ok(()) };
        let now = self.shared.parts.clock.now();
        let due: Vec<(ConnectionId, Vec<Task>)> = self
            .shared
            .store
            .with(move |store| {
                let mut found = Vec::new();
                for row in connection::all(store)? {
                    let asked = asked::all(store, &row.id)?;
                    let tasks: Vec<Task> = asked.iter().filter(|one| is_due(one, now)).map(|one| one.task).collect();
                    found.push((row.id, tasks));
                }
                Ok(found)
            })
            .await?;
        for (id, tasks) in due {
            if !tasks.is_empty() && !self.shared.rechecks.is_shut(&id) {
                self.look(&id, tasks).await?;
            }
        }
        Ok(())
    }

    async fn look(&self, id: &ConnectionId, tasks: Vec<Task>) -> Result<()> {
        let probes: BTreeSet<Probe> = tasks.iter().filter_map(|task| probe(*task)).collect();
        let mut seen = Vec::new();
        for one in probes {
            let looked = match one {
                Probe::Hosts => self.hosts_check(id).await,
                Probe::Tests => self.tests_run(id).await,
                Probe::Points => self.points_check(id).await,
                Probe::List => self.allow_list_check(id).await,
            };
            match looked.map_err(|problem| problem.code) {
                Ok(snapshot) => {
                    seen.extend(tasks.iter().filter(|task| probe(**task) == Some(one) && rests(&snapshot, **task)));
                }
                Err(code @ (ProblemCode::VaultLocked | ProblemCode::VaultAbsent | ProblemCode::VaultFailed)) => {
                    self.shared.rechecks.note_shut(id, code);
                }
                // It was removed meanwhile.
                Err(ProblemCode::ConnectionUnknown) => return Ok(()),
                // Nothing was asked: it is tried again at the next tick.
                Err(_) => {}
            }
        }
        if seen.is_empty() {
            return Ok(());
        }
        let (wanted, now) = (id.clone(), self.stamp());
        self.shared
            .store
            .with(move |store| {
                for task in seen {
                    asked::looked_at(store, &wanted, task, &now)?;
                }
                Ok(())
            })
            .await?;
        match self.told(id).await {
            Err(problem) if problem.code != ProblemCode::ConnectionUnknown => Err(problem),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

/// Somebody else's look is under way otherwise, and may be cancelled.
fn rests(snapshot: &SetupSnapshot, wanted: Task) -> bool {
    snapshot
        .stops
        .iter()
        .flat_map(|stop| &stop.tasks)
        .any(|view| view.task == wanted && view.state != TaskState::Running)
}

/// A harmless call can tell that it was done.
pub(super) fn by_itself(task: Task) -> bool {
    probe(task).is_some()
}

fn probe(task: Task) -> Option<Probe> {
    match task {
        Task::Hosts => Some(Probe::Hosts),
        Task::Points | Task::Scope => Some(Probe::Points),
        Task::Token | Task::Signature | Task::Clock | Task::Zone => Some(Probe::Tests),
        Task::AllowList => Some(Probe::List),
        Task::Company
        | Task::AppType
        | Task::Region
        | Task::CreateApp
        | Task::Credentials
        | Task::Corp
        | Task::Agent
        | Task::Purpose
        | Task::Published
        | Task::Visible
        | Task::Robot
        | Task::Message
        | Task::Place
        | Task::Address
        | Task::Listed
        | Task::Reminder => None,
    }
}

/// Soon while it is fresh, seldom when it is old: a company has 5,000 calls a month.
fn is_due(asked: &AskedRow, now: Timestamp) -> bool {
    let read = |stamp: &str| stamp.parse::<Timestamp>().ok();
    if asked.done_at.is_some() || !by_itself(asked.task) {
        return false;
    }
    let Some(asked_at) = read(&asked.asked_at) else { return false };
    let last = asked.checked_at.as_deref().and_then(read).map_or(asked_at, |checked| checked.max(asked_at));
    let age = now.duration_since(asked_at);
    let wait = if age < SignedDuration::from_hours(1) {
        SignedDuration::from_mins(10)
    } else if age < SignedDuration::from_hours(24) {
        SignedDuration::from_hours(1)
    } else {
        SignedDuration::from_hours(6)
    };
    // A clock that was set back would keep it waiting for as long as it was ahead.
    let since = now.duration_since(last);
    since >= wait || since < SignedDuration::ZERO
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::problem::Who;

    fn asked(task: Task, asked_at: &str, checked_at: Option<&str>) -> AskedRow {
        AskedRow {
            task,
            who: Who::DingtalkAdmin,
            since: "2026-11-01T00:00:00Z".to_owned(),
            asked_at: asked_at.to_owned(),
            times: 1,
            checked_at: checked_at.map(str::to_owned),
            done_at: None,
        }
    }

    fn check(asked_at: &str, checked_at: Option<&str>, now: &str, expected: bool) {
        let found = is_due(&asked(Task::Points, asked_at, checked_at), now.parse().unwrap());
        assert_eq!(found, expected, "asked {asked_at}, looked {checked_at:?}, now {now}");
    }

    #[test]
    fn it_is_looked_at_soon_and_then_ever_more_seldom() {
        let at = "2026-11-22T01:00:00Z";
        check(at, None, "2026-11-22T01:09:59Z", false);
        check(at, None, "2026-11-22T01:10:00Z", true);
        check(at, Some("2026-11-22T01:10:00Z"), "2026-11-22T01:19:59Z", false);
        check(at, Some("2026-11-22T01:50:00Z"), "2026-11-22T02:30:00Z", false);
        check(at, Some("2026-11-22T01:50:00Z"), "2026-11-22T02:50:00Z", true);
        check(at, Some("2026-11-23T00:30:00Z"), "2026-11-23T05:00:00Z", false);
        check(at, Some("2026-11-23T00:30:00Z"), "2026-11-23T06:30:00Z", true);
        // Asked again: soon again.
        check("2026-11-24T00:00:00Z", Some("2026-11-23T23:59:00Z"), "2026-11-24T00:10:00Z", true);
        // F52: the clock was set back.
        check(at, Some("2026-11-22T01:10:00Z"), "2026-11-21T01:00:00Z", true);
    }

    #[test]
    fn what_has_come_about_or_what_no_call_can_tell_is_never_due() {
        let now = "2026-12-22T01:00:00Z".parse().unwrap();
        let mut done = asked(Task::Points, "2026-11-22T01:00:00Z", None);
        assert!(is_due(&done, now));
        done.done_at = Some("2026-11-23T01:00:00Z".to_owned());
        assert!(!is_due(&done, now));
        assert!(!is_due(&asked(Task::Published, "2026-11-22T01:00:00Z", None), now));
    }
}
