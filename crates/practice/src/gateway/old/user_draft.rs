//! The fields of `user/create` and `user/update`, checked one by one. Rules: dingtalk-api.md §3.2, §3.3;
//! which code answers a mistake that the table does not name is inferred.

use std::collections::BTreeMap;

use serde_json::Value;

use super::field::{self, illegal};
use super::{Admitted, Failure};
use crate::gateway::input::as_text;
use crate::state::behaviour::Behaviour;
use crate::state::{Staff, World};

const MOST_DEPARTMENTS: usize = 100;
const MOST_IN_DEPARTMENT: usize = 1000;

/// Writes what came into `member`, a new one or a copy of the old.
pub fn fill(admitted: &Admitted<'_>, member: &mut Staff) -> Result<(), Failure> {
    texts(admitted, member)?;
    unique_texts(admitted, member)?;
    settings(admitted, member)?;
    departments(admitted, member)?;
    extension(admitted, member)
}

fn set(place: &mut String, text: Option<String>) {
    if let Some(text) = text {
        *place = text;
    }
}

fn texts(admitted: &Admitted<'_>, member: &mut Staff) -> Result<(), Failure> {
    let (parameters, world) = (admitted.parameters, &*admitted.world);
    let bad_name = || Failure::new(60_112, "用户name不合法");
    if let Some(name) = field::text(parameters, "name", 80, bad_name())? {
        if name.trim().is_empty() {
            return Err(bad_name());
        }
        member.name = name;
    }
    set(&mut member.title, field::text(parameters, "title", 200, illegal())?);
    let bad_number = Failure::new(60_123, "不合法的jobnumber");
    set(&mut member.job_number, field::text(parameters, "job_number", 50, bad_number)?);
    let longest = world.chosen_number(Behaviour::WorkPlace);
    let bad_place = Failure::new(40_064, "不合法的工作地址");
    set(&mut member.more.work_place, field::text(parameters, "work_place", longest, bad_place)?);
    let longest = world.chosen_number(Behaviour::Remark);
    set(&mut member.more.remark, field::text(parameters, "remark", longest, Failure::new(40_065, "不合法的备注"))?);
    let bad_email = || Failure::new(60_105, "邮箱不合法");
    set(&mut member.more.org_email, field::text(parameters, "org_email", 100, bad_email())?);
    if let Some(email) = field::text(parameters, "email", 50, bad_email())? {
        let well_formed = email
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
        if !email.is_empty() && (!well_formed || email.contains(char::is_whitespace)) {
            return Err(bad_email());
        }
        member.email = email;
    }
    let bad_telephone = Failure::new(40_063, "不合法的分机号");
    set(&mut member.more.telephone, field::text(parameters, "telephone", 50, bad_telephone)?);
    Ok(())
}

fn unique_texts(admitted: &Admitted<'_>, member: &Staff) -> Result<(), Failure> {
    let world: &World = admitted.world;
    let another =
        |same: &dyn Fn(&Staff) -> bool| world.staff.iter().any(|one| one.userid != member.userid && same(one));
    if !member.more.telephone.is_empty() && another(&|one| one.more.telephone == member.more.telephone) {
        return Err(Failure::new(40_100, "分机号已经存在"));
    }
    if !member.email.is_empty() && another(&|one| one.email == member.email) {
        let (code, text) = match world.chosen(Behaviour::EmailTaken) {
            "40101" => (40_101, "邮箱已经存在"),
            _ => (60_106, "邮箱已存在"),
        };
        return Err(Failure::new(code, text));
    }
    Ok(())
}

fn settings(admitted: &Admitted<'_>, member: &mut Staff) -> Result<(), Failure> {
    let parameters = admitted.parameters;
    if let Some(hide) = field::flag(parameters, "hide_mobile")? {
        member.more.hide_mobile = hide;
    }
    if let Some(senior) = field::flag(parameters, "senior_mode")? {
        member.more.senior = senior;
    }
    if let Some(hired) = field::whole(parameters, "hired_date")? {
        member.hired_date = Some(hired);
    }
    if let Some(manager) = parameters.text("manager_userid") {
        if admitted.world.member(&manager).is_none() {
            return Err(Failure::new(60_128, "无效的主管id"));
        }
        member.more.manager_userid = manager;
    }
    if let Some(language) = parameters.text("language")
        && !["zh_CN", "en_US"].contains(&language.as_str())
    {
        return Err(illegal());
    }
    Ok(())
}

fn departments(admitted: &Admitted<'_>, member: &mut Staff) -> Result<(), Failure> {
    let parameters = admitted.parameters;
    let malformed = Failure::new(40_066, "不合法的部门列表");
    if let Some(ids) = field::ids(parameters, "dept_id_list", &malformed)? {
        if ids.is_empty() || ids.len() > MOST_DEPARTMENTS {
            return Err(malformed);
        }
        for id in &ids {
            enterable(admitted, member, *id)?;
        }
        member.more.orders.retain(|id, _| ids.contains(id));
        member.more.titles.retain(|id, _| ids.contains(id));
        member.departments = ids;
    }
    if let Some(orders) = field::by_department(parameters, "dept_order_list", "order", |text| text.parse().ok())? {
        let own = orders.into_iter().filter(|(id, _)| member.departments.contains(id));
        member.more.orders.extend(own);
    }
    if let Some(titles) = field::by_department(parameters, "dept_title_list", "title", |text| Some(text.to_owned()))? {
        let own = titles.into_iter().filter(|(id, _)| member.departments.contains(id));
        member.more.titles.extend(own);
    }
    Ok(())
}

fn enterable(admitted: &Admitted<'_>, member: &Staff, id: u64) -> Result<(), Failure> {
    let world: &World = admitted.world;
    if world.department(id).is_none() {
        return Err(Failure::new(60_003, "部门不存在"));
    }
    let already_there = member.departments.contains(&id);
    if !already_there && !admitted.may_touch_department(id) {
        return Err(super::department::outside_scope());
    }
    if !already_there && world.members_of(id).count() >= MOST_IN_DEPARTMENT {
        return Err(Failure::new(40_023, "部门人数达到上限"));
    }
    Ok(())
}

/// Attributes that the company did not define are passed over (inferred). `ext_attrs_update_mode` 1 appends; without
/// it attributes that did not come are cleared.
fn extension(admitted: &Admitted<'_>, member: &mut Staff) -> Result<(), Failure> {
    let parameters = admitted.parameters;
    if parameters.value("extension").is_none() {
        return Ok(());
    }
    let bad = || Failure::new(60_122, "不合法的extattr");
    let came = parameters.nested("extension").ok_or_else(bad)?;
    if came.to_string().chars().count() > 2000 {
        return Err(bad());
    }
    let defined = &admitted.world.custom_fields;
    let fields: BTreeMap<String, String> = came
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| defined.contains(name))
        .filter_map(|(name, value): (&String, &Value)| Some((name.clone(), as_text(value)?)))
        .collect();
    match parameters.text("ext_attrs_update_mode").as_deref() {
        Some("1") => member.more.extension.extend(fields),
        None | Some("0") => member.more.extension = fields,
        Some(_) => return Err(illegal()),
    }
    member.more.extension.retain(|_, value| !value.is_empty());
    Ok(())
}
