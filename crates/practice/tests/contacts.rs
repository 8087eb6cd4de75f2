//! Writing members: fields, limits, duplicates, and what follows. Rules: dingtalk-api.md §3.1–§3.4.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, text};
use practice::state::Scope;
use serde_json::{Value, json};

const CREATE: &str = "/topapi/v2/user/create";
const UPDATE: &str = "/topapi/v2/user/update";
const DELETE: &str = "/topapi/v2/user/delete";
const GET: &str = "/topapi/v2/user/get";
const FINANCE: u64 = 552_010_002;

fn person(more: &Value) -> Value {
    let mut body =
        json!({"userid": "new001", "name": "新示範", "mobile": "+852-55509001", "dept_id_list": "552010002"});
    merge(&mut body, more);
    body
}

fn merge(body: &mut Value, more: &Value) {
    for (name, value) in more.as_object().unwrap() {
        body[name] = value.clone();
    }
}

async fn refused(practice: &Practice, path: &str, body: &Value, errcode: i64, errmsg: &str) {
    let answer = practice.top_json(path, body.clone()).await;
    assert_eq!((&answer["errcode"], &answer["errmsg"]), (&json!(errcode), &json!(errmsg)), "{path} {body}");
}

// V §3.2: a created user is answered with userid and unionId, spelled so here alone
#[tokio::test]
async fn a_person_is_added_and_read_back() {
    let practice = Practice::ready().await;
    let more = json!({
        "title": "文員", "job_number": "H900", "email": "new001@harbour-demo.example", "telephone": "8001",
        "work_place": "中環", "remark": "試用", "hide_mobile": true, "senior_mode": false, "hired_date": 1_700_000_000_000_i64,
        "manager_userid": "demo003", "extension": {"職級": "三", "沒有的": "x"},
        "dept_order_list": [{"dept_id": FINANCE, "order": 9}],
    });
    let created = practice.top_json(CREATE, person(&more)).await;
    assert_eq!((&created["errcode"], &created["errmsg"]), (&json!(0), &json!("ok")));
    assert_eq!(created["result"]["userid"], "new001");
    let unionid = created["result"]["unionId"].as_str().unwrap();
    let read = practice.top_json(GET, json!({"userid": "new001"})).await["result"].clone();
    assert_eq!(read["unionid"], unionid);
    let expected = json!({
        "name": "新示範", "state_code": "852", "mobile": "55509001", "title": "文員", "job_number": "H900",
        "email": "new001@harbour-demo.example", "telephone": "8001", "work_place": "中環", "remark": "試用",
        "hide_mobile": true, "senior": false, "hired_date": 1_700_000_000_000_i64, "manager_userid": "demo003",
        "dept_id_list": [FINANCE], "dept_order_list": [{"dept_id": FINANCE, "order": 9}],
        "leader_in_dept": [{"dept_id": FINANCE, "leader": false}],
    });
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(&read[name], value, "{name}");
    }
    // A string that holds JSON, without the attribute that the company did not define.
    assert_eq!(read["extension"], r#"{"職級":"三"}"#);
    let journal = practice.journal("user_created").await;
    assert_eq!((&journal[0]["userid"], &journal[0]["client_id"]), (&json!("new001"), &json!(practice.app().client_id)));
}

// V §3: the old gateway takes JSON and form bodies, nested values of a form being JSON text
#[tokio::test]
async fn departments_come_as_text_or_list_in_json_or_form() {
    let practice = Practice::ready().await;
    let two = json!([FINANCE, 552_010_003]);
    for (number, list) in
        [json!("552010002,552010003"), two.clone(), json!(["552010002", "552010003"])].iter().enumerate()
    {
        let id = format!("list{number}");
        let body = person(&json!({"userid": id, "mobile": format!("+852-5550910{number}"), "dept_id_list": list}));
        assert_eq!(practice.top_json(CREATE, body).await["errcode"], 0, "{list}");
        assert_eq!(practice.top_json(GET, json!({"userid": id})).await["result"]["dept_id_list"], two, "{list}");
    }
    let token = practice.token().await;
    let form = [
        ("userid", "form1"),
        ("name", "表單示範"),
        ("mobile", "+852-55509200"),
        ("dept_id_list", "552010002"),
        ("hide_mobile", "true"),
        ("extension", r#"{"職級":"一"}"#),
    ];
    let url = practice.old_url(&format!("{CREATE}?access_token={token}"));
    let answer = text(practice.client.post(url).form(&form)).await;
    assert!(answer.starts_with(r#"{"errcode":0,"#), "{answer}");
    let read = practice.top_json(GET, json!({"userid": "form1"})).await["result"].clone();
    assert_eq!((&read["hide_mobile"], &read["extension"]), (&json!(true), &json!(r#"{"職級":"一"}"#)));
}

#[tokio::test]
async fn each_field_is_checked_and_nobody_is_added() {
    let practice = Practice::ready().await;
    let check = async |more: Value, errcode: i64, errmsg: &str| {
        refused(&practice, CREATE, &person(&more), errcode, errmsg).await;
    };
    check(json!({"name": null}), 40_035, "缺少参数 name").await;
    check(json!({"mobile": null}), 40_035, "缺少参数 mobile").await;
    check(json!({"dept_id_list": null}), 40_035, "缺少参数 dept_id_list").await;
    check(json!({"userid": "x".repeat(65)}), 40_035, "不合法的参数").await;
    // V §10.1: 60112 用户name不合法
    check(json!({"name": "名".repeat(81)}), 60_112, "用户name不合法").await;
    // V §3.2: a number without its country code is 60103 with this text
    check(json!({"mobile": "55509001"}), 60_103, "手机号码不合法，如果是国际号码，请使用+xx-xxxxxx的格式").await;
    check(json!({"mobile": "+852-5550"}), 40_104, "电话号码无效").await;
    check(json!({"title": "x".repeat(201)}), 40_035, "不合法的参数").await;
    // V §10.1: 40063 不合法的分机号, above 50 characters
    check(json!({"telephone": "1".repeat(51)}), 40_063, "不合法的分机号").await;
    // V §10.1: 40064 不合法的工作地址
    check(json!({"work_place": "地".repeat(101)}), 40_064, "不合法的工作地址").await;
    // V §10.1: 40065 不合法的备注
    check(json!({"remark": "字".repeat(2001)}), 40_065, "不合法的备注").await;
    // V §10.1: 40066 不合法的部门列表
    check(json!({"dept_id_list": "a,b"}), 40_066, "不合法的部门列表").await;
    check(json!({"dept_id_list": (1..=101).collect::<Vec<u64>>()}), 40_066, "不合法的部门列表").await;
    // V §10.1: 60003 部门不存在
    check(json!({"dept_id_list": "7"}), 60_003, "部门不存在").await;
    check(json!({"email": "no address"}), 60_105, "邮箱不合法").await;
    // V §10.1: 60128 无效的主管id
    check(json!({"manager_userid": "nobody"}), 60_128, "无效的主管id").await;
    check(json!({"hide_mobile": "maybe"}), 40_035, "不合法的参数").await;
    check(json!({"extension": {"職級": "x".repeat(2001)}}), 60_122, "不合法的extattr").await;
    assert!(practice.journal("user_created").await.is_empty());
    assert_eq!(practice.shared().read(|world| world.staff.len()), 12);
}

#[tokio::test]
async fn what_another_has_is_refused() {
    let practice = Practice::ready().await;
    let first = json!({"email": "one@harbour-demo.example", "telephone": "8001"});
    assert_eq!(practice.top_json(CREATE, person(&first)).await["errcode"], 0);
    let check = async |more: Value, errcode: i64, errmsg: &str| {
        let mut body = person(&json!({"userid": "new002", "mobile": "+852-55509002"}));
        merge(&mut body, &more);
        refused(&practice, CREATE, &body, errcode, errmsg).await;
    };
    // V §3.2: a userid that is used already is 60102
    check(json!({"userid": "demo001"}), 60_102, "UserID在公司中已存在").await;
    // V §3.2: a mobile that is in this company already is 60104
    check(json!({"mobile": "+852-55500001"}), 60_104, "手机号码在公司中已存在").await;
    // V §3.2: an extension number that is taken is 40100
    check(json!({"telephone": "8001"}), 40_100, "分机号已经存在").await;
    // V §3.2: an e-mail address that is taken is 60106
    check(json!({"email": "one@harbour-demo.example"}), 60_106, "邮箱已存在").await;
    practice.choose("email_taken", "40101").await;
    check(json!({"email": "one@harbour-demo.example"}), 40_101, "邮箱已经存在").await;
    practice.choose("mobile_taken", "with_userid").await;
    let body = person(&json!({"userid": "new003", "mobile": "+852-55500001"}));
    let answer = practice.top_json(CREATE, body).await;
    assert_eq!((&answer["errcode"], &answer["userid"]), (&json!(60_104), &json!("demo001")));
    practice.choose("work_place", "50").await;
    check(json!({"work_place": "地".repeat(51)}), 40_064, "不合法的工作地址").await;
}

// V §3.2: a person who wants to be asked first answers 40103, and has no userid until then
#[tokio::test]
async fn a_person_who_is_asked_first_joins_on_consent() {
    let practice = Practice::ready().await;
    practice.stage("/ask-first", json!({"mobile": "+852-55509001"})).await;
    refused(&practice, CREATE, &person(&json!({})), 40_103, "该用户需要其同意才可添加，已向对方发送邀请").await;
    refused(&practice, GET, &json!({"userid": "new001"}), 60_121, "找不到该用户").await;
    assert_eq!(practice.journal("user_invited").await.len(), 1);
    practice.stage("/accept-invitation", json!({"mobile": "+852-55509001"})).await;
    assert_eq!(practice.top_json(GET, json!({"userid": "new001"})).await["result"]["name"], "新示範");
}

#[tokio::test]
async fn consent_comes_too_late_once_the_userid_is_somebody_elses() {
    let practice = Practice::ready().await;
    practice.stage("/ask-first", json!({"mobile": "+852-55509001"})).await;
    practice.top_json(CREATE, person(&json!({}))).await;
    practice.top_json(CREATE, person(&json!({"mobile": "+852-55509002"}))).await;
    assert!(!practice.shared().change(|world| world.accept_invitation("+852-55509001")).unwrap());
    let same = |world: &practice::state::World| world.staff.iter().filter(|one| one.userid == "new001").count();
    assert_eq!(practice.shared().read(same), 1);
}

#[tokio::test]
async fn an_update_changes_what_came_and_tells_what_differs() {
    let practice = Practice::ready().await;
    let first = json!({"extension": {"職級": "三", "分行": "中環"}, "manager_userid": "demo003", "work_place": "中環"});
    practice.top_json(CREATE, person(&first)).await;
    let update = async |more: Value| {
        let mut body = json!({"userid": "new001"});
        merge(&mut body, &more);
        let answer = practice.top_json(UPDATE, body).await;
        // V §3.3: an update is answered with errcode and request_id alone
        assert_eq!(answer.as_object().unwrap().len(), 2, "{answer}");
        assert_eq!(answer["errcode"], 0, "{answer}");
        practice.top_json(GET, json!({"userid": "new001"})).await["result"].clone()
    };
    let changed = update(json!({"name": "改名示範", "work_place": ""})).await;
    assert_eq!((&changed["name"], changed.get("work_place")), (&json!("改名示範"), None));
    assert_eq!(changed["manager_userid"], "demo003");
    let journal = practice.journal("user_updated").await;
    assert_eq!(journal[0]["before"], json!({"name": "新示範", "workPlace": "中環"}));
    assert_eq!(journal[0]["after"], json!({"name": "改名示範"}));
    // V §3.3: ext_attrs_update_mode 1 appends
    let appended = update(json!({"extension": {"職級": "四"}, "ext_attrs_update_mode": 1})).await;
    assert_eq!(appended["extension"], r#"{"分行":"中環","職級":"四"}"#);
    // V §3.3: without it extension attributes that are left out are cleared
    let replaced = update(json!({"extension": {"職級": "五"}})).await;
    assert_eq!(replaced["extension"], r#"{"職級":"五"}"#);
    // V §3.3: only force_update_fields clears the manager
    assert_eq!(update(json!({"manager_userid": ""})).await["manager_userid"], "demo003");
    assert_eq!(update(json!({"force_update_fields": "manager_userid"})).await.get("manager_userid"), None);
    let moved = update(json!({"dept_id_list": "552010003"})).await;
    assert_eq!(moved["dept_id_list"], json!([552_010_003_u64]));
    // V §3.3: a mobile number cannot be changed, 41054
    let mobile = json!({"userid": "new001", "mobile": "+852-55509999"});
    refused(&practice, UPDATE, &mobile, 41_054, "暂时无法更换手机号，如需修改请删除用户后重试").await;
    refused(&practice, UPDATE, &json!({"userid": "nobody"}), 60_121, "找不到该用户").await;
}

// V §3.1: a deleted person answers 60121 from then on
#[tokio::test]
async fn a_deleted_person_is_found_no_more_and_stands_among_the_leavers() {
    let practice = Practice::ready().await;
    let unionid = practice.shared().read(|world| world.member("demo004").unwrap().unionid.clone());
    assert_eq!(practice.top_json(DELETE, json!({"userid": "demo004"})).await["errcode"], 0);
    refused(&practice, GET, &json!({"userid": "demo004"}), 60_121, "找不到该用户").await;
    refused(&practice, "/topapi/user/getbyunionid", &json!({"unionid": unionid}), 60_121, "找不到该用户").await;
    refused(&practice, DELETE, &json!({"userid": "demo004"}), 60_121, "找不到该用户").await;
    assert_eq!(practice.journal("user_deleted").await.len(), 1);
    let path = "/v1.0/contact/empLeaveRecords";
    let from = "2020-01-01T00:00:00Z";
    let leavers = practice.get_api(&format!("{path}?startTime={from}&nextToken=0&maxResults=50")).await;
    let record = &leavers.1["records"][0];
    assert_eq!((&record["userId"], &record["leaveReason"]), (&json!("demo004"), &json!("oapi")));
    assert_eq!((&record["stateCode"], &record["mobile"]), (&json!("852"), &json!("55500004")));
    let check = async |query: &str, code: &str| {
        let (status, answer) = practice.get_api(&format!("{path}?{query}")).await;
        assert_eq!((status, &answer["code"]), (400, &json!(code)), "{query}");
    };
    check("nextToken=0&maxResults=50", "MissingstartTime").await;
    check(&format!("startTime={from}&nextToken=0&maxResults=51"), "invalidParameter").await;
    // The same number keeps its unionid.
    let body = json!({"userid": "demo004", "name": "黃示範", "mobile": "+852-55500004", "dept_id_list": [FINANCE]});
    assert_eq!(practice.top_json(CREATE, body).await["result"]["unionId"], unionid);
}

#[tokio::test]
async fn contact_scope_limits_writing_too() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let finance = Scope::Part { departments: vec![FINANCE], people: vec![] };
    practice.shared().attempt(|world| world.set_contact_scope(&client_id, finance)).unwrap();
    let outside = "请求的部门id不在授权范围内";
    // V §4.3: a department outside the contact scope is 50004, flat
    refused(&practice, CREATE, &person(&json!({"dept_id_list": "552010003"})), 50_004, outside).await;
    // V §4.3: a person outside the contact scope is 50002, flat
    refused(&practice, UPDATE, &json!({"userid": "demo001", "name": "x"}), 50_002, "请求的员工userid不在授权范围内")
        .await;
    refused(&practice, DELETE, &json!({"userid": "demo001"}), 50_002, "请求的员工userid不在授权范围内").await;
    assert_eq!(practice.top_json(CREATE, person(&json!({}))).await["errcode"], 0);
    // V §3.4: listid and count are not limited by contact scope
    let ids = practice.top_json("/topapi/user/listid", json!({"dept_id": 552_010_003})).await;
    assert_eq!(ids["result"]["userid_list"], json!(["demo006", "demo007"]));
    assert_eq!(practice.top_json("/topapi/user/count", json!({"only_active": false})).await["result"]["count"], 13);
}

// V §4.3: a permission that the token does not carry is 60011 inside 88, with requiredScopes
#[tokio::test]
async fn writing_needs_its_permission() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    practice.shared().attempt(|world| world.withdraw_permission(&client_id, "qyapi_manage_addresslist")).unwrap();
    for path in [CREATE, UPDATE, DELETE, "/topapi/v2/department/create"] {
        let answer = practice.top_json(path, json!({"userid": "demo001"})).await;
        assert_eq!((&answer["errcode"], &answer["sub_code"]), (&json!(88), &json!("60011")), "{path}");
        assert!(answer["errmsg"].as_str().unwrap().ends_with("{requiredScopes=[qyapi_manage_addresslist]}]"));
    }
}

#[tokio::test]
async fn fields_are_seen_as_the_token_was_issued() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    practice.shared().attempt(|world| world.withdraw_permission(&client_id, "fieldEmail")).unwrap();
    let early = practice.token().await;
    practice
        .shared()
        .attempt(|world| {
            world.request_permission(&client_id, "fieldEmail")?;
            world.grant_permission(&client_id, "fieldEmail")?;
            let number = world.app(&client_id).unwrap().next_version_number();
            world.create_version(&client_id, &number, "again", Scope::Everyone)?;
            world.publish(&client_id, &number)?;
            world.approve_version(&client_id, &number)
        })
        .unwrap();
    let body = json!({"userid": "demo001"});
    assert!(!practice.top(GET, &early, body.clone()).await.contains("harbour-demo"));
    assert!(practice.top(GET, &practice.token().await, body).await.contains("harbour-demo"));
}

#[tokio::test]
async fn a_list_comes_in_the_order_asked_for() {
    let practice = Practice::ready().await;
    practice.top_json(CREATE, person(&json!({"dept_order_list": [{"dept_id": FINANCE, "order": 50}]}))).await;
    let check = async |order: &str, expected: [&str; 4]| {
        let body = json!({"dept_id": FINANCE, "cursor": 0, "size": 10, "order_field": order});
        let list = practice.top_json("/topapi/v2/user/list", body).await["result"]["list"].clone();
        let ids: Vec<&str> = list.as_array().unwrap().iter().map(|row| row["userid"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{order}");
    };
    check("custom", ["new001", "demo003", "demo004", "demo005"]).await;
    check("entry_asc", ["demo003", "demo004", "demo005", "new001"]).await;
    check("entry_desc", ["new001", "demo005", "demo004", "demo003"]).await;
    check("modify_desc", ["new001", "demo003", "demo004", "demo005"]).await;
    let wrong = json!({"dept_id": FINANCE, "cursor": 0, "size": 10, "order_field": "x"});
    refused(&practice, "/topapi/v2/user/list", &wrong, 400_002, "参数错误").await;
}

#[tokio::test]
async fn only_accounts_of_the_organisation_are_disabled() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let call = async |name: &str, body: Value| {
        let (status, answer) = practice.api(&format!("/v1.0/contact/orgAccounts/{name}"), &token, body).await;
        (status, serde_json::from_str::<Value>(&answer).unwrap())
    };
    let body = json!({"userId": "demo004", "reason": "離職"});
    // V §3.1: an ordinary account cannot be disabled, exclusive.account.only
    let (status, answer) = call("disable", body.clone()).await;
    assert_eq!((status, &answer["code"]), (400, &json!("exclusive.account.only")));
    assert_eq!(answer["message"], "只能操作归属该组织的专属账号");
    let unknown = call("enable", json!({"userId": "nobody"})).await;
    assert_eq!((unknown.0, &unknown.1["code"]), (400, &json!("user.not.exist")));
    practice.stage("/org-account", json!({"userid": "demo004"})).await;
    let status =
        async || practice.get_api("/v1.0/contact/orgAccounts/status?userId=demo004").await.1["disable"].clone();
    assert_eq!(status().await, false);
    assert_eq!(call("disable", body).await, (200, json!({"result": true})));
    assert_eq!(status().await, true);
    assert_eq!(practice.top_json("/topapi/user/count", json!({"only_active": true})).await["result"]["count"], 11);
    assert_eq!(call("enable", json!({"userId": "demo004"})).await.0, 200);
    assert_eq!(status().await, false);
    assert_eq!(call("signOut", json!({"userId": "demo004"})).await.0, 200);
    for kind in ["org_account_disabled", "org_account_enabled", "org_account_signed_out"] {
        assert_eq!(practice.journal(kind).await.len(), 1, "{kind}");
    }
}

#[tokio::test]
async fn the_smaller_reads_answer() {
    let practice = Practice::ready().await;
    practice.top_json(CREATE, person(&json!({}))).await;
    let admins = practice.top_json("/topapi/user/listadmin", json!({})).await;
    assert_eq!(admins["result"], json!([{"userid": "demo001", "sys_level": 1}]));
    let scope = practice.top_json("/topapi/user/get_admin_scope", json!({"userid": "demo001"})).await;
    assert_eq!(scope["dept_ids"], json!([1]));
    let away = json!({"is_active": false, "offset": 0, "size": 100, "query_date": "20261122"});
    let away = practice.top_json("/topapi/inactive/user/v2/get", away).await;
    assert_eq!(away["result"], json!({"has_more": false, "list": ["new001"]}));
    refused(
        &practice,
        "/topapi/inactive/user/v2/get",
        &json!({"is_active": true, "size": 100, "query_date": "x"}),
        40_035,
        "不合法的参数",
    )
    .await;
}
