//! Writing departments. Rules: dingtalk-api.md §3.5.
#![allow(clippy::unwrap_used)]

mod common;

use common::Practice;
use practice::state::Scope;
use serde_json::{Value, json};

const CREATE: &str = "/topapi/v2/department/create";
const UPDATE: &str = "/topapi/v2/department/update";
const DELETE: &str = "/topapi/v2/department/delete";
const GET: &str = "/topapi/v2/department/get";
const SALES: u64 = 552_010_005;
const SHOP: u64 = 552_010_006;

async fn create(practice: &Practice, body: Value) -> u64 {
    let answer = practice.top_json(CREATE, body).await;
    answer["result"]["dept_id"].as_u64().unwrap_or_else(|| panic!("{answer}"))
}

async fn refused(practice: &Practice, path: &str, body: Value, errcode: i64, errmsg: &str) {
    let answer = practice.top_json(path, body.clone()).await;
    assert_eq!((&answer["errcode"], &answer["errmsg"]), (&json!(errcode), &json!(errmsg)), "{path} {body}");
}

// V §3.5: ids of departments are made by the server and cannot be chosen
#[tokio::test]
async fn a_department_is_made_changed_and_removed() {
    let practice = Practice::ready().await;
    let body = json!({"name": "網店組", "parent_id": SALES, "dept_id": 77, "order": 3, "source_identifier": "HR-12", "hide_dept": true, "dept_permits": "552010001", "user_permits": "demo001"});
    let id = create(&practice, body).await;
    assert_ne!(id, 77);
    let read = async || practice.top_json(GET, json!({"dept_id": id})).await["result"].clone();
    let found = read().await;
    let expected = json!({"name": "網店組", "parent_id": SALES, "order": 3, "source_identifier": "HR-12", "hide_dept": true, "dept_permits": [552_010_001], "user_permits": ["demo001"], "create_dept_group": false, "member_count": 0});
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&found[name], value, "{name}");
    }
    let change = json!({"dept_id": id, "name": "網購組", "dept_manager_userid_list": "demo010", "code": "W1"});
    assert_eq!(practice.top_json(UPDATE, change).await["errcode"], 0);
    let found = read().await;
    assert_eq!((&found["name"], &found["code"]), (&json!("網購組"), &json!("W1")));
    assert_eq!(found["dept_manager_userid_list"], json!(["demo010"]));
    // V §3.5: the managers are cleared by force_update_fields
    practice.top_json(UPDATE, json!({"dept_id": id, "dept_manager_userid_list": ""})).await;
    assert_eq!(read().await["dept_manager_userid_list"], json!(["demo010"]));
    practice.top_json(UPDATE, json!({"dept_id": id, "force_update_fields": "dept_manager_userid_list"})).await;
    assert_eq!(read().await["dept_manager_userid_list"], json!([]));
    assert_eq!(practice.top_json(DELETE, json!({"dept_id": id})).await["errcode"], 0);
    refused(&practice, GET, json!({"dept_id": id}), 60_003, "部门不存在").await;
    for (kind, count) in [("department_created", 1), ("department_updated", 3), ("department_deleted", 1)] {
        assert_eq!(practice.journal(kind).await.len(), count, "{kind}");
    }
}

#[tokio::test]
async fn what_breaks_a_rule_is_refused_and_changes_nothing() {
    let practice = Practice::ready().await;
    let before = practice.shared().read(|world| world.departments.clone());
    let make = async |name: &str, parent: Value, errcode: i64, errmsg: &str| {
        refused(&practice, CREATE, json!({"name": name, "parent_id": parent}), errcode, errmsg).await;
    };
    make("", json!(1), 40_035, "缺少参数 name").await;
    make("甲", json!(null), 40_035, "缺少参数 parent_id").await;
    // V §3.5: a department's name has 1 to 64 characters and no hyphen or comma, 60001
    for name in ["名".repeat(65).as_str(), "甲-乙", "甲，乙", "甲,乙"] {
        make(name, json!(1), 60_001, "不合法的部门名称").await;
    }
    // V §3.5: an unknown parent is 60004
    make("甲", json!(7), 60_004, "父亲部门不存在").await;
    // V §3.5: a name that a sibling has is 60021
    make("財務部", json!(1), 60_021, "父部门下该部门名称已存在").await;
    let viewers = json!({"name": "甲", "parent_id": 1, "user_permits": "nobody"});
    // V §10.1: 60109 非法的可查看id列表
    refused(&practice, CREATE, viewers.clone(), 60_109, "非法的可查看id列表").await;
    practice.choose("visible_list", "600109").await;
    refused(&practice, CREATE, viewers, 600_109, "非法的可查看id列表").await;
    let change = async |body: Value, errcode: i64, errmsg: &str| {
        refused(&practice, UPDATE, body, errcode, errmsg).await;
    };
    // V §3.5: the root department is not updated, 60018
    change(json!({"dept_id": 1, "name": "甲"}), 60_018, "不允许更新根部门").await;
    change(json!({"dept_id": 7, "name": "甲"}), 60_003, "部门不存在").await;
    // V §3.5: a department cannot come below itself, 60010
    change(json!({"dept_id": SALES, "parent_id": SHOP}), 60_010, "部门存在循环关系").await;
    change(json!({"dept_id": SALES, "parent_id": 7}), 60_004, "父亲部门不存在").await;
    change(json!({"dept_id": SALES, "name": "倉務部"}), 60_021, "父部门下该部门名称已存在").await;
    change(json!({"dept_id": SALES, "dept_manager_userid_list": "nobody"}), 40_031, "不合法的UserID列表").await;
    change(json!({"dept_id": SALES, "code": "x".repeat(31)}), 40_035, "不合法的参数").await;
    let remove = async |id: u64, errcode: i64, errmsg: &str| {
        refused(&practice, DELETE, json!({"dept_id": id}), errcode, errmsg).await;
    };
    // V §3.5: the root department is not deleted, 60007
    remove(1, 60_007, "不允许删除根部门").await;
    // V §3.5: a department with members is not deleted, 60005
    remove(SHOP, 60_005, "不允许删除有成员的部门").await;
    assert_eq!(practice.shared().read(|world| world.departments.clone()), before);
    let empty = create(&practice, json!({"name": "空", "parent_id": 1})).await;
    create(&practice, json!({"name": "空下", "parent_id": empty})).await;
    // V §3.5: a department with sub-departments is not deleted, 60006
    remove(empty, 60_006, "不允许删除有子部门的部门").await;
}

// V §3.5: listparentbyuser gives one way up to the root for each department of the person
#[tokio::test]
async fn ways_up_and_searches_answer() {
    let practice = Practice::ready().await;
    let ways = practice.top_json("/topapi/v2/department/listparentbyuser", json!({"userid": "demo012"})).await;
    assert_eq!(ways["result"], json!({"parent_list": [{"parent_dept_id_list": [SHOP, SALES, 1]}]}));
    let token = practice.token().await;
    let search = json!({"queryWord": "部", "offset": 0, "size": 2});
    let (status, found) = practice.api("/v1.0/contact/departments/search", &token, search).await;
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(status, 200);
    assert_eq!(found, json!({"hasMore": true, "totalCount": 5, "list": [552_010_001, 552_010_002]}));
}

#[tokio::test]
async fn contact_scope_limits_where_a_department_is_made() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let sales = Scope::Part { departments: vec![SALES], people: vec![] };
    practice.shared().attempt(|world| world.set_contact_scope(&client_id, sales)).unwrap();
    let outside = "请求的部门id不在授权范围内";
    refused(&practice, CREATE, json!({"name": "甲", "parent_id": 1}), 50_004, outside).await;
    refused(&practice, UPDATE, json!({"dept_id": 552_010_001, "name": "甲"}), 50_004, outside).await;
    create(&practice, json!({"name": "甲", "parent_id": SHOP})).await;
}
