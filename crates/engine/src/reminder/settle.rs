//! What happened since: a new secret, an approver who was asked, a robot's last delivery. Dates that follow from it are
//! reckoned anew, and reminders that come by themselves are made.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Transaction;
use uuid::Uuid;

use super::form::USUAL_TIME;
use super::kind::ReminderKind;
use super::plan;
use crate::clock::{hong_kong_day, stamp};
use crate::connection::ConnectionId;
use crate::quota;
use crate::setup::Task;
use crate::store::{Answer, ConnectionRow, ReminderRow, address, asked, connection, reminder, robot};

/// True when something changed.
pub(crate) fn settle(store: &Transaction, id: &ConnectionId, now: Timestamp) -> Answer<bool> {
    let company = connection::find(store, id)?;
    let rows = reminder::all(store, id)?;
    let mut changed = false;
    for kind in ReminderKind::ALL {
        let fact = fact(store, &company, kind, now)?;
        match rows.iter().find(|row| row.kind == kind) {
            None if kind.comes_by_itself() => {
                let Some(day) = fact else { continue };
                reminder::write(store, &first(id, kind, day, now))?;
                changed = true;
            }
            Some(row) if kind.follows_a_fact() => {
                let fact = fact.map(|day| day.to_string());
                if row.fact == fact {
                    continue;
                }
                reminder::write(store, &followed(row.clone(), fact, now))?;
                changed = true;
            }
            Some(_) | None => {}
        }
    }
    Ok(changed)
}

/// The day that matters for this kind, if there is one.
fn fact(store: &Transaction, company: &ConnectionRow, kind: ReminderKind, now: Timestamp) -> Answer<Option<Date>> {
    Ok(match kind {
        ReminderKind::Secret => day_of(company.secret_set_at.as_deref()),
        ReminderKind::Permissions => day_of(company.finished_at.as_deref()),
        ReminderKind::Version => {
            let waits = asked::all(store, &company.id)?;
            let version = waits.iter().find(|one| one.task == Task::Published && one.done_at.is_none());
            version.and_then(|one| day_of(Some(&one.asked_at)))
        }
        ReminderKind::RobotSilent => {
            let robots = robot::all(store, &company.id)?;
            robots.iter().filter_map(|robot| day_of(robot.delivered_at.as_deref())).max()
        }
        ReminderKind::Address => {
            let changed = address::changed(store, &company.id)?;
            changed.and_then(|changed| day_of(Some(&changed.since)))
        }
        ReminderKind::Quota => quota::short_month(store, company, hong_kong_day(now))?,
        ReminderKind::AllowList | ReminderKind::Certificate => None,
    })
}

fn day_of(stamp: Option<&str>) -> Option<Date> {
    let at: Timestamp = stamp?.parse().ok()?;
    Some(hong_kong_day(at))
}

fn first(id: &ConnectionId, kind: ReminderKind, day: Date, now: Timestamp) -> ReminderRow {
    let mut row = new(id, kind, now);
    row.fact = kind.follows_a_fact().then(|| day.to_string());
    // A month is short from the day on which that is seen.
    let day = if kind == ReminderKind::Quota { hong_kong_day(now) } else { day };
    row.due = Some(plan::after(day, row.every_days.unwrap_or(0)).to_string());
    row
}

/// As it usually is, without a date.
pub(super) fn new(id: &ConnectionId, kind: ReminderKind, now: Timestamp) -> ReminderRow {
    let usual = kind.usual();
    ReminderRow {
        id: Uuid::now_v7().simple().to_string(),
        connection: id.clone(),
        kind,
        note: String::new(),
        owner: usual.owner,
        every_days: usual.every_days,
        ahead_days: usual.ahead_days,
        at: USUAL_TIME.to_owned(),
        due: None,
        snoozed: None,
        fact: None,
        off: false,
        removed: false,
        exported: false,
        fired: None,
        sequence: 0,
        made_at: stamp(now),
        changed_at: stamp(now),
    }
}

fn followed(mut row: ReminderRow, fact: Option<String>, now: Timestamp) -> ReminderRow {
    row.fact = fact;
    row.due = reckoned(&row);
    if row.kind == ReminderKind::Quota && row.due.is_some() {
        row.due = Some(hong_kong_day(now).to_string());
    }
    row.snoozed = None;
    touched(row, now)
}

/// From what happened, for the kinds that follow it.
pub(super) fn reckoned(row: &ReminderRow) -> Option<String> {
    plan::date(row.fact.as_ref()).map(|day| plan::after(day, row.every_days.unwrap_or(0)).to_string())
}

/// Whoever has it in a calendar is to take the new one for the newer.
pub(super) fn touched(mut row: ReminderRow, now: Timestamp) -> ReminderRow {
    row.sequence = row.sequence.saturating_add(1);
    row.changed_at = stamp(now);
    row
}
