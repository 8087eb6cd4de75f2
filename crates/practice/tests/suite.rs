//! Tokens of third-party apps, in brief. Rules: dingtalk-api.md §1.5.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use serde_json::{Value, json};

#[tokio::test]
async fn a_third_party_app_gets_a_new_token_at_each_call() {
    let practice = Practice::ready().await;
    let suite = practice.stage("/suite", json!({"name": "示範套件"})).await;
    let body = |change: &Value| {
        let mut body = json!({
            "suiteKey": suite["suite_key"], "suiteSecret": suite["suite_secret"],
            "suiteTicket": suite["suite_ticket"], "authCorpId": practice.running.corp_id(),
        });
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    };
    let path = "/v1.0/oauth2/corpAccessToken";
    // V §1.5: corpAccessToken gives a new token at each call
    let (_, first) = practice.open_api(path, body(&json!({}))).await;
    let (status, second) = practice.open_api(path, body(&json!({}))).await;
    assert_eq!((status, &second["expireIn"]), (200, &json!(7200)));
    assert_ne!(first["accessToken"], second["accessToken"]);
    let works =
        practice.top("/topapi/v2/user/get", first["accessToken"].as_str().unwrap(), json!({"userid": "demo001"}));
    // Known to the gateway: what it lacks is the permission, or the address list that nobody filled.
    let works = works.await;
    assert!(!works.contains("40014"), "{works}");
    let check = async |path: &str, change: Value, code: &str| {
        let (status, answer) = practice.open_api(path, body(&change)).await;
        assert_eq!((status, &answer["code"]), (400, &json!(code)), "{change}");
    };
    // V §1.5: an unknown suite key is invalidSuiteKey
    check(path, json!({"suiteKey": "suite0"}), "invalidSuiteKey").await;
    // V §1.5: a wrong ticket is invalidSuiteTicket
    check(path, json!({"suiteTicket": "x"}), "invalidSuiteTicket").await;
    // V §1.5: a company that did not authorise the app is invalidAuthInfo
    check(path, json!({"authCorpId": "ding0"}), "invalidAuthInfo").await;
    check(path, json!({"suiteSecret": null}), "MissingsuiteSecret").await;
    // An app of the developer's own is no suite.
    let own = practice.app();
    check(path, json!({"suiteKey": own.client_id, "suiteSecret": own.client_secret}), "invalidSuiteKey").await;
    let suite_token = "/v1.0/oauth2/suiteAccessToken";
    let (status, answer) = practice.open_api(suite_token, body(&json!({}))).await;
    assert_eq!((status, &answer["expireIn"]), (200, &json!(7200)));
    check(suite_token, json!({"suiteTicket": "x"}), "invalidSuiteTicket").await;
}
