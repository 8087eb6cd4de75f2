//! Commands that need the key store. `./test` runs inside a session that has one of its own.

use std::path::Path;

use tempfile::TempDir;

use crate::program::{Ran, check_refused, run};
use crate::server::Server;

/// Says so loudly when there is no private session: the real user's key store is never touched by a test.
pub fn in_session() -> bool {
    let inside = std::env::var_os("HOITUNG_TEST_SESSION").is_some();
    if !inside {
        use std::io::Write;
        let _ = writeln!(
            std::io::stderr(),
            "\n!!! SKIPPED, NOT PASSED: no key store session. Run: scripts/session.sh cargo test -p cli\n"
        );
    }
    inside
}

pub fn add(home: &Path, server: &Server, name: &str, secret: &str) -> Ran {
    let (corp_id, client_id, agent_id) = (server.text("corp_id"), server.text("client_id"), server.text("agent_id"));
    let arguments = [
        "connection",
        "add",
        "--name",
        name,
        "--region",
        "practice",
        "--corp-id",
        &corp_id,
        "--client-id",
        &client_id,
        "--agent-id",
        &agent_id,
        "--secret-stdin",
        "--json",
    ];
    run(home, &arguments, secret)
}

/// A practice server, and one connection to it that works: 示範.
pub struct Company {
    pub folder: TempDir,
    pub server: Server,
}

impl Company {
    /// Nothing, and a loud word, outside a session.
    pub fn start() -> Option<Self> {
        if !in_session() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path(), &["--app", "ready"]);
        let added = add(folder.path(), &server, "示範", &server.text("client_secret"));
        assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
        Some(Self { folder, server })
    }

    pub fn home(&self) -> &Path {
        self.folder.path()
    }
}

pub fn add_robot(home: &Path, server: &Server) -> Ran {
    let input = format!("{}\n{}\n", server.text("robot_webhook"), server.text("robot_secret"));
    run(home, &["robot", "add", "--connection", "示範", "--name", "財務部", "--webhook-stdin", "--json"], &input)
}

#[test]
fn a_connection_is_added_tried_and_used_and_no_secret_comes_back_out() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready"]);
    let added = add(home, &server, "示範", &format!("{}\n", server.text("client_secret")));
    assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
    let listed = run(home, &["connection", "list", "--json"], "");
    assert_eq!(listed.json()[0]["name"], "示範");

    let token = run(home, &["token", "--connection", "示範", "--json"], "");
    assert_eq!(token.code, 0, "{}", token.stdout);
    assert!((60..=7200).contains(&token.json()["seconds"].as_u64().unwrap()), "{}", token.stdout);

    let robot = add_robot(home, &server);
    assert_eq!(robot.code, 0, "{}{}", robot.stdout, robot.stderr);
    let text = "今日到賬 HK$128,000 ✅ 㗎𨋢";
    let message = ["message", "send", "--connection", "示範", "--robot", "財務部", "--text", text, "--json"];
    let sent = run(home, &message, "");
    assert_eq!(sent.code, 0, "{}{}", sent.stdout, sent.stderr);
    assert_eq!(sent.json()["delivered"], true);
    let journal = server.journal();
    let arrived: Vec<_> = journal.iter().filter(|effect| effect["kind"] == "robot_message").collect();
    assert_eq!(arrived.len(), 1, "{journal:?}");
    assert_eq!(arrived[0]["text"], text);

    let robots = run(home, &["robot", "list", "--connection", "示範", "--json"], "");
    let webhook = server.text("robot_webhook");
    let pass = webhook.split("access_token=").nth(1).unwrap();
    for ran in [&added, &listed, &token, &robot, &sent, &robots] {
        for secret in [&server.text("client_secret"), &server.text("robot_secret"), pass] {
            assert!(!ran.stdout.contains(secret) && !ran.stderr.contains(secret), "a secret came out: {}", ran.stdout);
        }
    }

    for arguments in [
        vec!["robot", "remove", "--connection", "示範", "--name", "財務部"],
        vec!["connection", "remove", "--name", "示範"],
    ] {
        assert_eq!(run(home, &arguments, "").code, 0, "{arguments:?}");
    }
    assert_eq!(run(home, &["connection", "list", "--json"], "").json(), serde_json::json!([]));
}

#[test]
fn each_failure_has_its_exit_code_and_its_words() {
    let Some(company) = Company::start() else { return };
    let Company { folder, server } = company;
    let home = folder.path();
    assert_eq!(add_robot(home, &server).code, 0);
    let token = ["token", "--connection", "示範"];

    check_refused(home, &["token", "--connection", "nobody"], "", 2, "connection-unknown");
    let send = |robot, text| ["message", "send", "--connection", "示範", "--robot", robot, "--text", text];
    check_refused(home, &send("nobody", "hello"), "", 2, "robot-missing");
    check_refused(home, &send("財務部", ""), "", 2, "message-empty");
    check_refused(home, &send("財務部", &"x".repeat(21_000)), "", 2, "message-too-long");
    let foreign = ["robot", "add", "--connection", "示範", "--name", "B", "--webhook-stdin"];
    check_refused(home, &foreign, "https://example.com/robot/send?access_token=x\n", 2, "webhook-foreign");

    server.switch_on("wrong_key");
    check_refused(home, &token, "", 1, "credentials-refused");
    server.switch_on("unreachable");
    check_refused(home, &token, "", 3, "unreachable");
    drop(server);
    check_refused(home, &token, "", 3, "practice-not-running");
}

#[test]
fn a_bad_secret_or_host_is_refused_before_anything_is_saved() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready"]);
    let (corp_id, client_id) = (server.text("corp_id"), server.text("client_id"));
    let mut arguments = vec![
        "connection",
        "add",
        "--name",
        "甲",
        "--region",
        "practice",
        "--corp-id",
        &corp_id,
        "--client-id",
        &client_id,
        "--secret-stdin",
    ];
    check_refused(home, &arguments, "\n", 2, "key-empty");
    check_refused(home, &arguments, &"x".repeat(3_000), 2, "secret-too-long");
    arguments[5] = "com";
    arguments.extend(["--old-host", "http://127.0.0.1:1", "--new-host", "http://127.0.0.1:1"]);
    check_refused(home, &arguments, "x", 2, "hosts-not-practice");
    assert_eq!(run(home, &["connection", "list", "--json"], "").json(), serde_json::json!([]));
}

#[test]
fn hosts_given_by_hand_lead_to_a_server_of_another_home() {
    if !in_session() {
        return;
    }
    let (theirs, ours) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let server = Server::start(theirs.path(), &["--app", "ready"]);
    let (corp_id, client_id) = (server.text("corp_id"), server.text("client_id"));
    let (old_host, new_host) = (server.text("old_host"), server.text("new_host"));
    let added = run(
        ours.path(),
        &[
            "connection",
            "add",
            "--name",
            "A",
            "--region",
            "practice",
            "--corp-id",
            &corp_id,
            "--client-id",
            &client_id,
            "--secret-stdin",
            "--old-host",
            &old_host,
            "--new-host",
            &new_host,
        ],
        &server.text("client_secret"),
    );
    assert_eq!(added.code, 0, "{}", added.stderr);
    let token = run(ours.path(), &["token", "--connection", "A", "--json"], "");
    assert_eq!(token.code, 0, "{}", token.stdout);
}
