//! What somebody has to know who takes over, as data. The words crate makes a page of it; it holds no secret because no row
//! does, and what a robot's address would give away is not asked for.

use jiff::civil::Date;

use crate::clock::hong_kong_day;
use crate::connection::{ConnectionId, Region};
use crate::engine::Engine;
use crate::permission::PointView;
use crate::problem::{Result, travels_as};
use crate::reminder::{ReminderState, ReminderView};
use crate::setup::{Evidence, Place, Residency, RobotSecurity, SetupSnapshot, Task};

/// What the next person asks about first. The rest is in the app itself.
const TOLD: [Task; 12] = [
    Task::Hosts,
    Task::Token,
    Task::AllowList,
    Task::Points,
    Task::Scope,
    Task::Published,
    Task::Visible,
    Task::Listed,
    Task::Robot,
    Task::Message,
    Task::Clock,
    Task::CreateApp,
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandoverSheet {
    pub company: String,
    pub practice: bool,
    /// A Hong Kong calendar date.
    pub made_on: String,
    /// The operating system's user.
    pub made_by: String,
    pub region: Region,
    /// Where the company wants its data kept.
    pub residency: Option<Residency>,
    /// These name the app. None of them opens anything without the secret.
    pub corp_id: String,
    pub client_id: String,
    pub agent_id: String,
    /// A Hong Kong calendar date.
    pub secret_set_on: Option<String>,
    pub place: Option<Place>,
    /// What has to be on the allow list.
    pub address: Option<String>,
    pub points: Vec<PointView>,
    pub robots: Vec<SheetRobot>,
    /// Those with a date, the next one first.
    pub reminders: Vec<SheetReminder>,
    pub proofs: Vec<SheetProof>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRobot {
    pub name: String,
    pub security: RobotSecurity,
    /// A Hong Kong calendar date.
    pub delivered_on: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetReminder {
    /// As its kind is called in the locale files.
    pub kind: String,
    /// A Hong Kong calendar date.
    pub due: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetProof {
    pub task: Task,
    pub evidence: Evidence,
    /// A Hong Kong calendar date.
    pub on: String,
}

impl Engine {
    /// # Errors
    /// `ConnectionUnknown`.
    pub async fn handover_sheet(&self, id: &ConnectionId) -> Result<HandoverSheet> {
        let setup = self.snapshot(id).await?;
        let row = self.row(id).await?;
        let tasks = setup.stops.iter().flat_map(|stop| &stop.tasks);
        let proof = |wanted: &Task| {
            let view = tasks.clone().find(|view| view.task == *wanted)?;
            let evidence = view.evidence.clone()?;
            Some(SheetProof { task: *wanted, on: day_of(&evidence.at), evidence })
        };
        let mut points = setup.permissions.points.clone();
        points.retain(|point| !point.excess);
        let robots = setup.test.robots.iter().filter(|robot| !robot.rehearsal);
        let keys = row.working_keys.as_ref();
        Ok(HandoverSheet {
            company: row.name.clone(),
            practice: row.region == Region::Practice,
            made_on: self.today().to_string(),
            made_by: self.shared.parts.user_name.clone(),
            region: row.region,
            residency: row.register.residency,
            corp_id: keys.map(|keys| keys.corp_id.clone()).unwrap_or_default(),
            client_id: row.client_id().to_owned(),
            agent_id: keys.map(|keys| keys.agent_id.clone()).unwrap_or_default(),
            secret_set_on: row.secret_set_at.as_deref().map(day_of),
            place: row.place,
            address: row.address.clone(),
            points,
            robots: robots
                .map(|robot| SheetRobot {
                    name: robot.name.clone(),
                    security: robot.security,
                    delivered_on: robot.delivered_at.as_deref().map(day_of),
                })
                .collect(),
            reminders: next_reminders(&setup),
            proofs: TOLD.iter().filter_map(proof).collect(),
        })
    }

    pub(super) fn today(&self) -> Date {
        hong_kong_day(self.shared.parts.clock.now())
    }
}

pub(super) fn next_reminders(setup: &SetupSnapshot) -> Vec<SheetReminder> {
    let mut dated: Vec<_> = setup.reminders.iter().filter(|one| one.state != ReminderState::Off).collect();
    dated.sort_by(|one, other| one.due.cmp(&other.due));
    let row = |one: &ReminderView| Some(SheetReminder { kind: travels_as(&one.kind), due: one.due.clone()? });
    dated.into_iter().filter_map(row).collect()
}

/// The day in Hong Kong.
pub(super) fn day_of(stamp: &str) -> String {
    crate::clock::shown(stamp).chars().take(10).collect()
}
