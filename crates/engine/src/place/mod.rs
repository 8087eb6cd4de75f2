//! Where it runs: what has to be known to start the runner elsewhere. No secret is among it, only where each will lie.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::checkup;
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::permission::file_name;
use crate::problem::{Result, travels_as};
use crate::store::{Answer, checkup as rows, connection, robot};
use crate::vault::{Slot, label};
use crate::write::{Readers, make_dir, write_whole};

/// What starts and keeps the runner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum DeployTarget {
    Systemd,
    Container,
    WindowsTask,
}

/// One thing to do at the place, in the order of [`DeployTarget`]'s list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum DeployStep {
    Save,
    SaveHere,
    Program,
    Beside,
    Install,
    Secret,
    Add,
    Start,
    Import,
    Look,
    Remove,
    Address,
}

/// One company's app, as the files that start the runner have to name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeployPlan {
    pub name: String,
    pub region: Region,
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// When it is checked, in Hong Kong: `08:30`.
    pub times: Vec<String>,
    /// Of the app's own secret.
    pub client_secret_file: String,
    pub robots: Vec<DeployRobot>,
    /// Where the command line lies on this Windows PC; None elsewhere, and where none lies beside this program.
    pub windows_program: Option<PathBuf>,
}

/// A group's robot whose webhook is saved here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeployRobot {
    pub name: String,
    pub webhook_file: String,
    /// Where it signs.
    pub secret_file: Option<String>,
}

impl DeployPlan {
    /// Every secret that the server has to be given, by the name of its file.
    pub fn secret_files(&self) -> Vec<String> {
        let mut files = vec![self.client_secret_file.clone()];
        for robot in &self.robots {
            files.push(robot.webhook_file.clone());
            files.extend(robot.secret_file.clone());
        }
        files
    }
}

impl Engine {
    /// Writes them into a folder of this home, and tells which. Files of an earlier time are replaced.
    ///
    /// # Errors
    /// `FileUnwritable`, `DiskFull`.
    pub fn deploy_save<'a>(
        &self,
        plan: &DeployPlan,
        target: DeployTarget,
        files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<PathBuf> {
        let folder = format!("{}-{}", file_name(&plan.name), travels_as(&target));
        let dir = self.shared.sheets_dir.with_file_name("deploy").join(folder);
        make_dir(&dir)?;
        for (name, bytes) in files {
            write_whole(&dir.join(name), bytes, Readers::Usual)?;
        }
        Ok(dir)
    }

    /// # Errors
    /// `ConnectionUnknown`; those of the store.
    pub async fn deploy_plan(&self, id: &ConnectionId) -> Result<DeployPlan> {
        let id = id.clone();
        let windows_program = windows_program();
        self.shared
            .store
            .with(move |store| {
                let row = connection::find(store, &id)?;
                let file = |slot| -> Answer<String> { Ok(label(store, &id, &slot)?.name().unwrap_or_default()) };
                let mut robots = Vec::new();
                for one in robot::all(store, &id)?.into_iter().filter(|one| one.webhook_set_at.is_some()) {
                    let signs = one.secret_set_at.is_some();
                    let webhook_file = file(Slot::RobotWebhook(one.id.clone()))?;
                    let secret_file = if signs { Some(file(Slot::RobotSecret(one.id))?) } else { None };
                    robots.push(DeployRobot { name: one.name, webhook_file, secret_file });
                }
                let client_secret_file = file(Slot::ClientSecret)?;
                let (corp_id, client_id, agent_id) = match row.working_keys {
                    Some(keys) => (keys.corp_id, keys.client_id, keys.agent_id),
                    None => (row.draft_corp_id, row.draft_client_id, row.draft_agent_id),
                };
                let region = row.region;
                let times = checkup::deploy_times(rows::plan(store, &id)?.as_ref());
                Ok(DeployPlan {
                    name: row.name,
                    region,
                    corp_id,
                    client_id,
                    agent_id,
                    times,
                    client_secret_file,
                    robots,
                    windows_program,
                })
            })
            .await
    }
}

/// Setup puts it into its user's own folder, an MSI where everybody finds it.
fn windows_program() -> Option<PathBuf> {
    let own = std::env::current_exe().ok().filter(|_| cfg!(windows))?;
    Some(own.with_file_name("hoitung-cli.exe")).filter(|program| program.is_file())
}
