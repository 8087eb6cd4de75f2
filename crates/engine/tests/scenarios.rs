//! Each of practice's scenarios: fail with it, then recover and finish.
#![allow(clippy::unwrap_used)]

mod support;

use engine::problem::{Field, ProblemCode, Who};
use engine::setup::{AnswerCode, Stop, Task, TaskState};
use practice::Scenario;
use support::{Stage, Switch, code, evidence, problem, state, task, walk};

/// Up to the stop, everything well.
async fn before(stop: Stop) -> Stage {
    let stage = Stage::new().await;
    for earlier in Stop::ALL.into_iter().filter(|earlier| *earlier < stop) {
        walk::stop(&stage, earlier).await.unwrap();
    }
    stage
}

/// The flow rule: once it is well again, the same person finishes.
async fn finish_from(stage: &Stage, stop: Stop) {
    for later in Stop::ALL.into_iter().filter(|later| *later >= stop) {
        walk::stop(stage, later).await.unwrap();
    }
    let snapshot = stage.snapshot().await;
    assert!(snapshot.finished, "{:#?}", snapshot.stops);
}

#[tokio::test]
async fn a_wrong_key_is_told_beside_its_field_and_the_right_one_goes_on() {
    let stage = before(Stop::Keys).await;
    stage.switch(Scenario::WrongKey, Switch::On);
    let snapshot = walk::keys(&stage).await.unwrap();
    let refused = problem(&snapshot, Task::Credentials);
    assert_eq!((refused.code, refused.field), (ProblemCode::CredentialsRefused, Some(Field::ClientSecret)));
    assert_eq!(refused.server.as_ref().unwrap().code, "invalidClientIdOrSecret");
    assert_eq!(snapshot.keys.client_id, stage.app.client_id);
    assert_eq!(snapshot.keys.secret_set_at, None);
    assert!(!stage.vault.holds("/client-secret", &stage.app.client_secret));
    stage.switch(Scenario::WrongKey, Switch::Off);
    finish_from(&stage, Stop::Keys).await;
}

#[tokio::test]
async fn a_token_that_dies_after_one_call_is_renewed_without_a_word() {
    // F13
    let stage = before(Stop::Permissions).await;
    stage.switch(Scenario::ExpiredToken, Switch::On);
    let snapshot = walk::permissions(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done);
    assert_eq!(state(&snapshot, Task::Scope), TaskState::Done);
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Token), TaskState::Done);
    assert!(!stage.journal("call_refused").is_empty(), "tokens did die");
    stage.switch(Scenario::ExpiredToken, Switch::Off);
    finish_from(&stage, Stop::Test).await;
}

#[tokio::test]
async fn a_missing_permission_is_named_with_the_page_to_ask_for_it() {
    // F17
    let stage = before(Stop::Permissions).await;
    stage.switch(Scenario::MissingPermission, Switch::On);
    let snapshot = walk::permissions(&stage).await.unwrap();
    let missing = problem(&snapshot, Task::Points);
    assert_eq!((missing.code, missing.who), (ProblemCode::PermissionMissing, Who::DingtalkAdmin));
    for permission in ["qyapi_base", "qyapi_get_department_list", "qyapi_get_department_member"] {
        assert!(missing.args["permissions"].contains(permission), "{missing:?}");
    }
    assert!(missing.args["apply_link"].starts_with("https://open-dev.dingtalk.com/appscope/apply?content="));
    assert!(missing.server.is_some());
    stage.switch(Scenario::MissingPermission, Switch::Off);
    finish_from(&stage, Stop::Permissions).await;
}

#[tokio::test]
async fn a_permission_granted_meanwhile_is_seen_by_the_next_check() {
    let stage = before(Stop::Permissions).await;
    let client_id = stage.app.client_id.clone();
    let withdraw = |code: &'static str| {
        stage.practice.shared().attempt(|world| world.withdraw_permission(&client_id, code)).unwrap();
    };
    withdraw("qyapi_get_department_list");
    let snapshot = walk::permissions(&stage).await.unwrap();
    assert_eq!(problem(&snapshot, Task::Points).args["permissions"], "qyapi_get_department_list");
    assert_eq!(state(&snapshot, Task::Scope), TaskState::Done);
    let grant = |code: &'static str| {
        stage.practice.shared().attempt(|world| world.request_permission(&client_id, code)).unwrap();
    };
    grant("qyapi_get_department_list");
    let snapshot = stage.engine.points_check(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Points), TaskState::Done);
    // What the ready app has beyond need is an auditor's question, not a failure.
    let points = evidence(&snapshot, Task::Points);
    assert_eq!(points.answer.args["granted"], "3");
    assert_eq!(points.answer.args["unknown"], "0");
    assert_eq!(points.answer.args["excess"], "5");
    finish_from(&stage, Stop::Test).await;
}

#[tokio::test]
async fn a_refused_address_opens_the_allow_list_where_it_happened() {
    // F16
    let mut stage = before(Stop::Permissions).await;
    stage.switch(Scenario::IpRefused, Switch::On);
    let snapshot = walk::permissions(&stage).await.unwrap();
    assert_eq!(code(&snapshot, Task::Points), ProblemCode::AddressRefused);
    assert_eq!(problem(&snapshot, Task::Points).args["ip"], "198.51.100.77");
    let refused = snapshot.refused.clone().unwrap();
    assert_eq!((refused.ip.as_str(), refused.at), ("198.51.100.77", Stop::Permissions));
    assert_eq!(evidence(&snapshot, Task::Address).answer.code, AnswerCode::AddressSeen);
    stage.reopen().await;
    assert_eq!(stage.snapshot().await.refused, snapshot.refused, "kept over a restart");

    let snapshot = stage.engine.allow_list_check(&stage.id).await.unwrap();
    assert_eq!(code(&snapshot, Task::AllowList), ProblemCode::AddressRefused);
    assert!(snapshot.refused.is_some(), "still refused");

    stage.allow("203.0.113.10 198.51.100.77");
    let snapshot = stage.engine.allow_list_check(&stage.id).await.unwrap();
    assert_eq!(snapshot.refused, None);
    assert_eq!(evidence(&snapshot, Task::AllowList).answer.args["ip"], "198.51.100.77");
    assert_eq!(state(&snapshot, Task::Points), TaskState::Waiting, "to be tried again");
    finish_from(&stage, Stop::Permissions).await;
}

#[tokio::test]
async fn an_empty_allow_list_is_found_at_the_last_stop_too() {
    let stage = before(Stop::Protect).await;
    stage.allow("192.0.2.1");
    let snapshot = stage.engine.address_find(&stage.id).await.unwrap();
    assert_eq!(snapshot.protect.address.as_deref(), Some("203.0.113.10"));
    assert_eq!(evidence(&snapshot, Task::Address).call.as_deref(), Some("GET /auth/scopes"));
    assert_eq!(state(&snapshot, Task::AllowList), TaskState::Waiting);
    stage.allow("203.0.113.10");
    finish_from(&stage, Stop::Protect).await;
}

#[tokio::test]
async fn throttled_calls_say_whose_turn_it_is_and_pass_later() {
    let stage = before(Stop::Permissions).await;
    stage.switch(Scenario::Throttled, Switch::On);
    let snapshot = walk::permissions(&stage).await.unwrap();
    let throttled = problem(&snapshot, Task::Points);
    assert_eq!((throttled.code, throttled.who), (ProblemCode::Throttled, Who::Dingtalk));
    assert!(throttled.args["seconds"].parse::<u64>().unwrap() >= 1);
    stage.switch(Scenario::Throttled, Switch::Off);
    finish_from(&stage, Stop::Permissions).await;
}

#[tokio::test]
async fn a_throttled_robot_is_left_alone_after_one_send() {
    let stage = before(Stop::Test).await;
    stage.switch(Scenario::Throttled, Switch::On);
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::RobotThrottled);
    assert_eq!(problem(&snapshot, Task::Message).args["minutes"], "10");
    assert_eq!(snapshot.test.trial_sends, 1);
    stage.switch(Scenario::Throttled, Switch::Off);
    finish_from(&stage, Stop::Test).await;
}

#[tokio::test]
async fn an_unreachable_dingtalk_is_told_with_its_host() {
    let stage = before(Stop::Register).await;
    stage.switch(Scenario::Unreachable, Switch::On);
    let snapshot = walk::register(&stage).await.unwrap();
    let unreachable = problem(&snapshot, Task::Hosts);
    assert_eq!((unreachable.code, unreachable.who), (ProblemCode::Unreachable, Who::It));
    assert!(unreachable.args["host"].starts_with("127.0.0.1"));
    let snapshot = walk::keys(&stage).await.unwrap();
    assert_eq!(code(&snapshot, Task::Credentials), ProblemCode::Unreachable);
    assert_eq!(snapshot.keys.secret_pasted, Some(64), "the typed secret waits");
    stage.switch(Scenario::Unreachable, Switch::Off);
    finish_from(&stage, Stop::Register).await;
}

#[tokio::test]
async fn a_slow_dingtalk_times_out_and_is_asked_again() {
    let stage = before(Stop::Keys).await;
    stage.switch(Scenario::Slow, Switch::On);
    stage.be_impatient();
    let snapshot = walk::keys(&stage).await.unwrap();
    assert_eq!(code(&snapshot, Task::Credentials), ProblemCode::TimedOut);
    assert_eq!(snapshot.keys.secret_set_at, None);
    stage.switch(Scenario::Slow, Switch::Off);
    stage.be_patient();
    finish_from(&stage, Stop::Keys).await;
}

#[tokio::test]
async fn a_message_without_an_answer_is_never_sent_again_by_itself() {
    // F05
    let mut stage = before(Stop::Test).await;
    stage.switch(Scenario::Slow, Switch::On);
    stage.be_impatient();
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::MessageFateUnknown);
    assert_eq!(snapshot.test.trial_sends, 1);
    stage.reopen().await;
    assert_eq!(code(&stage.snapshot().await, Task::Message), ProblemCode::MessageFateUnknown);
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    assert!(stage.journal("robot_message").len() <= 1);
    stage.switch(Scenario::Slow, Switch::Off);
    finish_from(&stage, Stop::Test).await;
}

#[tokio::test]
async fn a_wrong_clock_is_told_and_the_signature_corrected() {
    // F53
    let stage = before(Stop::Test).await;
    stage.switch(Scenario::ClockOffset, Switch::On);
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done, "{:?}", task(&snapshot, Task::Message));
    assert_eq!(snapshot.test.trial_sends, 2, "refused once, then signed with DingTalk's time");
    assert_eq!(stage.journal("robot_message").len(), 1);
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(code(&snapshot, Task::Clock), ProblemCode::ClockOffset);
    let seconds: i64 = problem(&snapshot, Task::Clock).args["seconds"].parse().unwrap();
    assert!((seconds - 3_660).abs() <= 3, "{seconds}");
    // Somebody may go on with a wrong clock, and is not told again.
    stage.engine.setup_say(&stage.id, Task::Clock).await.unwrap();
    let snapshot = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(state(&snapshot, Task::Clock), TaskState::Done);
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(snapshot.test.trial_sends, 1, "the corrected clock is kept");
    stage.switch(Scenario::ClockOffset, Switch::Off);
    finish_from(&stage, Stop::Test).await;
}
