//! The old gateway, against the bodies that dingtalk-api.md quotes.
#![allow(clippy::unwrap_used)]

mod common;

use common::{Practice, masked, text};
use practice::state::Scope;
use serde_json::{Value, json};

// V §1.1: wrong keys answer errcode 40096 不合法的appKey或appSecret with HTTP 200
// V §1.1: keys that are not in the query answer 40035 缺少参数 corpid or appkey
// V §1.1: the legacy names corpid and corpsecret work on the same path
// V §0: gettoken answers with Content-Type application/json
#[tokio::test]
async fn gettoken_answers_word_for_word() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let check = async |query: &str, expected: &str| {
        let answer = practice.client.get(practice.old_url(&format!("/gettoken{query}"))).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "application/json");
        assert_eq!(answer.text().await.unwrap(), expected, "{query}");
    };
    check("", r#"{"errcode":40035,"errmsg":"缺少参数 corpid or appkey"}"#).await;
    check("?appkey=ding0&appsecret=x", r#"{"errcode":40096,"errmsg":"不合法的appKey或appSecret"}"#).await;
    let cut = format!("?appkey={}&appsecret={}", app.client_id, &app.client_secret[1..]);
    check(&cut, r#"{"errcode":40096,"errmsg":"不合法的appKey或appSecret"}"#).await;
    let token = practice.token().await;
    let right = format!("?appkey={}&appsecret={}", app.client_id, app.client_secret);
    let expected = format!(r#"{{"errcode":0,"access_token":"{token}","errmsg":"ok","expires_in":7200}}"#);
    check(&right, &expected).await;
    let legacy = format!("?corpid={}&corpsecret={}", app.client_id, app.client_secret);
    check(&legacy, &expected).await;
}

// V §0: every failure of the gateway on /topapi is wrapped in errcode 88 with the real code as a string in sub_code
// V §1.4: on the old host an absent token answers sub_code 40000 access_token is blank, a bad one 40014
// V §4.3: the old host's errmsg ends in the scopes that are required
// V §8: a refused address answers 60020 with the address and the AppKey, wrapped in 88
#[tokio::test]
async fn refusals_of_the_gateway_are_wrapped_word_for_word() {
    let practice = Practice::ready().await;
    let app = practice.app();
    let client_id = &app.client_id;
    let get = "/topapi/v2/user/get";
    let absent = text(practice.client.post(practice.old_url(get)).json(&json!({}))).await;
    assert_eq!(
        absent,
        r#"{"errcode":88,"sub_code":"40000","sub_msg":"access_token is blank","errmsg":"ding talk error[subcode=40000,submsg=access_token is blank]","request_id":"ID"}"#
    );
    assert_eq!(
        practice.top(get, "bogus", json!({})).await,
        r#"{"errcode":88,"sub_code":"40014","sub_msg":"不合法的access_token","errmsg":"ding talk error[subcode=40014,submsg=不合法的access_token]","request_id":"ID"}"#
    );
    let token = practice.token().await;
    practice.shared().attempt(|world| world.withdraw_permission(client_id, "qyapi_get_member_by_mobile")).unwrap();
    let link = format!(
        "应用尚未开通所需的权限：[qyapi_get_member_by_mobile]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content={client_id}%23qyapi_get_member_by_mobile"
    );
    assert_eq!(
        practice.top("/topapi/v2/user/getbymobile", &token, json!({"mobile": "55500001"})).await,
        format!(
            r#"{{"errcode":88,"sub_code":"60011","sub_msg":"{link}","errmsg":"ding talk error[subcode=60011,submsg={link}, {{requiredScopes=[qyapi_get_member_by_mobile]}}]","request_id":"ID"}}"#
        )
    );
    practice.shared().attempt(|world| world.set_allow_list(client_id, "")).unwrap();
    let address = format!("访问ip不在白名单之中,request ip=203.0.113.10 appKey({client_id})");
    assert_eq!(
        practice.top(get, &token, json!({"userid": "demo001"})).await,
        format!(
            r#"{{"errcode":88,"sub_code":"60020","sub_msg":"{address}","errmsg":"ding talk error[subcode=60020,submsg={address}]","request_id":"ID"}}"#
        )
    );
}

// V §0: a wrong path answers errcode 22 and names the API that it would be
#[tokio::test]
async fn an_unknown_path_names_its_api_with_or_without_a_token() {
    let practice = Practice::ready().await;
    assert_eq!(
        practice.top("/topapi/v2/user/notexist", "bogus", json!({})).await,
        r#"{"errcode":22,"sub_msg":"不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist","errmsg":"Invalid method[submsg=不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist]","request_id":"ID"}"#
    );
}

// V §0: /topapi answers with Content-Type application/json;charset=UTF-8
// V §10.1: a business failure is flat, e.g. 60121 找不到该用户
// V §4.3: outside the contact scope answers 50002 for a person and 50004 for a department, flat
// V §3.5: listsubid is not limited by contact scope
// V §3.5: the pseudo department -7 answers 40009
#[tokio::test]
async fn business_failures_are_flat() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let client_id = practice.app().client_id;
    let check = async |path: &str, body: Value, expected: &str| {
        let url = practice.old_url(&format!("{path}?access_token={token}"));
        let answer = practice.client.post(url).json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "application/json;charset=UTF-8");
        assert_eq!(masked(&answer.text().await.unwrap()), expected, "{path} {body}");
    };
    let flat = |code: i64, text: &str| format!(r#"{{"errcode":{code},"errmsg":"{text}","request_id":"ID"}}"#);
    let get = "/topapi/v2/user/get";
    check(get, json!({"userid": "nobody"}), &flat(60_121, "找不到该用户")).await;
    check(get, json!({}), &flat(40_035, "缺少参数 userid")).await;
    let list = "/topapi/v2/user/list";
    check(list, json!({"dept_id": 7, "cursor": 0, "size": 10}), &flat(60_003, "部门不存在")).await;
    check(list, json!({"dept_id": -7, "cursor": 0, "size": 10}), &flat(40_009, "不合法的部门id")).await;
    check(list, json!({"dept_id": 1, "cursor": 0, "size": 101}), &flat(40_069, "不合法的分页大小")).await;
    let finance = Scope::Part { departments: vec![552_010_002], people: vec![] };
    practice.shared().attempt(|world| world.set_contact_scope(&client_id, finance)).unwrap();
    check(get, json!({"userid": "demo001"}), &flat(50_002, "请求的员工userid不在授权范围内")).await;
    let outside = json!({"dept_id": 552_010_005});
    check("/topapi/v2/department/listsub", outside.clone(), &flat(50_004, "请求的部门id不在授权范围内")).await;
    let unlimited = practice.top_json("/topapi/v2/department/listsubid", outside).await;
    assert_eq!(unlimited["result"]["dept_id_list"], json!([552_010_006_u64]));
}

// V §0: the old gateway reads the token from the URL or a form body, never from a header
// V §3: the old gateway reads a form body as well as JSON
#[tokio::test]
async fn a_form_body_and_its_token_are_read_and_a_token_in_json_or_header_is_not() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let url = practice.old_url("/topapi/v2/user/get");
    let form = [("access_token", token.as_str()), ("userid", "demo003")];
    let answer: Value = practice.client.post(&url).form(&form).send().await.unwrap().json().await.unwrap();
    assert_eq!(answer["result"]["name"], "張示範");
    let json = json!({"access_token": token, "userid": "demo003"});
    let request = practice.client.post(&url).header("x-acs-dingtalk-access-token", &token);
    let refused = text(request.json(&json)).await;
    assert!(refused.contains(r#""sub_code":"40000""#), "{refused}");
}

// V §3.4: fields that are empty or not permitted are omitted, not null
#[tokio::test]
async fn fields_that_are_not_permitted_are_left_out() {
    let practice = Practice::ready().await;
    let client_id = practice.app().client_id;
    let user = async || practice.top_json("/topapi/v2/user/get", json!({"userid": "demo001"})).await["result"].clone();
    let full = user().await;
    assert_eq!((&full["mobile"], &full["state_code"]), (&json!("55500001"), &json!("852")));
    assert_eq!(full["email"], "demo001@harbour-demo.example");
    for code in ["fieldMobile", "fieldEmail"] {
        practice.shared().attempt(|world| world.withdraw_permission(&client_id, code)).unwrap();
    }
    let bare = user().await;
    let fields = bare.as_object().unwrap();
    assert_eq!(fields["name"], "陳示範");
    for hidden in ["mobile", "state_code", "email"] {
        assert!(!fields.contains_key(hidden), "{hidden}");
    }
}

// V §3.5: department/listsub answers an array of one level, the root's by default
// V §3.4: next_cursor is absent on the last page
// V §3.5: member_count counts sub-departments too
#[tokio::test]
async fn the_directory_can_be_walked() {
    let practice = Practice::ready().await;
    let sub = practice.top_json("/topapi/v2/department/listsub", json!({})).await;
    let names: Vec<&str> = sub["result"].as_array().unwrap().iter().map(|d| d["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["管理部", "財務部", "人力資源部", "倉務部", "銷售部"]);
    let first = json!({"dept_id": "552010002", "cursor": "0", "size": "2"});
    let first = practice.top_json("/topapi/user/listsimple", first).await["result"].clone();
    assert_eq!((&first["has_more"], &first["next_cursor"]), (&json!(true), &json!(2)));
    let last = json!({"dept_id": 552_010_002, "cursor": 2, "size": 2});
    let last = practice.top_json("/topapi/v2/user/list", last).await["result"].clone();
    assert_eq!(last["list"][0]["userid"], "demo005");
    assert_eq!((&last["has_more"], last.get("next_cursor")), (&json!(false), None));
    let count = practice.top_json("/topapi/user/count", json!({"only_active": true})).await;
    assert_eq!(count["result"]["count"], 12);
    let by_mobile = practice.top_json("/topapi/v2/user/getbymobile", json!({"mobile": "+852-55500004"})).await;
    assert_eq!(by_mobile["result"]["userid"], "demo004");
    let shop = practice.top_json("/topapi/v2/department/get", json!({"dept_id": 552_010_005})).await;
    assert_eq!((&shop["result"]["member_count"], &shop["result"]["owning_member_count"]), (&json!(3), &json!(1)));
}

// V §4.4: auth/scopes tells what the app may see, authed_dept 1 is everyone
// V §0: auth/scopes wraps a refusal in 88 as /topapi does
#[tokio::test]
async fn scopes_tell_what_the_app_may_see() {
    let practice = Practice::ready().await;
    let token = practice.token().await;
    let url = practice.old_url(&format!("/auth/scopes?access_token={token}"));
    let scopes: Value = practice.client.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(scopes["auth_org_scopes"], json!({"authed_user": [], "authed_dept": [1]}));
    assert_eq!(scopes["condition_field"], json!([]));
    let bogus = text(practice.client.get(practice.old_url("/auth/scopes?access_token=bogus"))).await;
    assert!(bogus.starts_with(r#"{"errcode":88,"sub_code":"40014""#), "{bogus}");
}
