//! Adding, changing and removing departments; permission `qyapi_manage_addresslist`.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::wire::{Change, ContactLanguage, changed_list, joined, joined_if_any};
use crate::gateway::{read, unexpected, unreadable};
use crate::{Client, DepartmentId, Host, Result, UnreadableReason, UserId};

/// A department to add. Its id is DingTalk's to choose, so a repeated create makes a second one, unless a sibling has
/// the name. Source: address-book-creation-department-established-department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewDepartment {
    /// 1–64 characters, without `-`, `,` and `，`.
    pub name: String,
    pub parent_id: DepartmentId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide_dept: Option<bool>,
    /// Who may see a hidden department; with `user_permits` at most 50.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "joined")]
    pub dept_permits: Vec<DepartmentId>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "joined")]
    pub user_permits: Vec<UserId>,
    /// Whether its members see only a part of the directory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer_dept: Option<bool>,
    /// That part is the department and those below it; else only themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer_dept_only_self: Option<bool>,
    /// Whom they see besides; with `outer_permit_depts` at most 50.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "joined")]
    pub outer_permit_users: Vec<UserId>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "joined")]
    pub outer_permit_depts: Vec<DepartmentId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_dept_group: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_approve_apply: Option<bool>,
    /// The smaller, the earlier: the other way round than people in a department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<i64>,
    /// The id in another system, such as HR's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_identifier: Option<String>,
}

impl NewDepartment {
    pub fn new(name: impl Into<String>, parent_id: DepartmentId) -> Self {
        Self {
            name: name.into(),
            parent_id,
            hide_dept: None,
            dept_permits: Vec::new(),
            user_permits: Vec::new(),
            outer_dept: None,
            outer_dept_only_self: None,
            outer_permit_users: Vec::new(),
            outer_permit_depts: Vec::new(),
            create_dept_group: None,
            auto_approve_apply: None,
            order: None,
            source_identifier: None,
        }
    }
}

/// What is to change about a department; the rest stays. Fields as in [`NewDepartment`].
/// Source: address-book-update-department.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DepartmentChange {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<DepartmentId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hide_dept: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined_if_any")]
    pub dept_permits: Option<Vec<DepartmentId>>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined_if_any")]
    pub user_permits: Option<Vec<UserId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer_dept: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer_dept_only_self: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined_if_any")]
    pub outer_permit_users: Option<Vec<UserId>>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "joined_if_any")]
    pub outer_permit_depts: Option<Vec<DepartmentId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_dept_group: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_approve_apply: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_identifier: Option<String>,
    /// Members of the department; the one field that `force_update_fields` can clear.
    #[serde(
        rename = "dept_manager_userid_list",
        skip_serializing_if = "Change::is_kept",
        serialize_with = "changed_list"
    )]
    pub managers: Change<Vec<UserId>>,
    /// Owner of the department's group: a member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org_dept_owner: Option<UserId>,
    /// Whether newcomers join the department's group by themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_add_user: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_contain_sub_dept: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_contain_outer_dept: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_contain_hidden_dept: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<ContactLanguage>,
    /// At most 30 characters; only this call can set it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

#[derive(Serialize)]
struct WireChange<'a> {
    dept_id: DepartmentId,
    #[serde(flatten)]
    change: &'a DepartmentChange,
    #[serde(skip_serializing_if = "Option::is_none")]
    force_update_fields: Option<&'static str>,
}

#[derive(Deserialize)]
struct Created {
    dept_id: DepartmentId,
}

impl Client {
    /// `/topapi/v2/department/create`. Errors: [`crate::Error::already_exists`], [`crate::Error::refused_field`],
    /// [`crate::Error::limit_reached`].
    pub async fn create_department(&self, department: &NewDepartment) -> Result<DepartmentId> {
        let host = self.hosts().name(Host::Old);
        let mut answer = self.tell("/topapi/v2/department/create", department).await?;
        let result = answer.get_mut("result").map(serde_json::Value::take).ok_or_else(|| unexpected(host))?;
        let created: Created = read(result, host)?;
        if created.dept_id == department.parent_id || created.dept_id == DepartmentId::ROOT {
            return Err(unreadable(host, UnreadableReason::WrongSubject));
        }
        Ok(created.dept_id)
    }

    /// `/topapi/v2/department/update`. Errors: [`crate::Error::not_found`], [`crate::Error::is_root_fixed`],
    /// [`crate::Error::refused_field`].
    pub async fn update_department(&self, id: DepartmentId, change: &DepartmentChange) -> Result<()> {
        let force_update_fields = change.managers.is_cleared().then_some("dept_manager_userid_list");
        let wire = WireChange { dept_id: id, change, force_update_fields };
        self.tell("/topapi/v2/department/update", &wire).await.map(drop)
    }

    /// `/topapi/v2/department/delete`: only an empty one. Errors: [`crate::Error::is_department_not_empty`],
    /// [`crate::Error::is_root_fixed`]; [`crate::Error::not_found`] is as good as done.
    pub async fn delete_department(&self, id: DepartmentId) -> Result<()> {
        self.tell("/topapi/v2/department/delete", &json!({ "dept_id": id })).await.map(drop)
    }
}
