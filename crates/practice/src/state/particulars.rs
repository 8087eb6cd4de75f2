//! What DingTalk keeps of a member or a department beyond names. A world saved before these existed
//! loads with all of them empty. Fields: dingtalk-api.md §3.2, §3.5.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Empty text counts as absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    pub org_email: String,
    pub telephone: String,
    pub work_place: String,
    pub remark: String,
    pub manager_userid: String,
    /// By attribute name; only names that the company defined.
    pub extension: BTreeMap<String, String>,
    pub hide_mobile: bool,
    pub senior: bool,
    /// By department; larger stands earlier.
    pub orders: BTreeMap<u64, i64>,
    pub titles: BTreeMap<u64, String>,
    pub account: Account,
    /// When a program added the person; people of the demo company were always there.
    pub added_at: Option<Timestamp>,
    pub changed_at: Option<Timestamp>,
    pub signed_in_at: Option<Timestamp>,
}

/// Whose the account is. Only the organisation's own can be disabled (dingtalk-api.md §3.1).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    #[default]
    Personal,
    /// 专属账号.
    Organisation,
    OrganisationDisabled,
}

impl Account {
    pub fn is_organisations(self) -> bool {
        match self {
            Self::Personal => false,
            Self::Organisation | Self::OrganisationDisabled => true,
        }
    }
}

/// A department's settings.
// Seven independent settings of DingTalk's own, under its own names.
#[expect(clippy::struct_excessive_bools)]
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct DepartmentSettings {
    pub order: Option<i64>,
    pub source_identifier: String,
    pub code: String,
    pub org_dept_owner: String,
    /// `None`: nobody ever set them, and whoever leads by rank leads.
    pub managers: Option<Vec<String>>,
    pub create_dept_group: bool,
    pub auto_add_user: bool,
    pub auto_approve_apply: bool,
    pub group_contain_sub_dept: bool,
    pub hide_dept: bool,
    pub dept_permits: Vec<u64>,
    pub user_permits: Vec<String>,
    pub outer_dept: bool,
    pub outer_dept_only_self: bool,
    pub outer_permit_depts: Vec<u64>,
    pub outer_permit_users: Vec<String>,
}
