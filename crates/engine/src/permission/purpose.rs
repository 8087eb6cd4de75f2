//! What somebody wants to do, and the smallest set of points that lets them.

use serde::{Deserialize, Serialize};

/// What somebody wants to do, in their words. The order is the order on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A group robot needs no permission point.
    GroupMessages,
    WorkNotices,
    ReadStaff,
    ReadDepartments,
    FindByMobile,
    ManageStaff,
    RobotChat,
    /// Which events come is chosen in the console; no point of its own is known for it.
    ListenEvents,
    SignIn,
}

impl Purpose {
    pub const ALL: [Self; 9] = [
        Self::GroupMessages,
        Self::WorkNotices,
        Self::ReadStaff,
        Self::ReadDepartments,
        Self::FindByMobile,
        Self::ManageStaff,
        Self::RobotChat,
        Self::ListenEvents,
        Self::SignIn,
    ];

    /// Source: the calls that each use makes, and the "权限要求" row of their documents.
    pub(super) fn points(self) -> &'static [&'static str] {
        match self {
            Self::GroupMessages => &[],
            // The recipient is chosen from the staff list.
            Self::WorkNotices | Self::ReadStaff => {
                &["qyapi_base", "qyapi_get_department_list", "qyapi_get_department_member"]
            }
            Self::ReadDepartments => &["qyapi_base", "qyapi_get_department_list"],
            Self::FindByMobile => &["qyapi_base", "qyapi_get_member_by_mobile"],
            // It reads what it is about to change, one person and whole departments, with the fields it compares.
            Self::ManageStaff => &[
                "qyapi_base",
                "qyapi_get_department_list",
                "qyapi_get_department_member",
                "qyapi_get_member",
                "qyapi_manage_addresslist",
                "fieldMobile",
                "fieldEmail",
            ],
            Self::RobotChat => &["qyapi_base", "qyapi_robot_sendmsg"],
            Self::ListenEvents => &["qyapi_base"],
            Self::SignIn => &["open_app_api_base", "Contact.User.Read"],
        }
    }

    pub(super) fn needs(self, code: &str) -> bool {
        self.points().contains(&code)
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::CATALOGUE;
    use super::*;

    #[test]
    fn every_point_that_a_use_needs_is_in_the_catalogue() {
        for purpose in Purpose::ALL {
            for code in purpose.points() {
                assert!(CATALOGUE.iter().any(|point| point.code == *code), "{purpose:?} {code}");
            }
        }
    }
}
