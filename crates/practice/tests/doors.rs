//! Who may talk to the four listeners (faults.md S36–S39).
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use practice::{Options, StartError};
use reqwest::Method;

fn port(url: &str) -> &str {
    url.rsplit(':').next().unwrap()
}

// S37
#[tokio::test]
async fn a_foreign_host_gets_403_everywhere() {
    let practice = Practice::ready().await;
    let hosts = practice.running.hosts().clone();
    let admin_path = hosts.admin_url.strip_prefix(&hosts.console_url).unwrap().to_owned();
    let routes = [
        (&hosts.old_host, "/gettoken"),
        (&hosts.old_host, "/robot/send"),
        (&hosts.old_host, "/nothing"),
        (&hosts.new_host, "/v1.0/oauth2/accessToken"),
        (&hosts.login_host, "/"),
        (&hosts.console_url, "/"),
        (&hosts.console_url, "/groups/finance"),
        (&hosts.console_url, &format!("{admin_path}/journal")),
        (&hosts.console_url, "/admin/wrong/journal"),
    ];
    for (origin, path) in routes {
        let own = port(origin);
        let check = async |host: &str, foreign: bool| {
            for method in [Method::GET, Method::POST, Method::OPTIONS] {
                let request = practice.client.request(method.clone(), format!("{origin}{path}"));
                let request = request.header("host", host).header("origin", origin);
                let status = request.send().await.unwrap().status();
                assert_eq!(status == 403, foreign, "{method} {origin}{path} as {host}: {status}");
            }
        };
        check("evil.com", true).await;
        check(&format!("evil.com:{own}"), true).await;
        check("127.0.0.1", true).await;
        check("127.0.0.1:1", true).await;
        check(&format!("127.0.0.1.evil.com:{own}"), true).await;
        check(&format!("127.0.0.1:{own}"), false).await;
    }
    let by_name = format!("localhost:{}", port(&hosts.old_host));
    let answer = practice.client.get(practice.old_url("/gettoken")).header("host", by_name).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}

// S38
#[tokio::test]
async fn another_sites_page_can_neither_call_nor_post() {
    let practice = Practice::ready().await;
    let hosts = practice.running.hosts().clone();
    let check = async |url: String, own: &str, headers: &[(&str, &str)], foreign: bool| {
        let mut request = practice.client.post(&url).body("{}");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status() == 403, foreign, "{url} {headers:?} from {own}: {}", answer.status());
        assert!(!answer.headers().contains_key("access-control-allow-origin"));
    };
    for host in [&hosts.old_host, &hosts.new_host] {
        let url = format!("{host}/robot/send");
        check(url.clone(), host, &[], false).await;
        check(url.clone(), host, &[("origin", host)], false).await;
        check(url.clone(), host, &[("origin", "http://127.0.0.1:1")], true).await;
        check(url.clone(), host, &[("origin", "null")], true).await;
        check(url.clone(), host, &[("sec-fetch-site", "same-site")], true).await;
        check(url, host, &[("sec-fetch-site", "cross-site")], true).await;
    }
    let own = hosts.console_url.as_str();
    let form = format!("{own}/register");
    check(form.clone(), own, &[], true).await;
    check(form.clone(), own, &[("origin", "null")], true).await;
    check(form.clone(), own, &[("origin", &hosts.old_host)], true).await;
    check(form.clone(), own, &[("origin", own), ("sec-fetch-site", "cross-site")], true).await;
    check(form.clone(), own, &[("sec-fetch-site", "none")], true).await;
    check(form.clone(), own, &[("origin", own)], false).await;
    check(form.clone(), own, &[("sec-fetch-site", "same-origin")], false).await;
    check(form, own, &[("origin", "null"), ("sec-fetch-site", "same-origin")], false).await;
    let admin = format!("{}/scenario", hosts.admin_url);
    check(admin.clone(), own, &[("origin", "http://evil.com")], true).await;
    check(admin, own, &[], false).await;
}

// S39
#[tokio::test]
async fn the_admin_answers_to_its_token_only() {
    let practice = Practice::ready().await;
    let hosts = practice.running.hosts().clone();
    let token = hosts.admin_url.rsplit('/').next().unwrap();
    assert!(token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    assert!(!hosts.console_url.contains(token));
    let status = async |token: &str| {
        let url = format!("{}/admin/{token}/journal", hosts.console_url);
        practice.client.get(url).send().await.unwrap().status().as_u16()
    };
    assert_eq!(status(token).await, 200);
    assert_eq!(status(&token[1..]).await, 404);
    assert_eq!(status(&"0".repeat(32)).await, 404);
}

// S36
#[tokio::test]
async fn only_loopback_is_listened_on() {
    let dir = tempfile::tempdir().unwrap();
    let options = Options { listen: Some(([0, 0, 0, 0], 0).into()), ..Options::new(dir.path()) };
    let refused = practice::start(options).await.unwrap_err();
    assert!(matches!(refused, StartError::NotLoopback(_)), "{refused}");
}

#[tokio::test]
async fn a_body_over_one_megabyte_is_refused() {
    let practice = Practice::ready().await;
    let send = async |size: usize| {
        let request = practice.client.post(practice.app().robot_webhook).header("content-type", "application/json");
        request.body("x".repeat(size)).send().await.unwrap().status().as_u16()
    };
    assert_eq!(send(1024 * 1024).await, 200);
    assert_eq!(send(1024 * 1024 + 1).await, 413);
}
