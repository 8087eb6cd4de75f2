//! `/v1.0/event/callbacks/failedResults`: pushes that did not arrive. Source: dingtalk-api.md §6.1.

use serde_json::json;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, get};
use crate::gateway::answer::Fields;

// Which point it needs is not told: every app has this one.
pub const ENDPOINTS: &[Endpoint] =
    &[get("/v1.0/event/callbacks/failedResults", Access::App("qyapi_base", failed_results))];

/// At most so many a call.
const PAGE: usize = 200;

/// The milliseconds of a query, or everything.
fn bound(asked: &Asked<'_>, name: &str, open: i64) -> Result<i64, Failure> {
    let Some(text) = asked.query(name) else {
        return Ok(open);
    };
    text.parse().map_err(|_| Failure::bad_request(&format!("invalidParameter.{name}"), name))
}

/// Reading takes nothing off the list: the times page through it (inferred).
fn failed_results(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let (from, to) = (bound(asked, "beginTime", i64::MIN)?, bound(asked, "endTime", i64::MAX)?);
    let within = |time: i64| from <= time && time <= to;
    let readable = asked.world.readable_failures(&asked.client_id);
    let wanted: Vec<_> = readable.into_iter().filter(|failed| within(failed.event_time)).collect();
    let list: Vec<_> = wanted
        .iter()
        .take(PAGE)
        .map(|failed| {
            json!({
                "callBackData": failed.data,
                "callBackTag": failed.event_type,
                "corpId": failed.corp_id,
                "eventTime": failed.event_time,
            })
        })
        .collect();
    Ok(vec![("failedList", json!(list)), ("hasMore", (wanted.len() > PAGE).into())])
}
