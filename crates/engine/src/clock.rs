//! The time and the zone, passed in so that any instant can be tested.

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};

pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
    /// The zone this machine shows its times in.
    fn zone(&self) -> TimeZone;
}

#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::system()
    }
}

/// Hong Kong keeps UTC+8 the whole year; a fixed offset needs no zone database.
pub fn hong_kong() -> TimeZone {
    TimeZone::fixed(Offset::constant(8))
}

/// RFC 3339, UTC, whole seconds: what evidence and rows carry.
pub fn stamp(now: Timestamp) -> String {
    now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A stamp as a person is to read it: Hong Kong time, to the minute. What is no stamp is shown as it is.
pub fn shown(stamp: &str) -> String {
    match stamp.parse::<Timestamp>() {
        Ok(at) => at.to_zoned(hong_kong()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => stamp.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_stamp_is_utc_to_the_second() {
        let now: Timestamp = "2026-11-22T17:04:05.678+08:00".parse().unwrap();
        assert_eq!(stamp(now), "2026-11-22T09:04:05Z");
    }

    #[test]
    fn hong_kong_is_eight_hours_ahead_in_summer_and_winter() {
        for instant in ["2026-01-01T16:30:00Z", "2026-07-01T16:30:00Z"] {
            let instant: Timestamp = instant.parse().unwrap();
            assert_eq!(instant.to_zoned(hong_kong()).hour(), 0);
        }
    }
}
