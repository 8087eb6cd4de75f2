//! The real key store of this machine. Runs only in a session of its own (`HOITUNG_TEST_SESSION=1`): anywhere else it
//! would write into somebody's keys.
#![allow(clippy::unwrap_used)]

mod support;

use std::io::Write;
use std::sync::Arc;

use engine::connection::Region;
use engine::setup::{Task, TaskState};
use engine::vault::{KeyStore, Vault};
use engine::{Engine, Home};
use secrecy::{ExposeSecret, SecretString};
use support::{HongKong, Stage, hosts, parts, state, walk};

fn in_a_session(test: &str) -> bool {
    let is_given = std::env::var("HOITUNG_TEST_SESSION").is_ok_and(|value| value == "1");
    if !is_given {
        let said = format!("SKIPPED {test}: no key store of its own (HOITUNG_TEST_SESSION is not 1)\n");
        std::io::stderr().write_all(said.as_bytes()).unwrap();
    }
    is_given
}

#[test]
fn a_secret_is_written_read_back_and_deleted() {
    if !in_a_session("a_secret_is_written_read_back_and_deleted") {
        return;
    }
    let name = format!("{}/test/client-secret", uuid::Uuid::new_v4());
    let store = KeyStore;
    assert!(store.get(&name).unwrap().is_none());
    store.delete(&name).unwrap();
    for secret in ["first", "第二個密鑰 𨋢 🚋", &"x".repeat(1_280)] {
        store.set(&name, &SecretString::from(secret)).unwrap();
        assert_eq!(store.get(&name).unwrap().unwrap().expose_secret(), secret);
    }
    store.delete(&name).unwrap();
    assert!(store.get(&name).unwrap().is_none());
}

#[tokio::test]
async fn the_walk_keeps_its_secrets_in_the_real_key_store() {
    if !in_a_session("the_walk_keeps_its_secrets_in_the_real_key_store") {
        return;
    }
    let mut stage = Stage::new().await;
    let parts = || engine::Parts { vault: Arc::new(KeyStore), ..parts(stage.vault.clone(), Arc::new(HongKong)) };
    let home = tempfile::tempdir().unwrap();
    let engine = Engine::open(&Home::at(home.path()), parts()).await.unwrap();
    engine.set_practice_hosts(Some(hosts(&stage.practice)));
    let id = engine.connection_create(Region::Practice).await.unwrap().connection.id;
    engine.keys_try(&id, walk::keys_form(&stage)).await.unwrap();
    drop(engine);
    let engine = Engine::open(&Home::at(home.path()), parts()).await.unwrap();
    engine.set_practice_hosts(Some(hosts(&stage.practice)));
    engine.token(&id).await.unwrap();
    stage.engine = engine;
    stage.id = id;
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
    stage.engine.connection_remove(&stage.id).await.unwrap();
    assert!(stage.vault.names().is_empty());
}

const CHILD_NAME: &str = "HOITUNG_TEST_CREDENTIAL";

/// The other program of the test below.
#[test]
#[ignore = "started by a_secret_is_there_for_another_program_of_the_same_user"]
fn child_reads_and_replaces() {
    let name = std::env::var(CHILD_NAME).unwrap();
    assert_eq!(KeyStore.get(&name).unwrap().unwrap().expose_secret(), "寫於甲 𨋢");
    KeyStore.set(&name, &SecretString::from("寫於乙")).unwrap();
}

#[test]
fn a_secret_is_there_for_another_program_of_the_same_user() {
    if !in_a_session("a_secret_is_there_for_another_program_of_the_same_user") {
        return;
    }
    let name = format!("{}/test/client-secret", uuid::Uuid::new_v4());
    KeyStore.set(&name, &SecretString::from("寫於甲 𨋢")).unwrap();
    let mut child = std::process::Command::new(std::env::current_exe().unwrap());
    let ran = child.args(["--exact", "child_reads_and_replaces", "--ignored"]).env(CHILD_NAME, &name).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
    assert_eq!(KeyStore.get(&name).unwrap().unwrap().expose_secret(), "寫於乙");
    KeyStore.delete(&name).unwrap();
    assert!(KeyStore.get(&name).unwrap().is_none());
}

// F70
#[cfg(windows)]
#[test]
fn credential_manager_takes_2560_bytes_and_no_more() {
    if !in_a_session("credential_manager_takes_2560_bytes_and_no_more") {
        return;
    }
    let name = format!("{}/test/client-secret", uuid::Uuid::new_v4());
    KeyStore.set(&name, &SecretString::from("字".repeat(1_280))).unwrap();
    assert!(KeyStore.set(&name, &SecretString::from("字".repeat(1_281))).is_err());
    let kept = KeyStore.get(&name).unwrap().unwrap();
    assert_eq!(kept.expose_secret(), "字".repeat(1_280), "what was there stays");
    KeyStore.delete(&name).unwrap();
}

/// Read back from Credential Manager, not from what we asked for.
#[cfg(windows)]
#[test]
fn a_secret_stays_on_its_computer_and_does_not_roam() {
    if !in_a_session("a_secret_stays_on_its_computer_and_does_not_roam") {
        return;
    }
    let name = format!("{}/test/client-secret", uuid::Uuid::new_v4());
    KeyStore.set(&name, &SecretString::from("canary")).unwrap();
    // An entry of the store's own defaults, which would roam if it were written.
    let entry = keyring_core::Entry::new("Hoitung", &name).unwrap();
    assert_eq!(entry.get_attributes().unwrap()["persistence"], "Local");
    KeyStore.delete(&name).unwrap();
}
