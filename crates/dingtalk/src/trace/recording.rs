use std::time::{Duration, SystemTime};

use reqwest::Method;
use serde_json::Value;
use tokio::time::Instant;

use super::{Exchange, Fate, Trace};
use crate::lenient::as_text;
use crate::retry::Api;
use crate::{Error, Result, ServerTime};

const LONGEST: usize = 80;

/// What the recording takes of an answer.
pub(crate) struct Head {
    pub(crate) status: u16,
    pub(crate) server_time: Option<ServerTime>,
}

/// An exchange while it lasts. Dropped unfinished, it is told as in doubt: the caller went away, the request did not.
pub(crate) struct Recording {
    trace: Option<Trace>,
    began: Instant,
    exchange: Exchange,
}

impl Recording {
    pub(crate) fn begin(trace: Option<&Trace>, host: &str, method: &Method, api: &Api, attempt: u32) -> Self {
        let exchange = Exchange {
            began: SystemTime::now(),
            host: host.to_owned(),
            method: method.clone(),
            api: api.name().to_owned(),
            duration: Duration::ZERO,
            waited: Duration::ZERO,
            attempt,
            status: None,
            code: None,
            request_id: None,
            server_time: None,
            fate: Fate::InDoubt,
        };
        Self { trace: trace.cloned(), began: Instant::now(), exchange }
    }

    pub(crate) fn after_waiting(mut self, waited: Duration) -> Self {
        self.exchange.waited = waited;
        self
    }

    /// `head` is that of the answer, if one came.
    pub(crate) fn end(mut self, head: Option<&Head>, outcome: &Result<Value>) {
        let exchange = &mut self.exchange;
        if let Some(&Head { status, server_time }) = head {
            exchange.status = Some(status);
            // What a portal or a proxy of the office answers with tells its own clock.
            exchange.server_time =
                server_time.filter(|_| outcome.as_ref().err().is_none_or(|error| error.words().is_some()));
        }
        match outcome {
            Ok(value) => {
                exchange.fate = Fate::Good;
                exchange.request_id = ["request_id", "requestid", "requestId"]
                    .into_iter()
                    .find_map(|name| value.get(name).and_then(as_text))
                    .and_then(|id| plain(&id));
            }
            Err(error) => {
                exchange.fate = sort(error);
                exchange.code = error.code().map(|code| plain(code).unwrap_or_else(|| "?".to_owned()));
                exchange.request_id = error.request_id().and_then(plain);
            }
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.exchange.duration = self.began.elapsed();
        if let Some(trace) = &self.trace {
            trace.tell(&self.exchange);
        }
    }
}

fn sort(error: &Error) -> Fate {
    if error.may_have_acted() {
        return Fate::InDoubt;
    }
    if error.words().is_some() { Fate::Refused } else { Fate::NotAsked }
}

/// A code or an id as DingTalk writes them; a server that puts anything else there is not quoted.
fn plain(text: &str) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ');
    (!text.is_empty() && text.len() <= LONGEST && text.chars().all(fits)).then(|| text.to_owned())
}
