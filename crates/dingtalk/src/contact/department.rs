use serde::Deserialize;
use serde_json::json;

use crate::gateway::unreadable;
use crate::lenient::{self, Listed, list, optional_boolean, optional_integer, optional_text};
use crate::{Client, DepartmentId, Host, Result, UnreadableReason, UserId};

/// A department as its parent lists it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Department {
    pub dept_id: DepartmentId,
    #[serde(deserialize_with = "lenient::text")]
    pub name: String,
    #[serde(default)]
    pub parent_id: Option<DepartmentId>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub create_dept_group: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub auto_add_user: Option<bool>,
}

/// A department by itself. Not here: `union_dept_ext`, which is about associated organisations.
/// Source: query-department-details0-v2.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct DepartmentDetail {
    pub dept_id: DepartmentId,
    #[serde(deserialize_with = "lenient::text")]
    pub name: String,
    /// Absent for the root.
    #[serde(default)]
    pub parent_id: Option<DepartmentId>,
    /// The id given by whoever made it, e.g. an HR system.
    #[serde(default, deserialize_with = "optional_text")]
    pub source_identifier: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub code: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub tags: Option<String>,
    /// The smaller, the earlier.
    #[serde(default, deserialize_with = "optional_integer")]
    pub order: Option<i64>,
    #[serde(default, deserialize_with = "optional_text")]
    pub dept_group_chat_id: Option<String>,
    /// Userid of the owner of its group.
    #[serde(default, deserialize_with = "optional_text")]
    pub org_dept_owner: Option<String>,
    #[serde(default, deserialize_with = "list")]
    pub dept_manager_userid_list: Vec<UserId>,
    /// With those of its departments.
    #[serde(default, deserialize_with = "optional_integer")]
    pub member_count: Option<i64>,
    /// Without them.
    #[serde(default, deserialize_with = "optional_integer")]
    pub owning_member_count: Option<i64>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub create_dept_group: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub auto_add_user: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub auto_approve_apply: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub group_contain_sub_dept: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub from_union_org: Option<bool>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub hide_dept: Option<bool>,
    #[serde(default, deserialize_with = "list")]
    pub dept_permits: Vec<DepartmentId>,
    #[serde(default, deserialize_with = "list")]
    pub user_permits: Vec<UserId>,
    #[serde(default, deserialize_with = "optional_boolean")]
    pub outer_dept: Option<bool>,
    #[serde(default, deserialize_with = "list")]
    pub outer_permit_depts: Vec<DepartmentId>,
    #[serde(default, deserialize_with = "list")]
    pub outer_permit_users: Vec<UserId>,
}

#[derive(Deserialize)]
struct Ids {
    #[serde(deserialize_with = "lenient::required_list")]
    dept_id_list: Vec<DepartmentId>,
}

impl Client {
    /// `/topapi/v2/department/listsub`: one level below; permission `qyapi_get_department_list`.
    pub async fn departments(&self, parent: DepartmentId) -> Result<Vec<Department>> {
        let listed: Listed<Department> =
            self.topapi("/topapi/v2/department/listsub", json!({ "dept_id": parent })).await?;
        Ok(listed.list)
    }

    /// `/topapi/v2/department/listsubid`: the same as ids, whatever the contact scope.
    pub async fn department_ids(&self, parent: DepartmentId) -> Result<Vec<DepartmentId>> {
        let ids: Ids = self.topapi("/topapi/v2/department/listsubid", json!({ "dept_id": parent })).await?;
        Ok(ids.dept_id_list)
    }

    /// `/topapi/v2/department/get`; permission `qyapi_get_department_list`.
    pub async fn department(&self, id: DepartmentId) -> Result<DepartmentDetail> {
        let department: DepartmentDetail = self.topapi("/topapi/v2/department/get", json!({ "dept_id": id })).await?;
        if department.dept_id != id {
            return Err(unreadable(self.hosts().name(Host::Old), UnreadableReason::WrongSubject));
        }
        Ok(department)
    }
}
