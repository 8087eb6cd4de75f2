//! Adding, changing and removing people; permission `qyapi_manage_addresslist`.
//!
//! None of these is repeated by itself. After [`crate::Error::may_have_acted`] read the person back first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;

use super::wire::{Change, ContactLanguage, changed, joined, joined_if_any, json_text};
use super::{DepartmentOrder, DepartmentTitle};
use crate::gateway::{read, unexpected};
use crate::lenient::optional_text;
use crate::{Client, DepartmentId, Host, Result, UserId};

/// Somebody to add. Source: user-information-creation.
///
/// Not here: accounts that belong to the organisation, which other calls make; `dept_position_list` and
/// `extension_i18n`, whose parts are documented only by example.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewUser {
    /// 1–64 characters, unique, never changes. DingTalk makes one up if there is none; but only with one of your own
    /// a repeated create cannot make a second person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub userid: Option<UserId>,
    /// At most 80 characters.
    pub name: String,
    /// Unique. Outside mainland China `+852-XXXXXXXX`; in an organisation registered outside it, mainland numbers
    /// need `+86-` too.
    pub mobile: String,
    /// 1–100. Sent as `"2,3,4"`.
    #[serde(serialize_with = "joined")]
    pub dept_id_list: Vec<DepartmentId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide_mobile: Option<bool>,
    /// Extension number: at most 50 characters, unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// At most 50 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_number: Option<String>,
    /// At most 200 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// At most 50 characters, unique.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// At most 100 characters; only where the organisation has mailboxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org_email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org_email_type: Option<OrgEmailType>,
    /// At most 100 characters; error 40064 says 50.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_place: Option<String>,
    /// At most 2,000 characters; error 40065 says 1,024.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dept_order_list: Vec<DepartmentOrder>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dept_title_list: Vec<DepartmentTitle>,
    /// Attributes that the admin console defines; at most 2,000 characters as JSON. Sent as a text.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "json_text")]
    pub extension: Option<BTreeMap<String, String>>,
    /// Hides the number from everybody, and keeps others from DING.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub senior_mode: Option<bool>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hired_date: Option<i64>,
    /// Has to exist already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_userid: Option<UserId>,
    /// Only for accounts that sign in by e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_email: Option<String>,
}

impl NewUser {
    /// With what DingTalk asks for, and nothing else.
    pub fn new(name: impl Into<String>, mobile: impl Into<String>, dept_id_list: Vec<DepartmentId>) -> Self {
        Self {
            userid: None,
            name: name.into(),
            mobile: mobile.into(),
            dept_id_list,
            hide_mobile: None,
            telephone: None,
            job_number: None,
            title: None,
            email: None,
            org_email: None,
            org_email_type: None,
            work_place: None,
            remark: None,
            dept_order_list: Vec::new(),
            dept_title_list: Vec::new(),
            extension: None,
            senior_mode: None,
            hired_date: None,
            manager_userid: None,
            login_email: None,
        }
    }
}

/// Which mailbox a person gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OrgEmailType {
    /// 标准版
    Profession,
    /// 基础版
    Base,
}

/// What becomes of attributes that a change does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExtensionMode {
    /// They are cleared.
    Overwrite,
    /// They stay.
    Append,
}

impl Serialize for ExtensionMode {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_u8(match self {
            Self::Overwrite => 0,
            Self::Append => 1,
        })
    }
}

/// What is to change about somebody; the rest stays. There is no mobile number in it: DingTalk changes none, only
/// deleting the user and adding a new one with the same userid does. Source: user-information-update.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct UserChange {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide_mobile: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_number: Option<String>,
    /// The one field that `force_update_fields` can clear.
    #[serde(rename = "manager_userid", skip_serializing_if = "Change::is_kept", serialize_with = "changed")]
    pub manager: Change<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org_email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work_place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// All departments the person is to be in. Sent as `"2,3,4"`.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined_if_any")]
    pub dept_id_list: Option<Vec<DepartmentId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dept_order_list: Option<Vec<DepartmentOrder>>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "json_text")]
    pub extension: Option<BTreeMap<String, String>>,
    /// [`ExtensionMode::Overwrite`] if there is none.
    #[serde(rename = "ext_attrs_update_mode", skip_serializing_if = "Option::is_none")]
    pub extension_mode: Option<ExtensionMode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub senior_mode: Option<bool>,
    /// Milliseconds since 1970.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hired_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<ContactLanguage>,
}

#[derive(Serialize)]
struct WireChange<'a> {
    userid: &'a UserId,
    #[serde(flatten)]
    change: &'a UserChange,
    #[serde(skip_serializing_if = "Option::is_none")]
    force_update_fields: Option<&'static str>,
}

/// Who was added.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CreatedUser {
    pub userid: UserId,
    /// Spelt `unionId` in this answer alone.
    #[serde(default, rename = "unionId", alias = "unionid", deserialize_with = "optional_text")]
    pub unionid: Option<String>,
}

impl Client {
    /// `/topapi/v2/user/create`. An answer with another userid than was asked for is refused, and leaves the create in
    /// doubt. Errors: [`crate::Error::already_exists`], [`crate::Error::needs_consent`],
    /// [`crate::Error::refused_field`], [`crate::Error::limit_reached`]; -1 ([`crate::Error::is_busy`]) may also mean
    /// that the organisation may add nobody more this week.
    pub async fn create_user(&self, user: &NewUser) -> Result<CreatedUser> {
        let host = self.hosts().name(Host::Old);
        let mut answer = self.tell("/topapi/v2/user/create", user).await?;
        let result = answer.get_mut("result").map(serde_json::Value::take).ok_or_else(|| unexpected(host))?;
        let created: CreatedUser = read(result, host)?;
        if let Some(userid) = &user.userid {
            self.is_about(userid, &created.userid)?;
        }
        Ok(created)
    }

    /// `/topapi/v2/user/update`. Errors: [`crate::Error::not_found`], [`crate::Error::is_hr_managed`],
    /// [`crate::Error::already_exists`], [`crate::Error::refused_field`].
    pub async fn update_user(&self, userid: &UserId, change: &UserChange) -> Result<()> {
        let force_update_fields = change.manager.is_cleared().then_some("manager_userid");
        self.tell("/topapi/v2/user/update", &WireChange { userid, change, force_update_fields }).await.map(drop)
    }

    /// `/topapi/v2/user/delete`: out of the organisation, and out of attendance groups.
    /// [`crate::Error::not_found`] is as good as done.
    pub async fn delete_user(&self, userid: &UserId) -> Result<()> {
        self.tell("/topapi/v2/user/delete", &json!({ "userid": userid })).await.map(drop)
    }
}
