//! When check-ups are made by themselves: at times of the day in Hong Kong, and when the computer wakes up.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use jiff::civil::Time;
use jiff::{SignedDuration, Timestamp, ToSpan as _, Zoned};
use tokio::time::Instant;

use super::view::{CheckId, CheckupCause, CheckupSnapshot};
use crate::clock::{hong_kong, hong_kong_day, stamp};
use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::store::checkup::{self as rows, Due, PlanRow};
use crate::store::{ConnectionRow, connection};

/// Before the day's work and after lunch: a trouble is known before its first message is missed.
const USUAL: [&str; 2] = ["08:30", "13:30"];
const MOST: usize = 2;
/// Two check-ups closer than this tell the same twice.
const APART: SignedDuration = SignedDuration::from_hours(1);
/// Whoever took on a run and has not ended it by then was killed, or did not reach DingTalk.
const STALE: SignedDuration = SignedDuration::from_mins(15);
/// After a check-up, a wake brings no other one for so long.
const REST: SignedDuration = SignedDuration::from_mins(30);
/// F52: a clock that is set to and fro makes times of the day come twice; this one it cannot move.
const SPACING: Duration = Duration::from_mins(30);

/// What this program did by itself.
#[derive(Default)]
pub(crate) struct Planned {
    busy: Mutex<bool>,
    made: Mutex<HashMap<ConnectionId, Instant>>,
}

struct Turn<'a>(&'a Planned);

impl Planned {
    fn begin(&self) -> Option<Turn<'_>> {
        let mut busy = locked(&self.busy);
        if std::mem::replace(&mut *busy, true) { None } else { Some(Turn(self)) }
    }

    pub fn is_busy(&self) -> bool {
        *locked(&self.busy)
    }

    fn is_soon(&self, id: &ConnectionId) -> bool {
        locked(&self.made).get(id).is_some_and(|made| made.elapsed() < SPACING)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *locked(&self.0.busy) = false;
    }
}

/// Whoever wants none here and a scheduler elsewhere has the usual ones there.
pub(crate) fn deploy_times(plan: Option<&PlanRow>) -> Vec<String> {
    let times = times_of(plan);
    if times.is_empty() { USUAL.map(str::to_owned).to_vec() } else { times }
}

pub(super) fn times_of(plan: Option<&PlanRow>) -> Vec<String> {
    plan.map_or_else(|| USUAL.map(str::to_owned).to_vec(), |plan| plan.times.clone())
}

/// The last time that has come, as `2026-11-28T08:30` and as a moment.
fn last(times: &[String], now: Timestamp) -> Option<(String, Timestamp)> {
    around(times, now, -1).filter(|at| at.timestamp() <= now).max_by_key(Zoned::timestamp).map(|at| {
        let name = at.strftime("%Y-%m-%dT%H:%M").to_string();
        (name, at.timestamp())
    })
}

pub(super) fn next(times: &[String], now: Timestamp) -> Option<String> {
    let coming = around(times, now, 1).filter(|at| at.timestamp() > now);
    coming.map(|at| at.timestamp()).min().map(stamp)
}

/// Today's and the neighbouring day's.
fn around(times: &[String], now: Timestamp, step: i64) -> impl Iterator<Item = Zoned> {
    let today = hong_kong_day(now);
    let other = today.saturating_add(step.days());
    times
        .iter()
        .filter_map(|time| read(time))
        .flat_map(move |time| [today, other].map(|day| day.to_datetime(time)))
        .filter_map(|at| at.to_zoned(hong_kong()).ok())
}

fn read(time: &str) -> Option<Time> {
    (time.len() == 5).then(|| Time::strptime("%H:%M", time).ok()).flatten()
}

/// In the order of the day, and far enough apart.
fn sorted(times: &[String]) -> Option<Vec<String>> {
    let mut read: Vec<Time> = times.iter().map(|time| read(time)).collect::<Option<_>>()?;
    read.sort_unstable();
    let close = read.windows(2).any(|two| matches!(two, [one, other] if other.duration_since(*one) < APART));
    let round = matches!((read.first(), read.last()), (Some(first), Some(last)) if first != last
        && SignedDuration::from_hours(24) - last.duration_since(*first) < APART);
    if read.len() > MOST || close || round {
        return None;
    }
    Some(read.into_iter().map(|time| time.strftime("%H:%M").to_string()).collect())
}

impl Engine {
    /// Hong Kong times, two at most and an hour apart; none: never by itself.
    ///
    /// # Errors
    /// `ChoiceMissing` for what is no such time.
    pub async fn checkup_plan(&self, id: &ConnectionId, times: Vec<String>) -> Result<CheckupSnapshot> {
        let Some(times) = sorted(&times) else {
            return Err(Problem::new(ProblemCode::ChoiceMissing).at(Field::Interval));
        };
        let (wanted, plan) = (id.clone(), PlanRow { times, set_at: self.stamp() });
        self.shared
            .store
            .with(move |store| {
                connection::find(store, &wanted)?;
                rows::set_plan(store, &wanted, &plan)
            })
            .await?;
        self.checkup(id).await
    }

    /// Makes what is due, once for all programs that look at this folder. `woke`: the computer slept until now.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn checkups_due(&self, woke: bool) -> Result<()> {
        let planned = &self.shared.planned;
        let Some(_turn) = planned.begin() else { return Ok(()) };
        for row in self.shared.store.with(connection::all).await? {
            let id = row.id.clone();
            let idle = row.working_keys.is_none() || self.hosts(&row).is_err();
            if idle || self.shared.rechecks.is_shut(&id) || planned.is_soon(&id) {
                continue;
            }
            let Some(claim) = self.claim(row, woke).await? else { continue };
            locked(&planned.made).insert(id.clone(), Instant::now());
            let made = Box::pin(self.checkup_make(&id, claim.cause, &CheckId::ALL)).await;
            // A network that is away is asked again later; everything else has had its turn.
            let away = matches!(&made, Ok(outcome) if outcome.reached == Some(false));
            if away {
                locked(&planned.made).remove(&id);
            } else {
                let now = self.stamp();
                self.shared.store.with(move |store| rows::claimed_done(store, &id, &claim.slot, &now)).await?;
            }
        }
        Ok(())
    }

    async fn claim(&self, row: ConnectionRow, woke: bool) -> Result<Option<Claim>> {
        let now = self.shared.parts.clock.now();
        let ago = |span| stamp(now.saturating_sub(span).unwrap_or(now));
        let (stale, rested, now_stamp) = (ago(STALE), ago(REST), stamp(now));
        self.shared
            .store
            .with(move |store| {
                let plan = rows::plan(store, &row.id)?;
                let times = times_of(plan.as_ref());
                let set_at = plan.map_or(row.created_at, |plan| plan.set_at);
                if let Some((slot, at)) = last(&times, now) {
                    let since = stamp(at);
                    let due = Due { slot: &slot, since: &since, stale: &stale, now: &now_stamp };
                    // A plan of the future was made by a clock that has been set right since.
                    if (since > set_at || set_at > now_stamp) && rows::claim(store, &row.id, due)? {
                        return Ok(Some(Claim { slot, cause: CheckupCause::Schedule }));
                    }
                }
                let slot = WAKE.to_owned();
                let due = Due { slot: &slot, since: &rested, stale: &rested, now: &now_stamp };
                if woke && !times.is_empty() && rows::claim_wake(store, &row.id, due)? {
                    return Ok(Some(Claim { slot, cause: CheckupCause::Wake }));
                }
                Ok(None)
            })
            .await
    }
}

struct Claim {
    slot: String,
    cause: CheckupCause,
}

const WAKE: &str = "wake";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn times(of: &[&str]) -> Vec<String> {
        of.iter().map(|time| (*time).to_owned()).collect()
    }

    fn check(of: &[&str], now: &str, last_: Option<&str>, next_: Option<&str>) {
        let now: Timestamp = now.parse().unwrap();
        assert_eq!(last(&times(of), now).map(|(name, _)| name).as_deref(), last_, "{of:?} {now}");
        assert_eq!(next(&times(of), now).as_deref(), next_, "{of:?} {now}");
    }

    // F55
    #[test]
    fn times_are_hong_kongs_whatever_this_computer_shows() {
        let usual = &USUAL;
        check(usual, "2026-11-28T00:29:59Z", Some("2026-11-27T13:30"), Some("2026-11-28T00:30:00Z"));
        check(usual, "2026-11-28T00:30:00Z", Some("2026-11-28T08:30"), Some("2026-11-28T05:30:00Z"));
        check(usual, "2026-11-28T12:00:00Z", Some("2026-11-28T13:30"), Some("2026-11-29T00:30:00Z"));
        check(&["00:00"], "2026-11-27T16:00:00Z", Some("2026-11-28T00:00"), Some("2026-11-28T16:00:00Z"));
        check(&[], "2026-11-28T12:00:00Z", None, None);
    }

    #[test]
    fn two_times_at_most_and_an_hour_apart() {
        assert_eq!(sorted(&times(&["13:30", "08:30"])), Some(times(&["08:30", "13:30"])));
        assert_eq!(sorted(&times(&[])), Some(vec![]));
        for wrong in
            [&["8:30"][..], &["24:00"], &["08:30", "09:00"], &["00:10", "23:30"], &["01:00", "05:00", "09:00"], &["x"]]
        {
            assert_eq!(sorted(&times(wrong)), None, "{wrong:?}");
        }
    }
}
