//! Over the same way out as everything else: the one resolver, the system's verifier, no redirect, no more than so much.

use std::time::Duration;

use dingtalk::{Error, Fetch, Limits, Options, Proxy, plain_bytes};
use url::Url;

use super::is_safe;
use crate::engine::Engine;
use crate::problem::{Problem, ProblemCode, Result};
use crate::refusal;

/// A description is a page of text.
const DESCRIPTION: usize = 256 * 1024;
const DESCRIPTION_TIME: Duration = Duration::from_secs(30);
/// Several times our installer.
pub(super) const PACKAGE: usize = 64 * 1024 * 1024;
const PACKAGE_TIME: Duration = Duration::from_mins(30);
const CONNECT: Duration = Duration::from_secs(10);
/// A line that brings nothing for so long brings nothing any more.
const SILENCE: Duration = Duration::from_secs(30);

/// What a server answered.
pub(super) enum Answer {
    Bytes(Vec<u8>),
    /// 204: nothing newer is there.
    Nothing,
}

impl Engine {
    pub(super) async fn fetch_description(&self, address: &str) -> Result<Answer> {
        self.fetch(address, DESCRIPTION, DESCRIPTION_TIME, |_, _| {}).await
    }

    pub(super) async fn fetch_package(&self, address: &str, came: impl FnMut(usize, Option<u64>)) -> Result<Answer> {
        self.fetch(address, PACKAGE, PACKAGE_TIME, came).await
    }

    async fn fetch(
        &self,
        address: &str,
        most: usize,
        time: Duration,
        came: impl FnMut(usize, Option<u64>),
    ) -> Result<Answer> {
        let unreadable = || Problem::new(ProblemCode::UpdateUnreadable).arg("host", host(address));
        let url = Url::parse(address).map_err(|_| unreadable())?;
        if !is_safe(&url) {
            return Err(Problem::new(ProblemCode::UpdateInsecure).arg("host", host(address)));
        }
        let given = self.limits();
        let limits = Limits { connect: given.connect.min(CONNECT), total: given.total.max(time), body: most };
        let proxy = Proxy::Resolved(self.shared.resolver.clone());
        let options = Options { limits, proxy, ..Options::default() };
        let fetch = Fetch { most, silence: given.total.min(SILENCE) };
        match plain_bytes(&url, &options, fetch, came).await {
            Ok(bytes) => Ok(Answer::Bytes(bytes)),
            Err(Error::CaptivePortal { status: 204, .. }) => Ok(Answer::Nothing),
            Err(error) => Err(told(&error)),
        }
    }
}

/// What a server of versions means by it; the way there has the words of any other.
fn told(error: &Error) -> Problem {
    let host = error.host().unwrap_or_default();
    match error {
        Error::CaptivePortal { status: 300..=399, .. } => Problem::new(ProblemCode::UpdateRedirected).arg("host", host),
        Error::CaptivePortal { status, .. } => {
            Problem::new(ProblemCode::UpdateMissing).arg("host", host).arg("status", status)
        }
        Error::TooLarge { limit, .. } => {
            Problem::new(ProblemCode::UpdateTooLarge).arg("limit", limit.div_ceil(1024 * 1024))
        }
        _ => refusal::problem(error),
    }
}

/// Its name alone, for the words.
pub(super) fn host(address: &str) -> String {
    Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
