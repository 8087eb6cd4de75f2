//! `/call_back/get_call_back_failed_result`: pushes that did not arrive. Source: dingtalk-api.md §6.1.

use serde_json::{Map, Value, json};

use super::{Admitted, Endpoint, Failure, flat};
use crate::gateway::answer::Fields;
use crate::push::failed::FailedPush;

// Which point it needs is not told: every app has this one. That its refusals are flat is inferred from its path.
pub const ENDPOINTS: &[Endpoint] = &[flat("/call_back/get_call_back_failed_result", "qyapi_base", failed_results)];

/// At most so many a call.
const PAGE: usize = 200;

/// What was read is off the list: without a cursor the next call must go on from there (inferred).
// One shape for all methods of the table.
#[expect(clippy::unnecessary_wraps)]
fn failed_results(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let readable = admitted.world.readable_failures(admitted.client_id);
    let (page, more): (Vec<_>, bool) = (readable.iter().take(PAGE).map(item).collect(), readable.len() > PAGE);
    let read: Vec<u64> = readable.iter().take(PAGE).map(|failed| failed.number).collect();
    admitted.world.forget_failures(&read);
    Ok(vec![
        ("errcode", 0.into()),
        ("errmsg", "ok".into()),
        ("has_more", more.into()),
        ("failed_list", Value::Array(page)),
    ])
}

/// Contact events stand under their own name in lower case; others under a name of their family.
fn item(failed: &FailedPush) -> Value {
    let people = &failed.data["userId"];
    let departments = &failed.data["deptId"];
    let (key, inner) = if people.is_array() {
        (failed.event_type.as_str(), json!({"userid": people, "corpid": failed.corp_id}))
    } else if departments.is_array() {
        (failed.event_type.as_str(), json!({"deptid": departments, "corpid": failed.corp_id}))
    } else if failed.event_type.starts_with("bpms_") {
        ("bpmsCallBackData", failed.data.clone())
    } else if failed.event_type.starts_with("label_") {
        ("roleLabelChange", failed.data.clone())
    } else {
        ("callbackData", failed.data.clone())
    };
    let mut item = Map::new();
    item.insert(key.to_owned(), inner);
    item.insert("call_back_tag".to_owned(), json!(failed.event_type));
    item.insert("event_time".to_owned(), json!(failed.event_time));
    Value::Object(item)
}
