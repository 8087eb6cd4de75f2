//! The check-up: one file for each thing that is looked at, all of them at once or some, by hand or by themselves. And
//! stop 4's one button: token, signature, clock, time zone, and each permission again. Each task is told as it ends.

mod address;
mod allow_list;
mod check;
mod clock;
mod events;
mod inspection;
mod listed;
mod network;
mod page;
mod permissions;
mod plan;
mod proxy;
mod published;
mod quota;
mod robots;
mod round;
mod run;
mod said;
mod scope;
mod secret_age;
mod signature;
mod since;
mod token;
mod view;
mod visible;
mod zone;

pub(crate) use plan::{Planned, deploy_times};
pub(crate) use run::Checks;
pub use run::CheckupOutcome;
pub use view::{
    ChangeCode, ChangeLine, CheckId, CheckLine, CheckState, CheckView, CheckupCause, CheckupSnapshot, PlanView,
    RunLine, Say, SayCode, SinceView,
};

use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::Result;
use crate::setup::{EvidenceKind, SetupSnapshot, Task};
use crate::store::task;

impl Engine {
    /// # Errors
    /// Those of the keys: without them nothing can be tested.
    pub async fn tests_run(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let row = self.row(id).await?;
        let client = self.client(&row).await?;
        let tasks = [Task::Token, Task::Signature, Task::Clock, Task::Zone, Task::Points, Task::Scope];
        let Some(mut run) = self.begin(id, &tasks).await? else { return self.snapshot(id).await };
        signature::check(&mut run).await?;
        zone::check(self, &mut run).await?;
        let way = token::check(&mut run, &client).await?;
        match way {
            token::Way::Open => {
                clock::check(self, &mut run, &client).await?;
                self.check_points(&mut run, &client, &row.purposes).await?;
            }
            // The rest would only wait for the same end.
            token::Way::Shut(call, stopped) => {
                run.stopped(Task::Clock, call, &stopped).await?;
            }
        }
        drop(run);
        self.told(id).await
    }

    /// Somebody saw it and went on: it is not held up to them again.
    async fn is_accepted(&self, id: &ConnectionId, task: Task) -> Result<bool> {
        let id = id.clone();
        let rows = self.shared.store.with(move |store| task::all(store, &id)).await?;
        let evidence = rows.into_iter().find(|row| row.task == task).and_then(|row| row.evidence);
        Ok(evidence.is_some_and(|evidence| evidence.kind == EvidenceKind::Said))
    }
}
