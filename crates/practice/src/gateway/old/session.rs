//! `/robot/sendBySession`: the answer to a message that the robot received. Source: dingtalk-api.md §5.2; how an
//! unknown or ended session is refused is inferred from the robot's own webhook.

use axum::http::Method;
use serde_json::Value;

use super::robot_content::{self, Content};
use super::{Failure, OpenMethod};
use crate::gateway::Call;
use crate::gateway::answer::{Answer, old_plain, old_plain_failure};
use crate::random;
use crate::state::{Effect, Message, World};

pub const OPEN: &[(&str, OpenMethod)] = &[("/robot/sendBySession", send)];

fn send(world: &mut World, call: &Call) -> Answer {
    match deliver(world, call) {
        Ok(()) => old_plain(&vec![("errcode", 0.into()), ("errmsg", "ok".into())]),
        Err(failure) => old_plain_failure(failure.errcode, &failure.errmsg),
    }
}

fn deliver(world: &mut World, call: &Call) -> Result<(), Failure> {
    if call.method != Method::POST {
        return Err(Failure::new(43_002, "需要POST请求"));
    }
    let key = call.query_value("session").ok_or_else(|| Failure::missing("session"))?;
    let now = world.now;
    let mut sessions = world.app_robot.sessions.iter();
    let session = sessions.find(|session| session.key == key && session.expires_at > now).cloned();
    let session = session.ok_or_else(|| Failure::new(300_005, "token is not exist"))?;
    let body: Value = serde_json::from_slice(&call.body).map_err(|_| Failure::missing("json"))?;
    // Nothing to say is a valid answer.
    if body["msgtype"] == "empty" {
        return Ok(());
    }
    let content = robot_content::read(&body)?;
    world.record(Effect::SessionReply {
        client_id: session.client_id.clone(),
        conversation: session.conversation.clone(),
        text: content.text.clone(),
    });
    show_in_group(world, &session.client_id, &session.conversation, content);
    Ok(())
}

fn show_in_group(world: &mut World, client_id: &str, group_id: &str, content: Content) {
    let at = world.now;
    let Some(robot_name) = world.app(client_id).map(|app| app.name.clone()) else {
        return;
    };
    if let Ok(group) = world.group_mut(group_id) {
        group.messages.push(Message {
            id: random::uuid(),
            at,
            robot_id: client_id.to_owned(),
            robot_name,
            message_type: content.message_type,
            title: content.title,
            text: content.text,
            mentioned: content.mentioned,
            everyone_mentioned: content.everyone_mentioned,
            msg_uuid: None,
        });
    }
}
