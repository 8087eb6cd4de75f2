//! What the company's IT has laid down, read where IT puts it: in a view of the files of its own, where `/etc` has one file more.

use std::path::Path;
use std::process::Command;

use crate::program::{Ran, finish, run};

/// Whatever follows runs under this policy.
fn view(dir: &Path, policy: &str) -> Command {
    let [over, work, home] = ["over", "work", "home"].map(|name| dir.join(name));
    std::fs::create_dir_all(over.join("hoitung")).unwrap();
    std::fs::create_dir_all(&work).unwrap();
    std::fs::write(over.join("hoitung/policy.json"), policy).unwrap();
    let layers = format!("lowerdir=/etc,upperdir={},workdir={}", over.display(), work.display());
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c"]);
    command.arg(format!("mount -t overlay overlay -o {layers} /etc && exec \"$@\"")).arg("sh");
    command.env("HOITUNG_HOME", home);
    command
}

fn under(dir: &Path, policy: &str, arguments: &[&str]) -> Ran {
    finish(view(dir, policy).arg(env!("CARGO_BIN_EXE_hoitung-cli")).args(arguments), "")
}

/// Not every machine lets its tests have a view of their own.
fn is_refused(dir: &Path, test: &str) -> bool {
    let refused = !view(dir, "{}").arg("true").output().is_ok_and(|done| done.status.success());
    if refused {
        let said = format!("SKIPPED {test}: no view of the files of its own may be had here\n");
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
    }
    refused
}

#[test]
fn without_a_policy_nothing_is_laid_down() {
    let home = tempfile::tempdir().unwrap();
    let ran = run(home.path(), &["policy", "--json"], "");
    let told = ran.json();
    assert_eq!((ran.code, told["rules"].as_array().map(Vec::len)), (0, Some(0)), "{}", ran.stdout);
    assert!(!run(home.path(), &["policy", "--lang", "zh-HK"], "").stdout.is_empty());
}

#[test]
fn a_rule_holds_on_the_command_line_too() {
    let dir = tempfile::tempdir().unwrap();
    if is_refused(dir.path(), "a_rule_holds_on_the_command_line_too") {
        return;
    }
    let rules = r#"{"PracticeMode": "off", "Proxy": "none", "Regions": "international", "Bright": "yes"}"#;
    let told = under(dir.path(), rules, &["policy", "--lang", "en"]);
    assert_eq!((told.code, told.stdout.lines().count()), (0, 4), "{}{}", told.stdout, told.stderr);
    assert!(told.stdout.contains("Bright") && told.stdout.contains("/etc/hoitung/policy.json"), "{}", told.stdout);
    for (arguments, problem) in [
        (["practice"].as_slice(), "practice-forbidden"),
        (&["network", "test", "--region", "com"], "region-forbidden"),
        (&["network", "proxy", "set", "--address", "own.office:8080"], "proxy-fixed"),
    ] {
        let mut whole = arguments.to_vec();
        whole.push("--json");
        let ran = under(dir.path(), rules, &whole);
        let json = ran.json();
        assert_eq!((ran.code, json["problem"].as_str()), (1, Some(problem)), "{}", ran.stdout);
        assert_eq!(json["who"], "it", "{}", ran.stdout);
    }
}

#[test]
fn a_policy_that_cannot_be_read_is_its_strictest_and_told() {
    let dir = tempfile::tempdir().unwrap();
    if is_refused(dir.path(), "a_policy_that_cannot_be_read_is_its_strictest_and_told") {
        return;
    }
    let told = under(dir.path(), "Updates=off", &["policy", "--json"]);
    let json = told.json();
    assert_eq!((told.code, json["faults"][0]["kind"].as_str()), (0, Some("unreadable")), "{}", told.stdout);
    assert_eq!(json["rules"].as_array().map(Vec::len), Some(4), "{}", told.stdout);
    let refused = under(dir.path(), "Updates=off", &["practice", "--json"]);
    assert_eq!(refused.json()["problem"], "practice-forbidden", "{}", refused.stdout);
}
