//! Whether a host can be reached, and what its clock says.

use std::time::{Duration, SystemTime};

use crate::gateway::{Answer, Dialect, classify, refuse_elsewhere, unreadable};
use crate::redact::Redactor;
use crate::{Client, Error, Host, PeerCertificate, Result, UnreadableReason};

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

/// A host that answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    pub round_trip: Duration,
    /// If the answer told a date.
    pub time: Option<ServerTime>,
}

/// All that one harmless request tells about the way to a host, whether or not it got there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    pub outcome: Result<Reached>,
    /// Host and port of the proxy on the way.
    pub proxy: Option<String>,
    /// What was shown there in the place of the host's certificate; `None` without TLS.
    pub certificate: Option<PeerCertificate>,
}

impl Client {
    /// Everything that [`Client::reach`] can tell. Fresh only on a client that has not spoken to the host before: a
    /// connection that stands shows no certificate again.
    pub async fn examine(&self, host: Host) -> Examined {
        let proxy = match self.transport().proxy_name(host).await {
            Ok(proxy) => proxy,
            Err(error) => return Examined { outcome: Err(error), proxy: None, certificate: None },
        };
        let outcome =
            self.knock(host).await.map(|answer| Reached { round_trip: answer.round_trip, time: answer.server_time() });
        Examined { outcome, proxy, certificate: self.transport().certificate(host) }
    }

    /// A harmless request without keys. Answers the round trip; the error tells name, connection, certificate, proxy
    /// and sign-in pages apart.
    pub async fn reach(&self, host: Host) -> Result<Duration> {
        Ok(self.knock(host).await?.round_trip)
    }

    /// The host's clock, from the same harmless request.
    pub async fn server_time(&self, host: Host) -> Result<ServerTime> {
        let answer = self.knock(host).await?;
        answer.server_time().ok_or_else(|| unreadable(self.hosts().name(host), UnreadableReason::DateMissing))
    }

    async fn knock(&self, host: Host) -> Result<Answer> {
        let path = match host {
            // Both answer a refusal in JSON to a bare GET; the bare root of a web site may well redirect.
            Host::Old => "/gettoken",
            Host::New => "/v1.0/oauth2/accessToken",
            Host::Login => "/",
            // Without a ticket it refuses.
            Host::Stream => "/connect",
        };
        let answer = self.transport().knock(host, path).await?;
        let dialect = match host {
            // The sign-in host is made of pages and redirections: any answer will do.
            Host::Login => return Ok(answer),
            Host::Stream => return no_sign_in_page(answer, self.hosts().name(host)),
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

/// The stream's host refuses a bare GET in words of its own; a page that welcomes it, or leads elsewhere, is not its.
fn no_sign_in_page(answer: Answer, host: &str) -> Result<Answer> {
    refuse_elsewhere(&answer, host, &Redactor::default())?;
    if (200..300).contains(&answer.status) && answer.is_html() {
        return Err(Error::CaptivePortal { host: host.to_owned(), status: answer.status });
    }
    Ok(answer)
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
