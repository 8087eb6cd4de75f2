//! What DingTalk writes into the text of a refusal: an address, permission codes, a link, the end of a pause.

use std::net::IpAddr;
use std::time::Duration;

use serde_json::Value;

use crate::ServerWords;

/// The caller's address, e.g. out of `request ip=203.0.113.7 appKey(…)` or `ip 203.0.113.7 not in whitelist`.
pub(crate) fn address(text: &str) -> Option<IpAddr> {
    let named = text.split_once("request ip=").and_then(|(_, rest)| words(rest).next());
    named.and_then(as_address).or_else(|| words(text).find_map(as_address))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_hexdigit() || c == ':' || c == '.'))
}

fn as_address(word: &str) -> Option<IpAddr> {
    let word = word.trim_end_matches('.').trim_start_matches('.');
    let word = if word.ends_with("::") { word } else { word.trim_end_matches(':') };
    let address: IpAddr = word.parse().ok()?;
    (!address.is_unspecified()).then(|| address.to_canonical())
}

/// What `缺少参数 X` says is missing, e.g. `json` or `corpid or appkey`.
pub(crate) fn missing_parameter(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("缺少参数")?;
    let rest = rest.trim_start_matches([' ', ':', '：']);
    let name: String =
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.')).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// The permission codes a refusal names, in its order, none twice.
pub(crate) fn permissions(text: &str, answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut add = |code: &str| {
        let code = code.trim();
        let plain = code.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        if plain && !code.is_empty() && !found.iter().any(|known| known == code) {
            found.push(code.to_owned());
        }
    };
    let detail = answer.get("accessdenieddetail").or_else(|| answer.get("AccessDeniedDetail"));
    let scopes = detail.and_then(|detail| detail.get("requiredScopes")).and_then(Value::as_array);
    for scope in scopes.into_iter().flatten().filter_map(Value::as_str) {
        add(scope);
    }
    for opening in ["requiredScopes=[", "所需的权限：[", "所需的权限:["] {
        let inside = text.split_once(opening).and_then(|(_, rest)| rest.split_once(']'));
        for code in inside.map_or("", |(inside, _)| inside).split([',', '，', '、']) {
            add(code);
        }
    }
    if let Some((_, code)) = apply_link(text).as_deref().and_then(|link| link.rsplit_once("%23")) {
        add(code);
    }
    found
}

/// The console page on which the permission can be asked for. Only DingTalk's own console is taken for one.
pub(crate) fn apply_link(text: &str) -> Option<String> {
    let start = ["https://open-dev.dingtalk.com/", "https://open-dev.dingtalk.io/"]
        .into_iter()
        .find_map(|prefix| text.find(prefix))?;
    let link = text.get(start..)?;
    let end = link.find(|c: char| !c.is_ascii_graphic() || matches!(c, ',' | ']' | '"' | '\'' | '}' | '\\'));
    Some(link.get(..end.unwrap_or(link.len()))?.to_owned())
}

/// The pause that a refusal's own words tell.
pub(crate) fn told_pause(words: &ServerWords) -> Option<Duration> {
    pause(&words.message)
}

/// How long a pause lasts from the moment it was imposed: `从 A 到 B 请求总次数超过 … 限制将在 C 结束` is C − B.
/// Both are Beijing wall-clock times, so no clock of ours is needed.
pub(crate) fn pause(text: &str) -> Option<Duration> {
    let (_, rest) = text.split_once('到')?;
    let from = seconds_of(rest)?;
    let (_, rest) = rest.split_once("将在")?;
    let until = seconds_of(rest)?;
    let seconds = u64::try_from(until - from).ok()?;
    (1..=24 * 3600).contains(&seconds).then(|| Duration::from_secs(seconds))
}

/// Seconds on an arbitrary scale of the first `YYYY-MM-DD hh:mm:ss`.
fn seconds_of(text: &str) -> Option<i64> {
    let text = text.trim_start().get(..19)?;
    let numbers: Vec<i64> = text.split(['-', ' ', ':']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [year, month, day, hour, minute, second] = numbers.try_into().ok()?;
    // Days of the civil calendar, counted from March so that the leap day is the last of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn check_address(text: &str, expected: Option<&str>) {
        assert_eq!(address(text).map(|found| found.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn the_callers_address_is_read_out_of_a_refusal() {
        check_address(
            "ding talk error[subcode=60020,submsg=访问ip不在白名单之中,request ip=14.153.172.241 appKey(ding-example)]",
            Some("14.153.172.241"),
        );
        check_address(
            "请参考FAQ：https://open-doc.dingtalk.com/microapp/faquestions/cvbtph。错误原因：访问ip不在白名单之中,request ip=203.119.196.81 appKey(dingeqqpkv3artfbxxx)",
            Some("203.119.196.81"),
        );
        check_address("访问ip不在白名单之中,request ip=2001:db8::1 appKey(ding)", Some("2001:db8::1"));
        check_address("访问ip不在白名单之中,request ip=2001:db8:: appKey(ding)", Some("2001:db8::"));
        check_address("request ip=::ffff:203.0.113.7, appKey(ding)", Some("203.0.113.7"));
        check_address("ip 203.0.113.9 not in whitelist", Some("203.0.113.9"));
        check_address("ip 203.0.113.9.", Some("203.0.113.9"));
        check_address("ip X.X.X.X not in whitelist", None);
        check_address("request ip=999.1.1.1 appKey(a)", None);
        check_address("从 2026-09-03 00:01:02 到", None);
        check_address("", None);
    }

    fn check_missing(text: &str, expected: Option<&str>) {
        assert_eq!(missing_parameter(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_missing_parameter_is_named_by_the_words_after_its_label() {
        check_missing("缺少参数 corpid or appkey", Some("corpid or appkey"));
        check_missing("缺少参数 access_token", Some("access_token"));
        check_missing("缺少参数 userid，请检查", Some("userid"));
        check_missing("缺少参数：x-acs-dingtalk-access-token", Some("x-acs-dingtalk-access-token"));
        check_missing("缺少参数", None);
        check_missing("缺少参数 中文", None);
        check_missing("不合法的参数", None);
    }

    fn check_permissions(text: &str, answer: &Value, expected: &[&str]) {
        assert_eq!(permissions(text, answer), expected, "{text}");
    }

    #[test]
    fn permission_codes_are_read_from_the_detail_and_from_the_text() {
        check_permissions(
            "应用尚未开通所需的权限：[qyapi_get_member_by_mobile]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_get_member_by_mobile, {requiredScopes=[qyapi_get_member_by_mobile]}]",
            &Value::Null,
            &["qyapi_get_member_by_mobile"],
        );
        check_permissions(
            "没有调用该接口的权限",
            &json!({"accessdenieddetail": {"requiredScopes": ["Contact.User.Read"]}}),
            &["Contact.User.Read"],
        );
        check_permissions("应用尚未开通所需的权限：[A.Read, B.Write]，", &Value::Null, &["A.Read", "B.Write"]);
        check_permissions("没有调用该接口的权限", &json!({"accessdenieddetail": "?"}), &[]);
        check_permissions("所需的权限：[<script>]", &Value::Null, &[]);
    }

    #[test]
    fn the_link_to_apply_ends_where_the_sentence_goes_on() {
        let text = "即可：https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_x, {requiredScopes=[qyapi_x]}]";
        assert_eq!(
            apply_link(text).as_deref(),
            Some("https://open-dev.dingtalk.com/appscope/apply?content=dingexample%23qyapi_x")
        );
        assert_eq!(apply_link("https://evil.example/appscope/apply"), None);
        assert_eq!(apply_link("https://open-dev.dingtalk.com.evil.example/"), None);
    }

    // V §9: the sentence of 90002 tells when the block ends
    #[test]
    fn a_pause_is_the_time_between_the_two_moments_of_the_sentence() {
        let sentence = |from: &str, until: &str| {
            format!("从 2026-09-03 00:01:02 到 {from} 请求总次数超过 1200 次, 限制将在 {until} 结束.")
        };
        assert_eq!(pause(&sentence("2026-09-03 00:01:02", "2026-09-03 00:01:03")), Some(Duration::from_secs(1)));
        assert_eq!(pause(&sentence("2027-12-31 23:59:50", "2028-01-01 00:00:10")), Some(Duration::from_secs(20)));
        assert_eq!(pause(&sentence("2028-02-28 23:59:59", "2028-02-29 00:00:00")), Some(Duration::from_secs(1)));
        assert_eq!(pause(&sentence("2026-09-03 00:01:03", "2026-09-03 00:01:02")), None);
        assert_eq!(pause("请求总次数超过了 100 次"), None);
    }
}
