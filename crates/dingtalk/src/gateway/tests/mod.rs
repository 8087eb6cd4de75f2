//! Every shape of refusal that dingtalk-api.md quotes, read by the table it belongs to.
#![allow(clippy::unwrap_used)]

mod canary;
mod robot;
mod rows;
mod trouble;

use std::time::Duration;

use reqwest::header::HeaderMap;
use serde_json::{Value, json};

use super::{Answer, Dialect, classify};
use crate::redact::Redactor;
use crate::{ContactScope, Error, Result};

fn answer(status: u16, body: &str) -> Answer {
    let mut answer = Answer::from_head(status, &HeaderMap::new(), Duration::ZERO);
    answer.body = body.as_bytes().to_vec();
    answer
}

fn read(dialect: Dialect, status: u16, body: &str) -> Result<Value> {
    classify(&answer(status, body), dialect, "host", &Redactor::default())
}

fn refused(dialect: Dialect, status: u16, body: &str) -> Error {
    read(dialect, status, body).unwrap_err()
}

/// The variant, and DingTalk's code if it said one: `TokenRefused 40014`.
fn summary(outcome: &Result<Value>) -> String {
    let Err(error) = outcome else { return "fine".to_owned() };
    let debug = format!("{error:?}");
    let variant = debug.split([' ', '{']).next().unwrap_or_default();
    format!("{variant} {}", error.code().unwrap_or_default()).trim_end().to_owned()
}

fn check(dialect: Dialect, status: u16, body: &str, expected: &str) {
    assert_eq!(summary(&read(dialect, status, body)), expected, "{dialect:?} {status} {body}");
}

// V §0: success is errcode 0 on the old host and no envelope on the new one
#[test]
fn success_is_success_in_both_dialects() {
    check(Dialect::OldToken, 200, r#"{"errcode":0,"access_token":"t","errmsg":"ok","expires_in":7200}"#, "fine");
    check(Dialect::Old, 200, r#"{"errcode":"0","errmsg":"ok"}"#, "fine");
    check(Dialect::Robot, 200, r#"{"errcode":0,"errmsg":"ok"}"#, "fine");
    check(Dialect::NewToken, 200, r#"{"accessToken":"t","expireIn":7200}"#, "fine");
    check(Dialect::New, 200, "", "fine");
    check(Dialect::New, 204, "", "fine");
    check(Dialect::New, 200, r#"{"code":"not an envelope","list":[]}"#, "fine");
}

// V §1.1: wrong keys answer errcode 40096 不合法的appKey或appSecret with HTTP 200
// V §1.2: wrong credentials answer HTTP 400 invalidClientIdOrSecret 无效的clientId或者clientSecret
// V §1.4: on the old host an absent token answers sub_code 40000 access_token is blank, a bad one 40014
// V §6.3: wrong keys for Stream mode answer HTTP 401 authFailed
#[test]
fn refusals_of_tokens_and_keys_are_told_apart() {
    use Dialect as D;
    check(D::OldToken, 200, r#"{"errcode":40096,"errmsg":"不合法的appKey或appSecret"}"#, "CredentialsRefused 40096");
    check(D::OldToken, 200, r#"{"errcode":40089,"errmsg":"不合法的corpId或corpSecret"}"#, "CredentialsRefused 40089");
    check(D::OldToken, 200, r#"{"errcode":40001,"errmsg":"获取access_token时Secret错误"}"#, "CredentialsRefused 40001");
    check(D::OldToken, 200, r#"{"errcode":40035,"errmsg":"缺少参数 corpid or appkey"}"#, "ParameterMissing 40035");
    check(
        D::NewToken,
        400,
        r#"{"requestid":"A","code":"invalidClientIdOrSecret","message":"无效的clientId或者clientSecret"}"#,
        "CredentialsRefused invalidClientIdOrSecret",
    );
    check(
        D::New,
        400,
        r#"{"code":"AuthenticationFailed.MissingParameter","requestid":"A","message":"缺少参数：x-acs-dingtalk-access-token"}"#,
        "TokenRefused AuthenticationFailed.MissingParameter",
    );
    check(
        D::New,
        400,
        r#"{"code":"InvalidAuthentication","requestid":"A","message":"不合法的access_token"}"#,
        "TokenRefused InvalidAuthentication",
    );
    check(
        D::New,
        400,
        r#"{"code":"accesstoken.expired","message":"用户accessToken过期"}"#,
        "TokenRefused accesstoken.expired",
    );
    check(
        D::New,
        401,
        r#"{"requestid":"A","code":"authFailed","message":"鉴权失败"}"#,
        "CredentialsRefused authFailed",
    );
    check(D::New, 401, "", "TokenRefused HTTP 401");
    check(
        D::Old,
        200,
        r#"{"errcode":88,"sub_code":"40014","sub_msg":"不合法的access_token","errmsg":"ding talk error[subcode=40014,submsg=不合法的access_token]","request_id":"16l4ew3d47pdp"}"#,
        "TokenRefused 40014",
    );
    check(
        D::Old,
        200,
        r#"{"errcode":88,"sub_code":"40000","sub_msg":"access_token is blank","errmsg":"ding talk error[subcode=40000,submsg=access_token is blank]"}"#,
        "TokenRefused 40000",
    );
    check(D::Old, 200, r#"{"errcode":40000,"errmsg":"参数错误"}"#, "ParameterRefused 40000");
    check(D::Old, 200, r#"{"errcode":40014,"errmsg":"不合法的access_token"}"#, "TokenRefused 40014");
    check(D::Old, 200, r#"{"errcode":"42001","errmsg":"access_token超时"}"#, "TokenRefused 42001");
    check(D::Old, 200, r#"{"errcode":40001,"errmsg":"access_token无效"}"#, "TokenRefused 40001");
    check(D::Old, 200, r#"{"errcode":33001,"errmsg":"无效的企业ID"}"#, "TokenRefused 33001");
    check(D::Old, 200, r#"{"errcode":41001,"errmsg":"缺少access_token参数"}"#, "TokenRefused 41001");
}

// V §0: every failure of the gateway on /topapi is wrapped in errcode 88 with the real code as a string in sub_code
// V §9: a time-out of the old host is errcode 15 or 88 with an empty sub_code
#[test]
fn the_reason_inside_88_is_found_wherever_it_stands() {
    check(
        Dialect::Old,
        200,
        r#"{"errcode":88,"errmsg":"ding talk error[subcode=40014,submsg=x]"}"#,
        "TokenRefused 40014",
    );
    check(Dialect::Old, 200, r#"{"errcode":"88","sub_code":42001,"errmsg":"x"}"#, "TokenRefused 42001");
    check(Dialect::Old, 200, r#"{"errcode":88,"sub_code":"","errmsg":"ding talk error[subcode=,submsg=]"}"#, "Busy 88");
    check(Dialect::Old, 200, r#"{"errcode":88,"errmsg":"ding talk error"}"#, "Busy 88");
    check(
        Dialect::Old,
        200,
        r#"{"errcode":15,"sub_code":"isp.top-remote-connection-timeout","errmsg":"Remote service error"}"#,
        "Busy isp.top-remote-connection-timeout",
    );
    check(Dialect::Old, 200, r#"{"errcode":88,"sub_code":"99999","errmsg":"?"}"#, "Unknown 99999");
}

// V §0: the request id is request_id on the old host and lower-case requestid on the new one
#[test]
fn the_small_print_keeps_code_words_and_request_id() {
    let error = refused(
        Dialect::Old,
        200,
        r#"{"errcode":88,"sub_code":"40014","sub_msg":"不合法的access_token","errmsg":"ding talk error[…]","request_id":"16l4ew3d47pdp"}"#,
    );
    assert_eq!(error.server_message(), Some("不合法的access_token"));
    assert_eq!(error.request_id(), Some("16l4ew3d47pdp"));
    assert!(!error.may_have_acted());
    let error = refused(
        Dialect::New,
        400,
        r#"{"requestid":"AB-1","code":"InvalidAuthentication","message":"不合法的access_token"}"#,
    );
    assert_eq!((error.code(), error.request_id()), (Some("InvalidAuthentication"), Some("AB-1")));
    assert_eq!(error.words().map(|words| words.http_status), Some(400));
}

fn check_permission(dialect: Dialect, status: u16, body: &str, permissions: &[&str], link: Option<&str>) {
    let error = refused(dialect, status, body);
    let permissions: Vec<String> = permissions.iter().map(ToString::to_string).collect();
    assert_eq!(error.missing_permissions(), Some(permissions), "{body}");
    assert_eq!(error.apply_link(), link, "{body}");
}

/// § 4.3
// V §4.3: a missing permission answers HTTP 403 AccessTokenPermissionDenied with accessdenieddetail.requiredScopes
// V §4.3: the newer message names the point and links to the page where it is applied for
// V §4.3: the old host's errmsg ends in the scopes that are required
#[test]
fn a_missing_permission_is_named_with_the_page_to_ask_for_it() {
    check_permission(
        Dialect::New,
        403,
        r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"A","message":"没有调用该接口的权限，接口权限申请参考：https://open.dingtalk.com/document/orgapp-server/add-api-permission","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#,
        &["Contact.User.Read"],
        None,
    );
    check_permission(
        Dialect::New,
        403,
        r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"A","message":"应用尚未开通所需的权限：[Contact.User.mobile]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23Contact.User.mobile"}"#,
        &["Contact.User.mobile"],
        Some("https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23Contact.User.mobile"),
    );
    check_permission(
        Dialect::Old,
        200,
        r#"{"errcode":88,"sub_code":"60011","errmsg":"ding talk error[subcode=60011,submsg=应用尚未开通所需的权限：[qyapi_get_member_by_mobile]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_get_member_by_mobile, {requiredScopes=[qyapi_get_member_by_mobile]}]"}"#,
        &["qyapi_get_member_by_mobile"],
        Some("https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_get_member_by_mobile"),
    );
    check_permission(Dialect::Old, 200, r#"{"errcode":43007,"errmsg":"需要授权"}"#, &[], None);
    check_permission(Dialect::New, 400, r#"{"code":"apiPermissionDenied","message":"无权限访问此接口"}"#, &[], None);
    check_permission(Dialect::New, 401, r#"{"code":"unauthorized.client","message":"应用未被授权"}"#, &[], None);
}

// V §4.3: outside the contact scope answers 50002 for a person and 50004 for a department, flat
#[test]
fn the_contact_scope_says_whom_it_leaves_out() {
    let user = refused(Dialect::Old, 200, r#"{"errcode":50002,"errmsg":"请求的员工userid不在授权范围内"}"#);
    assert_eq!(user.contact_scope(), Some(ContactScope::User));
    let department = refused(Dialect::Old, 200, r#"{"errcode":50004,"errmsg":"请求的部门id不在授权范围内"}"#);
    assert_eq!(department.contact_scope(), Some(ContactScope::Department));
}

/// § 8
// V §8: a refused address answers 60020 with the address and the AppKey, wrapped in 88
// V §8: older paths of the old host answer 60020 flat
// V §8: a refused address answers HTTP 403 IpNotInWhiteList with the address in its message
#[test]
fn a_refused_address_is_read_on_both_gateways() {
    let check = |dialect, status, body: &str, expected: Option<&str>| {
        let error = refused(dialect, status, body);
        assert!(error.is_address_refused(), "{body}");
        assert_eq!(error.refused_address().map(|address| address.to_string()).as_deref(), expected, "{body}");
    };
    check(
        Dialect::Old,
        200,
        r#"{"errcode":88,"sub_code":"60020","errmsg":"ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=14.153.172.241 appKey(ding-example)]"}"#,
        Some("14.153.172.241"),
    );
    check(
        Dialect::Old,
        200,
        r#"{"errcode":60020,"errmsg":"请参考FAQ：https://open-doc.dingtalk.com/microapp/faquestions/cvbtph。错误原因：访问ip不在白名单之中,request ip=203.119.196.81 appKey(dingeqqpkv3artfbxxx)"}"#,
        Some("203.119.196.81"),
    );
    check(
        Dialect::New,
        403,
        r#"{"code":"Forbidden.AccessDenied.IpNotInWhiteList","requestid":"A","message":"访问ip不在白名单之中,request ip=2001:db8::7 appKey(dingexample)"}"#,
        Some("2001:db8::7"),
    );
    check(Dialect::New, 400, r#"{"code":"ip.not.match","message":"ip不匹配"}"#, None);
    check(Dialect::Old, 200, r#"{"errcode":60020,"errmsg":"访问ip不在白名单之中"}"#, None);
}

// V §0: a wrong path answers errcode 22 and names the API that it would be
// V §0: a path of the new host without /v1.0 answers HTTP 200 with errcode 404 请求的URI地址不存在
// V §0: a wrong /v1.0 path answers HTTP 404 InvalidAction.NotFound
// V §10.1: a business failure is flat, e.g. 60121 找不到该用户
#[test]
fn wrong_paths_ids_and_apps_have_causes_of_their_own() {
    use Dialect as D;
    check(
        D::Old,
        200,
        r#"{"errcode":22,"sub_msg":"不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist","errmsg":"Invalid method[submsg=不合法ApiName，ApiName = dingtalk.oapi.v2.user.notexist]","request_id":"15r6taqz8r6xu"}"#,
        "PathUnknown 22",
    );
    check(D::New, 200, r#"{"errcode":404,"errmsg":"请求的URI地址不存在"}"#, "PathUnknown 404");
    check(
        D::New,
        404,
        r#"{"code":"InvalidAction.NotFound","message":"Specified api is not found"}"#,
        "PathUnknown InvalidAction.NotFound",
    );
    check(
        D::New,
        400,
        r#"{"code":"MissingoperatorId","message":"operatorId is mandatory"}"#,
        "ParameterMissing MissingoperatorId",
    );
    check(D::Old, 200, r#"{"errcode":60121,"errmsg":"找不到该用户","request_id":"a"}"#, "UserUnknown 60121");
    check(
        D::New,
        404,
        r#"{"code":"invalidParameter.user.notFound","message":"找不到该用户"}"#,
        "UserUnknown invalidParameter.user.notFound",
    );
    check(D::Old, 200, r#"{"errcode":60003,"errmsg":"部门不存在"}"#, "DepartmentUnknown 60003");
    for code in [40056, 41011, 70003, 70004] {
        let body = json!({"errcode": code, "errmsg": "不合法的agentid"}).to_string();
        check(D::Old, 200, &body, &format!("AgentIdRefused {code}"));
    }
    check(D::Old, 200, r#"{"errcode":50003,"errmsg":"应用已停用"}"#, "AppDisabled 50003");
    check(D::Old, 200, r#"{"errcode":50005,"errmsg":"企业已禁用"}"#, "AppDisabled 50005");
}

/// § 1.3
// V §1.3: a bogus CorpID answers HTTP 500 unknownError 未知错误, without a request id
// V §1.3: documented refusals of the unified token are 400 invalid.client and unsupported.grant.type, message = code
#[test]
fn a_wrong_corp_id_is_told_from_wrong_keys_and_from_other_trouble() {
    let check = |status, body: &str, expected: &str| check(Dialect::CorpToken, status, body, expected);
    check(500, r#"{"code":"unknownError","message":"未知错误"}"#, "CorpIdRefused unknownError");
    check(
        401,
        r#"{"code":"unauthorized.client","message":"unauthorized.client"}"#,
        "CorpIdRefused unauthorized.client",
    );
    check(400, r#"{"code":"invalidCorpId","message":"?"}"#, "CorpIdRefused invalidCorpId");
    check(404, r#"{"code":"InvalidAction.NotFound","message":"?"}"#, "CorpIdRefused InvalidAction.NotFound");
    check(400, r#"{"code":"invalid.client","message":"invalid.client"}"#, "CredentialsRefused invalid.client");
    check(400, r#"{"code":"unsupported.grant.type","message":"x"}"#, "ParameterRefused unsupported.grant.type");
    check(500, r#"{"code":"server.error","message":"server.error"}"#, "Busy server.error");
    check(
        403,
        r#"{"code":"Forbidden.AccessDenied.QpsLimitForApi","message":"x"}"#,
        "Throttled Forbidden.AccessDenied.QpsLimitForApi",
    );
    check(200, r#"{"access_token":"t","expires_in":7200}"#, "fine");
}
