//! Who calls, and whether they may: token, then address, then rate, then permission, then the
//! company's quota — on both gateways, and with a person's token as with an app's. The order of the last three is inferred.
//! That the token endpoints do not look at the address is not verified (dingtalk-api.md §8).

use jiff::Timestamp;

use crate::limit::usage::month_ends;
use crate::scenario::Scenario;
use crate::state::address::list_holds;
use crate::state::{Effect, World};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallRefused {
    TokenAbsent,
    TokenUnknown,
    Address {
        client_id: String,
        address: String,
    },
    Throttled {
        client_id: String,
    },
    Permission {
        client_id: String,
        code: String,
    },
    /// The company's calls of this month are used up.
    Quota {
        client_id: String,
    },
}

impl CallRefused {
    fn client_id(&self) -> &str {
        match self {
            Self::TokenAbsent | Self::TokenUnknown => "",
            Self::Address { client_id, .. }
            | Self::Throttled { client_id }
            | Self::Permission { client_id, .. }
            | Self::Quota { client_id } => client_id,
        }
    }

    /// As the old gateway numbers it.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TokenAbsent => "40000",
            Self::TokenUnknown => "40014",
            Self::Address { .. } => "60020",
            Self::Throttled { .. } => "90018",
            Self::Permission { .. } => "60011",
            Self::Quota { .. } => "90020",
        }
    }
}

/// Lets the call in and returns the app's Client ID, or records the refusal in the journal.
pub fn admit(world: &mut World, token: Option<&str>, call: &str, point: &str) -> Result<String, CallRefused> {
    let admitted = examine(world, token, call, point);
    if let Err(refused) = &admitted {
        note(world, refused, call);
    }
    admitted
}

pub fn note(world: &mut World, refused: &CallRefused, call: &str) {
    world.record(Effect::CallRefused {
        client_id: refused.client_id().to_owned(),
        call: call.to_owned(),
        code: refused.code().to_owned(),
    });
}

fn examine(world: &mut World, token: Option<&str>, call: &str, point: &str) -> Result<String, CallRefused> {
    let token = token.ok_or(CallRefused::TokenAbsent)?;
    let token = world.use_token(token).ok_or(CallRefused::TokenUnknown)?;
    let client_id = token.client_id.clone();
    let app = world.app(&client_id).ok_or(CallRefused::TokenUnknown)?;
    let address = world.seen_address();
    if !list_holds(&app.allow_list, address) {
        let address = address.to_owned();
        return Err(CallRefused::Address { client_id, address });
    }
    pass(world, &client_id, call, point, |world| world.token_permits(&token, point))?;
    Ok(client_id)
}

/// Rate, permission and quota of a call whose token is good; what the token permits differs by its kind.
pub fn pass(
    world: &mut World,
    client_id: &str,
    call: &str,
    point: &str,
    permits: impl FnOnce(&World) -> bool,
) -> Result<(), CallRefused> {
    let client_id = client_id.to_owned();
    let now = world.now;
    let limit = world.limits.app_api_per_second;
    let too_many = limit.is_some_and(|limit| world.windows.admit(&client_id, call, limit, now).is_err());
    if too_many || world.is_on(Scenario::Throttled) {
        return Err(CallRefused::Throttled { client_id });
    }
    if !permits(world) {
        let code = point.to_owned();
        return Err(CallRefused::Permission { client_id, code });
    }
    if world.use_org_quota(call).is_err() {
        return Err(CallRefused::Quota { client_id });
    }
    Ok(())
}

/// Text of a missing permission on both gateways. Source: dingtalk-api.md §4.3.
pub fn permission_text(client_id: &str, code: &str) -> String {
    format!(
        "应用尚未开通所需的权限：[{code}]，点击链接申请并开通即可：\
         https://open-dev.dingtalk.com/appscope/apply?content={client_id}%23{code}"
    )
}

/// Text of a spent monthly quota on both gateways. The live text is not known: inferred.
pub fn quota_text(now: Timestamp) -> String {
    format!("当前组织本月调用钉钉开放平台接口的次数已超过上限, 限制将在 {} 结束.", month_ends(now))
}

/// Text of a refused address on both gateways. Source: dingtalk-api.md §8.
pub fn address_text(client_id: &str, address: &str) -> String {
    format!("访问ip不在白名单之中,request ip={address} appKey({client_id})")
}
