//! Frames as they travel. Source: developerpedia, learn/stream/protocol.md.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Callback, Content, Outcome, Subscription};
use crate::Event;
use crate::gateway::{parse_json, to_json};
use crate::lenient::as_text;

/// What is to be done about a frame.
#[derive(Debug, PartialEq)]
pub(super) enum Incoming {
    /// To be echoed at once.
    Ping {
        message_id: String,
        data: String,
    },
    /// The server closes in about ten seconds; no answer is wanted.
    Disconnect,
    Push {
        message_id: String,
        content: Content,
    },
    /// Nobody here subscribed to it.
    Unwanted {
        message_id: String,
    },
    /// Unreadable, or one of the system's notes that want no answer.
    Nothing,
}

pub(super) fn read(text: &str, subscription: &Subscription) -> Incoming {
    let Ok(Value::Object(mut frame)) = parse_json(text.as_bytes()) else { return Incoming::Nothing };
    // The documents spell it `header` in one example.
    let Some(Value::Object(headers)) = frame.remove("headers").or_else(|| frame.remove("header")) else {
        return Incoming::Nothing;
    };
    let data = match frame.remove("data") {
        Some(Value::String(data)) => data,
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let kind = frame.get("type").and_then(as_text).unwrap_or_default();
    let topic = headers.get("topic").and_then(as_text).unwrap_or_default();
    if kind == "SYSTEM" && topic == "disconnect" {
        return Incoming::Disconnect;
    }
    let Some(message_id) = headers.get("messageId").and_then(as_text) else { return Incoming::Nothing };
    match kind.as_str() {
        "SYSTEM" if topic == "ping" => Incoming::Ping { message_id, data },
        "SYSTEM" => Incoming::Nothing,
        "EVENT" if subscription.has_events() => event(message_id, &headers, &data),
        "CALLBACK" if subscription.has_callback(&topic) => {
            let data = parse_json(data.as_bytes()).unwrap_or(Value::String(data));
            Incoming::Push { message_id, content: Content::Callback(Callback { topic, data }) }
        }
        _ => Incoming::Unwanted { message_id },
    }
}

fn event(message_id: String, headers: &Map<String, Value>, data: &str) -> Incoming {
    Incoming::Push { message_id, content: Content::Event(Event::from_frame(headers, data)) }
}

pub(super) fn event_reply(message_id: &str, outcome: &Outcome) -> String {
    let (code, status, message) = match outcome {
        Outcome::Success | Outcome::Response(_) => (200, "SUCCESS", "success"),
        Outcome::Later => (200, "LATER", "later"),
        Outcome::Failed => (500, "LATER", "internal error"),
    };
    reply(code, message_id, &json!({ "status": status, "message": message }).to_string())
}

pub(super) fn callback_reply(message_id: &str, outcome: &Outcome) -> String {
    let (code, response) = match outcome {
        Outcome::Success => (200, &Value::Null),
        Outcome::Response(response) => (200, response),
        Outcome::Later | Outcome::Failed => (500, &Value::Null),
    };
    reply(code, message_id, &json!({ "response": response }).to_string())
}

pub(super) fn ping_reply(message_id: &str, data: &str) -> String {
    reply(200, message_id, data)
}

pub(super) fn unwanted_reply(message_id: &str) -> String {
    reply(404, message_id, "{}")
}

#[derive(Serialize)]
struct Reply<'a> {
    code: u16,
    headers: ReplyHeaders<'a>,
    message: &'static str,
    data: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReplyHeaders<'a> {
    content_type: &'static str,
    message_id: &'a str,
}

fn reply(code: u16, message_id: &str, data: &str) -> String {
    let message = match code {
        200 => "OK",
        404 => "topic not found",
        _ => "internal error",
    };
    let headers = ReplyHeaders { content_type: "application/json", message_id };
    to_json(&Reply { code, headers, message, data })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subscription() -> Subscription {
        Subscription::new().with_events().with_robot_messages()
    }

    fn check(frame: &Value, expected: &Incoming) {
        assert_eq!(read(&frame.to_string(), &subscription()), *expected, "{frame}");
    }

    // V §6.3: a ping is answered with code 200 and the same data
    #[test]
    fn a_ping_is_echoed() {
        let data = r#"{"opaque":"123-dsfs"}"#;
        let frame = json!({"type": "SYSTEM", "headers": {"topic": "ping", "messageId": "m1"}, "data": data});
        check(&frame, &Incoming::Ping { message_id: "m1".into(), data: data.into() });
        assert_eq!(
            ping_reply("m1", data),
            r#"{"code":200,"headers":{"contentType":"application/json","messageId":"m1"},"message":"OK","data":"{\"opaque\":\"123-dsfs\"}"}"#
        );
    }

    // V §6.3: a disconnect has a reason and wants no answer
    #[test]
    fn a_disconnect_is_known_without_a_message_id() {
        let data = r#"{"reason":"connection is expired"}"#;
        check(&json!({"type": "SYSTEM", "headers": {"topic": "disconnect"}, "data": data}), &Incoming::Disconnect);
    }

    // V §6.3: an event's id, kind, organisation and birth stand in the headers, its fields in data as a JSON text
    #[test]
    fn an_event_is_read_from_headers_and_data() {
        let frame = json!({
            "specVersion": "1.0", "type": "EVENT",
            "headers": {
                "topic": "*", "messageId": "m1", "contentType": "application/json", "time": "1783610513000",
                "eventType": "user_add_org", "eventId": "e1", "eventCorpId": "dingdemo",
                "eventBornTime": "1783610512000", "eventUnifiedAppId": "a1",
            },
            "data": r#"{"timeStamp":"1783610512000","userId":["u1"]}"#,
        });
        let event = Event {
            id: Some("e1".into()),
            kind: "user_add_org".into(),
            corp_id: Some("dingdemo".into()),
            born_at: Some(1_783_610_512_000),
            fields: json!({"timeStamp": "1783610512000", "userId": ["u1"]}),
        };
        check(&frame, &Incoming::Push { message_id: "m1".into(), content: Content::Event(event) });
    }

    #[test]
    fn a_callback_is_read_and_one_that_nobody_subscribed_to_is_refused() {
        let frame = |topic: &str| json!({"type": "CALLBACK", "headers": {"topic": topic, "messageId": "m1"}, "data": "{\"msgtype\":\"text\"}"});
        let callback = Callback { topic: Subscription::ROBOT_MESSAGES.into(), data: json!({"msgtype": "text"}) };
        let content = Content::Callback(callback);
        check(&frame(Subscription::ROBOT_MESSAGES), &Incoming::Push { message_id: "m1".into(), content });
        check(&frame(Subscription::CARD_CALLBACKS), &Incoming::Unwanted { message_id: "m1".into() });
        let text = r#"{"code":404,"headers":{"contentType":"application/json","messageId":"m1"},"message":"topic not found","data":"{}"}"#;
        assert_eq!(unwanted_reply("m1"), text);
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        for text in
            ["", "null", "[]", "{}", r#"{"type":"EVENT"}"#, r#"{"type":"EVENT","headers":{}}"#, "{\"headers\":[]}"]
        {
            assert_eq!(read(text, &subscription()), Incoming::Nothing, "{text}");
        }
        assert_eq!(read(&"[".repeat(100_000), &subscription()), Incoming::Nothing);
        let system = json!({"type": "SYSTEM", "headers": {"topic": "KEEPALIVE", "messageId": "m1"}});
        check(&system, &Incoming::Nothing);
    }

    fn check_reply(text: &str, code: u16, data: &Value) {
        let reply: Value = serde_json::from_str(text).unwrap_or_default();
        let inner = reply["data"].as_str().and_then(|data| serde_json::from_str::<Value>(data).ok());
        assert_eq!((reply["code"].as_u64(), inner.as_ref()), (Some(u64::from(code)), Some(data)), "{text}");
        assert_eq!(reply["headers"], json!({"contentType": "application/json", "messageId": "m1"}));
    }

    // V §6.3: an event is answered with status SUCCESS or LATER
    // V §6.3: a robot message is answered with response null, a card with a response object
    #[test]
    fn each_outcome_has_its_answer() {
        let event = |outcome| event_reply("m1", &outcome);
        check_reply(&event(Outcome::Success), 200, &json!({"status": "SUCCESS", "message": "success"}));
        check_reply(&event(Outcome::Response(json!(1))), 200, &json!({"status": "SUCCESS", "message": "success"}));
        check_reply(&event(Outcome::Later), 200, &json!({"status": "LATER", "message": "later"}));
        check_reply(&event(Outcome::Failed), 500, &json!({"status": "LATER", "message": "internal error"}));
        let callback = |outcome| callback_reply("m1", &outcome);
        check_reply(&callback(Outcome::Success), 200, &json!({"response": null}));
        check_reply(&callback(Outcome::Response(json!({"a": 1}))), 200, &json!({"response": {"a": 1}}));
        check_reply(&callback(Outcome::Later), 500, &json!({"response": null}));
        check_reply(&callback(Outcome::Failed), 500, &json!({"response": null}));
    }
}
