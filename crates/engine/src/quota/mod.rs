//! The month's calls as far as we made them ourselves: DingTalk has no call that tells how many are left.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use dingtalk::{Exchange, Fate};
use jiff::civil::Date;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use crate::clock::{Clock, hong_kong_day, stamp};
use crate::connection::{ConnectionId, Region};
use crate::engine::{Engine, locked};
use crate::problem::Result;
use crate::setup::RegionChoice;
use crate::store::quota::{self, QuotaDay};
use crate::store::{Answer, ConnectionRow, connection};

/// The standard edition on the mainland platform since 2025-11-19. Companies that bought more have more: we warn too
/// early rather than too late. Source: how-to-process-api-throttling-on-the-dingtalk-server.
const STANDARD: u32 = 5_000;
/// The international platform's documents still say this.
const INTERNATIONAL: u32 = 10_000;
/// Per cent of the limit from which somebody is told.
const HIGH: u64 = 80;
/// So many days have to be counted before they tell anything of the days to come: the first one is the set-up's.
const DAYS_TO_TELL: i32 = 3;

/// Tokens, signing in and contacts are exempt; a group's robot is no call of the app's. "Some" calls of human resources
/// are exempt too: which is not told, so they are counted.
const EXEMPT: [&str; 9] = [
    "/gettoken",
    "/auth/",
    "/topapi/v2/user/",
    "/topapi/user/",
    "/topapi/v2/department/",
    "/topapi/org/",
    "/v1.0/oauth2/",
    "/v1.0/contact/",
    "/robot/send",
];

/// Calls that were made and are not on the disk yet. They get there with the next snapshot: a kill in between forgets a
/// handful, and no call waits for the disk.
#[derive(Debug, Clone, Default)]
pub(crate) struct Usage(Arc<Mutex<HashMap<(ConnectionId, String), QuotaDay>>>);

impl Usage {
    /// Hears of each exchange of a company's client.
    pub fn count(&self, id: &ConnectionId, exchange: &Exchange, clock: &dyn Clock) {
        if exchange.fate == Fate::NotAsked {
            return;
        }
        let now = clock.now();
        let day = hong_kong_day(now).to_string();
        let mut all = locked(&self.0);
        let counted = all.entry((id.clone(), day.clone())).or_insert_with(|| QuotaDay { day, ..QuotaDay::default() });
        if EXEMPT.iter().any(|family| exchange.api.starts_with(family)) {
            counted.exempt += 1;
            return;
        }
        // What was refused for its number is no call that was used.
        if exchange.code.as_deref().is_some_and(is_used_up) {
            counted.refused_at = Some(stamp(now));
            return;
        }
        counted.calls += 1;
    }

    fn take(&self) -> Vec<(ConnectionId, QuotaDay)> {
        locked(&self.0).drain().map(|((id, _), day)| (id, day)).collect()
    }

    fn put_back(&self, days: Vec<(ConnectionId, QuotaDay)>) {
        let mut all = locked(&self.0);
        for (id, more) in days {
            let day = all.entry((id, more.day.clone())).or_default();
            day.day = more.day;
            day.calls += more.calls;
            day.exempt += more.exempt;
            day.refused_at = day.refused_at.take().or(more.refused_at);
        }
    }
}

fn is_used_up(code: &str) -> bool {
    code == "90020" || code.ends_with("ApiCountLimitForOrg")
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct QuotaView {
    /// `2026-11`, China's.
    pub month: String,
    /// Calls of ours that count.
    pub used: u32,
    pub exempt: u32,
    pub limit: u32,
    /// By the end of the month, if it goes on like this; what was used so far while too few days were counted.
    pub forecast: u32,
    /// The first day that was counted: calls before it are unknown.
    pub since: Option<String>,
    pub state: QuotaState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum QuotaState {
    Fine,
    /// Nearly used up, or it will be.
    High,
    /// Used up, or DingTalk says so.
    Over,
}

impl Engine {
    /// Writes down what was counted since the last time.
    pub(crate) async fn keep_usage(&self) -> Result<()> {
        let days = self.shared.usage.take();
        if days.is_empty() {
            return Ok(());
        }
        let kept = days.clone();
        let written = self
            .shared
            .store
            .with(move |store| {
                for (id, day) in &kept {
                    quota::add(store, id, day)?;
                }
                Ok(())
            })
            .await;
        if written.is_err() {
            self.shared.usage.put_back(days);
        }
        written
    }

    pub(crate) async fn quota(&self, id: &ConnectionId) -> Result<QuotaView> {
        self.keep_usage().await?;
        let today = hong_kong_day(self.shared.parts.clock.now());
        let (wanted, month) = (id.clone(), month_of(today));
        let (row, days, first) = self
            .shared
            .store
            .with(move |store| {
                let days = quota::month(store, &wanted, &month)?;
                Ok((connection::find(store, &wanted)?, days, quota::first_day(store, &wanted)?))
            })
            .await?;
        Ok(reckon(&days, first, limit_of(&row), today))
    }
}

/// The month whose calls are used up, or will be; none while there are enough. What was counted and is not kept yet is
/// left out.
pub(crate) fn short_month(store: &Transaction, row: &ConnectionRow, today: Date) -> Answer<Option<Date>> {
    let days = quota::month(store, &row.id, &month_of(today))?;
    let view = reckon(&days, quota::first_day(store, &row.id)?, limit_of(row), today);
    Ok(match view.state {
        QuotaState::Fine => None,
        QuotaState::High | QuotaState::Over => Some(today.first_of_month()),
    })
}

fn month_of(day: Date) -> String {
    day.strftime("%Y-%m").to_string()
}

fn limit_of(row: &ConnectionRow) -> u32 {
    let international = match row.region {
        Region::Io => true,
        Region::Com => false,
        Region::Practice => row.register.region == Some(RegionChoice::Io),
    };
    if international { INTERNATIONAL } else { STANDARD }
}

fn reckon(days: &[QuotaDay], first: Option<String>, limit: u32, today: Date) -> QuotaView {
    let used: u64 = days.iter().map(|day| u64::from(day.calls)).sum();
    let exempt: u64 = days.iter().map(|day| u64::from(day.exempt)).sum();
    let began = first.as_deref().and_then(|day| day.parse::<Date>().ok()).unwrap_or(today).max(today.first_of_month());
    let counted = began.until(today).map_or(0, |span| span.get_days()) + 1;
    let left = u64::try_from(i32::from(today.days_in_month()) - i32::from(today.day())).unwrap_or_default();
    let forecast = match u64::try_from(counted) {
        Ok(counted @ 1..) if counted >= DAYS_TO_TELL.unsigned_abs().into() => used + used * left / counted,
        Ok(_) | Err(_) => used,
    };
    let over = used >= limit.into() || days.iter().any(|day| day.refused_at.is_some());
    let state = if over {
        QuotaState::Over
    } else if used * 100 >= u64::from(limit) * HIGH || forecast > limit.into() {
        QuotaState::High
    } else {
        QuotaState::Fine
    };
    let shown = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    QuotaView {
        month: month_of(today),
        used: shown(used),
        exempt: shown(exempt),
        limit,
        forecast: shown(forecast),
        since: first,
        state,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(day: &str, calls: u32) -> QuotaDay {
        QuotaDay { day: day.to_owned(), calls, ..QuotaDay::default() }
    }

    fn check(calls: u32, first: &str, today: &str, expected: (u32, QuotaState)) {
        let view = reckon(&[day(today, calls)], Some(first.to_owned()), STANDARD, today.parse().unwrap());
        assert_eq!((view.forecast, view.state), expected, "{calls} since {first}, {today}");
    }

    #[test]
    fn the_months_end_is_told_from_the_days_that_were_counted() {
        check(300, "2026-10-01", "2026-11-10", (900, QuotaState::Fine));
        check(2_000, "2026-10-01", "2026-11-10", (6_000, QuotaState::High));
        check(4_000, "2026-10-01", "2026-11-30", (4_000, QuotaState::High));
        check(5_000, "2026-10-01", "2026-11-30", (5_000, QuotaState::Over));
        // Counted since the 8th: three days tell twenty.
        check(300, "2026-11-08", "2026-11-10", (2_300, QuotaState::Fine));
        // The day of the set-up tells nothing of the others.
        check(300, "2026-11-10", "2026-11-10", (300, QuotaState::Fine));
    }

    #[test]
    fn what_dingtalk_says_counts_more_than_our_count() {
        let told = QuotaDay { refused_at: Some("2026-11-10T01:00:00Z".to_owned()), ..day("2026-11-10", 3) };
        let view = reckon(&[told], None, STANDARD, "2026-11-11".parse().unwrap());
        assert_eq!(view.state, QuotaState::Over);
    }
}
