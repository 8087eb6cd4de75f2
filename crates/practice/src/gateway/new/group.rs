//! The app's own robot writes to a group. Source: dingtalk-api.md §5.2. In this practice the robot is in every opened
//! group; how an unknown conversation is refused is inferred.

use serde_json::json;

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, post};
use super::robot::{check_robot, needed, recall_all};
use super::robot_message::{invalid, readable};
use crate::gateway::answer::Fields;
use crate::gateway::input::Parameters;
use crate::random;
use crate::state::Message;

const POINT: &str = "qyapi_robot_sendmsg";

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/robot/groupMessages/send", Access::App(POINT, send)),
    post("/v1.0/robot/groupMessages/recall", Access::App(POINT, recall)),
    post("/v1.0/robot/groupMessages/query", Access::App(POINT, query)),
];

/// The group's own id.
fn group(asked: &Asked<'_>, body: &Parameters) -> Result<String, Failure> {
    let conversation = needed(body, "openConversationId")?;
    let group = asked.world.group_by_conversation(&conversation);
    group.map(|group| group.id.clone()).ok_or_else(|| invalid("param.invalid"))
}

fn send(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    let robot_code = needed(&body, "robotCode")?;
    let (message_key, parameter) = (needed(&body, "msgKey")?, needed(&body, "msgParam")?);
    check_robot(asked, &robot_code)?;
    let group_id = group(asked, &body)?;
    let text = readable(&message_key, &parameter)?;
    let robot_name = asked.world.app(&asked.client_id).map(|app| app.name.clone()).unwrap_or_default();
    let message = Message {
        id: random::uuid(),
        at: asked.world.now,
        robot_id: asked.client_id.clone(),
        robot_name,
        message_type: message_key,
        title: String::new(),
        text,
        mentioned: Vec::new(),
        everyone_mentioned: false,
        msg_uuid: None,
    };
    let key = asked.world.robot_to_group(&asked.client_id, &group_id, message);
    Ok(vec![("processQueryKey", key.unwrap_or_default().into())])
}

fn recall(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    check_robot(asked, &needed(&body, "robotCode")?)?;
    group(asked, &body)?;
    recall_all(asked, &body)
}

/// Nobody in the pretend group ever reads; the value of `sendStatus` is recalled, not verified.
fn query(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    check_robot(asked, &needed(&body, "robotCode")?)?;
    group(asked, &body)?;
    let key = needed(&body, "processQueryKey")?;
    let message = asked.world.robot_message(&asked.client_id, &key).ok_or_else(|| invalid("param.invalid"))?;
    let status = if message.recalled_at.is_some() { "RECALLED" } else { "SUCCESS" };
    Ok(vec![("sendStatus", status.into()), ("readUserIds", json!([])), ("hasMore", false.into())])
}
