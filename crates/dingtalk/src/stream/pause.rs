use std::time::Duration;

const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_mins(1);
/// So that even the luckiest draw is no hammering.
const SHORTEST: Duration = Duration::from_millis(200);

/// How long to wait after so many failures in a row: anything between next to nothing and 1, 2, 4 … 60 seconds, as
/// `random` falls, so that many machines that lost the same gateway do not come back together.
pub(super) fn pause(failures: u32, random: u32) -> Duration {
    if failures == 0 {
        return Duration::ZERO;
    }
    let ceiling = FIRST.saturating_mul(1_u32.checked_shl(failures - 1).unwrap_or(u32::MAX)).min(LONGEST);
    let share = f64::from(random) / f64::from(u32::MAX);
    SHORTEST + ceiling.saturating_sub(SHORTEST).mul_f64(share)
}

/// The middle, on a machine that gives no random numbers.
pub(super) fn random() -> u32 {
    getrandom::u32().unwrap_or(u32::MAX / 2)
}

/// Where asking again cannot help before somebody has changed something.
pub(super) const HOPELESS: Duration = LONGEST;

#[cfg(test)]
mod tests {
    use super::*;

    fn check(failures: u32, shortest: u64, longest: u64) {
        assert_eq!(pause(failures, 0), Duration::from_millis(shortest));
        assert_eq!(pause(failures, u32::MAX), Duration::from_millis(longest));
    }

    // F50
    #[test]
    fn the_pause_grows_from_a_second_to_a_minute() {
        check(0, 0, 0);
        check(1, 200, 1_000);
        check(2, 200, 2_000);
        check(3, 200, 4_000);
        check(6, 200, 32_000);
        check(7, 200, 60_000);
        check(33, 200, 60_000);
        check(u32::MAX, 200, 60_000);
    }
}
