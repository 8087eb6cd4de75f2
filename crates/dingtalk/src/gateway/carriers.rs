//! The HTTP clients behind one transport: one for each way out that was used, so that a change of the proxy needs no
//! restart and keeps the access token.

use std::sync::{Arc, Mutex, PoisonError};

use reqwest::redirect::Policy;
use rustls::ClientConfig;
use url::Url;

use super::way;
use crate::certificate::Certificates;
use crate::redact::Redactor;
use crate::{Error, Hosts, Limits, Options, PeerCertificate, Proxy, ProxyResolver, ProxyServer, Result, Route};

const USER_AGENT: &str = concat!("dingtalk-rs/", env!("CARGO_PKG_VERSION"));
/// Ways kept open; who changes the settings more often than this loses an idle connection.
const MOST: usize = 4;

/// What carries one request.
#[derive(Clone)]
pub(crate) struct Carrier {
    pub(crate) http: reqwest::Client,
    /// `None` also where reqwest itself looks for one ([`Proxy::System`]).
    pub(crate) proxy: Option<ProxyServer>,
}

pub(crate) struct Carriers {
    certificates: Certificates,
    ways: Ways,
}

/// What every way over TLS shares; the system's certificates are read once.
struct Secured {
    tls: Arc<ClientConfig>,
    limits: Limits,
}

enum Ways {
    One(Carrier),
    Resolved { resolver: Arc<dyn ProxyResolver>, secured: Secured, open: Mutex<Vec<(Route, Carrier)>> },
}

impl Carriers {
    pub(crate) fn new(hosts: &Hosts, options: &Options) -> Result<Self> {
        let own = hosts.is_loopback();
        Self::for_origin(own, own && hosts.scheme() == "http", options)
    }

    /// `own`: on this computer; `bare`: and without TLS.
    pub(crate) fn for_origin(own: bool, bare: bool, options: &Options) -> Result<Self> {
        // Somebody else in this process may have installed one already; either will do.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let certificates = Certificates::default();
        if bare {
            // The system's certificates are not needed, and a machine without any can still practise.
            let http = built(builder(options.limits).no_proxy().tls_certs_only([]))?;
            return Ok(Self { certificates, ways: Ways::One(Carrier { http, proxy: None }) });
        }
        let secured =
            Secured { tls: Arc::new(certificates.config().map_err(|error| unusable(&error))?), limits: options.limits };
        let ways = match &options.proxy {
            _ if own => Ways::One(secured.carrier(&Route::Direct)?),
            Proxy::Direct => Ways::One(secured.carrier(&Route::Direct)?),
            Proxy::System => Ways::One(Carrier { http: built(secured.builder())?, proxy: None }),
            Proxy::Fixed(url) => {
                let server = ProxyServer::parse(url).ok_or_else(unreadable_proxy)?;
                Ways::One(secured.carrier(&Route::Proxy(server))?)
            }
            Proxy::Resolved(resolver) => Ways::Resolved { resolver: resolver.clone(), secured, open: Mutex::default() },
        };
        Ok(Self { certificates, ways })
    }

    pub(crate) fn certificate(&self, host: &str) -> Option<PeerCertificate> {
        self.certificates.of(host)
    }

    /// What carries a request to this address now.
    pub(crate) async fn to(&self, url: &Url, host: &str) -> Result<Carrier> {
        let (resolver, secured, open) = match &self.ways {
            Ways::One(carrier) => return Ok(carrier.clone()),
            Ways::Resolved { resolver, secured, open } => (resolver, secured, open),
        };
        let no_route = |reason| Error::NoRoute { host: host.to_owned(), reason };
        let route = resolver.route(url).await.map_err(no_route)?;
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, carrier)) = open.iter().find(|(known, _)| *known == route) {
            return Ok(carrier.clone());
        }
        let carrier = secured.carrier(&route)?;
        if open.len() >= MOST {
            open.remove(0);
        }
        open.push((route, carrier.clone()));
        Ok(carrier)
    }
}

impl Secured {
    fn carrier(&self, route: &Route) -> Result<Carrier> {
        let builder = self.builder().no_proxy();
        match route {
            Route::Direct => Ok(Carrier { http: built(builder)?, proxy: None }),
            Route::Proxy(server) => {
                let proxy = server.for_http().map_err(|_| unreadable_proxy())?;
                Ok(Carrier { http: built(builder.proxy(proxy))?, proxy: Some(server.clone()) })
            }
        }
    }

    fn builder(&self) -> reqwest::ClientBuilder {
        builder(self.limits).tls_backend_preconfigured(ClientConfig::clone(&self.tls))
    }
}

fn builder(limits: Limits) -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(limits.connect)
        .timeout(limits.total)
        .redirect(Policy::none())
        .referer(false)
        .http1_only()
}

fn built(builder: reqwest::ClientBuilder) -> Result<reqwest::Client> {
    builder
        .build()
        .map_err(|error| Error::ClientUnusable { detail: Redactor::default().clean(&way::innermost(&error)) })
}

fn unusable(error: &rustls::Error) -> Error {
    Error::ClientUnusable { detail: Redactor::default().clean(&error.to_string()) }
}

/// What is no http address is told now, not at the first call.
fn unreadable_proxy() -> Error {
    Error::ClientUnusable { detail: "the proxy's address cannot be read".into() }
}
