use serde_json::json;

use super::check;
use crate::gateway::Dialect;

fn custom(expected: &str, rows: &[(i64, &str)]) {
    for (code, message) in rows {
        check(Dialect::Robot, 200, &json!({"errcode": code, "errmsg": message}).to_string(), expected);
    }
}

fn app(expected: &str, codes: &[&str]) {
    for code in codes {
        check(Dialect::New, 400, &json!({"code": code, "message": "x"}).to_string(), expected);
    }
}

#[test]
fn codes_of_a_custom_robot() {
    // V §5.1: 300005 (live) and 400101 (documented) are an unknown webhook token, 400106 a robot that is not there
    custom(
        "robot(TokenUnknown)",
        &[(300_005, "token is not exist"), (400_101, "access_token不存在"), (400_106, "机器人不存在")],
    );
    // V §5.1: 40035 names the token or the body that is missing
    custom("ParameterMissing(access_token)", &[(40035, "缺少参数 access_token")]);
    custom("ParameterMissing(json)", &[(40035, "缺少参数 json")]);
    // V §5.1: 43002 is a GET, 43004 a wrong content type
    custom("RequestMalformed()", &[(43002, "需要POST请求"), (43004, "无效的HTTP HEADER Content-Type")]);
    // V §5.1: 310000 is one code for keyword, timestamp, signature and address
    custom("robot(Keyword)", &[(310_000, "keywords not in content")]);
    custom("robot(Clock)", &[(310_000, "invalid timestamp")]);
    custom("robot(Signature)", &[(310_000, "sign not match")]);
    custom("address_refused robot(Address(None))", &[(310_000, "ip X.X.X.X not in whitelist")]);
    // V §5.1: 130101, 660026 and 410100 are throttles of a robot
    custom(
        "throttled robot(Throttled)",
        &[
            (130_101, "send too fast, exceed 20 times per minute"),
            (660_026, "sending too many messages per minute"),
            (410_100, "发送速度太快而限流"),
        ],
    );
    // V §5.1: 90030 is the monthly quota of webhooks
    custom("quota_used", &[(90030, "webhook over limit")]);
    // V §5.1: 400013 is a dissolved group, 400102 a stopped robot, 400105 a type it does not take
    custom("robot(GroupGone)", &[(400_013, "群已被解散")]);
    custom("robot(Disabled)", &[(400_102, "机器人已停用")]);
    custom("ParameterRefused(msgtype)", &[(400_105, "不支持的消息类型")]);
    // V §5.1: 430101–430104 are unsafe links, texts, pictures and contents
    custom("robot(Content)", &[(430_101, "x"), (430_102, "x"), (430_103, "x"), (430_104, "x")]);
    // V §5.1: -1 is a busy system
    custom("busy", &[(-1, "系统繁忙")]);
    custom("unknown", &[(987_654, "?")]);
}

#[test]
fn codes_of_an_app_robot() {
    // V §5.2: invalidParameter.* names the parameter in its second word
    app(
        "ParameterRefused(robotCode)",
        &[
            "invalidParameter.robotCode.empty",
            "invalidParameter.robotCode.invalid",
            "invalidParameter.robotCode.notExsit",
        ],
    );
    app("ParameterRefused(userIds)", &["invalidParameter.userIds.empty", "invalidParameter.userIds.overMax"]);
    app("ParameterRefused(msgKey)", &["invalidParameter.msgKey.empty", "invalidParameter.msgKey.invalid"]);
    app("ParameterRefused(msgParam)", &["invalidParameter.msgParam.invalid", "invalidParameter.msgParam.tooLong"]);
    app("ParameterRefused(msg)", &["invalidParameter.msg.unsupport"]);
    app("ParameterRefused(msgBody)", &["invalidParameter.msgBody.invalid"]);
    app("ParameterRefused(param)", &["invalidParameter.param.invalid"]);
    app("ParameterRefused(token)", &["invalidParameter.token.invalid"]);
    // V §5.2: template.not.existed and template.stopped are refusals of a message
    app("ParameterRefused(msgKey)", &["template.not.existed", "template.stopped"]);
    // V §5.2: miss.param.* names the field that is missing
    app("ParameterMissing(robotCode)", &["miss.param.robotCode"]);
    // V §5.2: token.notExisted, send.*, bot.forbidden.sendMessage and *.not.match are as for a custom robot
    app("robot(TokenUnknown)", &["token.notExisted"]);
    app("throttled robot(Throttled)", &["send.too.fast", "send.byToken.tooFast"]);
    app("robot(Disabled)", &["send.forbidden", "bot.forbidden.sendMessage"]);
    app("address_refused robot(Address(None))", &["ip.not.match"]);
    app("robot(Keyword)", &["keywords.not.match"]);
    app("robot(Signature)", &["sign.not.match"]);
    // V §5.2: contain.* is a link, text, picture or content that is not allowed
    app(
        "robot(Content)",
        &["contain.unsafe.url", "contain.notAllowed.text", "contain.notAllowed.picture", "contain.notAllowed.content"],
    );
    // V §5.2: illegal.receivers are wrong, receivers.exceed, too.many.group and too.many.people are too many
    app("ParameterRefused(receivers)", &["illegal.receivers"]);
    app("limit(Recipients)", &["receivers.exceed", "too.many.group", "too.many.people"]);
    // V §5.2: staffId.notExisted is an unknown user
    app("not_found", &["staffId.notExisted"]);
}
