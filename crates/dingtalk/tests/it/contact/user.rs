use dingtalk::{DepartmentDetail, DepartmentId, DepartmentLead, DepartmentOrder, PageRequest, User, UserRole};
use serde_json::{Value, json};

use super::{answering, departments, user_id};
use crate::server::Server;

/// The documents' own sample, in which everything is a text and lists are single objects.
fn sample_as_documented() -> Value {
    json!({
        "extension": "{\"爱好\":\"旅游\",\"年龄\":\"24\"}", "unionid": "z21HjQliSzpw0YWxxxxx", "boss": "true",
        "role_list": {"group_name": "职务", "name": "总监", "id": "100"}, "exclusive_account": false,
        "manager_userid": "manager240", "admin": "true", "remark": "备注备注", "title": "技术总监",
        "hired_date": "1597573616828", "userid": "zhangsan", "work_place": "未来park",
        "dept_order_list": {"dept_id": "2", "order": "1"}, "real_authed": "true", "dept_id_list": "[2,3,4]",
        "job_number": "4", "email": "test@xxx.com", "leader_in_dept": {"leader": "true", "dept_id": "2"},
        "mobile": "18513027676", "active": "true", "org_email": "test@xxx.com", "telephone": "010-86123456-2345",
        "avatar": "xxx", "hide_mobile": "false", "senior": "true", "name": "张三", "state_code": "86",
        "union_emp_ext": {"union_emp_map_list": {"userid": "5000", "corp_id": "dingxxx"}, "userid": "500"},
    })
}

/// The same with the types that live answers have.
fn sample_as_live() -> Value {
    let mut sample = sample_as_documented();
    for (name, value) in [
        ("boss", json!(true)),
        ("admin", json!(true)),
        ("real_authed", json!(true)),
        ("active", json!(true)),
        ("senior", json!(true)),
        ("hide_mobile", json!(false)),
        ("hired_date", json!(1_597_573_616_828_i64)),
        ("dept_id_list", json!([2, 3, 4])),
        ("role_list", json!([{"group_name": "职务", "name": "总监", "id": 100}])),
        ("dept_order_list", json!([{"dept_id": 2, "order": 1}])),
        ("leader_in_dept", json!([{"leader": true, "dept_id": 2}])),
        ("union_emp_ext", json!({"union_emp_map_list": [], "userid": "500", "corp_id": "dingxxx"})),
    ] {
        sample[name] = value;
    }
    sample
}

async fn read(sample: Value) -> User {
    answering(sample).await.client().user(&user_id("zhangsan")).await.unwrap()
}

// V §3.4: user/get answers these fields; the document's sample has texts where live answers have numbers and lists
#[tokio::test]
async fn the_documented_sample_and_a_live_answer_are_the_same_person() {
    let user = read(sample_as_documented()).await;
    assert_eq!(user, read(sample_as_live()).await);
    assert_eq!(user.dept_id_list, departments(&[2, 3, 4]));
    assert_eq!(user.dept_order_list, [DepartmentOrder { dept_id: DepartmentId(2), order: 1 }]);
    assert_eq!(user.leader_in_dept, [DepartmentLead { dept_id: DepartmentId(2), leader: true }]);
    let role = UserRole { id: 100, name: Some("总监".into()), group_name: Some("职务".into()) };
    assert_eq!(user.role_list, [role]);
    let flags = [user.active, user.real_authed, user.senior, user.admin, user.boss];
    assert_eq!(flags, [Some(true); 5]);
    assert_eq!((user.hide_mobile, user.exclusive_account), (Some(false), Some(false)));
    assert_eq!((user.state_code.as_deref(), user.avatar.as_deref()), (Some("86"), Some("xxx")));
    assert_eq!(user.manager_userid.as_deref(), Some("manager240"));
    assert_eq!(user.hired_date, Some(1_597_573_616_828));
}

// V §3.4: fields that are empty or not permitted are left out
#[tokio::test]
async fn a_person_of_whom_the_app_may_see_nothing_but_the_id_is_read() {
    let user = read(json!({"userid": "zhangsan"})).await;
    assert_eq!((user.name, user.mobile, user.email, user.extension), (None, None, None, None));
    assert!(user.dept_id_list.is_empty() && user.role_list.is_empty());
}

// V §3.4: user/list has leader and dept_order as single values; the document's sample has an object for its list
#[tokio::test]
async fn the_documented_page_of_people_is_read() {
    let item =
        json!({"userid": "zhangsan", "name": "张三", "leader": "true", "dept_order": "1", "dept_id_list": "[2,3,4]"});
    let server = answering(json!({"next_cursor": "10", "has_more": "true", "list": item})).await;
    let page = server.client().users(PageRequest::first(DepartmentId(2))).await.unwrap();
    assert_eq!(page.next_cursor, Some(10));
    assert_eq!((page.list[0].leader, page.list[0].dept_order), (Some(true), Some(1)));
    assert_eq!(page.list[0].dept_id_list, departments(&[2, 3, 4]));
}

// V §3.5: department/get answers these fields
#[tokio::test]
async fn the_documented_department_is_read() {
    let sample = json!({
        "dept_permits": [3, 4, 5], "outer_permit_users": ["user123", "1234"],
        "dept_manager_userid_list": ["1020302901-431772414"], "org_dept_owner": "manager9153", "outer_dept": false,
        "dept_group_chat_id": "chat1", "group_contain_sub_dept": true, "auto_add_user": true, "hide_dept": false,
        "name": "测试", "outer_permit_depts": [500, 600], "user_permits": [], "dept_id": 7, "parent_id": 1,
        "create_dept_group": true, "order": 0, "code": "100", "member_count": 12, "owning_member_count": "7",
        "auto_approve_apply": false, "from_union_org": false, "source_identifier": "HR-7",
        "union_dept_ext": {"corp_id": "test", "dept_id": 1_234_567},
    });
    let server = answering(sample).await;
    let department: DepartmentDetail = server.client().department(DepartmentId(7)).await.unwrap();
    assert_eq!(department.dept_permits, departments(&[3, 4, 5]));
    assert_eq!(department.outer_permit_users, [user_id("user123"), user_id("1234")]);
    assert_eq!(department.outer_permit_depts, departments(&[500, 600]));
    assert_eq!((department.member_count, department.owning_member_count), (Some(12), Some(7)));
    assert_eq!((department.code.as_deref(), department.order), (Some("100"), Some(0)));
    assert_eq!((department.outer_dept, department.create_dept_group), (Some(false), Some(true)));
    assert_eq!(department.source_identifier.as_deref(), Some("HR-7"));
}

#[tokio::test]
async fn one_department_where_a_list_belongs_is_a_list_of_one() {
    let server = answering(json!({"dept_id": "2", "name": "財務部", "parent_id": "1"})).await;
    let found = server.client().departments(DepartmentId::ROOT).await.unwrap();
    assert_eq!((found.len(), found[0].parent_id), (1, Some(DepartmentId::ROOT)));
    assert!(answering(json!([])).await.client().departments(DepartmentId::ROOT).await.unwrap().is_empty());
    let server = Server::answering(json!({"errcode": 0, "result": null})).await;
    assert!(server.client().departments(DepartmentId::ROOT).await.is_err());
}
