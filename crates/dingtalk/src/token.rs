//! What DingTalk lends an app for two hours, its access token and its JSAPI ticket: in memory alone, fetched by one
//! caller at a time, renewed before it ends.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use secrecy::SecretString;
use serde_json::Value;
use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::{Error, Result};

/// DingTalk's documented lifetime, seconds; also the longest one believed.
const DOCUMENTED: i64 = 7_200;
const SHORTEST: i64 = 60;
const EARLIEST_RENEWAL: Duration = Duration::from_mins(5);
/// After a renewal failed while the old token still holds.
const NEXT_RENEWAL: Duration = Duration::from_secs(30);

/// How long a token or ticket holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenValidity {
    /// As DingTalk said, clamped to 60–7,200 s.
    pub lifetime: Duration,
    /// Until it ends.
    pub remaining: Duration,
    /// Until it is renewed by itself: 300 s or a fifth of the lifetime before its end, whichever is later.
    pub renewal_in: Duration,
}

pub(crate) struct Fetched {
    pub(crate) token: SecretString,
    pub(crate) lifetime: Duration,
}

/// A token to use, and which fetch it came from.
pub(crate) struct Lease {
    pub(crate) token: SecretString,
    pub(crate) fetch: u64,
    pub(crate) validity: TokenValidity,
}

/// Which token will do.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    /// Any that is not due for renewal.
    Valid,
    /// One from a later fetch: DingTalk refused the token of this one.
    LaterThan(u64),
    /// One from a fetch that ended after now.
    New,
}

/// Holds one token, or one ticket.
#[derive(Default)]
pub(crate) struct TokenCache {
    state: Mutex<State>,
    /// Fetches that ended, well or badly.
    fetches: AtomicU64,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    failure: Option<Error>,
}

struct Held {
    token: SecretString,
    lifetime: Duration,
    ends: Instant,
    renewal: Instant,
    fetch: u64,
}

impl TokenCache {
    /// A token that will do, fetched if need be. All who wait while one fetch is under way share what it brings,
    /// its failure too: fifty refused calls make one fetch, not fifty.
    pub(crate) async fn obtain(&self, wanted: Wanted, fetch: impl Future<Output = Result<Fetched>>) -> Result<Lease> {
        let before = self.fetches.load(Ordering::Acquire);
        let later_than = match wanted {
            Wanted::Valid => 0,
            Wanted::LaterThan(fetch) => fetch,
            Wanted::New => before,
        };
        let mut state = self.state.lock().await;
        if let Some(held) = &state.held
            && held.fetch > later_than
            && Instant::now() < held.renewal
        {
            return Ok(held.lease());
        }
        if self.fetches.load(Ordering::Acquire) > before
            && let Some(failure) = &state.failure
        {
            return Err(failure.clone());
        }
        let outcome = fetch.await;
        let number = self.fetches.fetch_add(1, Ordering::AcqRel) + 1;
        match outcome {
            Ok(fetched) => {
                state.failure = None;
                Ok(state.held.insert(Held::new(fetched, number)).lease())
            }
            Err(error) => state.fall_back(wanted, error),
        }
    }

    pub(crate) async fn validity(&self) -> Option<TokenValidity> {
        let state = self.state.lock().await;
        let validity = state.held.as_ref()?.validity();
        (!validity.remaining.is_zero()).then_some(validity)
    }

    pub(crate) async fn forget(&self) {
        self.state.lock().await.held = None;
    }
}

impl State {
    /// A renewal that fails on the way costs nothing while the old token holds. Refused keys are told at once, and a
    /// refused token is not kept.
    fn fall_back(&mut self, wanted: Wanted, error: Error) -> Result<Lease> {
        let now = Instant::now();
        if let (Wanted::Valid, Some(held), false) = (wanted, &mut self.held, error.is_credentials_refused())
            && now < held.ends
        {
            held.renewal = held.ends.min(now + NEXT_RENEWAL);
            return Ok(held.lease());
        }
        if error.is_credentials_refused() || matches!(wanted, Wanted::LaterThan(_)) {
            self.held = None;
        }
        self.failure = Some(error.clone());
        Err(error)
    }
}

impl Held {
    fn new(fetched: Fetched, fetch: u64) -> Self {
        let now = Instant::now();
        let early = EARLIEST_RENEWAL.min(fetched.lifetime / 5);
        let ends = now + fetched.lifetime;
        Self { token: fetched.token, lifetime: fetched.lifetime, ends, renewal: ends - early, fetch }
    }

    fn validity(&self) -> TokenValidity {
        let now = Instant::now();
        TokenValidity {
            lifetime: self.lifetime,
            remaining: self.ends.saturating_duration_since(now),
            renewal_in: self.renewal.saturating_duration_since(now),
        }
    }

    fn lease(&self) -> Lease {
        Lease { token: self.token.clone(), fetch: self.fetch, validity: self.validity() }
    }
}

/// What `expireIn` or `expires_in` says, as a lifetime that can be lived with.
pub(crate) fn lifetime(stated: Option<&Value>) -> Duration {
    let seconds = match stated {
        Some(Value::Number(number)) => number.as_i64().or_else(|| number.as_u64().map(|_| DOCUMENTED)),
        Some(Value::String(text)) => text.trim().parse().ok(),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => None,
    };
    let seconds = seconds.filter(|seconds| *seconds > 0).unwrap_or(DOCUMENTED).clamp(SHORTEST, DOCUMENTED);
    Duration::from_secs(seconds.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(stated: &Value, expected_seconds: u64) {
        assert_eq!(lifetime(Some(stated)).as_secs(), expected_seconds, "{stated}");
    }

    // F15
    #[test]
    fn a_lifetime_is_clamped_and_nonsense_becomes_the_documented_one() {
        check(&json!(7200), 7200);
        check(&json!("7200"), 7200);
        check(&json!(" 600 "), 600);
        check(&json!(61), 61);
        check(&json!(59), 60);
        check(&json!(1), 60);
        check(&json!(0), 7200);
        check(&json!(-1), 7200);
        check(&json!("-1"), 7200);
        check(&json!(1_000_000_000_000_i64), 7200);
        check(&json!(u64::MAX), 7200);
        check(&json!("soon"), 7200);
        check(&json!(1.5), 7200);
        check(&json!(null), 7200);
        check(&json!([]), 7200);
        assert_eq!(lifetime(None).as_secs(), 7200);
    }
}
