//! The one place that decides which way a request leaves: calls, robots and streams all ask it, each time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use dingtalk::{NoRoute, ProxyResolver, ProxyServer, Route, Routing};
use platform::{SystemProxy, Unresolved};
use tokio::time::{Instant, timeout};
use url::Url;

use super::proxy::{self, Stored};
use super::snapshot::ProxyMode;
use crate::engine::locked;
use crate::policy::ProxyRule;
use crate::store::Store;
use crate::vault::Safe;

/// F35: a detection of the network's own (WPAD) may take 15 s; it is waited for aside, and not for ever.
const PATIENCE: Duration = Duration::from_secs(20);
/// Until the system is asked again, so that a script does not run for each request.
const FRESH: Duration = Duration::from_secs(30);

type System = Arc<dyn Fn(&str) -> Result<SystemProxy, Unresolved> + Send + Sync>;

pub(crate) struct Resolver {
    store: Store,
    safe: Safe,
    system: System,
    rule: Option<ProxyRule>,
    told: Mutex<HashMap<String, (Instant, Route)>>,
    /// The manual proxy with its password, and the settings that it was made of.
    manual: tokio::sync::Mutex<Option<(Stored, ProxyServer)>>,
}

impl Resolver {
    pub fn new(store: Store, safe: Safe, rule: Option<ProxyRule>) -> Self {
        let system = if rule == Some(ProxyRule::System) { platform::settings_proxy } else { platform::system_proxy };
        Self::with_system(store, safe, Arc::new(system), rule)
    }

    fn with_system(store: Store, safe: Safe, system: System, rule: Option<ProxyRule>) -> Self {
        Self { store, safe, system, rule, told: Mutex::default(), manual: tokio::sync::Mutex::default() }
    }

    async fn route_to(&self, url: &Url) -> Result<Route, NoRoute> {
        // Read each time: another process may have set it.
        if self.rule == Some(ProxyRule::Blocked) {
            return Err(NoRoute::Forbidden);
        }
        let stored = self.store.with(proxy::read).await.map_err(|_| NoRoute::Unresolved)?;
        let stored = proxy::ruled(stored, self.rule.as_ref());
        match stored.mode {
            ProxyMode::None => Ok(Route::Direct),
            ProxyMode::Manual => self.manual(stored).await.map(Route::Proxy),
            ProxyMode::System => self.system(url).await,
        }
    }

    async fn manual(&self, stored: Stored) -> Result<ProxyServer, NoRoute> {
        // Whether something is left to tidy changes nothing about the way.
        let stored = Stored { untidy: false, ..stored };
        // Held while the key store is asked: many requests at once ask it once.
        let mut manual = self.manual.lock().await;
        if let Some((known, server)) = &*manual
            && *known == stored
        {
            return Ok(server.clone());
        }
        let address = format!("http://{}", stored.address);
        let mut server = ProxyServer::parse(&address.into()).ok_or(NoRoute::Unsupported)?;
        if let Some(kept) = &stored.password {
            let password = proxy::password(&self.safe, kept.half).await.map_err(|_| NoRoute::PasswordUnavailable)?;
            server = server.with_sign_in(&stored.user, &password);
        }
        *manual = Some((stored, server.clone()));
        Ok(server)
    }

    async fn system(&self, url: &Url) -> Result<Route, NoRoute> {
        // The path is nobody's business, a script's included: it may hold a token.
        let origin = url.origin().ascii_serialization();
        if let Some((at, route)) = locked(&self.told).get(&origin)
            && at.elapsed() < FRESH
        {
            return Ok(route.clone());
        }
        let (system, asked) = (self.system.clone(), format!("{origin}/"));
        let answer = timeout(PATIENCE, tokio::task::spawn_blocking(move || system(&asked))).await;
        let Ok(Ok(Ok(found))) = answer else { return Err(NoRoute::Unresolved) };
        let route = match found {
            SystemProxy::Direct => Route::Direct,
            SystemProxy::Through { url, authorization } => {
                let server = ProxyServer::parse(&url.into()).ok_or(NoRoute::Unsupported)?;
                Route::Proxy(match authorization {
                    Some(header) => server.with_authorization(&header),
                    None => server,
                })
            }
        };
        locked(&self.told).insert(origin, (Instant::now(), route.clone()));
        Ok(route)
    }
}

impl ProxyResolver for Resolver {
    fn route<'a>(&'a self, url: &'a Url) -> Routing<'a> {
        Box::pin(self.route_to(url))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::vault::MemoryVault;

    async fn resolver(system: System) -> (tempfile::TempDir, Resolver) {
        ruled(system, None).await
    }

    async fn ruled(system: System, rule: Option<ProxyRule>) -> (tempfile::TempDir, Resolver) {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(&dir.path().join("hoitung.db")).await.unwrap();
        (dir, Resolver::with_system(store, Safe::new(Arc::new(MemoryVault::new()), "home"), system, rule))
    }

    fn api() -> Url {
        "https://api.dingtalk.com/v1.0/x?access_token=canary".parse().unwrap()
    }

    #[allow(clippy::unnecessary_wraps, reason = "what a system answers")]
    fn through(url: &str) -> Result<SystemProxy, Unresolved> {
        Ok(SystemProxy::Through { url: url.to_owned(), authorization: None })
    }

    // F34
    #[tokio::test]
    async fn the_system_is_asked_for_each_host_by_its_origin_alone_and_not_for_each_request() {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let (_dir, resolver) = resolver(Arc::new(move |url: &str| {
            log.lock().unwrap().push(url.to_owned());
            through(if url.contains("api.") { "http://a.office:8080" } else { "http://b.office:8080" })
        }))
        .await;
        let name = async |url: &Url| match resolver.route(url).await.unwrap() {
            Route::Proxy(server) => server.name(),
            Route::Direct => String::new(),
        };
        assert_eq!(name(&api()).await, "a.office:8080");
        assert_eq!(name(&"https://oapi2.example/".parse().unwrap()).await, "b.office:8080");
        assert_eq!(name(&api()).await, "a.office:8080");
        assert_eq!(*asked.lock().unwrap(), ["https://api.dingtalk.com/", "https://oapi2.example/"]);
        tokio::time::pause();
        tokio::time::advance(FRESH).await;
        tokio::time::resume();
        name(&api()).await;
        assert_eq!(asked.lock().unwrap().len(), 3, "and again when it is stale");
    }

    #[tokio::test]
    async fn what_cannot_be_used_is_told_and_never_gone_around() {
        let (_dir, socks) = resolver(Arc::new(|_: &str| through("socks5://old.office:1080"))).await;
        assert_eq!(socks.route(&api()).await, Err(NoRoute::Unsupported));
        let (_dir, lost) = resolver(Arc::new(|_: &str| Err(Unresolved))).await;
        assert_eq!(lost.route(&api()).await, Err(NoRoute::Unresolved));
    }

    #[tokio::test]
    async fn what_it_laid_down_goes_before_what_is_set_here() {
        let (_dir, fixed) = ruled(Arc::new(|_: &str| panic!("not asked")), Some(ProxyRule::Direct)).await;
        assert_eq!(fixed.route(&api()).await, Ok(Route::Direct));
        let rule = ProxyRule::Address("it.office:3128".to_owned());
        let (_dir, named) = ruled(Arc::new(|_: &str| panic!("not asked")), Some(rule)).await;
        let Ok(Route::Proxy(server)) = named.route(&api()).await else { panic!("a proxy was laid down") };
        assert_eq!(server.name(), "it.office:3128");
        let (_dir, blocked) = ruled(Arc::new(|_: &str| panic!("not asked")), Some(ProxyRule::Blocked)).await;
        assert_eq!(blocked.route(&api()).await, Err(NoRoute::Forbidden));
    }

    // F35
    #[tokio::test]
    async fn a_detection_that_hangs_is_waited_for_aside_and_not_for_ever() {
        let (release, held) = std::sync::mpsc::channel::<()>();
        let (held, calls) = (Mutex::new(held), Arc::new(AtomicUsize::new(0)));
        let counter = calls.clone();
        let (_dir, resolver) = resolver(Arc::new(move |_: &str| {
            counter.fetch_add(1, Ordering::SeqCst);
            let _ = held.lock().unwrap().recv();
            Err(Unresolved)
        }))
        .await;
        let url = api();
        let mut routing = resolver.route(&url);
        // This thread goes on while the system thinks.
        while calls.load(Ordering::SeqCst) == 0 {
            assert!(
                std::future::poll_fn(|context| std::task::Poll::Ready(routing.as_mut().poll(context).is_pending()))
                    .await
            );
            tokio::task::yield_now().await;
        }
        tokio::time::pause();
        // A timer ends on a whole millisecond, at or after its time.
        tokio::time::advance(PATIENCE + Duration::from_millis(1)).await;
        assert_eq!(routing.await, Err(NoRoute::Unresolved));
        drop(release);
    }
}
