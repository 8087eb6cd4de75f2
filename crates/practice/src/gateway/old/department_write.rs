//! Making, changing and removing departments. Source: dingtalk-api.md §3.5; which code answers a mistake that neither
//! the page nor the table names is inferred.

use serde_json::json;

use super::department::{department_id, outside_scope, unknown};
use super::field::{self, illegal};
use super::{Admitted, Endpoint, Failure, ok, top};
use crate::gateway::answer::Fields;
use crate::state::behaviour::Behaviour;
use crate::state::directory::ROOT_DEPARTMENT;
use crate::state::particulars::DepartmentSettings;
use crate::state::{Department, World};

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/v2/department/create", "qyapi_manage_addresslist", create),
    top("/topapi/v2/department/update", "qyapi_manage_addresslist", update),
    top("/topapi/v2/department/delete", "qyapi_manage_addresslist", delete),
];

/// Of each list of who may see a department.
const MOST_VIEWERS: usize = 50;

fn create(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let name = admitted.parameters.text("name").ok_or_else(|| Failure::missing("name"))?;
    check_name(&name)?;
    let parent = parent(admitted)?.ok_or_else(|| Failure::missing("parent_id"))?;
    check_sibling(admitted, 0, parent, &name)?;
    let mut department =
        Department { dept_id: 0, parent_id: Some(parent), name, settings: DepartmentSettings::default() };
    fill(admitted, &mut department.settings)?;
    let dept_id = admitted.world.add_department(admitted.client_id, department);
    Ok(ok(json!({"dept_id": dept_id})))
}

fn update(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = department_id(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    if id == ROOT_DEPARTMENT {
        return Err(Failure::new(60_018, "不允许更新根部门"));
    }
    let mut department = admitted.world.department(id).cloned().ok_or_else(unknown)?;
    if let Some(parent) = parent(admitted)? {
        if admitted.world.departments_up_to_root(parent).contains(&id) {
            return Err(Failure::new(60_010, "部门存在循环关系"));
        }
        department.parent_id = Some(parent);
    }
    if let Some(name) = admitted.parameters.text("name") {
        check_name(&name)?;
        department.name = name;
    }
    let parent = department.parent_id.unwrap_or(ROOT_DEPARTMENT);
    check_sibling(admitted, id, parent, &department.name)?;
    fill(admitted, &mut department.settings)?;
    lead(admitted, &mut department.settings)?;
    admitted.world.change_department(admitted.client_id, department);
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into())])
}

fn delete(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let id = department_id(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    if id == ROOT_DEPARTMENT {
        return Err(Failure::new(60_007, "不允许删除根部门"));
    }
    if admitted.world.members_below(id).next().is_some() {
        return Err(Failure::new(60_005, "不允许删除有成员的部门"));
    }
    if admitted.world.sub_departments(id).next().is_some() {
        return Err(Failure::new(60_006, "不允许删除有子部门的部门"));
    }
    admitted.world.remove_department(admitted.client_id, id);
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into())])
}

fn check_name(name: &str) -> Result<(), Failure> {
    let forbidden = |letter: char| ['-', '，', ','].contains(&letter);
    if name.chars().count() > 64 || name.trim().is_empty() || name.contains(forbidden) {
        return Err(Failure::new(60_001, "不合法的部门名称"));
    }
    Ok(())
}

fn parent(admitted: &Admitted<'_>) -> Result<Option<u64>, Failure> {
    let malformed = |_| Failure::new(40_010, "不合法的父部门id");
    let Some(parent) = admitted.parameters.number("parent_id").map_err(malformed)? else {
        return Ok(None);
    };
    if admitted.world.department(parent).is_none() {
        return Err(Failure::new(60_004, "父亲部门不存在"));
    }
    if !admitted.may_touch_department(parent) {
        return Err(outside_scope());
    }
    Ok(Some(parent))
}

fn check_sibling(admitted: &Admitted<'_>, own: u64, parent: u64, name: &str) -> Result<(), Failure> {
    let mut siblings = admitted.world.sub_departments(parent);
    if siblings.any(|sibling| sibling.dept_id != own && sibling.name == name) {
        return Err(Failure::new(60_021, "父部门下该部门名称已存在"));
    }
    Ok(())
}

fn fill(admitted: &Admitted<'_>, settings: &mut DepartmentSettings) -> Result<(), Failure> {
    let parameters = admitted.parameters;
    let flags = [
        ("create_dept_group", &mut settings.create_dept_group),
        ("auto_add_user", &mut settings.auto_add_user),
        ("auto_approve_apply", &mut settings.auto_approve_apply),
        ("group_contain_sub_dept", &mut settings.group_contain_sub_dept),
        ("hide_dept", &mut settings.hide_dept),
        ("outer_dept", &mut settings.outer_dept),
        ("outer_dept_only_self", &mut settings.outer_dept_only_self),
    ];
    for (name, place) in flags {
        if let Some(flag) = field::flag(parameters, name)? {
            *place = flag;
        }
    }
    if let Some(order) = field::whole(parameters, "order")? {
        settings.order = Some(order);
    }
    if let Some(source) = parameters.text("source_identifier") {
        settings.source_identifier = source;
    }
    if let Some(code) = field::text(parameters, "code", 30, illegal())? {
        settings.code = code;
    }
    viewers(admitted, settings)
}

fn viewers(admitted: &Admitted<'_>, settings: &mut DepartmentSettings) -> Result<(), Failure> {
    let (parameters, world) = (admitted.parameters, &*admitted.world);
    let code = world.chosen_number(Behaviour::VisibleList);
    let malformed = Failure::new(code, "非法的可查看id列表");
    for (name, place) in
        [("dept_permits", &mut settings.dept_permits), ("outer_permit_depts", &mut settings.outer_permit_depts)]
    {
        let Some(ids) = field::ids(parameters, name, &malformed)? else { continue };
        if ids.len() > MOST_VIEWERS || ids.iter().any(|id| world.department(*id).is_none()) {
            return Err(malformed);
        }
        *place = ids;
    }
    for (name, place) in
        [("user_permits", &mut settings.user_permits), ("outer_permit_users", &mut settings.outer_permit_users)]
    {
        let Some(ids) = field::texts(parameters, name) else { continue };
        if ids.len() > MOST_VIEWERS || !are_members(world, &ids) {
            return Err(malformed);
        }
        *place = ids;
    }
    Ok(())
}

fn are_members(world: &World, userids: &[String]) -> bool {
    userids.iter().all(|userid| world.member(userid).is_some())
}

/// Who leads: must be members, and only `force_update_fields` takes the last one away.
fn lead(admitted: &Admitted<'_>, settings: &mut DepartmentSettings) -> Result<(), Failure> {
    let (parameters, world) = (admitted.parameters, &*admitted.world);
    let strangers = || Failure::new(40_031, "不合法的UserID列表");
    let managers = field::texts(parameters, "dept_manager_userid_list").unwrap_or_default();
    if !are_members(world, &managers) {
        return Err(strangers());
    }
    let forced = parameters.list("force_update_fields");
    if !managers.is_empty() || forced.iter().any(|name| name == "dept_manager_userid_list") {
        settings.managers = Some(managers);
    }
    if let Some(owner) = parameters.text("org_dept_owner") {
        if world.member(&owner).is_none() {
            return Err(strangers());
        }
        settings.org_dept_owner = owner;
    }
    Ok(())
}
