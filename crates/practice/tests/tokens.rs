//! Tokens: the same on repeat, what they carry, when they end.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use jiff::SignedDuration;
use practice::state::{PermissionStatus, Scope, VersionStatus};
use practice::{AppChoice, Options};
use serde_json::{Value, json};

// V §0: both gateways accept the same app token
#[tokio::test]
async fn both_gateways_give_the_same_token_and_journal_it_once() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let old = practice.token().await;
    let keys = json!({"appKey": app.client_id, "appSecret": app.client_secret});
    let answer = practice.client.post(practice.new_url("/v1.0/oauth2/accessToken")).json(&keys).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer, json!({"accessToken": old, "expireIn": 7200}));
    let issued = practice.journal("token_issued").await;
    assert_eq!(issued.len(), 1);
    assert_eq!(issued[0]["client_id"], app.client_id);
    let journal = practice.admin("/journal").await.to_string() + &practice.admin("/state").await.to_string();
    assert!(!journal.contains(&old), "an access token is printed");
}

// V §1.4: a token issued before a permission was granted does not carry it
#[tokio::test]
async fn a_grant_is_carried_by_the_next_token_only() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let point = "qyapi_get_department_list";
    let path = "/topapi/v2/department/listsub";
    let change = |grant: bool| {
        practice
            .shared()
            .attempt(|world| {
                if grant {
                    world.request_permission(&client_id, point).map(|_| ())
                } else {
                    world.withdraw_permission(&client_id, point)
                }
            })
            .unwrap();
    };
    let before = practice.token().await;
    change(false);
    let without = practice.token().await;
    assert_ne!(before, without);
    change(true);
    let late = practice.top(path, &without, json!({})).await;
    assert!(late.contains(r#""sub_code":"60011""#), "{late}");
    let with = practice.token().await;
    assert_ne!(without, with);
    let right = practice.top(path, &with, json!({})).await;
    assert!(right.starts_with(r#"{"errcode":0,"#), "{right}");
}

#[tokio::test]
async fn a_sensitive_point_works_only_after_grant_and_release() {
    let dir = tempfile::tempdir().unwrap();
    let options = Options { app: AppChoice::Blank, ..Options::new(dir.path()) };
    let running = practice::start(options).await.unwrap();
    let shared = running.shared();
    let client_id = shared
        .attempt(|world| {
            world.register_developer("陳示範", "demo001@harbour-demo.example")?;
            world.create_app("示範應用", "A demo app")
        })
        .unwrap();
    let id = client_id.as_str();
    let status = |code: &str| shared.read(|world| world.app(id).unwrap().permission_status(code));
    assert_eq!(status("qyapi_base"), PermissionStatus::Active);
    assert_eq!(
        shared.attempt(|world| world.request_permission(id, "qyapi_get_member")).unwrap(),
        PermissionStatus::Active
    );
    assert_eq!(
        shared.attempt(|world| world.request_permission(id, "fieldMobile")).unwrap(),
        PermissionStatus::Requested
    );
    assert_eq!(
        shared.attempt(|world| world.grant_permission(id, "fieldMobile")).unwrap(),
        PermissionStatus::WaitsForVersion
    );
    shared.attempt(|world| world.create_version(id, "1.0.0", "first", Scope::Everyone)).unwrap();
    assert_eq!(shared.attempt(|world| world.publish(id, "1.0.0")).unwrap(), VersionStatus::Submitted);
    assert_eq!(status("fieldMobile"), PermissionStatus::WaitsForVersion);
    shared.attempt(|world| world.approve_version(id, "1.0.0")).unwrap();
    assert_eq!(status("fieldMobile"), PermissionStatus::Active);
}

// V §1.4: a token is valid for 7200 s, and a repeat call returns the same one and extends it
#[tokio::test]
async fn a_token_ends_after_7200_seconds_unless_it_was_asked_for_again() {
    let practice = Practice::with(Options::virtual_clock).await;
    let pass = |seconds| practice.shared().clock().advance(SignedDuration::from_secs(seconds)).unwrap();
    let first = practice.token().await;
    let works = async |token: &str| {
        let answer = practice.top("/topapi/v2/user/get", token, json!({"userid": "demo001"})).await;
        answer.starts_with(r#"{"errcode":0,"#)
    };
    pass(7_000);
    assert_eq!(practice.token().await, first);
    pass(7_199);
    assert!(works(&first).await);
    pass(1);
    assert!(!works(&first).await);
    assert_ne!(practice.token().await, first);
}

#[tokio::test]
async fn a_repeated_token_after_a_grant_is_new_or_kept_as_the_switch_says() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    practice.choose("repeated_token", "kept").await;
    let point = "qyapi_get_department_list";
    practice.shared().attempt(|world| world.withdraw_permission(&client_id, point)).unwrap();
    let end_all = |world: &mut practice::state::World| world.tokens.clear();
    practice.shared().change(end_all).unwrap();
    let without = practice.token().await;
    practice.shared().attempt(|world| world.request_permission(&client_id, point)).unwrap();
    // The same token, and it still lacks what was granted since.
    assert_eq!(practice.token().await, without);
    let refused = practice.top("/topapi/v2/department/listsub", &without, json!({})).await;
    assert!(refused.contains(r#""sub_code":"60011""#), "{refused}");
    practice.choose("repeated_token", "renewed").await;
    assert_ne!(practice.token().await, without);
}
