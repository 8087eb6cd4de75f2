//! A company goes from one home to another, as from one computer to the next.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::engine::{add_robot, in_session};
use crate::kept;
use crate::program::{Ran, check_refused, program, run};
use crate::server::Server;

const PASSPHRASE: &str = "7KMQ-3FHT-9XWR-VBNC-4DPE";

/// A company whose hosts were given by hand, so that it works from any home.
struct Office {
    here: TempDir,
    server: Server,
    file: PathBuf,
}

impl Office {
    fn start() -> Option<Self> {
        if !in_session() {
            return None;
        }
        let here = tempfile::tempdir().unwrap();
        let server = Server::start(here.path(), &["--app", "ready"]);
        let text = |name: &str| server.text(name);
        let (corp_id, client_id, old, new) = (text("corp_id"), text("client_id"), text("old_host"), text("new_host"));
        let add = ["connection", "add", "--name", "示範", "--region", "practice", "--corp-id", &corp_id, "--client-id"];
        let rest = [client_id.as_str(), "--secret-stdin", "--old-host", &old, "--new-host", &new];
        let added = run(here.path(), &[&add[..], &rest[..]].concat(), &text("client_secret"));
        assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
        assert_eq!(add_robot(here.path(), &server).code, 0);
        let file = here.path().join("office.hoitung");
        Some(Self { here, server, file })
    }

    fn export(&self, more: &[&str]) -> Ran {
        let out = self.file.to_str().unwrap();
        let base = ["handover", "export", "--connection", "示範", "--out", out, "--passphrase-stdin", "--json"];
        run(self.here.path(), &[&base[..], more].concat(), &format!("{PASSPHRASE}\n"))
    }

    fn import(&self, home: &Path, more: &[&str]) -> Ran {
        run(home, &self.words(more), PASSPHRASE)
    }

    fn words<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        let base = ["handover", "import", self.file.to_str().unwrap(), "--passphrase-stdin", "--json"];
        [&base[..], more].concat()
    }

    fn secrets(&self) -> Vec<String> {
        let webhook = self.server.text("robot_webhook");
        let token = webhook.split("access_token=").nth(1).unwrap().to_owned();
        vec![self.server.text("client_secret"), self.server.text("robot_secret"), token]
    }
}

#[test]
fn a_company_is_exported_here_imported_there_and_works_there() {
    let Some(office) = Office::start() else { return };
    let there = tempfile::tempdir().unwrap();
    let told = office.export(&["--dry-run"]).json();
    assert_eq!((&told["written"], &told["connections"][0]["robots"][0]), (&false.into(), &"財務部".into()), "{told}");
    assert!(!office.file.exists(), "a dry run writes nothing");
    let exported = office.export(&[]);
    assert_eq!((exported.code, &exported.json()["connections"]), (0, &told["connections"]), "{}", exported.stderr);
    let sealed = std::fs::read_to_string(&office.file).unwrap();
    assert!(sealed.starts_with("-----BEGIN AGE ENCRYPTED FILE-----"), "any program that knows age opens it");

    let found = office.import(there.path(), &["--dry-run"]).json();
    assert_eq!((&found["imported"], &found["connections"]), (&false.into(), &told["connections"]), "{found}");
    assert_eq!(run(there.path(), &["connection", "list", "--json"], "").json(), Value::Array(Vec::new()));
    let imported = office.import(there.path(), &[]);
    assert_eq!((imported.code, &imported.json()["secrets"]), (0, &3.into()), "{}", imported.stdout);
    let token = run(there.path(), &["token", "--connection", "示範", "--json"], "");
    assert_eq!(token.code, 0, "a real call: {}", token.stdout);
    let send = ["message", "send", "--connection", "示範", "--robot", "財務部", "--text", "由新電腦發出", "--json"];
    let answer = run(there.path(), &send, "");
    assert_eq!((answer.code, &answer.json()["delivered"]), (0, &true.into()), "{}", answer.stdout);
    assert_eq!(office.server.journal().last().unwrap()["text"], "由新電腦發出");
    for secret in office.secrets() {
        for text in [&sealed, &exported.stdout, &exported.stderr, &imported.stdout, &imported.stderr] {
            assert!(!text.contains(&secret) && !text.contains(PASSPHRASE));
        }
        let database = std::fs::read(there.path().join("hoitung.db")).unwrap();
        assert!(!database.windows(secret.len()).any(|part| part == secret.as_bytes()));
    }
    let spoken = run(there.path(), &["handover", "export", "--all", "--dry-run", "--lang", "zh-HK"], "");
    assert!(spoken.code == 0 && spoken.stdout.contains("機械人：財務部"), "{}{}", spoken.stdout, spoken.stderr);
}

#[test]
fn the_health_sheet_tells_of_a_check_up_and_before_it_that_nothing_is_known() {
    let Some(office) = Office::start() else { return };
    let page = office.here.path().join("health.html");
    let made = |language: &str| {
        let out = page.to_str().unwrap();
        let make = ["handover", "health", "--connection", "示範", "--out", out, "--lang", language];
        assert_eq!(run(office.here.path(), &make, "").code, 0);
        std::fs::read_to_string(&page).unwrap()
    };
    assert!(made("zh-HK").contains("沒有做過檢查"));
    assert!(made("en").contains("nothing is known of them"));
    run(office.here.path(), &["check", "--connection", "示範"], "");
    let told = made("zh-HK");
    assert!(!told.contains("沒有做過檢查") && told.contains("class=\"days\""), "{told}");
    for secret in office.secrets() {
        assert!(!told.contains(&secret));
    }
}

#[test]
fn each_refusal_has_its_exit_code_and_its_words() {
    let Some(office) = Office::start() else { return };
    let (here, file) = (office.here.path(), office.file.to_str().unwrap());
    assert_eq!(run(here, &["connection", "rename", "--name", "示範", "--to", "Harbour Demo"], "").code, 0);
    let export = ["handover", "export", "--connection", "Harbour Demo", "--out", file, "--passphrase-stdin"];
    check_refused(here, &export, "", 2, "passphrase-weak");
    check_refused(here, &export, "password1", 2, "passphrase-weak");
    assert!(!office.file.exists());
    let nowhere = here.join("no-such-folder").join("x.hoitung");
    let out = ["handover", "export", "--all", "--out", nowhere.to_str().unwrap(), "--passphrase-stdin", "--json"];
    let refused = run(here, &out, PASSPHRASE);
    assert_eq!((refused.code, &refused.json()["problem"]), (4, &"file-unwritable".into()), "{}", refused.stdout);
    assert_eq!(run(here, &export, PASSPHRASE).code, 0);
    check_refused(here, &export, PASSPHRASE, 2, "files-in-the-way");
    assert_eq!(run(here, &[&export[..], &["--force"]].concat(), PASSPHRASE).code, 0);

    let import = ["handover", "import", file, "--passphrase-stdin"];
    check_refused(here, &import, "7KMQ-3FHT-9XWR-VBNC-4DPF", 1, "passphrase-wrong");
    check_refused(here, &import, PASSPHRASE, 2, "handover-conflict");
    check_refused(here, &[&import[..], &["--only", "nobody"]].concat(), PASSPHRASE, 2, "connection-unknown");
    check_refused(here, &[&import[..], &["--as", "Harbour Demo"]].concat(), PASSPHRASE, 2, "name-taken");
    let sealed = std::fs::read_to_string(&office.file).unwrap();
    let spoilt = here.join("spoilt.hoitung");
    let spoil = ["handover", "import", spoilt.to_str().unwrap(), "--passphrase-stdin"];
    check_refused(here, &spoil, PASSPHRASE, 4, "file-unreadable");
    let (begin, end) = sealed.split_at(sealed.len() / 2);
    let flipped = format!("{begin}{}{}", if end.starts_with('A') { 'B' } else { 'A' }, &end[1..]);
    for (text, problem) in [
        ("PK\u{3}\u{4} a spreadsheet", "handover-foreign"),
        (begin, "handover-truncated"),
        (&flipped, "handover-damaged"),
        (&"x".repeat(17 * 1024 * 1024), "handover-too-large"),
    ] {
        std::fs::write(&spoilt, text).unwrap();
        check_refused(here, &spoil, PASSPHRASE, 1, problem);
    }

    let copied = office.import(here, &["--as", "示範二"]).json();
    assert_eq!(copied["connections"][0]["name"], "示範二", "{copied}");
    assert_eq!(
        office.import(here, &["--replace", "--dry-run"]).json()["connections"][0]["conflict"]["name"],
        "Harbour Demo"
    );
    let replaced = office.import(here, &["--replace"]).json();
    assert_eq!(
        (&replaced["replaced"][0]["name"], &replaced["replaced"][0]["gone"]),
        (&"Harbour Demo".into(), &true.into())
    );
}

/// F72: whenever the power goes, the company is there whole or nothing of it is.
#[test]
fn an_import_that_is_killed_at_any_moment_is_whole_or_nothing() {
    let Some(office) = Office::start() else { return };
    assert_eq!(office.export(&[]).code, 0);
    assert_eq!(run(office.here.path(), &["connection", "remove", "--name", "示範"], "").code, 0);
    let there = tempfile::tempdir().unwrap();
    let secrets = office.secrets();
    let kept = || secrets.iter().filter(|secret| kept::holds(secret)).count();
    assert_eq!(kept(), 0, "the other home's are gone");
    let begun = Instant::now();
    assert_eq!(office.import(there.path(), &[]).code, 0);
    let whole = begun.elapsed();
    assert_eq!(kept(), 3, "the search sees what is there");
    assert_eq!(run(there.path(), &["connection", "remove", "--name", "示範"], "").code, 0);
    for step in 0..8 {
        let mut child = program(there.path())
            .args(office.words(&[]))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), PASSPHRASE.as_bytes()).unwrap();
        // Most of an import is the opening of the file; the moments after it are what matters.
        let deadline = Instant::now() + whole.mul_f64(0.6 + f64::from(step) * 0.06);
        while Instant::now() < deadline && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = child.kill();
        child.wait().unwrap();
        let listed = run(there.path(), &["connection", "list", "--json"], "").json();
        if listed[0]["name"] == "示範" {
            assert_eq!(run(there.path(), &["token", "--connection", "示範"], "").code, 0, "step {step}: it is whole");
        } else {
            // Whatever it left is cleared away by the next one, which succeeds.
            assert_eq!(listed, Value::Array(Vec::new()));
            assert_eq!(office.import(there.path(), &[]).code, 0, "step {step}");
        }
        assert_eq!(kept(), 3, "step {step}");
        let removed = run(there.path(), &["connection", "remove", "--name", "示範"], "");
        assert_eq!((removed.code, kept()), (0, 0), "step {step}: {}", removed.stderr);
    }
}
