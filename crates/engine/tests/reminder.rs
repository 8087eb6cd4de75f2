//! Reminders over virtual weeks and years: each is told once, whatever the clock, the computer and a second program do.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::overview::{Standing, WaitKind};
use engine::problem::{Field, ProblemCode, Who};
use engine::reminder::{CalendarEntry, Notice, Owner, ReminderForm, ReminderKind, ReminderState, ReminderView, Snooze};
use engine::settings::Pause;
use engine::setup::{SetupSnapshot, Task, TaskState};
use engine::{Change, Clock, Engine};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use support::{Stage, state, walk};
use tokio::sync::mpsc::UnboundedReceiver;

struct Hand(Mutex<Timestamp>);

impl Hand {
    fn set(&self, instant: &str) {
        *self.0.lock().unwrap() = instant.parse().unwrap();
    }

    fn days(&self, days: i64) {
        let mut now = self.0.lock().unwrap();
        *now += (24 * days).hours();
    }

    fn hours(&self, hours: i64) {
        let mut now = self.0.lock().unwrap();
        *now += hours.hours();
    }
}

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(8))
    }
}

/// Half past nine in Hong Kong.
const BEGIN: &str = "2026-11-28T01:30:00Z";

async fn stage() -> (Arc<Hand>, Stage) {
    let clock = Arc::new(Hand(Mutex::new(BEGIN.parse().unwrap())));
    let stage = Stage::with_clock(clock.clone()).await;
    (clock, stage)
}

fn told(notices: &mut UnboundedReceiver<Notice>) -> Vec<(ReminderKind, bool)> {
    let mut found = Vec::new();
    while let Ok(notice) = notices.try_recv() {
        found.extend(notice.due.into_iter().map(|one| (one.reminder.kind, one.late)));
    }
    found
}

fn of(snapshot: &SetupSnapshot, kind: ReminderKind) -> &ReminderView {
    snapshot.reminders.iter().find(|one| one.kind == kind).unwrap()
}

fn form(kind: ReminderKind) -> ReminderForm {
    ReminderForm {
        kind,
        note: String::new(),
        owner: Owner::You,
        every_days: Some(30),
        ahead_days: 0,
        at: "09:30".to_owned(),
        due: None,
    }
}

async fn entries(stage: &Stage) -> Vec<CalendarEntry> {
    stage.engine.reminder_calendar(Some(&stage.id)).await.unwrap().entries
}

// F52, F54, F55
#[tokio::test]
async fn each_occurrence_is_told_once_over_two_years_of_minutes_restarts_and_nights() {
    let (clock, mut stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 30).await.unwrap();
    let mut times = Vec::new();
    for day in 0..730 {
        // Ten restarts a year, a beat before nine, two after, and now and then a laptop that sleeps over the moment.
        if day % 36 == 0 {
            stage.reopen().await;
        }
        let mut notices = stage.engine.notices();
        let asleep = day % 50 == 0;
        for hours in [-1, 1, 6] {
            clock.hours(hours);
            if !asleep || hours == 6 {
                stage.engine.beat_once().await;
            }
            clock.hours(-hours);
        }
        for (kind, late) in told(&mut notices) {
            assert_eq!((kind, late), (ReminderKind::AllowList, asleep));
            times.push(day);
            stage.engine.reminder_done(&stage.id, &of(&stage.snapshot().await, kind).id).await.unwrap();
        }
        clock.days(1);
    }
    assert_eq!(times, (1..=24).map(|month| 30 * month).collect::<Vec<_>>());
}

// F52: a day and an hour forward, and the same back
#[tokio::test]
async fn a_clock_that_jumps_forward_and_back_tells_nothing_twice_and_leaves_nothing_out() {
    let (clock, stage) = stage().await;
    let mut notices = stage.engine.notices();
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), []);
    clock.hours(25);
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), [(ReminderKind::AllowList, false)]);
    clock.hours(-25);
    for _ in 0..40 {
        stage.engine.beat_once().await;
        clock.hours(1);
    }
    assert_eq!(told(&mut notices), [], "the day comes a second time, and was told");
    let id = of(&stage.snapshot().await, ReminderKind::AllowList).id.clone();
    stage.engine.reminder_done(&stage.id, &id).await.unwrap();
    clock.days(2);
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices).len(), 1, "the next one is told");
}

// F54
#[tokio::test]
async fn what_was_missed_is_told_once_and_as_late() {
    let (clock, mut stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 7).await.unwrap();
    clock.days(9);
    stage.reopen().await;
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), [(ReminderKind::AllowList, true)]);
    let due = of(&stage.snapshot().await, ReminderKind::AllowList).clone();
    assert_eq!((due.state, due.overdue_days), (ReminderState::Due, 2));
    stage.engine.beat_once().await;
    stage.reopen().await;
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), []);
}

#[tokio::test]
async fn it_is_told_at_its_hour_and_stands_on_the_home_page_from_the_morning() {
    let (clock, stage) = stage().await;
    let mut notices = stage.engine.notices();
    let at = ReminderForm { at: "14:05".to_owned(), ..form(ReminderKind::Permissions) };
    stage.engine.reminder_save(&stage.id, None, ReminderForm { every_days: Some(2), ..at }).await.unwrap();
    for (now, listed, notified) in [
        ("2026-11-29T15:59:00Z", false, 0),
        ("2026-11-29T16:00:00Z", true, 0),
        ("2026-11-30T06:04:59Z", true, 0),
        ("2026-11-30T06:05:00Z", true, 1),
    ] {
        clock.set(now);
        stage.engine.beat_once().await;
        let waits = stage.snapshot().await.overview.waits;
        assert_eq!(waits.iter().any(|wait| wait.kind == WaitKind::ReminderDue), listed, "{now}");
        assert_eq!(told(&mut notices).len(), notified, "{now}");
    }
}

// F75: two programs on one home look at the same instant
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_programs_tell_it_once_between_them() {
    let (clock, stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    let other = stage.beside().await;
    let (mut ours, mut theirs) = (stage.engine.notices(), other.notices());
    let mut total = 0;
    for _ in 0..12 {
        clock.days(1);
        let beats = (0..8).map(|turn| {
            let engine: Engine = if turn % 2 == 0 { stage.engine.clone() } else { other.clone() };
            tokio::spawn(async move { engine.beat_once().await })
        });
        for beat in beats.collect::<Vec<_>>() {
            beat.await.unwrap();
        }
        let both = [told(&mut ours), told(&mut theirs)].concat();
        assert_eq!(both.len(), 1, "{both:?}");
        total += both.len();
        let id = of(&stage.snapshot().await, ReminderKind::AllowList).id.clone();
        stage.engine.reminder_done(&stage.id, &id).await.unwrap();
    }
    assert_eq!(total, 12);
}

// F72: ended between the claim and the telling
#[tokio::test]
async fn whoever_is_killed_with_a_claim_in_hand_has_told_nobody_and_the_home_page_still_does() {
    let (clock, mut stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    clock.days(1);
    // Claimed, and never read: as if the process had ended here.
    let held = stage.engine.notices();
    stage.engine.beat_once().await;
    drop(held);
    stage.reopen().await;
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), []);
    assert_eq!(stage.snapshot().await.overview.waits.iter().filter(|one| one.reminder.is_some()).count(), 1);
}

#[tokio::test]
async fn without_anybody_to_tell_nothing_is_claimed() {
    let (clock, stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    clock.days(1);
    // As a server's runner does on the same home, and a window that has been closed.
    stage.engine.beat_once().await;
    drop(stage.engine.notices());
    stage.engine.beat_once().await;
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices).len(), 1);
}

#[tokio::test]
async fn several_that_come_due_together_come_as_one() {
    let (clock, stage) = stage().await;
    let mut notices = stage.engine.notices();
    stage.engine.reminder_set(&stage.id, 30).await.unwrap();
    stage.engine.reminder_save(&stage.id, None, form(ReminderKind::Permissions)).await.unwrap();
    clock.days(30);
    stage.engine.beat_once().await;
    let notice = notices.try_recv().unwrap();
    assert_eq!(notice.due.len(), 2);
    assert!(notices.try_recv().is_err());
}

#[tokio::test]
async fn a_rest_is_kept_and_ends_with_one_more_telling() {
    let (clock, mut stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    clock.days(1);
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices).len(), 1);
    let id = of(&stage.snapshot().await, ReminderKind::AllowList).id.clone();
    let snapshot = stage.engine.reminder_snooze(&stage.id, &id, Snooze::Week).await.unwrap();
    assert!(snapshot.overview.waits.iter().all(|wait| wait.reminder.is_none()));
    assert_eq!(of(&snapshot, ReminderKind::AllowList).state, ReminderState::Snoozed);
    stage.reopen().await;
    let mut notices = stage.engine.notices();
    for _ in 0..10 {
        stage.engine.beat_once().await;
        clock.days(1);
    }
    assert_eq!(told(&mut notices).len(), 1);
    let wrong = stage.engine.reminder_snooze(&stage.id, &id, Snooze::Until("2026-11-01".to_owned())).await.unwrap_err();
    assert_eq!((wrong.code, wrong.field), (ProblemCode::DateMalformed, Some(Field::Date)));
    // Done counts from today, not from the day it was due.
    let done = stage.engine.reminder_done(&stage.id, &id).await.unwrap();
    assert_eq!(of(&done, ReminderKind::AllowList).due.as_deref(), Some("2026-12-10"));
}

#[tokio::test]
async fn a_pause_holds_over_a_restart_and_what_came_due_is_told_afterwards() {
    let (clock, mut stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    clock.set("2026-11-28T15:00:00Z");
    let app = stage.engine.pause(Pause::Tomorrow).await.unwrap();
    assert_eq!(app.background.paused_until.as_deref(), Some("2026-11-29T00:00:00Z"));
    stage.reopen().await;
    let mut notices = stage.engine.notices();
    clock.set("2026-11-28T23:59:00Z");
    stage.engine.beat_once().await;
    assert!(stage.engine.app().await.unwrap().background.paused_until.is_some());
    clock.set("2026-11-29T01:30:00Z");
    let mut changes = stage.engine.changes();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), [(ReminderKind::AllowList, false)]);
    let mut ended = false;
    while let Ok(change) = changes.try_recv() {
        ended |= matches!(change, Change::App(app) if app.background.paused_until.is_none());
    }
    assert!(ended, "the tray is told that it goes on");
    // F52: set back by a month, a pause is over and not a month long.
    stage.engine.pause(Pause::Hour).await.unwrap();
    clock.days(-31);
    assert_eq!(stage.engine.app().await.unwrap().background.paused_until, None);
    stage.engine.pause(Pause::Hour).await.unwrap();
    let app = stage.engine.pause(Pause::None).await.unwrap();
    assert_eq!(app.background.paused_until, None);
}

#[tokio::test]
async fn switched_off_notifications_leave_the_home_page_and_are_not_made_up_for_later() {
    let (clock, stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 1).await.unwrap();
    stage.engine.notices_choose(false).await.unwrap();
    let mut notices = stage.engine.notices();
    clock.days(1);
    stage.engine.beat_once().await;
    let app = stage.engine.notices_choose(true).await.unwrap();
    assert!(app.background.notices);
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), []);
    assert!(stage.snapshot().await.overview.waits.iter().any(|wait| wait.kind == WaitKind::ReminderDue));
}

#[tokio::test]
async fn the_secrets_reminder_follows_the_secret() {
    let (clock, stage) = stage().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let secret = of(&stage.snapshot().await, ReminderKind::Secret).clone();
    assert_eq!((secret.due.as_deref(), secret.ahead_days), (Some("2027-02-26"), 7));
    assert!(secret.dated_by_itself && !secret.removable);
    clock.days(83);
    let wait = stage.snapshot().await.overview.waits.into_iter().find(|one| one.kind == WaitKind::SecretOld).unwrap();
    assert_eq!((wait.days, wait.task), (Some(83), Task::Credentials));
    stage.engine.reminder_snooze(&stage.id, &secret.id, Snooze::Week).await.unwrap();
    // Entered anew: the old rest is over with the old secret.
    let again = stage.app.client_secret.clone();
    stage.engine.secret_enter(&stage.id, Some(again.into())).await.unwrap();
    let secret = of(&stage.snapshot().await, ReminderKind::Secret).clone();
    assert_eq!((secret.state, secret.snoozed), (ReminderState::Planned, None));
    assert_eq!(secret.due.as_deref(), Some("2027-05-20"));
}

#[tokio::test]
async fn an_approver_who_was_asked_is_reminded_of_until_the_version_is_out() {
    let (clock, stage) = stage().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    stage.engine.ask_noted(&stage.id, Task::Published, Who::DingtalkAdmin).await.unwrap();
    let version = of(&stage.snapshot().await, ReminderKind::Version).clone();
    assert_eq!((version.due.as_deref(), version.owner), (Some("2026-12-01"), Owner::DingtalkAdmin));
    clock.days(3);
    let mut notices = stage.engine.notices();
    stage.engine.beat_once().await;
    assert_eq!(told(&mut notices), [(ReminderKind::Version, false)]);
    stage.engine.setup_say(&stage.id, Task::Published).await.unwrap();
    assert_eq!(of(&stage.snapshot().await, ReminderKind::Version).state, ReminderState::Quiet);
}

#[tokio::test]
async fn a_robot_that_is_silent_for_too_long_is_told() {
    let (clock, stage) = stage().await;
    let due = |snapshot: &SetupSnapshot| of(snapshot, ReminderKind::RobotSilent).due.clone();
    let before = stage.engine.reminder_save(&stage.id, None, form(ReminderKind::RobotSilent)).await.unwrap();
    assert_eq!(due(&before), None, "none has delivered anything yet");
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    assert_eq!(due(&stage.snapshot().await).as_deref(), Some("2026-12-28"));
    clock.days(30);
    let snapshot = stage.snapshot().await;
    let wait = snapshot.overview.waits.iter().find(|wait| wait.reminder.is_some()).unwrap();
    assert_eq!((wait.kind, wait.task), (WaitKind::ReminderDue, Task::Robot));
}

#[tokio::test]
async fn certificates_are_as_many_as_have_dates_and_of_the_others_there_is_one() {
    let (_clock, stage) = stage().await;
    let certificate = |note: &str, due: &str| ReminderForm {
        note: note.to_owned(),
        due: Some(due.to_owned()),
        owner: Owner::Named { name: "陳大文".to_owned() },
        ahead_days: 14,
        ..form(ReminderKind::Certificate)
    };
    for (note, due) in [("callback.harbour-demo.example", "2027-03-01"), ("第二個", "2027-05-01")] {
        stage.engine.reminder_save(&stage.id, None, certificate(note, due)).await.unwrap();
    }
    for _ in 0..2 {
        stage.engine.reminder_save(&stage.id, None, form(ReminderKind::Permissions)).await.unwrap();
    }
    let snapshot = stage.snapshot().await;
    let kinds: Vec<_> = snapshot.reminders.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [ReminderKind::Permissions, ReminderKind::Certificate, ReminderKind::Certificate]);
    let first = snapshot.reminders[1].clone();
    assert_eq!(first.every_days, None, "a certificate has its own date");
    let done = stage.engine.reminder_done(&stage.id, &first.id).await.unwrap();
    assert!(done.reminders.iter().any(|one| one.id == first.id && one.state == ReminderState::Quiet));
    stage.engine.reminder_remove(&stage.id, &first.id).await.unwrap();
    for gone in [&first.id, &snapshot.reminders[0].id] {
        let refused = stage.engine.reminder_remove(&stage.id, gone).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::ReminderGone);
    }
    assert_eq!(stage.snapshot().await.reminders.len(), 2);
}

#[tokio::test]
async fn the_fifth_stop_and_the_reminder_are_one_thing() {
    let (_clock, stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 90).await.unwrap();
    let id = of(&stage.snapshot().await, ReminderKind::AllowList).id.clone();
    let moved = ReminderForm { due: Some("2026-12-24".to_owned()), ..form(ReminderKind::AllowList) };
    let snapshot = stage.engine.reminder_save(&stage.id, Some(&id), moved).await.unwrap();
    let reminder = snapshot.protect.reminder.as_ref().unwrap();
    assert_eq!((reminder.interval_days, reminder.next.as_str()), (30, "2026-12-24"));
    assert_eq!(support::evidence(&snapshot, Task::Reminder).answer.args["date"], "2026-12-24");
    let snapshot = stage.engine.reminder_switch(&stage.id, &id, false).await.unwrap();
    assert_eq!((state(&snapshot, Task::Reminder), snapshot.protect.reminder), (TaskState::Waiting, None));
    let snapshot = stage.engine.reminder_switch(&stage.id, &id, true).await.unwrap();
    assert_eq!(state(&snapshot, Task::Reminder), TaskState::Done);
}

#[tokio::test]
async fn a_finished_company_waits_for_what_is_due_and_is_well_again_when_it_is_done() {
    let (clock, stage) = stage().await;
    // The practice server's clock is the real one, and is compared with ours.
    *clock.0.lock().unwrap() = Timestamp::now();
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    let id = of(&stage.snapshot().await, ReminderKind::AllowList).id.clone();
    let soon = ReminderForm { every_days: Some(3), ..form(ReminderKind::AllowList) };
    stage.engine.reminder_save(&stage.id, Some(&id), soon).await.unwrap();
    assert_eq!(stage.snapshot().await.overview.standing, Standing::Well);
    clock.days(3);
    assert_eq!(stage.snapshot().await.overview.standing, Standing::Attention);
    let done = stage.engine.reminder_done(&stage.id, &id).await.unwrap();
    assert_eq!((done.overview.standing, done.overview.waits.len()), (Standing::Well, 0));
}

#[tokio::test]
async fn a_calendar_keeps_its_uids_counts_changes_and_takes_back_what_was_taken_away() {
    let (_clock, stage) = stage().await;
    stage.engine.reminder_set(&stage.id, 90).await.unwrap();
    let certificate = ReminderForm { due: Some("2027-03-01".to_owned()), ..form(ReminderKind::Certificate) };
    stage.engine.reminder_save(&stage.id, None, certificate.clone()).await.unwrap();
    let first = entries(&stage).await;
    assert_eq!(
        first.iter().map(|one| (one.on.as_str(), one.cancelled)).collect::<Vec<_>>(),
        [("2027-02-26", false), ("2027-03-01", false)]
    );
    assert_eq!(entries(&stage).await, first, "nothing changed, nothing is newer");
    let ids: Vec<_> = stage.snapshot().await.reminders.iter().map(|one| one.id.clone()).collect();
    stage.engine.reminder_snooze(&stage.id, &ids[0], Snooze::Until("2027-04-01".to_owned())).await.unwrap();
    stage.engine.reminder_remove(&stage.id, &ids[1]).await.unwrap();
    stage.engine.reminder_save(&stage.id, None, certificate.clone()).await.unwrap();
    let newest =
        stage.snapshot().await.reminders.iter().find(|one| one.kind == ReminderKind::Certificate).unwrap().id.clone();
    stage.engine.reminder_remove(&stage.id, &newest).await.unwrap();
    let second = entries(&stage).await;
    assert_eq!(second.len(), 2, "what never was in a file needs no taking back");
    for (old, new) in first.iter().zip(&second) {
        assert_eq!(old.uid, new.uid);
        assert!(new.sequence > old.sequence);
    }
    assert_eq!((second[0].on.as_str(), second[1].cancelled), ("2027-04-01", true));
}
