use std::time::Duration;

use serde_json::json;

use super::{answer, check, refused};
use crate::gateway::{Dialect, classify};
use crate::redact::Redactor;

/// § 9, F06, F07, F08
// V §9: the sentence of 90002 tells when the block ends
// V §9: throttles of the new host are HTTP 403 QpsLimit… and QpmLimit…
// V §9: a used-up month is 90020, ApiCountLimitForOrg or 90030 webhook over limit
#[test]
fn limits_are_told_apart_with_their_pauses() {
    let check = |dialect, status, body: &str, expected: Option<u64>| {
        let error = refused(dialect, status, body);
        assert!(error.is_throttled() && !error.is_quota_used(), "{error:?}");
        assert_eq!(error.retry_after(), expected.map(Duration::from_secs), "{body}");
    };
    check(
        Dialect::Old,
        200,
        r#"{"errcode":88,"sub_code":"90002","errmsg":"ding talk error[subcode=90002,submsg=当前所有钉钉应用调用该接口次数过多，超出了该接口承受的最大qps，请求被暂时限制了，建议错开整点时刻调用该接口, apiPath(dingtalk.oapi.v2.department.listsub), 从 2026-09-03 00:01:02 到 2026-09-03 00:01:02 请求总次数超过 1200 次, 限制将在 2026-09-03 00:01:05 结束.]"}"#,
        Some(3),
    );
    check(Dialect::Old, 200, r#"{"errcode":88,"sub_code":"90018","errmsg":"ding talk error[subcode=90018]"}"#, Some(1));
    check(Dialect::Old, 200, r#"{"errcode":90018,"errmsg":"x"}"#, Some(1));
    for kind in
        ["QpsLimitForAppkeyAndApi", "QpmLimitForAppkeyAndApi", "QpsLimitForApi", "QpsLimitForSuitekeyAndOrgAndApi"]
    {
        check(
            Dialect::New,
            403,
            &json!({"code": format!("Forbidden.AccessDenied.{kind}"), "message": "x"}).to_string(),
            Some(1),
        );
    }
    check(Dialect::New, 400, r#"{"code":"qps.exceed.limit","message":"请求过于频繁"}"#, Some(1));
    check(Dialect::New, 429, "", Some(1));
    check(Dialect::Robot, 200, r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#, Some(600));

    let mut told = answer(200, r#"{"errcode":90018,"errmsg":"x"}"#);
    told.retry_after = Some(Duration::from_secs(7));
    let error = classify(&told, Dialect::Old, "host", &Redactor::default()).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));

    super::check(Dialect::Old, 200, r#"{"errcode":88,"sub_code":"90020","errmsg":"x"}"#, "QuotaUsed 90020");
    super::check(Dialect::Robot, 200, r#"{"errcode":90030,"errmsg":"webhook over limit"}"#, "QuotaUsed 90030");
    super::check(
        Dialect::New,
        403,
        r#"{"code":"Forbidden.AccessDenied.ApiCountLimitForOrg","message":"x"}"#,
        "QuotaUsed Forbidden.AccessDenied.ApiCountLimitForOrg",
    );
}

/// § 9, F09, F23, F24
// V §9: an address that is shut out gets an HTML page or status 1111, without an errcode, for 5 minutes
#[test]
fn the_firewall_and_sign_in_pages_are_known_by_their_shape() {
    use Dialect as D;
    let ban = r#"{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"xxx"}"#;
    for dialect in [D::Old, D::OldToken, D::Robot, D::New, D::NewToken, D::CorpToken] {
        check(dialect, 200, ban, "AddressBanned");
        check(dialect, 403, ban, "AddressBanned");
        check(dialect, 200, "<html><body>punish?x5secdata</body></html>", "AddressBanned");
        check(dialect, 200, "<html>status: 1111</html>", "AddressBanned");
        check(dialect, 200, "  <!DOCTYPE html><form>sign in, tel. 21111119</form>", "CaptivePortal");
        check(dialect, 403, "<html>blocked by policy</html>", "CaptivePortal");
        check(dialect, 511, "", "CaptivePortal");
        check(dialect, 302, "", "Redirected");
        check(dialect, 302, "<html>punish</html>", "AddressBanned");
        check(dialect, 407, "", "ProxyAuthentication");
        check(dialect, 502, "<html>Bad Gateway</html>", "Busy HTTP 502");
    }
    check(D::Old, 200, r#"{"status":"1111"}"#, "AddressBanned");
    check(D::New, 200, r#"{"status":1112}"#, "fine");
    let error = refused(D::Old, 200, ban);
    assert_eq!(error.retry_after(), Some(Duration::from_mins(5)));
    assert!(!error.may_have_acted());
}

/// F19, F20, F21
// V §10.1: -1 is a busy system
#[test]
fn what_cannot_be_read_may_have_been_acted_on_and_is_never_a_success() {
    let check = |dialect, status, body: &str, expected: &str, may_have_acted: bool| {
        check(dialect, status, body, expected);
        assert_eq!(refused(dialect, status, body).may_have_acted(), may_have_acted, "{body}");
    };
    check(Dialect::Old, 200, r#"{"errcode":0"#, "Unreadable", true);
    check(Dialect::Old, 200, "", "Unreadable", true);
    check(Dialect::Old, 200, "[]", "Unreadable", true);
    check(Dialect::Old, 200, "null", "Unreadable", true);
    check(Dialect::Old, 200, r#"{"errcode":"zero"}"#, "Unreadable", true);
    check(Dialect::Old, 200, r#"{"errcode":1,"errcode":0}"#, "Unreadable", true);
    check(Dialect::Old, 500, r#"{"errcode":0,"errmsg":"ok"}"#, "Busy HTTP 500", true);
    check(Dialect::Old, 404, r#"{"errcode":0,"errmsg":"ok"}"#, "Unreadable", true);
    check(Dialect::New, 200, "OK", "Unreadable", true);
    check(Dialect::NewToken, 200, "", "Unreadable", true);
    check(Dialect::New, 504, "", "Busy HTTP 504", true);
    check(Dialect::New, 500, r#"{"code":"unknownError","message":"未知错误"}"#, "Busy unknownError", true);
    check(Dialect::New, 500, r#"{"code":"system.busy","message":"系统繁忙"}"#, "Busy system.busy", false);
    check(Dialect::New, 500, r#"{"code":"never.seen","message":"?"}"#, "Busy never.seen", true);
    check(Dialect::Old, 200, r#"{"errcode":-1,"errmsg":"系统繁忙"}"#, "Busy -1", false);
    check(Dialect::Old, 200, r#"{"errcode":12345,"errmsg":"?"}"#, "Unknown 12345", false);
    check(Dialect::New, 400, r#"{"code":"never.seen","message":"?"}"#, "Unknown never.seen", false);
    check(Dialect::New, 403, "[]", "Unknown HTTP 403", false);
}
