//! Changing keys without starting over: a kill at any step loses no secret and leaves none behind.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use engine::problem::{Field, ProblemCode};
use engine::setup::{RegionChoice, SetupSnapshot, Task, TaskState};
use engine::vault::{Fault, MemoryVault, Vault, VaultError};
use engine::{Change, Engine, Home};
use practice::Scenario;
use secrecy::SecretString;
use support::gate::Gate;
use support::{HongKong, Stage, Switch, code, hosts, state, walk};
use tokio::sync::Notify;

const WRONG: &str = "Zz9_Zz9-Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz9Zz";

fn reset(stage: &Stage) -> String {
    let client_id = stage.app.client_id.clone();
    stage.practice.shared().attempt(|world| world.rotate_secret(&client_id)).unwrap();
    stage.practice.shared().read(|world| world.app(&client_id).unwrap().client_secret.clone())
}

#[allow(clippy::unnecessary_wraps, reason = "what the engine takes")]
fn secret(text: &str) -> Option<SecretString> {
    Some(SecretString::from(text))
}

/// The ends of the names of what lies in the key store.
fn slots(vault: &MemoryVault) -> Vec<String> {
    vault.names().iter().map(|name| name.rsplit('/').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_dead_secret_is_entered_again_in_one_field_and_nothing_else_is_lost() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    let before = walk::protect(&stage).await.unwrap();
    assert!(before.finished);
    let new = reset(&stage);
    let dead = stage.engine.tests_run(&stage.id).await.unwrap();
    assert_eq!(code(&dead, Task::Token), ProblemCode::CredentialsRefused);

    let refused = stage.engine.secret_enter(&stage.id, secret(WRONG)).await.unwrap();
    assert_eq!(code(&refused, Task::Credentials), ProblemCode::CredentialsRefused);
    assert_eq!(slots(&stage.vault), ["client-secret", "webhook", "secret"].map(str::to_owned).to_vec().sorted());
    assert_eq!(refused.keys.secret_pasted, None, "nobody wants to try a refused one again");

    let snapshot = stage.engine.secret_enter(&stage.id, secret(&format!(" {new}\n"))).await.unwrap();
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done);
    assert_eq!(state(&snapshot, Task::Token), TaskState::Waiting, "its trouble is over, and it waits to be tried");
    assert!(stage.vault.holds("/client-secret", &new));
    assert_eq!(snapshot.keys.old_secret, None, "a dead one is not worth keeping");
    assert!(stage.engine.tests_run(&stage.id).await.unwrap().finished);
    assert_eq!(
        (snapshot.keys.corp_id, snapshot.permissions.purposes),
        (before.keys.corp_id, before.permissions.purposes)
    );
}

trait Sorted {
    fn sorted(self) -> Self;
}

impl Sorted for Vec<String> {
    fn sorted(mut self) -> Self {
        self.sort();
        self
    }
}

#[tokio::test]
async fn what_cannot_be_a_secret_stops_before_any_call() {
    let stage = Stage::new().await;
    let none = stage.engine.secret_enter(&stage.id, secret("x")).await.unwrap_err();
    assert_eq!((none.code, none.field), (ProblemCode::SecretMissing, Some(Field::ClientSecret)));
    walk::keys(&stage).await.unwrap();
    let issued = stage.journal("token_issued").len();
    for (typed, expected) in [
        (secret(" \u{200b}"), ProblemCode::KeyEmpty),
        (None, ProblemCode::KeyEmpty),
        (secret("a\u{1b}b"), ProblemCode::KeyControlCharacters),
        (secret(&stage.app.client_id), ProblemCode::KeysSwapped),
        (secret(&"x".repeat(2_000)), ProblemCode::SecretTooLong),
    ] {
        let refused = stage.engine.secret_rotate(&stage.id, typed).await.unwrap_err();
        assert_eq!((refused.code, refused.field), (expected, Some(Field::ClientSecret)));
    }
    assert_eq!(stage.journal("token_issued").len(), issued);
    assert_eq!(slots(&stage.vault), ["client-secret"]);
}

#[tokio::test]
async fn a_secret_is_rotated_with_overlap_and_the_old_one_goes_when_somebody_says_so() {
    let mut stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let (old, new) = (stage.app.client_secret.clone(), reset(&stage));
    let refused = stage.engine.secret_rotate(&stage.id, secret(WRONG)).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::CredentialsRefused, Some(Field::ClientSecret)));
    let snapshot = stage.snapshot().await;
    assert_eq!(state(&snapshot, Task::Credentials), TaskState::Done, "the one in use is not in trouble");
    assert!(stage.vault.holds("/client-secret", &old), "it became current only once it worked");

    let snapshot = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap();
    assert!(stage.vault.holds("/client-secret", &new) && stage.vault.holds("/client-secret-old", &old));
    let kept = snapshot.keys.old_secret.unwrap();
    assert_eq!((kept.client_id, kept.gone_at), (stage.app.client_id.clone(), None));
    stage.engine.token(&stage.id).await.unwrap();

    let again = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap_err();
    assert_eq!(again.code, ProblemCode::OldSecretWaiting);
    stage.engine.secret_enter(&stage.id, secret(&new)).await.unwrap();
    assert!(stage.vault.holds("/client-secret-old", &old), "a dead secret is entered again without touching it");

    stage.reopen().await;
    for _ in 0..2 {
        let snapshot = stage.engine.old_secret_disabled(&stage.id).await.unwrap();
        let gone = snapshot.keys.old_secret.unwrap();
        assert!(gone.gone_at.is_some());
        assert_eq!(gone.said_by.as_deref(), Some("demo"));
        assert_eq!(slots(&stage.vault), ["client-secret"]);
    }
    let same = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap_err();
    assert_eq!((same.code, same.field), (ProblemCode::SecretUnchanged, Some(Field::ClientSecret)));
    let third = reset(&stage);
    stage.engine.secret_rotate(&stage.id, secret(&third)).await.unwrap();
}

#[tokio::test]
async fn a_secret_that_could_not_be_tried_waits_and_can_be_thrown_away() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let new = reset(&stage);
    stage.switch(Scenario::Unreachable, Switch::On);
    let failed = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap_err();
    assert_eq!(failed.code, ProblemCode::Unreachable);
    assert_eq!(stage.snapshot().await.keys.secret_pasted, Some(64));
    stage.switch(Scenario::Unreachable, Switch::Off);
    let snapshot = stage.engine.secret_discard(&stage.id).await.unwrap();
    assert_eq!((snapshot.keys.secret_pasted, slots(&stage.vault)), (None, vec!["client-secret".to_owned()]));
    stage.switch(Scenario::Unreachable, Switch::On);
    stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap_err();
    stage.switch(Scenario::Unreachable, Switch::Off);
    // Without typing it again.
    stage.engine.secret_rotate(&stage.id, None).await.unwrap();
    assert!(stage.vault.holds("/client-secret", &new));
}

/// What somebody does while DingTalk is being asked about another secret.
#[derive(Debug, Clone, Copy)]
enum Meanwhile {
    Pastes,
    Discards,
}

#[derive(Debug, Clone, Copy)]
enum Try {
    Enter,
    Rotate,
    Keys,
}

async fn check_meanwhile(how: Try, meanwhile: Meanwhile) {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let (old, new) = (stage.app.client_secret.clone(), reset(&stage));
    let gate = Gate::before(&stage).await;
    let mut changes = stage.engine.changes();
    let (engine, id, form) = (stage.engine.clone(), stage.id.clone(), walk::keys_form(&stage));
    let tried = tokio::spawn(async move {
        match how {
            Try::Enter => engine.secret_enter(&id, secret(&new)).await,
            Try::Rotate => engine.secret_rotate(&id, secret(&new)).await,
            Try::Keys => engine.keys_try(&id, engine::setup::KeysForm { client_secret: Some(new), ..form }).await,
        }
    });
    gate.arrived().await;
    match meanwhile {
        Meanwhile::Pastes => stage.engine.keys_paste(&stage.id, format!("ClientSecret: {WRONG}").into()).await,
        Meanwhile::Discards => stage.engine.secret_discard(&stage.id).await,
    }
    .unwrap();
    gate.open();
    let refused = tried.await.unwrap().unwrap_err();
    let row = format!("{how:?}, {meanwhile:?}");
    assert_eq!((refused.code, refused.field), (ProblemCode::Cancelled, Some(Field::ClientSecret)), "{row}");
    assert!(stage.vault.holds("/client-secret", &old), "{row}: the working one stays");
    match meanwhile {
        Meanwhile::Pastes => assert!(stage.vault.holds("/client-secret-candidate", WRONG), "{row}: it waits, untried"),
        Meanwhile::Discards => assert_eq!(slots(&stage.vault), ["client-secret"], "{row}"),
    }
    let mut last = None;
    while let Ok(change) = changes.try_recv() {
        let Change::Setup(told) = change else { continue };
        last = Some(told);
    }
    let last = last.unwrap();
    assert_eq!(state(&last, Task::Credentials), TaskState::Done, "{row}: by what showed it before");
    assert_ne!(state(&last, Task::Corp), TaskState::Running, "{row}");
}

#[tokio::test]
async fn a_secret_that_was_not_the_one_tried_never_becomes_the_working_one() {
    for how in [Try::Enter, Try::Rotate, Try::Keys] {
        for meanwhile in [Meanwhile::Pastes, Meanwhile::Discards] {
            check_meanwhile(how, meanwhile).await;
        }
    }
}

#[tokio::test]
async fn a_locked_key_store_stops_a_change_where_it_is_and_it_goes_on_later() {
    // F68
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let (old, new) = (stage.app.client_secret.clone(), reset(&stage));
    stage.vault.misbehave(Fault::Locked);
    let locked = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap_err();
    assert_eq!((locked.code, locked.field), (ProblemCode::VaultLocked, Some(Field::ClientSecret)));
    stage.vault.misbehave(Fault::None);
    assert!(stage.vault.holds("/client-secret", &old));
    stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap();

    stage.vault.misbehave(Fault::Locked);
    let locked = stage.engine.old_secret_disabled(&stage.id).await.unwrap_err();
    assert_eq!(locked.code, ProblemCode::VaultLocked);
    assert_eq!(stage.snapshot().await.keys.old_secret.unwrap().gone_at, None, "it is not called gone");
    stage.vault.misbehave(Fault::None);
    stage.engine.settle_all().await;
    assert!(stage.snapshot().await.keys.old_secret.unwrap().gone_at.is_some());
    assert_eq!(slots(&stage.vault), ["client-secret"]);
}

#[tokio::test]
async fn a_region_is_moved_with_the_old_evidence_set_aside() {
    let mut stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    let told = stage.engine.region_preview(&stage.id, RegionChoice::Io).await.unwrap();
    assert_eq!((told.from, told.to, told.robots, told.secret_kept), (RegionChoice::Com, RegionChoice::Io, 1, true));
    assert!(told.redo.contains(&Task::Credentials) && told.keep.contains(&Task::Purpose), "{told:?}");
    assert!(stage.snapshot().await.finished, "a preview changes nothing");

    let same = stage.engine.region_move(&stage.id, RegionChoice::Com).await.unwrap();
    assert!(same.finished);
    let snapshot = stage.engine.region_move(&stage.id, RegionChoice::Io).await.unwrap();
    for task in &told.redo {
        assert_eq!(state(&snapshot, *task), TaskState::Waiting, "{task:?}");
    }
    for task in &told.keep {
        assert_eq!(state(&snapshot, *task), TaskState::Done, "{task:?}");
    }
    assert_eq!((snapshot.register.region, snapshot.keys.secret_set_at), (Some(RegionChoice::Io), None));
    assert_eq!(slots(&stage.vault), vec!["client-secret-old", "secret", "webhook"]);
    let aside = stage.engine.evidence_aside(&stage.id).await.unwrap();
    let set_aside: Vec<Task> = aside.iter().map(|one| one.task).collect();
    assert!(told.redo.iter().all(|task| set_aside.contains(task)), "{set_aside:?}");
    assert!(aside.iter().all(|one| one.region == RegionChoice::Com));
    assert_eq!(stage.engine.token(&stage.id).await.unwrap_err().code, ProblemCode::SecretMissing);

    stage.reopen().await;
    let full = stage.engine.region_preview(&stage.id, RegionChoice::Com).await;
    assert!(full.is_ok(), "nothing works yet, so nothing more has to be kept");
    walk::keys(&stage).await.unwrap();
    let full = stage.engine.region_move(&stage.id, RegionChoice::Com).await.unwrap_err();
    assert_eq!(full.code, ProblemCode::OldSecretWaiting);
    stage.engine.old_secret_disabled(&stage.id).await.unwrap();
    let back = stage.engine.region_move(&stage.id, RegionChoice::Com).await.unwrap();
    assert_eq!(back.keys.old_secret.unwrap().region, RegionChoice::Io);
}

/// Stops for ever before or after its nth call, as a machine does whose plug is pulled.
struct Pulled {
    inner: Arc<MemoryVault>,
    left: AtomicU32,
    after: bool,
    out: Arc<Notify>,
}

impl Pulled {
    fn call<T>(&self, work: impl FnOnce() -> Result<T, VaultError>) -> Result<T, VaultError> {
        let last = self.left.fetch_sub(1, Ordering::SeqCst) == 1;
        if last && !self.after {
            self.stop();
        }
        let answer = work();
        if last {
            self.stop();
        }
        answer
    }

    fn stop(&self) {
        self.out.notify_one();
        loop {
            std::thread::park();
        }
    }
}

impl Vault for Pulled {
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        self.call(|| self.inner.set(name, secret))
    }

    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        self.call(|| self.inner.get(name))
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        self.call(|| self.inner.delete(name))
    }
}

enum Ending {
    Killed,
    Finished,
}

/// Runs `work` in a process of its own, so to say, that is killed at the nth call of the key store.
async fn until_killed<F>(stage: &Stage, nth: u32, after: bool, work: impl FnOnce(Engine) -> F) -> Ending
where
    F: Future<Output = ()>,
{
    let pulled = Arc::new(Notify::new());
    let vault = Pulled { inner: stage.vault.clone(), left: AtomicU32::new(nth), after, out: pulled.clone() };
    let parts = engine::Parts { vault: Arc::new(vault), ..support::parts(stage.vault.clone(), Arc::new(HongKong)) };
    let engine = Engine::open(&Home::at(stage.home.path()), parts).await.unwrap();
    engine.set_practice_hosts(Some(hosts(&stage.practice)));
    tokio::select! {
        biased;
        () = pulled.notified() => Ending::Killed,
        () = work(engine) => Ending::Finished,
    }
}

/// Kills at every call of the key store in turn, then starts again and looks.
async fn check_every_kill<F>(
    work: impl Fn(Engine, Stage2) -> F,
    begin: impl AsyncFn(&Stage),
    look: impl AsyncFn(&Stage, SetupSnapshot),
) where
    F: Future<Output = ()>,
{
    let mut kills = 0;
    'kills: for nth in 1.. {
        for after in [false, true] {
            let mut stage = Stage::new().await;
            walk::register(&stage).await.unwrap();
            walk::keys(&stage).await.unwrap();
            begin(&stage).await;
            let id = stage.id.clone();
            let new =
                stage.practice.shared().read(|world| world.app(&stage.app.client_id).unwrap().client_secret.clone());
            let given = Stage2 { id, new };
            if matches!(until_killed(&stage, nth, after, |engine| work(engine, given)).await, Ending::Finished) {
                break 'kills;
            }
            kills += 1;
            stage.reopen().await;
            stage.engine.settle_all().await;
            let snapshot = stage.snapshot().await;
            look(&stage, snapshot).await;
        }
    }
    assert!(kills >= 4, "only {kills} kills");
}

struct Stage2 {
    id: engine::connection::ConnectionId,
    new: String,
}

#[tokio::test]
async fn a_rotation_killed_at_any_step_loses_no_secret_and_leaves_none_behind() {
    check_every_kill(
        |engine, given| async move {
            engine.secret_rotate(&given.id, secret(&given.new)).await.unwrap();
        },
        async |stage| drop(reset(stage)),
        async |stage, snapshot| {
            let old = &stage.app.client_secret;
            let new =
                stage.practice.shared().read(|world| world.app(&stage.app.client_id).unwrap().client_secret.clone());
            let expected: &[&str] = match (&snapshot.keys.old_secret, snapshot.keys.secret_pasted) {
                // The new one is in use, and the old one kept.
                (Some(_), None) => &["client-secret", "client-secret-old"],
                // It waits to be tried.
                (None, Some(_)) => &["client-secret", "client-secret-candidate"],
                (None, None) => &["client-secret"],
                (Some(_), Some(_)) => panic!("{:?}", snapshot.keys),
            };
            assert_eq!(slots(&stage.vault), expected);
            if snapshot.keys.old_secret.is_some() {
                assert!(stage.vault.holds("/client-secret", &new) && stage.vault.holds("/client-secret-old", old));
                stage.engine.token(&stage.id).await.unwrap();
            } else {
                assert!(stage.vault.holds("/client-secret", old), "the one in use is untouched");
                let again = stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap();
                assert!(again.keys.old_secret.is_some());
                assert!(stage.vault.holds("/client-secret-old", old));
            }
        },
    )
    .await;
}

#[tokio::test]
async fn entering_a_dead_secret_again_may_be_killed_at_any_step() {
    check_every_kill(
        |engine, given| async move {
            engine.secret_enter(&given.id, secret(&given.new)).await.unwrap();
        },
        async |stage| drop(reset(stage)),
        async |stage, snapshot| {
            let waits = snapshot.keys.secret_pasted.is_some();
            let expected: &[&str] =
                if waits { &["client-secret", "client-secret-candidate"] } else { &["client-secret"] };
            assert_eq!(slots(&stage.vault), expected);
            let new =
                stage.practice.shared().read(|world| world.app(&stage.app.client_id).unwrap().client_secret.clone());
            stage.engine.secret_enter(&stage.id, secret(&new)).await.unwrap();
            assert!(stage.vault.holds("/client-secret", &new));
            assert_eq!(slots(&stage.vault), ["client-secret"]);
        },
    )
    .await;
}

#[tokio::test]
async fn saying_that_the_old_secret_is_disabled_may_be_killed_at_any_step() {
    for after in [false, true] {
        let mut stage = Stage::new().await;
        walk::keys(&stage).await.unwrap();
        let new = reset(&stage);
        stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap();
        let id = stage.id.clone();
        let ending = until_killed(&stage, 1, after, |engine| async move {
            engine.old_secret_disabled(&id).await.unwrap();
        });
        assert!(matches!(ending.await, Ending::Killed));
        stage.reopen().await;
        stage.engine.settle_all().await;
        assert!(stage.snapshot().await.keys.old_secret.unwrap().gone_at.is_some());
        assert_eq!(slots(&stage.vault), ["client-secret"]);
        assert!(stage.vault.holds("/client-secret", &new));
    }
}

#[tokio::test]
async fn a_move_killed_at_any_step_is_finished_with_the_secret_kept() {
    check_every_kill(
        |engine, given| async move {
            engine.region_move(&given.id, RegionChoice::Io).await.unwrap();
        },
        async |_| {},
        async |stage, snapshot| {
            assert_eq!(snapshot.register.region, Some(RegionChoice::Io));
            assert_eq!((snapshot.keys.secret_set_at, snapshot.keys.old_secret.is_some()), (None, true));
            assert_eq!(slots(&stage.vault), ["client-secret-old"]);
            assert!(stage.vault.holds("/client-secret-old", &stage.app.client_secret));
            let aside = stage.engine.evidence_aside(&stage.id).await.unwrap();
            let hosts = aside.iter().filter(|one| one.task == Task::Hosts).count();
            assert_eq!(hosts, 1, "set aside once, not twice");
        },
    )
    .await;
}

#[tokio::test]
async fn a_removed_connection_takes_its_old_secret_with_it() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    let new = reset(&stage);
    stage.engine.secret_rotate(&stage.id, secret(&new)).await.unwrap();
    stage.engine.connection_remove(&stage.id).await.unwrap();
    assert!(stage.vault.names().is_empty(), "{:?}", stage.vault.names());
}
