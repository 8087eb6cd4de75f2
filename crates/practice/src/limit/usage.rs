//! What the company used of its monthly quotas. The month is China's. Source: dingtalk-api.md §9.

use jiff::civil::Date;
use jiff::{Timestamp, tz};
use serde::{Deserialize, Serialize};

use super::window::TooMany;
use crate::state::World;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Usage {
    /// `2026-11`; empty before the first call.
    pub month: String,
    pub org_calls: u32,
    pub webhook_calls: u32,
}

/// Exempt by family: tokens and signing in, contacts. "Some" calls of human resources are exempt too;
/// which ones is not told, so none is here (inferred).
const EXEMPT: [&str; 8] = [
    "/gettoken",
    "/auth/",
    "/topapi/v2/user/",
    "/topapi/user/",
    "/topapi/v2/department/",
    "/topapi/org/",
    "/v1.0/oauth2/",
    "/v1.0/contact/",
];

fn china(at: Timestamp) -> Date {
    at.to_zoned(tz::TimeZone::fixed(tz::offset(8))).date()
}

impl Usage {
    fn turn(&mut self, now: Timestamp) {
        let month = china(now).strftime("%Y-%m").to_string();
        if self.month != month {
            *self = Self { month, ..Self::default() };
        }
    }
}

fn take(count: &mut u32, limit: Option<u32>) -> Result<(), TooMany> {
    if limit.is_some_and(|limit| *count >= limit) {
        return Err(TooMany);
    }
    *count = count.saturating_add(1);
    Ok(())
}

/// `YYYY-MM-DD 00:00:00` of the first day of the next month in China.
pub fn month_ends(now: Timestamp) -> String {
    let first = china(now).last_of_month().tomorrow();
    first.map(|day| day.strftime("%Y-%m-%d 00:00:00").to_string()).unwrap_or_default()
}

impl World {
    /// Of the month that it is now.
    pub fn usage_this_month(&self) -> Usage {
        let mut usage = self.usage.clone();
        usage.turn(self.now);
        usage
    }

    /// Counts one call of an app on that path, unless its family is exempt.
    pub fn use_org_quota(&mut self, path: &str) -> Result<(), TooMany> {
        if EXEMPT.iter().any(|family| path.starts_with(family)) {
            return Ok(());
        }
        self.usage.turn(self.now);
        take(&mut self.usage.org_calls, self.limits.org_per_month)
    }

    /// Counts one message through a webhook or the Stream.
    pub fn use_webhook_quota(&mut self) -> Result<(), TooMany> {
        self.usage.turn(self.now);
        take(&mut self.usage.webhook_calls, self.limits.webhook_per_month)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_month_ends_at_midnight_in_china() {
        let check = |now: &str, expected: &str| assert_eq!(month_ends(now.parse().unwrap()), expected);
        check("2026-11-30T15:59:59Z", "2026-12-01 00:00:00");
        check("2026-11-30T16:00:00Z", "2027-01-01 00:00:00");
    }
}
