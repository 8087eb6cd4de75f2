use std::collections::BTreeMap;

use dingtalk::{LeaveReason, LeaverRequest, Matching, OrgAccountStatus, Search};
use serde_json::{Value, json};

use super::{departments, user_id};
use crate::server::{Seen, Server, TOKEN, reply, token_answer};

/// The one call that was made on the new gateway. The token stood in the header.
fn asked(server: &Server) -> Seen {
    let calls = server.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].header("x-acs-dingtalk-access-token"), Some(TOKEN));
    calls[0].clone()
}

// V §3: users and departments are searched at /v1.0/contact/users/search and /v1.0/contact/departments/search
#[tokio::test]
async fn a_search_answers_ids_and_whether_there_are_more() {
    let search = Search { word: "陳".into(), offset: 0, size: 10 };
    let server = Server::answering(json!({"hasMore": false, "totalCount": 2, "list": ["u1", "u2"]})).await;
    let found = server.client().search_users(&search, Matching::WholeName).await.unwrap();
    assert_eq!((found.list, found.has_more), (vec![user_id("u1"), user_id("u2")], false));
    assert_eq!(found.total_count, Some(2));
    let call = asked(&server);
    assert_eq!((call.method.as_str(), call.path.as_str()), ("POST", "/v1.0/contact/users/search"));
    assert_eq!(call.json(), json!({"queryWord": "陳", "offset": 0, "size": 10, "fullMatchField": 1}));

    let server = Server::answering(json!({"hasMore": true, "totalCount": 2, "list": [220_141_953]})).await;
    let found = server.client().search_departments(&search).await.unwrap();
    assert_eq!((found.list, found.has_more), (departments(&[220_141_953]), true));
    let call = asked(&server);
    assert_eq!(call.path, "/v1.0/contact/departments/search");
    assert_eq!(call.json(), json!({"queryWord": "陳", "offset": 0, "size": 10}));
    let server = Server::answering(json!({"hasMore": true})).await;
    assert!(server.client().search_users(&search, Matching::Part).await.is_err());
    assert_eq!(asked(&server).json().get("fullMatchField"), None);
}

// V §3.1: leavers are read at /v1.0/contact/empLeaveRecords, with nextToken 0 first
#[tokio::test]
async fn leavers_are_read_page_by_page() {
    let record = |id: &str, reason: &str| {
        json!({"userId": id, "name": "张三", "stateCode": "86", "mobile": "185xxxx7676",
            "leaveTime": "2021-01-06T11:47:37Z", "leaveReason": reason})
    };
    let answer = json!({"nextToken": "DCCD7A656FFA6F07", "records": [record("10000", "oapi"), record("10001", "new")]});
    let server = Server::answering(answer).await;
    let request =
        LeaverRequest { end_time: Some("2020-08-10T00:00:00Z".into()), ..LeaverRequest::since("2020-07-10T00:00:00Z") };
    let page = server.client().leavers(&request).await.unwrap();
    assert_eq!(page.next_token.as_deref(), Some("DCCD7A656FFA6F07"));
    assert_eq!(page.records[0].user_id, user_id("10000"));
    assert_eq!(page.records[0].leave_time.as_deref(), Some("2021-01-06T11:47:37Z"));
    let reasons: Vec<_> = page.records.iter().map(|leaver| leaver.leave_reason).collect();
    assert_eq!(reasons, [LeaveReason::Call, LeaveReason::Unknown]);
    let call = asked(&server);
    assert_eq!((call.method.as_str(), call.path.as_str()), ("GET", "/v1.0/contact/empLeaveRecords"));
    let query = ["startTime", "endTime", "nextToken", "maxResults"].map(|name| call.query(name));
    assert_eq!(query, [Some("2020-07-10T00:00:00Z"), Some("2020-08-10T00:00:00Z"), Some("0"), Some("50")]);

    let next = LeaverRequest { next_token: "DCCD7A656FFA6F07".into(), ..request };
    assert!(server.client().leavers(&next).await.is_err(), "F36: a token that leads to itself");
    for last in
        [json!({"records": []}), json!({"records": [], "nextToken": "x"}), json!({"records": [], "nextToken": ""})]
    {
        let server = Server::answering(last).await;
        assert_eq!(server.client().leavers(&LeaverRequest::since("x")).await.unwrap().next_token, None);
        assert_eq!(asked(&server).query("endTime"), None);
    }
    assert!(Server::answering(json!({"nextToken": "x"})).await.client().leavers(&next).await.is_err());
}

// V §3.1: accounts of the organisation are switched at /v1.0/contact/orgAccounts/disable, /enable and /signOut
#[tokio::test]
async fn an_account_of_the_organisation_is_switched() {
    let check = |server: &Server, path: &str, body: Value| {
        let call = asked(server);
        assert_eq!((call.method.as_str(), call.path.as_str(), call.json()), ("POST", path, body));
    };
    let done = || Server::answering(json!({"result": true}));
    let server = done().await;
    server.client().disable_org_account(&user_id("u1"), "離職").await.unwrap();
    check(&server, "/v1.0/contact/orgAccounts/disable", json!({"userId": "u1", "reason": "離職"}));
    let server = done().await;
    server.client().enable_org_account(&user_id("u1")).await.unwrap();
    check(&server, "/v1.0/contact/orgAccounts/enable", json!({"userId": "u1"}));
    let server = done().await;
    let shown = BTreeMap::from([("zh_HK".to_owned(), "請聯絡人事部".to_owned())]);
    server.client().sign_out_org_account(&user_id("u1"), "遺失手機", &shown).await.unwrap();
    let body = json!({"userId": "u1", "reason": "遺失手機", "reasonI18nForEmployee": {"zh_HK": "請聯絡人事部"}});
    check(&server, "/v1.0/contact/orgAccounts/signOut", body);
    let server = done().await;
    server.client().sign_out_org_account(&user_id("u1"), "遺失手機", &BTreeMap::new()).await.unwrap();
    check(&server, "/v1.0/contact/orgAccounts/signOut", json!({"userId": "u1", "reason": "遺失手機"}));

    for answer in [json!({"result": false}), json!({})] {
        let error = Server::answering(answer).await.client().enable_org_account(&user_id("u1")).await.unwrap_err();
        assert!(error.may_have_acted(), "{error:?}");
    }
}

// V §3.1: the status of an account of the organisation is read at GET /v1.0/contact/orgAccounts/status
#[tokio::test]
async fn the_status_of_an_account_says_disable() {
    for (disable, expected) in [(json!(true), OrgAccountStatus::Disabled), (json!("false"), OrgAccountStatus::Usable)] {
        let server = Server::answering(json!({"disable": disable})).await;
        assert_eq!(server.client().org_account_status(&user_id("a&b")).await.unwrap(), expected);
        let call = asked(&server);
        assert_eq!((call.method.as_str(), call.query("userId")), ("GET", Some("a&b")));
        assert_eq!(call.path, "/v1.0/contact/orgAccounts/status");
    }
    assert!(Server::answering(json!({})).await.client().org_account_status(&user_id("u1")).await.is_err());
}

// V §3.1: somebody with a mobile account of their own is refused with exclusive.account.only
#[tokio::test]
async fn an_ordinary_account_cannot_be_disabled() {
    let server = Server::start(|asked: Seen, _| async move {
        if asked.is_for_token() {
            return reply(200, &token_answer(TOKEN));
        }
        reply(400, &json!({"code": "exclusive.account.only", "message": "只能操作归属该组织的专属账号"}))
    })
    .await;
    let error = server.client().disable_org_account(&user_id("u1"), "x").await.unwrap_err();
    assert!(error.is_org_account_only() && !error.may_have_acted());
}
