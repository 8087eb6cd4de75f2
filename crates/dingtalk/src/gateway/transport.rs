use std::time::Instant;

use reqwest::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue};
use reqwest::redirect::Policy;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::{Answer, Request, way};
use crate::hosts;
use crate::redact::Redactor;
use crate::{Error, Host, Hosts, Limits, Options, Proxy, Result};

const TOKEN_HEADER: &str = "x-acs-dingtalk-access-token";
const USER_AGENT: &str = concat!("dingtalk-rs/", env!("CARGO_PKG_VERSION"));

/// Sends requests to three hosts and nowhere else.
pub(crate) struct Transport {
    http: reqwest::Client,
    hosts: Hosts,
    limits: Limits,
}

impl Transport {
    pub(crate) fn new(hosts: Hosts, options: &Options) -> Result<Self> {
        // Somebody else in this process may have installed one already; either will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = builder(&hosts, options)?.build().map_err(|error| unusable(&error))?;
        Ok(Self { http, hosts, limits: options.limits })
    }

    pub(crate) fn hosts(&self) -> &Hosts {
        &self.hosts
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
            Host::New | Host::Login => (None, token),
        };
        if let Some(token) = in_query {
            url.query_pairs_mut().append_pair("access_token", token.expose_secret());
        }
        let mut outgoing = self.http.request(request.method.clone(), url).header(ACCEPT, "application/json");
        if let Some(token) = in_header {
            outgoing = outgoing.header(TOKEN_HEADER, header(token)?);
        }
        if let Some(body) = &request.body {
            outgoing = outgoing.header(CONTENT_TYPE, "application/json").body(body.clone());
        }
        self.carry(outgoing, hosts::name_of(origin), redactor).await
    }

    /// A bare GET, for reaching a host and reading its clock.
    pub(crate) async fn knock(&self, host: Host, path: &str) -> Result<Answer> {
        let url = url_on(self.hosts.origin(host), path)?;
        self.carry(self.http.get(url), self.hosts.name(host), &Redactor::default()).await
    }

    /// A GET with these headers whose answer is not read any further, for changing to another protocol.
    pub(crate) async fn ask(&self, url: Url, headers: HeaderMap, redactor: &Redactor<'_>) -> Result<reqwest::Response> {
        let name = hosts::name_of(&url.origin().ascii_serialization()).to_owned();
        let lost = |error: reqwest::Error| way::lost(&name, &error.without_url(), self.limits, redactor);
        self.http.get(url).headers(headers).send().await.map_err(lost)
    }

    async fn carry(&self, outgoing: reqwest::RequestBuilder, name: &str, redactor: &Redactor<'_>) -> Result<Answer> {
        let lost = |error: reqwest::Error| way::lost(name, &error.without_url(), self.limits, redactor);
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

fn builder(hosts: &Hosts, options: &Options) -> Result<reqwest::ClientBuilder> {
    let builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(options.limits.connect)
        .timeout(options.limits.total)
        .redirect(Policy::none())
        .referer(false)
        .http1_only();
    if hosts.is_loopback() && hosts.scheme() == "https" {
        return Ok(builder.no_proxy());
    }
    if hosts.is_loopback() {
        // Plain http: the system's certificates are not needed, and a machine without any can still practise.
        return Ok(builder.no_proxy().tls_certs_only([]));
    }
    match &options.proxy {
        Proxy::System => Ok(builder),
        Proxy::Direct => Ok(builder.no_proxy()),
        Proxy::Fixed(url) => Ok(builder.no_proxy().proxy(fixed(url).ok_or_else(unreadable_proxy)?)),
    }
}

/// reqwest would take almost any text for a host; what is no http address is told now, not at the first call.
fn fixed(url: &SecretString) -> Option<reqwest::Proxy> {
    let url = Url::parse(url.expose_secret()).ok()?;
    let usable = matches!(url.scheme(), "http" | "https") && url.has_host();
    usable.then(|| reqwest::Proxy::all(url).ok()).flatten()
}

fn unreadable_proxy() -> Error {
    Error::ClientUnusable { detail: "the proxy's address cannot be read".into() }
}

fn unusable(error: &reqwest::Error) -> Error {
    Error::ClientUnusable { detail: Redactor::default().clean(&way::innermost(error)) }
}
