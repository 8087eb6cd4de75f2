//! Reading members. Source: dingtalk-api.md §3, §3.4.

use serde_json::{Value, json};

use super::department::{department_id, existing};
use super::user_fields::{Sight, full, is_active, listed, place_in};
use super::{Admitted, Endpoint, Failure, field, ok, top};
use crate::gateway::answer::Fields;
use crate::state::{Staff, World};

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/v2/user/get", "qyapi_get_member", get),
    top("/topapi/v2/user/list", "qyapi_get_department_member", list),
    top("/topapi/user/listsimple", "qyapi_get_department_member", list_simple),
    top("/topapi/user/listid", "qyapi_get_member", list_id),
    top("/topapi/user/count", "qyapi_get_member", count),
    top("/topapi/v2/user/getbymobile", "qyapi_get_member_by_mobile", by_mobile),
    top("/topapi/user/getbyunionid", "qyapi_get_member", by_unionid),
];

pub fn not_found() -> Failure {
    Failure::new(60_121, "找不到该用户")
}

pub fn out_of_scope() -> Failure {
    Failure::new(50_002, "请求的员工userid不在授权范围内")
}

impl Admitted<'_> {
    pub fn may_touch(&self, member: &Staff) -> bool {
        self.world.app(self.client_id).is_some_and(|app| self.world.scope_holds_member(&app.contact_scope, member))
    }
}

pub fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let userid = admitted.parameters.text("userid");
    let userid = userid.ok_or_else(|| Failure::missing("userid"))?;
    let member = admitted.world.member(&userid).ok_or_else(not_found)?;
    if !admitted.may_touch(member) {
        return Err(out_of_scope());
    }
    Ok(ok(full(admitted.world, member, Sight::of(admitted))))
}

/// Who came first stands first with `entry_asc`; the company's own order is the default.
fn arrange(members: &mut [&Staff], department: u64, order: Option<&str>) -> Result<(), Failure> {
    let changed = |member: &&Staff| member.more.changed_at.or(member.more.added_at);
    match order {
        None | Some("custom") => {
            members.sort_by_key(|member| std::cmp::Reverse(place_in(member, department)));
        }
        Some("entry_asc") => {}
        Some("entry_desc") => members.reverse(),
        Some("modify_asc") => members.sort_by_key(changed),
        Some("modify_desc") => members.sort_by_key(|member| std::cmp::Reverse(changed(member))),
        Some(_) => return Err(Failure::new(400_002, "参数错误")),
    }
    Ok(())
}

/// One page of direct members. No maximum for `size` is published; 100 as for `listsimple`.
fn page(admitted: &Admitted<'_>, show: impl Fn(&Staff, u64) -> Value) -> Result<Fields, Failure> {
    let department = department_id(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    let bad_cursor = || Failure::new(40_068, "不合法的偏移量");
    let bad_size = || Failure::new(40_069, "不合法的分页大小");
    let cursor = admitted.parameters.number("cursor").map_err(|_| bad_cursor())?;
    let cursor = cursor.ok_or_else(|| Failure::missing("cursor"))?;
    let cursor = usize::try_from(cursor).map_err(|_| bad_cursor())?;
    let size = admitted.parameters.number("size").map_err(|_| bad_size())?;
    let size = size.ok_or_else(|| Failure::missing("size"))?;
    let size = usize::try_from(size).ok().filter(|size| (1..=100).contains(size)).ok_or_else(bad_size)?;
    let mut members: Vec<&Staff> = admitted.world.members_of(department).collect();
    arrange(&mut members, department, admitted.parameters.text("order_field").as_deref())?;
    let list: Vec<Value> = members.iter().skip(cursor).take(size).map(|member| show(member, department)).collect();
    let next = cursor.saturating_add(size);
    let more = next < members.len();
    let mut result = json!({"has_more": more, "list": list});
    // The last page carries no cursor (§3.4).
    if more {
        result["next_cursor"] = json!(next);
    }
    Ok(ok(result))
}

pub fn list(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let sight = Sight::of(admitted);
    page(admitted, |member, department| listed(admitted.world, member, department, sight))
}

pub fn list_simple(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let show = |member: &Staff, _: u64| json!({"userid": member.userid, "name": member.name});
    page(admitted, show)
}

/// Not limited by contact scope (§3.4).
pub fn list_id(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let department = existing(admitted, "dept_id")?.ok_or_else(|| Failure::missing("dept_id"))?;
    let ids: Vec<&str> = admitted.world.members_of(department).map(|member| member.userid.as_str()).collect();
    Ok(ok(json!({"userid_list": ids})))
}

/// Not limited by contact scope (§3.4). A disabled account is the only kind that is not active here.
pub fn count(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let only_active = field::flag(admitted.parameters, "only_active")?;
    let only_active = only_active.ok_or_else(|| Failure::missing("only_active"))?;
    let counted = admitted.world.staff.iter().filter(|member| !only_active || is_active(member));
    let count = counted.count();
    Ok(ok(json!({"count": count})))
}

/// `55500001`, `852-55500001` or `+852-55500001`.
fn has_mobile(member: &Staff, mobile: &str) -> bool {
    let mobile = mobile.trim_start_matches('+');
    mobile == member.mobile || mobile == format!("{}-{}", member.state_code, member.mobile)
}

fn found(admitted: &Admitted<'_>, is_it: impl Fn(&Staff) -> bool) -> Result<Staff, Failure> {
    let world: &World = admitted.world;
    let member = world.staff.iter().find(|member| is_it(member));
    let member = member.ok_or_else(not_found)?;
    if !admitted.may_touch(member) {
        return Err(out_of_scope());
    }
    Ok(member.clone())
}

pub fn by_mobile(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let mobile = admitted.parameters.text("mobile");
    let mobile = mobile.ok_or_else(|| Failure::missing("mobile"))?;
    let digits = |c: char| c.is_ascii_digit() || c == '-' || c == '+';
    if !mobile.chars().all(digits) {
        return Err(Failure::new(40_104, "电话号码无效"));
    }
    let member = found(admitted, |member| has_mobile(member, &mobile))?;
    Ok(ok(json!({"userid": member.userid})))
}

pub fn by_unionid(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let unionid = admitted.parameters.text("unionid");
    let unionid = unionid.ok_or_else(|| Failure::missing("unionid"))?;
    let member = found(admitted, |member| member.unionid == unionid)?;
    Ok(ok(json!({"contact_type": 0, "userid": member.userid})))
}
