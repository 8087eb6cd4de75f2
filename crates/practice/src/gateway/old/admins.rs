//! Who administers the company. Source: dingtalk-api.md §3; the shape of the answers is recalled, not verified.

use serde_json::{Value, json};

use super::user::not_found;
use super::{Admitted, Endpoint, Failure, ok, top};
use crate::gateway::answer::Fields;
use crate::state::directory::{ROOT_DEPARTMENT, Rank};

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/user/listadmin", "qyapi_get_member", list),
    top("/topapi/user/get_admin_scope", "qyapi_get_member", scope),
];

// One shape for all methods of the table.
#[expect(clippy::unnecessary_wraps)]
fn list(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let staff = admitted.world.staff.iter();
    let admins = staff.filter(|member| member.rank == Rank::Administrator);
    let list: Vec<Value> = admins.map(|member| json!({"userid": member.userid, "sys_level": 1})).collect();
    Ok(ok(json!(list)))
}

fn scope(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let userid = admitted.parameters.text("userid").ok_or_else(|| Failure::missing("userid"))?;
    let member = admitted.world.member(&userid).ok_or_else(not_found)?;
    let departments = if member.rank == Rank::Administrator { vec![ROOT_DEPARTMENT] } else { Vec::new() };
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into()), ("dept_ids", json!(departments))])
}
