//! The way up from a department or a person to the root.

use serde::Deserialize;
use serde_json::json;

use crate::gateway::unreadable;
use crate::lenient;
use crate::{Client, DepartmentId, Host, Result, UnreadableReason, UserId};

#[derive(Deserialize)]
struct Parents {
    #[serde(deserialize_with = "lenient::required_list")]
    parent_id_list: Vec<DepartmentId>,
}

#[derive(Deserialize)]
struct Ways {
    #[serde(deserialize_with = "lenient::required_list")]
    parent_list: Vec<Way>,
}

#[derive(Deserialize)]
struct Way {
    #[serde(deserialize_with = "lenient::required_list")]
    parent_dept_id_list: Vec<DepartmentId>,
}

impl Client {
    /// `/topapi/v2/department/listparentbydept`: from the department itself up to the root, whatever the contact scope;
    /// permission `qyapi_get_department_list`.
    pub async fn parents_of_department(&self, id: DepartmentId) -> Result<Vec<DepartmentId>> {
        let path = "/topapi/v2/department/listparentbydept";
        let parents: Parents = self.topapi(path, json!({ "dept_id": id })).await?;
        if !parents.parent_id_list.contains(&id) {
            return Err(unreadable(self.hosts().name(Host::Old), UnreadableReason::WrongSubject));
        }
        Ok(parents.parent_id_list)
    }

    /// `/topapi/v2/department/listparentbyuser`: the same from each department of a person;
    /// permission `qyapi_get_department_list`.
    pub async fn parents_of_user(&self, userid: &UserId) -> Result<Vec<Vec<DepartmentId>>> {
        let path = "/topapi/v2/department/listparentbyuser";
        let ways: Ways = self.topapi(path, json!({ "userid": userid })).await?;
        Ok(ways.parent_list.into_iter().map(|way| way.parent_dept_id_list).collect())
    }
}
