//! The snapshot, from the rows and from what is under way. It holds no secret because no row does.

use std::collections::HashSet;

use jiff::Timestamp;

use super::{
    AllowListReminder, AnswerCode, KeysView, PermissionsView, ProtectView, RefusedAddress, RobotView, SetupSnapshot,
    Stop, StopView, Task, TaskState, TaskView, TestView,
};
use crate::ask::asked_view;
use crate::connection::{ConnectionId, ConnectionView};
use crate::engine::Engine;
use crate::keys;
use crate::overview::{Known, OverviewView, standing, weigh};
use crate::permission;
use crate::problem::{Field, Result};
use crate::reminder::{ReminderKind, ReminderState, ReminderView, offers, views};
use crate::store::{
    Answer, AskedRow, ConnectionRow, ReminderRow, RobotRow, Seen, TaskRow, asked, connection, message,
    permission as seen, reminder, robot, task,
};

/// Of the messages that left, so many of the newest are shown.
const SHOWN: usize = 20;

/// What is on the disk about one connection.
pub(crate) struct Saved {
    row: ConnectionRow,
    tasks: Vec<TaskRow>,
    robots: Vec<RobotRow>,
    asked: Vec<AskedRow>,
    reminders: Vec<ReminderRow>,
}

impl Saved {
    pub fn read(store: &rusqlite::Transaction, row: ConnectionRow) -> Answer<Self> {
        Ok(Self {
            tasks: task::all(store, &row.id)?,
            robots: robot::all(store, &row.id)?,
            asked: asked::all(store, &row.id)?,
            reminders: reminder::all(store, &row.id)?,
            row,
        })
    }
}

impl Engine {
    pub async fn setup(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        self.snapshot(id).await
    }

    pub(crate) async fn snapshot(&self, id: &ConnectionId) -> Result<SetupSnapshot> {
        let wanted = id.clone();
        let (saved, seen, drafts, sent) = self
            .shared
            .store
            .with(move |store| {
                let row = connection::find(store, &wanted)?;
                let seen = seen::all(store, &wanted, row.client_id())?;
                let (drafts, sent) = (message::drafts(store, &wanted)?, message::sent(store, &wanted)?);
                Ok((Saved::read(store, row)?, seen, drafts, sent))
            })
            .await?;
        let running = self.runs().running(id);
        let stops: Vec<StopView> = Stop::ALL.iter().map(|stop| stop_view(*stop, &saved, &running)).collect();
        let connection = connection_view(&saved, self.shared.parts.clock.now());
        let overview = self.overview(&saved, &stops);
        let reminders = views(&saved.reminders, self.shared.parts.clock.now());
        let reminder_offers = offers(&saved.reminders);
        let Saved { row, robots, .. } = saved;
        Ok(SetupSnapshot {
            finished: connection.finished,
            connection,
            here: row.here,
            stops,
            overview,
            keys: keys_view(&row),
            permissions: permissions_view(&row, &seen),
            protect: protect_view(&row, &reminders),
            reminders,
            reminder_offers,
            refused: row.refused.map(|refused| RefusedAddress { ip: refused.ip, at: refused.at }),
            register: row.register,
            test: TestView {
                robots: robots.into_iter().map(robot_view).collect(),
                robot_draft: drafts.robot,
                sent: sent.into_iter().take(SHOWN).map(|row| row.view(&drafts.message)).collect(),
                message: drafts.message,
                me: drafts.me,
                running: running.iter().any(|task| task.stop() == Stop::Test),
                trial_sends: row.trial_sends,
            },
        })
    }

    fn overview(&self, saved: &Saved, stops: &[StopView]) -> OverviewView {
        let now = self.shared.parts.clock.now();
        let weighed = weigh(&Known { row: &saved.row, stops, asked: &saved.asked, reminders: &saved.reminders, now });
        OverviewView {
            standing: weighed.standing,
            checked_at: saved.row.checked_at.clone(),
            checking: self.shared.checks.progress(&saved.row.id),
            waits: weighed.waits,
            works: weighed.works,
            next: weighed.next,
        }
    }
}

fn protect_view(row: &ConnectionRow, reminders: &[ReminderView]) -> ProtectView {
    let live = |one: &&ReminderView| one.kind == ReminderKind::AllowList && one.state != ReminderState::Off;
    let reminder = reminders.iter().find(live).and_then(|one| {
        Some(AllowListReminder {
            interval_days: one.every_days?,
            next: one.due.clone()?,
            due: one.state == ReminderState::Due,
        })
    });
    ProtectView { place: row.place, address: row.address.clone(), reminder }
}

pub(crate) fn connection_view(saved: &Saved, now: Timestamp) -> ConnectionView {
    let nothing_runs = HashSet::new();
    let stops: Vec<StopView> = Stop::ALL.iter().map(|stop| stop_view(*stop, saved, &nothing_runs)).collect();
    let done = stops.iter().filter(|stop| stop.done).count();
    let Saved { row, asked, reminders, .. } = saved;
    let finished = done == Stop::ALL.len();
    ConnectionView {
        id: row.id.clone(),
        name: row.name.clone(),
        region: row.region,
        created_at: row.created_at.clone(),
        stops_done: u32::try_from(done).unwrap_or_default(),
        finished,
        settled: finished || row.finished_at.is_some(),
        standing: standing(&Known { row, stops: &stops, asked, reminders, now }),
        waiting: count(asked, |asked| asked.done_at.is_none()),
        answered: count(asked, |asked| asked.done_at.is_some()),
    }
}

fn count(asked: &[AskedRow], which: impl Fn(&AskedRow) -> bool) -> u32 {
    u32::try_from(asked.iter().filter(|asked| which(asked)).count()).unwrap_or_default()
}

fn stop_view(stop: Stop, saved: &Saved, running: &HashSet<Task>) -> StopView {
    let tasks: Vec<TaskView> = stop.tasks().iter().map(|task| task_view(*task, saved, running)).collect();
    let by_notice = tasks.iter().any(|view| {
        view.task == Task::Message && view.evidence.as_ref().is_some_and(|evidence| is_notice(evidence.answer.code))
    });
    // Whose first message went as a work notice needs no group robot.
    let spared = |view: &TaskView| by_notice && view.task == Task::Robot && view.state == TaskState::Waiting;
    let done = tasks.iter().all(|view| view.state == TaskState::Done || spared(view));
    StopView { stop, done, tasks }
}

fn is_notice(code: AnswerCode) -> bool {
    matches!(code, AnswerCode::NoticeAccepted | AnswerCode::NoticeDelivered | AnswerCode::NoticeDuplicate)
}

fn task_view(task: Task, saved: &Saved, running: &HashSet<Task>) -> TaskView {
    let row = saved.tasks.iter().find(|row| row.task == task);
    let evidence = row.and_then(|row| row.evidence.clone());
    let problem = row.and_then(|row| row.problem.clone());
    let state = if running.contains(&task) {
        TaskState::Running
    } else if problem.is_some() {
        TaskState::Problem
    } else if evidence.is_some() {
        TaskState::Done
    } else {
        TaskState::Waiting
    };
    // While it runs, what was wrong before is not known to be wrong.
    let problem = problem.filter(|_| state == TaskState::Problem);
    let who = problem.as_ref().map_or(task.who(), |problem| problem.who);
    let asked = saved.asked.iter().find(|asked| asked.task == task && asked.done_at.is_none()).map(asked_view);
    TaskView { task, who, state, evidence, problem, asked }
}

/// What is typed is what works, and no pasted secret waits.
fn is_tried(row: &ConnectionRow) -> bool {
    let Some(working) = &row.working_keys else { return false };
    let same = |draft: &str, taken: &str| keys::clean(draft).value == taken;
    row.candidate_length.is_none()
        && same(&row.draft_corp_id, &working.corp_id)
        && same(&row.draft_client_id, &working.client_id)
        && same(&row.draft_agent_id, &working.agent_id)
}

fn keys_view(row: &ConnectionRow) -> KeysView {
    let mut notes = keys::notes(&[
        (Field::CorpId, &row.draft_corp_id),
        (Field::ClientId, &row.draft_client_id),
        (Field::AgentId, &row.draft_agent_id),
    ]);
    notes.extend(row.candidate_length.map(keys::length_note));
    KeysView {
        notes,
        corp_id: row.draft_corp_id.clone(),
        client_id: row.draft_client_id.clone(),
        agent_id: row.draft_agent_id.clone(),
        secret_set_at: row.secret_set_at.clone(),
        secret_pasted: row.candidate_length,
        tried: is_tried(row),
        old_secret: keys::old_view(&row.key_change),
    }
}

fn permissions_view(row: &ConnectionRow, seen: &[Seen]) -> PermissionsView {
    let mut points = permission::merged(&row.purposes, &row.points);
    permission::remember(&mut points, seen);
    PermissionsView { purposes: row.purposes.clone(), request: permission::request(&points), points }
}

fn robot_view(robot: RobotRow) -> RobotView {
    RobotView {
        id: robot.id,
        name: robot.name,
        webhook_set_at: robot.webhook_set_at,
        secret_set_at: robot.secret_set_at,
        keyword: robot.keyword,
        mode: robot.mode,
        security: robot.security,
        delivered_at: robot.delivered_at,
        rehearsal: robot.rehearsal,
    }
}
