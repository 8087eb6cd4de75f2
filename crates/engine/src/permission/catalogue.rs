//! Every permission point that our DingTalk reference lists for an internal app, in its order. Codes and console names
//! are DingTalk's; the area and the risk are our judgement, made by one rule:
//! - *high*: changes or deletes what colleagues rely on, or shows private details (numbers, leave, HR, files);
//! - *medium*: shows who colleagues are and what they do, or writes in the app's name;
//! - *low*: shows the company's outline, or only people who sign in by themselves.
//!
//! The full public index has about 250 codes; the ones here are those whose use is documented.

use super::{PointApproval, PointArea, PointRisk, PointSource};

/// A permission point as DingTalk knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub code: &'static str,
    /// Empty where no document prints it.
    pub console_name: &'static str,
    pub area: PointArea,
    pub risk: PointRisk,
    pub approval: PointApproval,
    pub source: PointSource,
}

const fn point(area: PointArea, risk: PointRisk, code: &'static str, console_name: &'static str) -> Point {
    Point { code, console_name, area, risk, approval: PointApproval::Ordinary, source: PointSource::Documents }
}

impl Point {
    /// The organisation's own administrator of contacts has to authorise it: a document says so.
    const fn special(self) -> Self {
        Self { approval: PointApproval::Special, ..self }
    }

    /// No document says so, but what it shows makes it likely.
    const fn likely_special(self) -> Self {
        Self { approval: PointApproval::LikelySpecial, ..self }
    }

    /// The name is documented, the code was seen in other makers' programs only.
    const fn by_programs(self) -> Self {
        Self { source: PointSource::Programs, ..self }
    }
}

/// The code, or the family of codes (`*`), is documented; its console name is not.
const fn nameless(area: PointArea, risk: PointRisk, code: &'static str) -> Point {
    Point { source: PointSource::NameUnknown, ..point(area, risk, code, "") }
}

use PointArea::{App, Approvals, Attendance, Calendar, Contacts, Files, Groups, Hr, Messages, SignIn};
use PointRisk::{High, Low, Medium};

/// Basic first. A group robot needs none of them.
pub(super) const CATALOGUE: [Point; 58] = [
    point(App, Medium, "qyapi_base", "调用企业API时需要具备的基本权限"),
    point(Contacts, Low, "qyapi_get_department_list", "通讯录部门信息读权限"),
    point(Contacts, Medium, "qyapi_get_department_member", "通讯录部门成员读权限"),
    point(Contacts, Medium, "qyapi_get_member", "成员信息读权限"),
    point(Contacts, Medium, "qyapi_get_member_by_mobile", "根据手机号获取成员基本信息权限"),
    point(Contacts, High, "qyapi_manage_addresslist", "通讯录数据管理权限").special(),
    point(Contacts, High, "fieldMobile", "企业员工手机号信息").likely_special().by_programs(),
    point(Contacts, High, "fieldEmail", "邮箱等个人信息").likely_special().by_programs(),
    point(Contacts, Medium, "qyapi_addresslist_search", "搜索企业通讯录的权限"),
    point(Contacts, Medium, "qyapi_liveness_base", "企业活跃度数据访问权限"),
    point(Contacts, Medium, "Contact.Common.Read", "通讯录基本数据读权限"),
    point(Contacts, Low, "Contact.Org.Read", "通讯录组织基础信息读权限"),
    point(Contacts, High, "Contact.OrgAccountSecurity.ReadWrite", "通讯录企业账号安全数据读写权限").likely_special(),
    point(Contacts, High, "qyapi_ext_read", "企业外部联系人读权限"),
    point(Contacts, High, "qyapi_ext_write", "企业外部联系人写权限"),
    point(SignIn, Low, "open_app_api_base", "获取钉钉开放接口用户访问凭证的基础权限"),
    point(SignIn, Low, "Contact.User.Read", "通讯录个人信息读权限"),
    point(SignIn, Medium, "Contact.User.mobile", "个人手机号信息"),
    point(SignIn, Low, "snsapi_base", "调用SNS API时需要具备的基本权限"),
    point(SignIn, Medium, "qyapi_get_omp_sso_userinfo", "企业OA后台免登访问权限"),
    point(Messages, Medium, "qyapi_robot_sendmsg", "企业内机器人发送消息权限"),
    point(Messages, Medium, "Robot.SingleChat.ReadWrite", "单聊机器人使用管理权限"),
    point(Messages, Medium, "Card.Instance.Write", "互动卡片实例写权限"),
    point(Messages, Medium, "Card.Streaming.Write", "AI卡片流式更新权限"),
    point(Messages, Medium, "Premium.Ding.Write", "企业机器人发送撤回DING消息"),
    point(Groups, High, "qyapi_chat_manage", "钉钉群基础信息管理权限"),
    point(Groups, Medium, "qyapi_chat_read", "钉钉群基础信息读权限"),
    point(Groups, Medium, "qyapi_chat_base_read", "钉钉群管理基础信息读权限"),
    point(Approvals, High, "Workflow.Instance.Read", "工作流实例读权限"),
    point(Approvals, High, "Workflow.Instance.Write", "工作流实例写权限"),
    point(Approvals, Low, "Workflow.Form.Read", "工作流模板读权限"),
    point(Approvals, High, "Workflow.Form.Write", "工作流模板写权限"),
    point(Attendance, High, "qyapi_get_attendance_data", "考勤数据读权限"),
    point(Attendance, Medium, "qyapi_attendance_group_read", "考勤组查询权限"),
    point(Attendance, High, "qyapi_attendance_group_manage", "考勤组管理权限"),
    point(Attendance, High, "qyapi_holiday_readonly", "钉钉假期读权限"),
    point(Attendance, High, "qyapi_holiday_manage", "钉钉假期管理权限"),
    point(Attendance, High, "qyapi_checkin_read", "签到数据读权限"),
    point(Hr, High, "qyapi_hrm_read_user", "智能人事个人信息读权限").likely_special(),
    point(Hr, High, "qyapi_hrm_manager", "智能人事数据管理权限").likely_special(),
    point(Hr, High, "Hrm.Process.ReadWrite", "智能人事流程读写权限").likely_special(),
    point(Hr, Medium, "qyapi_report_query", "企业员工日志读权限"),
    point(Calendar, Medium, "Todo.Todo.Read", "待办应用中待办读权限"),
    point(Calendar, Medium, "Todo.Todo.Write", "待办应用中待办写权限"),
    point(Calendar, Medium, "Calendar.Event.Read", "日历应用中日程读权限"),
    point(Calendar, High, "Calendar.Event.Write", "日历应用中日程写权限"),
    nameless(Calendar, Medium, "Calendar.Calendar.*"),
    nameless(Calendar, High, "Calendar.Acl.*"),
    nameless(Calendar, Low, "Calendar.EventSchedule.Read"),
    point(Files, High, "Storage.File.Read", "企业存储文件读权限"),
    point(Files, High, "Storage.File.Write", "企业存储文件写权限"),
    nameless(Files, High, "Storage.Space.*"),
    nameless(Files, Medium, "ConvFile.File.Send"),
    nameless(Files, High, "Drive.Space.*"),
    point(Files, High, "Notable.Base.Read.All", "AI表格应用读权限"),
    point(Files, High, "Notable.Base.Write.All", "AI表格应用写权限"),
    point(App, High, "qyapi_microapp_manage", "管理微应用的权限"),
    point(App, Low, "isvapi_base", "三方应用开通使用基础权限"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_point_stands_once_and_says_what_is_known_of_its_name() {
        let codes: BTreeSet<&str> = CATALOGUE.iter().map(|point| point.code).collect();
        assert_eq!(codes.len(), CATALOGUE.len());
        for point in CATALOGUE {
            assert_eq!(point.console_name.is_empty(), point.source == PointSource::NameUnknown, "{}", point.code);
            assert!(!point.code.ends_with('*') || point.source == PointSource::NameUnknown, "{}", point.code);
        }
    }

    #[test]
    fn what_needs_a_special_approver_is_never_called_harmless() {
        for point in CATALOGUE.iter().filter(|point| point.approval != PointApproval::Ordinary) {
            assert_eq!(point.risk, PointRisk::High, "{}", point.code);
        }
    }
}
