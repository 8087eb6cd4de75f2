//! The demo company: 示範貿易有限公司, Harbour Demo Trading. Company, people and numbers are invented.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::app_robot::AppRobot;
use super::approval::ReleaseRule;
use super::directory::{ROOT_DEPARTMENT, Rank};
use super::leaver::Invitations;
use super::oauth::SignIn;
use super::particulars::{DepartmentSettings, Particulars};
use super::{Department, Effect, FIRST_PUBLIC_ADDRESS, Journal, Rows, Staff, World};
use crate::event::Events;
use crate::limit::{Limits, Usage, Windows};
use crate::random;

/// The member whom the newcomer plays.
pub const ADMINISTRATOR: &str = "demo001";

/// 2020-01-01 in Hong Kong, in milliseconds.
const HIRED: i64 = 1_577_808_000_000;

const DEPARTMENTS: [(u64, u64, &str); 6] = [
    (552_010_001, ROOT_DEPARTMENT, "管理部"),
    (552_010_002, ROOT_DEPARTMENT, "財務部"),
    (552_010_003, ROOT_DEPARTMENT, "人力資源部"),
    (552_010_004, ROOT_DEPARTMENT, "倉務部"),
    (552_010_005, ROOT_DEPARTMENT, "銷售部"),
    (552_010_006, 552_010_005, "門市組"),
];

const STAFF: [(&str, &str, u64, Rank); 12] = [
    ("陳示範", "總經理", 552_010_001, Rank::Administrator),
    ("李示範", "行政主任", 552_010_001, Rank::Member),
    ("張示範", "財務經理", 552_010_002, Rank::Leader),
    ("黃示範", "會計文員", 552_010_002, Rank::Member),
    ("何示範", "會計文員", 552_010_002, Rank::Member),
    ("林示範", "人力資源經理", 552_010_003, Rank::Leader),
    ("梁示範", "人力資源主任", 552_010_003, Rank::Member),
    ("吳示範", "倉務主管", 552_010_004, Rank::Leader),
    ("鄭示範", "倉務員", 552_010_004, Rank::Member),
    ("劉示範", "銷售經理", 552_010_005, Rank::Leader),
    ("馮示範", "門市主任", 552_010_006, Rank::Leader),
    ("周示範", "門市店員", 552_010_006, Rank::Member),
];

/// Attributes beyond DingTalk's own; the last two are those of its document's sample.
pub fn custom_fields() -> Vec<String> {
    ["職級", "分行", "爱好", "年龄"].map(str::to_owned).to_vec()
}

fn departments() -> Vec<Department> {
    let root = Department {
        dept_id: ROOT_DEPARTMENT,
        parent_id: None,
        name: "示範貿易有限公司".to_owned(),
        settings: DepartmentSettings::default(),
    };
    let rest = DEPARTMENTS.map(|(dept_id, parent_id, name)| Department {
        dept_id,
        parent_id: Some(parent_id),
        name: name.to_owned(),
        settings: DepartmentSettings::default(),
    });
    std::iter::once(root).chain(rest).collect()
}

fn staff() -> Vec<Staff> {
    let member = |(number, (name, title, department, rank)): (usize, (&str, &str, u64, Rank))| {
        let number = number + 1;
        Staff {
            userid: format!("demo{number:03}"),
            unionid: random::url_safe(27),
            name: name.to_owned(),
            mobile: format!("5550{number:04}"),
            state_code: "852".to_owned(),
            email: format!("demo{number:03}@harbour-demo.example"),
            title: title.to_owned(),
            job_number: format!("H{number:03}"),
            departments: vec![department],
            hired_date: Some(HIRED),
            rank,
            more: Particulars::default(),
        }
    };
    STAFF.into_iter().enumerate().map(member).collect()
}

impl World {
    /// A company with staff and nothing else: no developer, no app, no group.
    pub fn new(now: Timestamp) -> Self {
        let mut world = Self {
            now,
            new_host: String::new(),
            corp_id: format!("ding{}", random::hexadecimal(32)),
            company_name: "示範貿易有限公司".to_owned(),
            company_name_en: "Harbour Demo Trading".to_owned(),
            developer: None,
            apps: Rows::default(),
            departments: departments().into(),
            staff: staff().into(),
            groups: Rows::default(),
            notices: Rows::default(),
            tokens: Rows::default(),
            events: Events::default(),
            journal: Journal::default(),
            public_address: FIRST_PUBLIC_ADDRESS.to_owned(),
            scenarios: BTreeSet::new(),
            limits: Limits::default(),
            usage: Usage::default(),
            windows: Windows::default(),
            release_rule: ReleaseRule::default(),
            sign_in: SignIn::default(),
            leavers: Rows::default(),
            invitations: Invitations::default(),
            robot_messages: Rows::default(),
            app_robot: AppRobot::default(),
            jsapi_tickets: Vec::new(),
            behaviours: BTreeMap::new(),
            custom_fields: custom_fields(),
        };
        world.record(Effect::WorldCreated);
        world
    }
}
