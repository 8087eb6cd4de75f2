//! A robot's security found by trial: only the approved text, four sends at most, none after a delivery.
#![allow(clippy::unwrap_used)]

mod support;

use engine::problem::{Field, ProblemCode};
use engine::setup::{AnswerCode, RobotForm, RobotMode, SetupSnapshot, Task, TaskState};
use engine::vault::Fault;
use practice::Scenario;
use practice::state::RobotSecurity;
use practice::state::group::FINANCE_GROUP;
use support::{Stage, Switch, code, evidence, problem, state, walk};

/// A robot in 財務部 secured so; its webhook and its secret.
fn robot(stage: &Stage, security: RobotSecurity) -> (String, String) {
    let shared = stage.practice.shared();
    let old_host = &stage.practice.hosts().old_host;
    let id = shared.attempt(|world| world.add_robot(FINANCE_GROUP, "示範", security)).unwrap();
    shared.read(|world| {
        let group = world.group(FINANCE_GROUP).unwrap();
        let robot = group.robot(&id).unwrap();
        (robot.webhook(old_host), robot.secret.clone())
    })
}

fn security(signature: Signed, keywords: &[&str], addresses: &[&str]) -> RobotSecurity {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    RobotSecurity { signature: signature == Signed::Yes, keywords: owned(keywords), addresses: owned(addresses) }
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Signed {
    Yes,
    No,
}

struct Told {
    signed: Signed,
    keywords: &'static [&'static str],
    addresses: &'static [&'static str],
    /// What the person typed into the form.
    secret: Secret,
    keyword: Option<&'static str>,
    text: &'static str,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Secret {
    Right,
    Wrong,
    None,
}

async fn send(stage: &Stage, told: &Told) -> SetupSnapshot {
    let (webhook, secret) = robot(stage, security(told.signed, told.keywords, told.addresses));
    let secret = match told.secret {
        Secret::Right => Some(secret),
        Secret::Wrong => Some("SEC0000".to_owned()),
        Secret::None => None,
    };
    let keyword = told.keyword.map(str::to_owned);
    let form =
        RobotForm { name: "財務部".to_owned(), webhook: Some(webhook), secret, keyword, ..RobotForm::default() };
    let saved = stage.engine.robot_save(&stage.id, None, form).await.unwrap();
    let id = saved.test.robots[0].id.clone();
    stage.engine.message_send(&stage.id, &id, told.text.to_owned()).await.unwrap()
}

async fn check(told: Told, expected: std::result::Result<RobotMode, (ProblemCode, Option<Field>)>, sends: u32) {
    let stage = Stage::new().await;
    let snapshot = send(&stage, &told).await;
    assert_eq!(snapshot.test.trial_sends, sends);
    let delivered = stage.journal("robot_message");
    match expected {
        Ok(mode) => {
            assert_eq!(snapshot.test.robots[0].mode, Some(mode));
            assert_eq!(evidence(&snapshot, Task::Robot).answer.code, AnswerCode::RobotMode);
            assert_eq!(evidence(&snapshot, Task::Message).answer.code, AnswerCode::MessageDelivered);
            assert_eq!(delivered.len(), 1, "one delivery and no more");
            assert_eq!(delivered[0]["text"], told.text, "not a letter altered");
        }
        Err((code, field)) => {
            let found = problem(&snapshot, Task::Message);
            assert_eq!((found.code, found.field), (code, field));
            assert_eq!(state(&snapshot, Task::Robot), TaskState::Waiting);
            assert!(delivered.is_empty());
        }
    }
}

const PLAIN: Told =
    Told {
        signed: Signed::No, keywords: &[], addresses: &[], secret: Secret::None, keyword: None, text: "付款提示"
    };

#[tokio::test]
async fn a_signing_robot_is_found_with_one_send() {
    check(Told { signed: Signed::Yes, secret: Secret::Right, ..PLAIN }, Ok(RobotMode::Signature), 1).await;
    let refused = Err((ProblemCode::RobotSecretNeeded, Some(Field::RobotSecret)));
    check(Told { signed: Signed::Yes, ..PLAIN }, refused, 1).await;
    let refused = Err((ProblemCode::RobotSignature, Some(Field::RobotSecret)));
    check(Told { signed: Signed::Yes, secret: Secret::Wrong, ..PLAIN }, refused, 1).await;
}

#[tokio::test]
async fn a_keyword_is_asked_for_and_never_added() {
    let keywords = Told { keywords: &["付款"], ..PLAIN };
    check(Told { keyword: Some("付款"), ..keywords }, Ok(RobotMode::Keyword), 1).await;
    let refused = Err((ProblemCode::RobotKeyword, Some(Field::Keyword)));
    check(Told { keyword: Some("存貨"), keywords: &["存貨"], ..PLAIN }, refused, 1).await;
    check(Told { keywords: &["存貨"], ..PLAIN }, refused, 1).await;
    let both = Told { signed: Signed::Yes, keywords: &["付款"], secret: Secret::Right, ..PLAIN };
    check(Told { keyword: Some("付款"), ..both }, Ok(RobotMode::SignatureAndKeyword), 1).await;
}

#[tokio::test]
async fn a_robot_that_checks_the_address_is_no_more_than_that() {
    check(Told { addresses: &["203.0.113.10"], ..PLAIN }, Ok(RobotMode::AddressOrNone), 1).await;
    let refused = Err((ProblemCode::RobotAddress, None));
    check(Told { addresses: &["192.0.2.1"], ..PLAIN }, refused, 1).await;
}

#[tokio::test]
async fn a_robots_address_list_is_not_the_apps_allow_list() {
    let stage = Stage::new().await;
    let snapshot = send(&stage, &Told { addresses: &["192.0.2.1"], ..PLAIN }).await;
    assert_eq!(problem(&snapshot, Task::Message).args["ip"], "203.0.113.10");
    assert_eq!((snapshot.refused, snapshot.protect.address), (None, None));
}

#[tokio::test]
async fn a_refused_keyword_is_mended_by_the_person_and_delivered() {
    let stage = Stage::new().await;
    let snapshot = send(&stage, &Told { keywords: &["存貨"], ..PLAIN }).await;
    let id = snapshot.test.robots[0].id.clone();
    let preview = stage.engine.message_preview(&stage.id, &id, "存貨：付款提示").await.unwrap();
    assert!(preview.json.contains("存貨"));
    let snapshot = stage.engine.message_send(&stage.id, &id, "存貨：付款提示".to_owned()).await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
    assert_eq!(stage.journal("robot_message").len(), 1);
}

#[tokio::test]
async fn the_preview_is_byte_for_byte_what_leaves_without_its_token() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let preview = stage.engine.message_preview(&stage.id, &id, walk::TEXT).await.unwrap();
    assert_eq!(preview.address, format!("{}/robot/send", stage.practice.hosts().old_host));
    assert!(preview.json.starts_with(dingtalk::robot_text_json(walk::TEXT).trim_end_matches('}')));
    assert_eq!((preview.bytes as usize, preview.limit), (preview.json.len(), 20_000));
    let token = stage.app.robot_webhook.split("access_token=").nth(1).unwrap();
    assert!(!preview.address.contains(token) && !preview.json.contains(token));
}

#[tokio::test]
async fn an_empty_or_too_long_message_stays_here_and_is_kept() {
    // D44
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let refused = stage.engine.message_send(&stage.id, &id, " \n".to_owned()).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::MessageEmpty, Some(Field::Message)));
    let long = "字".repeat(6_700);
    let refused = stage.engine.message_send(&stage.id, &id, long.clone()).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::MessageTooLong, Some(Field::Message)));
    assert_eq!(refused.args["limit"], "20000");
    assert_eq!(stage.snapshot().await.test.message.text, long);
    assert!(stage.journal("robot_message").is_empty() && stage.journal("robot_refused").is_empty());
}

#[tokio::test]
async fn a_button_pressed_twenty_times_sends_one_message() {
    // F81
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    // The first is still under way when the last is pressed.
    stage.switch(Scenario::Slow, Switch::On);
    let mut presses = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let (engine, connection, robot) = (stage.engine.clone(), stage.id.clone(), id.clone());
        presses.spawn(async move { engine.message_send(&connection, &robot, "付款".to_owned()).await });
    }
    while let Some(pressed) = presses.join_next().await {
        // One that comes when the first has been answered is told so.
        let refused = pressed.unwrap().err().map(|problem| problem.code);
        assert!(refused.is_none_or(|code| code == ProblemCode::MessageSentAlready), "{refused:?}");
    }
    assert_eq!(stage.journal("robot_message").len(), 1);
}

#[tokio::test]
async fn a_cancelled_send_may_have_arrived_and_says_so() {
    // F05
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    stage.switch(Scenario::Slow, Switch::On);
    let mut changes = stage.engine.changes();
    let (engine, connection) = (stage.engine.clone(), stage.id.clone());
    let sending = tokio::spawn(async move { engine.message_send(&connection, &id, "付款".to_owned()).await });
    loop {
        let engine::Change::Setup(snapshot) = changes.recv().await.unwrap() else { continue };
        if state(&snapshot, Task::Message) == TaskState::Running {
            break;
        }
    }
    while stage.snapshot().await.test.trial_sends == 0 {
        tokio::task::yield_now().await;
    }
    let snapshot = stage.engine.setup_cancel(&stage.id).await.unwrap();
    assert_eq!(snapshot.test.trial_sends, 1);
    let snapshot = sending.await.unwrap().unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::MessageFateUnknown);
    assert_eq!(state(&snapshot, Task::Robot), TaskState::Waiting);
}

#[tokio::test]
async fn a_robot_that_is_removed_while_it_sends_does_not_come_back() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    stage.switch(Scenario::Slow, Switch::On);
    let (engine, connection, robot) = (stage.engine.clone(), stage.id.clone(), id.clone());
    let sending = tokio::spawn(async move { engine.message_send(&connection, &robot, "付款".to_owned()).await });
    while stage.snapshot().await.test.trial_sends == 0 {
        tokio::task::yield_now().await;
    }
    stage.engine.robot_remove(&stage.id, &id).await.unwrap();
    let snapshot = sending.await.unwrap().unwrap();
    assert_eq!(evidence(&snapshot, Task::Message).answer.code, AnswerCode::MessageDelivered);
    assert!(snapshot.test.robots.is_empty(), "{:?}", snapshot.test.robots);
    assert_ne!(state(&snapshot, Task::Robot), TaskState::Done);
}

async fn check_form(form: RobotForm, code: ProblemCode, field: Field) {
    let stage = Stage::new().await;
    let refused = stage.engine.robot_save(&stage.id, None, form).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (code, Some(field)));
    assert!(stage.snapshot().await.test.robots.is_empty() && stage.vault.names().is_empty());
}

#[tokio::test]
async fn a_form_that_cannot_work_makes_no_robot() {
    let form = |name: &str, webhook: Option<&str>| RobotForm {
        name: name.to_owned(),
        webhook: webhook.map(str::to_owned),
        ..RobotForm::default()
    };
    let live = "https://oapi.dingtalk.com/robot/send?access_token=a";
    check_form(form(" ", Some(live)), ProblemCode::KeyEmpty, Field::RobotName).await;
    check_form(form("財務部", None), ProblemCode::KeyEmpty, Field::Webhook).await;
    check_form(form("財務部", Some("hello")), ProblemCode::WebhookMalformed, Field::Webhook).await;
    // S34: a practice connection never talks to the real DingTalk.
    check_form(form("財務部", Some(live)), ProblemCode::WebhookReal, Field::Webhook).await;
}

#[tokio::test]
async fn a_robot_whose_webhook_cannot_be_saved_is_not_made() {
    let stage = Stage::new().await;
    stage.vault.misbehave(Fault::Forgets);
    let refused = stage.engine.robot_save(&stage.id, None, walk::robot_form(&stage)).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::VaultReadBack, Some(Field::Webhook)));
    assert!(stage.snapshot().await.test.robots.is_empty());
    stage.vault.misbehave(Fault::None);
    walk::send(&stage).await.unwrap();
}

#[tokio::test]
async fn an_empty_secret_keeps_the_saved_one_and_a_removed_robot_takes_its_secrets_along() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let renamed = RobotForm {
        name: "倉務部".to_owned(),
        webhook: None,
        secret: Some(String::new()),
        keyword: Some(String::new()),
        ..RobotForm::default()
    };
    let snapshot = stage.engine.robot_save(&stage.id, Some(id.clone()), renamed).await.unwrap();
    assert_eq!(snapshot.test.robots[0].name, "倉務部");
    assert!(stage.vault.holds("/secret", &stage.app.robot_secret));
    assert!(stage.vault.holds("/webhook", &stage.app.robot_webhook));
    let snapshot = stage.engine.robot_remove(&stage.id, &id).await.unwrap();
    assert!(snapshot.test.robots.is_empty() && stage.vault.names().is_empty());
    let missing = stage.engine.message_send(&stage.id, &id, "付款".to_owned()).await.unwrap_err();
    assert_eq!(missing.code, ProblemCode::RobotMissing);
}

#[tokio::test]
async fn a_robot_nobody_knows_and_one_that_is_off_are_told_apart() {
    let stage = Stage::new().await;
    let id = walk::robot(&stage).await.unwrap();
    let shared = stage.practice.shared();
    let robot = shared.read(|world| world.group(FINANCE_GROUP).unwrap().robots[0].id.clone());
    shared.attempt(|world| world.disable_robot(FINANCE_GROUP, &robot)).unwrap();
    let snapshot = stage.engine.message_send(&stage.id, &id, "付款".to_owned()).await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::RobotDisabled);
    shared.attempt(|world| world.enable_robot(FINANCE_GROUP, &robot)).unwrap();
    shared.attempt(|world| world.rotate_robot(FINANCE_GROUP, &robot)).unwrap();
    let snapshot = stage.engine.message_send(&stage.id, &id, "付款".to_owned()).await.unwrap();
    assert_eq!(code(&snapshot, Task::Message), ProblemCode::RobotUnknown);
}
