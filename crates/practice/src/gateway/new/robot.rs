//! `/v1.0/robot/oToMessages/batchSend`: the app's own robot writes to people. Source: dingtalk-api.md §5.2.

use serde_json::{Value, json};

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, post};
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;
use crate::random;
use crate::state::Effect;

pub const ENDPOINTS: &[Endpoint] =
    &[post("/v1.0/robot/oToMessages/batchSend", Access::App("qyapi_robot_sendmsg", batch_send))];

const MAX_PEOPLE: usize = 20;

/// Message key and the fields of its `msgParam` that people read.
const KEYS: [(&str, &[&str]); 9] = [
    ("sampleText", &["content"]),
    ("sampleMarkdown", &["title", "text"]),
    ("sampleImageMsg", &["photoURL"]),
    ("sampleLink", &["title", "text"]),
    ("sampleActionCard", &["title", "text"]),
    ("sampleActionCard2", &["title", "text"]),
    ("sampleActionCard6", &["title", "text"]),
    ("sampleAudio", &["mediaId"]),
    ("sampleFile", &["fileName"]),
];

fn invalid(what: &str) -> Failure {
    let code = format!("invalidParameter.{what}");
    Failure::bad_request(&code, &code)
}

/// Absent is `Missing…`, empty is `invalidParameter.….empty`.
fn needed(parameters: &Parameters, name: &str) -> Result<String, Failure> {
    if parameters.value(name).is_none() {
        return Err(Failure::missing(name));
    }
    parameters.text(name).ok_or_else(|| invalid(&format!("{name}.empty")))
}

fn readable(message_key: &str, message: &str) -> Result<String, Failure> {
    let known = KEYS.iter().find(|(key, _)| *key == message_key);
    let (_, fields) = known.ok_or_else(|| invalid("msgKey.invalid"))?;
    let message: Value = serde_json::from_str(message).map_err(|_| invalid("msgParam.invalid"))?;
    let parts: Option<Vec<&str>> = fields.iter().map(|field| message[*field].as_str()).collect();
    Ok(parts.ok_or_else(|| invalid("msgParam.invalid"))?.join("\n"))
}

fn batch_send(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let parameters = &asked.body()?;
    let (world, client_id) = (&mut *asked.world, asked.client_id.as_str());
    let robot_code = needed(parameters, "robotCode")?;
    if parameters.value("userIds").is_none() {
        return Err(Failure::missing("userIds"));
    }
    let userids = parameters.list("userIds");
    let message_key = needed(parameters, "msgKey")?;
    let message = needed(parameters, "msgParam")?;
    if robot_code != client_id {
        return Err(invalid("robotCode.notExsit"));
    }
    if userids.is_empty() {
        return Err(invalid("userIds.empty"));
    }
    if userids.len() > MAX_PEOPLE {
        return Err(invalid("userIds.overMax"));
    }
    let text = readable(&message_key, &message)?;
    let (known, unknown): (Vec<String>, Vec<String>) =
        userids.into_iter().partition(|userid| world.member(userid).is_some());
    world.record(Effect::AppRobotMessage { client_id: client_id.to_owned(), user_ids: known, text });
    Ok(vec![
        ("processQueryKey", random::url_safe(44).into()),
        ("invalidStaffIdList", json!(unknown)),
        ("flowControlledStaffIdList", json!([])),
    ])
}
