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
    top("/topapi/v2/department/listparentbyuser", "qyapi_get_department_list", parents_of_user),
    top("/topapi/v2/department/get", "qyapi_get_department_list", get),
];

pub fn unknown() -> Failure {
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

pub fn outside_scope() -> Failure {
    Failure::new(50_004, "请求的部门id不在授权范围内")
}

impl Admitted<'_> {
    pub fn may_touch_department(&self, id: u64) -> bool {
        let app = self.world.app(self.client_id);
        app.is_some_and(|app| self.world.scope_holds_department(&app.contact_scope, id))
    }
}

fn check_scope(admitted: &Admitted<'_>, id: u64) -> Result<(), Failure> {
    if admitted.may_touch_department(id) { Ok(()) } else { Err(outside_scope()) }
}

fn short(department: &Department) -> Value {
    json!({
        "dept_id": department.dept_id,
        "name": department.name,
        "parent_id": department.parent_id,
        "create_dept_group": department.settings.create_dept_group,
        "auto_add_user": department.settings.auto_add_user,
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
    let settings = &department.settings;
    let managers = settings.managers.as_deref().unwrap_or_default();
    let mut result = json!({
        "dept_id": department.dept_id,
        "name": department.name,
        "create_dept_group": settings.create_dept_group,
        "auto_add_user": settings.auto_add_user,
        "auto_approve_apply": settings.auto_approve_apply,
        "group_contain_sub_dept": settings.group_contain_sub_dept,
        "from_union_org": false,
        "hide_dept": settings.hide_dept,
        "outer_dept": settings.outer_dept,
        "order": settings.order.unwrap_or(1),
        "member_count": admitted.world.members_below(id).count(),
        "owning_member_count": admitted.world.members_of(id).count(),
        "dept_manager_userid_list": managers,
        "outer_permit_depts": settings.outer_permit_depts,
        "outer_permit_users": settings.outer_permit_users,
        "user_permits": settings.user_permits,
        "dept_permits": settings.dept_permits,
    });
    if let Some(parent) = department.parent_id {
        result["parent_id"] = json!(parent);
    }
    let texts = [
        ("source_identifier", &settings.source_identifier),
        ("code", &settings.code),
        ("org_dept_owner", &settings.org_dept_owner),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        result[name] = json!(text);
    }
    Ok(ok(result))
}

/// One way up for each department that the person is in.
fn parents_of_user(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let userid = admitted.parameters.text("userid").ok_or_else(|| Failure::missing("userid"))?;
    let member = admitted.world.member(&userid).ok_or_else(super::user::not_found)?;
    if !admitted.may_touch(member) {
        return Err(super::user::out_of_scope());
    }
    let ways = member.departments.iter();
    let ways: Vec<Value> =
        ways.map(|id| json!({"parent_dept_id_list": admitted.world.departments_up_to_root(*id)})).collect();
    Ok(ok(json!({"parent_list": ways})))
}
