use dingtalk::{Administrator, AdministratorLevel, ContactType, DepartmentId, UnionUser, UnreadableReason};
use serde_json::json;

use super::{answering, asked, departments, unreadable, user_id};

// V §3.4: getbyunionid has no v2 in its path and tells internal (0) from external (1)
#[tokio::test]
async fn a_unionid_belongs_to_a_colleague_or_to_an_external_contact() {
    for (kind, expected) in [(0, ContactType::Internal), (1, ContactType::External)] {
        let server = answering(json!({"contact_type": kind, "userid": "u1"})).await;
        let found = server.client().user_by_unionid("union1").await.unwrap();
        assert_eq!(found, UnionUser { userid: user_id("u1"), contact_type: expected });
        assert_eq!(asked(&server), ("/topapi/user/getbyunionid".to_owned(), json!({"unionid": "union1"})));
    }
    for answer in [json!({"contact_type": 2, "userid": "u1"}), json!({"userid": "u1"}), json!({"contact_type": 0})] {
        let outcome = answering(answer).await.client().user_by_unionid("union1").await;
        assert_eq!(unreadable(&outcome), Some(UnreadableReason::UnexpectedShape));
    }
}

// V §3.4: user/count takes only_active
#[tokio::test]
async fn people_are_counted_with_and_without_those_who_never_signed_in() {
    let server = answering(json!({"count": 60})).await;
    assert_eq!(server.client().user_count().await.unwrap(), 60);
    assert_eq!(asked(&server), ("/topapi/user/count".to_owned(), json!({"only_active": false})));
    let server = answering(json!({"count": "55"})).await;
    assert_eq!(server.client().active_user_count().await.unwrap(), 55);
    assert_eq!(asked(&server), ("/topapi/user/count".to_owned(), json!({"only_active": true})));
    assert!(answering(json!({"count": -1})).await.client().user_count().await.is_err());
}

// V §3: listadmin has no v2 in its path
#[tokio::test]
async fn administrators_are_read_with_their_level() {
    let server =
        answering(json!([{"sys_level": 2, "userid": "203xxxx1"}, {"sys_level": "1", "userid": "mxxxxx0"}])).await;
    let expected = [("203xxxx1", AdministratorLevel::Sub), ("mxxxxx0", AdministratorLevel::Main)]
        .map(|(id, level)| Administrator { userid: user_id(id), level });
    assert_eq!(server.client().administrators().await.unwrap(), expected);
    assert_eq!(asked(&server), ("/topapi/user/listadmin".to_owned(), json!({})));
    assert!(answering(json!([{"sys_level": 3, "userid": "x"}])).await.client().administrators().await.is_err());
}

// V §3.5: listparentbydept answers the department itself first and the root last
#[tokio::test]
async fn the_way_up_begins_with_the_department_itself() {
    let server = answering(json!({"parent_id_list": [42, 7, 1]})).await;
    assert_eq!(server.client().parents_of_department(DepartmentId(42)).await.unwrap(), departments(&[42, 7, 1]));
    assert_eq!(asked(&server), ("/topapi/v2/department/listparentbydept".to_owned(), json!({"dept_id": 42})));
    // F22
    let outcome =
        answering(json!({"parent_id_list": [43, 1]})).await.client().parents_of_department(DepartmentId(42)).await;
    assert_eq!(unreadable(&outcome), Some(UnreadableReason::WrongSubject));
}

// V §3.5: listparentbyuser answers one way up for each department of the person
#[tokio::test]
async fn somebody_in_two_departments_has_two_ways_up() {
    let server =
        answering(json!({"parent_list": [{"parent_dept_id_list": [37, 1]}, {"parent_dept_id_list": [42, 7, 1]}]}))
            .await;
    let ways = server.client().parents_of_user(&user_id("u1")).await.unwrap();
    assert_eq!(ways, [departments(&[37, 1]), departments(&[42, 7, 1])]);
    assert_eq!(asked(&server), ("/topapi/v2/department/listparentbyuser".to_owned(), json!({"userid": "u1"})));
}
