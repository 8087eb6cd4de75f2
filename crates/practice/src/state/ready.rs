//! An app with nothing left to do, for tests and for those who only want to look.

use super::address::list_holds;
use super::group::FINANCE_GROUP;
use super::permission::{CATALOGUE, PermissionStatus};
use super::{App, Refusal, Robot, RobotSecurity, Scope, VersionStatus, World};

const APP_NAME: &str = "Hoitung 示範應用";
const ROBOT_NAME: &str = "Hoitung 示範機械人";

impl World {
    /// The ready app, if there is one.
    pub fn ready_app(&self) -> Option<&App> {
        self.apps.iter().find(|app| app.name == APP_NAME)
    }

    /// The robot in 財務部 that is secured by signature alone.
    pub fn ready_robot(&self) -> Option<&Robot> {
        self.group(FINANCE_GROUP)?.robots.iter().find(|robot| {
            robot.name == ROBOT_NAME && robot.enabled && robot.security == RobotSecurity::signature_alone()
        })
    }

    /// Makes the app ready, or ready again; changes nothing when it is.
    pub fn ensure_ready(&mut self) -> Result<(), Refusal> {
        if self.developer.is_none() {
            self.register_developer("陳示範", "demo001@harbour-demo.example")?;
        }
        let client_id = match self.ready_app() {
            Some(app) => app.client_id.clone(),
            None => self.create_app(APP_NAME, "Hoitung practice app")?,
        };
        for point in CATALOGUE {
            self.request_permission(&client_id, point.code)?;
            self.grant_permission(&client_id, point.code)?;
        }
        let app = self.app_mut(&client_id)?;
        let all_active = CATALOGUE.iter().all(|point| app.permission_status(point.code) == PermissionStatus::Active);
        let visible = app.published_version().is_some_and(|version| version.visible_range == Scope::Everyone);
        if !all_active || !visible {
            let number = app.next_version_number();
            self.create_version(&client_id, &number, "Ready for practice", Scope::Everyone)?;
            if self.publish(&client_id, &number)? == VersionStatus::Submitted {
                self.approve_version(&client_id, &number)?;
            }
        }
        let app = self.app(&client_id).ok_or(Refusal::NoSuchApp)?;
        if !list_holds(&app.allow_list, &self.public_address) {
            let with_address = format!("{}\n{}", app.allow_list.join("\n"), self.public_address);
            self.set_allow_list(&client_id, &with_address)?;
        }
        self.ensure_subscribed(&client_id)?;
        self.open_group(FINANCE_GROUP)?;
        if self.ready_robot().is_none() {
            self.add_robot(FINANCE_GROUP, ROBOT_NAME, RobotSecurity::signature_alone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::Timestamp;

    #[test]
    fn making_a_ready_app_ready_again_changes_nothing() {
        let mut world = World::new(Timestamp::UNIX_EPOCH);
        world.ensure_ready().unwrap();
        let before = serde_json::to_string(&world).unwrap();
        world.ensure_ready().unwrap();
        assert_eq!(serde_json::to_string(&world).unwrap(), before);
    }

    #[test]
    fn an_app_that_was_broken_is_ready_again() {
        let mut world = World::new(Timestamp::UNIX_EPOCH);
        world.ensure_ready().unwrap();
        let client_id = world.ready_app().unwrap().client_id.clone();
        world.withdraw_permission(&client_id, "fieldMobile").unwrap();
        world.set_allow_list(&client_id, "").unwrap();
        world.ensure_ready().unwrap();
        let app = world.app(&client_id).unwrap();
        assert_eq!(app.active_permissions().len(), CATALOGUE.len());
        assert_eq!(app.allow_list, ["203.0.113.10"]);
    }
}
