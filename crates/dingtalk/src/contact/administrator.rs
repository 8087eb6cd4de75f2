use serde::Deserialize;
use serde_json::json;

use crate::gateway::unexpected;
use crate::lenient::{self, Listed};
use crate::{Client, Host, Result, UserId};

/// What an administrator of the organisation may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdministratorLevel {
    /// 主管理员
    Main,
    /// 子管理员
    Sub,
}

/// Somebody who may use the organisation's admin console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    pub userid: UserId,
    pub level: AdministratorLevel,
}

#[derive(Deserialize)]
struct Wire {
    userid: UserId,
    #[serde(deserialize_with = "lenient::integer")]
    sys_level: i64,
}

impl Client {
    /// `/topapi/user/listadmin` (no v2): all of them, whatever the contact scope; permission `qyapi_get_member`.
    /// Source: query-the-administrator-list.
    pub async fn administrators(&self) -> Result<Vec<Administrator>> {
        let listed: Listed<Wire> = self.topapi("/topapi/user/listadmin", json!({})).await?;
        let administrator = |wire: Wire| {
            let level = match wire.sys_level {
                1 => AdministratorLevel::Main,
                2 => AdministratorLevel::Sub,
                _ => return Err(unexpected(self.hosts().name(Host::Old))),
            };
            Ok(Administrator { userid: wire.userid, level })
        };
        listed.list.into_iter().map(administrator).collect()
    }
}
