use std::time::Instant;

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::carriers::{Carrier, Carriers};
use super::{Answer, Request, way};
use crate::hosts;
use crate::redact::Redactor;
use crate::{Error, Host, Hosts, Limits, Options, PeerCertificate, Result};

const TOKEN_HEADER: &str = "x-acs-dingtalk-access-token";

/// Sends requests to the hosts of one edition and nowhere else.
pub(crate) struct Transport {
    carriers: Carriers,
    hosts: Hosts,
    limits: Limits,
}

impl Transport {
    pub(crate) fn new(hosts: Hosts, options: &Options) -> Result<Self> {
        Ok(Self { carriers: Carriers::new(&hosts, options)?, hosts, limits: options.limits })
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.hosts
    }

    /// What this host showed in its last handshake, trusted or not.
    pub(crate) fn certificate(&self, host: Host) -> Option<PeerCertificate> {
        self.carriers.certificate(self.hosts.name(host))
    }

    pub(crate) async fn send(
        &self,
        request: &Request,
        token: Option<&SecretString>,
        redactor: &Redactor<'_>,
    ) -> Result<Answer> {
        let host = request.dialect.host();
        let origin = request.origin.as_deref().unwrap_or(self.hosts.origin(host));
        let mut url = url_on(origin, &request.path)?;
        for (name, value) in &request.query {
            url.query_pairs_mut().append_pair(name, value);
        }
        let (in_query, in_header) = match host {
            Host::Old => (token, None),
            Host::New | Host::Login | Host::Stream => (None, token),
        };
        if let Some(token) = in_query {
            url.query_pairs_mut().append_pair("access_token", token.expose_secret());
        }
        let name = hosts::name_of(origin);
        let carrier = self.carriers.to(&url, name).await?;
        let mut outgoing = carrier.http.request(request.method.clone(), url).header(ACCEPT, "application/json");
        if let Some(token) = in_header {
            outgoing = outgoing.header(TOKEN_HEADER, header(token)?);
        }
        if let Some(body) = &request.body {
            outgoing = outgoing.header(CONTENT_TYPE, "application/json").body(body.clone());
        }
        self.carry(outgoing, &carrier, name, redactor).await
    }

    /// A bare GET, for reaching a host and reading its clock.
    pub(crate) async fn knock(&self, host: Host, path: &str) -> Result<Answer> {
        let (url, name) = (url_on(self.hosts.origin(host), path)?, self.hosts.name(host));
        let carrier = self.carriers.to(&url, name).await?;
        self.carry(carrier.http.get(url), &carrier, name, &Redactor::default()).await
    }

    /// The proxy that a request to this host goes through just now; `None` if it goes straight out.
    pub(crate) async fn proxy_name(&self, host: Host) -> Result<Option<String>> {
        let carrier = self.carriers.to(&url_on(self.hosts.origin(host), "/")?, self.hosts.name(host)).await?;
        Ok(carrier.proxy.map(|proxy| proxy.name()))
    }

    /// A GET with these headers whose answer is not read any further, for changing to another protocol.
    pub(crate) async fn ask(&self, url: Url, headers: HeaderMap, redactor: &Redactor<'_>) -> Result<reqwest::Response> {
        let name = hosts::name_of(&url.origin().ascii_serialization()).to_owned();
        let carrier = self.carriers.to(&url, &name).await?;
        let lost = |error| self.lost(&carrier, &name, error, redactor);
        carrier.http.get(url).headers(headers).send().await.map_err(lost)
    }

    fn lost(&self, carrier: &Carrier, host: &str, error: reqwest::Error, redactor: &Redactor<'_>) -> Error {
        let certificate = self.carriers.certificate(host);
        let sent = way::Sent { host, proxy: carrier.proxy.as_ref(), certificate, limits: self.limits };
        way::lost(sent, &error.without_url(), redactor)
    }

    async fn carry(
        &self,
        outgoing: reqwest::RequestBuilder,
        carrier: &Carrier,
        name: &str,
        redactor: &Redactor<'_>,
    ) -> Result<Answer> {
        let lost = |error| self.lost(carrier, name, error, redactor);
        let started = Instant::now();
        let mut response = outgoing.send().await.map_err(lost)?;
        let mut answer = Answer::from_head(response.status().as_u16(), response.headers(), started.elapsed());
        while let Some(chunk) = response.chunk().await.map_err(lost)? {
            if answer.body.len() + chunk.len() > self.limits.body {
                return Err(Error::TooLarge { host: name.to_owned(), limit: self.limits.body });
            }
            answer.body.extend_from_slice(&chunk);
        }
        Ok(answer)
    }
}

/// The path is set, never joined: whatever it holds, the host stays the one that was chosen.
fn url_on(origin: &str, path: &str) -> Result<Url> {
    let mut url = Url::parse(origin).map_err(|_| Error::RequestUnusable { detail: "no such host".into() })?;
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    url.set_path(path);
    url.set_query(query);
    Ok(url)
}

fn header(token: &SecretString) -> Result<HeaderValue> {
    let mut value = HeaderValue::from_str(token.expose_secret())
        .map_err(|_| Error::RequestUnusable { detail: "the token does not fit into a header".into() })?;
    value.set_sensitive(true);
    Ok(value)
}
