//! An engine in a home of its own, over real HTTP to a practice server.
#![allow(dead_code, clippy::unwrap_used, reason = "each test takes in what it needs of it, and may panic")]

pub mod gate;
pub mod walk;

use std::sync::Arc;
use std::time::Duration;

use engine::connection::{ConnectionId, Region};
use engine::practice::PracticeHosts;
use engine::problem::{Problem, ProblemCode};
use engine::settings::Language;
use engine::setup::{Evidence, SetupSnapshot, Task, TaskState, TaskView};
use engine::{Clock, Engine, Home, MemoryVault, Parts};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use practice::{AppChoice, Options, ReadyApp, Running, Scenario};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// The real time, in Hong Kong.
pub struct HongKong;

impl Clock for HongKong {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(8))
    }
}

pub struct Stage {
    pub engine: Engine,
    pub vault: Arc<MemoryVault>,
    pub practice: Running,
    pub app: ReadyApp,
    pub id: ConnectionId,
    pub home: TempDir,
    pub practice_dir: TempDir,
    clock: Arc<dyn Clock>,
}

impl Stage {
    /// A new home beside a practice company whose app has nothing left to do.
    pub async fn new() -> Self {
        Self::with_clock(Arc::new(HongKong)).await
    }

    pub async fn with_clock(clock: Arc<dyn Clock>) -> Self {
        Self::with_clocks(clock, practice::Clock::real()).await
    }

    /// Ours goes on; the practice server's is moved by the test.
    pub async fn with_practice_clock(clock: practice::Clock) -> Self {
        Self::with_clocks(Arc::new(HongKong), clock).await
    }

    pub async fn with_clocks(clock: Arc<dyn Clock>, practice_clock: practice::Clock) -> Self {
        let (home, practice_dir) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let vault = Arc::new(MemoryVault::new());
        let practice = start_with(practice_dir.path(), practice_clock).await;
        let app = practice.ready_app().unwrap();
        let engine = open_with(home.path(), vault.clone(), clock.clone()).await;
        engine.set_practice_hosts(Some(hosts(&practice)));
        let id = engine.connection_create(Region::Practice).await.unwrap().connection.id;
        Self { engine, vault, practice, app, id, home, practice_dir, clock }
    }

    /// The next start.
    pub async fn reopen(&mut self) {
        self.engine = open_with(self.home.path(), self.vault.clone(), self.clock.clone()).await;
        self.engine.set_practice_hosts(Some(hosts(&self.practice)));
    }

    pub fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }

    /// A second program on the same home, at the same time.
    pub async fn beside(&self) -> Engine {
        let engine = open_with(self.home.path(), self.vault.clone(), self.clock.clone()).await;
        engine.set_practice_hosts(Some(hosts(&self.practice)));
        engine
    }

    pub fn switch(&self, scenario: Scenario, on: Switch) {
        let change = |world: &mut practice::state::World| match on {
            Switch::On => world.switch_on(scenario),
            Switch::Off => world.switch_off(scenario),
        };
        self.practice.shared().change(change).unwrap();
    }

    pub fn allow(&self, addresses: &str) {
        let client_id = self.app.client_id.clone();
        self.practice.shared().attempt(|world| world.set_allow_list(&client_id, addresses)).unwrap();
    }

    /// What practice recorded of this kind, oldest first.
    pub fn journal(&self, kind: &str) -> Vec<serde_json::Value> {
        let all = self.practice.shared().read(|world| serde_json::to_value(&world.journal).unwrap());
        all.as_array().unwrap().iter().filter(|entry| entry["kind"] == kind).cloned().collect()
    }

    /// What tests tell practice by its admin address.
    pub async fn tell(&self, method: &str, path: &str, body: &str) {
        let url = format!("{}{path}", self.practice.hosts().admin_url);
        let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let mut line = tokio::net::TcpStream::connect(host).await.unwrap();
        let head = format!("{method} /{path} HTTP/1.1\r\nhost: {host}\r\nconnection: close");
        let length = format!("content-type: application/json\r\ncontent-length: {}", body.len());
        line.write_all(format!("{head}\r\n{length}\r\n\r\n{body}").as_bytes()).await.unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }

    /// Half of what a slow server takes.
    pub fn be_impatient(&self) {
        let total = Duration::from_millis(400);
        self.engine.set_limits(dingtalk::Limits { total, ..dingtalk::Limits::default() });
    }

    pub fn be_patient(&self) {
        self.engine.set_limits(dingtalk::Limits::default());
    }

    pub async fn snapshot(&self) -> SetupSnapshot {
        self.engine.setup(&self.id).await.unwrap()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    On,
    Off,
}

pub async fn start(dir: &std::path::Path) -> Running {
    start_with(dir, practice::Clock::real()).await
}

async fn start_with(dir: &std::path::Path, clock: practice::Clock) -> Running {
    let slow_answer = Duration::from_millis(800);
    let options = Options { app: AppChoice::Ready, slow_answer, clock, ..Options::new(dir) };
    practice::start(options).await.unwrap()
}

pub fn hosts(practice: &Running) -> PracticeHosts {
    let hosts = practice.hosts();
    PracticeHosts {
        old_host: hosts.old_host.clone(),
        new_host: hosts.new_host.clone(),
        login_host: hosts.login_host.clone(),
        console_url: hosts.console_url.clone(),
    }
}

pub async fn open(home: &std::path::Path, vault: Arc<MemoryVault>) -> Engine {
    open_with(home, vault, Arc::new(HongKong)).await
}

pub async fn open_with(home: &std::path::Path, vault: Arc<MemoryVault>, clock: Arc<dyn Clock>) -> Engine {
    Engine::open(&Home::at(home), parts(vault, clock)).await.unwrap()
}

pub fn parts(vault: Arc<MemoryVault>, clock: Arc<dyn Clock>) -> Parts {
    Parts {
        vault,
        clock,
        user_name: "demo".to_owned(),
        language: Language::ZhHk,
        practice_asked: true,
        version: "0.0.0".to_owned(),
        policy: engine::policy::Policy::default(),
        updates: engine::update::Source::default(),
    }
}

pub fn task(snapshot: &SetupSnapshot, task: Task) -> &TaskView {
    snapshot.stops.iter().flat_map(|stop| &stop.tasks).find(|view| view.task == task).unwrap()
}

pub fn state(snapshot: &SetupSnapshot, wanted: Task) -> TaskState {
    task(snapshot, wanted).state
}

pub fn problem(snapshot: &SetupSnapshot, wanted: Task) -> &Problem {
    let view = task(snapshot, wanted);
    view.problem.as_ref().unwrap_or_else(|| panic!("{wanted:?} has no problem: {view:?}"))
}

pub fn code(snapshot: &SetupSnapshot, wanted: Task) -> ProblemCode {
    problem(snapshot, wanted).code
}

pub fn evidence(snapshot: &SetupSnapshot, wanted: Task) -> &Evidence {
    let view = task(snapshot, wanted);
    view.evidence.as_ref().unwrap_or_else(|| panic!("{wanted:?} has no evidence: {view:?}"))
}
