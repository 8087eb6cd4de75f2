//! Custom group robots (自定义机器人) and their security settings.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::parse_list;
use super::{Effect, Group, Refusal, World};
use crate::random;

#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Robot {
    /// Eight letters and digits; stands in the console's addresses.
    pub id: String,
    pub name: String,
    /// 64 hexadecimal digits: `access_token` of the webhook.
    pub token: String,
    /// `SEC` and 64 hexadecimal digits. Asked for only while the signature is on.
    pub secret: String,
    pub security: RobotSecurity,
    pub enabled: bool,
    pub created_at: Timestamp,
    /// Deliveries of the last minute.
    pub recent: Vec<Timestamp>,
    /// End of the ten minutes that follow on too many messages.
    pub blocked_until: Option<Timestamp>,
}

/// Every kind that is on must be satisfied. Source: dingtalk-api.md §5.1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RobotSecurity {
    /// 加签.
    pub signature: bool,
    /// 自定义关键词; off when empty. At most ten, one of which must occur.
    pub keywords: Vec<String>,
    /// IP地址（段）; off when empty. Addresses or CIDR ranges.
    pub addresses: Vec<String>,
}

impl RobotSecurity {
    pub fn signature_alone() -> Self {
        Self { signature: true, ..Self::default() }
    }

    fn check(&self) -> Result<(), Refusal> {
        if !self.signature && self.keywords.is_empty() && self.addresses.is_empty() {
            return Err(Refusal::SecurityEmpty);
        }
        if self.keywords.len() > 10 || self.keywords.iter().any(|word| word.trim().is_empty()) {
            return Err(Refusal::KeywordsMalformed);
        }
        parse_list(&self.addresses.join("\n")).map(|_| ())
    }
}

impl Robot {
    /// `{old_host}/robot/send?access_token=…`
    pub fn webhook(&self, old_host: &str) -> String {
        format!("{old_host}/robot/send?access_token={}", self.token)
    }
}

impl Group {
    pub fn robot(&self, id: &str) -> Option<&Robot> {
        self.robots.iter().find(|robot| robot.id == id)
    }

    pub(crate) fn robot_mut(&mut self, id: &str) -> Result<&mut Robot, Refusal> {
        self.robots.iter_mut().find(|robot| robot.id == id).ok_or(Refusal::NoSuchRobot)
    }
}

impl World {
    /// Adds a robot to an open group. Returns its id.
    pub fn add_robot(&mut self, group_id: &str, name: &str, security: RobotSecurity) -> Result<String, Refusal> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Refusal::NameEmpty);
        }
        security.check()?;
        let now = self.now;
        let id = random::letters_and_digits(8);
        let group = self.group_mut(group_id)?;
        group.robots.push(Robot {
            id: id.clone(),
            name: name.to_owned(),
            token: random::hexadecimal(64),
            secret: format!("SEC{}", random::hexadecimal(64)),
            security,
            enabled: true,
            created_at: now,
            recent: Vec::new(),
            blocked_until: None,
        });
        let group = group.name.clone();
        self.record(Effect::RobotAdded { group, robot: name.to_owned() });
        Ok(id)
    }

    pub fn set_robot_security(
        &mut self,
        group_id: &str,
        robot_id: &str,
        security: RobotSecurity,
    ) -> Result<(), Refusal> {
        security.check()?;
        let group = self.group_mut(group_id)?;
        let group_name = group.name.clone();
        let robot = group.robot_mut(robot_id)?;
        robot.security = security;
        let robot = robot.name.clone();
        self.record(Effect::RobotSecurityChanged { group: group_name, robot });
        Ok(())
    }

    /// A new webhook address and a new secret; the old ones are refused from now on.
    pub fn rotate_robot(&mut self, group_id: &str, robot_id: &str) -> Result<(), Refusal> {
        let group = self.group_mut(group_id)?;
        let group_name = group.name.clone();
        let robot = group.robot_mut(robot_id)?;
        robot.token = random::hexadecimal(64);
        robot.secret = format!("SEC{}", random::hexadecimal(64));
        let robot = robot.name.clone();
        self.record(Effect::RobotRotated { group: group_name, robot });
        Ok(())
    }

    pub fn enable_robot(&mut self, group_id: &str, robot_id: &str) -> Result<(), Refusal> {
        self.switch_robot(group_id, robot_id, Switch::On)
    }

    pub fn disable_robot(&mut self, group_id: &str, robot_id: &str) -> Result<(), Refusal> {
        self.switch_robot(group_id, robot_id, Switch::Off)
    }

    fn switch_robot(&mut self, group_id: &str, robot_id: &str, switch: Switch) -> Result<(), Refusal> {
        let enabled = match switch {
            Switch::On => true,
            Switch::Off => false,
        };
        let group = self.group_mut(group_id)?;
        let group_name = group.name.clone();
        let robot = group.robot_mut(robot_id)?;
        robot.enabled = enabled;
        let robot = robot.name.clone();
        self.record(Effect::RobotSwitched { group: group_name, robot, enabled });
        Ok(())
    }
}

#[derive(Debug, Clone, Copy)]
enum Switch {
    On,
    Off,
}
