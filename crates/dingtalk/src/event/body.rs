use serde_json::{Map, Value};

use crate::gateway::parse_json;
use crate::lenient::{as_integer, as_text};

/// One event, whichever way it came. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The same for each delivery of the same event. Old pushes have none.
    pub id: Option<String>,
    /// `user_add_org`, …; `check_url` is DingTalk trying out an address.
    pub kind: String,
    pub corp_id: Option<String>,
    pub born_at: Option<i64>,
    /// What the event is about, as DingTalk sent it; its keys differ by kind and by age of the push.
    pub fields: Value,
}

impl Event {
    /// A push that was opened: `{"EventType","EventTime","CorpId","eventId", …}` with the fields beside the envelope.
    /// `None` if it is no JSON object or names no kind.
    pub fn from_callback(opened: &str) -> Option<Self> {
        let Value::Object(mut object) = parse_json(opened.as_bytes()).ok()? else { return None };
        let kind = take(&mut object, &["EventType", "eventType"]).as_ref().and_then(as_text)?;
        let id = take(&mut object, &["eventId", "EventId"]).as_ref().and_then(as_text);
        let corp_id = take(&mut object, &["CorpId", "corpId"]).as_ref().and_then(as_text);
        let born_at = take(&mut object, &["EventTime", "eventTime"]).as_ref().and_then(as_integer);
        // Old pushes have the time among the fields only.
        let stamp = || ["TimeStamp", "timeStamp"].into_iter().find_map(|name| as_integer(object.get(name)?));
        let born_at = born_at.or_else(stamp);
        Some(Self { id, kind, corp_id, born_at, fields: Value::Object(object) })
    }

    /// A frame of Stream mode: the envelope is the frame's headers, `data` the fields as a JSON text.
    pub(crate) fn from_frame(headers: &Map<String, Value>, data: &str) -> Self {
        let text = |name| headers.get(name).and_then(as_text);
        Self {
            id: text("eventId"),
            kind: text("eventType").unwrap_or_default(),
            corp_id: text("eventCorpId"),
            born_at: headers.get("eventBornTime").and_then(as_integer),
            fields: parse_json(data.as_bytes()).unwrap_or_else(|_| Value::from(data)),
        }
    }
}

fn take(object: &mut Map<String, Value>, names: &[&str]) -> Option<Value> {
    names.iter().find_map(|name| object.remove(*name))
}
