//! A member as `user/get` and `user/list` show it: fields that are empty or not permitted are left
//! out, never null. Source: dingtalk-api.md §3.4.

use serde_json::{Value, json};

use super::Admitted;
use crate::state::Staff;
use crate::state::directory::Rank;

/// What the app's tokens may see of a person.
#[derive(Debug, Clone, Copy)]
pub struct Sight {
    mobile: bool,
    email: bool,
}

impl Sight {
    pub fn of(admitted: &Admitted<'_>) -> Self {
        let active =
            admitted.world.app(admitted.client_id).map(crate::state::App::active_permissions).unwrap_or_default();
        let has = |code: &str| active.iter().any(|point| point == code);
        Self { mobile: has("fieldMobile"), email: has("fieldEmail") }
    }
}

/// What both calls show.
fn common(member: &Staff, sight: Sight) -> Value {
    let mut fields = json!({
        "userid": member.userid,
        "unionid": member.unionid,
        "name": member.name,
        "title": member.title,
        "job_number": member.job_number,
        "dept_id_list": member.departments,
        "hired_date": member.hired_date,
        "hide_mobile": false,
        "active": true,
        "admin": member.rank == Rank::Administrator,
        "boss": member.rank == Rank::Administrator,
        "exclusive_account": false,
    });
    if sight.mobile {
        fields["mobile"] = json!(member.mobile);
        fields["state_code"] = json!(member.state_code);
    }
    if sight.email {
        fields["email"] = json!(member.email);
    }
    fields
}

fn leads(member: &Staff) -> bool {
    match member.rank {
        Rank::Member => false,
        Rank::Leader | Rank::Administrator => true,
    }
}

/// As `user/get` shows it: per-department lists.
pub fn full(member: &Staff, sight: Sight) -> Value {
    let mut fields = common(member, sight);
    fields["real_authed"] = json!(true);
    fields["senior"] = json!(false);
    fields["leader_in_dept"] =
        member.departments.iter().map(|id| json!({"dept_id": id, "leader": leads(member)})).collect();
    fields["dept_order_list"] = member.departments.iter().map(|id| json!({"dept_id": id, "order": 1})).collect();
    fields
}

/// As `user/list` shows it: one department's values.
pub fn listed(member: &Staff, sight: Sight) -> Value {
    let mut fields = common(member, sight);
    fields["leader"] = json!(leads(member));
    fields["dept_order"] = json!(1);
    fields
}
