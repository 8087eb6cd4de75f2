//! Frames as they stand on the wire. Source: dingtalk-api.md §6.3.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::event::Event;
use crate::random;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Frame {
    pub spec_version: &'static str,
    #[serde(rename = "type")]
    pub kind: Kind,
    pub headers: Headers,
    /// JSON as text.
    pub data: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Kind {
    System,
    Event,
    Callback,
}

/// Times are numbers as text: one client parses them as whole numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Headers {
    pub app_id: String,
    pub connection_id: String,
    pub content_type: &'static str,
    #[serde(flatten)]
    pub event: Option<EventHeaders>,
    pub message_id: String,
    pub time: String,
    pub topic: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EventHeaders {
    pub event_born_time: String,
    pub event_corp_id: String,
    pub event_id: String,
    pub event_type: String,
    pub event_unified_app_id: String,
}

/// Whom a frame goes to: `app_id` is the Unified App ID (inferred).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub app_id: String,
    pub connection_id: String,
}

impl Frame {
    fn new(address: &Address, kind: Kind, topic: &str, now: Timestamp, data: &Value) -> Self {
        Self {
            spec_version: "1.0",
            kind,
            headers: Headers {
                app_id: address.app_id.clone(),
                connection_id: address.connection_id.clone(),
                content_type: "application/json",
                event: None,
                message_id: random::hexadecimal(32),
                time: now.as_millisecond().to_string(),
                topic: topic.to_owned(),
            },
            data: data.to_string(),
        }
    }

    pub fn event(address: &Address, now: Timestamp, event: &Event) -> Self {
        let mut frame = Self::new(address, Kind::Event, "*", now, &event.data);
        frame.headers.event = Some(EventHeaders {
            event_born_time: event.born.as_millisecond().to_string(),
            event_corp_id: event.corp_id.clone(),
            event_id: event.id.clone(),
            event_type: event.event_type.clone(),
            event_unified_app_id: address.app_id.clone(),
        });
        frame
    }

    pub fn callback(address: &Address, now: Timestamp, topic: &str, body: &Value) -> Self {
        Self::new(address, Kind::Callback, topic, now, body)
    }

    pub fn ping(address: &Address, now: Timestamp) -> Self {
        Self::new(address, Kind::System, "ping", now, &json!({"opaque": random::uuid()}))
    }

    pub fn disconnect(address: &Address, now: Timestamp, reason: &str) -> Self {
        Self::new(address, Kind::System, "disconnect", now, &json!({"reason": reason}))
    }

    /// CONNECTED, REGISTERED or KEEPALIVE; that their data is empty is inferred.
    pub fn announcement(address: &Address, now: Timestamp, topic: &str) -> Self {
        Self::new(address, Kind::System, topic, now, &json!({}))
    }

    pub fn text(&self) -> String {
        // Text and numbers only: writing it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What comes back for a frame.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Ack {
    #[serde(default)]
    pub code: i64,
    pub headers: AckHeaders,
    /// JSON as text.
    #[serde(default)]
    pub data: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AckHeaders {
    pub message_id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Handled,
    Later,
    Code(i64),
}

impl Ack {
    /// Of an event. One client acknowledges with the event's own data, which has no `status`: the code tells then
    /// (inferred, dingtalk-api.md §6.3).
    pub fn verdict(&self) -> Verdict {
        let data: Option<Value> = self.data.as_deref().and_then(|data| serde_json::from_str(data).ok());
        let status = data.as_ref().and_then(|data| data["status"].as_str());
        match (self.code, status) {
            (200, Some("LATER")) => Verdict::Later,
            (200, Some(_) | None) => Verdict::Handled,
            (code, _) => Verdict::Code(code),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_acknowledgement_is_judged_by_its_status_and_without_one_by_its_code() {
        let check = |code: i64, data: &str, expected: Verdict| {
            let ack = json!({"code": code, "headers": {"messageId": "m", "contentType": "application/json"},
                "message": "OK", "data": data});
            let ack: Ack = serde_json::from_value(ack).unwrap();
            assert_eq!(ack.verdict(), expected, "{code} {data}");
        };
        // V §6.3: an event is acknowledged with code 200 and the status SUCCESS
        check(200, r#"{"status":"SUCCESS","message":"ok"}"#, Verdict::Handled);
        // V §6.3: an acknowledgement of an event may carry the status LATER
        check(200, r#"{"status":"LATER","message":"busy"}"#, Verdict::Later);
        check(500, r#"{"status":"SUCCESS"}"#, Verdict::Code(500));
        check(404, "", Verdict::Code(404));
        check(200, r#"{"userId":["demo002"],"timeStamp":"1"}"#, Verdict::Handled);
        check(200, "not JSON", Verdict::Handled);
    }
}
