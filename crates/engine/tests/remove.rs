//! Removing a company: nothing of it is left behind, whatever happens in between.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::Arc;

use engine::problem::ProblemCode;
use engine::setup::{RegisterForm, Task, TaskState};
use engine::vault::{Fault, MemoryVault, Vault, VaultError};
use secrecy::SecretString;
use support::gate::Gate;
use support::{Stage, state, walk};

async fn with_secrets() -> Stage {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::robot(&stage).await.unwrap();
    stage
}

/// The rows are gone and the secrets are not: as after a kill between the two, and as with a store that does not play
/// its part.
async fn check_pending(fault: Fault, code: ProblemCode) {
    let mut stage = with_secrets().await;
    stage.vault.misbehave(fault);
    let removed = stage.engine.connection_remove(&stage.id).await.unwrap();
    assert_eq!((removed.gone, removed.problem.map(|problem| problem.code)), (false, Some(code)), "{fault:?}");
    let app = stage.engine.app().await.unwrap();
    assert!(app.connections.is_empty() && app.current.is_none(), "it is on no list any more");
    assert_eq!((app.removals.len(), app.removals[0].secrets), (1, 3));
    assert_eq!(stage.engine.setup(&stage.id).await.unwrap_err().code, ProblemCode::ConnectionUnknown);

    // The next start finds what is left to do; while the store stays as it is, so does the removal.
    stage.reopen().await;
    stage.engine.removals_go_on().await.unwrap();
    assert_eq!(stage.engine.app().await.unwrap().removals.len(), 1);
    stage.vault.misbehave(Fault::None);
    assert_eq!(stage.vault.names().len(), 3, "{fault:?}: nothing was lost on the way");
    stage.engine.removals_go_on().await.unwrap();
    assert!(stage.engine.app().await.unwrap().removals.is_empty());
    assert!(stage.vault.names().is_empty(), "{:?}", stage.vault.names());
    // A repeat is harmless.
    stage.engine.removals_go_on().await.unwrap();
    assert_eq!(stage.engine.removal_retry(&stage.id).await.unwrap_err().code, ProblemCode::ConnectionUnknown);
}

#[tokio::test]
async fn a_key_store_that_does_not_play_its_part_keeps_the_removal_waiting() {
    // F68, F72
    check_pending(Fault::Locked, ProblemCode::VaultLocked).await;
    check_pending(Fault::Absent, ProblemCode::VaultAbsent).await;
    check_pending(Fault::KeepsDeleted, ProblemCode::SecretLeft).await;
}

#[tokio::test]
async fn a_store_that_is_seen_to_be_open_gives_up_what_was_left() {
    let mut stage = with_secrets().await;
    let first = stage.id.clone();
    stage.engine.connection_rename(&first, "Harbour Demo Trading").await.unwrap();
    let second = stage.engine.connection_create(engine::connection::Region::Practice).await.unwrap().connection.id;
    stage.id = second;
    walk::keys(&stage).await.unwrap();
    stage.vault.misbehave(Fault::Locked);
    assert!(!stage.engine.connection_remove(&first).await.unwrap().gone);
    stage.vault.misbehave(Fault::None);
    stage.reopen().await;
    // Any call with the other company's keys opens the way.
    stage.engine.token(&stage.id).await.unwrap();
    assert!(stage.engine.app().await.unwrap().removals.is_empty());
    assert_eq!(stage.vault.names().len(), 1, "the other company keeps its own: {:?}", stage.vault.names());
}

#[tokio::test]
async fn a_company_without_secrets_goes_where_there_is_no_key_store() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    stage.vault.misbehave(Fault::Absent);
    let removed = stage.engine.connection_remove(&stage.id).await.unwrap();
    assert_eq!((removed.gone, removed.secrets), (true, 0));
    assert!(stage.engine.app().await.unwrap().removals.is_empty());
}

#[tokio::test]
async fn a_company_that_is_removed_while_its_keys_are_tried_keeps_none_of_them() {
    // F72
    let stage = Arc::new(Stage::new().await);
    walk::register(&stage).await.unwrap();
    let gate = Gate::before(&stage).await;
    let trying = stage.clone();
    let tried = tokio::spawn(async move { walk::keys(&trying).await });
    gate.arrived().await;
    assert_eq!(stage.vault.names().len(), 1, "it waits aside");
    assert!(stage.engine.connection_remove(&stage.id).await.unwrap().gone);
    gate.open();
    assert_eq!(tried.await.unwrap().unwrap_err().code, ProblemCode::ConnectionUnknown);
    assert!(stage.vault.names().is_empty(), "{:?}", stage.vault.names());
}

/// Says that it deleted what belongs to one company, and did not.
struct Sticky {
    inner: Arc<MemoryVault>,
    kept: String,
}

impl Vault for Sticky {
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        self.inner.set(name, secret)
    }

    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        self.inner.get(name)
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        if name.contains(&self.kept) { Ok(()) } else { self.inner.delete(name) }
    }
}

#[tokio::test]
async fn what_one_company_cannot_get_rid_of_keeps_no_other_waiting() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    let second = stage.engine.connection_duplicate(&stage.id, "Harbour Demo 2").await.unwrap().connection.id;
    stage.engine.keys_try(&second, walk::keys_form(&stage)).await.unwrap();
    stage.vault.misbehave(Fault::Locked);
    for id in [&stage.id, &second] {
        assert!(!stage.engine.connection_remove(id).await.unwrap().gone);
    }
    stage.vault.misbehave(Fault::None);
    let vault = Sticky { inner: stage.vault.clone(), kept: stage.id.0.clone() };
    let parts =
        engine::Parts { vault: Arc::new(vault), ..support::parts(stage.vault.clone(), Arc::new(support::HongKong)) };
    let engine = engine::Engine::open(&engine::Home::at(stage.home.path()), parts).await.unwrap();
    engine.removals_go_on().await.unwrap();
    let left: Vec<_> = engine.app().await.unwrap().removals.into_iter().map(|one| one.id).collect();
    assert_eq!(left, std::slice::from_ref(&stage.id));
    assert!(stage.vault.names().iter().all(|name| name.contains(&stage.id.0)), "{:?}", stage.vault.names());
}

#[tokio::test]
async fn a_copy_has_the_choices_and_neither_secrets_nor_evidence() {
    let stage = with_secrets().await;
    walk::permissions(&stage).await.unwrap();
    let before = stage.vault.names();
    let copy = stage.engine.connection_duplicate(&stage.id, "  Harbour   Demo\n2 ").await.unwrap();
    assert_eq!(copy.connection.name, "Harbour Demo 2");
    assert_eq!(stage.vault.names(), before);
    let like = stage.snapshot().await;
    assert_eq!(
        copy.register.clone(),
        RegisterForm { company_name: "Harbour Demo 2".to_owned(), ..like.register.clone() }
    );
    assert_eq!(copy.permissions.purposes, like.permissions.purposes);
    assert!(copy.stops.iter().flat_map(|stop| &stop.tasks).all(|view| view.evidence.is_none()));
    assert_eq!((copy.keys.client_id.as_str(), &copy.keys.secret_set_at), ("", &None));
    assert!(copy.test.robots.is_empty() && copy.protect.address.is_none());
    assert_eq!(stage.engine.app().await.unwrap().current, Some(copy.connection.id.clone()));
    // It can be walked like any other.
    assert_eq!(state(&copy, Task::Purpose), TaskState::Waiting);
}

#[tokio::test]
async fn a_name_is_one_companys_own() {
    let stage = with_secrets().await;
    let other = stage.engine.connection_duplicate(&stage.id, "Harbour Demo Trading").await.unwrap().connection;
    let code = async |name: &str| stage.engine.connection_rename(&other.id, name).await.unwrap_err().code;
    assert_eq!(code("示範貿易有限公司").await, ProblemCode::NameTaken);
    assert_eq!(code(" \u{7} ").await, ProblemCode::CompanyNameEmpty);
    assert_eq!(code(&"名".repeat(121)).await, ProblemCode::CompanyNameTooLong);
    let taken = stage.engine.connection_duplicate(&stage.id, "Harbour Demo Trading").await.unwrap_err();
    assert_eq!(taken.code, ProblemCode::NameTaken);
    let kept = stage.engine.connection_rename(&other.id, "Harbour Demo Trading").await.unwrap();
    assert_eq!(kept.name, "Harbour Demo Trading", "its own name is free to itself");
    let renamed = stage.engine.connection_rename(&other.id, "海港示範").await.unwrap();
    assert_eq!(stage.engine.connection_named("海港示範").await.unwrap(), renamed);
    assert_eq!(stage.engine.setup(&other.id).await.unwrap().register.company_name, "海港示範");
}
