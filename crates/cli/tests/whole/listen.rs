//! Listening, by the real program: what is printed, what is answered, and what a kill leaves.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};

use serde_json::Value;

use crate::engine::{add, in_session};
use crate::program::{check_refused, program, run};
use crate::server::Server;

struct Listener {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Listener {
    fn start(home: &Path, more: &[&str]) -> Self {
        let mut child = program(home)
            .args(["listen", "--connection", "A", "--json", "--lang", "en"])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    fn next(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("no event: {line:?}"))
    }

    #[cfg(unix)]
    fn signal(&self, name: &str) {
        assert!(
            std::process::Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap().success()
        );
    }

    /// The exit code, what else stood on stdout, and stderr.
    fn end(mut self) -> (Option<i32>, String, String) {
        let (mut rest, mut told) = (String::new(), String::new());
        self.lines.read_to_string(&mut rest).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut told).unwrap();
        (self.child.wait().unwrap().code(), rest, told)
    }
}

#[cfg(unix)]
#[test]
fn events_are_printed_as_they_come_and_it_stops_when_asked() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready"]);
    assert_eq!(add(home, &server, "A", &server.text("client_secret")).code, 0);
    for signal in ["-INT", "-TERM"] {
        let mut listener = Listener::start(home, &[]);
        for kind in ["user_add_org", "org_dept_create"] {
            let id = server.raise(kind);
            let event = listener.next();
            assert_eq!((event["eventId"].as_str(), event["eventType"].as_str()), (Some(id.as_str()), Some(kind)));
            assert_eq!(event["eventCorpId"], server.ready["corp_id"]);
            assert!(event["eventBornTime"].is_i64() && event["data"].is_object(), "{event}");
        }
        listener.signal(signal);
        let (code, rest, told) = listener.end();
        assert_eq!((code, rest.as_str()), (Some(0), ""), "{told}");
        assert!(told.contains("Connecting") && told.contains("Connected"), "{told}");
        assert!(!told.contains(&server.text("client_secret")) && !told.contains("ticket"), "{told}");
    }
}

// F49
#[test]
fn it_stops_after_so_many_and_what_came_before_is_not_printed_again() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready", "--virtual-clock"]);
    assert_eq!(add(home, &server, "A", &server.text("client_secret")).code, 0);
    let first = server.raise("user_add_org");
    let second = server.raise("user_modify_org");
    let (code, printed, _) = Listener::start(home, &["--count", "1"]).end();
    let event: Value = serde_json::from_str(printed.trim()).unwrap();
    assert_eq!(code, Some(0));
    let printed = event["eventId"].as_str().unwrap().to_owned();
    let left = if printed == first { second } else { first };
    // The other one may have come too, and then waits for its next try.
    let mut listener = Listener::start(home, &["--count", "1"]);
    let mut told = String::new();
    let mut stderr = BufReader::new(listener.child.stderr.take().unwrap());
    while !told.contains("Connected") {
        stderr.read_line(&mut told).unwrap();
    }
    server.advance(31);
    assert_eq!(listener.next()["eventId"].as_str(), Some(left.as_str()));
    assert_eq!(listener.child.wait().unwrap().code(), Some(0));
    assert!(server.deliveries().iter().all(|delivery| delivery["state"] == "delivered"), "{:?}", server.deliveries());
}

#[cfg(unix)]
#[test]
fn what_a_reader_did_not_take_is_not_answered() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready"]);
    assert_eq!(add(home, &server, "A", &server.text("client_secret")).code, 0);
    let mut listener = Listener::start(home, &[]);
    drop(std::mem::replace(&mut listener.lines, BufReader::new(empty())));
    server.raise("user_add_org");
    assert_eq!(listener.child.wait().unwrap().code(), Some(0));
    assert_eq!(server.deliveries()[0]["state"], "waiting");
}

/// A pipe that ends at once.
#[cfg(unix)]
fn empty() -> ChildStdout {
    std::process::Command::new("true").stdout(Stdio::piped()).spawn().unwrap().stdout.take().unwrap()
}

#[test]
fn refused_keys_and_wrong_use_end_it_with_their_exit_code() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let server = Server::start(home, &["--app", "ready"]);
    assert_eq!(add(home, &server, "A", &server.text("client_secret")).code, 0);
    check_refused(home, &["listen", "--connection", "nobody"], "", 2, "connection-unknown");
    check_refused(home, &["listen", "--connection", "A", "--count", "0"], "", 2, "wrong-use");
    server.switch_on("wrong_key");
    let refused = run(home, &["listen", "--connection", "A", "--json"], "");
    assert_eq!((refused.code, refused.json()["problem"].as_str()), (1, Some("credentials-refused")));
    drop(server);
    check_refused(home, &["listen", "--connection", "A"], "", 3, "practice-not-running");
}
