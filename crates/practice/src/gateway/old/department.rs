//! Reading departments. Source: dingtalk-api.md §3.5.

use serde_json::{Value, json};

use super::{Admitted, Endpoint, Failure, ok, top};
use crate::gateway::answer::Fields;
use crate::state::Department;
use crate::state::directory::ROOT_DEPARTMENT;

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/v2/department/listsub", "qyapi_get_department_list", list_sub),
    top("/topapi/v2/department/listsubid", "qyapi_get_department_list", list_sub_id),
    top("/topapi/v2/department/listparentbydept", "qyapi_get_department_list", parents),
    top("/topapi/v2/department/get", "qyapi_get_department_list", get),
];

fn unknown() -> Failure {
    Failure::new(60_003, "部门不存在")
}

/// The department asked for, if one is: it must exist and lie in the contact scope.
pub fn department_id(admitted: &Admitted<'_>, name: &str) -> Result<Option<u64>, Failure> {
    let Some(id) = existing(admitted, name)? else {
        return Ok(None);
    };
    check_scope(admitted, id)?;
    Ok(Some(id))
}

/// As [`department_id`], for the calls that contact scope does not limit.
pub fn existing(admitted: &Admitted<'_>, name: &str) -> Result<Option<u64>, Failure> {
    let malformed = |_| Failure::new(40_009, "不合法的部门id");
    let Some(id) = admitted.parameters.number(name).map_err(malformed)? else {
        return Ok(None);
    };
    admitted.world.department(id).ok_or_else(unknown)?;
    Ok(Some(id))
}

fn check_scope(admitted: &Admitted<'_>, id: u64) -> Result<(), Failure> {
    let holds = admitted
        .world
        .app(admitted.client_id)
        .is_some_and(|app| admitted.world.scope_holds_department(&app.contact_scope, id));
    if holds {
        return Ok(());
    }
    Err(Failure::new(50_004, "请求的部门id不在授权范围内"))
}

fn short(department: &Department) -> Value {
    json!({
        "dept_id": department.dept_id,
        "name": department.name,
        "parent_id": department.parent_id,
        "create_dept_group": false,
        "auto_add_user": false,
    })
}

/// One level only; the root's when none is named.
pub fn list_sub(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = existing(admitted, "dept_id")?.unwrap_or(ROOT_DEPARTMENT);
    check_scope(admitted, id)?;
    let list: Vec<Value> = admitted.world.sub_departments(id).map(short).collect();
    Ok(ok(json!(list)))
}

/// Not limited by contact scope (§3.5).
pub fn list_sub_id(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = existing(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    let ids: Vec<u64> = admitted.world.sub_departments(id).map(|department| department.dept_id).collect();
    Ok(ok(json!({"dept_id_list": ids})))
}

/// Not limited by contact scope (§3.5).
pub fn parents(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = existing(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    let path = admitted.world.departments_up_to_root(id);
    Ok(ok(json!({"parent_id_list": path})))
}

pub fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = department_id(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    let department = admitted.world.department(id).ok_or_else(unknown)?;
    let mut result = json!({
        "dept_id": department.dept_id,
        "name": department.name,
        "create_dept_group": false,
        "auto_add_user": false,
        "group_contain_sub_dept": false,
        "hide_dept": false,
        "outer_dept": false,
        "order": 1,
        "member_count": admitted.world.members_below(id).count(),
        "owning_member_count": admitted.world.members_of(id).count(),
        "dept_manager_userid_list": [],
        "outer_permit_depts": [],
        "outer_permit_users": [],
        "user_permits": [],
        "dept_permits": [],
    });
    if let Some(parent) = department.parent_id {
        result["parent_id"] = json!(parent);
    }
    Ok(ok(result))
}
