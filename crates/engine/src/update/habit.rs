//! What is done without being asked: nothing, unless somebody chose it.

use jiff::{SignedDuration, Timestamp};
use rusqlite::Transaction;

use super::view::{UpdateHabit, UpdateSnapshot, UpdateStage};
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::{Answer, setting};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// After a look that brought nothing.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

pub(super) fn read(store: &Transaction) -> Answer<UpdateHabit> {
    Ok(match setting::read(store, setting::UPDATE_HABIT)?.as_deref() {
        Some("look") => UpdateHabit::Look,
        Some("install") => UpdateHabit::Install,
        Some(_) | None => UpdateHabit::ByHand,
    })
}

impl Engine {
    pub async fn update_habit(&self, habit: UpdateHabit) -> Result<UpdateSnapshot> {
        self.shared
            .store
            .with(move |store| match habit {
                UpdateHabit::ByHand => setting::clear(store, setting::UPDATE_HABIT),
                UpdateHabit::Look => setting::write(store, setting::UPDATE_HABIT, "look"),
                UpdateHabit::Install => setting::write(store, setting::UPDATE_HABIT, "install"),
            })
            .await?;
        self.told_update().await
    }

    /// At each beat of the background.
    pub(crate) async fn update_by_itself(&self, now: Timestamp) -> Result<()> {
        let (Ok(_), Ok(packages)) = (self.update_way(), self.packages()) else { return Ok(()) };
        let mut snapshot = self.update().await?;
        if snapshot.habit == UpdateHabit::ByHand {
            return Ok(());
        }
        let tried = self.shared.updates.now().tried;
        if is_due(now, snapshot.looked_at.as_deref(), tried) {
            self.shared.updates.change(|known| known.tried = Some(now));
            snapshot = self.update_look().await?;
        }
        if snapshot.habit != UpdateHabit::Install || !snapshot.replaceable || packages.is_watched() {
            return Ok(());
        }
        // A package that was refused is not fetched again before the next look.
        if snapshot.stage == UpdateStage::Offered && snapshot.problem.is_none() {
            snapshot = self.update_download().await?;
        }
        if snapshot.stage == UpdateStage::Ready && snapshot.problem.is_none() {
            self.install_if_idle().await?;
        }
        Ok(())
    }
}

/// A clock that was set back is no reason to wait.
fn is_due(now: Timestamp, looked_at: Option<&str>, tried: Option<Timestamp>) -> bool {
    let passed = |since: Timestamp, wait: SignedDuration| {
        let ago = now.duration_since(since);
        ago >= wait || ago.is_negative()
    };
    let looked: Option<Timestamp> = looked_at.and_then(|at| at.parse().ok());
    looked.is_none_or(|at| passed(at, DAY)) && tried.is_none_or(|at| passed(at, AGAIN))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(looked: Option<&str>, tried: Option<&str>, expected: bool) {
        let now = "2026-11-28T09:00:00Z".parse().unwrap();
        let tried = tried.map(|at| at.parse().unwrap());
        assert_eq!(is_due(now, looked, tried), expected, "{looked:?} {tried:?}");
    }

    #[test]
    fn it_looks_once_a_day_and_after_a_failure_once_an_hour() {
        check(None, None, true);
        check(Some("2026-11-27T09:00:00Z"), None, true);
        check(Some("2026-11-27T09:00:01Z"), None, false);
        check(Some("2026-11-26T09:00:00Z"), Some("2026-11-28T08:30:00Z"), false);
        check(Some("2026-11-26T09:00:00Z"), Some("2026-11-28T08:00:00Z"), true);
        check(Some("2027-01-01T00:00:00Z"), None, true);
        check(Some("nonsense"), None, true);
    }
}
