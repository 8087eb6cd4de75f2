//! A server without a key store: secrets in files that its administrator put there, by explicit choice alone.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{Ran, check_refused, finish, program, run};
use crate::server::Server;

/// A practice server, a folder of secrets, and a connection that reads them.
pub struct Mounted {
    folder: TempDir,
    secrets: String,
    pub server: Server,
}

impl Mounted {
    /// The secret lies there; no connection yet.
    pub fn folder() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::start(folder.path(), &["--app", "ready"]);
        let dir = folder.path().join("the secrets");
        std::fs::create_dir(&dir).unwrap();
        let mounted = Self { secrets: dir.display().to_string(), folder, server };
        put(&mounted.file(), &mounted.server.text("client_secret"), 0o600);
        mounted
    }

    pub fn company() -> Self {
        let mounted = Self::folder();
        let added = mounted.add(&["--secrets", &mounted.secrets]);
        assert_eq!(added.code, 0, "{}{}", added.stdout, added.stderr);
        mounted
    }

    pub fn home(&self) -> &Path {
        self.folder.path()
    }

    pub fn secrets(&self) -> &str {
        &self.secrets
    }

    pub fn file(&self) -> PathBuf {
        Path::new(&self.secrets).join(format!("{}.client-secret", self.server.text("client_id")))
    }

    fn arguments(&self) -> Vec<String> {
        let words = ["connection", "add", "--name", "示範", "--region", "practice", "--json"];
        let mut all: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        for (option, key) in [("--corp-id", "corp_id"), ("--client-id", "client_id"), ("--agent-id", "agent_id")] {
            all.extend([option.to_owned(), self.server.text(key)]);
        }
        all
    }

    pub fn add(&self, more: &[&str]) -> Ran {
        self.add_with(more, "")
    }

    fn add_with(&self, more: &[&str], input: &str) -> Ran {
        let all = self.arguments();
        let all: Vec<&str> = all.iter().map(String::as_str).chain(more.iter().copied()).collect();
        run_without_key_store(self.home(), &all, input)
    }

    fn token(&self) -> Ran {
        let token = ["token", "--connection", "示範", "--json", "--secrets", self.secrets()];
        run_without_key_store(self.home(), &token, "")
    }
}

pub fn put(path: &Path, text: &str, mode: u32) {
    let _ = std::fs::remove_file(path);
    std::fs::write(path, text).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

/// As on a server: no session, no bus, and so no key store.
fn run_without_key_store(home: &Path, arguments: &[&str], input: &str) -> Ran {
    let mut command = program(home);
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env("XDG_RUNTIME_DIR", home).args(arguments);
    finish(&mut command, input)
}

// F68
#[test]
fn without_the_choice_no_file_is_read_whatever_lies_around() {
    let mounted = Mounted::folder();
    let mut command = program(mounted.home());
    command.env_remove("DBUS_SESSION_BUS_ADDRESS").env("XDG_RUNTIME_DIR", mounted.home());
    command.env("CREDENTIALS_DIRECTORY", mounted.secrets()).current_dir(mounted.secrets());
    command.args(mounted.arguments()).arg("--secret-stdin");
    let refused = finish(&mut command, &mounted.server.text("client_secret"));
    assert_eq!((refused.code, refused.json()["problem"].as_str()), (4, Some("vault-absent")), "{}", refused.stdout);
    assert!(!holds(mounted.home(), &mounted.server.text("client_secret"), &mounted.file()));
    assert_eq!(mounted.add(&[]).code, 2, "a secret is wanted from somewhere");
}

#[test]
fn a_server_without_a_key_store_works_by_mounted_secrets_alone() {
    let mounted = Mounted::company();
    let token = mounted.token();
    assert_eq!(token.code, 0, "{}{}", token.stdout, token.stderr);
    assert!(token.json()["seconds"].as_u64().unwrap() > 60);
    let mut by_environment = program(mounted.home());
    by_environment.env_remove("DBUS_SESSION_BUS_ADDRESS").env("HOITUNG_SECRETS_DIR", mounted.secrets());
    assert_eq!(finish(by_environment.args(["token", "--connection", "示範"]), "").code, 0);
    // As systemd hands them over.
    let mut by_systemd = program(mounted.home());
    by_systemd.env_remove("DBUS_SESSION_BUS_ADDRESS").env("CREDENTIALS_DIRECTORY", mounted.secrets());
    assert_eq!(finish(by_systemd.args(["token", "--connection", "示範", "--secrets", "systemd"]), "").code, 0);
    let none = ["token", "--connection", "示範", "--secrets", "systemd"];
    check_refused(mounted.home(), &none, "", 4, "secret-file-unfit");
    // Nothing that is written down holds it.
    assert!(!holds(mounted.home(), &mounted.server.text("client_secret"), &mounted.file()));
    let removed = ["connection", "remove", "--name", "示範", "--json", "--secrets", mounted.secrets()];
    let removed = run_without_key_store(mounted.home(), &removed, "");
    assert_eq!((removed.code, removed.json()["secrets"].as_u64()), (0, Some(0)), "{}", removed.stdout);
    assert!(mounted.file().exists(), "it is not ours to delete");
}

#[test]
fn a_connection_is_added_only_with_the_secret_that_lies_there_and_that_a_real_call_takes() {
    let mounted = Mounted::folder();
    let secret = mounted.server.text("client_secret");
    let choice = ["--secrets", mounted.secrets()];
    let other = mounted.add_with(&[&choice[..], &["--secret-stdin"]].concat(), "another-secret");
    assert_eq!((other.code, other.json()["problem"].as_str()), (4, Some("secrets-read-only")), "{}", other.stdout);
    put(&mounted.file(), "wrong-secret", 0o600);
    let wrong = mounted.add(&choice);
    assert_eq!((wrong.code, wrong.json()["problem"].as_str()), (1, Some("credentials-refused")), "{}", wrong.stdout);
    let listed = run(mounted.home(), &["connection", "list", "--json"], "");
    assert_eq!(listed.json(), serde_json::json!([]), "nothing is left of what was refused");
    put(&mounted.file(), &format!("{secret}\n"), 0o400);
    let added = mounted.add_with(&[&choice[..], &["--secret-stdin"]].concat(), &secret);
    assert_eq!(added.code, 0, "{}", added.stdout);
}

#[test]
fn each_fault_of_a_mounted_file_is_refused_in_its_own_words() {
    let mounted = Mounted::company();
    let secret = mounted.server.text("client_secret");
    let token = ["token", "--connection", "示範", "--secrets", mounted.secrets()];
    let mut said = Vec::new();
    for (text, mode, fault) in [
        (secret.as_str(), 0o640, "mode"),
        (&secret, 0o604, "mode"),
        ("", 0o600, "empty"),
        ("one\ntwo\n", 0o600, "not-text"),
        (&"x".repeat(9_000), 0o600, "too-long"),
    ] {
        put(&mounted.file(), text, mode);
        check_refused(mounted.home(), &token, "", 4, "secret-file-unfit");
        let refused = mounted.token().json();
        assert_eq!(refused["args"]["fault"], fault, "{refused}");
        said.push(refused["what"].as_str().unwrap().to_owned());
    }
    std::fs::remove_file(mounted.file()).unwrap();
    let outside = mounted.home().join("outside");
    put(&outside, &secret, 0o600);
    std::os::unix::fs::symlink(&outside, mounted.file()).unwrap();
    assert_eq!(mounted.token().json()["args"]["fault"], "leads");
    std::fs::remove_file(mounted.file()).unwrap();
    assert_eq!(mounted.token().json()["args"]["fault"], "missing");
    said.dedup();
    assert_eq!(said.len(), 4, "{said:?}");
    put(&mounted.file(), &secret, 0o600);
    assert_eq!(mounted.token().code, 0);
}

#[test]
fn writing_a_secret_there_is_refused() {
    let mounted = Mounted::company();
    let webhook = format!("{}\n", mounted.server.text("robot_webhook"));
    let choice = ["--secrets", mounted.secrets()];
    let robot = ["robot", "add", "--connection", "示範", "--name", "財務部", "--webhook-stdin"];
    let refused = run(mounted.home(), &[&robot[..], &choice[..], &["--json"]].concat(), &webhook);
    assert_eq!(refused.json()["problem"], "secret-file-unfit", "{}", refused.stdout);
    let file = PathBuf::from(refused.json()["args"]["path"].as_str().unwrap());
    put(&file, "https://oapi.dingtalk.com/robot/send?access_token=other", 0o600);
    let refused = run(mounted.home(), &[&robot[..], &choice[..], &["--json"]].concat(), &webhook);
    assert_eq!(refused.json()["problem"], "secrets-read-only", "{}", refused.stdout);
    put(&file, webhook.trim(), 0o600);
    let added = run(mounted.home(), &[&robot[..], &choice[..]].concat(), &webhook);
    assert_eq!(added.code, 0, "{}", added.stderr);
}

/// Whether any file of this folder but that one holds the text.
fn holds(dir: &Path, text: &str, but: &Path) -> bool {
    std::fs::read_dir(dir).unwrap().flatten().any(|entry| {
        let path = entry.path();
        // The practice server's own world is DingTalk, and knows its secrets.
        if path == but || path.ends_with("practice") {
            return false;
        }
        if path.is_dir() {
            return holds(&path, text, but);
        }
        std::fs::read(&path).unwrap().windows(text.len()).any(|part| part == text.as_bytes())
    })
}
