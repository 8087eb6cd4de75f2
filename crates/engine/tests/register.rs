//! Stop 1, and what may be said.
#![allow(clippy::unwrap_used)]

mod support;

use engine::note::{NoteCode, NoteLevel};
use engine::permission::Purpose;
use engine::problem::{Field, ProblemCode};
use engine::setup::{EvidenceKind, RegisterForm, Stop, Task, TaskState};
use support::{Stage, evidence, state, walk};

async fn check(change: impl FnOnce(&mut RegisterForm), code: ProblemCode, field: Field) {
    let stage = Stage::new().await;
    let mut form = walk::register_form();
    change(&mut form);
    let refused = stage.engine.register_confirm(&stage.id, form.clone()).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (code, Some(field)));
    let snapshot = stage.snapshot().await;
    assert_eq!(snapshot.register, form, "kept as typed");
    assert_eq!(state(&snapshot, Task::Company), TaskState::Waiting);
    let snapshot = walk::register(&stage).await.unwrap();
    assert!(snapshot.stops[0].done);
}

#[tokio::test]
async fn each_thing_left_open_is_told_beside_its_field_and_then_mended() {
    check(|form| form.company_name = "  ".into(), ProblemCode::CompanyNameEmpty, Field::CompanyName).await;
    check(|form| form.email.clear(), ProblemCode::EmailEmpty, Field::Email).await;
    check(|form| form.email = "it@".into(), ProblemCode::EmailMalformed, Field::Email).await;
    check(|form| form.email = "shop@yahoo.com.hk".into(), ProblemCode::EmailFreeMail, Field::Email).await;
    check(|form| form.app_type = None, ProblemCode::ChoiceMissing, Field::AppType).await;
    check(|form| form.region = None, ProblemCode::ChoiceMissing, Field::Region).await;
    check(|form| form.residency = None, ProblemCode::ChoiceMissing, Field::Residency).await;
}

#[tokio::test]
async fn free_mail_is_noted_while_it_is_typed() {
    let stage = Stage::new().await;
    let notes = |email: &str| {
        let form = RegisterForm { email: email.to_owned(), ..RegisterForm::default() };
        stage.engine.register_notes(&form).into_iter().map(|note| (note.level, note.code)).collect::<Vec<_>>()
    };
    assert_eq!(notes(""), []);
    assert_eq!(notes("a@gmail.com"), [(NoteLevel::Stop, NoteCode::FreeMail)]);
    assert_eq!(notes("a@"), [(NoteLevel::Warn, NoteCode::MailMalformed)]);
    assert_eq!(notes("it@harbour-demo.example"), [(NoteLevel::Fine, NoteCode::CompanyMail)]);
}

#[tokio::test]
async fn only_what_no_call_can_tell_can_be_said() {
    let stage = Stage::new().await;
    for task in [Task::CreateApp, Task::Published, Task::Visible, Task::Listed, Task::Zone, Task::Clock] {
        let snapshot = stage.engine.setup_say(&stage.id, task).await.unwrap();
        assert_eq!(evidence(&snapshot, task).kind, EvidenceKind::Said);
        assert_eq!(evidence(&snapshot, task).by.as_deref(), Some("demo"));
        let snapshot = stage.engine.setup_unsay(&stage.id, task).await.unwrap();
        assert_eq!(state(&snapshot, task), TaskState::Waiting);
    }
    for task in [Task::Hosts, Task::Credentials, Task::Points, Task::Token, Task::Message, Task::AllowList] {
        let snapshot = stage.engine.setup_say(&stage.id, task).await.unwrap();
        assert_eq!(state(&snapshot, task), TaskState::Waiting, "{task:?}");
    }
    let refused = stage.engine.setup_say(&stage.id, Task::Purpose).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::PurposeMissing);
}

#[tokio::test]
async fn what_a_call_has_shown_cannot_be_unsaid() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    let snapshot = stage.engine.setup_unsay(&stage.id, Task::Hosts).await.unwrap();
    assert_eq!(state(&snapshot, Task::Hosts), TaskState::Done);
}

#[tokio::test]
async fn the_stop_being_looked_at_is_kept() {
    let mut stage = Stage::new().await;
    stage.engine.setup_go(&stage.id, Stop::Protect).await.unwrap();
    stage.reopen().await;
    assert_eq!(stage.snapshot().await.here, Stop::Protect);
}

#[tokio::test]
async fn more_purposes_put_the_points_back_until_they_are_checked() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let none = stage.engine.purpose_choose(&stage.id, vec![]).await.unwrap_err();
    assert_eq!((none.code, none.field), (ProblemCode::PurposeMissing, Some(Field::Purpose)));
    walk::permissions(&stage).await.unwrap();
    let fewer = vec![Purpose::GroupMessages, Purpose::GroupMessages];
    let snapshot = stage.engine.purpose_choose(&stage.id, fewer).await.unwrap();
    assert_eq!(snapshot.permissions.purposes, [Purpose::GroupMessages]);
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done, "nothing new to ask for");
    assert!(snapshot.permissions.points.iter().all(|point| point.excess));
    let snapshot = stage.engine.purpose_choose(&stage.id, vec![Purpose::ManageStaff]).await.unwrap();
    assert_eq!(state(&snapshot, Task::Points), TaskState::Waiting);
    let snapshot = stage.engine.points_check(&stage.id).await.unwrap();
    // Writing contacts and the two fields have no harmless probe.
    assert_eq!(evidence(&snapshot, Task::Points).answer.args["unknown"], "3");
    assert_eq!(evidence(&snapshot, Task::Points).answer.args["granted"], "4");
    assert!(snapshot.permissions.request.starts_with("调用企业API时需要具备的基本权限 qyapi_base\n"));
}

#[tokio::test]
async fn every_purpose_can_be_checked_without_hitting_anybody() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let all = vec![
        Purpose::WorkNotices,
        Purpose::ReadStaff,
        Purpose::ReadDepartments,
        Purpose::FindByMobile,
        Purpose::ManageStaff,
        Purpose::RobotChat,
    ];
    stage.engine.purpose_choose(&stage.id, all).await.unwrap();
    let snapshot = stage.engine.points_check(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done, "{:?}", snapshot.permissions.points);
    for kind in ["robot_message", "work_notice", "app_robot_message"] {
        assert!(stage.journal(kind).is_empty(), "{kind}");
    }
}
