//! Starting and stopping the four listeners.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::connect_info::Connected;
use axum::middleware;
use axum::serve::{IncomingStream, Listener};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use crate::clock::Clock;
use crate::event::postman;
use crate::line::{Conduct, Cuttable};
use crate::running::{Hosts, Notice, RUNNING_FILE, ReadyApp};
use crate::scenario::Scenario;
use crate::state::store::{Loaded, Store, StoreError, load, write_whole};
use crate::state::{Shared, World};
use crate::stream::{CONNECT, Timers, upgrade};
use crate::tls::{Authority, Secured, Tls, TlsError, acceptor};
use crate::visitors::{Guard, Visitors, guard};
use crate::{admin, console, gateway, ports, random};

const BODY_LIMIT: usize = 1024 * 1024;

/// How long [`Running::stop`] waits for answers under way.
const STOP_PATIENCE: Duration = Duration::from_millis(500);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppChoice {
    /// What was saved; in a new folder a company without apps.
    Keep,
    /// Start over: a new company without apps. The saved one is set aside in the folder.
    Blank,
    /// What was saved, and in it an app and a robot with nothing left to do.
    Ready,
}

#[derive(Debug, Clone)]
pub struct Options {
    /// Folder of the state; made if needed. One server at a time.
    pub dir: PathBuf,
    /// The first of four ports on 127.0.0.1. `None`: the last ones if free, else free ones.
    pub listen: Option<SocketAddr>,
    pub app: AppChoice,
    /// Switched on in addition to those that were saved as on.
    pub scenarios: Vec<Scenario>,
    /// The computer's, or one that only tests and `POST {admin}/clock` move.
    pub clock: Clock,
    /// `None`: plain HTTP.
    pub tls: Option<Tls>,
    /// Timers of Stream mode.
    pub stream: Timers,
    /// How long each answer takes while [`Scenario::Slow`] is on.
    pub slow_answer: Duration,
}

impl Options {
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            listen: None,
            app: AppChoice::Keep,
            scenarios: Vec::new(),
            clock: Clock::real(),
            tls: None,
            stream: Timers::default(),
            slow_answer: Duration::from_secs(20),
        }
    }

    /// The same with a clock that stands at this instant until it is moved.
    #[must_use]
    pub fn virtual_clock(self) -> Self {
        Self { clock: Clock::standing_now(), ..self }
    }
}

#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StartError {
    #[error("port {0} on 127.0.0.1 is taken")]
    PortTaken(u16),
    #[error("{0} is not on 127.0.0.1")]
    NotLoopback(SocketAddr),
    #[error("the practice folder cannot be used: {path}: {why}")]
    StateUnusable { path: PathBuf, why: String },
    #[error("another practice server holds {0}")]
    StateHeldByAnother(PathBuf),
    #[error("the practice certificate cannot be made: {0}")]
    Tls(#[from] TlsError),
}

impl From<StoreError> for StartError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unusable { path, why } => Self::StateUnusable { path, why },
            StoreError::HeldByAnother(dir) => Self::StateHeldByAnother(dir),
            StoreError::Closed(path) => Self::StateUnusable { path, why: "closed".to_owned() },
        }
    }
}

/// A server that answers until it is stopped or dropped.
#[derive(Debug)]
pub struct Running {
    hosts: Hosts,
    shared: Shared,
    ca: Option<CaPem>,
    stopping: Option<watch::Sender<()>>,
    tasks: Vec<JoinHandle<()>>,
    /// Saves what calls left to do; what it did not come to, closing does.
    keeper: JoinHandle<()>,
}

/// Returns when all four listeners answer.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let store = Store::open(&options.dir)?;
    let world = opening_world(&options)?;
    let listeners = ports::listen(&options.dir, options.listen).await?;
    let shared = Shared::new(world, store, options.clock)?;
    let (acceptor, ca) = security(&options.dir, options.tls)?;
    let admin_token = random::hexadecimal(32);
    let schemes = if acceptor.is_some() { SECURE } else { PLAIN };
    let hosts = hosts(&listeners, &admin_token, schemes)?;
    let endpoint = format!("{}://127.0.0.1:{}{CONNECT}", schemes.1, port_of(&listeners.new)?);
    shared.change(|world| {
        (world.events.endpoint, world.events.timers) = (endpoint, options.stream);
        world.new_host.clone_from(&hosts.new_host);
    })?;
    shared.set_hosts(hosts.clone());
    let postman = tokio::spawn(postman::run(shared.clone(), shared.effects()));
    let (stopping, stopped) = watch::channel(());
    let slow = options.slow_answer;
    let pages = console::router(shared.clone()).merge(admin::router(shared.clone(), admin_token));
    let ports::Listeners { old, new, login, console } = listeners;
    let open = |listener, cut, router, visitors| {
        serve(Cuttable { listener, cut }, acceptor.clone(), router, visitors, &stopped)
    };
    let gateway = |listener, router| open(listener, shared.cut(), router, Visitors::Programs);
    let new_router = gateway::new_router(shared.clone(), slow).merge(upgrade::router(shared.clone()));
    let tasks = vec![
        gateway(old, gateway::old_router(shared.clone(), slow))?,
        gateway(new, new_router)?,
        open(login, shared.cut(), gateway::login_router(shared.clone(), slow), Visitors::Pages)?,
        open(console, Arc::default(), pages, Visitors::Pages)?,
        postman,
    ];
    let keeper = tokio::spawn(shared.clone().keep_up());
    let running = Running { hosts, shared, ca, stopping: Some(stopping), tasks, keeper };
    running.announce()?;
    Ok(running)
}

fn opening_world(options: &Options) -> Result<Loaded, StartError> {
    let now = options.clock.now();
    let mut loaded = match (options.app, load(&options.dir)?) {
        (AppChoice::Keep | AppChoice::Ready, Some(loaded)) => loaded,
        (AppChoice::Blank, Some(old)) => {
            old.set_aside(&options.dir, now)?;
            Loaded::fresh(World::new(now))
        }
        (AppChoice::Keep | AppChoice::Ready | AppChoice::Blank, None) => Loaded::fresh(World::new(now)),
    };
    let world = &mut loaded.world;
    world.now = now;
    match options.app {
        AppChoice::Keep | AppChoice::Blank => {}
        AppChoice::Ready => world
            .ensure_ready()
            .map_err(|refusal| StartError::StateUnusable { path: options.dir.clone(), why: refusal.to_string() })?,
    }
    for scenario in &options.scenarios {
        world.switch_on(*scenario);
    }
    Ok(loaded)
}

fn port_of(listener: &TcpListener) -> Result<u16, StartError> {
    let address = listener.local_addr().map_err(|_| StartError::PortTaken(0))?;
    Ok(address.port())
}

/// The own authority's certificate.
#[derive(Debug)]
struct CaPem {
    text: String,
    path: PathBuf,
}

fn security(dir: &Path, tls: Option<Tls>) -> Result<(Option<TlsAcceptor>, Option<CaPem>), StartError> {
    let Some(tls) = tls else {
        return Ok((None, None));
    };
    let authority = Authority::open(dir)?;
    let acceptor = acceptor(&authority.issue(tls)?)?;
    let ca = CaPem { text: authority.pem().to_owned(), path: authority.path().to_owned() };
    Ok((Some(acceptor), Some(ca)))
}

/// What stands before `127.0.0.1`, for pages and calls, and for a stream.
const PLAIN: (&str, &str) = ("http", "ws");
const SECURE: (&str, &str) = ("https", "wss");

fn hosts(listeners: &ports::Listeners, admin_token: &str, (scheme, _): (&str, &str)) -> Result<Hosts, StartError> {
    let origin =
        |listener| -> Result<String, StartError> { Ok(format!("{scheme}://127.0.0.1:{}", port_of(listener)?)) };
    let console_url = origin(&listeners.console)?;
    Ok(Hosts {
        old_host: origin(&listeners.old)?,
        new_host: origin(&listeners.new)?,
        login_host: origin(&listeners.login)?,
        admin_url: format!("{console_url}/admin/{admin_token}"),
        console_url,
    })
}

fn serve(
    listener: Cuttable,
    acceptor: Option<TlsAcceptor>,
    router: Router,
    visitors: Visitors,
    stopped: &watch::Receiver<()>,
) -> Result<JoinHandle<()>, StartError> {
    let port = port_of(&listener.listener)?;
    let router = router
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(Guard { visitors, port }, guard));
    let stopped = stopped.clone();
    let Some(acceptor) = acceptor else {
        return Ok(run(listener, router, stopped));
    };
    let secured = Secured::new(listener, acceptor).map_err(|_| StartError::PortTaken(port))?;
    Ok(run(secured, router, stopped))
}

fn run<L>(listener: L, router: Router, mut stopped: watch::Receiver<()>) -> JoinHandle<()>
where
    L: Listener,
    L::Addr: std::fmt::Debug,
    Conduct: for<'a> Connected<IncomingStream<'a, L>>,
{
    // Resolves when the sender is dropped, by `stop` or with `Running`.
    let signal = async move {
        let _ = stopped.changed().await;
    };
    let service = router.into_make_service_with_connect_info::<Conduct>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(signal);
    tokio::spawn(async move {
        // Serving ends with the signal only; it has no error of its own.
        let _ = serving.await;
    })
}

impl Running {
    pub fn hosts(&self) -> &Hosts {
        &self.hosts
    }

    pub fn shared(&self) -> &Shared {
        &self.shared
    }

    pub fn corp_id(&self) -> String {
        self.shared.read(|world| world.corp_id.clone())
    }

    /// The certificate of the server's own authority, for clients to trust. `None` without TLS.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca.as_ref().map(|ca| ca.text.as_str())
    }

    /// The file that holds [`Self::ca_pem`].
    pub fn ca_pem_path(&self) -> Option<&Path> {
        self.ca.as_ref().map(|ca| ca.path.as_path())
    }

    /// The keys of what [`AppChoice::Ready`] made, if it is there.
    pub fn ready_app(&self) -> Option<ReadyApp> {
        self.shared.read(|world| {
            let (app, robot) = (world.ready_app()?, world.ready_robot()?);
            Some(ReadyApp {
                corp_id: world.corp_id.clone(),
                client_id: app.client_id.clone(),
                client_secret: app.client_secret.clone(),
                agent_id: app.agent_id.clone(),
                robot_code: app.client_id.clone(),
                robot_webhook: robot.webhook(&self.hosts.old_host),
                robot_secret: robot.secret.clone(),
            })
        })
    }

    /// Ends the listeners and frees folder and ports.
    pub async fn stop(mut self) {
        self.stopping = None;
        self.shared.hub().close();
        for task in std::mem::take(&mut self.tasks) {
            let _ = tokio::time::timeout(STOP_PATIENCE, task).await;
        }
    }

    /// Tells other processes where the server is.
    fn announce(&self) -> Result<(), StartError> {
        let path = self.shared.dir().join(RUNNING_FILE);
        let notice = Notice { hosts: self.hosts.clone(), pid: std::process::id() };
        let written =
            serde_json::to_vec(&notice).map_err(std::io::Error::from).and_then(|text| write_whole(&path, &text));
        written.map_err(|error| StartError::StateUnusable { path, why: error.to_string() })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopping = None;
        self.shared.hub().close();
        self.keeper.abort();
        // A leftover is harmless: it counts only while the lock is held.
        let _ = fs::remove_file(self.shared.dir().join(RUNNING_FILE));
        self.shared.close();
    }
}
