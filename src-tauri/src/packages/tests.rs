//! The real judge, through Tauri's mock runtime: keys are made here, releases come from a server on this computer.
#![allow(clippy::unwrap_used)]

use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use engine::policy::Policy;
use engine::problem::ProblemCode;
use engine::settings::Language;
use engine::update::{Source, UpdateSnapshot, UpdateStage};
use engine::{Engine, Home, MemoryVault, Parts, SystemClock};
use minisign::KeyPair;
use serde_json::{Value, json};
use tauri::test::{MockRuntime, mock_builder, mock_context, noop_assets};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::Updating;

const GOOD: &[u8] = b"MZ, as an installer begins";
/// `mock_context` has this version.
const RUNS: &str = "0.1.0";

type Answers = Arc<Mutex<HashMap<&'static str, Vec<u8>>>>;

struct Bench {
    engine: Engine,
    keys: KeyPair,
    url: String,
    answers: Answers,
    _app: tauri::App<MockRuntime>,
    _home: tempfile::TempDir,
}

impl Bench {
    async fn new() -> Self {
        let (home, keys) = (tempfile::tempdir().unwrap(), pair());
        let answers = Answers::default();
        let url = serve(answers.clone()).await;
        let app = app();
        let key = STANDARD.encode(keys.pk.to_box().unwrap().to_string());
        let source = Source { endpoint: format!("{url}/h.json"), key };
        let engine = open(home.path(), source).await;
        engine.set_packages(Arc::new(Updating::new(app.handle())));
        Self { engine, keys, url, answers, _app: app, _home: home }
    }

    fn say(&self, path: &'static str, answer: Vec<u8>) {
        self.answers.lock().unwrap().insert(path, answer);
    }

    fn describes(&self, description: &Value) {
        self.say("/h.json", ok(description.to_string().as_bytes()));
    }

    /// Announces this version with this signature, and brings this package.
    fn offers(&self, version: &str, signature: &str, package: &[u8]) {
        let place = json!({ "url": format!("{}/package", self.url), "signature": signature });
        let platforms = json!({ "linux-x86_64": place, "linux-aarch64": place, "windows-x86_64": place });
        self.describes(&json!({ "version": version, "platforms": platforms }));
        self.say("/package", ok(package));
    }

    async fn fetched(&self) -> UpdateSnapshot {
        let told = self.engine.update_look().await.unwrap();
        if told.problem.is_some() { told } else { self.engine.update_download().await.unwrap() }
    }

    /// A good one, signed as 0.2.0.
    fn signature(&self) -> String {
        signed(&self.keys, GOOD, Some("0.2.0"))
    }

    async fn refuses(&self, code: ProblemCode) {
        let told = self.fetched().await;
        assert_eq!(told.problem.map(|problem| problem.code), Some(code));
        assert!(matches!(told.stage, UpdateStage::Offered | UpdateStage::Unknown | UpdateStage::Newest), "{code:?}");
        // Nothing of it is here, so nothing of it can be installed; and a good one is taken afterwards.
        assert_eq!(self.engine.update_install().await.unwrap_err().code, ProblemCode::UpdateByHand);
        self.offers("0.2.0", &self.signature(), GOOD);
        assert_eq!(self.fetched().await.stage, UpdateStage::Ready);
        self.offers(RUNS, "", b"");
        assert_eq!(self.fetched().await.stage, UpdateStage::Newest);
    }
}

fn app() -> tauri::App<MockRuntime> {
    let mut context = mock_context(noop_assets());
    context.config_mut().plugins.0.insert("updater".to_owned(), json!({ "pubkey": "" }));
    context.package_info_mut().version = RUNS.parse().unwrap();
    mock_builder().plugin(tauri_plugin_updater::Builder::new().build()).build(context).unwrap()
}

async fn open(home: &Path, updates: Source) -> Engine {
    let parts = Parts {
        vault: Arc::new(MemoryVault::new()),
        clock: Arc::new(SystemClock),
        user_name: "demo".to_owned(),
        language: Language::ZhHk,
        practice_asked: false,
        version: RUNS.to_owned(),
        policy: Policy::default(),
        updates,
    };
    Engine::open(&Home::at(home), parts).await.unwrap()
}

async fn serve(answers: Answers) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            let answers = answers.clone();
            tokio::spawn(async move {
                let mut head = vec![0; 8192];
                let length = line.read(&mut head).await.unwrap_or_default();
                let head = String::from_utf8_lossy(&head[..length]).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default();
                let answer = answers.lock().unwrap().get(path).cloned();
                match answer {
                    Some(answer) => {
                        let _ = line.write_all(&answer).await;
                    }
                    // Silence, for as long as the other side likes.
                    None => std::future::pending().await,
                }
            });
        }
    });
    url
}

fn ok(body: &[u8]) -> Vec<u8> {
    let mut answer =
        format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len()).into_bytes();
    answer.extend_from_slice(body);
    answer
}

fn pair() -> KeyPair {
    KeyPair::generate_unencrypted_keypair().unwrap()
}

/// As the makers of Tauri have it: the whole signature file in base64, its version in the trusted comment.
fn signed(keys: &KeyPair, package: &[u8], version: Option<&str>) -> String {
    let comment = format!(
        "timestamp:1700000000\tfile:setup.exe{}",
        version.map(|v| format!("\tversion:{v}")).unwrap_or_default()
    );
    let made = minisign::sign(Some(&keys.pk), &keys.sk, Cursor::new(package), Some(&comment), None).unwrap();
    STANDARD.encode(made.to_string())
}

// S57, F78
#[tokio::test]
async fn a_newer_version_with_the_makers_signature_is_taken_up_to_its_installer() {
    let bench = Bench::new().await;
    bench.offers("0.2.0", &bench.signature(), GOOD);
    let told = bench.fetched().await;
    assert_eq!((told.stage, told.problem), (UpdateStage::Ready, None));
    assert_eq!(told.offer.unwrap().version, "0.2.0");
    // A test is no installation that could replace itself.
    assert!(!told.replaceable);
    assert_eq!(bench.engine.update_install().await.unwrap_err().code, ProblemCode::UpdateByHand);
}

// S57
#[tokio::test]
async fn the_same_version_and_an_older_one_are_nothing_to_do() {
    let bench = Bench::new().await;
    for (version, older) in
        [(RUNS, None), ("v0.1.0", None), ("0.0.9", Some("0.0.9")), ("0.1.0-beta.1", Some("0.1.0-beta.1"))]
    {
        bench.offers(version, &signed(&bench.keys, GOOD, Some(version)), GOOD);
        let told = bench.fetched().await;
        assert_eq!((told.stage, told.older.as_deref(), told.problem), (UpdateStage::Newest, older, None), "{version}");
    }
}

// S57
#[tokio::test]
async fn what_is_not_the_makers_is_refused_and_the_next_good_one_is_taken() {
    let bench = Bench::new().await;
    let good = bench.signature();
    // Tampered: one bit, and one byte more.
    let mut changed = GOOD.to_vec();
    changed[3] ^= 1;
    bench.offers("0.2.0", &good, &changed);
    bench.refuses(ProblemCode::UpdateTampered).await;
    bench.offers("0.2.0", &good, &[GOOD, b"x"].concat());
    bench.refuses(ProblemCode::UpdateTampered).await;
    // Truncated, and empty.
    bench.offers("0.2.0", &good, &GOOD[..GOOD.len() - 1]);
    bench.refuses(ProblemCode::UpdateTampered).await;
    bench.offers("0.2.0", &good, b"");
    bench.refuses(ProblemCode::UpdateTampered).await;
    // Unsigned: nothing, and what is no signature.
    for none in ["", "not base64!", &STANDARD.encode("no signature"), &STANDARD.encode([0xff; 80])] {
        bench.offers("0.2.0", none, GOOD);
        bench.refuses(ProblemCode::UpdateUnsigned).await;
    }
    // Another key.
    bench.offers("0.2.0", &signed(&pair(), GOOD, Some("0.2.0")), GOOD);
    bench.refuses(ProblemCode::UpdateForeign).await;
    // Renamed: an old one, rightly signed, under a new number; and one that was signed as no version at all.
    bench.offers("0.3.0", &good, GOOD);
    bench.refuses(ProblemCode::UpdateMislabelled).await;
    bench.offers("0.2.0", &signed(&bench.keys, GOOD, None), GOOD);
    bench.refuses(ProblemCode::UpdateMislabelled).await;
    // The trusted comment was changed after it was signed.
    let file = String::from_utf8(STANDARD.decode(&good).unwrap()).unwrap().replace("version:0.2.0", "version:0.3.0");
    bench.offers("0.3.0", &STANDARD.encode(file), GOOD);
    bench.refuses(ProblemCode::UpdateTampered).await;
}

// S57
#[tokio::test]
async fn a_description_that_is_none_is_refused() {
    let bench = Bench::new().await;
    let place = json!({ "url": "https://updates.example/x", "signature": "" });
    for wrong in [
        json!([]),
        json!(null),
        json!({}),
        json!({ "version": 2, "platforms": {} }),
        json!({ "version": "two", "platforms": { "linux-x86_64": place } }),
        json!({ "version": "0.2.0" }),
        json!({ "version": "0.2.0", "url": "not an address", "signature": "" }),
        json!({ "version": "0.2.0", "platforms": [] }),
        json!({ "version": format!("0.2.0+{}", "x".repeat(1000)), "platforms": { "linux-x86_64": place } }),
        json!({ "version": "0.2.0", "pub_date": "yesterday", "platforms": { "linux-x86_64": place } }),
    ] {
        bench.describes(&wrong);
        bench.refuses(ProblemCode::UpdateUnreadable).await;
    }
    bench.describes(&json!({ "version": "0.2.0", "platforms": { "haiku-riscv64": place } }));
    bench.refuses(ProblemCode::UpdateNotForHere).await;
}

// S57
#[tokio::test]
async fn a_server_that_misbehaves_is_told_in_words_and_nothing_of_it_stays() {
    let bench = Bench::new().await;
    let elsewhere =
        b"HTTP/1.1 302 Found\r\nlocation: http://updates.example/h.json\r\ncontent-length: 0\r\n\r\n".to_vec();
    bench.say("/h.json", elsewhere.clone());
    bench.refuses(ProblemCode::UpdateRedirected).await;
    bench.offers("0.2.0", &bench.signature(), GOOD);
    bench.say("/package", elsewhere);
    bench.refuses(ProblemCode::UpdateRedirected).await;
    bench.say("/h.json", ok(&vec![b'['; 1 << 20]));
    bench.refuses(ProblemCode::UpdateTooLarge).await;
    bench.offers("0.2.0", &bench.signature(), GOOD);
    bench.say("/package", b"HTTP/1.1 200 OK\r\ncontent-length: 1099511627776\r\n\r\n".to_vec());
    bench.refuses(ProblemCode::UpdateTooLarge).await;
    let place = json!({ "url": "http://updates.example/setup.exe", "signature": bench.signature() });
    let platforms = json!({ "linux-x86_64": place, "linux-aarch64": place, "windows-x86_64": place });
    bench.describes(&json!({ "version": "0.2.0", "platforms": platforms }));
    bench.refuses(ProblemCode::UpdateInsecure).await;
    // Silent.
    let short = Duration::from_millis(50);
    bench.answers.lock().unwrap().remove("/h.json");
    bench.engine.set_limits(dingtalk::Limits { connect: short, total: short, body: 1024 });
    let told = bench.engine.update_look().await.unwrap();
    assert_eq!(told.problem.map(|problem| problem.code), Some(ProblemCode::TimedOut));
}

// S57
#[test]
fn no_key_and_no_address_is_built_into_a_build_of_ones_own() {
    let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    let updater = &config["plugins"]["updater"];
    assert_eq!((updater["pubkey"].as_str(), &updater["endpoints"]), (Some(""), &Value::Null));
    assert_eq!(updater["requireSignedVersion"], true);
    assert_eq!(option_env!("HOITUNG_UPDATE_KEY"), None);
}

#[test]
fn installers_of_updates_are_swept_away_and_nothing_else_is() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name);
    for name in ["Hoitung-0.2.0-updater-x7Qa1b", "Hoitung-notes", "Other-0.2.0-updater-x7Qa1b"] {
        std::fs::create_dir(at(name)).unwrap();
        std::fs::write(at(name).join("installer.exe"), "").unwrap();
    }
    std::fs::write(at("Hoitung-1-updater-file"), "").unwrap();
    super::sweep_in(temp.path(), "Hoitung");
    let mut left: Vec<_> = temp.path().read_dir().unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["Hoitung-1-updater-file", "Hoitung-notes", "Other-0.2.0-updater-x7Qa1b"]);
}
