//! An office between this computer and DingTalk: a real proxy, and one that opens encrypted traffic. The hosts are
//! DingTalk's own names; behind the proxy the practice server answers for them, so nothing leaves this machine.
#![cfg(target_os = "linux")]

mod authority;
mod front;
mod squid;

use std::path::{Path, PathBuf};

use practice::{AppChoice, Options, ReadyApp, Running, Scenario};
use serde_json::Value;
use tempfile::TempDir;

use self::authority::Authority;
use self::squid::{Manner, Squid};
use crate::engine::in_session;
use crate::program::{Ran, finish, program};

const PASSWORD: &str = "Canary-proxy-77@office";

/// The practice server under DingTalk's names, and a home of Hoitung's.
struct Office {
    home: TempDir,
    dir: TempDir,
    practice: Running,
    _practice_dir: TempDir,
    /// In the place of the public authorities.
    public: Authority,
    /// The test's own trust store; the machine's is not touched.
    trust: PathBuf,
    front: u16,
}

impl Office {
    async fn new() -> Self {
        let (home, dir, practice_dir) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let options = Options { app: AppChoice::Ready, ..Options::new(practice_dir.path()) };
        let practice = practice::start(options).await.unwrap();
        let endpoint = format!("wss://{}/connect", front::STREAM);
        practice.shared().change(|world| world.events.endpoint = endpoint).unwrap();
        let public = Authority::new("Stand-in Public CA", "Stand-in Trust Services");
        let trust = public.write(dir.path(), "trust.pem");
        let front = front::start(&public, practice.hosts().clone()).await;
        Self { home, dir, practice, _practice_dir: practice_dir, public, trust, front }
    }

    fn proxy(&self, manner: &Manner<'_>) -> (TempDir, Squid) {
        let dir = tempfile::tempdir().unwrap();
        let squid = Squid::start(dir.path(), manner, self.front);
        (dir, squid)
    }

    fn app(&self) -> ReadyApp {
        self.practice.ready_app().unwrap()
    }

    fn run(&self, arguments: &[&str], input: &str) -> Ran {
        self.run_through(None, arguments, input)
    }

    /// With a proxy in the environment.
    fn run_through(&self, proxy: Option<&str>, arguments: &[&str], input: &str) -> Ran {
        let mut command = program(self.home.path());
        command.env("SSL_CERT_FILE", &self.trust).env_remove("SSL_CERT_DIR");
        if let Some(proxy) = proxy {
            command.env("HTTPS_PROXY", proxy);
        }
        let ran = finish(command.args(arguments), input);
        assert!(!format!("{}{}", ran.stdout, ran.stderr).contains("Canary"), "{}{}", ran.stdout, ran.stderr);
        ran
    }

    fn set(&self, arguments: &[&str], input: &str) {
        let whole = [&["network", "proxy", "set"], arguments, &["--json"]].concat();
        let set = self.run(&whole, input);
        assert_eq!(set.code, 0, "{}{}", set.stdout, set.stderr);
    }

    fn test(&self) -> (i32, Value) {
        let ran = self.run(&["network", "test", "--region", "com", "--json"], "");
        (ran.code, ran.json())
    }
}

/// One value of every host.
fn each<'a>(json: &'a Value, key: &str) -> Vec<&'a Value> {
    json["hosts"].as_array().unwrap().iter().map(|host| &host[key]).collect()
}

fn check_each(json: &Value, key: &str, expected: impl Into<Value>) {
    let expected = expected.into();
    assert!(each(json, key).into_iter().all(|found| *found == expected), "{key}: {json}");
}

// F34
#[tokio::test(flavor = "multi_thread")]
async fn every_host_is_reached_through_the_systems_proxy_and_told_so() {
    if !squid::installed() {
        return;
    }
    let office = Office::new().await;
    let (_dir, squid) = office.proxy(&Manner::Open);
    let proxy = format!("http://{}", squid.address());
    let ran = office.run_through(Some(&proxy), &["network", "test", "--region", "com", "--json"], "");
    let json = ran.json();
    assert_eq!(ran.code, 0, "{json}\n{}", squid.log());
    let hosts = ["oapi.dingtalk.com", "api.dingtalk.com", "login.dingtalk.com", front::STREAM];
    assert_eq!(each(&json, "host"), hosts);
    assert_eq!(each(&json, "role"), ["old-gateway", "new-gateway", "login", "stream"]);
    check_each(&json, "reached", true);
    check_each(&json, "proxy", squid.address());
    check_each(&json, "issuer", "Stand-in Public CA (Stand-in Trust Services)");
    check_each(&json, "inspected", false);
    check_each(&json, "trusted", true);
    assert_eq!((&json["practice"], &json["inspected"]), (&false.into(), &false.into()));
    assert_eq!(json["clock"]["off"], false, "{json}");
    for host in hosts {
        assert!(squid.log().contains(&format!("CONNECT {host}:443")), "{}", squid.log());
    }
}

// F34
#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_wants_a_sign_in_gets_it_from_the_key_store_for_calls_robots_and_events() {
    if !in_session() || !squid::installed() {
        return;
    }
    let office = Office::new().await;
    let (_dir, squid) = office.proxy(&Manner::SignIn("mei", PASSWORD));
    office.set(&["--address", &squid.address()], "");
    let (code, json) = office.test();
    assert_eq!(code, 3);
    check_each(&json, "problem", "proxy-sign-in");
    office.set(&["--address", &squid.address(), "--user", "mei", "--password-stdin"], "wrong\n");
    check_each(&office.test().1, "problem", "proxy-sign-in");
    office.set(&["--address", &squid.address(), "--user", "mei", "--password-stdin"], &format!("{PASSWORD}\n"));
    let (code, json) = office.test();
    assert_eq!(code, 0, "{json}\n{}", squid.log());
    check_each(&json, "proxy", squid.address());

    let app = office.app();
    let mut add = vec!["connection", "add", "--name", "A", "--region", "com", "--secret-stdin"];
    add.extend(["--corp-id", &app.corp_id, "--client-id", &app.client_id]);
    let added = office.run(&add, &app.client_secret);
    assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
    let webhook = app.robot_webhook.replace(&office.practice.hosts().old_host, "https://oapi.dingtalk.com");
    let robot = format!("{webhook}\n{}\n", app.robot_secret);
    let added = office.run(&["robot", "add", "--connection", "A", "--name", "R", "--webhook-stdin"], &robot);
    assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
    let sent = office.run(&["message", "send", "--connection", "A", "--robot", "R", "--text", "hello"], "");
    assert_eq!(sent.code, 0, "{}{}", sent.stdout, sent.stderr);
    let id = office.practice.shared().change(|world| world.raise_event("user_add_org", Value::Null)).unwrap();
    let heard = office.run(&["listen", "--connection", "A", "--count", "1", "--json"], "");
    assert_eq!((heard.code, heard.json()["eventId"].as_str()), (0, Some(id.as_str())), "{}", heard.stderr);
    assert!(squid.log().contains(&format!("CONNECT {}:443 mei", front::STREAM)), "{}", squid.log());

    // Nothing of the password is in any file of the home.
    for entry in std::fs::read_dir(office.home.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() };
        assert!(!bytes.windows(PASSWORD.len()).any(|window| window == PASSWORD.as_bytes()), "{}", path.display());
    }
    let cleared = office.run(&["network", "proxy", "clear", "--json"], "");
    assert_eq!(cleared.json()["mode"], "system");
    assert_eq!(cleared.json()["password_set_at"], Value::Null);
}

// F33, F34
#[tokio::test(flavor = "multi_thread")]
async fn an_inspection_that_this_computer_trusts_works_and_is_named_by_its_issuer() {
    if !in_session() || !squid::installed() {
        return;
    }
    let mut office = Office::new().await;
    let inspector = Authority::new("Harbour Demo Inspection", "Harbour Demo Trading");
    let (_dir, squid) = office.proxy(&Manner::Inspects { authority: &inspector, public: &office.public });
    office.set(&["--address", &squid.address()], "");

    // F32: not trusted, so nothing is sent, and the reason has a name.
    let (code, json) = office.test();
    assert_eq!(code, 3);
    check_each(&json, "problem", "certificate-refused");
    check_each(&json, "inspected", true);
    check_each(&json, "trusted", false);
    check_each(&json, "issuer", "Harbour Demo Inspection (Harbour Demo Trading)");
    for host in json["hosts"].as_array().unwrap() {
        assert!(host["what"].as_str().unwrap().contains("Harbour Demo Inspection"), "{host}");
    }
    assert!(!squid.log().contains("GET https"), "nothing was asked: {}", squid.log());

    // The company installs its certificate.
    office.trust = inspector.write(office.dir.path(), "trust.pem");
    let (code, json) = office.test();
    assert_eq!(code, 0, "{json}\n{}", squid.log());
    check_each(&json, "inspected", true);
    check_each(&json, "trusted", true);
    check_each(&json, "issuer", "Harbour Demo Inspection (Harbour Demo Trading)");
    assert_eq!(json["inspected"], true);
    let told = office.run(&["network", "test", "--region", "com", "--for-it", "--lang", "zh-HK"], "");
    assert!(told.stdout.contains("簽發者：Harbour Demo Inspection"), "{}", told.stdout);
}

// F34: death is that of F28, and is told apart from a host that is away
#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_refuses_or_has_died_is_told_as_such() {
    if !squid::installed() {
        return;
    }
    let office = Office::new().await;
    let (_dir, squid) = office.proxy(&Manner::Refuses);
    office.set(&["--address", &squid.address()], "");
    check_each(&office.test().1, "problem", "proxy-refused");
    let address = squid.address();
    drop(squid);
    let (code, json) = office.test();
    assert_eq!(code, 3);
    check_each(&json, "problem", "proxy-unreachable");
    for host in json["hosts"].as_array().unwrap() {
        assert!(host["what"].as_str().unwrap().contains(&address), "{host}");
    }
}

// F53: the skew is measured by the way, beside whatever fails, and the practice scenario is an hour and a minute off
#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_clock_is_measured_through_the_proxy() {
    if !squid::installed() {
        return;
    }
    let office = Office::new().await;
    let (_dir, squid) = office.proxy(&Manner::Open);
    office.set(&["--address", &squid.address()], "");
    office.practice.shared().change(|world| world.switch_on(Scenario::ClockOffset)).unwrap();
    let (code, json) = office.test();
    let ahead = json["clock"]["ahead_seconds"].as_i64().unwrap();
    assert_eq!((code, &json["clock"]["off"]), (0, &true.into()), "{json}");
    assert!((ahead + 3_660).abs() <= 3, "{ahead}");
    let told = office.run(&["network", "test", "--region", "com", "--lang", "en"], "");
    assert!(told.stdout.contains("61 minutes behind"), "{}", told.stdout);
}

fn set_refused(home: &Path, arguments: &[&str], input: &str, code: i32, problem: &str) {
    let whole = [&["network", "proxy", "set"], arguments].concat();
    crate::program::check_refused(home, &whole, input, code, problem);
}

#[test]
fn a_proxy_that_cannot_be_is_refused_and_what_was_set_still_stands() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let set = crate::program::run(home, &["network", "proxy", "set", "--address", "proxy.office:8080", "--json"], "");
    assert_eq!((set.code, set.json()["address"].as_str()), (0, Some("proxy.office:8080")), "{}", set.stderr);
    set_refused(home, &["--address", "proxy.office"], "", 2, "proxy-address-malformed");
    set_refused(home, &["--address", "mei:secret@proxy.office:80"], "", 2, "proxy-address-malformed");
    set_refused(home, &["--address", "p:1", "--user", "mei", "--password-stdin"], "", 2, "proxy-password-missing");
    set_refused(home, &["--address", "p:1", "--user", "mei"], "", 2, "wrong-use");
    set_refused(home, &["--none", "--system"], "", 2, "wrong-use");
    set_refused(home, &[], "", 2, "wrong-use");
    let shown = crate::program::run(home, &["network", "proxy", "show", "--json"], "").json();
    assert_eq!((shown["mode"].as_str(), shown["address"].as_str()), (Some("manual"), Some("proxy.office:8080")));
    let none = crate::program::run(home, &["network", "proxy", "set", "--none", "--json"], "").json();
    assert_eq!((none["mode"].as_str(), none["address"].as_str()), (Some("none"), Some("")));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_practice_the_test_is_of_this_computer_whatever_proxy_is_set() {
    let home = tempfile::tempdir().unwrap();
    let server = crate::server::Server::start(home.path(), &["--app", "ready"]);
    let set = ["network", "proxy", "set", "--address", "127.0.0.1:9", "--json"];
    assert_eq!(crate::program::run(home.path(), &set, "").code, 0);
    let ran = crate::program::run(home.path(), &["network", "test", "--region", "practice", "--json"], "");
    let json = ran.json();
    assert_eq!((ran.code, &json["practice"]), (0, &true.into()), "{json}");
    check_each(&json, "proxy", Value::Null);
    check_each(&json, "inspected", Value::Null);
    assert!(server.is_up());
}
