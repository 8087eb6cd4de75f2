//! Permissions over time: what changed since earlier checks, what is too much, and the page for the approver.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::Clock;
use engine::permission::{PointState, PointView, Purpose};
use engine::problem::{Field, ProblemCode};
use engine::setup::{SetupSnapshot, Task, TaskState};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use practice::Scenario;
use support::{Stage, Switch, state, walk};

/// Stands still until the test moves it.
#[derive(Clone)]
struct Standing(Arc<Mutex<Timestamp>>);

impl Standing {
    fn at(instant: &str) -> Self {
        Self(Arc::new(Mutex::new(instant.parse().unwrap())))
    }

    fn go(&self, instant: &str) {
        *self.0.lock().unwrap() = instant.parse().unwrap();
    }
}

impl Clock for Standing {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(8))
    }
}

fn point<'a>(snapshot: &'a SetupSnapshot, code: &str) -> &'a PointView {
    let points = &snapshot.permissions.points;
    points.iter().find(|point| point.code == code).unwrap_or_else(|| panic!("{code} is not in {points:?}"))
}

fn withdraw(stage: &Stage, code: &str) {
    let client_id = stage.app.client_id.clone();
    stage.practice.shared().attempt(|world| world.withdraw_permission(&client_id, code)).unwrap();
}

fn grant(stage: &Stage, code: &str) {
    let client_id = stage.app.client_id.clone();
    stage.practice.shared().attempt(|world| world.request_permission(&client_id, code)).unwrap();
}

async fn choose(stage: &Stage, purposes: &[Purpose]) -> SetupSnapshot {
    stage.engine.purpose_choose(&stage.id, purposes.to_vec()).await.unwrap()
}

async fn check(stage: &Stage) -> SetupSnapshot {
    stage.engine.points_check(&stage.id).await.unwrap()
}

const MEMBERS: &str = "qyapi_get_department_member";

#[tokio::test]
async fn a_permission_that_was_taken_away_tells_when_it_was_last_seen_granted() {
    // F17
    let clock = Standing::at("2026-11-03T02:00:00Z");
    let mut stage = Stage::with_clock(Arc::new(clock.clone())).await;
    walk::keys(&stage).await.unwrap();
    choose(&stage, &[Purpose::ReadStaff]).await;
    let history = point(&check(&stage).await, MEMBERS).history.clone().unwrap();
    assert_eq!((history.since.as_str(), history.before), ("2026-11-03T02:00:00Z", None));
    clock.go("2026-11-09T02:00:00Z");
    check(&stage).await;

    // A day on which nothing could be told adds nothing to what was seen.
    clock.go("2026-11-20T02:00:00Z");
    stage.switch(Scenario::Unreachable, Switch::On);
    check(&stage).await;
    stage.switch(Scenario::Unreachable, Switch::Off);
    let history = point(&stage.snapshot().await, MEMBERS).history.clone().unwrap();
    assert_eq!(history.last, "2026-11-09T02:00:00Z");

    withdraw(&stage, MEMBERS);
    clock.go("2026-11-27T02:00:00Z");
    check(&stage).await;
    stage.reopen().await;
    let seen = point(&stage.snapshot().await, MEMBERS).clone();
    let history = seen.history.unwrap();
    assert_eq!(seen.state, PointState::Missing);
    assert_eq!((history.since.as_str(), history.last.as_str()), ("2026-11-27T02:00:00Z", "2026-11-27T02:00:00Z"));
    assert_eq!(
        (history.before, history.before_last.as_deref()),
        (Some(PointState::Granted), Some("2026-11-09T02:00:00Z"))
    );
}

#[tokio::test]
async fn another_app_starts_with_a_past_of_its_own_and_the_old_ones_is_kept() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    choose(&stage, &[Purpose::ReadStaff]).await;
    check(&stage).await;
    let world = stage.practice.shared();
    let other = world.attempt(|world| world.create_app("另一個應用", "another demo app")).unwrap();
    let secret = world.read(|world| world.app(&other).unwrap().client_secret.clone());
    let form =
        engine::setup::KeysForm { client_id: other.clone(), client_secret: Some(secret), ..walk::keys_form(&stage) };
    let address = stage.practice.shared().read(|world| world.public_address.clone());
    stage.practice.shared().attempt(|world| world.set_allow_list(&other, &address)).unwrap();
    let snapshot = stage.engine.keys_try(&stage.id, form).await.unwrap();
    assert!(snapshot.permissions.points.iter().all(|point| point.history.is_none()));
    let missing = check(&stage).await;
    assert_eq!(point(&missing, MEMBERS).history.as_ref().unwrap().before, None, "the old app's past is not this one's");
    let back = walk::keys(&stage).await.unwrap();
    assert!(point(&back, MEMBERS).history.is_some());
}

#[tokio::test]
async fn what_is_too_much_stays_told_until_a_check_sees_it_gone() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    choose(&stage, &[Purpose::RobotChat]).await;
    check(&stage).await;
    let robot = "qyapi_robot_sendmsg";
    assert!(!point(&choose(&stage, &[Purpose::RobotChat]).await, robot).excess);
    assert!(point(&choose(&stage, &[Purpose::GroupMessages]).await, robot).excess);
    let snapshot = check(&stage).await;
    assert!(point(&snapshot, robot).excess, "it is still granted");
    assert_eq!(point(&snapshot, robot).other_purposes, [Purpose::RobotChat]);
    assert!(stage.journal("app_robot_message").is_empty());
    withdraw(&stage, robot);
    let snapshot = check(&stage).await;
    assert!(snapshot.permissions.points.iter().all(|point| point.code != robot));
    let all = stage.engine.points_all(&stage.id).await.unwrap();
    let seen = all.iter().find(|point| point.code == robot).unwrap();
    assert_eq!((seen.state, seen.history.as_ref().unwrap().before), (PointState::Missing, Some(PointState::Granted)));
    // Granted again without a use: only a use is a reason to ask for what a call could do harm with.
    grant(&stage, robot);
    let snapshot = check(&stage).await;
    assert!(snapshot.permissions.points.iter().all(|point| point.code != robot));
    choose(&stage, &[Purpose::RobotChat]).await;
    assert_eq!(point(&check(&stage).await, robot).state, PointState::Granted);
}

#[tokio::test]
async fn the_page_for_the_approver_asks_for_what_is_missing_and_gives_back_what_is_too_much() {
    let clock = Standing::at("2026-11-28T17:00:00Z");
    let stage = Stage::with_clock(Arc::new(clock)).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let none = stage.engine.permission_sheet(&stage.id, 6).await.unwrap_err();
    assert_eq!((none.code, none.field), (ProblemCode::PurposeMissing, Some(Field::Purpose)));
    choose(&stage, &[Purpose::ReadStaff]).await;
    withdraw(&stage, MEMBERS);
    check(&stage).await;
    let sheet = stage.engine.permission_sheet(&stage.id, 6).await.unwrap();
    let codes = |points: &[PointView]| points.iter().map(|point| point.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&sheet.wanted), [MEMBERS]);
    assert_eq!(codes(&sheet.granted), ["qyapi_base", "qyapi_get_department_list"]);
    assert!(codes(&sheet.excess).contains(&"qyapi_get_member".to_owned()));
    // Hong Kong's date, which is a day ahead of the instant's in UTC.
    assert_eq!((sheet.made_on.as_str(), sheet.review_on.as_str()), ("2026-11-29", "2027-05-29"));
    assert!(sheet.practice);
    for months in [0, 25] {
        let refused = stage.engine.permission_sheet(&stage.id, months).await.unwrap_err();
        assert_eq!(refused.field, Some(Field::Interval), "{months}");
    }
    for _ in 0..2 {
        let path = stage.engine.sheet_save(&sheet, "<p>page</p>").unwrap();
        assert!(path.starts_with(stage.home.path()) && path.ends_with("permissions-示範貿易有限公司-2026-11-29.html"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "<p>page</p>");
    }
    assert_eq!(std::fs::read_dir(stage.home.path().join("sheets")).unwrap().count(), 1, "nothing half-written is left");
}

#[tokio::test]
async fn a_uses_points_that_no_call_can_tell_are_never_called_granted() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    choose(&stage, &[Purpose::SignIn, Purpose::ListenEvents]).await;
    let snapshot = check(&stage).await;
    assert_eq!(point(&snapshot, "Contact.User.Read").state, PointState::CouldNotTell);
    assert_eq!(point(&snapshot, "open_app_api_base").state, PointState::CouldNotTell);
    assert_eq!(point(&snapshot, "qyapi_base").state, PointState::Granted);
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done);
}
