//! Who signed in to DingTalk on a day, and who did not. Source: dingtalk-api.md §3.1; the shape of the answer is inferred.

use jiff::civil::Date;
use serde_json::json;

use super::field::{self, illegal};
use super::{Admitted, Endpoint, Failure, ok, top};
use crate::gateway::answer::Fields;
use crate::state::Staff;

pub const ENDPOINTS: &[Endpoint] = &[top("/topapi/inactive/user/v2/get", "qyapi_liveness_base", get)];

/// People of the demo company are there every day; who was added by a program counts from the first sign-in.
fn was_there(member: &Staff) -> bool {
    member.more.added_at.is_none() || member.more.signed_in_at.is_some()
}

fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let parameters = admitted.parameters;
    let wanted = field::flag(parameters, "is_active")?.ok_or_else(|| Failure::missing("is_active"))?;
    let date = parameters.text("query_date").ok_or_else(|| Failure::missing("query_date"))?;
    Date::strptime("%Y%m%d", &date).map_err(|_| illegal())?;
    let offset = parameters.number("offset").map_err(|_| illegal())?.unwrap_or(0);
    let offset = usize::try_from(offset).map_err(|_| illegal())?;
    let size = parameters.number("size").map_err(|_| illegal())?.ok_or_else(|| Failure::missing("size"))?;
    let size = usize::try_from(size).ok().filter(|size| (1..=100).contains(size)).ok_or_else(illegal)?;
    let departments = field::ids(parameters, "dept_ids", &illegal())?.unwrap_or_default();
    let world = &*admitted.world;
    let inside = |member: &&Staff| {
        let mut ids = member.departments.iter();
        departments.is_empty() || ids.any(|id| departments.contains(id))
    };
    let found: Vec<&str> = world
        .staff
        .iter()
        .filter(inside)
        .filter(|member| was_there(member) == wanted && admitted.may_touch(member))
        .map(|member| member.userid.as_str())
        .collect();
    let next = offset.saturating_add(size);
    let list: Vec<&&str> = found.iter().skip(offset).take(size).collect();
    let mut result = json!({"has_more": next < found.len(), "list": list});
    if next < found.len() {
        result["next_cursor"] = json!(next);
    }
    Ok(ok(result))
}
