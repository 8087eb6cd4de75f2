//! The last thirty days at a glance, for whoever does not open the app: on how many of them all was well, what was wrong
//! for how long, what was sent. As data; it holds no secret and nothing of a message but its fate.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::sheet::{SheetReminder, day_of, next_reminders};
use crate::checkup::{CheckId, CheckState};
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::message::{Fate, SentWay};
use crate::problem::{Result, Who};
use crate::quota::QuotaView;
use crate::store::checkup::{self, ResultRow};
use crate::store::message::{self, SentRow};

const DAYS: i32 = 30;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HealthSheet {
    pub company: String,
    pub practice: bool,
    /// Hong Kong calendar dates; both count.
    pub from: String,
    pub to: String,
    /// The operating system's user.
    pub made_by: String,
    /// The oldest first, one a day.
    pub days: Vec<HealthDay>,
    /// What still is wrong comes first, then what was wrong longest.
    pub wrongs: Vec<HealthWrong>,
    pub sent: HealthSent,
    pub quota: QuotaView,
    /// Those with a date, the next one first.
    pub reminders: Vec<SheetReminder>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HealthDay {
    pub date: String,
    pub state: DayState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayState {
    /// Everything was looked at, and nothing needed anybody.
    Fine,
    /// Something needed somebody, once at least.
    Trouble,
    /// Nobody looked, or not at everything: nothing is known of this day.
    Unseen,
}

/// From when one thing was seen to be wrong to when it was seen to be well again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HealthWrong {
    pub check: CheckId,
    /// Hong Kong calendar dates; the first one may lie before the thirty days.
    pub since: String,
    /// None: it still was, when it was looked at last.
    pub until: Option<String>,
    /// Both days count.
    pub days: u32,
    /// Whose turn it was last.
    pub who: Option<Who>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HealthSent {
    pub groups: u32,
    pub notices: u32,
    pub refused: u32,
    /// Nobody knows whether they arrived.
    pub unknown: u32,
    /// The book holds no more than these: there were others before them.
    pub is_cut: bool,
}

impl HealthSheet {
    pub fn count(&self, state: DayState) -> usize {
        self.days.iter().filter(|day| day.state == state).count()
    }
}

impl Engine {
    /// # Errors
    /// `ConnectionUnknown`.
    pub async fn health_sheet(&self, id: &ConnectionId) -> Result<HealthSheet> {
        let setup = self.snapshot(id).await?;
        let row = self.row(id).await?;
        let quota = self.quota(id).await?;
        let to = self.today();
        let from = to.saturating_sub((DAYS - 1).days());
        let wanted = id.clone();
        let (found, whole, book) = self
            .shared
            .store
            .with(move |store| {
                // From the beginning: what is wrong now may have been so for longer than thirty days.
                let found = checkup::history(store, &wanted, "")?;
                Ok((found, checkup::whole(store, &wanted)?, message::sent(store, &wanted)?))
            })
            .await?;
        Ok(HealthSheet {
            company: row.name,
            practice: row.region == Region::Practice,
            days: days(&found, &whole, from, to),
            wrongs: wrongs(&found, from, to),
            sent: tally(&book, from, to),
            quota,
            reminders: next_reminders(&setup),
            from: from.to_string(),
            to: to.to_string(),
            made_by: self.shared.parts.user_name.clone(),
        })
    }
}

fn needs(row: &ResultRow) -> bool {
    matches!(row.state, CheckState::NeedsYou | CheckState::NeedsOther)
}

fn days(found: &[ResultRow], whole: &HashSet<String>, from: Date, to: Date) -> Vec<HealthDay> {
    let mut states: BTreeMap<String, DayState> = BTreeMap::new();
    for row in found {
        let state = states.entry(day_of(&row.at)).or_insert(DayState::Unseen);
        if needs(row) {
            *state = DayState::Trouble;
        } else if *state == DayState::Unseen && whole.contains(&row.run) {
            *state = DayState::Fine;
        }
    }
    let dates = from.series(1.day()).take_while(|date| *date <= to);
    let day = |date: Date| {
        let date = date.to_string();
        let state = states.get(&date).copied().unwrap_or(DayState::Unseen);
        HealthDay { date, state }
    };
    dates.map(day).collect()
}

/// In the order in which the check-ups were made. What could not be told says nothing of before or after.
fn wrongs(found: &[ResultRow], from: Date, today: Date) -> Vec<HealthWrong> {
    let mut open: BTreeMap<CheckId, HealthWrong> = BTreeMap::new();
    let mut all = Vec::new();
    for row in found {
        if needs(row) {
            let wrong = open.entry(row.id).or_insert_with(|| HealthWrong {
                check: row.id,
                since: day_of(&row.at),
                until: None,
                days: 0,
                who: None,
            });
            wrong.who = row.view.who.or(wrong.who);
        } else if row.state == CheckState::Fine
            && let Some(wrong) = open.remove(&row.id)
        {
            all.push(HealthWrong { until: Some(day_of(&row.at)), ..wrong });
        }
    }
    all.extend(open.into_values());
    let first = from.to_string();
    all.retain(|wrong| wrong.until.as_ref().is_none_or(|until| *until >= first));
    for wrong in &mut all {
        wrong.days = length(&wrong.since, wrong.until.as_deref(), today);
    }
    all.sort_by_key(|wrong| (wrong.until.is_some(), Reverse(wrong.days)));
    all
}

fn length(since: &str, until: Option<&str>, today: Date) -> u32 {
    let date = |text: &str| text.parse::<Date>().unwrap_or(today);
    let end = until.map_or(today, date);
    let days = date(since).until(end).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or_default().saturating_add(1)
}

fn tally(book: &[SentRow], from: Date, to: Date) -> HealthSent {
    let (first, last) = (from.to_string(), to.to_string());
    let is_meant = |row: &&SentRow| (first.as_str()..=last.as_str()).contains(&day_of(&row.at).as_str());
    let is_full = i64::try_from(book.len()).is_ok_and(|length| length >= message::KEPT);
    let is_cut = is_full && book.last().is_some_and(|row| is_meant(&row));
    let mut tally = HealthSent { is_cut, ..HealthSent::default() };
    for row in book.iter().filter(is_meant) {
        let count = match (row.fate, row.way) {
            (Fate::Sent, SentWay::Group) => &mut tally.groups,
            (Fate::Sent, SentWay::Notice) => &mut tally.notices,
            (Fate::NotSent, _) => &mut tally.refused,
            (Fate::Unknown, _) => &mut tally.unknown,
        };
        *count = count.saturating_add(1);
    }
    tally
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::checkup::CheckView;

    fn row(run: &str, id: CheckId, state: CheckState, at: &str) -> ResultRow {
        let who = (state == CheckState::NeedsOther).then_some(Who::It);
        let at = at.to_owned();
        let view = CheckView {
            id,
            state,
            who,
            at: at.clone(),
            evidence: None,
            problem: None,
            says: Vec::new(),
            because: None,
            remedy: None,
        };
        ResultRow { run: run.to_owned(), id, state, at, view }
    }

    fn week() -> Vec<ResultRow> {
        use CheckId::{Network, Quota};
        use CheckState::{CannotTell, Fine, NeedsOther};
        vec![
            row("0", Network, NeedsOther, "2026-10-01T00:30:00Z"),
            row("0b", Network, Fine, "2026-10-02T00:30:00Z"),
            row("1", Network, Fine, "2026-11-20T00:30:00Z"),
            row("1", Quota, NeedsOther, "2026-11-20T00:30:00Z"),
            // After midnight in Hong Kong.
            row("2", Network, NeedsOther, "2026-11-20T16:30:00Z"),
            row("2", Quota, CannotTell, "2026-11-20T16:30:00Z"),
            row("3", Network, Fine, "2026-11-23T00:30:00Z"),
            // One check alone.
            row("4", Network, Fine, "2026-11-24T10:00:00Z"),
        ]
    }

    #[test]
    fn a_check_up_counts_on_its_day_in_hong_kong_and_a_part_of_one_tells_nothing_good() {
        let whole = ["1", "2", "3"].map(str::to_owned).into();
        let days = days(&week(), &whole, "2026-11-19".parse().unwrap(), "2026-11-24".parse().unwrap());
        let told: Vec<_> = days.iter().map(|day| (day.date.as_str(), day.state)).collect();
        assert_eq!(
            told,
            [
                ("2026-11-19", DayState::Unseen),
                ("2026-11-20", DayState::Trouble),
                ("2026-11-21", DayState::Trouble),
                ("2026-11-22", DayState::Unseen),
                ("2026-11-23", DayState::Fine),
                ("2026-11-24", DayState::Unseen),
            ]
        );
    }

    #[test]
    fn what_was_wrong_lasts_until_it_was_seen_to_be_well() {
        let told = wrongs(&week(), "2026-10-26".parse().unwrap(), "2026-11-24".parse().unwrap());
        let told: Vec<_> =
            told.iter().map(|one| (one.check, one.since.as_str(), one.until.as_deref(), one.days)).collect();
        assert_eq!(
            told,
            [(CheckId::Quota, "2026-11-20", None, 5), (CheckId::Network, "2026-11-21", Some("2026-11-23"), 3)],
            "what still is comes first; what could not be told changes nothing; what was over before is left out"
        );
    }
}
