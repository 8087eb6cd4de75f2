//! The book of what left. A line stands in it before a message leaves, so that a kill, a time-out or a second press
//! can never send twice without a person's word.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::draft::hex;
use super::{Fate, MessageDraft, NUMBER, SentView, SentWay};
use crate::clock::stamp;
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, Proof};
use crate::problem::{Field, Problem, ProblemCode, Result};
use crate::setup::{AnswerCode, SetupSnapshot, Task};
use crate::store::{Answer, SentRow, connection, message, task};

/// Whether a message that has been sent, or may have been, is meant to be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeat {
    Refused,
    Meant,
}

/// A message on its way out, as the book knows it.
#[derive(Debug, Clone)]
pub(crate) struct Outgoing {
    pub way: SentWay,
    pub target: String,
    pub name: String,
    pub digest: String,
    pub opening: String,
}

impl Outgoing {
    pub fn new(way: SentWay, target: &str, name: &str, draft: &MessageDraft) -> Self {
        let (target, name) = (target.to_owned(), name.to_owned());
        Self { way, target, name, digest: draft.digest(), opening: draft.opening() }
    }

    fn is(&self, row: &SentRow) -> bool {
        row.way == self.way && row.target == self.target && row.digest == self.digest
    }

    /// `msgUuid`: the same for every try of one sending, so that DingTalk takes a repeat for the same message; another
    /// one after each that is known to have been sent, so that a meant repeat does arrive.
    pub fn number(&self, rows: &[SentRow]) -> String {
        let sent = rows.iter().filter(|row| self.is(row) && row.fate == Fate::Sent).count();
        let mut number = hex(&format!("{}\n{}\n{sent}", self.target, self.digest));
        number.truncate(NUMBER);
        number
    }

    /// # Errors
    /// `MessageSentAlready` within a day of it, `MessageFateUnknown` as long as nobody has said what became of it.
    fn refuse_repeat(&self, rows: &[SentRow], now: Timestamp) -> Result<()> {
        // The last word counts: what was refused after it had been unknown was not there.
        let Some(last) = rows.iter().find(|row| self.is(row)) else { return Ok(()) };
        match last.fate {
            Fate::NotSent => Ok(()),
            Fate::Unknown => Err(Problem::new(ProblemCode::MessageFateUnknown).at(Field::Message)),
            Fate::Sent if !is_within_a_day(&last.at, now) => Ok(()),
            Fate::Sent => {
                let again = Problem::new(ProblemCode::MessageSentAlready).at(Field::Message);
                Err(again.arg("name", &last.name).arg("at", &last.at))
            }
        }
    }
}

impl Engine {
    /// # Errors
    /// Those of a repeat that nobody meant.
    pub(crate) async fn may_leave(&self, id: &ConnectionId, outgoing: &Outgoing, repeat: Repeat) -> Result<()> {
        if repeat == Repeat::Meant {
            return Ok(());
        }
        let (id, outgoing, now) = (id.clone(), outgoing.clone(), self.shared.parts.clock.now());
        self.shared.store.with(move |store| Ok(outgoing.refuse_repeat(&message::sent(store, &id)?, now)?)).await
    }

    /// F05, F58: before it leaves, the disk says that it may have arrived. If that cannot be written, it does not leave.
    /// Another process that is sending the same now is seen here, as both write.
    pub(crate) async fn leaves(&self, id: &ConnectionId, outgoing: &Outgoing, repeat: Repeat) -> Result<SentRow> {
        let (id, outgoing, now) = (id.clone(), outgoing.clone(), self.shared.parts.clock.now());
        self.shared
            .store
            .with(move |store| {
                let rows = message::sent(store, &id)?;
                if repeat == Repeat::Refused {
                    outgoing.refuse_repeat(&rows, now)?;
                }
                let number = outgoing.number(&rows);
                let Outgoing { way, target, name, digest, opening } = outgoing;
                let row = SentRow {
                    id: Uuid::now_v7().simple().to_string(),
                    at: stamp(now),
                    way,
                    target,
                    name,
                    opening,
                    digest,
                    number,
                    fate: Fate::Unknown,
                    task_id: None,
                    receipt: None,
                };
                message::write_sent(store, &id, &row)?;
                task::failed(store, &id, Task::Message, &Problem::new(ProblemCode::MessageFateUnknown))?;
                Ok(row)
            })
            .await
    }

    /// What became of it. A repeat that was taken says the same of the tries before it: they were one message.
    pub(crate) async fn settle_sent(&self, id: &ConnectionId, row: &SentRow) -> Result<()> {
        let (id, row) = (id.clone(), row.clone());
        self.shared.store.with(move |store| settle(store, &id, &row)).await
    }

    /// Somebody looked, and the message is there. It is never sent again by itself.
    ///
    /// # Errors
    /// `MessageGone` when this sending is not known, or not in doubt.
    pub async fn message_seen(&self, id: &ConnectionId, sent: &str) -> Result<SetupSnapshot> {
        let (wanted, sent, engine) = (id.clone(), sent.to_owned(), self.clone());
        self.shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let practice = row.region == Region::Practice;
                let doubted = message::sent(store, &wanted)?.into_iter().find(|row| row.id == sent);
                let doubted = doubted.filter(|row| row.fate == Fate::Unknown);
                let mut seen = doubted.ok_or_else(|| Problem::new(ProblemCode::MessageGone))?;
                seen.fate = Fate::Sent;
                settle(store, &wanted, &seen)?;
                let proof = Proof::said(AnswerCode::MessageSeen).arg("name", &seen.name);
                task::done(store, &wanted, Task::Message, &engine.evidence(proof, practice))
            })
            .await?;
        self.told(id).await
    }
}

fn is_within_a_day(at: &str, now: Timestamp) -> bool {
    at.parse::<Timestamp>().is_ok_and(|at| now.duration_since(at) < SignedDuration::from_hours(24))
}

fn settle(store: &rusqlite::Transaction, id: &ConnectionId, row: &SentRow) -> Answer<()> {
    if row.fate == Fate::Sent {
        message::forget_tries(store, id, row)?;
    }
    message::write_sent(store, id, row)
}

impl SentRow {
    pub(crate) fn view(self, draft: &MessageDraft) -> SentView {
        let same = self.digest == draft.digest();
        let Self { id, at, way, target, name, opening, fate, receipt, .. } = self;
        SentView { id, at, way, target, name, opening, fate, receipt, same }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn row(outgoing: &Outgoing, fate: Fate, at: &str) -> SentRow {
        SentRow {
            id: at.to_owned(),
            at: at.to_owned(),
            way: outgoing.way,
            target: outgoing.target.clone(),
            name: outgoing.name.clone(),
            opening: outgoing.opening.clone(),
            digest: outgoing.digest.clone(),
            number: String::new(),
            fate,
            task_id: None,
            receipt: None,
        }
    }

    const NOW: &str = "2026-11-28T06:00:00Z";

    fn now(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn check(fates: &[Fate], expected: Option<ProblemCode>) {
        let outgoing = Outgoing::new(SentWay::Group, "r1", "財務部", &"付款".into());
        let rows: Vec<SentRow> = fates.iter().map(|fate| row(&outgoing, *fate, NOW)).collect();
        assert_eq!(outgoing.refuse_repeat(&rows, now(NOW)).err().map(|problem| problem.code), expected, "{fates:?}");
    }

    #[test]
    fn the_last_word_about_the_same_message_counts() {
        // F05
        check(&[], None);
        check(&[Fate::Sent], Some(ProblemCode::MessageSentAlready));
        check(&[Fate::Unknown], Some(ProblemCode::MessageFateUnknown));
        check(&[Fate::NotSent], None);
        check(&[Fate::NotSent, Fate::Unknown], None);
        check(&[Fate::Unknown, Fate::NotSent], Some(ProblemCode::MessageFateUnknown));
    }

    #[test]
    fn another_group_another_text_and_another_day_are_no_repeat() {
        let outgoing = Outgoing::new(SentWay::Group, "r1", "財務部", &"付款".into());
        let sent = [row(&outgoing, Fate::Sent, NOW)];
        assert!(Outgoing::new(SentWay::Group, "r2", "倉務部", &"付款".into()).refuse_repeat(&sent, now(NOW)).is_ok());
        assert!(Outgoing::new(SentWay::Group, "r1", "財務部", &"收款".into()).refuse_repeat(&sent, now(NOW)).is_ok());
        assert!(outgoing.refuse_repeat(&sent, now("2026-11-29T06:00:01Z")).is_ok());
    }

    #[test]
    fn tries_of_one_sending_share_a_number_and_a_meant_repeat_has_its_own() {
        let outgoing = Outgoing::new(SentWay::Group, "r1", "財務部", &"付款".into());
        let number = |fates: &[Fate]| {
            let rows: Vec<SentRow> = fates.iter().map(|fate| row(&outgoing, *fate, NOW)).collect();
            outgoing.number(&rows)
        };
        assert_eq!(number(&[]), number(&[Fate::Unknown, Fate::NotSent]));
        assert_ne!(number(&[]), number(&[Fate::Sent]));
        assert_eq!(number(&[]).len(), 32);
        let other = Outgoing::new(SentWay::Group, "r2", "財務部", &"付款".into());
        assert_ne!(number(&[]), other.number(&[]));
    }
}
