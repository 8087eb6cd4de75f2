//! The points the product's purposes are made of. Names as the console prints them; source: each call's own page.

use super::Purpose;

/// A permission point as DingTalk knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub code: &'static str,
    pub console_name: &'static str,
    /// The organisation's own administrator of contacts has to authorise it.
    pub sensitive: bool,
    pub purposes: &'static [Purpose],
}

use Purpose as P;

/// Basic first. A group robot needs none of them.
///
/// `WorkNotices` reads departments and their members because the recipient is chosen from the staff list.
/// `ManageStaff` reads what it is about to change, one person and whole departments, with the fields it compares.
pub(super) const CATALOGUE: [Point; 10] = [
    Point {
        code: "qyapi_base",
        console_name: "调用企业API时需要具备的基本权限",
        sensitive: false,
        purposes: &[P::WorkNotices, P::ReadStaff, P::ReadDepartments, P::FindByMobile, P::ManageStaff, P::RobotChat],
    },
    Point {
        code: "qyapi_get_department_list",
        console_name: "通讯录部门信息读权限",
        sensitive: false,
        purposes: &[P::WorkNotices, P::ReadStaff, P::ReadDepartments, P::ManageStaff],
    },
    Point {
        code: "qyapi_get_department_member",
        console_name: "通讯录部门成员读权限",
        sensitive: false,
        purposes: &[P::WorkNotices, P::ReadStaff, P::ManageStaff],
    },
    Point {
        code: "qyapi_get_member", console_name: "成员信息读权限", sensitive: false, purposes: &[P::ManageStaff]
    },
    Point {
        code: "qyapi_get_member_by_mobile",
        console_name: "根据手机号获取成员基本信息权限",
        sensitive: false,
        purposes: &[P::FindByMobile],
    },
    Point {
        code: "qyapi_manage_addresslist",
        console_name: "通讯录数据管理权限",
        sensitive: true,
        purposes: &[P::ManageStaff],
    },
    Point {
        code: "fieldMobile", console_name: "企业员工手机号信息", sensitive: true, purposes: &[P::ManageStaff]
    },
    Point { code: "fieldEmail", console_name: "邮箱等个人信息", sensitive: true, purposes: &[P::ManageStaff] },
    Point {
        code: "qyapi_robot_sendmsg",
        console_name: "企业内机器人发送消息权限",
        sensitive: false,
        purposes: &[P::RobotChat],
    },
    Point {
        code: "qyapi_addresslist_search", console_name: "搜索企业通讯录的权限", sensitive: false, purposes: &[]
    },
];
