//! The sentence of a gateway that refuses because of too many calls.

use jiff::{SignedDuration, Timestamp, tz};

fn china_time(at: Timestamp) -> String {
    at.to_zoned(tz::TimeZone::fixed(tz::offset(8))).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// The live text of 90018 is not known; this is the sentence of 90002 with the app in the platform's
/// place (inferred, dingtalk-api.md §9). Clients read the time after 限制将在.
pub fn sentence(api_name: &str, limit: Option<u32>, now: Timestamp) -> String {
    let limit = limit.unwrap_or(20);
    let (from, until) = (china_time(now), china_time(now + SignedDuration::from_secs(1)));
    format!(
        "当前应用调用该接口次数过多，超出了该接口承受的最大qps，请求被暂时限制了，建议错开整点时刻调用该接口, \
         apiPath({api_name}), 从 {from} 到 {from} 请求总次数超过 {limit} 次, 限制将在 {until} 结束."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_tells_the_end_in_china_time() {
        let text = sentence("dingtalk.oapi.v2.user.get", None, Timestamp::UNIX_EPOCH);
        assert!(text.contains("限制将在 1970-01-01 08:00:01 结束."), "{text}");
    }
}
