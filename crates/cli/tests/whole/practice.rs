use std::collections::BTreeSet;
use std::net::TcpListener;

use crate::program::{check_refused, run};
use crate::server::Server;

const KEYS: [&str; 13] = [
    "old_host",
    "new_host",
    "login_host",
    "console_url",
    "admin_url",
    "corp_id",
    "client_id",
    "client_secret",
    "agent_id",
    "robot_code",
    "robot_webhook",
    "robot_secret",
    "ca_pem_path",
];

#[test]
fn with_tls_the_hosts_are_https_and_the_authority_is_a_file_in_the_folder() {
    let home = tempfile::tempdir().unwrap();
    let server = Server::start(home.path(), &["--app", "ready", "--tls", "--json"]);
    assert!(server.text("old_host").starts_with("https://127.0.0.1:"));
    let pem = std::fs::read_to_string(server.text("ca_pem_path")).unwrap();
    assert!(pem.starts_with("-----BEGIN CERTIFICATE-----"), "{pem}");
}

#[test]
fn the_ready_line_holds_exactly_the_agreed_keys_and_stays_on_loopback() {
    let home = tempfile::tempdir().unwrap();
    let server = Server::start(home.path(), &["--app", "ready", "--json"]);
    let keys: BTreeSet<&str> = server.ready.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, BTreeSet::from(KEYS));
    for host in &KEYS[..5] {
        let text = server.text(host);
        assert!(text.starts_with("http://127.0.0.1:") && !text.ends_with('/'), "{host}: {text}");
    }
    for key in &KEYS[5..12] {
        assert!(!server.text(key).is_empty(), "{key}");
    }
    assert!(server.ready["ca_pem_path"].is_null());
    assert!(server.is_up());
}

#[test]
fn a_blank_world_has_no_app_yet() {
    let home = tempfile::tempdir().unwrap();
    let server = Server::start(home.path(), &["--app", "blank"]);
    for key in ["client_id", "client_secret", "agent_id", "robot_code", "robot_webhook", "robot_secret"] {
        assert!(server.ready[key].is_null(), "{key}");
    }
}

#[cfg(unix)]
#[test]
fn it_stops_when_asked_and_goes_on_where_it_left_off() {
    let home = tempfile::tempdir().unwrap();
    let first = Server::start(home.path(), &["--app", "ready"]);
    let (client_id, old_host) = (first.text("client_id"), first.text("old_host"));
    assert_eq!(first.stop("-TERM"), Some(0));
    let second = Server::start(home.path(), &["--app", "ready"]);
    assert_eq!((second.text("client_id"), second.text("old_host")), (client_id, old_host));
    assert_eq!(second.stop("-INT"), Some(0));
}

#[test]
fn a_taken_port_is_this_machines_fault_and_said_in_words() {
    let home = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    check_refused(home.path(), &["practice", "--listen", &address], "", 4, "practice-port-taken");
}

#[test]
fn a_second_server_on_one_home_is_refused() {
    let home = tempfile::tempdir().unwrap();
    let _first = Server::start(home.path(), &[]);
    check_refused(home.path(), &["practice"], "", 4, "practice-held");
}

#[test]
fn it_listens_on_loopback_alone() {
    let home = tempfile::tempdir().unwrap();
    check_refused(home.path(), &["practice", "--listen", "0.0.0.0:0"], "", 2, "listen-not-loopback");
}

#[test]
fn a_home_that_cannot_be_used_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    std::fs::write(&home, "a file").unwrap();
    check_refused(&home, &["practice"], "", 4, "practice-state-unusable");
    check_refused(&home, &["connection", "list"], "", 4, "home-unusable");
}

#[test]
fn wrong_use_is_told_in_words() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [
        vec![],
        vec!["practise"],
        vec!["practice", "--scenario", "earthquake"],
        vec!["practice", "--app", "half"],
        vec!["connection"],
        vec!["token"],
        vec!["permission", "plan", "--task", "fly"],
        vec!["connection", "add", "--name", "A", "--region", "practice", "--corp-id", "c", "--client-id", "d"],
    ] {
        check_refused(home.path(), &arguments, "", 2, "wrong-use");
    }
}

#[test]
fn the_list_tells_each_scenario_with_its_story_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    let names = "wrong_key expired_token missing_permission ip_refused throttled unreachable slow clock_offset";
    for language in ["en", "zh-HK"] {
        let spoken = run(home.path(), &["practice", "--list", "--lang", language], "");
        let json = run(home.path(), &["practice", "--list", "--lang", language, "--json"], "").json();
        let listed: Vec<&str> = json.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(listed.join(" "), names);
        for one in json.as_array().unwrap() {
            let story = one["story"].as_str().unwrap();
            assert!(!story.starts_with("practice-") && spoken.stdout.contains(story), "{story}");
            assert_eq!(story.chars().any(|letter| letter > '\u{3400}'), language == "zh-HK", "{story}");
        }
    }
}

#[test]
fn help_is_there_in_both_languages() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [vec!["--help"], vec!["practice", "--help"], vec!["connection", "add", "--help"], vec!["-h"]] {
        for (language, heading) in [("en", "Usage:"), ("zh-HK", "用法：")] {
            let mut whole = arguments.clone();
            whole.extend(["--lang", language]);
            let ran = run(home.path(), &whole, "");
            assert_eq!(ran.code, 0, "{}", ran.stderr);
            assert!(ran.stdout.contains(heading) && !ran.stdout.contains("cli-"), "{}", ran.stdout);
        }
    }
    assert!(run(home.path(), &["--version"], "").stdout.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_smallest_set_of_permissions_is_planned_without_a_connection() {
    let home = tempfile::tempdir().unwrap();
    let codes = |tasks: &[&str]| {
        let mut arguments = vec!["permission", "plan", "--json"];
        arguments.extend(tasks.iter().flat_map(|task| ["--task", task]));
        let json = run(home.path(), &arguments, "").json();
        json["points"]
            .as_array()
            .unwrap()
            .iter()
            .map(|point| point["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(codes(&["group-messages"]).is_empty());
    let staff = codes(&["read-staff"]);
    assert!(staff.iter().any(|code| code == "qyapi_get_department_member"), "{staff:?}");
    assert!(!staff.iter().any(|code| code == "qyapi_manage_addresslist"), "{staff:?}");
    let both = codes(&["read-staff", "manage-staff"]);
    assert!(both.iter().any(|code| code == "qyapi_manage_addresslist"), "{both:?}");
}
