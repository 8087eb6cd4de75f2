//! What became of a work notice. Source: dingtalk-api.md §5.4.

use serde_json::json;

use super::notice::check_agent;
use super::{Admitted, Endpoint, Failure, top};
use crate::gateway::answer::Fields;
use crate::state::Notice;

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/message/corpconversation/getsendprogress", "qyapi_base", progress),
    top("/topapi/message/corpconversation/getsendresult", "qyapi_base", result),
];

fn notice(admitted: &Admitted<'_>) -> Result<Notice, Failure> {
    check_agent(admitted)?;
    let unknown = || Failure::new(400_002, "参数错误");
    let task_id = admitted.parameters.number("task_id").map_err(|_| unknown())?;
    let task_id = task_id.ok_or_else(|| Failure::missing("task_id"))?;
    let notice = admitted.world.notice(admitted.client_id, task_id);
    notice.cloned().ok_or_else(unknown)
}

/// Notices are delivered at once here, so the progress is always complete.
pub fn progress(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    notice(admitted)?;
    let progress = json!({"progress_in_percent": 100, "status": 2});
    Ok(vec![("errcode", 0.into()), ("progress", progress)])
}

/// That people outside the visible range are listed as failed is inferred.
pub fn result(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let notice = notice(admitted)?;
    let forbidden: Vec<&str> = notice.forbidden.iter().map(|entry| entry.userid.as_str()).collect();
    let reasons: Vec<_> = notice
        .forbidden
        .iter()
        .map(|entry| json!({"code": entry.code.to_string(), "count": 1, "userid": entry.userid}))
        .collect();
    let result = json!({
        "invalid_user_id_list": notice.invalid,
        "forbidden_user_id_list": forbidden,
        "failed_user_id_list": notice.not_visible,
        "read_user_id_list": [],
        "unread_user_id_list": notice.delivered_to,
        "invalid_dept_id_list": [],
        "forbidden_list": reasons,
    });
    Ok(vec![("errcode", 0.into()), ("send_result", result)])
}
