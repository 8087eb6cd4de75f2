//! A practice server that speaks TLS, and the platform's own trust: on Linux it honours `SSL_CERT_FILE`.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};

use practice::{AppChoice, Options, Running, Tls};
use serde_json::Value;

use crate::engine::in_session;
use crate::program::{Ran, finish, program};
use crate::server::Server;

async fn secured(dir: &Path, tls: Tls) -> Running {
    let options = Options { app: AppChoice::Ready, tls: Some(tls), ..Options::new(dir) };
    practice::start(options).await.unwrap()
}

fn run(home: &Path, ca: &Path, arguments: &[&str], input: &str) -> Ran {
    finish(program(home).env("SSL_CERT_FILE", ca).env_remove("SSL_CERT_DIR").args(arguments), input)
}

fn add(home: &Path, ca: &Path, server: &Running) {
    let (hosts, app) = (server.hosts(), server.ready_app().unwrap());
    let mut arguments = vec!["connection", "add", "--name", "A", "--region", "practice", "--secret-stdin"];
    arguments.extend(["--corp-id", &app.corp_id, "--client-id", &app.client_id]);
    arguments.extend(["--old-host", &hosts.old_host, "--new-host", &hosts.new_host]);
    let added = run(home, ca, &arguments, &app.client_secret);
    assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
}

// F32, F33
#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_authority_is_trusted_is_used_for_calls_robots_and_events() {
    if !in_session() {
        return;
    }
    let (home, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = secured(folder.path(), Tls::Trusted).await;
    let (home, ca) = (home.path(), server.ca_pem_path().unwrap());
    assert!(server.hosts().new_host.starts_with("https://127.0.0.1:"));
    add(home, ca, &server);
    let token = run(home, ca, &["token", "--connection", "A"], "");
    assert_eq!(token.code, 0, "{}", token.stderr);
    let app = server.ready_app().unwrap();
    let robot = format!("{}\n{}\n", app.robot_webhook, app.robot_secret);
    let added = run(home, ca, &["robot", "add", "--connection", "A", "--name", "R", "--webhook-stdin"], &robot);
    assert_eq!(added.code, 0, "{}", added.stderr);
    let send = ["message", "send", "--connection", "A", "--robot", "R", "--text", "hello"];
    let result = run(home, ca, &send, "");
    assert_eq!(result.code, 0, "{}", result.stderr);
    let id = server.shared().change(|world| world.raise_event("user_add_org", Value::Null)).unwrap();
    let heard = run(home, ca, &["listen", "--connection", "A", "--count", "1", "--json"], "");
    assert_eq!((heard.code, heard.json()["eventId"].as_str()), (0, Some(id.as_str())), "{}", heard.stderr);
}

// F32
#[test]
fn the_programs_own_server_is_trusted_by_the_file_it_names_and_by_nobody_without_it() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready", "--tls"]);
    assert_eq!(crate::engine::add(home, &server, "A", &server.text("client_secret")).code, 0);
    let ca = PathBuf::from(server.text("ca_pem_path"));
    let token = run(home, &ca, &["token", "--connection", "A"], "");
    assert_eq!(token.code, 0, "{}", token.stderr);
    let untrusting = crate::program::run(home, &["token", "--connection", "A", "--json"], "");
    assert_eq!((untrusting.code, untrusting.json()["args"]["fault"].as_str()), (3, Some("unknown-issuer")));
}

async fn check_refused(tls: Tls, reason: &str) {
    let (home, folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = secured(folder.path(), tls).await;
    let ca = server.ca_pem_path().unwrap();
    add(home.path(), ca, &server);
    let refused = run(home.path(), ca, &["token", "--connection", "A", "--json"], "");
    let json = refused.json();
    assert_eq!((refused.code, json["problem"].as_str()), (3, Some("certificate-refused")), "{tls:?} {json}");
    assert_eq!(json["args"]["fault"], reason, "{tls:?} {json}");
}

// F32
#[tokio::test(flavor = "multi_thread")]
async fn each_wrong_certificate_is_refused_with_its_reason() {
    if !in_session() {
        return;
    }
    check_refused(Tls::Expired, "expired").await;
    check_refused(Tls::WrongName, "wrong-name").await;
    check_refused(Tls::UnknownCa, "unknown-issuer").await;
    check_refused(Tls::SelfSigned, "unknown-issuer").await;
}
