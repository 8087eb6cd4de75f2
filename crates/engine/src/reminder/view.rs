//! What the pages and the command line draw.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::form::ReminderForm;
use super::kind::{Owner, ReminderKind};
use super::plan;
use crate::clock::hong_kong_day;
use crate::setup::Task;
use crate::store::ReminderRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReminderView {
    pub id: String,
    pub kind: ReminderKind,
    pub note: String,
    pub owner: Owner,
    pub every_days: Option<u32>,
    pub ahead_days: u32,
    /// Hour and minute in Hong Kong.
    pub at: String,
    /// A Hong Kong calendar date; none while there is nothing to be reminded of.
    pub due: Option<String>,
    pub snoozed: Option<String>,
    pub state: ReminderState,
    /// Days past the date; 0 on it and before.
    pub overdue_days: u32,
    /// Where it is done.
    pub task: Option<Task>,
    /// Its date is reckoned from something that happens; it cannot be typed.
    pub dated_by_itself: bool,
    /// It can be taken away; the others are switched off.
    pub removable: bool,
}

/// One that can be added, as it usually is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ReminderOffer {
    pub form: ReminderForm,
    pub dated_by_itself: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ReminderState {
    Due,
    Snoozed,
    Planned,
    /// Nothing to be reminded of at present.
    Quiet,
    Off,
}

/// The most pressing first.
pub(crate) fn views(rows: &[ReminderRow], now: Timestamp) -> Vec<ReminderView> {
    let mut found: Vec<_> = rows.iter().filter(|row| !row.removed).map(|row| view(row, now)).collect();
    found.sort_by(|one, other| (one.state, &one.due, one.kind).cmp(&(other.state, &other.due, other.kind)));
    found
}

/// A certificate first, of which there may be many; of the others, what is not there.
pub(crate) fn offers(rows: &[ReminderRow]) -> Vec<ReminderOffer> {
    let is_free = |kind: &ReminderKind| !rows.iter().any(|row| row.kind == *kind && !row.removed);
    let others = ReminderKind::ALL.into_iter().filter(|kind| *kind != ReminderKind::Certificate).filter(is_free);
    let kinds = [ReminderKind::Certificate].into_iter().chain(others);
    kinds
        .map(|kind| ReminderOffer { form: ReminderForm::usual(kind), dated_by_itself: kind.follows_a_fact() })
        .collect()
}

pub(crate) fn view(row: &ReminderRow, now: Timestamp) -> ReminderView {
    let today = hong_kong_day(now);
    let overdue = plan::date(row.due.as_ref()).and_then(|due| due.until(today).ok()).map_or(0, |span| span.get_days());
    ReminderView {
        id: row.id.clone(),
        kind: row.kind,
        note: row.note.clone(),
        owner: row.owner.clone(),
        every_days: row.every_days,
        ahead_days: row.ahead_days,
        at: row.at.clone(),
        due: row.due.clone(),
        snoozed: row.snoozed.clone(),
        state: state(row, now),
        overdue_days: u32::try_from(overdue).unwrap_or_default(),
        task: row.kind.task(),
        dated_by_itself: row.kind.follows_a_fact(),
        removable: row.kind == ReminderKind::Certificate,
    }
}

fn state(row: &ReminderRow, now: Timestamp) -> ReminderState {
    let today = hong_kong_day(now);
    match plan::told_on(row) {
        _ if row.off || row.removed => ReminderState::Off,
        None => ReminderState::Quiet,
        Some(day) if day <= today => ReminderState::Due,
        Some(_) if row.snoozed.is_some() => ReminderState::Snoozed,
        Some(_) => ReminderState::Planned,
    }
}

/// From the morning of its day on it stands on the home page.
pub(crate) fn is_told(row: &ReminderRow, now: Timestamp) -> bool {
    state(row, now) == ReminderState::Due
}
