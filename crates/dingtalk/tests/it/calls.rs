use dingtalk::{
    DepartmentId, Error, IncompleteRead, Method, PageRequest, Result, TaskId, UnreadableReason, UserId, WorkNotice,
};
use serde_json::{Value, json};

use crate::server::{Server, TOKEN};

fn user_id(id: &str) -> UserId {
    UserId(id.to_owned())
}

fn unreadable<T>(outcome: &Result<T>) -> Option<UnreadableReason> {
    match outcome {
        Err(Error::Unreadable { reason, .. }) => Some(*reason),
        Err(_) | Ok(_) => None,
    }
}

/// The one call that was made: its method, path and body; and that the token stood where this gateway reads it.
fn asked(server: &Server) -> (String, String, Value) {
    let calls = server.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].query("access_token"), Some(TOKEN));
    assert_eq!(calls[0].header("x-acs-dingtalk-access-token"), None);
    let body = if calls[0].body.is_empty() { Value::Null } else { calls[0].json() };
    (calls[0].method.to_string(), calls[0].path.clone(), body)
}

fn post(path: &str, body: Value) -> (String, String, Value) {
    ("POST".to_owned(), path.to_owned(), body)
}

// V §0: document samples show numbers and booleans as strings, live answers real types
#[tokio::test]
async fn a_user_is_read_with_real_types_and_with_strings() {
    let real = json!({"userid": "u1", "name": "Demo One", "dept_id_list": [1, 2], "active": true, "hired_date": 1_597_573_616_828_i64, "job_number": 7});
    let strings = json!({"userid": "u1", "name": "Demo One", "dept_id_list": ["1", "2"], "active": "true", "hired_date": "1597573616828", "job_number": "7"});
    for result in [real, strings] {
        let server = Server::answering(json!({"errcode": "0", "result": result})).await;
        let user = server.client().user(&user_id("u1")).await.unwrap();
        assert_eq!(user.dept_id_list, [DepartmentId(1), DepartmentId(2)]);
        assert_eq!((user.active, user.hired_date), (Some(true), Some(1_597_573_616_828)));
        assert_eq!((user.job_number.as_deref(), user.mobile), (Some("7"), None));
        assert_eq!(asked(&server), post("/topapi/v2/user/get", json!({"userid": "u1"})));
    }
}

// F22
#[tokio::test]
async fn an_answer_about_somebody_else_is_refused() {
    let server = Server::answering(json!({"errcode": 0, "result": {"userid": "u2", "dept_id": 9, "name": "x"}})).await;
    assert_eq!(unreadable(&server.client().user(&user_id("u1")).await), Some(UnreadableReason::WrongSubject));
    assert_eq!(unreadable(&server.client().department(DepartmentId(8)).await), Some(UnreadableReason::WrongSubject));
    assert_eq!(server.client().department(DepartmentId(9)).await.unwrap().name, "x");
}

// V §3.4: user/list and listsimple page by cursor, has_more and next_cursor
#[tokio::test]
async fn a_page_of_people_says_where_the_next_one_begins() {
    let answer = json!({"errcode": 0, "result": {"has_more": true, "next_cursor": "100", "list": [{"userid": "u1", "name": "x"}]}});
    let server = Server::answering(answer).await;
    let page = server.client().users(PageRequest::first(DepartmentId::ROOT)).await.unwrap();
    assert_eq!((page.list[0].userid.clone(), page.next_cursor), (user_id("u1"), Some(100)));
    assert_eq!(asked(&server), post("/topapi/v2/user/list", json!({"dept_id": 1, "cursor": 0, "size": 100})));

    let server = Server::answering(json!({"errcode": 0, "result": {"has_more": false, "list": []}})).await;
    let page =
        server.client().user_names(PageRequest { department: DepartmentId(7), cursor: 100, size: 50 }).await.unwrap();
    assert_eq!((page.list.len(), page.next_cursor), (0, None));
    assert_eq!(asked(&server), post("/topapi/user/listsimple", json!({"dept_id": 7, "cursor": 100, "size": 50})));
}

/// F36, F37: an error is never an empty list.
#[tokio::test]
async fn a_reading_that_could_look_complete_without_being_so_is_an_error() {
    let results = [
        json!({"has_more": true, "list": []}),
        json!({"has_more": false}),
        json!({"list": []}),
        json!({"has_more": false, "list": [{"name": "without an id"}]}),
        json!([]),
        Value::Null,
    ];
    for result in results {
        let server = Server::answering(json!({"errcode": 0, "result": result})).await;
        let outcome = server.client().users(PageRequest::first(DepartmentId::ROOT)).await;
        assert_eq!(unreadable(&outcome), Some(UnreadableReason::UnexpectedShape), "{result}");
    }
    let circle = json!({"errcode": 0, "result": {"has_more": true, "next_cursor": 0, "list": []}});
    let server = Server::answering(circle).await;
    let error = server.client().users(PageRequest::first(DepartmentId::ROOT)).await.unwrap_err();
    assert_eq!(error.read_incomplete(), Some(IncompleteRead::CursorRepeats));
    let server = Server::answering(json!({"errcode": 0})).await;
    assert!(unreadable(&server.client().departments(DepartmentId::ROOT).await).is_some());
    assert!(unreadable(&server.client().user_ids(DepartmentId::ROOT).await).is_some());
    assert!(unreadable(&server.client().department_ids(DepartmentId::ROOT).await).is_some());
    assert!(unreadable(&server.client().auth_scopes().await).is_some());
    assert!(unreadable(&server.client().user_count().await).is_some());
}

// V §3: listid and count have no v2 in their path, getbymobile and listsub do
// V §3.5: listsub answers an array of the level below, listsubid a dept_id_list
#[tokio::test]
async fn each_reading_asks_the_documented_path() {
    let server = Server::answering(json!({"errcode": 0, "result": {"userid_list": ["u1", "u2"]}})).await;
    assert_eq!(server.client().user_ids(DepartmentId(2)).await.unwrap(), [user_id("u1"), user_id("u2")]);
    assert_eq!(asked(&server), post("/topapi/user/listid", json!({"dept_id": 2})));

    let server = Server::answering(json!({"errcode": 0, "result": {"count": 60}})).await;
    assert_eq!(server.client().user_count().await.unwrap(), 60);
    assert_eq!(asked(&server), post("/topapi/user/count", json!({"only_active": false})));

    let server = Server::answering(json!({"errcode": 0, "result": {"userid": "u1"}})).await;
    assert_eq!(server.client().user_by_mobile("+852-00000000").await.unwrap(), user_id("u1"));
    assert_eq!(asked(&server), post("/topapi/v2/user/getbymobile", json!({"mobile": "+852-00000000"})));

    let server =
        Server::answering(json!({"errcode": 0, "result": [{"dept_id": 2, "name": "財務部", "parent_id": 1}]})).await;
    let departments = server.client().departments(DepartmentId::ROOT).await.unwrap();
    assert_eq!((departments[0].name.as_str(), departments[0].parent_id), ("財務部", Some(DepartmentId(1))));
    assert_eq!(asked(&server), post("/topapi/v2/department/listsub", json!({"dept_id": 1})));

    let server = Server::answering(json!({"errcode": 0, "result": {"dept_id_list": [2, "3"]}})).await;
    assert_eq!(server.client().department_ids(DepartmentId::ROOT).await.unwrap(), [DepartmentId(2), DepartmentId(3)]);
    assert_eq!(asked(&server), post("/topapi/v2/department/listsubid", json!({"dept_id": 1})));
}

// V §4.4: auth/scopes tells what the app may see, authed_dept 1 is everyone
#[tokio::test]
async fn the_contact_scope_is_read() {
    let answer = json!({"errcode": 0, "errmsg": "ok", "auth_user_field": ["name", "mobile"], "condition_field": [], "auth_org_scopes": {"authed_user": ["u1"], "authed_dept": [1]}});
    let server = Server::answering(answer).await;
    let scopes = server.client().auth_scopes().await.unwrap();
    assert!(scopes.is_everyone() && !scopes.is_nobody());
    assert_eq!(scopes.users, [user_id("u1")]);
    assert_eq!(asked(&server), ("GET".to_owned(), "/auth/scopes".to_owned(), Value::Null));

    let server =
        Server::answering(json!({"errcode": 0, "auth_org_scopes": {"authed_user": [], "authed_dept": []}})).await;
    assert!(server.client().auth_scopes().await.unwrap().is_nobody());
}

// V §5.4: a work notice answers a task id, and its result names who has not read it
#[tokio::test]
async fn a_work_notice_leaves_as_previewed_and_its_fate_is_read() {
    let notice = WorkNotice {
        agent_id: "2719000001".into(),
        recipients: vec![user_id("u1"), user_id("u2")],
        text: "你好 㗎".into(),
    };
    let server = Server::answering(json!({"errcode": 0, "task_id": 256_271_667_526_i64, "request_id": "a"})).await;
    assert_eq!(server.client().send_work_notice(&notice).await.unwrap(), TaskId(256_271_667_526));
    assert_eq!(server.calls()[0].body, notice.to_json());
    assert_eq!(server.calls()[0].path, "/topapi/message/corpconversation/asyncsend_v2");

    let result = json!({"read_user_id_list": [], "unread_user_id_list": ["u1"], "forbidden_user_id_list": ["u2"]});
    let server = Server::answering(json!({"errcode": 0, "send_result": result})).await;
    let fate = server.client().work_notice_result("2719000001", TaskId(7)).await.unwrap();
    assert_eq!((fate.unread, fate.forbidden, fate.failed.len()), (vec![user_id("u1")], vec![user_id("u2")], 0));
    let expected = json!({"agent_id": 2_719_000_001_i64, "task_id": 7});
    assert_eq!(asked(&server), post("/topapi/message/corpconversation/getsendresult", expected));
}

// V §0: the new gateway takes the token in x-acs-dingtalk-access-token alone
#[tokio::test]
async fn the_new_gateway_gets_the_token_in_a_header_and_the_query_as_given() {
    let server = Server::answering(json!({"errcode": 0})).await;
    server.client().call_new(Method::GET, "/v1.0/robot/oToMessages/readStatus?robotCode=a%26b", None).await.unwrap();
    let call = &server.calls()[0];
    assert_eq!(call.header("x-acs-dingtalk-access-token"), Some(TOKEN));
    assert_eq!((call.query("access_token"), call.query("robotCode")), (None, Some("a&b")));
    assert_eq!(call.header("accept"), Some("application/json"));
    assert_eq!(call.header("referer"), None);
}

#[tokio::test]
async fn the_old_gateway_keeps_a_query_of_its_own() {
    let server = Server::answering(json!({"errcode": 0})).await;
    server.client().get_old("/call_back/get?x=1").await.unwrap();
    assert_eq!((server.calls()[0].query("x"), server.calls()[0].query("access_token")), (Some("1"), Some(TOKEN)));
}
