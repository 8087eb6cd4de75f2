//! Why a robot refuses a message. Source: custom-robots-send-group-messages, and the live texts of 310000.

use super::evidence;
use crate::{RobotRefusal, ServerWords};

pub(crate) fn refusal(words: &ServerWords) -> Option<RobotRefusal> {
    match words.code.as_str() {
        "310000" => security(&words.message),
        "300005" | "300001" | "400101" | "400106" | "token.notExisted" => Some(RobotRefusal::TokenUnknown),
        "130101" | "660026" | "410100" | "send.too.fast" | "send.byToken.tooFast" => Some(RobotRefusal::Throttled),
        "400013" => Some(RobotRefusal::GroupGone),
        "400102" | "send.forbidden" | "bot.forbidden.sendMessage" => Some(RobotRefusal::Disabled),
        "430101"
        | "430102"
        | "430103"
        | "430104"
        | "contain.unsafe.url"
        | "contain.notAllowed.text"
        | "contain.notAllowed.picture"
        | "contain.notAllowed.content" => Some(RobotRefusal::Content),
        "sign.not.match" => Some(RobotRefusal::Signature),
        "keywords.not.match" => Some(RobotRefusal::Keyword),
        "ip.not.match" => Some(RobotRefusal::Address(evidence::address(&words.message))),
        _ => None,
    }
}

/// 310000 is one code for four checks; only its words tell them apart.
fn security(message: &str) -> Option<RobotRefusal> {
    let cause = description(message).to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| cause.contains(word));
    // The live signature text advises on timestamp and secret, so it is looked for first.
    if says(&["sign not match", "签名不匹配", "签名"]) {
        return Some(RobotRefusal::Signature);
    }
    if says(&["keywords not in content", "关键词"]) {
        return Some(RobotRefusal::Keyword);
    }
    if says(&["whitelist", "白名单"]) {
        return Some(RobotRefusal::Address(evidence::address(message)));
    }
    if says(&["timestamp", "时间戳"]) {
        return Some(RobotRefusal::Clock);
    }
    None
}

/// The cause without the advice that follows it in current texts.
fn description(message: &str) -> &str {
    let message = ["description:", "错误描述:", "错误描述："]
        .into_iter()
        .find_map(|label| message.split_once(label))
        .map_or(message, |(_, rest)| rest);
    let end = [";solution", "；solution", ";解决方案", "；解决方案"]
        .into_iter()
        .filter_map(|label| message.find(label))
        .min();
    end.and_then(|end| message.get(..end)).unwrap_or(message)
}
