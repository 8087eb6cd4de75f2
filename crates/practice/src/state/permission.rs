//! Permission points (权限点): the catalogue, and what an app asked for and was given.
//! Codes and console names: dingtalk-api.md §4.2.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{App, Effect, Refusal, World};

/// What it takes until a point works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// Works at once (立即开通).
    None,
    /// The administrator grants it, and it works from the next released version on (§4.1).
    Administrator,
}

/// One point of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// DingTalk's own code.
    pub code: &'static str,
    /// As the console prints it, Simplified Chinese.
    pub console_name: &'static str,
    pub approval: Approval,
}

const fn open(code: &'static str, console_name: &'static str) -> Point {
    Point { code, console_name, approval: Approval::None }
}

const fn sensitive(code: &'static str, console_name: &'static str) -> Point {
    Point { code, console_name, approval: Approval::Administrator }
}

/// Which points are sensitive is known for `qyapi_manage_addresslist` only; the field and HR points
/// are inferred from what they show.
pub const CATALOGUE: [Point; 24] = [
    open("qyapi_base", "调用企业API时需要具备的基本权限"),
    open("qyapi_get_member", "成员信息读权限"),
    open("qyapi_get_department_member", "通讯录部门成员读权限"),
    open("qyapi_get_department_list", "通讯录部门信息读权限"),
    open("qyapi_get_member_by_mobile", "根据手机号获取成员基本信息权限"),
    sensitive("qyapi_manage_addresslist", "通讯录数据管理权限"),
    open("qyapi_addresslist_search", "搜索企业通讯录的权限"),
    sensitive("fieldMobile", "企业员工手机号信息"),
    sensitive("fieldEmail", "邮箱等个人信息"),
    open("qyapi_liveness_base", "企业活跃度数据访问权限"),
    open("qyapi_robot_sendmsg", "企业内机器人发送消息权限"),
    open("qyapi_chat_manage", "钉钉群基础信息管理权限"),
    open("qyapi_chat_read", "钉钉群基础信息读权限"),
    open("Contact.User.Read", "通讯录个人信息读权限"),
    open("Contact.User.mobile", "个人手机号信息"),
    open("Contact.Common.Read", "通讯录基本数据读权限"),
    open("Contact.Org.Read", "通讯录组织基础信息读权限"),
    sensitive("Contact.OrgAccountSecurity.ReadWrite", "通讯录企业账号安全数据读写权限"),
    open("open_app_api_base", "获取钉钉开放接口用户访问凭证的基础权限"),
    open("qyapi_get_attendance_data", "考勤数据读权限"),
    sensitive("qyapi_hrm_read_user", "智能人事个人信息读权限"),
    open("Workflow.Instance.Read", "工作流实例读权限"),
    open("Todo.Todo.Write", "待办应用中待办写权限"),
    open("Calendar.Event.Read", "日历应用中日程读权限"),
];

/// The point of that code.
pub fn point(code: &str) -> Option<&'static Point> {
    CATALOGUE.iter().find(|point| point.code == code)
}

/// A point that an app asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Permission {
    pub requested_at: Timestamp,
    pub granted_at: Option<Timestamp>,
    /// The version that made a sensitive point work.
    pub approved_in_version: Option<String>,
}

/// How far a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PermissionStatus {
    NotRequested,
    /// Waits for the administrator's grant.
    Requested,
    /// Granted, and waits for a version to be released.
    WaitsForVersion,
    Active,
}

/// A new app has sign-in and notification permissions. Source: dingtalk-api.md §4.1.
pub(super) fn granted_to_new_apps(now: Timestamp) -> BTreeMap<String, Permission> {
    let granted = Permission { requested_at: now, granted_at: Some(now), approved_in_version: None };
    ["qyapi_base", "open_app_api_base"].map(|code| (code.to_owned(), granted.clone())).into()
}

impl App {
    pub fn permission_status(&self, code: &str) -> PermissionStatus {
        let (Some(point), Some(permission)) = (point(code), self.permissions.get(code)) else {
            return PermissionStatus::NotRequested;
        };
        if permission.granted_at.is_none() {
            return PermissionStatus::Requested;
        }
        match point.approval {
            Approval::None => PermissionStatus::Active,
            Approval::Administrator if permission.approved_in_version.is_some() => PermissionStatus::Active,
            Approval::Administrator => PermissionStatus::WaitsForVersion,
        }
    }

    /// The codes that a token issued now carries.
    pub fn active_permissions(&self) -> Vec<String> {
        let active = |code: &&String| self.permission_status(code) == PermissionStatus::Active;
        self.permissions.keys().filter(active).cloned().collect()
    }
}

impl World {
    /// Asks for a point. An ordinary one is granted at once; a sensitive one waits for the
    /// administrator. Asking again changes nothing.
    pub fn request_permission(&mut self, client_id: &str, code: &str) -> Result<PermissionStatus, Refusal> {
        let point = point(code).ok_or(Refusal::NoSuchPoint)?;
        let now = self.now;
        let app = self.app_mut(client_id)?;
        if !app.permissions.contains_key(code) {
            let asked = Permission { requested_at: now, granted_at: None, approved_in_version: None };
            app.permissions.insert(code.to_owned(), asked);
            self.record(Effect::PermissionRequested { client_id: client_id.to_owned(), code: code.to_owned() });
        }
        match point.approval {
            Approval::None => self.grant_permission(client_id, code),
            Approval::Administrator => Ok(self.app_mut(client_id)?.permission_status(code)),
        }
    }

    /// The administrator grants a point that was asked for.
    pub fn grant_permission(&mut self, client_id: &str, code: &str) -> Result<PermissionStatus, Refusal> {
        let now = self.now;
        let app = self.app_mut(client_id)?;
        let permission = app.permissions.get_mut(code).ok_or(Refusal::NotRequested)?;
        if permission.granted_at.is_none() {
            permission.granted_at = Some(now);
            app.revision += 1;
            self.record(Effect::PermissionGranted { client_id: client_id.to_owned(), code: code.to_owned() });
        }
        Ok(self.app_mut(client_id)?.permission_status(code))
    }

    /// Takes a point away, asked for or granted. Tokens lose it at once.
    pub fn withdraw_permission(&mut self, client_id: &str, code: &str) -> Result<(), Refusal> {
        let app = self.app_mut(client_id)?;
        app.permissions.remove(code).ok_or(Refusal::NotRequested)?;
        app.revision += 1;
        self.record(Effect::PermissionWithdrawn { client_id: client_id.to_owned(), code: code.to_owned() });
        Ok(())
    }
}
