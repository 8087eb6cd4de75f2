//! Whether a host can be reached, and what its clock says.

use std::time::{Duration, SystemTime};

use crate::gateway::{Answer, Dialect, classify, unreadable};
use crate::redact::Redactor;
use crate::{Client, Host, Result, UnreadableReason};

/// A server's clock, as read from the `Date` of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerTime {
    /// Whole seconds, cut off rather than rounded.
    pub date: SystemTime,
    /// From asking to the head of the answer.
    pub round_trip: Duration,
}

impl ServerTime {
    /// Seconds by which a local clock is ahead of the server's (negative: behind), ±1 s and half the round trip.
    /// `local` is what the local clock showed when the answer came.
    pub fn local_ahead_by(&self, local: SystemTime) -> i64 {
        let half_second = Duration::from_millis(500);
        let server = self.date + half_second + self.round_trip / 2;
        let signed = |duration: Duration| (duration + half_second).as_secs().cast_signed();
        match local.duration_since(server) {
            Ok(ahead) => signed(ahead),
            Err(behind) => -signed(behind.duration()),
        }
    }
}

impl Client {
    /// A harmless request without keys. Answers the round trip; the error tells name, connection, certificate, proxy
    /// and sign-in pages apart.
    pub async fn reach(&self, host: Host) -> Result<Duration> {
        Ok(self.knock(host).await?.round_trip)
    }

    /// The host's clock, from the same harmless request.
    pub async fn server_time(&self, host: Host) -> Result<ServerTime> {
        let answer = self.knock(host).await?;
        let date = answer.date.ok_or_else(|| unreadable(self.hosts().name(host), UnreadableReason::DateMissing))?;
        Ok(ServerTime { date, round_trip: answer.round_trip })
    }

    async fn knock(&self, host: Host) -> Result<Answer> {
        let path = match host {
            // Both answer a refusal in JSON to a bare GET; the bare root of a web site may well redirect.
            Host::Old => "/gettoken",
            Host::New => "/v1.0/oauth2/accessToken",
            Host::Login => "/",
        };
        let answer = self.transport().knock(host, path).await?;
        let dialect = match host {
            // The sign-in host is made of pages and redirections: any answer will do.
            Host::Login => return Ok(answer),
            Host::Old => Dialect::OldToken,
            Host::New => Dialect::NewToken,
        };
        // A refusal is what is asked for; only an answer that is not DingTalk's own is a failure.
        match classify(&answer, dialect, self.hosts().name(host), &Redactor::default()) {
            Err(error) if error.is_captive_portal() || error.is_proxy_refused() || error.is_address_banned() => {
                Err(error)
            }
            Ok(_) | Err(_) => Ok(answer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(local_milliseconds: i64, round_trip: u64, expected: i64) {
        let date = SystemTime::UNIX_EPOCH + Duration::from_mins(29_800_000);
        let shift = Duration::from_millis(local_milliseconds.unsigned_abs());
        let local = if local_milliseconds < 0 { date - shift } else { date + shift };
        let time = ServerTime { date, round_trip: Duration::from_millis(round_trip) };
        assert_eq!(time.local_ahead_by(local), expected);
    }

    // F53
    #[test]
    fn a_clock_is_compared_with_the_middle_of_the_round_trip() {
        check(500, 0, 0);
        check(999, 0, 0);
        check(1_500, 2_000, 0);
        check(3_660_500, 0, 3_660);
        check(-3_660_500, 0, -3_661);
        check(61_500, 2_000, 60);
    }
}
