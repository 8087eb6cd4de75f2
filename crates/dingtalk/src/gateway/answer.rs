//! An answer as it came: status, the few headers that matter, and a body cut off at its limit.

use std::time::{Duration, SystemTime};

use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, LOCATION, RETRY_AFTER};
use url::Url;

use crate::ServerTime;

/// A server that asks for more is not believed: what is added to a clock must fit into it.
const LONGEST_PAUSE: Duration = Duration::from_hours(24);

pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The server's clock, whole seconds.
    pub(crate) date: Option<SystemTime>,
    pub(crate) retry_after: Option<Duration>,
    /// Host alone: the rest of an address may hold a secret.
    pub(crate) redirected_to: Option<String>,
    pub(crate) says_html: bool,
    pub(crate) body: Vec<u8>,
    /// From sending to the head of the answer.
    pub(crate) round_trip: Duration,
}

impl Answer {
    pub(crate) fn from_head(status: u16, headers: &HeaderMap, round_trip: Duration) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let date = text(DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        Self {
            status,
            date,
            retry_after: text(RETRY_AFTER).and_then(|wait| retry_after(wait, date)),
            redirected_to: text(LOCATION)
                .and_then(|to| Url::parse(to).ok())
                .and_then(|to| to.host_str().map(str::to_owned)),
            says_html: text(CONTENT_TYPE).is_some_and(|kind| kind.to_ascii_lowercase().contains("html")),
            body: Vec::new(),
            round_trip,
        }
    }

    pub(crate) fn server_time(&self) -> Option<ServerTime> {
        self.date.map(|date| ServerTime { date, round_trip: self.round_trip })
    }

    pub(crate) fn is_html(&self) -> bool {
        self.says_html || self.body.trim_ascii_start().starts_with(b"<")
    }
}

/// Seconds, or a date, which is only worth something against the server's own clock.
fn retry_after(text: &str, now: Option<SystemTime>) -> Option<Duration> {
    let asked = match text.trim().parse() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => httpdate::parse_http_date(text).ok()?.duration_since(now?).ok()?,
    };
    Some(asked.min(LONGEST_PAUSE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<u64>) {
        let now = httpdate::parse_http_date("Wed, 02 Sep 2026 16:00:00 GMT").ok();
        assert_eq!(retry_after(text, now), expected.map(Duration::from_secs), "{text}");
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        check("7", Some(7));
        check(" 0 ", Some(0));
        check("Wed, 02 Sep 2026 16:00:30 GMT", Some(30));
        check("Wed, 02 Sep 2026 15:00:00 GMT", None);
        check("18446744073709551615", Some(86_400));
        check("Fri, 31 Dec 9999 23:59:59 GMT", Some(86_400));
        check("soon", None);
        check("-1", None);
    }
}
