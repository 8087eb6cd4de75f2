//! What is known of each code is tested where it is told (crates/dingtalk); here is how texts are read.
#![allow(clippy::unwrap_used)]

use super::*;

fn check(text: &str, expected: &str, args: &[(&str, &str)]) -> Diagnosis {
    let found = diagnose(text);
    let code = |finding: &Finding| serde_json::to_value(finding.problem.code).unwrap().as_str().unwrap().to_owned();
    let also: Vec<String> = found.also.iter().map(code).collect();
    let all = [vec![code(&found.first)], also].concat().join(" ");
    assert_eq!(all, expected, "{text}");
    for (name, value) in args {
        let told = found.first.problem.args.get(*name).map(String::as_str);
        assert_eq!(told, Some(*value), "{name} of {text}");
    }
    found
}

const LINK: &str = "https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_get_member_by_mobile";

/// As it came in 2026: the wrapper, the sentence, the link, the detail.
fn missing_permission() -> String {
    let told = format!("应用尚未开通所需的权限：[qyapi_get_member_by_mobile]，点击链接申请并开通即可：{LINK}");
    let whole =
        format!("ding talk error[subcode=60011,submsg={told}, {{requiredScopes=[qyapi_get_member_by_mobile]}}]");
    serde_json::json!({"errcode": 88, "sub_code": "60011", "sub_msg": told, "errmsg": whole, "request_id": "16l4ew3d47pdp"})
        .to_string()
}

#[test]
fn one_refused_address_is_one_cause_on_both_gateways_and_in_both_families() {
    // V §8: the old gateway tells the address and the AppKey, wrapped in 88 or flat; the new one says IpNotInWhiteList
    for ip in ["203.0.113.7", "2001:db8::7"] {
        let told = format!("访问ip不在白名单之中,request ip={ip} appKey(dingexample1234)");
        let args = [("ip", ip), ("client_id", "dingexample1234")];
        let wrapped = format!(
            r#"{{"errcode":88,"sub_code":"60020","sub_msg":"{told}","errmsg":"ding talk error[subcode=60020,submsg={told}]","request_id":"16l4ew3d47pdp"}}"#
        );
        let new = format!(
            r#"{{"code":"Forbidden.AccessDenied.IpNotInWhiteList","requestid":"0A1B2C3D-4E5F-7A8B-9C0D-0123456789AB","message":"{told}"}}"#
        );
        let found = check(&wrapped, "address-refused", &args);
        assert_eq!(found.first.problem.args["request_id"], "16l4ew3d47pdp");
        assert_eq!(found.first.destination, Destination::Task(crate::setup::Task::AllowList));
        let found = check(&new, "address-refused", &args);
        assert_eq!(found.first.problem.args["request_id"], "0A1B2C3D-4E5F-7A8B-9C0D-0123456789AB");
        check(&format!(r#"{{"errcode":60020,"errmsg":"{told}"}}"#), "address-refused", &args);
        check(&told, "address-refused", &args);
        check(&format!("ding talk error[subcode=60020,submsg={told}]"), "address-refused", &args);
    }
}

#[test]
fn the_robots_own_list_is_another_problem_than_the_apps() {
    // V §5.1: a robot refuses an address with 310000
    check(
        r#"{"errcode":310000,"errmsg":"ip 203.0.113.7 not in whitelist"}"#,
        "robot-address",
        &[("ip", "203.0.113.7")],
    );
    check("errcode:310000 ip 203.0.113.7 not in whitelist", "robot-address", &[("ip", "203.0.113.7")]);
    check("ip 203.0.113.7 not in whitelist", "robot-address", &[("ip", "203.0.113.7")]);
    // V §8: the path of the app's robot says ip.not.match
    check(r#"{"code":"ip.not.match","message":"x"}"#, "robot-address", &[]);
    check("request ip=203.0.113.7 IpNotInWhiteList", "address-refused", &[("ip", "203.0.113.7")]);
}

#[test]
fn a_missing_permission_tells_its_code_its_link_and_the_app() {
    let args = [
        ("permissions", "qyapi_get_member_by_mobile"),
        ("apply_link", LINK),
        ("client_id", "dingexample"),
        ("code", "60011"),
        ("request_id", "16l4ew3d47pdp"),
    ];
    check(&missing_permission(), "permission-missing", &args);
    // In a log line, in another's string, and escaped by hand.
    check(&format!("2026-09-09 10:00:00 ERROR body={}", missing_permission()), "permission-missing", &args);
    let nested = serde_json::json!({"level": "error", "body": missing_permission()}).to_string();
    check(&nested, "permission-missing", &args);
    check(&serde_json::json!({"log": nested}).to_string(), "permission-missing", &args);
    check(&missing_permission().replace('"', "\\\""), "permission-missing", &args);
    let foreign = missing_permission().replace("open-dev.dingtalk.com", "open-dev.dingtalk.com.evil.example");
    check(&foreign, "permission-missing", &[("apply_link", "")]);
}

#[test]
fn exceptions_of_kits_and_dumps_are_read() {
    check(
        "Error: Forbidden.AccessDenied.AccessTokenPermissionDenied: code: 403, 应用尚未开通所需的权限：[Contact.User.Read] request id: 0A1B2C3D-4E5F-7A8B-9C0D-0123456789AB",
        "permission-missing",
        &[("permissions", "Contact.User.Read"), ("request_id", "0A1B2C3D-4E5F-7A8B-9C0D-0123456789AB")],
    );
    check(
        "dingtalk.core.exceptions.DingTalkClientException: Error code: 88, msg: ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=203.0.113.7 appKey(dingexample)]",
        "address-refused",
        &[("ip", "203.0.113.7")],
    );
    check(
        "Exception in thread \"main\" com.taobao.api.ApiException: {\"error_response\":{\"code\":15,\"sub_code\":\"50004\",\"sub_msg\":\"请求的部门id不在授权范围内\"}}",
        "contact-scope",
        &[("whom", "department")],
    );
    check("{'errcode': 40078, 'errmsg': '不存在的临时授权码'}", "sign-in-code-refused", &[]);
    check("array(2) { [\"errcode\"]=> int(60121) [\"errmsg\"]=> string(21) \"找不到该用户\" }", "user-unknown", &[]);
    check(
        "> POST /topapi/v2/user/create?access_token=x HTTP/1.1\n< HTTP/1.1 200 OK\n< Content-Type: application/json\n<\n{\"errcode\":60104,\"errmsg\":\"手机号码在公司中已存在\"}",
        "already-exists",
        &[("what", "mobile")],
    );
    check(
        "HTTP/1.1 500 Internal Server Error\r\n\r\n{\"code\":\"brand.new\",\"requestid\":\"16l4ew3d47pdp\",\"message\":\"?\"}",
        "busy",
        &[],
    );
    check(
        "POST https://api.dingtalk.com/v1.0/oauth2/ding0000/token\nHTTP/2 500\n{\"code\":\"unknownError\",\"requestid\":\"x\",\"message\":\"未知错误\"}",
        "corp-id-refused",
        &[],
    );
    check(
        "GET https://oapi.dingtalk.com/gettoken -> {\"errcode\":40001,\"errmsg\":\"x\"}",
        "credentials-refused",
        &[("host", "oapi.dingtalk.com")],
    );
    check(
        "MissingoperatorId: operatorId is mandatory for this action.",
        "parameter-missing",
        &[("name", "operatorId")],
    );
}

#[test]
fn codes_are_read_bare_torn_full_width_and_converted() {
    check("60020", "address-refused", &[]);
    check(" 60020\n", "address-refused", &[]);
    check("６００２０", "address-refused", &[]);
    check("-1", "busy", &[]);
    check("88", "busy", &[]);
    check("22", "path-unknown", &[]);
    check("310000", "robot-security", &[("code", "310000")]);
    check("errcode:310000 sign not match", "robot-signature", &[]);
    check("err code : 6 0 0 2 0", "address-refused", &[]);
    check("errcode ： 60020", "address-refused", &[]);
    check("錯誤碼：60011", "permission-missing", &[]);
    check("訪問ip不在白名單之中，request ip=203.0.113.7", "address-refused", &[("ip", "203.0.113.7")]);
    check("description:關鍵詞不匹配;solution:請聯繫群管理員查看此機器人的關鍵詞", "robot-keyword", &[]);
    check("機器人發送簽名不匹配", "robot-signature", &[]);
    check("Forbidden.AccessDenied.QpsLimitForApi", "throttled", &[("seconds", "1"), ("wait", "1")]);
    check("Forbidden. AccessDenied. IpNotInWhiteList", "address-refused", &[]);
    check("we get 60020 every morning", "address-refused", &[]);
    check("invalidClientIdOrSecret", "credentials-refused", &[]);
}

#[test]
fn robots_refuse_in_old_words_and_in_new_ones() {
    // V §5.1: one code for four checks, in documented words and in those of today
    for (text, expected) in [
        ("keywords not in content", "robot-keyword"),
        ("invalid timestamp", "robot-clock"),
        ("sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]", "robot-signature"),
        (
            "description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词，并在发送的信息中包含此关键词;",
            "robot-keyword",
        ),
        (
            "description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中，请确认机器人的密钥加密和填写正确;",
            "robot-signature",
        ),
        ("错误描述:机器人发送签名不匹配;解决方案:请确认签名和生成签名的时间戳", "robot-signature"),
    ] {
        check(&format!(r#"{{"errcode":310000,"errmsg":"{text}"}}"#), expected, &[]);
        check(&format!("errcode:310000, errmsg:{text}"), expected, &[]);
        check(text, expected, &[]);
    }
    check(
        r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#,
        "robot-throttled",
        &[("minutes", "10"), ("wait", "600")],
    );
    check("send too fast, exceed 20 times per minute", "robot-throttled", &[]);
    check(r#"{"errcode":300005,"errmsg":"token is not exist"}"#, "robot-unknown", &[]);
    check(
        "errmsg: description:机器人已经停用或者未启用;solution:请让企业管理员前往开放平台后台启用对应机器人",
        "robot-disabled",
        &[],
    );
}

#[test]
fn libraries_say_why_the_way_is_shut() {
    for (text, expected) in [
        ("getaddrinfo ENOTFOUND oapi.dingtalk.com", "name-unknown"),
        (
            "HTTPSConnectionPool(host='oapi.dingtalk.com', port=443): Max retries exceeded with url: /gettoken (Caused by NewConnectionError('Failed to establish a new connection: [Errno -2] Name or service not known'))",
            "name-unknown",
        ),
        ("java.net.UnknownHostException: api.dingtalk.com", "name-unknown"),
        ("dial tcp: lookup oapi.dingtalk.com: no such host", "name-unknown"),
        ("curl: (6) Could not resolve host: oapi.dingtalk.com", "name-unknown"),
        ("connect ECONNREFUSED 203.0.113.1:443", "unreachable"),
        ("curl: (7) Failed to connect to oapi.dingtalk.com port 443", "unreachable"),
        ("WinHttpSendRequest failed: 0x80072EFD", "unreachable"),
        ("requests.exceptions.ReadTimeout: Read timed out. (read timeout=10)", "timed-out"),
        ("context deadline exceeded", "timed-out"),
        (
            "certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)",
            "certificate-refused unknown-issuer",
        ),
        ("invalid peer certificate: UnknownIssuer", "certificate-refused unknown-issuer"),
        ("sun.security.validator.ValidatorException: PKIX path building failed", "certificate-refused unknown-issuer"),
        ("x509: certificate signed by unknown authority", "certificate-refused unknown-issuer"),
        ("SEC_E_UNTRUSTED_ROOT (0x80090325)", "certificate-refused unknown-issuer"),
        ("WinHTTP error 12045", "certificate-refused unknown-issuer"),
        ("SSL certificate problem: certificate has expired", "certificate-refused expired"),
        ("invalid peer certificate: NotValidYet", "certificate-refused not-yet-valid"),
        ("schannel: SEC_E_CERT_EXPIRED (0x80090328)", "certificate-refused expired"),
        ("Hostname/IP does not match: ERR_TLS_CERT_ALTNAME_INVALID", "certificate-refused wrong-name"),
        ("HTTP/1.1 407 Proxy Authentication Required", "proxy-sign-in"),
        ("CONNECT tunnel failed, response 407", "proxy-sign-in"),
        ("OSError('Tunnel connection failed: 403 Forbidden')", "proxy-refused"),
        ("SyntaxError: Unexpected token < in JSON at position 0", "captive-portal"),
        ("HTTP/1.1 511 Network Authentication Required", "captive-portal"),
        ("HTTP/1.1 302 Found\r\nLocation: http://portal.example/login\r\n\r\n", "captive-portal"),
        ("<!DOCTYPE html><html><body>Welcome to Harbour Hotel Wi-Fi</body></html>", "captive-portal"),
        ("<html><head><title>502 Bad Gateway</title></head></html>", "busy"),
        ("<html><script src='https://g.alicdn.com/punish'></script></html>", "address-banned"),
        (r#"{"status":1111,"wait":5,"source":"x5","punish":"deny","uuid":"xxx"}"#, "address-banned"),
        ("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)", "answer-unreadable"),
        ("org.freedesktop.Secret.Error.IsLocked: Cannot create an item in a locked collection", "vault-locked"),
        ("The name org.freedesktop.secrets was not provided by any .service files", "vault-absent"),
        ("Attribute 'password' is longer than platform limit of 2560 chars", "secret-too-long"),
        ("No space left on device (os error 28)", "disk-full"),
        ("attempt to write a readonly database", "disk-read-only"),
    ] {
        let (expected, fault) = expected.split_once(' ').unwrap_or((expected, ""));
        let args = [("fault", fault)];
        check(text, expected, if fault.is_empty() { &[] } else { &args });
    }
    let curl = "* Connected to oapi.dingtalk.com (203.0.113.1) port 443\n*  issuer: C=HK; O=Example Office; CN=Example Inspection CA\n* SSL certificate problem: unable to get local issuer certificate\ncurl: (60) SSL certificate problem";
    check(
        curl,
        "certificate-refused",
        &[("fault", "unknown-issuer"), ("issuer", "Example Inspection CA"), ("host", "oapi.dingtalk.com")],
    );
}

#[test]
fn the_most_specific_of_several_causes_comes_first() {
    check(
        "{\"errcode\":-1,\"errmsg\":\"系统繁忙\"}\n{\"errcode\":60011,\"errmsg\":\"没有调用该接口的权限\"}",
        "permission-missing busy",
        &[],
    );
    check(
        "10:00 errcode: 60011 no\n10:01 errcode: 60020 request ip=203.0.113.7",
        "permission-missing address-refused",
        &[],
    );
    check("timed out\n{\"errcode\":40014,\"errmsg\":\"不合法的access_token\"}", "token-refused timed-out", &[]);
}

#[test]
fn what_nobody_knows_is_said_to_be_unknown_and_keeps_its_code() {
    check(r#"{"errcode":987654,"errmsg":"?"}"#, "unknown", &[("code", "987654")]);
    check("errcode: 987654 something", "unknown", &[("code", "987654")]);
    check("987654", "unknown", &[("code", "987654")]);
    check(
        r#"{"code":"brand.new.refusal","requestid":"16l4ew3d47pdp","message":"?"}"#,
        "unknown",
        &[("code", "brand.new.refusal"), ("request_id", "16l4ew3d47pdp")],
    );
    for text in [
        "",
        "   ",
        "it does not work",
        "errcode",
        "{",
        r#"{"errcode":0,"errmsg":"ok"}"#,
        "鐘",
        "error code: 200",
        "listening on :40035",
    ] {
        check(text, "unknown", &[("code", "")]);
    }
}

#[test]
fn no_secret_of_the_text_comes_back() {
    let secrets = [
        "canaryToken0123456789canaryToken01",
        "SECcanary0123456789abcdef0123456789abcdef",
        "canaryAppSecret-0123456789-0123456789-x",
    ];
    for secret in secrets {
        for text in [
            format!(r#"{{"errcode":987654,"errmsg":"token {secret} is bad","access_token":"{secret}"}}"#),
            format!("GET /gettoken?appkey=dingexample&appsecret={secret} errcode: 40096 {secret}"),
            format!("访问ip不在白名单之中 access_token={secret}"),
            format!(r#"{{"log":"{{\"errcode\":60020,\"errmsg\":\"{secret}\"}}"}}"#),
            format!("errcode: 987654 session=\"{secret}\""),
            secret.to_owned(),
        ] {
            let shown = serde_json::to_string(&diagnose(&text)).unwrap();
            assert!(!shown.contains("anary"), "{text}\n{shown}");
        }
    }
}

#[test]
fn a_text_of_any_length_is_read_in_its_first_megabyte() {
    for piece in [
        "{\"a\":",
        "err ",
        "ding",
        "60020 ",
        "\\\"",
        "{\"errcode\":60020}",
        "err code 1 ",
        "鐘",
        "//@",
        "token=",
        "a.b ",
    ] {
        let _ = diagnose(&piece.repeat(LONGEST_TEXT / 16 / piece.len()));
    }
    let late = format!("{}60020", " ".repeat(LONGEST_TEXT));
    check(&late, "unknown", &[]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text: String) {
        let _ = diagnose(&text);
    }

    #[test]
    fn no_text_that_looks_like_an_answer_makes_it_panic(
        text in "(\\{|\\}|\"|:|,|\\\\|errcode|code|-?[0-9]{1,7}|88|subcode=|ding|request ip=|[０-９鐘ａ]|HTTP/1|issuer:|//|@|\n| ){0,60}"
    ) {
        let _ = diagnose(&text);
    }

    #[test]
    fn an_answer_inside_any_text_is_found(before in "[a-z \n]{0,40}", after in "[a-z \n]{0,40}") {
        let found = diagnose(&format!("{before}{{\"errcode\":60020,\"errmsg\":\"x\"}}{after}"));
        assert_eq!(found.first.problem.code, ProblemCode::AddressRefused);
    }
}
