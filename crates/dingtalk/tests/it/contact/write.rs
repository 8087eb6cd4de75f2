use std::collections::BTreeMap;

use dingtalk::{
    Change, ContactLanguage, DepartmentChange, DepartmentId, DepartmentOrder, DepartmentTitle, ExtensionMode,
    NewDepartment, NewUser, OrgEmailType, UnreadableReason, UserChange,
};
use serde_json::{Value, json};

use super::{answering, asked, departments, unreadable, user_id};
use crate::server::Server;

fn newcomer() -> NewUser {
    NewUser::new("陳大文", "+852-51234567", departments(&[2, 3, 4]))
}

async fn check_create(user: &NewUser, expected: Value) {
    let server = answering(json!({"userid": "u1", "unionId": "union1"})).await;
    let created = server.client().create_user(user).await.unwrap();
    assert_eq!((created.userid, created.unionid.as_deref()), (user_id("u1"), Some("union1")));
    assert_eq!(asked(&server), ("/topapi/v2/user/create".to_owned(), expected));
}

// V §3: a user is created at /topapi/v2/user/create
// V §3.2: dept_id_list is a text such as "2,3,4", and the answer spells unionId
#[tokio::test]
async fn somebody_is_added_with_the_documented_fields() {
    check_create(&newcomer(), json!({"name": "陳大文", "mobile": "+852-51234567", "dept_id_list": "2,3,4"})).await;
    let everything = NewUser {
        userid: Some(user_id("u1")),
        hide_mobile: Some(false),
        telephone: Some("2345".into()),
        job_number: Some("4".into()),
        title: Some("會計".into()),
        email: Some("a@example.com".into()),
        org_email: Some("b@example.com".into()),
        org_email_type: Some(OrgEmailType::Profession),
        work_place: Some("中環".into()),
        remark: Some("x".into()),
        dept_order_list: vec![DepartmentOrder { dept_id: DepartmentId(2), order: 1 }],
        dept_title_list: vec![DepartmentTitle { dept_id: DepartmentId(2), title: "主任".into() }],
        extension: Some(BTreeMap::from([("愛好".to_owned(), "\"旅遊\"".to_owned())])),
        senior_mode: Some(true),
        hired_date: Some(1_597_573_616_828),
        manager_userid: Some(user_id("m1")),
        login_email: Some("c@example.com".into()),
        ..newcomer()
    };
    let expected = json!({
        "userid": "u1", "name": "陳大文", "mobile": "+852-51234567", "dept_id_list": "2,3,4", "hide_mobile": false,
        "telephone": "2345", "job_number": "4", "title": "會計", "email": "a@example.com", "org_email": "b@example.com",
        "org_email_type": "profession", "work_place": "中環", "remark": "x",
        "dept_order_list": [{"dept_id": 2, "order": 1}], "dept_title_list": [{"dept_id": 2, "title": "主任"}],
        "extension": "{\"愛好\":\"\\\"旅遊\\\"\"}", "senior_mode": true, "hired_date": 1_597_573_616_828_i64,
        "manager_userid": "m1", "login_email": "c@example.com",
    });
    check_create(&everything, expected).await;
}

// F22
#[tokio::test]
async fn an_answer_that_adds_somebody_else_is_refused_and_leaves_the_create_in_doubt() {
    let server = answering(json!({"userid": "u2", "unionId": "union1"})).await;
    let outcome = server.client().create_user(&NewUser { userid: Some(user_id("u1")), ..newcomer() }).await;
    assert_eq!(unreadable(&outcome), Some(UnreadableReason::WrongSubject));
    assert!(outcome.unwrap_err().may_have_acted());
    assert_eq!(server.calls().len(), 1, "and it is not sent twice");
    assert_eq!(server.client().create_user(&newcomer()).await.unwrap().userid, user_id("u2"));

    for answer in [json!({}), json!({"userid": ""}), json!({"unionId": "x"}), json!([]), Value::Null] {
        let outcome = answering(answer).await.client().create_user(&newcomer()).await;
        assert_eq!(unreadable(&outcome), Some(UnreadableReason::UnexpectedShape));
        assert!(outcome.unwrap_err().may_have_acted());
    }
    for id in [1, 7] {
        let server = answering(json!({"dept_id": id})).await;
        let outcome = server.client().create_department(&NewDepartment::new("x", DepartmentId(7))).await;
        assert_eq!(unreadable(&outcome), Some(UnreadableReason::WrongSubject));
        assert!(outcome.unwrap_err().may_have_acted());
    }
}

async fn check_update(change: &UserChange, expected: Value) {
    let server = Server::answering(json!({"errcode": 0, "request_id": "a"})).await;
    server.client().update_user(&user_id("u1"), change).await.unwrap();
    assert_eq!(asked(&server), ("/topapi/v2/user/update".to_owned(), expected));
}

// V §3: a user is updated at /topapi/v2/user/update
// V §3.3: ext_attrs_update_mode is 0 to overwrite and 1 to append; force_update_fields takes manager_userid alone
#[tokio::test]
async fn a_change_sends_what_changes_and_never_a_mobile_number() {
    check_update(&UserChange::default(), json!({"userid": "u1"})).await;
    let clear = UserChange { manager: Change::Clear, ..UserChange::default() };
    check_update(&clear, json!({"userid": "u1", "manager_userid": "", "force_update_fields": "manager_userid"})).await;
    let everything = UserChange {
        name: Some("陳大文".into()),
        hide_mobile: Some(true),
        telephone: Some("1".into()),
        job_number: Some("2".into()),
        manager: Change::Set(user_id("m1")),
        title: Some("會計".into()),
        email: Some("a@example.com".into()),
        org_email: Some("b@example.com".into()),
        work_place: Some("中環".into()),
        remark: Some(String::new()),
        dept_id_list: Some(departments(&[5])),
        dept_order_list: Some(vec![DepartmentOrder { dept_id: DepartmentId(5), order: 9 }]),
        extension: Some(BTreeMap::from([("a".to_owned(), "b".to_owned())])),
        extension_mode: Some(ExtensionMode::Append),
        senior_mode: Some(false),
        hired_date: Some(0),
        language: Some(ContactLanguage::English),
    };
    let expected = json!({
        "userid": "u1", "name": "陳大文", "hide_mobile": true, "telephone": "1", "job_number": "2",
        "manager_userid": "m1", "title": "會計", "email": "a@example.com", "org_email": "b@example.com",
        "work_place": "中環", "remark": "", "dept_id_list": "5", "dept_order_list": [{"dept_id": 5, "order": 9}],
        "extension": "{\"a\":\"b\"}", "ext_attrs_update_mode": 1, "senior_mode": false, "hired_date": 0,
        "language": "en_US",
    });
    check_update(&everything, expected).await;
    let overwrite = UserChange { extension_mode: Some(ExtensionMode::Overwrite), ..UserChange::default() };
    check_update(&overwrite, json!({"userid": "u1", "ext_attrs_update_mode": 0})).await;
}

// V §3: users and departments are deleted at /topapi/v2/user/delete and /topapi/v2/department/delete
#[tokio::test]
async fn people_and_departments_are_removed_by_id_alone() {
    let server = Server::answering(json!({"errcode": 0, "request_id": "a"})).await;
    server.client().delete_user(&user_id("u1")).await.unwrap();
    assert_eq!(asked(&server), ("/topapi/v2/user/delete".to_owned(), json!({"userid": "u1"})));
    let server = Server::answering(json!({"errcode": 0, "request_id": "a"})).await;
    server.client().delete_department(DepartmentId(7)).await.unwrap();
    assert_eq!(asked(&server), ("/topapi/v2/department/delete".to_owned(), json!({"dept_id": 7})));
}

// V §3: a department is created at /topapi/v2/department/create
#[tokio::test]
async fn a_department_is_added_with_the_documented_fields() {
    let server = answering(json!({"dept_id": "38"})).await;
    let id = server.client().create_department(&NewDepartment::new("財務部", DepartmentId::ROOT)).await.unwrap();
    assert_eq!(id, DepartmentId(38));
    assert_eq!(asked(&server), ("/topapi/v2/department/create".to_owned(), json!({"name": "財務部", "parent_id": 1})));

    let server = answering(json!({"dept_id": 38})).await;
    let everything = NewDepartment {
        hide_dept: Some(true),
        dept_permits: departments(&[3, 4]),
        user_permits: vec![user_id("u1"), user_id("u2")],
        outer_dept: Some(true),
        outer_dept_only_self: Some(false),
        outer_permit_users: vec![user_id("u3")],
        outer_permit_depts: departments(&[6, 7]),
        create_dept_group: Some(false),
        auto_approve_apply: Some(true),
        order: Some(10),
        source_identifier: Some("HR-7".into()),
        ..NewDepartment::new("財務部", DepartmentId::ROOT)
    };
    server.client().create_department(&everything).await.unwrap();
    let expected = json!({
        "name": "財務部", "parent_id": 1, "hide_dept": true, "dept_permits": "3,4", "user_permits": "u1,u2",
        "outer_dept": true, "outer_dept_only_self": false, "outer_permit_users": "u3", "outer_permit_depts": "6,7",
        "create_dept_group": false, "auto_approve_apply": true, "order": 10, "source_identifier": "HR-7",
    });
    assert_eq!(asked(&server).1, expected);
}

// V §3: a department is updated at /topapi/v2/department/update
// V §3.5: force_update_fields takes dept_manager_userid_list alone
#[tokio::test]
async fn a_department_changes_in_what_is_named() {
    let check = async |change: DepartmentChange, expected: Value| {
        let server = Server::answering(json!({"errcode": 0, "request_id": "a"})).await;
        server.client().update_department(DepartmentId(7), &change).await.unwrap();
        assert_eq!(asked(&server), ("/topapi/v2/department/update".to_owned(), expected));
    };
    check(DepartmentChange::default(), json!({"dept_id": 7})).await;
    let cleared = DepartmentChange { managers: Change::Clear, ..DepartmentChange::default() };
    let expected = json!({
        "dept_id": 7, "dept_manager_userid_list": "", "force_update_fields": "dept_manager_userid_list",
    });
    check(cleared, expected).await;
    let change = DepartmentChange {
        name: Some("人事部".into()),
        parent_id: Some(DepartmentId(2)),
        managers: Change::Set(vec![user_id("m1"), user_id("m2")]),
        org_dept_owner: Some(user_id("m1")),
        dept_permits: Some(Vec::new()),
        outer_permit_depts: Some(departments(&[8, 9])),
        auto_add_user: Some(false),
        group_contain_sub_dept: Some(true),
        group_contain_outer_dept: Some(false),
        group_contain_hidden_dept: Some(true),
        language: Some(ContactLanguage::Chinese),
        code: Some("HR".into()),
        ..DepartmentChange::default()
    };
    let expected = json!({
        "dept_id": 7, "name": "人事部", "parent_id": 2, "dept_manager_userid_list": "m1,m2", "org_dept_owner": "m1",
        "dept_permits": "", "outer_permit_depts": "8,9", "auto_add_user": false, "group_contain_sub_dept": true,
        "group_contain_outer_dept": false, "group_contain_hidden_dept": true, "language": "zh_CN", "code": "HR",
    });
    check(change, expected).await;
}
