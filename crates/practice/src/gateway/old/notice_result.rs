//! What became of a work notice. Source: dingtalk-api.md §5.4.

use serde_json::json;

use super::notice::check_agent;
use super::{Admitted, Endpoint, Failure, top};
use crate::gateway::answer::Fields;
use crate::state::Notice;

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/message/corpconversation/getsendprogress", "qyapi_base", progress),
    top("/topapi/message/corpconversation/getsendresult", "qyapi_base", result),
    top("/topapi/message/corpconversation/recall", "qyapi_base", recall),
];

fn notice(admitted: &Admitted<'_>, name: &str) -> Result<Notice, Failure> {
    check_agent(admitted)?;
    let unknown = || Failure::new(400_002, "参数错误");
    let task_id = admitted.parameters.number(name).map_err(|_| unknown())?;
    let task_id = task_id.ok_or_else(|| Failure::missing(name))?;
    let notice = admitted.world.notice(admitted.client_id, task_id);
    notice.cloned().ok_or_else(unknown)
}

/// Notices are delivered at once here, so the progress is always complete.
pub fn progress(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    notice(admitted, "task_id")?;
    let progress = json!({"progress_in_percent": 100, "status": 2});
    Ok(vec![("errcode", 0.into()), ("progress", progress)])
}

/// That people outside the visible range are listed as failed is inferred.
pub fn result(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let notice = notice(admitted, "task_id")?;
    let (read, unread): (Vec<_>, Vec<_>) = notice.delivered_to.iter().partition(|one| notice.read_by.contains(one));
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
        "read_user_id_list": read,
        "unread_user_id_list": unread,
        "invalid_dept_id_list": [],
        "forbidden_list": reasons,
    });
    Ok(vec![("errcode", 0.into()), ("send_result", result)])
}

/// Within a day of the sending; how a later one is refused is inferred.
fn recall(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let notice = notice(admitted, "msg_task_id")?;
    if !admitted.world.recall_notice(admitted.client_id, notice.task_id) {
        return Err(Failure::new(400_002, "参数错误"));
    }
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into())])
}
