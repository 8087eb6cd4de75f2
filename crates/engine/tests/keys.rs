//! Stop 2: what was typed is never lost, and a working secret is never replaced by an empty or untried one.
#![allow(clippy::unwrap_used)]

mod support;

use engine::note::NoteCode;
use engine::problem::{Field, ProblemCode};
use engine::setup::{AnswerCode, KeysForm, Task, TaskState};
use engine::vault::Fault;
use practice::Scenario;
use secrecy::SecretString;
use support::{Stage, Switch, code, evidence, state, walk};

const WRONG: &str = "Zz9_Zz9-Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz";

fn with_secret(stage: &Stage, secret: Option<&str>) -> KeysForm {
    KeysForm { client_secret: secret.map(str::to_owned), ..walk::keys_form(stage) }
}

fn page(stage: &Stage) -> SecretString {
    let app = &stage.app;
    SecretString::from(format!(
        "CorpId\n{}\nClient ID（原 AppKey 和 SuiteKey）\n{}\n复制\nClient Secret（原 AppSecret 和 SuiteSecret）\n{}\n\
         复制\nAgentId\n{}\n",
        app.corp_id, app.client_id, app.client_secret, app.agent_id
    ))
}

#[tokio::test]
async fn a_secret_is_never_replaced_by_an_empty_or_an_untried_one() {
    let stage = Stage::new().await;
    let set_at = walk::keys(&stage).await.unwrap().keys.secret_set_at;
    assert!(set_at.is_some());
    for empty in [None, Some(""), Some(" \u{200b}")] {
        let snapshot = stage.engine.keys_try(&stage.id, with_secret(&stage, empty)).await.unwrap();
        assert_eq!(snapshot.keys.secret_set_at, set_at);
        assert!(stage.vault.holds("/client-secret", &stage.app.client_secret));
    }
    let snapshot = stage.engine.keys_try(&stage.id, with_secret(&stage, Some(WRONG))).await.unwrap();
    assert_eq!(code(&snapshot, Task::Credentials), ProblemCode::CredentialsRefused);
    assert!(stage.vault.holds("/client-secret", &stage.app.client_secret), "the working one stays");
    assert!(stage.vault.holds("/client-secret-candidate", WRONG), "the new one waits");
    assert_eq!(snapshot.keys.secret_pasted, Some(64));
    // The working one still works meanwhile.
    stage.engine.token(&stage.id).await.unwrap();
}

#[tokio::test]
async fn a_pasted_page_fills_every_field_and_its_secret_stays_inside() {
    let mut stage = Stage::new().await;
    let snapshot = stage.engine.keys_paste(&stage.id, page(&stage)).await.unwrap();
    assert_eq!(snapshot.keys.corp_id, stage.app.corp_id);
    assert_eq!(snapshot.keys.client_id, stage.app.client_id);
    assert_eq!(snapshot.keys.agent_id, stage.app.agent_id.clone());
    assert_eq!(snapshot.keys.secret_pasted, Some(64));
    assert!(snapshot.keys.notes.iter().all(|note| note.code == NoteCode::LooksRight), "{:?}", snapshot.keys.notes);
    stage.reopen().await;
    let snapshot = stage.engine.keys_try(&stage.id, with_secret(&stage, None)).await.unwrap();
    assert_eq!(evidence(&snapshot, Task::Credentials).answer.code, AnswerCode::TokenIssued);
    assert_eq!(evidence(&snapshot, Task::Corp).answer.code, AnswerCode::CorpMatches);
    assert_eq!(evidence(&snapshot, Task::Agent).answer.code, AnswerCode::AgentNoted);
    assert_eq!(snapshot.keys.secret_pasted, None);
    assert!(stage.vault.names().iter().all(|name| !name.ends_with("candidate")), "{:?}", stage.vault.names());
}

#[tokio::test]
async fn a_secret_cut_short_in_the_paste_is_told_with_both_lengths() {
    let stage = Stage::new().await;
    let cut = SecretString::from("AppSecret: Ab3_Cd4-Ef5Gh6Ij7Kl8Mn9Op0Qr1S");
    let snapshot = stage.engine.keys_paste(&stage.id, cut).await.unwrap();
    let note = snapshot.keys.notes.iter().find(|note| note.field == Field::ClientSecret).unwrap();
    assert_eq!(note.code, NoteCode::TooShort);
    assert_eq!((note.args["length"].as_str(), note.args["expected"].as_str()), ("30", "64"));
}

#[tokio::test]
async fn a_paste_without_keys_changes_nothing() {
    let stage = Stage::new().await;
    let before = stage.engine.keys_draft(&stage.id, "corp".into(), "client".into(), "1".into()).await.unwrap();
    let refused = stage.engine.keys_paste(&stage.id, "今日天氣不錯".into()).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::PasteNothingFound, Some(Field::Paste)));
    assert_eq!(stage.snapshot().await, before);
}

#[tokio::test]
async fn swapped_or_empty_keys_stop_before_any_call_and_are_kept_as_typed() {
    let stage = Stage::new().await;
    let swapped = KeysForm {
        client_id: stage.app.client_secret.clone(),
        client_secret: Some(stage.app.client_id.clone()),
        ..walk::keys_form(&stage)
    };
    let refused = stage.engine.keys_try(&stage.id, swapped).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::KeysSwapped, Some(Field::ClientId)));
    let empty = KeysForm { corp_id: " ".to_owned(), ..walk::keys_form(&stage) };
    let refused = stage.engine.keys_try(&stage.id, empty).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::KeyEmpty, Some(Field::CorpId)));
    let refused = stage.engine.keys_try(&stage.id, with_secret(&stage, None)).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::KeyEmpty, Some(Field::ClientSecret)));
    assert_eq!(stage.snapshot().await.keys.client_id, stage.app.client_id);
    assert!(stage.journal("token_issued").is_empty() && stage.journal("token_refused").is_empty());
}

#[tokio::test]
async fn a_secret_in_the_wrong_box_is_in_no_file() {
    // S15
    let stage = Stage::new().await;
    stage.engine.keys_draft(&stage.id, "corp".into(), "client".into(), "1".into()).await.unwrap();
    let webhook = "https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef";
    for secret in [stage.app.client_secret.as_str(), &format!(" {}\n", stage.app.client_secret), webhook] {
        let form = KeysForm { client_id: secret.to_owned(), ..walk::keys_form(&stage) };
        let _ = stage.engine.keys_try(&stage.id, form).await;
        let draft = |n: usize| if n == 1 { secret.to_owned() } else { String::new() };
        let kept = stage.engine.keys_draft(&stage.id, draft(0), draft(1), draft(2)).await.unwrap();
        assert_eq!((kept.keys.corp_id.as_str(), kept.keys.client_id.as_str()), ("", "client"));
    }
    for entry in std::fs::read_dir(stage.home.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(path).unwrap() } else { Vec::new() };
        for secret in [stage.app.client_secret.as_bytes(), b"0123456789abcdef"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret));
        }
    }
}

#[tokio::test]
async fn spaces_and_full_width_letters_do_not_spoil_a_key() {
    let stage = Stage::new().await;
    let app = &stage.app;
    let wide = |text: &str| -> String {
        text.chars().map(|letter| char::from_u32(u32::from(letter) + 0xfee0).unwrap()).collect()
    };
    let form = KeysForm {
        corp_id: format!(" {}\u{3000}", app.corp_id),
        client_id: wide(&app.client_id),
        agent_id: format!("\u{feff}{}", app.agent_id),
        client_secret: Some(format!("\"{}\"\r\n", app.client_secret)),
    };
    let snapshot = stage.engine.keys_try(&stage.id, form).await.unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done);
    assert!(stage.vault.holds("/client-secret", &app.client_secret));
}

#[tokio::test]
async fn a_foreign_corp_id_is_told_beside_its_field() {
    let stage = Stage::new().await;
    let form = KeysForm { corp_id: format!("ding{}", "0".repeat(32)), ..walk::keys_form(&stage) };
    let snapshot = stage.engine.keys_try(&stage.id, form).await.unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done);
    assert_eq!(code(&snapshot, Task::Corp), ProblemCode::CorpIdRefused);
    let snapshot = walk::keys(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Corp), TaskState::Done);
}

#[tokio::test]
async fn another_apps_keys_put_what_depended_on_the_old_one_back_to_waiting() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    let world = stage.practice.shared();
    let other = world.attempt(|world| world.create_app("另一個應用", "another demo app")).unwrap();
    let secret = world.read(|world| world.app(&other).unwrap().client_secret.clone());
    let form = KeysForm { client_id: other, client_secret: Some(secret), ..walk::keys_form(&stage) };
    let snapshot = stage.engine.keys_try(&stage.id, form).await.unwrap();
    for task in [Task::Points, Task::Scope, Task::Token, Task::AllowList] {
        assert_eq!(state(&snapshot, task), TaskState::Waiting, "{task:?}");
    }
    for task in [Task::Published, Task::Visible, Task::Listed, Task::Message, Task::Clock, Task::Corp, Task::Agent] {
        assert_eq!(state(&snapshot, task), TaskState::Done, "{task:?}");
    }
}

async fn check_vault(fault: Fault, expected: ProblemCode) {
    let stage = Stage::new().await;
    stage.vault.misbehave(fault);
    let refused = walk::keys(&stage).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (expected, Some(Field::ClientSecret)), "{fault:?}");
    let snapshot = stage.snapshot().await;
    assert_eq!(snapshot.keys.client_id, stage.app.client_id, "what was typed is kept");
    assert_eq!((snapshot.keys.secret_set_at, snapshot.keys.secret_pasted), (None, None));
    stage.vault.misbehave(Fault::None);
    let snapshot = walk::keys(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done);
}

#[tokio::test]
async fn a_key_store_that_fails_is_told_apart_and_nothing_is_called_saved() {
    // F68, F69: each fails, then works again.
    check_vault(Fault::Absent, ProblemCode::VaultAbsent).await;
    check_vault(Fault::Locked, ProblemCode::VaultLocked).await;
    check_vault(Fault::Forgets, ProblemCode::VaultReadBack).await;
}

#[tokio::test]
async fn a_secret_that_vanished_is_asked_for_again() {
    // F69
    let mut stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    stage.vault = std::sync::Arc::default();
    stage.reopen().await;
    let missing = stage.engine.token(&stage.id).await.unwrap_err();
    assert_eq!(missing.code, ProblemCode::SecretMissing);
    walk::keys(&stage).await.unwrap();
    stage.engine.token(&stage.id).await.unwrap();
}

#[tokio::test]
async fn too_long_a_secret_is_refused_with_its_length() {
    // F70
    let stage = Stage::new().await;
    let refused = stage.engine.keys_try(&stage.id, with_secret(&stage, Some(&"x".repeat(2_000)))).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::SecretTooLong, Some(Field::ClientSecret)));
    assert_eq!(refused.args["length"], "2000");
    assert!(stage.vault.names().is_empty());
}

#[tokio::test]
async fn a_cancelled_try_goes_back_to_waiting_with_the_secret_kept() {
    let stage = Stage::new().await;
    stage.switch(Scenario::Slow, Switch::On);
    let (engine, id, form) = (stage.engine.clone(), stage.id.clone(), walk::keys_form(&stage));
    let mut changes = stage.engine.changes();
    let trying = tokio::spawn(async move { engine.keys_try(&id, form).await });
    loop {
        let engine::Change::Setup(snapshot) = changes.recv().await.unwrap() else { continue };
        if state(&snapshot, Task::Credentials) == TaskState::Running {
            break;
        }
    }
    stage.engine.setup_cancel(&stage.id).await.unwrap();
    let snapshot = trying.await.unwrap().unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Waiting);
    assert_eq!(snapshot.keys.secret_pasted, Some(64));
    stage.switch(Scenario::Slow, Switch::Off);
    let snapshot = walk::keys(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done);
}

#[tokio::test]
async fn keys_changed_after_a_try_are_untried_even_after_a_restart() {
    let mut stage = Stage::new().await;
    assert!(!stage.engine.setup(&stage.id).await.unwrap().keys.tried, "nothing was tried yet");
    let form = walk::keys_form(&stage);
    assert!(walk::keys(&stage).await.unwrap().keys.tried);
    let draft =
        |client_id: String| stage.engine.keys_draft(&stage.id, form.corp_id.clone(), client_id, form.agent_id.clone());
    assert!(!draft("dingotherotherother1".to_owned()).await.unwrap().keys.tried);
    stage.reopen().await;
    assert!(!stage.engine.setup(&stage.id).await.unwrap().keys.tried);
    let back = format!(" {}\u{200b}", form.client_id);
    let back = stage.engine.keys_draft(&stage.id, form.corp_id.clone(), back, form.agent_id.clone()).await.unwrap();
    assert!(back.keys.tried, "the same key, copied with a space");
    let pasted = stage.engine.keys_paste(&stage.id, page(&stage)).await.unwrap();
    assert!(!pasted.keys.tried, "a pasted secret waits");
}
