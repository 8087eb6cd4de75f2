//! The pretend world: one company, its apps, its groups and what happened to them. Plain data that
//! is saved whole; every change of it is a method here, so that the console and the gateways cannot differ.

pub mod address;
pub mod app;
pub mod app_robot;
pub mod approval;
pub mod behaviour;
pub mod demo;
pub mod department;
pub mod developer;
pub mod directory;
pub mod group;
pub mod journal;
pub mod leaver;
pub mod member;
pub mod notice;
pub mod oauth;
pub mod particulars;
pub mod permission;
pub mod ready;
pub mod redirect;
pub mod refusal;
pub mod robot;
pub mod rows;
pub mod scope;
pub mod shared;
pub mod store;
pub mod switches;
pub mod ticket;
pub mod token;
pub mod version;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::event::Events;
use crate::limit::{Limits, Usage, Windows};
use crate::scenario::Scenario;
use rows::{List, Splice};

pub use app::App;
pub use developer::Developer;
pub use directory::{Department, Staff};
pub use group::{Group, Message};
pub use journal::{Effect, Entry, Journal};
pub use notice::Notice;
pub use permission::{Permission, PermissionStatus, Point};
pub use refusal::Refusal;
pub use robot::{Robot, RobotSecurity};
pub use rows::Rows;
pub use scope::Scope;
pub use shared::{ChangeError, Shared};
pub use store::StoreError;
pub use token::Token;
pub use version::{Version, VersionStatus};

/// The address DingTalk pretends to see at first. Documentation range (RFC 5737).
pub const FIRST_PUBLIC_ADDRESS: &str = "203.0.113.10";

/// The fields of the world that are [`Rows`], as [`World::take_changes`] goes through them.
const LISTS: [&str; 8] = ["apps", "departments", "staff", "groups", "notices", "tokens", "leavers", "robot_messages"];

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct World {
    /// The instant of the change or reading under way. Set by [`Shared`].
    #[serde(skip)]
    pub now: Timestamp,
    /// Where the new gateway is, for links that lead there.
    #[serde(skip)]
    pub new_host: String,
    /// `ding` and 32 hexadecimal digits.
    pub corp_id: String,
    pub company_name: String,
    pub company_name_en: String,
    pub developer: Option<Developer>,
    /// Oldest first.
    pub apps: Rows<App>,
    pub departments: Rows<Department>,
    pub staff: Rows<Staff>,
    /// Opened ones only, oldest first.
    pub groups: Rows<Group>,
    /// Oldest first.
    pub notices: Rows<Notice>,
    pub tokens: Rows<Token>,
    /// Absent in a world of an older server.
    #[serde(default)]
    pub events: Events,
    /// In files of its own.
    #[serde(default, skip_serializing)]
    pub journal: Journal,
    /// Where calls pretend to come from: `request ip=…` in a refusal.
    pub public_address: String,
    /// Those switched on.
    pub scenarios: BTreeSet<Scenario>,
    #[serde(default)]
    pub limits: Limits,
    /// Of the monthly quotas.
    #[serde(default)]
    pub usage: Usage,
    #[serde(skip)]
    pub windows: Windows,
    // A world saved before these existed loads without them.
    #[serde(default)]
    pub release_rule: approval::ReleaseRule,
    #[serde(default)]
    pub sign_in: oauth::SignIn,
    /// Oldest first.
    #[serde(default)]
    pub leavers: Rows<leaver::Leaver>,
    #[serde(default)]
    pub invitations: leaver::Invitations,
    /// Those of apps' own robots, oldest first.
    #[serde(default)]
    pub robot_messages: Rows<app_robot::RobotMessage>,
    #[serde(default)]
    pub app_robot: app_robot::AppRobot,
    #[serde(default)]
    pub jsapi_tickets: Vec<ticket::Ticket>,
    /// Those that do not stand at their default, by name.
    #[serde(default)]
    pub behaviours: BTreeMap<String, String>,
    /// Custom attributes that the company defined (成员字段管理).
    #[serde(default = "demo::custom_fields")]
    pub custom_fields: Vec<String>,
}

impl World {
    pub fn app(&self, client_id: &str) -> Option<&App> {
        self.apps.iter().find(|app| app.client_id == client_id)
    }

    pub fn latest_app(&self) -> Option<&App> {
        self.apps.last()
    }

    pub(crate) fn app_mut(&mut self, client_id: &str) -> Result<&mut App, Refusal> {
        self.apps.iter_mut().find(|app| app.client_id == client_id).ok_or(Refusal::NoSuchApp)
    }

    pub(crate) fn record(&mut self, effect: Effect) {
        let at = self.now;
        self.journal.push(Entry { at, effect });
    }

    /// What changed in the lists since this was last asked, each by its JSON pointer. A plain field needs
    /// nothing: all of those are saved together.
    fn take_changes(&mut self) -> serde_json::Result<Vec<(String, Splice)>> {
        let lists: [&mut dyn List; LISTS.len()] = [
            &mut self.apps,
            &mut self.departments,
            &mut self.staff,
            &mut self.groups,
            &mut self.notices,
            &mut self.tokens,
            &mut self.leavers,
            &mut self.robot_messages,
        ];
        let mut changes = Vec::new();
        let mut add = |place: &str, list: &mut dyn List| -> serde_json::Result<()> {
            changes.extend(list.take_changes()?.into_iter().map(|splice| (place.to_owned(), splice)));
            Ok(())
        };
        for (name, list) in LISTS.iter().zip(lists) {
            add(&format!("/{name}"), list)?;
        }
        // After the groups, which may be new themselves.
        for (place, group) in self.groups.untouched().iter_mut().enumerate() {
            add(&format!("/groups/{place}/messages"), &mut group.messages)?;
        }
        Ok(changes)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_list_of_the_world_is_saved_by_its_name() {
        let world = rows::without_lists(&World::new(Timestamp::UNIX_EPOCH)).unwrap();
        let world: BTreeMap<String, serde_json::Value> = serde_json::from_str(&world).unwrap();
        let named = world.iter().filter(|(_, value)| **value == rows::ELSEWHERE).map(|(name, _)| name.as_str());
        assert_eq!(named.collect::<BTreeSet<_>>(), LISTS.into_iter().collect());
    }
}
