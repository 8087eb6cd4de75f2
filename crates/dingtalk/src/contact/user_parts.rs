use serde::{Deserialize, Serialize};

use crate::DepartmentId;
use crate::lenient::{self, optional_text};

/// A person's place among a department's members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentOrder {
    pub dept_id: DepartmentId,
    /// The larger, the earlier.
    #[serde(deserialize_with = "lenient::integer")]
    pub order: i64,
}

/// A person's title in one department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DepartmentTitle {
    pub dept_id: DepartmentId,
    pub title: String,
}

/// Whether a person leads a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct DepartmentLead {
    pub dept_id: DepartmentId,
    #[serde(deserialize_with = "lenient::boolean")]
    pub leader: bool,
}

/// A role that a person has.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct UserRole {
    #[serde(deserialize_with = "lenient::integer")]
    pub id: i64,
    #[serde(default, deserialize_with = "optional_text")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "optional_text")]
    pub group_name: Option<String>,
}
