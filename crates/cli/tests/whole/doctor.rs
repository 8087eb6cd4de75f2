//! What the practice server really answers, as somebody would copy it, and what the doctor makes of it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

use crate::program::{check_refused, run};
use crate::server::Server;

/// One exchange as `curl -i` shows it: status line, headers, body.
fn dump(url: &str, method: &str, header: &str, body: &str) -> String {
    let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    let length = body.len();
    write!(
        stream,
        "{method} /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    format!("{method} {url}\n{}", String::from_utf8(answer).unwrap())
}

fn body_of(dump: &str) -> serde_json::Value {
    serde_json::from_str(dump.split_once("\r\n\r\n").unwrap().1).unwrap()
}

struct World {
    home: tempfile::TempDir,
    server: Server,
}

impl World {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let server = Server::start(home.path(), &["--app", "ready"]);
        Self { home, server }
    }

    fn old(&self, path: &str, body: &str) -> String {
        let method = if body.is_empty() { "GET" } else { "POST" };
        dump(&format!("{}{path}", self.server.text("old_host")), method, "", body)
    }

    fn new_call(&self, path: &str, token: &str, body: &str) -> String {
        let header = format!("x-acs-dingtalk-access-token: {token}\r\n");
        dump(&format!("{}{path}", self.server.text("new_host")), "POST", &header, body)
    }

    fn robot(&self, query: &str, body: &str) -> String {
        let url = format!("{}{query}", self.server.text("robot_webhook"));
        dump(&url, if body.is_empty() { "GET" } else { "POST" }, "", body)
    }

    fn token(&self) -> String {
        let (id, secret) = (self.server.text("client_id"), self.server.text("client_secret"));
        let answer = self.old(&format!("/gettoken?appkey={id}&appsecret={secret}"), "");
        body_of(&answer)["access_token"].as_str().unwrap().to_owned()
    }

    /// The same cause from the dump, from its body alone, and from the body in a line of a log; in both languages.
    fn check(&self, dump: &str, problem: &str, who: &str) -> serde_json::Value {
        let body = dump.split_once("\r\n\r\n").unwrap().1;
        let logged = serde_json::json!({"level": "error", "request": dump.lines().next(), "body": body}).to_string();
        let request = dump.lines().next().unwrap();
        let mut last = serde_json::Value::Null;
        for text in [dump, &format!("{request}\n{body}"), &logged] {
            for language in ["en", "zh-HK"] {
                let ran = run(self.home.path(), &["doctor", "--json", "--lang", language], text);
                last = ran.json();
                assert_eq!((ran.code, last["problem"].as_str()), (0, Some(problem)), "{text}\n{last}");
                assert_eq!(last["who"], who, "{last}");
                let spoken = last["cause"].as_str().unwrap();
                assert_eq!(spoken.chars().any(|letter| letter > '\u{3400}'), language == "zh-HK", "{spoken}");
                for secret in ["client_secret", "robot_secret"] {
                    assert!(!ran.stdout.contains(&self.server.text(secret)), "{}", ran.stdout);
                }
            }
        }
        last
    }
}

#[test]
fn refusals_that_practice_gives_without_a_scenario_are_known() {
    let world = World::new();
    let id = world.server.text("client_id");
    let token = world.token();
    // V §10.1: gettoken tells a wrong secret by 40089 or 40096; V §10.2: the new gateway by invalidClientIdOrSecret
    world.check(&world.old(&format!("/gettoken?appkey={id}&appsecret=wrong"), ""), "credentials-refused", "you");
    let keys = format!(r#"{{"appKey":"{id}","appSecret":"wrong"}}"#);
    world.check(&world.new_call("/v1.0/oauth2/accessToken", "", &keys), "credentials-refused", "you");
    world.check(&world.old("/topapi/v2/user/get?access_token=dead", r#"{"userid":"x"}"#), "token-refused", "you");
    world.check(&world.new_call("/v1.0/contact/users/search", "dead", "{}"), "token-refused", "you");
    world.check(&world.old(&format!("/topapi/v2/user/gone?access_token={token}"), "{}"), "path-unknown", "it");
    world.check(&world.new_call("/v1.0/nowhere", &token, "{}"), "path-unknown", "it");
    let nobody = world.old(&format!("/topapi/v2/user/get?access_token={token}"), r#"{"userid":"nobody-of-here"}"#);
    world.check(&nobody, "user-unknown", "you");
    let corp = format!(
        r#"{{"client_id":"{id}","client_secret":"{}","grant_type":"client_credentials"}}"#,
        world.server.text("client_secret")
    );
    world.check(&world.new_call("/v1.0/oauth2/dingnobody/token", "", &corp), "corp-id-refused", "you");
}

#[test]
fn refusals_of_practices_robot_are_known() {
    let world = World::new();
    let text = r#"{"msgtype":"text","text":{"content":"hello"}}"#;
    world.check(&world.robot("", ""), "request-malformed", "it");
    world.check(&world.robot("", text), "robot-signature", "you");
    world.check(&world.robot("&timestamp=1700000000000&sign=wrong", text), "robot-signature", "you");
    let stranger = world.old("/robot/send?access_token=nobody", text);
    world.check(&stranger, "robot-unknown", "you");
}

#[test]
fn each_scenario_that_refuses_is_one_cause_on_both_gateways() {
    for (scenario, problem, who) in [
        ("missing_permission", "permission-missing", "dingtalk_admin"),
        ("ip_refused", "address-refused", "dingtalk_admin"),
        ("throttled", "throttled", "dingtalk"),
    ] {
        let world = World::new();
        let mut token = world.token();
        world.server.switch_on(scenario);
        if scenario == "missing_permission" {
            token = world.token();
        }
        let old = world.old(&format!("/topapi/v2/user/get?access_token={token}"), r#"{"userid":"x"}"#);
        let new = world.new_call("/v1.0/contact/users/search", &token, r#"{"queryWord":"x","offset":0,"size":10}"#);
        let (old, new) = (world.check(&old, problem, who), world.check(&new, problem, who));
        match scenario {
            "missing_permission" => {
                assert_eq!(old["args"]["permissions"], serde_json::json!(["qyapi_get_member"]), "{old}");
                assert_eq!(new["args"]["permissions"], serde_json::json!(["qyapi_addresslist_search"]), "{new}");
                assert!(old["args"]["apply_link"].as_str().unwrap().contains("appscope/apply?content="), "{old}");
                assert_eq!(old["args"]["client_id"].as_str(), Some(world.server.text("client_id").as_str()));
            }
            "ip_refused" => {
                assert_eq!(old["args"]["ip"], new["args"]["ip"]);
                assert!(old["args"]["ip"].is_string() && old["args"]["client_id"].is_string(), "{old}");
            }
            _ => assert_eq!(old["args"]["wait"], new["args"]["wait"]),
        }
        for found in [&old, &new] {
            assert!(found["args"]["request_id"].is_string(), "{found}");
        }
    }
}

#[test]
fn the_doctors_exit_tells_whether_it_knows() {
    let home = tempfile::tempdir().unwrap();
    let home: &Path = home.path();
    let of = |arguments: &[&str], input: &str| run(home, arguments, input);
    assert_eq!(of(&["doctor", "60020"], "").code, 0);
    assert_eq!(of(&["doctor", "-1", "--json"], "").json()["problem"], "busy");
    assert_eq!(of(&["doctor", "--json"], "60020").json()["problem"], "address-refused");
    let unknown = of(&["doctor", "--json", "--lang", "en", "errcode: 987654"], "");
    assert_eq!((unknown.code, &unknown.json()["problem"]), (1, &"unknown".into()));
    assert_eq!(unknown.json()["args"]["code"], "987654");
    let spoken = of(&["doctor", "--lang", "en", "it is broken"], "");
    assert_eq!((spoken.code, spoken.stdout.lines().count() >= 2), (1, true), "{}", spoken.stdout);
    check_refused(home, &["doctor"], "", 2, "doctor-text-missing");
    check_refused(home, &["doctor"], &"x".repeat(1_100_000), 2, "doctor-text-too-long");
    check_refused(home, &["doctor", "60020", "60011"], "", 2, "wrong-use");
}

#[test]
fn the_part_for_it_holds_what_it_needs() {
    let home = tempfile::tempdir().unwrap();
    let text =
        r#"{"errcode":60020,"errmsg":"request ip=203.0.113.7 appKey(dingexample1234)","request_id":"16l4ew3d47pdp"}"#;
    for language in ["en", "zh-HK"] {
        let ran = run(home.path(), &["doctor", "--for-it", "--lang", language, text], "");
        for part in ["60020", "203.0.113.7", "dingexample1234", "16l4ew3d47pdp"] {
            let block = ran.stdout.split_once("\n\n").unwrap().1;
            assert!(block.contains(part), "{part}: {}", ran.stdout);
        }
    }
}
