//! Where one request meets its adaptors: the limiter lets it go, the trace hears of it, the limiter learns from it.

use std::sync::Arc;
use std::time::Duration;

use secrecy::SecretString;
use serde_json::Value;

use crate::gateway::{Answer, Dialect, Request, classify, told_pause};
use crate::hosts::name_of;
use crate::limit::{InFlight, Key};
use crate::redact::Redactor;
use crate::retry::Api;
use crate::trace::{Head, Recording};
use crate::{Client, Error, Limiter, Options, Result, RetryPolicy, Trace};

/// Those of one client.
pub(crate) struct Adaptors {
    pub(crate) limiter: Option<Limiter>,
    pub(crate) retry: RetryPolicy,
    trace: Option<Trace>,
}

impl Adaptors {
    pub(crate) fn of(options: &Options) -> Self {
        Self { limiter: options.limiter.clone(), retry: options.retry.clone(), trace: options.trace.clone() }
    }
}

impl Client {
    /// One request, one answer: neither repeated nor given another token.
    pub(crate) async fn exchange(
        &self,
        request: &Request,
        token: Option<&SecretString>,
        secrets: &[&SecretString],
    ) -> Result<Value> {
        let api = Api::of(&request.path);
        let (waited, flight) = self.leave(request, &api).await?;
        let origin = request.origin.as_deref().unwrap_or(self.hosts().origin(request.dialect.host()));
        let recording =
            Recording::begin(self.adaptors().trace.as_ref(), name_of(origin), &request.method, &api, request.departs());
        let own = [&self.credentials().client_secret];
        let redactor = Redactor::of(own.into_iter().chain(token).chain(secrets.iter().copied()));
        let answer = self.transport().send(request, token, &redactor).await;
        let head = answer.as_ref().ok().map(|answer| Head { status: answer.status, server_time: answer.server_time() });
        let retry_after = answer.as_ref().ok().and_then(|answer: &Answer| answer.retry_after);
        let outcome = answer.and_then(|answer| classify(&answer, request.dialect, name_of(origin), &redactor));
        if let Some(flight) = flight {
            let error = outcome.as_ref().err();
            flight.landed(error, retry_after.or_else(|| error.and_then(Error::words).and_then(told_pause)));
        }
        recording.after_waiting(waited).end(head.as_ref(), &outcome);
        outcome
    }

    async fn leave(&self, request: &Request, api: &Api) -> Result<(Duration, Option<InFlight>)> {
        let Some(limiter) = &self.adaptors().limiter else { return Ok((Duration::ZERO, None)) };
        let permit = limiter.acquire(self.keys(request, api)).await?;
        Ok((permit.waited(), Some(permit.leave())))
    }

    /// A robot belongs to a group and not to an app, so neither the app's rate nor its quota counts it. A session is
    /// counted as a robot of its own: that it shares the 20 a minute with others is not documented.
    fn keys(&self, request: &Request, api: &Api) -> Arc<[Key]> {
        let id = self.client_id();
        if request.dialect == Dialect::Robot {
            let token = request.query.iter().find(|(name, _)| matches!(*name, "access_token" | "session"));
            let token = token.map_or(request.path.as_str(), |(_, token)| token);
            return [Key::robot(token), Key::Everything].into();
        }
        let keys = [Key::api(id, api.name()), Key::app(id), Key::Everything];
        keys.into_iter().chain(api.is_metered().then(|| Key::quota(id))).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use reqwest::Method;

    use super::*;
    use crate::{Credentials, Hosts};

    #[test]
    fn each_robot_and_each_session_is_counted_by_itself() {
        let client = Client::new(Hosts::com(), Credentials::new("dingexample", "secret".into())).unwrap();
        let keys = |path: &str, name: &'static str, value: &str| {
            let request = Request::new(Dialect::Robot, Method::POST, path).with_query(name, value);
            client.keys(&request, &Api::of(path))
        };
        let session = |value| keys("/robot/sendBySession", "session", value);
        assert_eq!(session("one"), session("one"));
        assert_ne!(session("one"), session("two"));
        assert_eq!(*keys("/robot/send", "access_token", "one"), [Key::robot("one"), Key::Everything]);
    }
}
