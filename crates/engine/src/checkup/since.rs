//! What changed since a check last worked: only what was seen, and only between the two check-ups that saw the turn.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rusqlite::Transaction;

use super::view::{ChangeCode, ChangeLine, CheckId, CheckState, SinceView};
use crate::permission::PointState;
use crate::store::checkup::{self, ResultRow};
use crate::store::{Answer, ConnectionRow, address, permission, robot};

/// What is seen in the check-up that saw the turn belongs to it, whichever check comes first.
const SLACK: SignedDuration = SignedDuration::from_mins(15);

/// Other checks whose finding tells of something that may be the cause.
const AROUND: [(CheckId, ChangeCode); 4] = [
    (CheckId::Proxy, ChangeCode::Proxy),
    (CheckId::Inspection, ChangeCode::Inspection),
    (CheckId::Zone, ChangeCode::Zone),
    (CheckId::Clock, ChangeCode::Clock),
];

pub(super) fn since(store: &Transaction, row: &ConnectionRow, id: CheckId) -> Answer<Option<SinceView>> {
    let Some((fine, first)) = checkup::turn(store, &row.id, id)? else { return Ok(None) };
    let window = Window { from: fine.at.clone(), to: later(&first.at) };
    let mut changes = Vec::new();
    for one in address::all(store, &row.id)?.iter().filter(|one| window.holds(&one.first_at)) {
        changes.push(line(ChangeCode::Address, Some(&one.first_at), &[("ip", &one.ip)]));
    }
    if let Some(at) = row.secret_set_at.as_ref().filter(|at| window.holds(at)) {
        changes.push(line(ChangeCode::Keys, Some(at), &[]));
    }
    changes.extend(points(store, row, &window)?);
    for robot in robot::all(store, &row.id)? {
        let set = [&robot.webhook_set_at, &robot.secret_set_at].into_iter().flatten();
        if let Some(at) = set.filter(|at| window.holds(at)).max() {
            changes.push(line(ChangeCode::Robot, Some(at), &[("name", &robot.name)]));
        }
    }
    let (before, after) = (checkup::of_run(store, &row.id, &fine.run)?, checkup::of_run(store, &row.id, &first.run)?);
    let around = AROUND.into_iter().filter(|(other, _)| *other != id && differs(*other, &before, &after));
    changes.extend(around.map(|(_, code)| line(code, None, &[])));
    Ok(Some(SinceView { last_fine: fine.at, first_not: first.at, changes }))
}

struct Window {
    from: String,
    to: String,
}

impl Window {
    /// Stamps are written year first and in UTC: the order of the letters is the order of the moments.
    fn holds(&self, at: &str) -> bool {
        self.from.as_str() < at && at <= self.to.as_str()
    }
}

fn later(at: &str) -> String {
    let moved = at.parse::<Timestamp>().ok().and_then(|at| at.checked_add(SLACK).ok());
    moved.map_or_else(|| at.to_owned(), crate::clock::stamp)
}

/// Points that turned within the window: what was never seen before is no change.
fn points(store: &Transaction, row: &ConnectionRow, window: &Window) -> Answer<Vec<ChangeLine>> {
    let seen = permission::all(store, &row.id, row.client_id())?;
    let turned = |wanted: PointState| {
        let now = seen.iter().filter(|one| one.state == wanted && window.holds(&one.first_at));
        let known = |point: &str, at: &str| seen.iter().any(|one| one.point == point && one.first_at.as_str() < at);
        now.filter(|one| known(&one.point, &one.first_at)).map(|one| one.point.as_str()).collect::<Vec<_>>()
    };
    let lines = [(ChangeCode::PointsLost, PointState::Missing), (ChangeCode::PointsGained, PointState::Granted)];
    Ok(lines
        .into_iter()
        .filter_map(|(code, state)| {
            let points = turned(state);
            (!points.is_empty()).then(|| line(code, None, &[("points", &points.join(", "))]))
        })
        .collect())
}

/// Both told something, and not the same.
fn differs(id: CheckId, before: &[ResultRow], after: &[ResultRow]) -> bool {
    let of = |rows: &[ResultRow]| rows.iter().find(|row| row.id == id).map(|row| row.view.clone());
    let (Some(before), Some(after)) = (of(before), of(after)) else { return false };
    let told = |state: CheckState| state != CheckState::CannotTell;
    told(before.state) && told(after.state) && (before.state != after.state || before.says != after.says)
}

fn line(code: ChangeCode, at: Option<&str>, args: &[(&str, &str)]) -> ChangeLine {
    let args: BTreeMap<String, String> =
        args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    ChangeLine { code, at: at.map(str::to_owned), args }
}
