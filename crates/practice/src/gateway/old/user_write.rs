//! Adding, changing and removing members. Source: dingtalk-api.md §3.1–§3.3.

use serde_json::json;

use super::field::{self, illegal};
use super::user::{not_found, out_of_scope};
use super::user_draft::fill;
use super::{Admitted, Endpoint, Failure, mobile, ok, top};
use crate::gateway::answer::Fields;
use crate::random;
use crate::state::Staff;
use crate::state::behaviour::Behaviour;
use crate::state::directory::Rank;
use crate::state::member::Added;
use crate::state::particulars::{Account, Particulars};

pub const ENDPOINTS: &[Endpoint] = &[
    top("/topapi/v2/user/create", "qyapi_manage_addresslist", create),
    top("/topapi/v2/user/update", "qyapi_manage_addresslist", update),
    top("/topapi/v2/user/delete", "qyapi_manage_addresslist", delete),
];

fn create(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let parameters = admitted.parameters;
    let userid = wanted_userid(admitted)?;
    for name in ["name", "dept_id_list"] {
        parameters.value(name).ok_or_else(|| Failure::missing(name))?;
    }
    // An account of the organisation's own may go without a number (inferred; its page is a separate one).
    let account = match field::flag(parameters, "exclusive_account")? {
        Some(true) => Account::Organisation,
        Some(false) | None => Account::Personal,
    };
    let (state_code, mobile) = match (parameters.text("mobile"), account.is_organisations()) {
        (Some(text), _) => mobile::parse(&text)?,
        (None, true) => Default::default(),
        (None, false) => return Err(Failure::missing("mobile")),
    };
    let mut member = Staff {
        unionid: admitted.world.unionid_for(&state_code, &mobile),
        userid,
        name: String::new(),
        mobile,
        state_code,
        email: String::new(),
        title: String::new(),
        job_number: String::new(),
        departments: Vec::new(),
        hired_date: None,
        rank: Rank::Member,
        more: Particulars { account, added_at: Some(admitted.world.now), ..Particulars::default() },
    };
    fill(admitted, &mut member)?;
    check_taken(admitted, &member)?;
    let result = json!({"userid": member.userid, "unionId": member.unionid});
    match admitted.world.add_member(admitted.client_id, member) {
        Added::Member => Ok(ok(result)),
        Added::Invited => Err(Failure::new(40_103, "该用户需要其同意才可添加，已向对方发送邀请")),
    }
}

/// The one asked for, or a new one.
fn wanted_userid(admitted: &Admitted<'_>) -> Result<String, Failure> {
    match field::text(admitted.parameters, "userid", 64, illegal())? {
        Some(userid) if !userid.is_empty() => Ok(userid),
        Some(_) | None => Ok(random::digits(18)),
    }
}

fn check_taken(admitted: &Admitted<'_>, member: &Staff) -> Result<(), Failure> {
    let world = &*admitted.world;
    if world.member(&member.userid).is_some() {
        return Err(Failure::new(60_102, "UserID在公司中已存在"));
    }
    let same = |one: &&Staff| one.mobile == member.mobile && one.state_code == member.state_code;
    let owner = world.staff.iter().filter(|_| !member.mobile.is_empty()).find(same);
    let Some(owner) = owner else {
        return Ok(());
    };
    let mut failure = Failure::new(60_104, "手机号码在公司中已存在");
    if world.chosen(Behaviour::MobileTaken) == "with_userid" {
        failure.more.push(("userid", owner.userid.as_str().into()));
    }
    Err(failure)
}

fn existing(admitted: &Admitted<'_>) -> Result<Staff, Failure> {
    let userid = admitted.parameters.text("userid").ok_or_else(|| Failure::missing("userid"))?;
    let member = admitted.world.member(&userid).ok_or_else(not_found)?;
    if !admitted.may_touch(member) {
        return Err(out_of_scope());
    }
    Ok(member.clone())
}

fn update(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let mut member = existing(admitted)?;
    // The number that the person has already is no change (inferred).
    if let Some(text) = admitted.parameters.text("mobile")
        && text != format!("+{}", member.full_mobile())
    {
        return Err(Failure::new(41_054, "暂时无法更换手机号，如需修改请删除用户后重试"));
    }
    fill(admitted, &mut member)?;
    let forced = admitted.parameters.list("force_update_fields");
    if forced.iter().any(|name| name == "manager_userid") && admitted.parameters.text("manager_userid").is_none() {
        member.more.manager_userid.clear();
    }
    admitted.world.change_member(admitted.client_id, member);
    Ok(vec![("errcode", 0.into())])
}

fn delete(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let member = existing(admitted)?;
    admitted.world.remove_member(admitted.client_id, &member.userid);
    Ok(vec![("errcode", 0.into()), ("errmsg", "ok".into())])
}
