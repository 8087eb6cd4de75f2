//! Removing everything, on the command line.

use crate::engine::{Company, add_robot};
use crate::kept;
use crate::program::{check_refused, run};

/// How many entries of the key store carry the id of this home.
fn secrets_of(installation: &str) -> usize {
    kept::all().iter().filter(|kept| kept.name.contains(installation)).count()
}

#[test]
fn everything_is_removed_and_a_second_time_there_is_nothing_to_remove() {
    let Some(company) = Company::start() else { return };
    assert_eq!(add_robot(company.home(), &company.server).code, 0);
    let home = company.home();
    check_refused(home, &["purge"], "", 2, "wrong-use");
    // A practice server of this folder is another instance.
    check_refused(home, &["purge", "--yes"], "", 4, "others-running");
    let Company { folder, server } = company;
    drop(server);
    let home = folder.path();
    let installation = std::fs::read_to_string(home.join("installation")).unwrap();
    assert!(secrets_of(&installation) >= 3, "the key store is not looked into");
    let listed = run(home, &["purge", "--dry-run", "--json"], "").json();
    assert_eq!((listed["companies"][0]["name"].as_str(), listed["secrets"].as_u64()), (Some("示範"), Some(3)));
    assert_eq!(listed["strangers"].as_array().unwrap().len(), 0, "{listed}");
    assert!(home.join("hoitung.db").exists());
    let gone = run(home, &["purge", "--yes", "--json"], "").json();
    assert_eq!((gone["folderGone"].as_bool(), gone["secrets"].as_u64()), (Some(true), Some(3)), "{gone}");
    assert!(!home.exists());
    assert_eq!(secrets_of(&installation), 0);
    let again = run(home, &["purge", "--yes"], "");
    assert_eq!(again.code, 0);
    assert!(again.stdout.contains(&home.display().to_string()), "{}", again.stdout);
    assert!(!home.exists(), "a folder was made to be removed");
}

/// F72: at each of its words to the key store, and at each file that it removes.
#[cfg(target_os = "linux")]
#[test]
fn killed_at_any_step_it_is_ended_by_the_next_and_no_secret_is_forgotten() {
    use std::os::unix::process::ExitStatusExt as _;
    use std::process::{Command, Stdio};

    let Some(company) = Company::start() else { return };
    assert_eq!(add_robot(company.home(), &company.server).code, 0);
    let Company { folder, server } = company;
    drop(server);
    let home = folder.path();
    let installation = std::fs::read_to_string(home.join("installation")).unwrap();
    let secrets: Vec<_> = kept::all().into_iter().filter(|kept| kept.name.contains(&installation)).collect();
    assert!(secrets.len() >= 3, "the key store is not looked into");
    let before = tempfile::tempdir().unwrap();
    let copy = |from: &std::path::Path, to: &std::path::Path| {
        assert!(Command::new("cp").arg("-a").arg(from.join(".")).arg(to).status().unwrap().success());
    };
    copy(home, before.path());
    let killed_at = |calls: &str, nth: u32| {
        let inject = format!("inject={calls}:signal=KILL:when={nth}");
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={calls}"), "-e", &inject]);
        command.arg(env!("CARGO_BIN_EXE_hoitung-cli")).args(["purge", "--yes"]).env("HOITUNG_HOME", home);
        command.stdin(Stdio::null()).stdout(Stdio::null()).status().unwrap()
    };
    let is_traced = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
    if !is_traced.is_ok_and(|status| status.success()) {
        let said = "\n!!! SKIPPED, NOT PASSED: strace may not look into a program here\n";
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
        return;
    }
    let (mut amid_secrets, mut amid_files) = (0, 0);
    for calls in ["sendmsg", "unlink,unlinkat,rmdir"] {
        for nth in 1.. {
            std::fs::create_dir_all(home).unwrap();
            copy(before.path(), home);
            for kept in &secrets {
                kept::put(kept);
            }
            let ended = killed_at(calls, nth);
            assert!(ended.success() || ended.signal() == Some(9), "{calls} {nth}: {ended}");
            let left = secrets_of(&installation);
            amid_secrets += u32::from(left > 0 && left < secrets.len());
            amid_files += u32::from(left == 0 && home.exists());
            let again = run(home, &["purge", "--yes"], "");
            assert_eq!(again.code, 0, "{calls} {nth}: {}{}", again.stdout, again.stderr);
            assert_eq!((home.exists(), secrets_of(&installation)), (false, 0), "{calls} {nth}");
            if ended.success() {
                break;
            }
        }
    }
    assert!(amid_secrets > 1 && amid_files > 3, "it was never killed in the middle: {amid_secrets}, {amid_files}");
}
