//! The first message as a work notice, to somebody from the staff list.
#![allow(clippy::unwrap_used)]

mod support;

use engine::permission::Purpose;
use engine::problem::{Field, ProblemCode};
use engine::setup::{AnswerCode, EvidenceKind, KeysForm, Stop, Task, TaskState};
use practice::Scenario;
use practice::state::Scope;
use support::{Stage, Switch, code, evidence, problem, state, walk};

#[tokio::test]
async fn a_work_notice_finishes_the_stop_without_a_robot() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    stage.engine.purpose_choose(&stage.id, vec![Purpose::WorkNotices]).await.unwrap();
    stage.engine.tests_run(&stage.id).await.unwrap();
    let people = stage.engine.notice_recipients(&stage.id).await.unwrap();
    let staff = stage.practice.shared().read(|world| world.staff.len());
    assert_eq!(people.len(), staff, "everybody once");
    assert!(people.iter().any(|person| person.department == "財務部"), "{people:?}");
    let snapshot = stage.engine.notice_send(&stage.id, &people[0].user_id, walk::TEXT).await.unwrap();
    let told = evidence(&snapshot, Task::Message);
    assert_eq!(told.answer.code, AnswerCode::NoticeDelivered, "taken is not delivered: it was asked for");
    assert!(told.call.as_deref().unwrap().contains("getsendresult"));
    let agent = evidence(&snapshot, Task::Agent);
    assert_eq!((agent.kind, agent.answer.code), (EvidenceKind::Verified, AnswerCode::AgentAccepted));
    assert_eq!(state(&snapshot, Task::Robot), TaskState::Waiting);
    assert!(snapshot.stops.iter().any(|view| view.stop == Stop::Test && view.done));
    let sent = stage.journal("work_notice");
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0]["text"], walk::TEXT);
}

#[tokio::test]
async fn only_those_the_app_may_see_are_offered() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let client_id = stage.app.client_id.clone();
    let shared = stage.practice.shared();
    let (department, person, expected) = shared.read(|world| {
        let department = world.departments.iter().find(|department| department.name == "財務部").unwrap().dept_id;
        let members: Vec<String> = world.members_of(department).map(|member| member.userid.clone()).collect();
        let person = world.staff.iter().find(|member| !members.contains(&member.userid)).unwrap().userid.clone();
        (department, person, members.len() + 1)
    });
    let scope = Scope::Part { departments: vec![department], people: vec![person.clone()] };
    shared.attempt(|world| world.set_contact_scope(&client_id, scope)).unwrap();
    let people = stage.engine.notice_recipients(&stage.id).await.unwrap();
    assert_eq!(people.len(), expected, "{people:?}");
    assert!(people.iter().any(|found| found.user_id == person));
    stage.engine.purpose_choose(&stage.id, vec![Purpose::WorkNotices]).await.unwrap();
    let snapshot = stage.engine.points_check(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done, "a scope is no missing permission");
    assert_eq!(evidence(&snapshot, Task::Scope).answer.code, AnswerCode::ScopeSome);
    assert_eq!(evidence(&snapshot, Task::Scope).answer.args["people"], "1");
}

#[tokio::test]
async fn a_wrong_agent_id_is_told_beside_its_field_and_mended() {
    let stage = Stage::new().await;
    let form = KeysForm { agent_id: "1234567890".to_owned(), ..walk::keys_form(&stage) };
    stage.engine.keys_try(&stage.id, form).await.unwrap();
    let person = stage.engine.notice_recipients(&stage.id).await.unwrap()[0].user_id.clone();
    let snapshot = stage.engine.notice_send(&stage.id, &person, "付款").await.unwrap();
    for task in [Task::Message, Task::Agent] {
        assert_eq!(code(&snapshot, task), ProblemCode::AgentIdRefused);
        assert_eq!(problem(&snapshot, task).field, Some(Field::AgentId));
    }
    walk::keys(&stage).await.unwrap();
    let snapshot = stage.engine.notice_send(&stage.id, &person, "付款").await.unwrap();
    assert_eq!(state(&snapshot, Task::Agent), TaskState::Done);
}

async fn check(user_id: &str, text: &str, code: ProblemCode, field: Field) {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let refused = stage.engine.notice_send(&stage.id, user_id, text).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (code, Some(field)));
    assert!(stage.journal("work_notice").is_empty());
}

#[tokio::test]
async fn what_cannot_be_sent_stays_here() {
    check("", "付款", ProblemCode::RecipientMissing, Field::Recipient).await;
    check("demo", "  ", ProblemCode::MessageEmpty, Field::Message).await;
    check("demo", &"字".repeat(700), ProblemCode::MessageTooLong, Field::Message).await;
}

#[tokio::test]
async fn a_notice_without_an_answer_is_not_sent_again_by_itself() {
    // F05
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let person = stage.engine.notice_recipients(&stage.id).await.unwrap()[0].user_id.clone();
    stage.be_impatient();
    // The token would be issued slowly as well: it has to be there before.
    stage.engine.token(&stage.id).await.unwrap();
    stage.switch(Scenario::Slow, Switch::On);
    let snapshot = stage.engine.notice_send(&stage.id, &person, "付款").await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::MessageFateUnknown);
    assert_eq!(state(&snapshot, Task::Agent), TaskState::Done, "as it was said before");
}

#[tokio::test]
async fn a_refused_address_is_kept_when_the_staff_list_is_read() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    stage.engine.setup_go(&stage.id, Stop::Test).await.unwrap();
    stage.switch(Scenario::IpRefused, Switch::On);
    let refused = stage.engine.notice_recipients(&stage.id).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::AddressRefused);
    let shown = stage.snapshot().await.refused.unwrap();
    assert_eq!((shown.ip.as_str(), shown.at), ("198.51.100.77", Stop::Test));
}

// F36
#[tokio::test]
async fn a_staff_list_that_goes_round_in_circles_is_refused_and_not_cut_short() {
    for kind in ["paging_loop", "empty_page"] {
        let stage = Stage::new().await;
        walk::keys(&stage).await.unwrap();
        stage.tell("POST", "/fault", &format!(r#"{{"kind": "{kind}", "call": "/topapi/user/listsimple"}}"#)).await;
        let refused = stage.engine.notice_recipients(&stage.id).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::ReadIncomplete, "{kind}");
    }
}
