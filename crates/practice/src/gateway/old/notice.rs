//! Sending work notices. Source: dingtalk-api.md §5.4.

use serde_json::Value;

use super::{Admitted, Endpoint, Failure, top};
use crate::gateway::answer::Fields;
use crate::state::notice::Draft;

pub const ENDPOINTS: &[Endpoint] = &[top("/topapi/message/corpconversation/asyncsend_v2", "qyapi_base", send)];

const MAX_MESSAGE_BYTES: usize = 2048;

/// The agent id must be this app's own. Which code answers which mistake is inferred from the table (§10.1).
pub fn check_agent(admitted: &Admitted<'_>) -> Result<(), Failure> {
    let agent_id = admitted.parameters.text("agent_id");
    let agent_id = agent_id.ok_or_else(|| Failure::new(41_011, "缺少agentid"))?;
    let app = admitted.world.app(admitted.client_id);
    if app.is_some_and(|app| app.agent_id == agent_id) {
        return Ok(());
    }
    let other = admitted.world.apps.iter().any(|app| app.agent_id == agent_id);
    if other || agent_id.parse::<u64>().is_err() {
        return Err(Failure::new(40_056, "不合法的agentid"));
    }
    Err(Failure::new(70_003, "agentid对应微应用不存在"))
}

/// Type and readable text of a `msg`.
fn readable(message: &Value) -> Option<(String, String)> {
    let message_type = message["msgtype"].as_str()?;
    let content = message.get(message_type)?;
    let text = |path: &str| content.pointer(path).and_then(Value::as_str);
    let parts: Vec<&str> = match message_type {
        "text" => vec![text("/content")?],
        "markdown" | "link" => vec![text("/title")?, text("/text")?],
        "action_card" => vec![text("/title")?, text("/markdown")?],
        "oa" => vec![text("/body/title").or_else(|| text("/head/text"))?],
        "image" | "file" | "voice" => vec![text("/media_id")?],
        _ => return None,
    };
    Some((message_type.to_owned(), parts.join("\n")))
}

pub fn send(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    check_agent(admitted)?;
    let parameters = admitted.parameters;
    let userids = parameters.list("userid_list");
    let departments = parameters.list("dept_id_list");
    let everyone = parameters.flag("to_all_user");
    if userids.is_empty() && departments.is_empty() && !everyone {
        return Err(Failure::missing("userid_list"));
    }
    if userids.len() > 100 {
        return Err(Failure::new(40_031, "不合法的UserID列表"));
    }
    let departments: Option<Vec<u64>> = departments.iter().map(|id| id.parse().ok()).collect();
    let departments =
        departments.filter(|ids| ids.len() <= 20).ok_or_else(|| Failure::new(40_066, "不合法的部门列表"))?;
    let message = parameters.nested("msg");
    let message = message.ok_or_else(|| Failure::missing("msg"))?;
    let content = message.to_string();
    if content.len() > MAX_MESSAGE_BYTES {
        return Err(Failure::new(400_002, "参数错误"));
    }
    let readable = readable(&message).filter(|(_, text)| !text.is_empty());
    let (message_type, text) = readable.ok_or_else(|| Failure::new(400_002, "参数错误"))?;
    let draft =
        Draft { client_id: admitted.client_id.to_owned(), userids, departments, everyone, message_type, text, content };
    let task_id = admitted.world.send_notice(draft);
    let task_id = task_id.ok_or_else(|| Failure::new(-1, "系统繁忙"))?;
    Ok(vec![("errcode", 0.into()), ("task_id", task_id.into())])
}
