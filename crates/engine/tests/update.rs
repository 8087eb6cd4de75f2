//! New versions, from a server on this computer. Whoever judges them here knows one good package; the window's own tests
//! have the real judge.
#![allow(clippy::unwrap_used)]

mod support;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use engine::policy::Policy;
use engine::problem::{Problem, ProblemCode, Result};
use engine::update::{Announced, Packages, Release, Source, UpdateHabit, UpdateOrigin, UpdateStage, UpdateWait};
use engine::{Change, Engine, Home, Parts};
use platform::policy::{Entry, Found, Place};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore};

use support::gate::Gate;
use support::{HongKong, Stage, parts};

const GOOD: &[u8] = b"the good package";

/// Answers by path, and lets what is held go on when told.
struct Server {
    url: String,
    answers: Arc<Mutex<HashMap<String, Vec<u8>>>>,
    asked: Arc<AtomicUsize>,
    arrived: Arc<Notify>,
    open: Arc<Semaphore>,
}

/// What holds the rest of an answer back.
const HELD: &[u8] = b"<held>";

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server = Self {
            url,
            answers: Arc::default(),
            asked: Arc::default(),
            arrived: Arc::default(),
            open: Arc::new(Semaphore::new(0)),
        };
        let (answers, asked) = (server.answers.clone(), server.asked.clone());
        let (arrived, open) = (server.arrived.clone(), server.open.clone());
        tokio::spawn(async move {
            while let Ok((mut line, _)) = listener.accept().await {
                asked.fetch_add(1, Ordering::SeqCst);
                let (answers, arrived, open) = (answers.clone(), arrived.clone(), open.clone());
                tokio::spawn(async move {
                    let mut head = vec![0; 8192];
                    let length = line.read(&mut head).await.unwrap_or_default();
                    let head = String::from_utf8_lossy(&head[..length]).into_owned();
                    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                    let answer = answers.lock().unwrap().get(&path).cloned();
                    let answer = answer.unwrap_or_else(|| answer_of("404 Not Found", b"no"));
                    let at = answer.windows(HELD.len()).position(|window| window == HELD);
                    let _ = line.write_all(&answer[..at.unwrap_or(answer.len())]).await;
                    if let Some(at) = at {
                        arrived.notify_one();
                        let _through = open.acquire().await.unwrap();
                        let _ = line.write_all(&answer[at + HELD.len()..]).await;
                    }
                });
            }
        });
        server
    }

    fn say(&self, path: &str, answer: Vec<u8>) {
        self.answers.lock().unwrap().insert(path.to_owned(), answer);
    }

    fn endpoint(&self) -> String {
        format!("{}/h.json", self.url)
    }

    fn offers(&self, version: &str) {
        let description = json!({
            "version": version,
            "url": format!("{}/package", self.url),
            "pub_date": "2026-11-20T08:00:00Z",
            "whatsNew": { "en": "Faster.", "zh-HK": "更快。" },
        });
        self.say("/h.json", answer_of("200 OK", description.to_string().as_bytes()));
    }
}

fn answer_of(status: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let mut answer = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n").into_bytes();
    answer.extend_from_slice(body);
    answer
}

/// Knows one good package, and writes down what it was to install.
#[derive(Default)]
struct Judge {
    watched: AtomicBool,
    installed: Mutex<Vec<String>>,
    done: Notify,
}

impl Packages for Judge {
    fn replaceable(&self) -> Result<()> {
        Ok(())
    }

    fn is_watched(&self) -> bool {
        self.watched.load(Ordering::SeqCst)
    }

    fn read(&self, description: &str) -> Result<Announced> {
        let unreadable = |_| Problem::new(ProblemCode::UpdateUnreadable);
        let json: Value = serde_json::from_str(description).map_err(unreadable)?;
        let text = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        Ok(match text("version").as_str() {
            "0.0.0" => Announced::Same,
            "0.0.0-old" => Announced::Older(text("version")),
            _ => Announced::Newer(Release {
                version: text("version"),
                date: json["pub_date"].as_str().map(str::to_owned),
                url: text("url"),
                description: description.to_owned(),
            }),
        })
    }

    fn verify(&self, _: &Release, _: &str, package: &[u8]) -> Result<()> {
        if package == GOOD { Ok(()) } else { Err(Problem::new(ProblemCode::UpdateTampered)) }
    }

    fn install(&self, release: &Release, key: &str, package: &[u8]) -> Result<()> {
        self.verify(release, key, package)?;
        self.installed.lock().unwrap().push(release.version.clone());
        self.done.notify_one();
        Ok(())
    }
}

struct Bench {
    stage: Stage,
    server: Server,
    judge: Arc<Judge>,
    engine: Engine,
}

impl Bench {
    async fn new() -> Self {
        Self::under(Policy::default()).await
    }

    async fn under(policy: Policy) -> Self {
        let (stage, server) = (Stage::new().await, Server::start().await);
        let source = Source { endpoint: server.endpoint(), key: "a key".to_owned() };
        let (engine, judge) = open(&stage, source, policy).await;
        Self { stage, server, judge, engine }
    }

    async fn ready() -> Self {
        let bench = Self::new().await;
        bench.server.offers("0.2.0");
        bench.server.say("/package", answer_of("200 OK", GOOD));
        bench.engine.update_look().await.unwrap();
        assert_eq!(bench.engine.update_download().await.unwrap().stage, UpdateStage::Ready);
        bench
    }

    /// The last step brought nothing, for this reason, and everything goes on.
    async fn looks_and_is_told(&self, code: ProblemCode) -> Problem {
        let told = self.engine.update_look().await.unwrap();
        let problem = told.problem.clone().unwrap();
        assert_eq!((problem.code, told.stage), (code, UpdateStage::Unknown), "{problem:?}");
        problem
    }
}

/// In the place of the stage's own engine, which would hold the folder too.
async fn open(stage: &Stage, updates: Source, policy: Policy) -> (Engine, Arc<Judge>) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let home = stage.home.path().join(format!("own-{}", COUNT.fetch_add(1, Ordering::SeqCst)));
    let parts = Parts { updates, policy, ..parts(stage.vault.clone(), Arc::new(HongKong)) };
    let engine = Engine::open(&Home::at(home), parts).await.unwrap();
    engine.set_practice_hosts(Some(support::hosts(&stage.practice)));
    let judge = Arc::new(Judge::default());
    engine.set_packages(judge.clone());
    (engine, judge)
}

fn rule(value: &str) -> Policy {
    let entry = Entry { place: Place::Machine, name: "Updates".to_owned(), value: Some(value.to_owned()) };
    Policy::of(&Found { entries: vec![entry], unreadable: Vec::new() })
}

#[tokio::test]
async fn a_build_without_an_address_or_a_key_looks_for_nothing_and_says_so() {
    let (stage, server) = (Stage::new().await, Server::start().await);
    let (endpoint, key) = (server.endpoint(), "a key".to_owned());
    for source in [
        Source::default(),
        Source { endpoint: endpoint.clone(), key: " ".to_owned() },
        Source { endpoint: String::new(), key: key.clone() },
        Source { endpoint: "http://updates.example/".to_owned(), key },
    ] {
        let (engine, _) = open(&stage, source, Policy::default()).await;
        assert_eq!(engine.update().await.unwrap().origin, UpdateOrigin::None);
        for result in [engine.update_look().await, engine.update_download().await, engine.update_install().await] {
            assert_eq!(result.unwrap_err().code, ProblemCode::UpdateSourceMissing);
        }
    }
    // IT may name a place, but not whom to believe.
    let (engine, _) = open(&stage, Source::default(), rule(&endpoint)).await;
    assert_eq!(engine.update().await.unwrap().origin, UpdateOrigin::None);
    assert_eq!(server.asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn it_switches_updates_off_or_names_another_place() {
    let bench = Bench::under(rule("off")).await;
    let told = bench.engine.update().await.unwrap();
    assert_eq!((told.origin, told.host.as_str()), (UpdateOrigin::Off, ""));
    assert_eq!(bench.engine.update_look().await.unwrap_err().code, ProblemCode::UpdatesForbidden);
    let told = bench.engine.update_habit(UpdateHabit::Install).await.unwrap();
    assert_eq!(told.habit, UpdateHabit::ByHand, "nothing happens by itself while it is off");
    bench.engine.run_once().await.unwrap();
    assert_eq!(bench.server.asked.load(Ordering::SeqCst), 0, "it looked all the same");

    let server = Server::start().await;
    server.offers("0.3.0");
    let maker = Source { endpoint: "https://maker.example/".to_owned(), key: "a key".to_owned() };
    let (engine, _) = open(&bench.stage, maker, rule(&server.endpoint())).await;
    let told = engine.update_look().await.unwrap();
    assert_eq!((told.origin, told.host.as_str()), (UpdateOrigin::It, "127.0.0.1"));
    assert_eq!(told.offer.unwrap().version, "0.3.0");
}

#[tokio::test]
async fn what_is_there_is_told_in_both_languages_and_when_it_was_looked_for() {
    let bench = Bench::new().await;
    assert_eq!(bench.engine.update().await.unwrap().looked_at, None);
    bench.server.offers("0.2.0");
    let told = bench.engine.update_look().await.unwrap();
    let offer = told.offer.unwrap();
    assert_eq!((told.stage, told.looked_at.is_some()), (UpdateStage::Offered, true));
    assert_eq!((offer.english.as_str(), offer.chinese.as_str()), ("Faster.", "更快。"));
    assert_eq!(bench.engine.app().await.unwrap().newer.as_deref(), Some("0.2.0"));

    bench.server.offers("0.0.0");
    assert_eq!(bench.engine.update_look().await.unwrap().stage, UpdateStage::Newest);
    assert_eq!(bench.engine.app().await.unwrap().newer, None);
    bench.server.offers("0.0.0-old");
    let told = bench.engine.update_look().await.unwrap();
    assert_eq!((told.stage, told.older.as_deref()), (UpdateStage::Newest, Some("0.0.0-old")));
    bench.server.say("/h.json", b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_vec());
    let told = bench.engine.update_look().await.unwrap();
    assert_eq!((told.stage, told.older), (UpdateStage::Newest, None));
}

// F21, F24
#[tokio::test]
async fn a_server_that_says_something_else_is_told_by_what_it_did() {
    let bench = Bench::new().await;
    let told = bench.looks_and_is_told(ProblemCode::UpdateMissing).await;
    assert_eq!((told.args["host"].as_str(), told.args["status"].as_str()), ("127.0.0.1", "404"));
    let away = format!("302 Found\r\nlocation: {}/elsewhere", bench.server.url);
    bench.server.say("/h.json", answer_of(&away, b""));
    bench.looks_and_is_told(ProblemCode::UpdateRedirected).await;
    for body in [b"<html>sign in</html>".as_slice(), b"{\"version\":", &[0xff, 0xfe]] {
        bench.server.say("/h.json", answer_of("200 OK", body));
        bench.looks_and_is_told(ProblemCode::UpdateUnreadable).await;
    }
    bench.server.say("/h.json", answer_of("200 OK", &vec![b' '; 300_000]));
    bench.looks_and_is_told(ProblemCode::UpdateTooLarge).await;
    bench.server.offers("0.2.0");
    assert_eq!(bench.engine.update_look().await.unwrap().problem, None, "what was is forgotten");
}

// F27, F28
#[tokio::test]
async fn a_server_that_is_silent_is_not_waited_for_for_ever() {
    let bench = Bench::new().await;
    let short = Duration::from_millis(50);
    bench.engine.set_limits(dingtalk::Limits { connect: short, total: short, body: 1024 });
    bench.server.say("/h.json", HELD.to_vec());
    bench.looks_and_is_told(ProblemCode::TimedOut).await;
    // It begins, and says no more.
    bench.server.say("/h.json", [b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{".as_slice(), HELD].concat());
    bench.looks_and_is_told(ProblemCode::TimedOut).await;
}

#[tokio::test]
async fn a_package_comes_encrypted_in_one_piece_and_no_larger_than_ours_or_not_at_all() {
    let bench = Bench::new().await;
    let offer = |url: &str| {
        let description = json!({ "version": "0.2.0", "url": url }).to_string();
        bench.server.say("/h.json", answer_of("200 OK", description.as_bytes()));
    };
    let own = format!("{}/package", bench.server.url);
    let huge = b"HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\nx".to_vec();
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\nconnection: close\r\n\r\nthe good".to_vec();
    for (url, answer, code) in [
        ("http://updates.example/package", Vec::new(), ProblemCode::UpdateInsecure),
        ("file:///etc/passwd", Vec::new(), ProblemCode::UpdateInsecure),
        (own.as_str(), answer_of("301 Moved\r\nlocation: http://updates.example/", b""), ProblemCode::UpdateRedirected),
        (own.as_str(), answer_of("200 OK", b"the good packagf"), ProblemCode::UpdateTampered),
        (own.as_str(), huge, ProblemCode::UpdateTooLarge),
        (own.as_str(), cut, ProblemCode::Unreachable),
    ] {
        offer(url);
        bench.server.say("/package", answer);
        bench.engine.update_look().await.unwrap();
        let told = bench.engine.update_download().await.unwrap();
        assert_eq!(told.problem.map(|problem| problem.code), Some(code), "{url}");
        assert_eq!(told.stage, UpdateStage::Offered, "nothing of it is kept");
        assert_eq!(bench.engine.update_install().await.unwrap().stage, UpdateStage::Offered);
    }
    assert!(bench.judge.installed.lock().unwrap().is_empty());
}

// F81
#[tokio::test]
async fn a_download_tells_how_far_it_is_runs_once_and_can_be_stopped() {
    let bench = Bench::new().await;
    bench.server.offers("0.2.0");
    bench.engine.update_look().await.unwrap();
    let before = bench.server.asked.load(Ordering::SeqCst);
    let first = vec![b'x'; 200 * 1024];
    let head = b"HTTP/1.1 200 OK\r\ncontent-length: 409600\r\n\r\n".as_slice();
    bench.server.say("/package", [head, &first, HELD, &first].concat());
    let mut changes = bench.engine.changes();
    let engine = bench.engine.clone();
    let download = tokio::spawn(async move { engine.update_download().await.unwrap() });
    bench.server.arrived.notified().await;
    loop {
        let Change::Update(told) = changes.recv().await.unwrap() else { continue };
        if told.received_kilobytes > 0 {
            assert_eq!((told.stage, told.whole_kilobytes), (UpdateStage::Downloading, Some(400)));
            break;
        }
    }
    for _ in 0..20 {
        assert_eq!(bench.engine.update_download().await.unwrap().stage, UpdateStage::Downloading);
    }
    bench.engine.update_stop().await.unwrap();
    let told = download.await.unwrap();
    assert_eq!((told.stage, told.problem), (UpdateStage::Offered, None));
    assert_eq!(bench.server.asked.load(Ordering::SeqCst), before + 1);
}

/// A test of the network whose calls wait at the gate.
async fn under_way(bench: &Bench) -> (Gate, tokio::task::JoinHandle<()>) {
    let id = bench.engine.connection_create(engine::connection::Region::Practice).await.unwrap().connection.id;
    let gate = Gate::before(&bench.stage).await;
    bench.engine.set_practice_hosts(Some(gate.hosts(&bench.stage)));
    let engine = bench.engine.clone();
    let work = tokio::spawn(async move { drop(engine.network_test(&id).await.unwrap()) });
    gate.arrived().await;
    (gate, work)
}

// F78
#[tokio::test]
async fn an_update_waits_until_nothing_runs() {
    let bench = Bench::ready().await;
    let (gate, work) = under_way(&bench).await;
    let mut changes = bench.engine.changes();
    let engine = bench.engine.clone();
    let install = tokio::spawn(async move { engine.update_install().await.unwrap() });
    loop {
        let Change::Update(told) = changes.recv().await.unwrap() else { continue };
        if told.stage == UpdateStage::Waiting {
            assert_eq!(told.waits_for, Some(UpdateWait::Work));
            break;
        }
    }
    assert!(bench.judge.installed.lock().unwrap().is_empty(), "it cut the work short");
    gate.open();
    work.await.unwrap();
    install.await.unwrap();
    assert_eq!(*bench.judge.installed.lock().unwrap(), ["0.2.0"]);
}

// F78
#[tokio::test]
async fn the_end_waits_for_what_is_under_way_and_not_for_ever() {
    let bench = Bench::ready().await;
    let (gate, work) = under_way(&bench).await;
    // Its patience is over before its work.
    bench.engine.wound_up(Duration::from_millis(50)).await;
    assert!(!work.is_finished());
    let engine = bench.engine.clone();
    let mut end = tokio::spawn(async move { engine.wound_up(Duration::MAX).await });
    assert!(tokio::time::timeout(Duration::from_millis(300), &mut end).await.is_err(), "it did not wait");
    gate.open();
    work.await.unwrap();
    end.await.unwrap();
}

// F75, F78
#[tokio::test]
async fn an_update_waits_for_other_programs_on_the_folder_and_can_be_put_off() {
    let bench = Bench::ready().await;
    let home = Home::at(bench.engine.folder().await.unwrap().path);
    let other = Engine::open(&home, parts(bench.stage.vault.clone(), Arc::new(HongKong))).await.unwrap();
    let mut changes = bench.engine.changes();
    let engine = bench.engine.clone();
    let install = tokio::spawn(async move { engine.update_install().await.unwrap() });
    loop {
        let Change::Update(told) = changes.recv().await.unwrap() else { continue };
        if told.stage == UpdateStage::Waiting {
            assert_eq!(told.waits_for, Some(UpdateWait::Others));
            break;
        }
    }
    bench.engine.update_stop().await.unwrap();
    assert_eq!(install.await.unwrap().stage, UpdateStage::Ready, "it is still here");
    assert!(bench.judge.installed.lock().unwrap().is_empty());
    drop(other);
    bench.engine.update_install().await.unwrap();
    assert_eq!(bench.judge.installed.lock().unwrap().len(), 1);
    // Whoever comes afterwards is let in.
    Engine::open(&home, parts(bench.stage.vault.clone(), Arc::new(HongKong))).await.unwrap();
}

// S61
#[tokio::test]
async fn nothing_happens_by_itself_unless_somebody_chose_it() {
    let bench = Bench::new().await;
    bench.server.offers("0.2.0");
    bench.server.say("/package", answer_of("200 OK", GOOD));
    let asked = || bench.server.asked.load(Ordering::SeqCst);
    bench.engine.run_once().await.unwrap();
    assert_eq!(asked(), 0);
    bench.engine.update_habit(UpdateHabit::Look).await.unwrap();
    for _ in 0..2 {
        bench.engine.run_once().await.unwrap();
        assert_eq!(asked(), 1, "once a day");
    }
    assert_eq!(bench.engine.update().await.unwrap().stage, UpdateStage::Offered);
    bench.engine.update_habit(UpdateHabit::Install).await.unwrap();
    bench.judge.watched.store(true, Ordering::SeqCst);
    bench.engine.run_once().await.unwrap();
    assert_eq!(asked(), 1, "somebody sits before the window");
    bench.judge.watched.store(false, Ordering::SeqCst);
    bench.engine.run_once().await.unwrap();
    assert_eq!(*bench.judge.installed.lock().unwrap(), ["0.2.0"]);
}

// S28, F32
#[tokio::test]
async fn a_certificate_that_this_computer_does_not_trust_is_refused_as_for_everything_else() {
    let (stage, dir) = (Stage::new().await, tempfile::tempdir().unwrap());
    for tls in [practice::Tls::UnknownCa, practice::Tls::SelfSigned, practice::Tls::Expired] {
        let options =
            practice::Options { tls: Some(tls), ..practice::Options::new(dir.path().join(format!("{tls:?}"))) };
        let server = practice::start(options).await.unwrap();
        let endpoint = format!("{}/h.json", server.hosts().new_host);
        let (engine, _) = open(&stage, Source { endpoint, key: "a key".to_owned() }, Policy::default()).await;
        let told = engine.update_look().await.unwrap();
        assert_eq!(told.problem.map(|problem| problem.code), Some(ProblemCode::CertificateRefused), "{tls:?}");
        server.stop().await;
    }
}

// S28, F34
#[tokio::test]
async fn new_versions_take_the_way_out_that_everything_takes() {
    let stage = Stage::new().await;
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = proxy.local_addr().unwrap().to_string();
    let source = Source { endpoint: "https://updates.example/h.json".to_owned(), key: "a key".to_owned() };
    let (engine, _) = open(&stage, source, Policy::default()).await;
    let form = engine::network::ProxyForm {
        mode: engine::network::ProxyMode::Manual,
        address,
        ..engine::network::ProxyForm::default()
    };
    engine.proxy_set(form).await.unwrap();
    let heard = tokio::spawn(async move {
        let (mut line, _) = proxy.accept().await.unwrap();
        let mut head = vec![0; 4096];
        let length = line.read(&mut head).await.unwrap();
        line.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n").await.unwrap();
        String::from_utf8_lossy(&head[..length]).into_owned()
    });
    let told = engine.update_look().await.unwrap();
    assert_eq!(told.problem.map(|problem| problem.code), Some(ProblemCode::ProxySignIn));
    assert!(heard.await.unwrap().starts_with("CONNECT updates.example:443 "));
}
