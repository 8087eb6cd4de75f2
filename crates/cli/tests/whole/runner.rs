//! The runner without a window, by the real program: it starts, tells, stops, refuses a second, and takes over from the dead.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::mounted::Mounted;
use crate::program::{check_refused, program, run};

/// `hoitung-cli run`, running.
pub struct Runner {
    pub child: Child,
    lines: BufReader<ChildStdout>,
}

impl Runner {
    pub fn start(home: &Path, more: &[&str]) -> Self {
        Self::of(program(home).args(["run", "--json"]).args(more))
    }

    pub fn of(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    pub fn next(&mut self) -> Value {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|_| panic!("no line: {line:?}"))
    }

    /// Reads on until this happened.
    pub fn until(&mut self, event: &str) -> Value {
        loop {
            let line = self.next();
            if line["event"] == event {
                return line;
            }
        }
    }

    pub fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap().success());
    }

    /// The exit code, what else it said, and how long it took.
    pub fn end(mut self) -> (Option<i32>, String, Duration) {
        let asked = Instant::now();
        let mut rest = String::new();
        self.lines.read_to_string(&mut rest).unwrap();
        let code = self.child.wait().unwrap().code();
        (code, rest, asked.elapsed())
    }

    /// As every end of it does.
    pub fn kill(self) {
        drop(self);
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

// F77
#[cfg(unix)]
#[test]
fn it_tells_how_things_stand_and_stops_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    for signal in ["-TERM", "-INT"] {
        let mut runner = Runner::start(home, &[]);
        let started = runner.until("started");
        assert!(started["at"].as_str().unwrap().ends_with('Z'), "{started}");
        assert_eq!(run(home, &["run", "--alive", "--json"], "").json()["alive"], true);
        runner.signal(signal);
        let (code, rest, took) = runner.end();
        assert_eq!(code, Some(0), "{rest}");
        assert!(rest.lines().last().unwrap().contains("\"stopped\""), "{rest}");
        assert!(took < Duration::from_secs(3), "{took:?}");
        let alive = run(home, &["run", "--alive", "--json"], "");
        assert_eq!((alive.code, &alive.json()["alive"]), (1, &false.into()));
    }
}

// F75
#[test]
fn a_second_runner_on_the_folder_is_refused_in_words_and_other_commands_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    let mut first = Runner::start(home, &[]);
    first.until("started");
    check_refused(home, &["run"], "", 4, "folder-held");
    check_refused(home, &["run", "--once"], "", 4, "folder-held");
    let refused = run(home, &["run", "--json"], "").json();
    assert_eq!(refused["args"]["pid"], first.child.id().to_string());
    assert_eq!(run(home, &["connection", "list", "--json"], "").code, 0);
    first.kill();
    assert_eq!(run(home, &["run", "--once", "--json"], "").code, 0);
}

// F72, F75
#[test]
fn killed_again_and_again_it_is_followed_at_once_and_the_number_of_the_holding_only_grows() {
    let mounted = Mounted::company();
    let home = mounted.home();
    let mut last = 0;
    for step in 0..25 {
        let begun = Instant::now();
        let mut runner = Runner::start(home, &["--secrets", mounted.secrets()]);
        if step % 2 == 0 {
            runner.until("started");
        }
        // Spread over its start, and some of them in the middle of a beat.
        while begun.elapsed() < Duration::from_millis(step * 7) && runner.child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        runner.kill();
        let fence = fence(home);
        assert!(fence >= last, "{fence} after {last}");
        last = fence;
    }
    let mut runner = Runner::start(home, &["--secrets", mounted.secrets()]);
    runner.until("started");
    assert_eq!(runner.until("standing")["connection"], "示範");
    assert!(fence(home) > last);
    assert_eq!(run(home, &["token", "--connection", "示範", "--secrets", mounted.secrets()], "").code, 0);
    runner.kill();
}

// F75
#[cfg(unix)]
#[test]
fn of_many_that_start_at_once_one_runs() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path();
    assert_eq!(run(home, &["connection", "list"], "").code, 0);
    let mut started: Vec<Runner> = (0..6).map(|_| Runner::start(home, &[])).collect();
    let firsts: Vec<Value> = started.iter_mut().map(Runner::next).collect();
    let won = firsts.iter().filter(|line| line["event"] == "started").count();
    let refused = firsts.iter().filter(|line| line["problem"] == "folder-held").count();
    assert_eq!((won, refused), (1, 5), "{firsts:?}");
    for runner in started {
        runner.kill();
    }
}

#[test]
fn what_is_due_now_is_done_once_and_the_folder_is_free_again() {
    let mounted = Mounted::company();
    for _ in 0..2 {
        let once = run(mounted.home(), &["run", "--once", "--secrets", mounted.secrets(), "--json"], "");
        assert_eq!(once.code, 0, "{}", once.stdout);
        let told: Value = serde_json::from_str(once.stdout.lines().next().unwrap()).unwrap();
        assert_eq!((&told["event"], &told["connection"]), (&"standing".into(), &"示範".into()));
    }
    check_refused(mounted.home(), &["run", "--once", "--connection", "nobody"], "", 2, "connection-unknown");
}

/// A service manager hears that it is ready, that it lives, and that it stops.
#[cfg(target_os = "linux")]
#[test]
fn a_service_manager_is_told() {
    use std::os::unix::net::UnixDatagram;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    socket.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let home = folder.path().join("home");
    let mut command = program(&home);
    command.args(["run", "--json"]).env("NOTIFY_SOCKET", &path).env("WATCHDOG_USEC", "200000");
    command.env_remove("WATCHDOG_PID");
    let runner = Runner::of(&mut command);
    let heard = || {
        let mut bytes = [0; 256];
        let length = socket.recv(&mut bytes).unwrap();
        String::from_utf8_lossy(&bytes[..length]).trim().to_owned()
    };
    assert_eq!(heard(), "READY=1");
    assert_eq!((heard(), heard()), ("WATCHDOG=1".to_owned(), "WATCHDOG=1".to_owned()));
    runner.signal("-TERM");
    while heard() != "STOPPING=1" {}
    assert_eq!(runner.end().0, Some(0));
}

fn fence(home: &Path) -> i64 {
    let listed = run(home, &["run", "--alive", "--json"], "");
    assert!(listed.code <= 1, "{}", listed.stdout);
    listed.json()["holding"].as_i64().unwrap()
}
