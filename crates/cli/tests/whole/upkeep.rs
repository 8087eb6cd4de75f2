use crate::engine::Company;
use crate::program::run;

// S24
#[test]
fn a_report_is_written_where_it_was_asked_for_and_names_nobody() {
    let Some(company) = Company::start() else { return };
    let out = company.home().join("report.txt");
    let told =
        run(company.home(), &["report", "--out", &out.display().to_string(), "--note", "示範 of +852 6123 4567"], "");
    assert_eq!(told.code, 0, "{}{}", told.stdout, told.stderr);
    let text = std::fs::read_to_string(&out).unwrap();
    let home = company.home().display().to_string();
    for canary in ["示範", "6123 4567", &home, &company.server.text("client_secret"), &company.server.text("client_id")]
    {
        assert!(!text.contains(canary), "{canary}\n{text}");
    }
    for fact in ["[company] of [mobile]", "\"program\":\"cli\"", "\"hoitung_report\": 1"] {
        assert!(text.contains(fact), "{fact}\n{text}");
    }
}

// F65
#[cfg(unix)]
#[test]
fn a_folder_that_somebody_shut_is_read_and_a_change_is_refused_in_words() {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;
    use std::process::Command;

    use crate::program::{finish, program};

    // Whoever may do anything is stopped by no permission, so it is somebody else who runs the program.
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|told| told.stdout == b"0\n");
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path().join("home");
    let list = run(&home, &["connection", "list", "--json"], "");
    assert_eq!(list.code, 0, "{}{}", list.stdout, list.stderr);
    let shut = |path: &Path, mode: u32| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    for entry in std::fs::read_dir(&home).unwrap().flatten() {
        if entry.path().is_file() {
            shut(&entry.path(), 0o444);
        }
    }
    shut(dir.path(), 0o755);
    shut(&home, 0o555);
    let as_nobody = |arguments: &[&str]| {
        let inner = program(&home);
        if !is_root {
            return run(&home, arguments, "");
        }
        let mut command = Command::new("setpriv");
        command.args(nobody).arg(inner.get_program()).args(arguments).env("HOITUNG_HOME", &home);
        finish(&mut command, "")
    };
    if is_root
        && !Command::new("setpriv")
            .args(nobody)
            .arg(program(&home).get_program())
            .arg("--version")
            .output()
            .is_ok_and(|told| told.status.success())
    {
        let said = "SKIPPED a_folder_that_somebody_shut: the program's own folder is closed to anybody else\n";
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
        return;
    }
    let read = as_nobody(&["connection", "list", "--json"]);
    assert_eq!(read.code, 0, "{}{}", read.stdout, read.stderr);
    let refused = as_nobody(&["network", "proxy", "set", "--none", "--json"]);
    assert_eq!(
        (refused.code, refused.json()["problem"].as_str().map(str::to_owned)),
        (4, Some("disk-read-only".to_owned()))
    );
    shut(&home, 0o700);
}
