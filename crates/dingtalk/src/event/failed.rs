use serde::Deserialize;
use serde_json::{Map, Value};

use super::Event;
use crate::gateway::{Dialect, Request, parse_json, read};
use crate::lenient::{self, as_integer, as_text, list};
use crate::{Client, Host, Method, Result};

/// Pushes that DingTalk gave up on. Readable three to five minutes after the last try; reading takes them off the list of
/// the old gateway.
#[derive(Debug, Clone, PartialEq)]
pub struct FailedEvents {
    /// At most 200; none of them has an id.
    pub events: Vec<Event>,
    /// Ask again.
    pub has_more: bool,
}

#[derive(Deserialize)]
struct OldAnswer {
    #[serde(default, deserialize_with = "lenient::optional_boolean")]
    has_more: Option<bool>,
    #[serde(default, deserialize_with = "list")]
    failed_list: Vec<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewAnswer {
    #[serde(default, deserialize_with = "lenient::optional_boolean")]
    has_more: Option<bool>,
    #[serde(default, deserialize_with = "list")]
    failed_list: Vec<NewItem>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct NewItem {
    #[serde(default)]
    call_back_data: Value,
    #[serde(deserialize_with = "lenient::text")]
    call_back_tag: String,
    #[serde(default, deserialize_with = "lenient::optional_text")]
    corp_id: Option<String>,
    #[serde(default, deserialize_with = "lenient::optional_integer")]
    event_time: Option<i64>,
}

impl Client {
    /// `GET /call_back/get_call_back_failed_result`. Source: obtain-the-event-list-of-failed-push-messages.
    pub async fn failed_callbacks(&self) -> Result<FailedEvents> {
        let answer = self.get_old("/call_back/get_call_back_failed_result").await?;
        let answer: OldAnswer = read(answer, self.hosts().name(Host::Old))?;
        let events = answer.failed_list.into_iter().filter_map(old_item).collect();
        Ok(FailedEvents { events, has_more: answer.has_more.unwrap_or(false) })
    }

    /// `GET /v1.0/event/callbacks/failedResults`; both times in milliseconds since 1970.
    pub async fn failed_callbacks_between(&self, begin: i64, end: i64) -> Result<FailedEvents> {
        let request = Request::new(Dialect::New, Method::GET, "/v1.0/event/callbacks/failedResults")
            .with_query("beginTime", begin.to_string())
            .with_query("endTime", end.to_string());
        let answer: NewAnswer = read(self.call(&request).await?, self.hosts().name(Host::New))?;
        let events = answer.failed_list.into_iter().map(new_item).collect();
        Ok(FailedEvents { events, has_more: answer.has_more.unwrap_or(false) })
    }
}

/// The fields stand under the event's own name, or under one of a few others: whatever is no part of the envelope.
fn old_item(mut item: Map<String, Value>) -> Option<Event> {
    let kind = item.remove("call_back_tag").as_ref().and_then(as_text)?;
    let born_at = item.remove("event_time").as_ref().and_then(as_integer);
    let named = item.remove(&kind);
    let fields = named.or_else(|| item.into_iter().map(|(_, value)| value).find(Value::is_object)).unwrap_or_default();
    let corp_id = ["corpid", "corpId", "CorpId"].into_iter().find_map(|name| as_text(fields.get(name)?));
    Some(Event { id: None, kind, corp_id, born_at, fields })
}

fn new_item(item: NewItem) -> Event {
    let fields = match item.call_back_data {
        Value::String(text) => parse_json(text.as_bytes()).unwrap_or(Value::String(text)),
        fields @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => fields,
    };
    Event { id: None, kind: item.call_back_tag, corp_id: item.corp_id, born_at: item.event_time, fields }
}
