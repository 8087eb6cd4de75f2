//! The company at a glance: how it stands, what waits and for whom, and checking everything at once.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use engine::checkup::CheckId;
use engine::connection::Region;
use engine::network::{ProxyForm, ProxyMode};
use engine::overview::{Standing, WaitKind, WaitView};
use engine::problem::{ProblemCode, Who};
use engine::setup::{SetupSnapshot, Stop, Task, TaskState};
use engine::vault::Fault;
use engine::{Change, Clock};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use practice::Scenario;
use support::{Stage, Switch, state, walk};

/// Hong Kong, some days after the real time.
#[derive(Default)]
struct Later {
    days: Mutex<i64>,
    abroad: AtomicBool,
}

impl Clock for Later {
    fn now(&self) -> Timestamp {
        Timestamp::now() + (24 * *self.days.lock().unwrap()).hours()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(if self.abroad.load(Ordering::Relaxed) { -5 } else { 8 }))
    }
}

async fn finished(stage: &Stage) -> SetupSnapshot {
    walk::register(stage).await.unwrap();
    walk::keys(stage).await.unwrap();
    walk::permissions(stage).await.unwrap();
    walk::test(stage).await.unwrap();
    walk::protect(stage).await.unwrap()
}

fn of(snapshot: &SetupSnapshot, task: Task) -> Option<&WaitView> {
    snapshot.overview.waits.iter().find(|wait| wait.task == task)
}

fn kinds(snapshot: &SetupSnapshot) -> Vec<(WaitKind, Task)> {
    snapshot.overview.waits.iter().map(|wait| (wait.kind, wait.task)).collect()
}

#[tokio::test]
async fn a_new_company_waits_for_its_first_stop_alone() {
    let stage = Stage::new().await;
    let snapshot = stage.snapshot().await;
    assert_eq!((snapshot.overview.standing, snapshot.overview.next), (Standing::Begun, Some(Stop::Register)));
    assert!(snapshot.overview.waits.iter().all(|wait| wait.stop == Stop::Register && wait.kind == WaitKind::Open));
    assert!(snapshot.overview.works.is_empty() && !snapshot.connection.settled);
}

#[tokio::test]
async fn a_finished_company_is_well_and_stays_settled_through_trouble_and_a_restart() {
    let mut stage = Stage::new().await;
    let snapshot = finished(&stage).await;
    assert_eq!((snapshot.overview.standing, kinds(&snapshot)), (Standing::Well, vec![]));
    assert!(snapshot.connection.settled && snapshot.overview.works.contains(&Task::Token));
    stage.switch(Scenario::Unreachable, Switch::On);
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    assert_eq!(snapshot.overview.standing, Standing::Offline);
    assert!(!snapshot.finished && snapshot.connection.settled);
    stage.reopen().await;
    let app = stage.engine.app().await.unwrap();
    assert_eq!((app.connections[0].settled, app.connections[0].standing), (true, Standing::Offline));
    stage.switch(Scenario::Unreachable, Switch::Off);
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    assert_eq!((snapshot.overview.standing, kinds(&snapshot)), (Standing::Well, vec![]));
}

#[tokio::test]
async fn a_refused_address_is_told_once_and_on_the_allow_list() {
    // F16
    let stage = Stage::new().await;
    finished(&stage).await;
    stage.allow("198.51.100.1");
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    assert_eq!(snapshot.overview.standing, Standing::Trouble);
    assert_eq!(kinds(&snapshot), [(WaitKind::Problem, Task::AllowList)]);
    let wait = of(&snapshot, Task::AllowList).unwrap();
    assert_eq!((wait.who, wait.stop), (Who::DingtalkAdmin, Stop::Protect));
    let problem = wait.problem.as_ref().unwrap();
    assert_eq!(problem.code, ProblemCode::AddressRefused);
    assert!(!problem.args["ip"].is_empty());
}

#[tokio::test]
async fn one_cause_is_told_once_however_many_tasks_it_stops() {
    let stage = Stage::new().await;
    finished(&stage).await;
    stage.switch(Scenario::WrongKey, Switch::On);
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    let codes: Vec<_> = snapshot.overview.waits.iter().filter_map(|wait| wait.problem.as_ref()).collect();
    assert_eq!(codes.len(), 1, "{codes:?}");
    assert_eq!(snapshot.overview.standing, Standing::Trouble);
}

#[tokio::test]
async fn checking_tells_how_far_it_is_and_when_it_was_done() {
    let stage = Stage::new().await;
    finished(&stage).await;
    let mut changes = stage.engine.changes();
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    assert!(snapshot.overview.checking.is_none() && snapshot.overview.checked_at.is_some());
    let mut done = Vec::new();
    while let Ok(change) = changes.try_recv() {
        let Change::Setup(told) = change else { continue };
        done.extend(told.overview.checking.map(|progress| (progress.done, progress.total)));
    }
    assert!(done.is_sorted(), "{done:?}");
    let all = u32::try_from(CheckId::ALL.len()).unwrap();
    assert_eq!((done.first(), done.last()), (Some(&(0, all)), Some(&(all, all))), "{done:?}");
    assert!(done.iter().all(|(_, total)| *total == all));
}

#[tokio::test]
async fn a_check_that_breaks_off_is_not_shown_as_going_on() {
    let mut stage = Stage::new().await;
    finished(&stage).await;
    stage.reopen().await;
    stage.vault.misbehave(Fault::Locked);
    let mut changes = stage.engine.changes();
    let refused = stage.engine.overview_check(&stage.id).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::VaultLocked);
    let mut told = Vec::new();
    while let Ok(change) = changes.try_recv() {
        let Change::Setup(snapshot) = change else { continue };
        told.push(snapshot.overview.checking);
    }
    assert!(told.iter().any(Option::is_some), "it had begun");
    assert_eq!(told.last(), Some(&None));
}

#[tokio::test]
async fn a_proxy_that_does_not_answer_stands_on_the_way() {
    let stage = Stage::new().await;
    let live = stage.engine.connection_create(Region::Com).await.unwrap().connection.id;
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let proxy = |user: &str| ProxyForm {
        mode: ProxyMode::Manual,
        address: nobody.to_string(),
        user: user.to_owned(),
        password: Some("canary".to_owned()).filter(|_| !user.is_empty()),
    };
    stage.engine.proxy_set(proxy("")).await.unwrap();
    let snapshot = stage.engine.overview_check(&live).await.unwrap();
    assert_eq!(of(&snapshot, Task::Hosts).unwrap().problem.as_ref().unwrap().code, ProblemCode::ProxyUnreachable);
    assert_eq!(snapshot.overview.standing, Standing::Offline);
    stage.engine.proxy_set(proxy("mei")).await.unwrap();
    stage.vault.misbehave(Fault::Absent);
    let snapshot = stage.engine.overview_check(&live).await.unwrap();
    assert_eq!(of(&snapshot, Task::Hosts).unwrap().problem.as_ref().unwrap().code, ProblemCode::ProxyPasswordMissing);
    assert_eq!(snapshot.overview.standing, Standing::Offline);
}

#[tokio::test]
async fn another_time_zone_waits_for_somebody_and_is_no_trouble() {
    let clock = Arc::new(Later::default());
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    clock.abroad.store(true, Ordering::Relaxed);
    let snapshot = stage.engine.overview_check(&stage.id).await.unwrap();
    assert_eq!(kinds(&snapshot), [(WaitKind::Problem, Task::Zone)]);
    assert_eq!((of(&snapshot, Task::Zone).unwrap().who, snapshot.overview.standing), (Who::You, Standing::Attention));
}

#[tokio::test]
async fn checking_asked_for_twice_runs_once() {
    // F81
    let stage = Stage::new().await;
    finished(&stage).await;
    let (one, two) = tokio::join!(stage.engine.overview_check(&stage.id), stage.engine.overview_check(&stage.id));
    let finished = [one.unwrap(), two.unwrap()].iter().filter(|it| it.overview.checking.is_none()).count();
    assert_eq!(finished, 1, "the second only looks on");
}

#[tokio::test]
async fn a_check_that_is_stopped_begins_nothing_more_and_does_not_count() {
    let stage = Stage::new().await;
    finished(&stage).await;
    stage.switch(Scenario::Slow, Switch::On);
    let (engine, id) = (stage.engine.clone(), stage.id.clone());
    let mut changes = stage.engine.changes();
    let check = tokio::spawn(async move { engine.overview_check(&id).await });
    loop {
        let Change::Setup(told) = changes.recv().await.unwrap() else { continue };
        if told.overview.checking.is_some() {
            break;
        }
    }
    stage.engine.setup_cancel(&stage.id).await.unwrap();
    let snapshot = check.await.unwrap().unwrap();
    assert!(snapshot.overview.checking.is_none() && snapshot.overview.checked_at.is_none());
    assert_eq!(state(&snapshot, Task::Token), TaskState::Done, "what was known before still stands");
    assert_eq!(snapshot.overview.standing, Standing::Well);
}

#[tokio::test]
async fn an_old_secret_and_a_reminder_come_up_on_their_days() {
    let clock = Arc::new(Later::default());
    let stage = Stage::with_clock(clock.clone()).await;
    finished(&stage).await;
    let at = |days| *clock.days.lock().unwrap() = days;
    at(82);
    assert_eq!(stage.snapshot().await.overview.standing, Standing::Well);
    at(83);
    let snapshot = stage.snapshot().await;
    assert_eq!(kinds(&snapshot), [(WaitKind::SecretOld, Task::Credentials)]);
    let wait = of(&snapshot, Task::Credentials).unwrap();
    assert_eq!((wait.days, wait.who, wait.due.is_some()), (Some(83), Who::You, true));
    at(90);
    let snapshot = stage.snapshot().await;
    assert_eq!(kinds(&snapshot)[0], (WaitKind::ReminderDue, Task::Listed));
    assert_eq!(snapshot.overview.standing, Standing::Attention);
}
