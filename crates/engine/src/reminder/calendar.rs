//! What goes into a calendar file. Here are dates and names; `words` writes the file in the language on now.

use super::kind::{Owner, ReminderKind};
use super::plan;
use crate::clock::{hong_kong_day, stamp};
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::{connection, reminder};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDocument {
    /// RFC 3339, UTC.
    pub made_at: String,
    pub entries: Vec<CalendarEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The same for as long as the reminder lives.
    pub uid: String,
    pub sequence: u32,
    pub created_at: String,
    pub changed_at: String,
    pub kind: ReminderKind,
    pub note: String,
    pub owner: Owner,
    /// The company's name; may be empty.
    pub company: String,
    pub practice: bool,
    /// Hong Kong's date and time of day.
    pub on: String,
    pub at: String,
    pub every_days: Option<u32>,
    /// Alarms: at the moment itself, and so many days before.
    pub ahead_days: u32,
    /// It was in an earlier file, and is to go from the calendar.
    pub cancelled: bool,
}

impl Engine {
    /// Of one company, or of all. What is in it is remembered, so that what is taken away later can be taken out of the
    /// calendar too.
    pub async fn reminder_calendar(&self, id: Option<&ConnectionId>) -> Result<CalendarDocument> {
        let (wanted, now) = (id.cloned(), self.shared.parts.clock.now());
        let entries = self.shared.store.with(move |store| {
            if let Some(id) = &wanted {
                connection::find(store, id)?;
            }
            let mut entries = Vec::new();
            for company in connection::all(store)? {
                if wanted.as_ref().is_some_and(|id| id != &company.id) {
                    continue;
                }
                super::settle(store, &company.id, now)?;
                for mut row in reminder::all(store, &company.id)? {
                    let cancelled = row.off || row.removed || row.due.is_none();
                    let on = plan::date(row.snoozed.as_ref()).or_else(|| plan::date(row.due.as_ref()));
                    let on = match (on, cancelled) {
                        (_, true) if !row.exported => continue,
                        (Some(on), _) => on,
                        // A calendar wants a date, also for what is to go.
                        (None, true) => hong_kong_day(now),
                        (None, false) => continue,
                    };
                    if !row.exported {
                        row.exported = true;
                        reminder::write(store, &row)?;
                    }
                    entries.push(CalendarEntry {
                        uid: format!("{}@hoitung.hk", row.id),
                        sequence: row.sequence,
                        created_at: row.made_at,
                        changed_at: row.changed_at,
                        kind: row.kind,
                        note: row.note,
                        owner: row.owner,
                        company: company.name.clone(),
                        practice: company.region == Region::Practice,
                        on: on.to_string(),
                        at: row.at,
                        every_days: row.every_days,
                        ahead_days: if row.snoozed.is_some() { 0 } else { row.ahead_days },
                        cancelled,
                    });
                }
            }
            Ok(entries)
        });
        Ok(CalendarDocument { made_at: stamp(now), entries: entries.await? })
    }
}
