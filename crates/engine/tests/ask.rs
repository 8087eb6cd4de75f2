//! Asking somebody else: who, since when, and looking for ourselves whether it has come about.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::overview::WaitKind;
use engine::permission::Purpose;
use engine::problem::{ProblemCode, Who};
use engine::setup::{Stop, Task, TaskState};
use engine::vault::Fault;
use engine::{Clock, Engine};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use practice::Scenario;
use support::{Stage, Switch, state, task, walk};

/// Hong Kong, some minutes after the real time.
#[derive(Default)]
struct Later {
    minutes: Mutex<i64>,
}

impl Clock for Later {
    fn now(&self) -> Timestamp {
        Timestamp::now() + (*self.minutes.lock().unwrap()).minutes()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(8))
    }
}

async fn stage() -> (Arc<Later>, Stage) {
    let clock = Arc::new(Later::default());
    let stage = Stage::with_clock(clock.clone()).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    stage.engine.purpose_choose(&stage.id, vec![Purpose::ReadStaff]).await.unwrap();
    (clock, stage)
}

fn later(clock: &Later, minutes: i64) {
    *clock.minutes.lock().unwrap() += minutes;
}

#[tokio::test]
async fn whoever_was_asked_is_kept_over_a_restart_with_since_when_and_how_often() {
    let (clock, mut stage) = stage().await;
    let engine = &stage.engine;
    let first = engine.ask_noted(&stage.id, Task::Published, Who::Boss).await.unwrap();
    let asked = task(&first, Task::Published).asked.clone().unwrap();
    assert_eq!((asked.who, asked.times, asked.by_itself, asked.done_at), (Who::Boss, 1, false, None));
    later(&clock, 60 * 24);
    engine.ask_noted(&stage.id, Task::Published, Who::It).await.unwrap();
    stage.reopen().await;
    let snapshot = stage.snapshot().await;
    let again = task(&snapshot, Task::Published).asked.clone().unwrap();
    assert_eq!((again.who, again.times, &again.since), (Who::It, 2, &asked.since));
    assert!(again.asked_at > asked.asked_at);
    let wait = snapshot.overview.waits.iter().find(|wait| wait.task == Task::Published).unwrap();
    assert_eq!((wait.kind, wait.who, wait.stop), (WaitKind::Asked, Who::It, Stop::Permissions));
    assert_eq!(stage.engine.app().await.unwrap().connections[0].waiting, 1);
    let snapshot = stage.engine.ask_undo(&stage.id, Task::Published).await.unwrap();
    assert!(task(&snapshot, Task::Published).asked.is_none());
    assert_eq!(stage.engine.app().await.unwrap().connections[0].waiting, 0);
}

#[tokio::test]
async fn nobody_asks_oneself_or_dingtalk_or_for_what_is_done() {
    let (_clock, stage) = stage().await;
    for who in [Who::You, Who::Dingtalk] {
        let refused = stage.engine.ask_noted(&stage.id, Task::Published, who).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::ChoiceMissing, "{who:?}");
    }
    let snapshot = stage.engine.ask_noted(&stage.id, Task::Credentials, Who::It).await.unwrap();
    assert!(task(&snapshot, Task::Credentials).asked.is_none());
}

#[tokio::test]
async fn what_was_said_to_be_done_is_told_until_it_is_seen() {
    let (_clock, stage) = stage().await;
    stage.engine.ask_noted(&stage.id, Task::Published, Who::Boss).await.unwrap();
    let snapshot = stage.engine.setup_say(&stage.id, Task::Published).await.unwrap();
    assert!(task(&snapshot, Task::Published).asked.is_none());
    let wait = &snapshot.overview.waits[0];
    assert_eq!((wait.kind, wait.task), (WaitKind::Answered, Task::Published));
    assert!(wait.asked.as_ref().unwrap().done_at.is_some());
    // Taken back: it was not so, and the old asking is over.
    let snapshot = stage.engine.setup_unsay(&stage.id, Task::Published).await.unwrap();
    assert!(task(&snapshot, Task::Published).asked.is_none());
    assert!(snapshot.overview.waits.iter().all(|wait| wait.kind != WaitKind::Answered));
    stage.engine.ask_noted(&stage.id, Task::Published, Who::Boss).await.unwrap();
    stage.engine.setup_say(&stage.id, Task::Published).await.unwrap();
    let snapshot = stage.engine.ask_undo(&stage.id, Task::Published).await.unwrap();
    assert!(snapshot.overview.waits.iter().all(|wait| wait.task != Task::Published), "it has been seen");
}

#[tokio::test]
async fn it_is_looked_at_when_it_is_due_and_told_when_it_has_come_about() {
    let (clock, stage) = stage().await;
    stage.switch(Scenario::MissingPermission, Switch::On);
    stage.engine.points_check(&stage.id).await.unwrap();
    stage.engine.ask_noted(&stage.id, Task::Points, Who::DingtalkAdmin).await.unwrap();
    stage.switch(Scenario::MissingPermission, Switch::Off);
    // Not yet due: nobody is called.
    later(&clock, 9);
    stage.engine.recheck_due().await.unwrap();
    assert_eq!(state(&stage.snapshot().await, Task::Points), TaskState::Problem);
    later(&clock, 2);
    stage.engine.recheck_due().await.unwrap();
    let snapshot = stage.snapshot().await;
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done);
    let wait = snapshot.overview.waits.iter().find(|wait| wait.task == Task::Points).unwrap();
    assert_eq!(wait.kind, WaitKind::Answered);
    // Done: never looked at again.
    stage.switch(Scenario::MissingPermission, Switch::On);
    later(&clock, 60 * 24 * 7);
    stage.engine.recheck_due().await.unwrap();
    assert_eq!(state(&stage.snapshot().await, Task::Points), TaskState::Done);
}

#[tokio::test]
async fn what_is_still_missing_stays_asked_and_says_when_it_was_looked_at() {
    let (clock, stage) = stage().await;
    stage.switch(Scenario::MissingPermission, Switch::On);
    stage.engine.points_check(&stage.id).await.unwrap();
    stage.engine.ask_noted(&stage.id, Task::Points, Who::DingtalkAdmin).await.unwrap();
    later(&clock, 11);
    stage.engine.recheck_due().await.unwrap();
    let asked = task(&stage.snapshot().await, Task::Points).asked.clone().unwrap();
    let looked = asked.checked_at.unwrap();
    later(&clock, 5);
    stage.engine.recheck_due().await.unwrap();
    let asked = task(&stage.snapshot().await, Task::Points).asked.clone().unwrap();
    assert_eq!(asked.checked_at, Some(looked), "not so soon again");
}

#[tokio::test]
async fn nobody_is_called_for_a_company_whose_key_store_is_shut_or_that_is_gone() {
    let (clock, mut stage) = stage().await;
    stage.engine.ask_noted(&stage.id, Task::AllowList, Who::DingtalkAdmin).await.unwrap();
    stage.reopen().await;
    stage.engine =
        Engine::open(&engine::Home::at(stage.home.path()), support::parts(stage.vault.clone(), clock.clone()))
            .await
            .unwrap();
    stage.engine.set_practice_hosts(Some(support::hosts(&stage.practice)));
    stage.vault.misbehave(Fault::Locked);
    later(&clock, 11);
    stage.engine.recheck_due().await.unwrap();
    let snapshot = stage.snapshot().await;
    assert_eq!(state(&snapshot, Task::AllowList), TaskState::Waiting);
    assert_eq!(task(&snapshot, Task::AllowList).asked.as_ref().unwrap().checked_at, None, "nobody has looked");
    // Open again, but nobody asks for its password in the background.
    stage.vault.misbehave(Fault::None);
    later(&clock, 60);
    stage.engine.recheck_due().await.unwrap();
    assert_eq!(state(&stage.snapshot().await, Task::AllowList), TaskState::Waiting);
    // The person's own call shows that it is open.
    stage.engine.token(&stage.id).await.unwrap();
    later(&clock, 60 * 6);
    stage.engine.recheck_due().await.unwrap();
    assert_eq!(state(&stage.snapshot().await, Task::AllowList), TaskState::Done);

    stage.engine.ask_noted(&stage.id, Task::Scope, Who::DingtalkAdmin).await.unwrap();
    stage.engine.connection_remove(&stage.id).await.unwrap();
    later(&clock, 60 * 24);
    stage.engine.recheck_due().await.unwrap();
}

#[tokio::test]
async fn two_looks_at_once_are_one() {
    let (clock, stage) = stage().await;
    stage.engine.ask_noted(&stage.id, Task::AllowList, Who::DingtalkAdmin).await.unwrap();
    later(&clock, 11);
    let (one, two) = tokio::join!(stage.engine.recheck_due(), stage.engine.recheck_due());
    one.unwrap();
    two.unwrap();
    assert_eq!(state(&stage.snapshot().await, Task::AllowList), TaskState::Done);
}

#[tokio::test]
async fn a_sheet_has_the_real_values_of_its_task() {
    let (_clock, stage) = stage().await;
    stage.allow("198.51.100.1");
    stage.engine.points_check(&stage.id).await.unwrap();
    stage.engine.app_name_set(&stage.id, " 財務訊息\n ".to_owned()).await.unwrap();
    let sheet = async |task| stage.engine.ask_sheet(&stage.id, task, None).await.unwrap();
    let list = sheet(Task::AllowList).await;
    assert_eq!((list.who, list.practice, list.by_itself), (Who::DingtalkAdmin, true, true));
    assert_eq!((list.app_name.as_str(), &list.client_id), ("財務訊息", &stage.app.client_id));
    assert!(!list.address.is_empty() && list.link.contains("/go/security"), "{list:?}");
    let points = sheet(Task::Points).await;
    assert!(points.points.iter().any(|(_, code)| code == "qyapi_get_department_member"), "{points:?}");
    assert_eq!(points.purposes, [Purpose::ReadStaff]);
    assert!(!sheet(Task::Hosts).await.hosts.is_empty());
    let boss = stage.engine.ask_sheet(&stage.id, Task::Published, Some(Who::Boss)).await.unwrap();
    assert_eq!((boss.who, boss.by_itself), (Who::Boss, false));
    // Nobody writes to oneself.
    assert_eq!(sheet(Task::Company).await.who, Who::DingtalkAdmin);
}

#[tokio::test]
async fn a_secret_typed_into_the_wrong_field_is_on_no_sheet() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    let secret = stage.app.client_secret.clone();
    stage.engine.keys_draft(&stage.id, secret.clone(), secret.clone(), secret.clone()).await.unwrap();
    for stop in Stop::ALL {
        for task in stop.tasks() {
            let sheet = stage.engine.ask_sheet(&stage.id, *task, None).await.unwrap();
            assert!(!format!("{sheet:?}").contains(&secret), "{task:?}");
        }
    }
}
