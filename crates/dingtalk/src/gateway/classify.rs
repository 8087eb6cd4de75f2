//! From an answer as it came to JSON or to the one error. Total: whatever comes in, one of the two goes out.

use std::time::Duration;

use serde_json::Value;

use super::{Answer, Dialect, json, new, old};
use crate::lenient::as_integer;
use crate::redact::Redactor;
use crate::{Error, Result, ServerWords, UnreadableReason};

/// The firewall's pause. Source: call-frequency-limit. The `wait` in its answer is 5, without a unit.
const BAN: Duration = Duration::from_mins(5);
/// Throttles count within one second. Source: how-to-process-api-throttling-on-the-dingtalk-server.
const WINDOW: Duration = Duration::from_secs(1);

/// What is known about an answer while its refusal is being named.
pub(crate) struct Case<'a> {
    pub(crate) dialect: Dialect,
    pub(crate) host: &'a str,
    pub(crate) status: u16,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) redactor: &'a Redactor<'a>,
}

pub(crate) fn classify(answer: &Answer, dialect: Dialect, host: &str, redactor: &Redactor<'_>) -> Result<Value> {
    let case = Case { dialect, host, status: answer.status, retry_after: answer.retry_after, redactor };
    refuse_strangers(answer, &case)?;
    if answer.body.trim_ascii().is_empty() {
        return empty(&case);
    }
    let value = match json::parse(&answer.body) {
        Ok(value) => value,
        Err(_) if case.status >= 400 => return Err(case.by_status("")),
        Err(reason) => return Err(case.unreadable(reason)),
    };
    if value.get("errcode").is_none() && value.get("status").and_then(as_integer) == Some(1111) {
        return Err(case.banned());
    }
    match dialect {
        Dialect::Old | Dialect::OldToken | Dialect::Robot => old::read(value, &case),
        Dialect::New | Dialect::NewToken | Dialect::CorpToken => new::read(value, &case),
    }
}

/// Answers that are not DingTalk's own: redirections, sign-in pages, block pages, the firewall.
fn refuse_strangers(answer: &Answer, case: &Case<'_>) -> Result<()> {
    let punished = holds_ban(&answer.body);
    let host = case.host.to_owned();
    if punished && (300..400).contains(&answer.status) {
        return Err(case.banned());
    }
    refuse_elsewhere(answer, case.host, case.redactor)?;
    if !answer.is_html() {
        return Ok(());
    }
    if punished {
        return Err(case.banned());
    }
    if answer.status >= 500 {
        return Err(case.by_status(""));
    }
    Err(Error::CaptivePortal { host, status: answer.status })
}

/// Statuses that no host of DingTalk's answers by itself.
pub(crate) fn refuse_elsewhere(answer: &Answer, host: &str, redactor: &Redactor<'_>) -> Result<()> {
    let (host, status) = (host.to_owned(), answer.status);
    match status {
        300..400 => {
            let to = answer.redirected_to.as_deref().map(|to| redactor.clean(to));
            Err(Error::Redirected { host, status, to })
        }
        407 => Err(Error::ProxyAuthentication { host }),
        511 => Err(Error::CaptivePortal { host, status }),
        _ => Ok(()),
    }
}

/// `1111` as a number of its own, or the firewall's word for it, in a page.
fn holds_ban(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body.get(..body.len().min(64 * 1024)).unwrap_or_default());
    text.contains("punish") || text.split(|c: char| !c.is_ascii_digit()).any(|number| number == "1111")
}

fn empty(case: &Case<'_>) -> Result<Value> {
    match (case.status, case.dialect) {
        (200..300, Dialect::New) => Ok(Value::Null),
        (400.., _) => Err(case.by_status("")),
        _ => Err(case.unreadable(UnreadableReason::Empty)),
    }
}

impl Case<'_> {
    #[expect(clippy::unnecessary_box_returns, reason = "errors hold it boxed, to stay small")]
    pub(crate) fn words(&self, code: &str, message: &str, request_id: Option<&str>) -> Box<ServerWords> {
        Box::new(ServerWords {
            code: self.redactor.clean(code),
            message: self.redactor.clean(message),
            request_id: request_id.map(|id| self.redactor.clean(id)),
            http_status: self.status,
        })
    }

    pub(crate) fn clean_all(&self, texts: Vec<String>) -> Vec<String> {
        texts.into_iter().map(|text| self.redactor.clean(&text)).collect()
    }

    pub(crate) fn unreadable(&self, reason: UnreadableReason) -> Error {
        Error::Unreadable { host: self.host.to_owned(), status: self.status, reason }
    }

    fn banned(&self) -> Error {
        Error::AddressBanned { host: self.host.to_owned(), wait: self.retry_after.map_or(BAN, |wait| wait.max(BAN)) }
    }

    /// A refusal that has nothing but its HTTP status. A broken gateway may have passed the call on.
    pub(crate) fn by_status(&self, message: &str) -> Error {
        let words = self.words(&format!("HTTP {}", self.status), message, None);
        match self.status {
            401 if matches!(self.dialect, Dialect::Old | Dialect::New) => Error::TokenRefused { words },
            401 if self.dialect == Dialect::CorpToken => Error::CorpIdRefused { words },
            429 => self.throttled(words, None),
            500.. => Error::Busy { may_have_acted: true, wait: self.retry_after, words },
            _ => Error::Unknown { words },
        }
    }

    /// The server's `Retry-After` wins, then the pause in its text, then the documented window.
    pub(crate) fn throttled(&self, words: Box<ServerWords>, pause: Option<Duration>) -> Error {
        Error::Throttled { wait: self.retry_after.or(pause).unwrap_or(WINDOW), words }
    }

    pub(crate) fn busy(&self, words: Box<ServerWords>, may_have_acted: bool) -> Error {
        Error::Busy { may_have_acted, wait: self.retry_after, words }
    }
}
