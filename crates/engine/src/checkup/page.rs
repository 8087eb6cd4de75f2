//! The check-up page, from what is kept and from what is under way.

use super::plan::{next, times_of};
use super::since::since;
use super::view::{CheckId, CheckLine, CheckState, CheckView, CheckupSnapshot, PlanView, RunLine};
use crate::connection::ConnectionId;
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::{Answer, checkup, connection};

/// So many of the check-ups before are shown: a fortnight of two a day.
const SHOWN: u32 = 28;

impl Engine {
    /// Everything that was found since then (RFC 3339, UTC; empty: ever), oldest first.
    pub async fn checkup_history(&self, id: &ConnectionId, since: &str) -> Result<Vec<CheckView>> {
        let (id, since) = (id.clone(), since.to_owned());
        let rows = self.shared.store.with(move |store| checkup::history(store, &id, &since)).await?;
        Ok(rows.into_iter().map(|row| row.view).collect())
    }

    pub async fn checkup(&self, id: &ConnectionId) -> Result<CheckupSnapshot> {
        let (waiting, so_far) = self.shared.checks.so_far(id);
        let checking = self.shared.checks.progress(id);
        let now = self.shared.parts.clock.now();
        let wanted = id.clone();
        let (at, checks, plan, runs) = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let mut checks = Vec::new();
                for check in CheckId::ALL {
                    let new = so_far.iter().find(|view| view.id == check).cloned();
                    let kept = || -> Answer<_> { Ok(checkup::latest(store, &wanted, check)?.map(|row| row.view)) };
                    let found = match new {
                        Some(view) => Some(view),
                        None => kept()?,
                    };
                    let not = found
                        .as_ref()
                        .is_some_and(|view| matches!(view.state, CheckState::NeedsYou | CheckState::NeedsOther));
                    let since = if not { since(store, &row, check)? } else { None };
                    checks.push(CheckLine { id: check, waiting: waiting.contains(&check), found, since });
                }
                let plan = checkup::plan(store, &wanted)?;
                Ok((row.checked_at, checks, plan, checkup::runs(store, &wanted, SHOWN)?))
            })
            .await?;
        let times = times_of(plan.as_ref());
        let runs = runs.into_iter().map(|run| RunLine {
            id: run.id,
            cause: run.cause,
            at: run.ended_at,
            fine: run.fine,
            needs: run.needs,
            untold: run.untold,
        });
        Ok(CheckupSnapshot {
            connection: id.clone(),
            checking,
            at,
            checks,
            plan: PlanView { next: next(&times, now), times },
            runs: runs.collect(),
            sentinel: self.sentinel(id).await?,
            quota: self.quota(id).await?,
        })
    }
}
