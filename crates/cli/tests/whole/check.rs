//! The check-up on the command line.

use crate::engine::Company;
use crate::program::{check_refused, finish, program, run};

const EVERY: [&str; 18] = [
    "network",
    "proxy",
    "inspection",
    "clock",
    "zone",
    "signature",
    "token",
    "permissions",
    "scope",
    "allow-list",
    "address",
    "secret-age",
    "robots",
    "events",
    "quota",
    "published",
    "visible",
    "listed",
];

/// In Hong Kong, wherever the test runs.
fn check(company: &Company, more: &[&str]) -> crate::program::Ran {
    let mut command = program(company.home());
    finish(command.env("TZ", "Asia/Hong_Kong").args(["check", "--connection", "示範"]).args(more), "")
}

fn state(json: &serde_json::Value, id: &str) -> String {
    let all = json["checks"].as_array().unwrap();
    let found = all.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("no {id} in {json}"));
    found["state"].as_str().unwrap().to_owned()
}

#[test]
fn every_check_is_told_in_one_document_and_no_secret_comes_out() {
    let Some(company) = Company::start() else { return };
    let ran = check(&company, &["--json"]);
    let json = ran.json();
    assert_eq!(ran.code, 0, "{json}");
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json), ["at", "checks", "connection"]);
    let checks = json["checks"].as_array().unwrap();
    assert_eq!(checks.iter().map(|one| one["id"].as_str().unwrap()).collect::<Vec<_>>(), EVERY);
    for one in checks {
        assert_eq!(keys(one), ["evidence", "id", "remedy", "state", "who"]);
        assert!(!one["evidence"].as_str().unwrap().is_empty(), "{one}");
        assert_eq!(one["remedy"].is_null(), one["state"] == "fine", "{one}");
    }
    for language in ["en", "zh-HK"] {
        let spoken = check(&company, &["--lang", language]);
        assert_eq!(spoken.code, 0);
        assert!(
            !spoken.stdout.contains(['{', '}']) && spoken.stdout.lines().count() > EVERY.len(),
            "{}",
            spoken.stdout
        );
        for canary in ["client_secret", "robot_secret"] {
            let secret = company.server.text(canary);
            assert!(!spoken.stdout.contains(&secret) && !ran.stdout.contains(&secret), "{canary}");
        }
    }
}

#[test]
fn only_what_is_asked_for_is_told_and_a_wrong_name_lists_the_right_ones() {
    let Some(company) = Company::start() else { return };
    let json = check(&company, &["--only", "zone", "--only", "clock", "--only", "zone", "--json"]).json();
    let ids: Vec<_> = json["checks"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["clock", "zone"]);
    let home = company.home();
    check_refused(home, &["check", "--connection", "示範", "--only", "nonsense"], "", 2, "wrong-use");
    check_refused(home, &["check", "--connection", "nobody"], "", 2, "connection-unknown");
    check_refused(home, &["check"], "", 2, "wrong-use");
    let told = run(home, &["check", "--connection", "示範", "--only", "nonsense", "--lang", "en"], "").stderr;
    assert!(EVERY.iter().all(|id| told.contains(id)), "{told}");
    for language in ["en", "zh-HK"] {
        let help = run(home, &["check", "--help", "--lang", language], "");
        assert!(
            help.code == 0 && help.stdout.contains("--only") && help.stdout.contains("needs_you"),
            "{}",
            help.stdout
        );
    }
}

#[test]
fn the_exit_code_says_whether_somebody_is_needed_or_nothing_was_reached() {
    let Some(company) = Company::start() else { return };
    company.server.switch_on("missing_permission");
    assert_eq!(
        run(company.home(), &["permission", "check", "--connection", "示範", "--task", "read-staff"], "").code,
        1
    );
    let ran = check(&company, &["--json"]);
    let json = ran.json();
    assert_eq!((ran.code, state(&json, "permissions").as_str()), (1, "needs_other"), "{json}");
    assert_eq!(check(&company, &["--only", "zone"]).code, 0);
    company.server.switch_on("unreachable");
    let ran = check(&company, &["--json"]);
    let json = ran.json();
    assert_eq!((ran.code, state(&json, "network").as_str()), (3, "needs_other"), "{json}");
    assert_eq!(state(&json, "permissions"), "cannot_tell");
    assert_eq!(check(&company, &["--only", "permissions"]).code, 3, "what it leans on was away");
    assert_eq!(check(&company, &["--only", "zone"]).code, 0, "nothing had to be reached");
}

// F53
// Linux: nothing else lends one program another time.
#[cfg(target_os = "linux")]
#[test]
fn a_clock_that_is_an_hour_off_is_told_by_the_program_itself() {
    let Some(company) = Company::start() else { return };
    let check = |offset: &str| {
        let mut command = std::process::Command::new("faketime");
        command.args([
            "-f",
            offset,
            env!("CARGO_BIN_EXE_hoitung-cli"),
            "check",
            "--connection",
            "示範",
            "--only",
            "clock",
        ]);
        let ran = finish(command.arg("--json").env("HOITUNG_HOME", company.home()), "");
        (ran.code, state(&ran.json(), "clock"))
    };
    assert_eq!(check("+0"), (0, "fine".to_owned()));
    assert_eq!(check("+61m"), (1, "needs_you".to_owned()));
    assert_eq!(check("-25h"), (1, "needs_you".to_owned()));
    assert_eq!(check("+0"), (0, "fine".to_owned()), "what was found with a wrong clock does not stay");
}
