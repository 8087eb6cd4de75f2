use serde::Deserialize;
use serde_json::json;

use super::{Page, PageRequest};
use crate::gateway::unreadable;
use crate::lenient::{self, list, optional_boolean, optional_integer, optional_text};
use crate::{Client, DepartmentId, Host, Result, UnreadableReason, UserId};

/// A person. DingTalk leaves out what is empty and what the app may not see, so `None` tells nothing about which.
/// Source: query-user-details.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct User {
    pub userid: UserId,
    #[serde(default, deserialize_with = "optional_text")]
    pub unionid: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub job_number: Option<String>,
    /// Needs the field permission 企业员工手机号信息, as does `state_code`.
    #[serde(default, deserialize_with = "optional_text")]
    pub mobile: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub state_code: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub telephone: Option<String>,
    /// Needs the field permission 邮箱等个人信息, as do `org_email`, `work_place`, `remark` and `extension`.
    #[serde(default, deserialize_with = "optional_text")]
    pub email: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub org_email: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub work_place: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub remark: Option<String>,
    /// A JSON object as text.
    #[serde(default, deserialize_with = "optional_text")]
    pub extension: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub manager_userid: Option<String>,
    #[serde(default, deserialize_with = "list")]
    pub dept_id_list: Vec<DepartmentId>,
    /// Milliseconds since 1970.
    #[serde(default, deserialize_with = "optional_integer")]
    pub hired_date: Option<i64>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub active: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub admin: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub boss: Option<bool>,
}

/// A person's id and name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UserName {
    pub userid: UserId,
    #[serde(deserialize_with = "lenient::text")]
    pub name: String,
}

#[derive(Deserialize)]
struct UserIds {
    userid_list: Vec<UserId>,
}

#[derive(Deserialize)]
struct Found {
    userid: UserId,
}

#[derive(Deserialize)]
struct Count {
    #[serde(deserialize_with = "lenient::integer")]
    count: i64,
}

impl Client {
    /// `/topapi/v2/user/get`; permission `qyapi_get_member`.
    pub async fn user(&self, userid: &UserId) -> Result<User> {
        let user: User = self.topapi("/topapi/v2/user/get", json!({ "userid": userid })).await?;
        if !user.userid.0.eq_ignore_ascii_case(&userid.0) {
            return Err(unreadable(self.hosts().name(Host::Old), UnreadableReason::WrongSubject));
        }
        Ok(user)
    }

    /// `/topapi/v2/user/list`: a department's direct members; permission `qyapi_get_department_member`.
    pub async fn users(&self, request: PageRequest) -> Result<Page<User>> {
        self.page("/topapi/v2/user/list", request).await
    }

    /// `/topapi/user/listsimple` (no v2): the same, ids and names alone.
    pub async fn user_names(&self, request: PageRequest) -> Result<Page<UserName>> {
        self.page("/topapi/user/listsimple", request).await
    }

    /// `/topapi/user/listid` (no v2): all ids of a department, whatever the contact scope; `qyapi_get_member`.
    pub async fn user_ids(&self, department: DepartmentId) -> Result<Vec<UserId>> {
        let ids: UserIds = self.topapi("/topapi/user/listid", json!({ "dept_id": department })).await?;
        Ok(ids.userid_list)
    }

    /// `/topapi/user/count` (no v2): everybody, whatever the contact scope, active or not; `qyapi_get_member`.
    pub async fn user_count(&self) -> Result<u64> {
        let counted: Count = self.topapi("/topapi/user/count", json!({ "only_active": false })).await?;
        u64::try_from(counted.count).map_err(|_| crate::gateway::unexpected(self.hosts().name(Host::Old)))
    }

    /// `/topapi/v2/user/getbymobile`; permission `qyapi_get_member_by_mobile`. Hong Kong numbers: `+852-XXXXXXXX`.
    pub async fn user_by_mobile(&self, mobile: &str) -> Result<UserId> {
        let found: Found = self.topapi("/topapi/v2/user/getbymobile", json!({ "mobile": mobile })).await?;
        Ok(found.userid)
    }
}
