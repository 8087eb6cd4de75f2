//! What only Windows has: a user's folders under any name, the registry, and the programs of the system.

use std::path::Path;
use std::process::Command;

use crate::engine::{add, in_session};
use crate::kept;
use crate::program::{finish, run};
use crate::server::Server;

const RUN: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";

/// A tool of Windows' own.
fn tool(name: &str, arguments: &[&str]) -> bool {
    let root = std::env::var_os("SystemRoot").unwrap();
    let output = Command::new(Path::new(&root).join("System32").join(name)).args(arguments).output().unwrap();
    output.status.success()
}

/// The program as a person has it: nothing says where its folder is.
fn plain(profile: &Path, arguments: &[&str]) -> crate::program::Ran {
    let mut command = crate::program::program(profile);
    command.env_remove("HOITUNG_HOME").env("LOCALAPPDATA", profile.join(r"AppData\Local"));
    finish(command.args(arguments), "")
}

#[test]
fn its_folder_is_the_users_own_under_any_name_and_everything_of_it_is_removed() {
    if !in_session() {
        return;
    }
    let users = tempfile::tempdir().unwrap();
    let profile = users.path().join("陳大文");
    assert_eq!(plain(&profile, &["connection", "list", "--json"]).json(), serde_json::json!([]));
    let home = profile.join(r"AppData\Local\Hoitung");
    assert!(home.join("hoitung.db").exists());

    let line = format!("\"{}\" --hidden", env!("CARGO_BIN_EXE_hoitung-cli"));
    assert!(tool("reg.exe", &["add", RUN, "/v", "Hoitung", "/d", &line, "/f"]));
    let gone = plain(&profile, &["purge", "--yes", "--json"]).json();
    assert_eq!(gone["folderGone"], true, "{gone}");
    assert!(!home.exists());
    assert!(!tool("reg.exe", &["query", RUN, "/v", "Hoitung"]), "it would start at the next sign-in");
}

// D41, F70
#[test]
fn a_company_lives_in_a_folder_deeper_than_windows_old_limit() {
    if !in_session() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let home = (0..9)
        .fold(folder.path().to_owned(), |dir, level| dir.join(format!("{level} 海港示範有限公司的資料夾").repeat(2)));
    assert!(home.display().to_string().encode_utf16().count() > 260);
    std::fs::create_dir_all(&home).unwrap();
    let server = Server::start(&home, &["--app", "ready"]);
    assert_eq!(add(&home, &server, "示範", &server.text("client_secret")).code, 0);
    assert!(kept::holds(&server.text("client_secret")));
    assert_eq!(run(&home, &["token", "--connection", "示範"], "").code, 0);
    let refused =
        run(&home, &["key", "replace", "--connection", "示範", "--secret-stdin", "--json"], &"字".repeat(1_281));
    assert_eq!((refused.code, refused.json()["problem"].as_str()), (2, Some("secret-too-long")));
    drop(server);
    assert_eq!(run(&home, &["purge", "--yes", "--json"], "").json()["folderGone"], true);
}
