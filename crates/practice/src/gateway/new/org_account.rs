//! Accounts that the organisation owns (专属账号) can be disabled; personal ones cannot. Source: dingtalk-api.md §3.1;
//! the shape of the answers is that of the official Python package.

use super::Failure;
use super::endpoint::{Access, Asked, Endpoint, get, needed, post};
use crate::gateway::answer::Fields;
use crate::state::particulars::Account;
use crate::state::{Effect, Staff};

const POINT: &str = "Contact.OrgAccountSecurity.ReadWrite";

pub const ENDPOINTS: &[Endpoint] = &[
    post("/v1.0/contact/orgAccounts/disable", Access::App(POINT, disable)),
    post("/v1.0/contact/orgAccounts/enable", Access::App(POINT, enable)),
    post("/v1.0/contact/orgAccounts/signOut", Access::App(POINT, sign_out)),
    get("/v1.0/contact/orgAccounts/status", Access::App(POINT, status)),
];

fn owned<'a>(asked: &'a Asked<'_>, userid: &str) -> Result<&'a Staff, Failure> {
    let unknown = || Failure::bad_request("user.not.exist", "用户不存在");
    let member = asked.world.member(userid).ok_or_else(unknown)?;
    if !member.more.account.is_organisations() {
        return Err(Failure::bad_request("exclusive.account.only", "只能操作归属该组织的专属账号"));
    }
    Ok(member)
}

fn done() -> Fields {
    vec![("result", true.into())]
}

fn disable(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let body = asked.body()?;
    let userid = needed(&body, "userId")?;
    let reason = needed(&body, "reason")?;
    owned(asked, &userid)?;
    asked.world.set_account(&userid, Account::OrganisationDisabled);
    let client_id = asked.client_id.clone();
    asked.world.record(Effect::OrgAccountDisabled { client_id, userid, reason });
    Ok(done())
}

fn enable(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let userid = needed(&asked.body()?, "userId")?;
    owned(asked, &userid)?;
    asked.world.set_account(&userid, Account::Organisation);
    let client_id = asked.client_id.clone();
    asked.world.record(Effect::OrgAccountEnabled { client_id, userid });
    Ok(done())
}

fn sign_out(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let userid = needed(&asked.body()?, "userId")?;
    owned(asked, &userid)?;
    let client_id = asked.client_id.clone();
    asked.world.record(Effect::OrgAccountSignedOut { client_id, userid });
    Ok(done())
}

fn status(asked: &mut Asked<'_>) -> Result<Fields, Failure> {
    let userid = asked.needed_query("userId")?;
    let disabled = owned(asked, &userid)?.more.account == Account::OrganisationDisabled;
    Ok(vec![("disable", disabled.into())])
}
