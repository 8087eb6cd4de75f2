//! Telling each occurrence once: it is claimed in the file before anybody is told, so that neither a restart nor a
//! second program nor a clock tells it again. Whoever is killed in between has told nobody; the home page still does.

use jiff::Timestamp;
use rusqlite::Transaction;

use super::plan;
use super::view::{ReminderView, is_told, view};
use crate::clock::hong_kong_day;
use crate::connection::ConnectionId;
use crate::engine::{Engine, locked};
use crate::problem::Result;
use crate::settings::background;
use crate::store::{Answer, ReminderRow, connection, reminder};

/// Everything that came due at one look: several come as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub due: Vec<DueReminder>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueReminder {
    pub connection: ConnectionId,
    /// The company's name; may be empty.
    pub company: String,
    pub reminder: ReminderView,
    /// Its moment was missed: the computer was off, or asleep, or the program was closed.
    pub late: bool,
}

/// What is due at this moment, told or not.
pub(crate) fn due(store: &Transaction, id: &ConnectionId, company: &str, now: Timestamp) -> Answer<Vec<DueReminder>> {
    let rows = reminder::all(store, id)?;
    let mut due: Vec<_> = rows.iter().filter(|row| is_told(row, now)).collect();
    due.sort_by(|one, other| one.due.cmp(&other.due));
    Ok(due.into_iter().map(|row| told(id, company, row, now)).collect())
}

fn told(id: &ConnectionId, company: &str, row: &ReminderRow, now: Timestamp) -> DueReminder {
    let late = plan::is_late(row, now);
    DueReminder { connection: id.clone(), company: company.to_owned(), late, reminder: view(row, now) }
}

impl Engine {
    /// What comes due is handed over here from now on; without somebody who listens, nothing is claimed. The last one
    /// who asks gets it.
    pub fn notices(&self) -> tokio::sync::mpsc::UnboundedReceiver<Notice> {
        let (tell, told) = tokio::sync::mpsc::unbounded_channel();
        *locked(&self.shared.notices) = Some(tell);
        told
    }

    /// One look. Dates that follow from something that happened are reckoned first.
    pub(crate) async fn remind(&self, now: Timestamp) -> Result<()> {
        let changed = self.shared.store.with(move |store| {
            let mut changed = Vec::new();
            for company in connection::all(store)? {
                if super::settle(store, &company.id, now)? {
                    changed.push(company.id);
                }
            }
            Ok(changed)
        });
        let mut news = changed.await?;
        let listener = locked(&self.shared.notices).clone().filter(|tell| !tell.is_closed());
        if let Some(tell) = listener {
            let (due, wanted) = self.due_claimed(now).await?;
            news.extend(due.iter().map(|one| one.connection.clone()));
            if !due.is_empty() && wanted {
                // Nobody listening any more is as a kill here: the home page tells it.
                let _ = tell.send(Notice { due });
            }
        }
        self.new_day(now, &mut news).await?;
        news.sort_by(|one, other| one.0.cmp(&other.0));
        news.dedup();
        for id in news {
            // It may have been removed meanwhile.
            let _ = self.told(&id).await;
        }
        Ok(())
    }

    /// And whether notifications are wanted: read with the claim, so that no error comes between the two.
    async fn due_claimed(&self, now: Timestamp) -> Result<(Vec<DueReminder>, bool)> {
        self.shared
            .store
            .with(move |store| {
                let mut found = Vec::new();
                for company in connection::all(store)? {
                    for mut row in reminder::all(store, &company.id)? {
                        let occurrence = plan::occurrence(&row);
                        let come = plan::told_at(&row).is_some_and(|at| at <= now);
                        if !is_told(&row, now) || !come || row.fired == occurrence {
                            continue;
                        }
                        row.fired = occurrence;
                        reminder::write(store, &row)?;
                        found.push(told(&company.id, &company.name, &row, now));
                    }
                }
                Ok((found, background::notices_on(store)?))
            })
            .await
    }

    /// What waits on the home page changes with the date: whoever leaves the window open sees it.
    async fn new_day(&self, now: Timestamp, news: &mut Vec<ConnectionId>) -> Result<()> {
        let today = hong_kong_day(now);
        let before = locked(&self.shared.day).replace(today);
        if before.is_some_and(|before| before != today) {
            news.extend(self.connections().await?.into_iter().map(|one| one.id));
        }
        Ok(())
    }
}
