//! Stop 4's zone and stop 5's reminder, at chosen instants.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::Clock;
use engine::problem::{Field, ProblemCode};
use engine::setup::{AnswerCode, Task, TaskState};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use support::{Stage, code, evidence, problem, state, walk};

/// An instant and a zone that can be moved.
struct Movable {
    now: Mutex<Option<Timestamp>>,
    hours: Mutex<i8>,
}

impl Clock for Movable {
    fn now(&self) -> Timestamp {
        self.now.lock().unwrap().unwrap_or_else(Timestamp::now)
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(*self.hours.lock().unwrap()))
    }
}

async fn stage(hours: i8) -> (Arc<Movable>, Stage) {
    let clock = Arc::new(Movable { now: Mutex::new(None), hours: Mutex::new(hours) });
    let stage = Stage::with_clock(clock.clone()).await;
    (clock, stage)
}

#[tokio::test]
async fn another_zone_is_told_and_may_be_meant_so() {
    let (clock, stage) = stage(0).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(code(&snapshot, Task::Zone), ProblemCode::ZoneNotHongKong);
    assert!(problem(&snapshot, Task::Zone).args.contains_key("zone"));
    stage.engine.setup_say(&stage.id, Task::Zone).await.unwrap();
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Zone), TaskState::Done, "said so, and not held up again");
    *clock.hours.lock().unwrap() = 8;
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(evidence(&snapshot, Task::Zone).answer.code, AnswerCode::ZoneHongKong);
}

#[tokio::test]
async fn a_reminder_is_due_on_its_hong_kong_day() {
    let (clock, stage) = stage(8).await;
    let at = |instant: &str| *clock.now.lock().unwrap() = Some(instant.parse().unwrap());
    // Already the next day in Hong Kong.
    at("2026-11-22T16:30:00Z");
    let snapshot = stage.engine.reminder_set(&stage.id, 90).await.unwrap();
    let reminder = snapshot.protect.reminder.unwrap();
    assert_eq!((reminder.interval_days, reminder.next.as_str(), reminder.due), (90, "2027-02-21", false));
    assert_eq!(evidence(&stage.snapshot().await, Task::Reminder).answer.args["date"], "2027-02-21");
    at("2027-02-20T15:59:00Z");
    assert!(!stage.snapshot().await.protect.reminder.unwrap().due);
    at("2027-02-20T16:00:00Z");
    assert!(stage.snapshot().await.protect.reminder.unwrap().due);
    for days in [0, 731] {
        let refused = stage.engine.reminder_set(&stage.id, days).await.unwrap_err();
        assert_eq!((refused.code, refused.field), (ProblemCode::ChoiceMissing, Some(Field::Interval)));
    }
}

#[tokio::test]
async fn an_address_is_typed_where_no_refusal_tells_it() {
    let (_clock, stage) = stage(8).await;
    walk::keys(&stage).await.unwrap();
    let snapshot = stage.engine.address_find(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Address), TaskState::Waiting, "calls are taken: nothing told it");
    assert_eq!(state(&snapshot, Task::AllowList), TaskState::Done);
    let refused = stage.engine.address_type(&stage.id, "192.168.1.4".to_owned()).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::AddressMalformed, Some(Field::Address)));
    let snapshot = stage.engine.address_type(&stage.id, " 203.0.113.10 ".to_owned()).await.unwrap();
    assert_eq!(evidence(&snapshot, Task::Address).answer.code, AnswerCode::AddressTyped);
    assert_eq!(snapshot.protect.address.as_deref(), Some("203.0.113.10"));
}
