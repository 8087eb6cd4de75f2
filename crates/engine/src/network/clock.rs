//! This machine's clock against DingTalk's, as each answer tells it by its `Date`; and signing by DingTalk's.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use dingtalk::{Exchange, Hosts, ServerTime};
use jiff::{SignedDuration, Timestamp};

use super::snapshot::{ClockView, Way, ZoneView};
use super::span::{apart, span};
use crate::clock::{Clock, hong_kong};
use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::problem::{Problem, Result, travels_as};
use crate::store::ConnectionRow;

/// Seconds. A robot's timestamp may be an hour off; a minute is where a wrong clock shows.
const TOLERATED: i64 = 60;

/// How far this machine is ahead, in seconds, as the last answer of each edition told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Skews(Arc<Mutex<HashMap<String, i64>>>);

impl Skews {
    pub fn note(&self, hosts: &Hosts, ahead: i64) {
        locked(&self.0).insert(hosts.old().to_owned(), ahead);
    }

    pub fn ahead(&self, hosts: &Hosts) -> Option<i64> {
        locked(&self.0).get(hosts.old()).copied()
    }

    /// Listens to every exchange of a client.
    pub fn listen(&self, hosts: &Hosts, clock: &Arc<dyn Clock>) -> impl Fn(&Exchange) + Send + Sync + 'static {
        let (skews, hosts, clock) = (self.clone(), hosts.clone(), clock.clone());
        move |exchange: &Exchange| {
            let Some(time) = exchange.server_time else { return };
            // It is told of the whole exchange: the head, with the date in it, came before the body.
            let body = exchange.duration.saturating_sub(time.round_trip);
            let local = SystemTime::from(clock.now()).checked_sub(body);
            if let Some(local) = local {
                skews.note(&hosts, time.local_ahead_by(local));
            }
        }
    }
}

/// Whether it is so far off that signatures are corrected and a person is told.
pub(crate) fn is_off(ahead: i64) -> bool {
    ahead.abs() > TOLERATED
}

pub(crate) fn view(ahead: i64) -> ClockView {
    let shown = i32::try_from(ahead).unwrap_or(if ahead < 0 { i32::MIN } else { i32::MAX });
    ClockView { ahead: shown, by: span(ahead), off: is_off(ahead) }
}

impl Engine {
    /// How far this machine's clock is ahead just after `time` came.
    pub(crate) fn ahead_of(&self, time: &ServerTime) -> i64 {
        time.local_ahead_by(SystemTime::from(self.shared.parts.clock.now()))
    }

    /// F53: every signature carries the corrected time from now on, and after the next start too.
    pub(crate) async fn keep_skew(&self, id: &ConnectionId, hosts: &Hosts, ahead: i64) -> Result<()> {
        self.shared.skews.note(hosts, ahead);
        let offset = if is_off(ahead) { -ahead.saturating_mul(1_000) } else { 0 };
        self.alter(id, move |_, row| {
            row.clock_offset_ms = offset;
            Ok(())
        })
        .await
    }

    /// F53: the time that every signature carries: DingTalk's, as the last answer told it in this run of the program, or
    /// as it was when it was last found wrong.
    pub(crate) fn signing_time(&self, row: &ConnectionRow, hosts: &Hosts) -> Timestamp {
        let now = self.shared.parts.clock.now();
        let correction = match self.shared.skews.ahead(hosts) {
            Some(ahead) if is_off(ahead) => SignedDuration::from_secs(-ahead),
            Some(_) => SignedDuration::ZERO,
            None => SignedDuration::from_millis(row.clock_offset_ms),
        };
        now.saturating_add(correction).unwrap_or(now)
    }

    /// A failure with how wrong the clock is beside it, if it is: that alone can be the cause. Any problem may have the
    /// arguments `clock_way`, `clock_unit` and `clock_count`.
    pub(crate) async fn beside_clock(&self, id: &ConnectionId, problem: Problem) -> Problem {
        let hosts = self.row(id).await.and_then(|row| self.hosts(&row));
        match hosts.ok().and_then(|hosts| self.shared.skews.ahead(&hosts)) {
            Some(ahead) if is_off(ahead) => {
                let (unit, count) = (span(ahead).unit, span(ahead).count);
                let way = if ahead < 0 { Way::Behind } else { Way::Ahead };
                problem
                    .arg("clock_way", travels_as(&way))
                    .arg("clock_unit", travels_as(&unit))
                    .arg("clock_count", count)
            }
            Some(_) | None => problem,
        }
    }

    /// This computer's time zone.
    pub fn zone(&self) -> ZoneView {
        let (zone, now) = (self.shared.parts.clock.zone(), self.shared.parts.clock.now());
        let ahead = |at: Timestamp| i64::from(zone.to_offset(at).seconds() - hong_kong().to_offset(at).seconds());
        let name = zone.iana_name().map_or_else(|| zone.to_offset(now).to_string(), str::to_owned);
        let year = now.saturating_add(SignedDuration::from_hours(24 * 366)).unwrap_or(now);
        let today = ahead(now);
        let changes = zone.following(now).take_while(|change| change.timestamp() <= year);
        let other = changes.map(|change| ahead(change.timestamp())).find(|other| *other != today);
        ZoneView { name, now: apart(today), later: other.map(apart) }
    }
}
