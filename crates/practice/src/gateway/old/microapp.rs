//! `/microapp/list`, one of the older paths whose refusals are bare. Source: dingtalk-api.md, head; the shape of the
//! list is recalled, not verified.

use serde_json::{Value, json};

use super::{Admitted, Endpoint, Failure, flat};
use crate::gateway::answer::Fields;

pub const ENDPOINTS: &[Endpoint] = &[flat("/microapp/list", "qyapi_base", list)];

// One shape for all methods of the table.
#[expect(clippy::unnecessary_wraps)]
fn list(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let apps = admitted.world.apps.iter();
    let list: Vec<Value> = apps.map(|app| json!({"agentId": app.agent_id, "name": app.name})).collect();
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into()), ("appList", json!(list))])
}
