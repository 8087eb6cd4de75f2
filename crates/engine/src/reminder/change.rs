//! What a person does with a reminder: sets it, lets it rest, has done it, switches it off.

use rusqlite::Transaction;

use super::form::{ReminderForm, Snooze, is_interval};
use super::kind::ReminderKind;
use super::plan;
use super::settle::{new, reckoned, touched};
use crate::clock::hong_kong_day;
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, SetupSnapshot, Task};
use crate::store::{Answer, ReminderRow, connection, reminder, task};

impl Engine {
    /// Stop 5's: when the allow list is looked at again, the first time and ever after.
    ///
    /// # Errors
    /// `ChoiceMissing` for less than a day or more than two years.
    pub async fn reminder_set(&self, id: &ConnectionId, days: u32) -> Result<SetupSnapshot> {
        if !is_interval(days) {
            return Err(Problem::new(ProblemCode::ChoiceMissing).at(Field::Interval));
        }
        let now = self.shared.parts.clock.now();
        self.kind_changed(id, ReminderKind::AllowList, move |row| {
            row.every_days = Some(days);
            row.due = Some(plan::after(hong_kong_day(now), days).to_string());
            row.snoozed = None;
            row.off = false;
        })
        .await
    }

    /// A new one, or other words, dates and owners for the one that is there. Of most kinds there is one.
    ///
    /// # Errors
    /// Those of the form; `ReminderGone`.
    pub async fn reminder_save(
        &self,
        id: &ConnectionId,
        reminder: Option<&str>,
        form: ReminderForm,
    ) -> Result<SetupSnapshot> {
        let form = form.checked(hong_kong_day(self.shared.parts.clock.now()))?;
        let fill = move |row: &mut ReminderRow| {
            let moved = row.due != form.due || row.every_days != form.every_days || row.ahead_days != form.ahead_days;
            row.note = form.note;
            row.owner = form.owner;
            row.every_days = form.every_days;
            row.ahead_days = form.ahead_days;
            row.at = form.at;
            row.due = if row.kind.follows_a_fact() { reckoned(row) } else { form.due };
            if moved {
                row.snoozed = None;
            }
            row.off = false;
        };
        match reminder {
            Some(reminder) => self.reminder_changed(id, reminder, fill).await,
            None => self.kind_changed(id, form.kind, fill).await,
        }
    }

    /// It was done today: the next one is reckoned from today.
    ///
    /// # Errors
    /// `ReminderGone`.
    pub async fn reminder_done(&self, id: &ConnectionId, reminder: &str) -> Result<SetupSnapshot> {
        let today = hong_kong_day(self.shared.parts.clock.now());
        self.reminder_changed(id, reminder, move |row| {
            row.due = plan::next(row, today).map(|day| day.to_string());
            row.snoozed = None;
        })
        .await
    }

    /// Quiet until another day.
    ///
    /// # Errors
    /// `DateMalformed`, `ReminderGone`.
    pub async fn reminder_snooze(&self, id: &ConnectionId, reminder: &str, how: Snooze) -> Result<SetupSnapshot> {
        let until = how.until(hong_kong_day(self.shared.parts.clock.now()))?.to_string();
        self.reminder_changed(id, reminder, move |row| row.snoozed = Some(until)).await
    }

    /// # Errors
    /// `ReminderGone`.
    pub async fn reminder_switch(&self, id: &ConnectionId, reminder: &str, on: bool) -> Result<SetupSnapshot> {
        self.reminder_changed(id, reminder, move |row| row.off = !on).await
    }

    /// # Errors
    /// `ReminderGone`, also for a kind that can only be switched off.
    pub async fn reminder_remove(&self, id: &ConnectionId, reminder: &str) -> Result<SetupSnapshot> {
        let (company, wanted, now) = (id.clone(), reminder.to_owned(), self.shared.parts.clock.now());
        self.shared
            .store
            .with(move |store| {
                let mut row = found(store, &company, &wanted)?;
                if row.kind != ReminderKind::Certificate {
                    return Err(Problem::new(ProblemCode::ReminderGone).into());
                }
                if !row.exported {
                    return reminder::delete(store, &row.id);
                }
                row.removed = true;
                reminder::write(store, &touched(row, now))
            })
            .await?;
        self.told(id).await
    }

    async fn reminder_changed(
        &self,
        id: &ConnectionId,
        reminder: &str,
        change: impl FnOnce(&mut ReminderRow) + Send + 'static,
    ) -> Result<SetupSnapshot> {
        let wanted = reminder.to_owned();
        self.reminder_written(id, change, move |store, company| found(store, company, &wanted)).await
    }

    async fn kind_changed(
        &self,
        id: &ConnectionId,
        kind: ReminderKind,
        change: impl FnOnce(&mut ReminderRow) + Send + 'static,
    ) -> Result<SetupSnapshot> {
        let now = self.shared.parts.clock.now();
        self.reminder_written(id, change, move |store, company| {
            let only = |row: &ReminderRow| row.kind == kind && kind != ReminderKind::Certificate;
            let there = reminder::all(store, company)?.into_iter().find(only);
            Ok(there.unwrap_or_else(|| new(company, kind, now)))
        })
        .await
    }

    /// Changed and written in one transaction; stop 5's evidence goes with the reminder it speaks of.
    async fn reminder_written(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut ReminderRow) + Send + 'static,
        which: impl FnOnce(&Transaction, &ConnectionId) -> Answer<ReminderRow> + Send + 'static,
    ) -> Result<SetupSnapshot> {
        let (engine, company, now) = (self.clone(), id.clone(), self.shared.parts.clock.now());
        self.shared
            .store
            .with(move |store| {
                let practice = connection::find(store, &company)?.region == Region::Practice;
                let mut row = which(store, &company)?;
                change(&mut row);
                let row = touched(row, now);
                reminder::write(store, &row)?;
                // A new kind may speak of something that has happened already.
                super::settle(store, &company, now)?;
                if row.kind != ReminderKind::AllowList {
                    return Ok(());
                }
                match &row.due {
                    Some(date) if !row.off => {
                        let proof = Proof::verified("reminder", AnswerCode::ReminderLive).arg("date", date);
                        task::done(store, &company, Task::Reminder, &engine.evidence(proof, practice))
                    }
                    Some(_) | None => task::forget(store, &company, Task::Reminder),
                }
            })
            .await?;
        self.told(id).await
    }
}

fn found(store: &Transaction, company: &ConnectionId, wanted: &str) -> Answer<ReminderRow> {
    let row = reminder::all(store, company)?.into_iter().find(|row| row.id == wanted && !row.removed);
    row.ok_or_else(|| Problem::new(ProblemCode::ReminderGone).into())
}
