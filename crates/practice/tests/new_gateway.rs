//! The new gateway, against the bodies that dingtalk-api.md quotes.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, masked};
use serde_json::{Value, json};

const SEARCH: &str = "/v1.0/contact/users/search";
const SEND: &str = "/v1.0/robot/oToMessages/batchSend";

// V §1.2: wrong credentials answer HTTP 400 invalidClientIdOrSecret 无效的clientId或者clientSecret
// V §1.3: a bogus CorpID answers HTTP 500 unknownError 未知错误, without a request id
// V §1.3: documented refusals of the unified token are 400 invalid.client and unsupported.grant.type, message = code
// V §0: a body that is not JSON answers 400 Missingbody, a missing parameter 400 Missing<param>
#[tokio::test]
async fn token_calls_answer_word_for_word() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let check = async |path: &str, body: &str, status: u16, expected: &str| {
        let request = practice.client.post(practice.new_url(path)).header("content-type", "application/json");
        let answer = request.body(body.to_owned()).send().await.unwrap();
        assert_eq!(answer.status(), status, "{path} {body}");
        assert_eq!(answer.headers()["content-type"], "application/json;charset=utf-8");
        assert_eq!(masked(&answer.text().await.unwrap()), expected, "{path} {body}");
    };
    let wrong = r#"{"requestid":"ID","code":"invalidClientIdOrSecret","message":"无效的clientId或者clientSecret"}"#;
    check("/v1.0/oauth2/accessToken", r#"{"appKey":"ding0","appSecret":"x"}"#, 400, wrong).await;
    let no_body = r#"{"code":"Missingbody","requestid":"ID","message":"body is mandatory for this action."}"#;
    check("/v1.0/oauth2/accessToken", "no json", 400, no_body).await;
    let no_key = r#"{"code":"MissingappKey","requestid":"ID","message":"appKey is mandatory"}"#;
    check("/v1.0/oauth2/accessToken", "{}", 400, no_key).await;
    let bogus = r#"{"code":"unknownError","message":"未知错误"}"#;
    check("/v1.0/oauth2/dingbogus/token", "{}", 500, bogus).await;
    let of_company = format!("/v1.0/oauth2/{}/token", app.corp_id);
    let keys = |secret: &str, grant: &str| {
        json!({"client_id": app.client_id, "client_secret": secret, "grant_type": grant}).to_string()
    };
    let refused = |code: &str| format!(r#"{{"code":"{code}","requestid":"ID","message":"{code}"}}"#);
    check(&of_company, &keys("x", "client_credentials"), 400, &refused("invalid.client")).await;
    check(&of_company, &keys(&app.client_secret, "password"), 400, &refused("unsupported.grant.type")).await;
    let token = practice.token().await;
    let expected = format!(r#"{{"access_token":"{token}","expires_in":7200}}"#);
    check(&of_company, &keys(&app.client_secret, "client_credentials"), 200, &expected).await;
}

// V §1.4: an absent header on the new host answers HTTP 400 AuthenticationFailed.MissingParameter
// V §1.4: a bad token on the new host answers HTTP 400 InvalidAuthentication 不合法的access_token
// V §4.3: a missing permission answers HTTP 403 AccessTokenPermissionDenied with accessdenieddetail.requiredScopes
// V §8: a refused address answers HTTP 403 IpNotInWhiteList with the address in its message
#[tokio::test]
async fn refusals_of_the_gateway_come_word_for_word() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let check = async |token: &str, status: u16, expected: &str| {
        let answer = practice.api(SEARCH, token, json!({"queryWord": "陳", "offset": 0, "size": 5})).await;
        assert_eq!(answer, (status, expected.to_owned()));
    };
    check(
        "",
        400,
        r#"{"code":"AuthenticationFailed.MissingParameter","requestid":"ID","message":"缺少参数：x-acs-dingtalk-access-token"}"#,
    )
    .await;
    let bad = r#"{"code":"InvalidAuthentication","requestid":"ID","message":"不合法的access_token"}"#;
    check("bogus", 400, bad).await;
    let token = practice.token().await;
    practice.shared().attempt(|world| world.withdraw_permission(&client_id, "qyapi_addresslist_search")).unwrap();
    let missing = format!(
        r#"{{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"ID","message":"应用尚未开通所需的权限：[qyapi_addresslist_search]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content={client_id}%23qyapi_addresslist_search","accessdenieddetail":{{"requiredScopes":["qyapi_addresslist_search"]}}}}"#
    );
    check(&token, 403, &missing).await;
    practice.shared().attempt(|world| world.set_allow_list(&client_id, "192.0.2.1")).unwrap();
    let address = format!(
        r#"{{"code":"Forbidden.AccessDenied.IpNotInWhiteList","requestid":"ID","message":"访问ip不在白名单之中,request ip=203.0.113.10 appKey({client_id})"}}"#
    );
    check(&token, 403, &address).await;
}

// V §0: a path of the new host without /v1.0 answers HTTP 200 with errcode 404 请求的URI地址不存在
// V §0: a wrong /v1.0 path answers HTTP 404 InvalidAction.NotFound
#[tokio::test]
async fn wrong_paths_are_told_apart() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let check = async |path: &str, status: u16, expected: &str| {
        assert_eq!(practice.api(path, &token, json!({})).await, (status, expected.to_owned()), "{path}");
    };
    check("/oauth2/accessToken", 200, r#"{"errcode":404,"errmsg":"请求的URI地址不存在"}"#).await;
    let unknown = r#"{"code":"InvalidAction.NotFound","requestid":"ID","message":"Specified api is not found"}"#;
    check("/v1.0/contact/nothing", 404, unknown).await;
    check("/v1.0/oauth2/a/b/token", 404, unknown).await;
}

// V §5.2: refusals of the robot are HTTP 400 invalidParameter.…, with DingTalk's own spelling notExsit
// V §5.2: batchSend takes at most 20 people by its parameter row
#[tokio::test]
async fn parameters_are_checked_last() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let token = practice.token().await;
    let check = async |path: &str, body: Value, code: &str| {
        let (status, answer) = practice.api(path, &token, body.clone()).await;
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!((status, &answer["code"]), (400, &json!(code)), "{path} {body}");
    };
    check(SEARCH, json!({"offset": 0, "size": 5}), "MissingqueryWord").await;
    check(SEARCH, json!({"queryWord": "陳", "offset": -1, "size": 5}), "parameter.error").await;
    check(SEND, json!({}), "MissingrobotCode").await;
    let message = |robot: &str, people: Value, key: &str, text: &str| json!({"robotCode": robot, "userIds": people, "msgKey": key, "msgParam": text});
    let hello = r#"{"content":"你好"}"#;
    let robot = app.robot_code.as_str();
    check(SEND, message("", json!(["demo001"]), "sampleText", hello), "invalidParameter.robotCode.empty").await;
    check(SEND, message("dingx", json!(["demo001"]), "sampleText", hello), "invalidParameter.robotCode.notExsit").await;
    check(SEND, message(robot, json!([]), "sampleText", hello), "invalidParameter.userIds.empty").await;
    check(SEND, message(robot, json!(vec!["demo001"; 21]), "sampleText", hello), "invalidParameter.userIds.overMax")
        .await;
    check(SEND, message(robot, json!(["demo001"]), "noSuch", hello), "invalidParameter.msgKey.invalid").await;
    check(SEND, message(robot, json!(["demo001"]), "sampleText", "{"), "invalidParameter.msgParam.invalid").await;
    assert!(practice.journal("app_robot_message").await.is_empty());
}

// V §3.4: users/search answers hasMore, totalCount and a list of user ids
// V §5.2: user ids that are unknown come back in invalidStaffIdList, not as an error
#[tokio::test]
async fn search_and_the_apps_robot_work() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let (status, found) = practice.api(SEARCH, &token, json!({"queryWord": "示範", "offset": 10, "size": 5})).await;
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(status, 200);
    assert_eq!(found, json!({"hasMore": false, "totalCount": 12, "list": ["demo011", "demo012"]}));
    let message = json!({
        "robotCode": practice.app().robot_code,
        "userIds": ["demo002", "nobody"],
        "msgKey": "sampleText",
        "msgParam": r#"{"content":"你好"}"#,
    });
    let (_, sent) = practice.api(SEND, &token, message).await;
    let sent: Value = serde_json::from_str(&sent).unwrap();
    assert_eq!(sent["invalidStaffIdList"], json!(["nobody"]));
    let journal = practice.journal("app_robot_message").await;
    assert_eq!((&journal[0]["user_ids"], &journal[0]["text"]), (&json!(["demo002"]), &json!("你好")));
}
