//! Finding who somebody is, and how many there are.

use serde::Deserialize;
use serde_json::json;

use crate::gateway::unexpected;
use crate::lenient;
use crate::{Client, DepartmentId, Host, Result, UserId};

/// Whether a unionid belongs to a colleague or to an external contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactType {
    Internal,
    External,
}

/// Whom a unionid belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnionUser {
    pub userid: UserId,
    pub contact_type: ContactType,
}

#[derive(Deserialize)]
struct UserIds {
    #[serde(deserialize_with = "lenient::required_list")]
    userid_list: Vec<UserId>,
}

#[derive(Deserialize)]
struct Found {
    userid: UserId,
}

#[derive(Deserialize)]
struct FoundByUnionId {
    userid: UserId,
    #[serde(deserialize_with = "lenient::integer")]
    contact_type: i64,
}

#[derive(Deserialize)]
struct Count {
    #[serde(deserialize_with = "lenient::integer")]
    count: i64,
}

impl Client {
    /// `/topapi/user/listid` (no v2): all ids of a department, whatever the contact scope; `qyapi_get_member`.
    pub async fn user_ids(&self, department: DepartmentId) -> Result<Vec<UserId>> {
        let ids: UserIds = self.topapi("/topapi/user/listid", json!({ "dept_id": department })).await?;
        Ok(ids.userid_list)
    }

    /// `/topapi/user/count` (no v2): everybody, whatever the contact scope, active or not; `qyapi_get_member`.
    pub async fn user_count(&self) -> Result<u64> {
        self.count(json!({ "only_active": false })).await
    }

    /// The same for those alone who have signed in to DingTalk.
    pub async fn active_user_count(&self) -> Result<u64> {
        self.count(json!({ "only_active": true })).await
    }

    /// `/topapi/v2/user/getbymobile`; permission `qyapi_get_member_by_mobile`. Hong Kong numbers: `+852-XXXXXXXX`.
    pub async fn user_by_mobile(&self, mobile: &str) -> Result<UserId> {
        let found: Found = self.topapi("/topapi/v2/user/getbymobile", json!({ "mobile": mobile })).await?;
        Ok(found.userid)
    }

    /// `/topapi/user/getbyunionid` (no v2); permission `qyapi_get_member`.
    pub async fn user_by_unionid(&self, unionid: &str) -> Result<UnionUser> {
        let found: FoundByUnionId = self.topapi("/topapi/user/getbyunionid", json!({ "unionid": unionid })).await?;
        let contact_type = match found.contact_type {
            0 => ContactType::Internal,
            1 => ContactType::External,
            _ => return Err(unexpected(self.hosts().name(Host::Old))),
        };
        Ok(UnionUser { userid: found.userid, contact_type })
    }

    async fn count(&self, body: serde_json::Value) -> Result<u64> {
        let counted: Count = self.topapi("/topapi/user/count", body).await?;
        u64::try_from(counted.count).map_err(|_| unexpected(self.hosts().name(Host::Old)))
    }
}
