//! `getuserinfo`: who opened the page inside DingTalk's client. Source: dingtalk-api.md §2.4.

use serde_json::json;

use super::{Admitted, Endpoint, Failure, ok, top};
use crate::gateway::answer::Fields;
use crate::state::directory::Rank;
use crate::state::oauth::Origin;

pub const ENDPOINTS: &[Endpoint] = &[top("/topapi/v2/user/getuserinfo", "qyapi_base", get)];

fn get(admitted: &mut Admitted<'_>) -> Result<Fields, Failure> {
    let code = admitted.parameters.text("code").ok_or_else(|| Failure::missing("code"))?;
    let unknown = || Failure::new(40_078, "不存在的临时授权码");
    let code = admitted.world.spend_code(&code, admitted.client_id, Origin::Client).ok_or_else(unknown)?;
    let member = admitted.world.member(&code.userid).ok_or_else(unknown)?;
    let is_admin = member.rank == Rank::Administrator;
    Ok(ok(json!({
        "userid": member.userid,
        "device_id": format!("practice-{}", member.userid),
        "sys": is_admin,
        "sys_level": i32::from(is_admin),
        "unionid": member.unionid,
        "associated_unionid": member.unionid,
        "name": member.name,
    })))
}
