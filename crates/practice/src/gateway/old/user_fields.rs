//! A member as `user/get` and `user/list` show it: fields that are empty or not permitted are left
//! out, never null. Source: dingtalk-api.md §3.4.

use serde_json::{Value, json};

use super::Admitted;
use crate::state::directory::Rank;
use crate::state::particulars::Account;
use crate::state::{Staff, World};

/// What this token may see of a person.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    mobile: bool,
    personal: bool,
}

impl Sight {
    pub fn of(admitted: &Admitted<'_>) -> Self {
        let carried = admitted.world.carried(admitted.token);
        let has = |code: &str| carried.iter().any(|point| point == code);
        Self { mobile: has("fieldMobile"), personal: has("fieldEmail") }
    }
}

pub fn is_active(member: &Staff) -> bool {
    member.more.account != Account::OrganisationDisabled
}

/// What both calls show.
fn common(member: &Staff, sight: Sight) -> Value {
    let more = &member.more;
    let mut fields = json!({
        "userid": member.userid,
        "unionid": member.unionid,
        "name": member.name,
        "dept_id_list": member.departments,
        "hide_mobile": more.hide_mobile,
        "active": is_active(member),
        "admin": member.rank == Rank::Administrator,
        "boss": member.rank == Rank::Administrator,
        "exclusive_account": more.account.is_organisations(),
    });
    let mut show = |name: &str, text: &str| {
        if !text.is_empty() {
            fields[name] = json!(text);
        }
    };
    show("title", &member.title);
    show("job_number", &member.job_number);
    show("telephone", &more.telephone);
    if sight.mobile {
        show("mobile", &member.mobile);
        show("state_code", &member.state_code);
    }
    if sight.personal {
        show("email", &member.email);
        show("org_email", &more.org_email);
        show("work_place", &more.work_place);
        show("remark", &more.remark);
        if !more.extension.is_empty() {
            // A string that holds JSON, not an object (§3.4).
            show("extension", &json!(more.extension).to_string());
        }
    }
    if let Some(hired) = member.hired_date {
        fields["hired_date"] = json!(hired);
    }
    fields
}

/// Named as manager of the department, or by rank where nobody ever named one.
fn leads(world: &World, member: &Staff, department: u64) -> bool {
    let named = world.department(department).and_then(|one| one.settings.managers.as_ref());
    if let Some(managers) = named {
        return managers.contains(&member.userid);
    }
    match member.rank {
        Rank::Member => false,
        Rank::Leader | Rank::Administrator => true,
    }
}

/// Larger stands earlier.
pub fn place_in(member: &Staff, department: u64) -> i64 {
    member.more.orders.get(&department).copied().unwrap_or(1)
}

/// As `user/get` shows it: per-department lists.
pub fn full(world: &World, member: &Staff, sight: Sight) -> Value {
    let mut fields = common(member, sight);
    let ids = || member.departments.iter();
    fields["real_authed"] = json!(true);
    fields["senior"] = json!(member.more.senior);
    fields["leader_in_dept"] = ids().map(|id| json!({"dept_id": id, "leader": leads(world, member, *id)})).collect();
    fields["dept_order_list"] = ids().map(|id| json!({"dept_id": id, "order": place_in(member, *id)})).collect();
    if !member.more.titles.is_empty() {
        let titles = member.more.titles.iter();
        fields["dept_title_list"] = titles.map(|(id, title)| json!({"dept_id": id, "title": title})).collect();
    }
    if !member.more.manager_userid.is_empty() {
        fields["manager_userid"] = json!(member.more.manager_userid);
    }
    fields
}

/// As `user/list` shows it: one department's values.
pub fn listed(world: &World, member: &Staff, department: u64, sight: Sight) -> Value {
    let mut fields = common(member, sight);
    fields["leader"] = json!(leads(world, member, department));
    fields["dept_order"] = json!(place_in(member, department));
    fields
}
