//! The time and the zone, passed in so that any instant can be tested.

use jiff::Timestamp;
use jiff::civil::Date;
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

/// The day it is in Hong Kong, by which everything is due.
pub fn hong_kong_day(now: Timestamp) -> Date {
    now.to_zoned(hong_kong()).date()
}

/// In a file's name: Hong Kong time, as the person who looks for it has it on the wall.
pub fn file_stamp(now: Timestamp) -> String {
    now.to_zoned(hong_kong()).strftime("%Y%m%d-%H%M%S").to_string()
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
    fn a_file_is_named_by_the_time_in_hong_kong() {
        let night: Timestamp = "2026-11-22T17:04:05Z".parse().unwrap();
        assert_eq!(
            (file_stamp(night).as_str(), hong_kong_day(night).to_string().as_str()),
            ("20261123-010405", "2026-11-23")
        );
    }

    #[test]
    fn hong_kong_is_eight_hours_ahead_in_summer_and_winter() {
        for instant in ["2026-01-01T16:30:00Z", "2026-07-01T16:30:00Z"] {
            let instant: Timestamp = instant.parse().unwrap();
            assert_eq!(instant.to_zoned(hong_kong()).hour(), 0);
        }
    }
}
