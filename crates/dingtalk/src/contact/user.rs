use serde::Deserialize;
use serde_json::json;

use super::{DepartmentLead, DepartmentOrder, Page, PageRequest, UserRole};
use crate::gateway::unreadable;
use crate::lenient::{self, list, optional_boolean, optional_integer, optional_text};
use crate::{Client, DepartmentId, Host, Result, UnreadableReason, UserId};

/// A person. DingTalk leaves out what is empty and what the app may not see, so `None` tells nothing about which.
/// Not here: `union_emp_ext` (who the person is in associated organisations, another product of DingTalk's),
/// `dept_position_list` and `extension_i18n` (whose parts are documented only by example).
/// Source: query-user-details, queries-the-complete-information-of-a-department-user.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct User {
    pub userid: UserId,
    #[serde(default, deserialize_with = "optional_text")]
    pub unionid: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub name: Option<String>,
    /// Address of a picture; absent for the default one.
    #[serde(default, deserialize_with = "optional_text")]
    pub avatar: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub job_number: Option<String>,
    /// Needs the field permission 企业员工手机号信息, as does `state_code`.
    #[serde(default, deserialize_with = "optional_text")]
    pub mobile: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub state_code: Option<String>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub hide_mobile: Option<bool>,
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
    /// Some documents show it as a text: `"[2,3,4]"`.
    #[serde(default, deserialize_with = "list")]
    pub dept_id_list: Vec<DepartmentId>,
    /// Only when the person was asked for.
    #[serde(default, deserialize_with = "list")]
    pub dept_order_list: Vec<DepartmentOrder>,
    /// Only as a department lists its members: the place among them.
    #[serde(default, deserialize_with = "optional_integer")]
    pub dept_order: Option<i64>,
    /// Only when the person was asked for.
    #[serde(default, deserialize_with = "list")]
    pub leader_in_dept: Vec<DepartmentLead>,
    /// Only as a department lists its members: whether the person leads it.
    #[serde(default, deserialize_with = "optional_boolean")]
    pub leader: Option<bool>,
    #[serde(default, deserialize_with = "list")]
    pub role_list: Vec<UserRole>,
    /// Milliseconds since 1970.
    #[serde(default, deserialize_with = "optional_integer")]
    pub hired_date: Option<i64>,
    /// Whether the person has signed in to DingTalk.
    #[serde(default, deserialize_with = "optional_boolean")]
    pub active: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub real_authed: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub senior: Option<bool>,
    /// Whether the account belongs to the organisation (企业账号).
    #[serde(default, deserialize_with = "optional_boolean")]
    pub exclusive_account: Option<bool>,
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

/// Somebody of whom only id and name were asked: so that [`crate::walk`] can go by names alone.
impl From<UserName> for User {
    fn from(UserName { userid, name }: UserName) -> Self {
        Self {
            userid,
            unionid: None,
            name: Some(name),
            avatar: None,
            title: None,
            job_number: None,
            mobile: None,
            state_code: None,
            hide_mobile: None,
            telephone: None,
            email: None,
            org_email: None,
            work_place: None,
            remark: None,
            extension: None,
            manager_userid: None,
            dept_id_list: Vec::new(),
            dept_order_list: Vec::new(),
            dept_order: None,
            leader_in_dept: Vec::new(),
            leader: None,
            role_list: Vec::new(),
            hired_date: None,
            active: None,
            real_authed: None,
            senior: None,
            exclusive_account: None,
            admin: None,
            boss: None,
        }
    }
}

impl Client {
    /// `/topapi/v2/user/get`; permission `qyapi_get_member`. Errors: [`crate::Error::not_found`], also for somebody
    /// who has not accepted an invitation yet; [`crate::Error::contact_scope`].
    pub async fn user(&self, userid: &UserId) -> Result<User> {
        let user: User = self.topapi("/topapi/v2/user/get", json!({ "userid": userid })).await?;
        self.is_about(userid, &user.userid)?;
        Ok(user)
    }

    /// `/topapi/v2/user/list`: a department's direct members; permission `qyapi_get_department_member`. There is no
    /// call for everybody: see [`crate::walk`].
    pub async fn users(&self, request: PageRequest) -> Result<Page<User>> {
        self.page("/topapi/v2/user/list", request).await
    }

    /// `/topapi/user/listsimple` (no v2): the same, ids and names alone.
    pub async fn user_names(&self, request: PageRequest) -> Result<Page<UserName>> {
        self.page("/topapi/user/listsimple", request).await
    }

    /// An answer about somebody else than was asked for is none. After a write it leaves in doubt what was done.
    pub(super) fn is_about(&self, asked: &UserId, answered: &UserId) -> Result<()> {
        if answered.0.eq_ignore_ascii_case(&asked.0) {
            return Ok(());
        }
        Err(unreadable(self.hosts().name(Host::Old), UnreadableReason::WrongSubject))
    }
}
