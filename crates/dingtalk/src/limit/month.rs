//! When the month turns where DingTalk counts it.

use std::time::{Duration, SystemTime};

const DAY: u64 = 24 * 3600;
/// Asia/Shanghai has no summer time (since 1991).
const SHANGHAI: u64 = 8 * 3600;

/// The first moment of the next month in Asia/Shanghai.
pub(super) fn next_month(now: SystemTime) -> SystemTime {
    let seconds = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs()) + SHANGHAI;
    let days = (0..31).map(|ahead| seconds / DAY + 1 + ahead).find(|day| day_of_month(*day) == 1);
    let first = days.unwrap_or(seconds / DAY + 31) * DAY - SHANGHAI;
    SystemTime::UNIX_EPOCH + Duration::from_secs(first)
}

/// Of a day since 1970, by the civil calendar counted from March, so that the leap day is the last of its year.
fn day_of_month(day: u64) -> u64 {
    let day = day + 719_468;
    let of_era = day % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    of_year - (153 * month + 2) / 5 + 1
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn check(now: &str, expected: &str) {
        let now = httpdate::parse_http_date(now).unwrap();
        assert_eq!(httpdate::fmt_http_date(next_month(now)), expected);
    }

    // F08
    #[test]
    fn the_month_turns_at_midnight_in_shanghai() {
        check("Wed, 02 Sep 2026 16:00:00 GMT", "Wed, 30 Sep 2026 16:00:00 GMT");
        check("Wed, 30 Sep 2026 15:59:59 GMT", "Wed, 30 Sep 2026 16:00:00 GMT");
        check("Wed, 30 Sep 2026 16:00:00 GMT", "Sat, 31 Oct 2026 16:00:00 GMT");
        check("Thu, 31 Dec 2026 15:00:00 GMT", "Thu, 31 Dec 2026 16:00:00 GMT");
        check("Thu, 31 Dec 2026 16:00:00 GMT", "Sun, 31 Jan 2027 16:00:00 GMT");
        check("Tue, 15 Feb 2028 00:00:00 GMT", "Tue, 29 Feb 2028 16:00:00 GMT");
        check("Mon, 15 Feb 2027 00:00:00 GMT", "Sun, 28 Feb 2027 16:00:00 GMT");
    }
}
