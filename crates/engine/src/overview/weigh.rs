//! From what is known to how it stands. Pure: it asks nobody.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Standing, WaitKind, WaitView};
use crate::ask::asked_view;
use crate::clock::hong_kong_day;
use crate::problem::{Problem, ProblemCode, Who};
use crate::reminder::{self, Owner, ReminderKind};
use crate::setup::{EvidenceKind, Stop, StopView, Task, TaskState, TaskView};
use crate::store::{AskedRow, ConnectionRow, ReminderRow};

/// What a call can show to be well, in the order of the page.
const SHOWN: [Task; 9] = [
    Task::Token,
    Task::Hosts,
    Task::AllowList,
    Task::Points,
    Task::Scope,
    Task::Robot,
    Task::Message,
    Task::Clock,
    Task::Zone,
];

/// Everything that is weighed.
pub(crate) struct Known<'a> {
    pub row: &'a ConnectionRow,
    pub stops: &'a [StopView],
    pub asked: &'a [AskedRow],
    pub reminders: &'a [ReminderRow],
    pub now: Timestamp,
}

/// What is told: the rest of the view is not weighed but looked up.
pub(crate) struct Weighed {
    pub standing: Standing,
    pub waits: Vec<WaitView>,
    pub works: Vec<Task>,
    pub next: Option<Stop>,
}

pub(crate) fn weigh(known: &Known) -> Weighed {
    let waits = waits(known);
    Weighed {
        standing: judge(known, &waits),
        waits,
        works: SHOWN.into_iter().filter(|task| works(known, *task)).collect(),
        next: known.stops.iter().find(|stop| !stop.done).map(|stop| stop.stop),
    }
}

pub(crate) fn standing(known: &Known) -> Standing {
    judge(known, &waits(known))
}

fn judge(known: &Known, waits: &[WaitView]) -> Standing {
    let problems = || waits.iter().filter_map(|wait| wait.problem.as_ref());
    if problems().any(|problem| problem.code.is_the_way()) {
        return Standing::Offline;
    }
    // Another zone breaks nothing: dates are reckoned in Hong Kong's. It waits for somebody to look at it.
    if problems().any(|problem| problem.code != ProblemCode::ZoneNotHongKong) {
        return Standing::Trouble;
    }
    let done = known.stops.iter().all(|stop| stop.done);
    if !done && known.row.finished_at.is_none() {
        return Standing::Begun;
    }
    let nothing_waits = waits.iter().all(|wait| wait.kind == WaitKind::Answered);
    if done && nothing_waits { Standing::Well } else { Standing::Attention }
}

fn waits(known: &Known) -> Vec<WaitView> {
    let mut found: Vec<WaitView> = Vec::new();
    let finished = known.row.finished_at.is_some() || known.stops.iter().all(|stop| stop.done);
    let next = known.stops.iter().find(|stop| !stop.done).map(|stop| stop.stop);
    for stop in known.stops {
        for view in &stop.tasks {
            let Some(wait) = of_task(known, stop, view) else { continue };
            // One cause is told once, however many tasks it stops.
            let told = |other: &WaitView| match (&other.problem, &wait.problem) {
                (Some(other), Some(new)) => other.code == new.code,
                _ => false,
            };
            // While the set-up is under way, the stops to come are not "waiting": they have not begun.
            let too_early = wait.kind == WaitKind::Open && !finished && next != Some(stop.stop);
            if too_early || found.iter().any(told) {
                continue;
            }
            found.push(wait);
        }
    }
    refused_address(known, &mut found);
    for row in known.reminders.iter().filter(|row| reminder::is_told(row, known.now)) {
        // A new address that was refused already is told by the refusal.
        let refused = |wait: &WaitView| wait.task == Task::AllowList && wait.problem.is_some();
        if row.kind != ReminderKind::Address || !found.iter().any(refused) {
            found.push(due(known, row));
        }
    }
    found.sort_by_key(|wait| wait.kind);
    found
}

fn of_task(known: &Known, stop: &StopView, view: &TaskView) -> Option<WaitView> {
    let asked = known.asked.iter().find(|asked| asked.task == view.task);
    let answered = asked.is_some_and(|asked| asked.done_at.is_some());
    // What is looked at again is known until the look has ended.
    let kind = match (view.state, asked) {
        _ if view.evidence.is_some() && answered => WaitKind::Answered,
        _ if view.evidence.is_some() => return None,
        (_, Some(_)) => WaitKind::Asked,
        (TaskState::Problem, None) => WaitKind::Problem,
        // A stop is done without a task that it is spared.
        (TaskState::Waiting | TaskState::Running | TaskState::Done, None) if stop.done => return None,
        (TaskState::Waiting | TaskState::Running | TaskState::Done, None) => WaitKind::Open,
    };
    let mut wait = wait(kind, view.task, asked.map_or(view.who, |asked| asked.who));
    wait.problem.clone_from(&view.problem);
    wait.asked = asked.map(asked_view);
    Some(wait)
}

/// A refused address belongs to the allow list, wherever it was met, and is told there alone.
fn refused_address(known: &Known, found: &mut Vec<WaitView>) {
    let is_refusal = |wait: &WaitView| wait.problem.as_ref().is_some_and(|it| it.code == ProblemCode::AddressRefused);
    let met = found.iter().find(|wait| is_refusal(wait)).and_then(|wait| wait.problem.clone());
    let refused = known.row.refused.as_ref();
    let Some(problem) =
        met.or_else(|| refused.map(|refused| Problem::new(ProblemCode::AddressRefused).arg("ip", &refused.ip)))
    else {
        return;
    };
    found.retain(|wait| !is_refusal(wait) || wait.task == Task::AllowList);
    if let Some(wait) = found.iter_mut().find(|wait| wait.task == Task::AllowList) {
        wait.kind = wait.kind.min(if wait.asked.is_some() { WaitKind::Asked } else { WaitKind::Problem });
        wait.problem = Some(problem);
        return;
    }
    let asked = known.asked.iter().find(|asked| asked.task == Task::AllowList);
    let kind = if asked.is_some() { WaitKind::Asked } else { WaitKind::Problem };
    let mut wait = wait(kind, Task::AllowList, asked.map_or(problem.who, |asked| asked.who));
    wait.problem = Some(problem);
    wait.asked = asked.map(asked_view);
    found.push(wait);
}

/// What came due, with what it is about: where nothing of the set-up belongs to it, it leads to the reminders themselves.
fn due(known: &Known, row: &ReminderRow) -> WaitView {
    let task = row.kind.task().unwrap_or(Task::Reminder);
    let kind = if row.kind == ReminderKind::Secret { WaitKind::SecretOld } else { WaitKind::ReminderDue };
    let who = match row.owner {
        Owner::You | Owner::Named { .. } => Who::You,
        Owner::DingtalkAdmin => Who::DingtalkAdmin,
        Owner::It => Who::It,
    };
    let mut wait = wait(kind, task, who);
    wait.due.clone_from(&row.due);
    wait.days = secret_age(known.row, known.reminders, known.now)
        .filter(|_| row.kind == ReminderKind::Secret)
        .and_then(|age| u32::try_from(age.days).ok());
    wait.reminder = Some(reminder::view(row, known.now));
    wait
}

/// How long the secret is in use, and by when it is to be changed.
pub(crate) struct SecretAge {
    pub days: i32,
    pub due: Date,
    /// It is time to change it, or nearly.
    pub is_old: bool,
}

/// As its reminder says; where that is switched off, as it usually says.
pub(crate) fn secret_age(row: &ConnectionRow, reminders: &[ReminderRow], now: Timestamp) -> Option<SecretAge> {
    let set_at: Timestamp = row.secret_set_at.as_ref()?.parse().ok()?;
    let (set_on, today) = (hong_kong_day(set_at), hong_kong_day(now));
    let days = set_on.until(today).ok()?.get_days();
    let (due, from) = reminder::of_secret(reminders, set_on);
    Some(SecretAge { days, due, is_old: today >= from })
}

fn wait(kind: WaitKind, task: Task, who: Who) -> WaitView {
    WaitView { kind, task, stop: task.stop(), who, problem: None, asked: None, due: None, days: None, reminder: None }
}

fn works(known: &Known, task: Task) -> bool {
    let views = known.stops.iter().flat_map(|stop| &stop.tasks);
    let verified = |view: &TaskView| {
        view.evidence.as_ref().is_some_and(|evidence| evidence.kind == EvidenceKind::Verified)
            && view.state == TaskState::Done
    };
    views.into_iter().any(|view| view.task == task && verified(view))
}
