use serde_json::json;

use super::refused;
use crate::RobotRefusal;
use crate::gateway::Dialect;

fn check_robot(code: i64, message: &str, expected: Option<&RobotRefusal>) {
    let error = refused(Dialect::Robot, 200, &json!({"errcode": code, "errmsg": message}).to_string());
    assert_eq!(error.robot_refusal(), expected, "{code} {message}");
    assert!(!error.may_have_acted());
}

/// § 5.1
// V §5.1: a webhook with an unknown token answers 300005 with HTTP 200
// V §5.1: the security check answers 310000 in the current wording for keywords and signature
// V §5.1: throttles of a robot were seen as 130101 and 660026 and are documented as 410100
// V §5.1: a robot that is switched off answers 400102
#[test]
fn a_robots_refusal_is_named_in_old_and_in_live_wordings() {
    use RobotRefusal as R;
    check_robot(300_005, "token is not exist", Some(&R::TokenUnknown));
    check_robot(400_101, "access_token不存在", Some(&R::TokenUnknown));
    check_robot(400_106, "机器人不存在", Some(&R::TokenUnknown));
    check_robot(310_000, "keywords not in content", Some(&R::Keyword));
    check_robot(310_000, "invalid timestamp", Some(&R::Clock));
    check_robot(310_000, "sign not match", Some(&R::Signature));
    check_robot(310_000, "ip 203.0.113.7 not in whitelist", Some(&R::Address("203.0.113.7".parse().ok())));
    check_robot(310_000, "ip X.X.X.X not in whitelist", Some(&R::Address(None)));
    check_robot(
        310_000,
        "description:关键词不匹配;solution:请联系群管理员查看此机器人的关键词，并在发送的信息中包含此关键词;",
        Some(&R::Keyword),
    );
    check_robot(
        310_000,
        "description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中，请确认机器人的密钥加密和填写正确;link:请参考本接口对应文档获得具体要求，或者在https://open.dingtalk.com/document/  搜索相关文档;",
        Some(&R::Signature),
    );
    check_robot(310_000, "错误描述:机器人发送签名不匹配;解决方案:请确认时间戳;", Some(&R::Signature));
    check_robot(
        310_000,
        "sign not match, more: [https://ding-doc.dingtalk.com/doc#/serverapi2/qf2nxq]",
        Some(&R::Signature),
    );
    check_robot(310_000, "description:时间戳过期;solution:请确认签名;", Some(&R::Clock));
    check_robot(310_000, "words nobody has seen", None);
    check_robot(130_101, "send too fast, exceed 20 times per minute", Some(&R::Throttled));
    check_robot(660_026, "sending too many messages per minute", Some(&R::Throttled));
    check_robot(410_100, "发送速度太快而限流", Some(&R::Throttled));
    check_robot(400_013, "群已被解散", Some(&R::GroupGone));
    check_robot(400_102, "description:机器人已经停用或者未启用;solution:…", Some(&R::Disabled));
    for code in 430_101..=430_104 {
        check_robot(code, "含有不合适的内容", Some(&R::Content));
    }
    check_robot(40_035, "缺少参数 json", None);
    check_robot(43_002, "需要POST请求", None);
    check_robot(-1, "系统繁忙", None);
}
