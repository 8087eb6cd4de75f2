//! A length of time as a person says it: 61 minutes, 3 days.

use super::snapshot::{Apart, Span, SpanUnit, Way};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The largest unit of which there are at least two; hours only where they are whole ones, within a minute.
pub(super) fn span(seconds: i64) -> Span {
    let seconds = seconds.unsigned_abs();
    let rounded = |size: u64| (seconds + size / 2) / size;
    let whole_hours = rounded(HOUR).saturating_mul(HOUR).abs_diff(seconds) <= MINUTE;
    let (unit, count) = match seconds {
        0..120 => (SpanUnit::Seconds, seconds),
        7_140.. if seconds < 2 * DAY && whole_hours => (SpanUnit::Hours, rounded(HOUR)),
        120..172_800 => (SpanUnit::Minutes, rounded(MINUTE)),
        _ => (SpanUnit::Days, rounded(DAY)),
    };
    Span { unit, count: u32::try_from(count).unwrap_or(u32::MAX) }
}

pub(super) fn apart(seconds: i64) -> Apart {
    let way = match seconds {
        0 => Way::Same,
        1.. => Way::Ahead,
        _ => Way::Behind,
    };
    Apart { way, by: span(seconds) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_told_in_the_unit_that_a_person_would_choose() {
        let check =
            |seconds: i64, unit: SpanUnit, count: u32| assert_eq!(span(seconds), Span { unit, count }, "{seconds}");
        check(0, SpanUnit::Seconds, 0);
        check(-61, SpanUnit::Seconds, 61);
        check(119, SpanUnit::Seconds, 119);
        check(3_659, SpanUnit::Minutes, 61);
        check(-7_200, SpanUnit::Hours, 2);
        check(9_000, SpanUnit::Minutes, 150);
        check(28_790, SpanUnit::Hours, 8);
        check(90_000, SpanUnit::Hours, 25);
        check(172_800, SpanUnit::Days, 2);
        check(i64::MIN, SpanUnit::Days, u32::MAX);
    }
}
