//! The two envelopes of one event. Source: dingtalk-api.md §6.2.

use serde_json::{Map, Value, json};

use super::Event;

/// What an HTTP push holds once it is decrypted: everything on one level.
pub fn flat(event: &Event) -> Value {
    let mut fields = Map::new();
    fields.insert("EventType".to_owned(), json!(event.event_type));
    fields.insert("EventTime".to_owned(), json!(event.born.as_millisecond()));
    fields.insert("CorpId".to_owned(), json!(event.corp_id));
    // What stands in BizId of a contact event is inferred.
    fields.insert("BizId".to_owned(), json!("0"));
    fields.insert("eventId".to_owned(), json!(event.id));
    if let Value::Object(inner) = &event.data {
        fields.extend(inner.clone());
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn a_push_holds_the_inner_fields_beside_the_outer_ones() {
        let event = Event {
            id: "e1".to_owned(),
            event_type: "user_add_org".to_owned(),
            born: Timestamp::UNIX_EPOCH,
            corp_id: "ding1".to_owned(),
            data: json!({"userId": ["demo002"]}),
        };
        let expected = json!({"EventType": "user_add_org", "EventTime": 0, "CorpId": "ding1", "BizId": "0",
            "eventId": "e1", "userId": ["demo002"]});
        assert_eq!(flat(&event), expected);
    }
}
