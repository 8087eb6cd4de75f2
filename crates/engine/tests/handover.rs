//! A company goes to another computer whole, and to nobody else; and whatever happens on the way, it is there or it is not.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use engine::checkup::CheckId;
use engine::handover::{ConflictKind, DayState, HandoverItem, ImportChoice};
use engine::problem::ProblemCode;
use engine::setup::{Task, TaskState};
use engine::vault::{Fault, MemoryVault, Vault, VaultError};
use engine::{Clock, Engine, Home};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};
use practice::Scenario;
use secrecy::{ExposeSecret as _, SecretString};
use support::{HongKong, Stage, Switch, evidence, hosts, open, state, walk};
use tempfile::TempDir;

const PASSPHRASE: &str = "7KMQ-3FHT-9XWR-VBNC-4DPE";

async fn finished() -> Stage {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    // What a check-up finds refers to the check-up: it has to come along in one piece.
    stage.engine.overview_check(&stage.id).await.unwrap();
    stage
}

async fn exported(stage: &Stage) -> Vec<u8> {
    stage.engine.handover_export(std::slice::from_ref(&stage.id), PASSPHRASE.into()).await.unwrap()
}

/// Another computer beside the same practice server.
async fn another(stage: &Stage) -> (TempDir, Arc<MemoryVault>, Engine) {
    let home = tempfile::tempdir().unwrap();
    let vault = Arc::new(MemoryVault::new());
    let engine = open(home.path(), vault.clone()).await;
    engine.set_practice_hosts(Some(hosts(&stage.practice)));
    (home, vault, engine)
}

fn secrets(stage: &Stage) -> Vec<String> {
    let token = stage.app.robot_webhook.split("access_token=").nth(1).unwrap().to_owned();
    vec![stage.app.client_secret.clone(), stage.app.robot_secret.clone(), token]
}

fn without_conflict(items: &[HandoverItem]) -> Vec<HandoverItem> {
    items.iter().map(|item| HandoverItem { conflict: None, ..item.clone() }).collect()
}

/// Every byte below a folder.
fn bytes_below(dir: &Path) -> Vec<u8> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        all.extend(if path.is_dir() { bytes_below(&path) } else { std::fs::read(path).unwrap() });
    }
    all
}

fn holds(all: &[u8], wanted: &str) -> bool {
    all.windows(wanted.len()).any(|part| part == wanted.as_bytes())
}

#[tokio::test]
async fn a_company_is_told_sealed_opened_and_works_on_another_computer() {
    let stage = finished().await;
    let told = stage.engine.handover_contents(std::slice::from_ref(&stage.id)).await.unwrap();
    let item = &told.connections[0];
    assert_eq!((item.name.as_str(), item.client_secret), ("示範貿易有限公司", true));
    assert_eq!((item.robots.len(), item.webhooks, item.robot_secrets, item.messages), (1, 1, 1, 1));
    // Of the allow list, the secret and the permissions.
    assert!(item.proofs > 15 && item.reminders == 3, "{item:?}");
    let sealed = exported(&stage).await;
    for secret in secrets(&stage) {
        assert!(!holds(&sealed, &secret) && !format!("{told:?}").contains(&secret));
    }

    let (home, vault, there) = another(&stage).await;
    // As it is typed off the paper.
    let typed = SecretString::from("7kmq 3fht 9xwr vbnc 4dpe");
    let preview = there.handover_open(sealed, typed).await.unwrap();
    assert_eq!(preview.connections, told.connections, "what was told before is what is inside");
    let imported = there.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap();
    assert_eq!((imported.secrets, imported.connections.len()), (3, 1));
    let id = imported.connections[0].id.clone();
    assert_ne!(id, stage.id, "an id of its own");
    assert!(vault.holds("/client-secret", &stage.app.client_secret));
    assert!(vault.holds("/webhook", &stage.app.robot_webhook) && vault.holds("/secret", &stage.app.robot_secret));
    assert!(there.token(&id).await.unwrap().seconds > 60, "a real call takes its keys");

    let (before, after) = (stage.snapshot().await, there.setup(&id).await.unwrap());
    assert_eq!(evidence(&after, Task::Message), evidence(&before, Task::Message));
    assert_eq!(after.permissions.purposes, before.permissions.purposes);
    assert_eq!(after.protect.reminder, before.protect.reminder);
    // What only the other computer knew is looked at again.
    for task in [Task::Hosts, Task::Clock, Task::Zone, Task::Address, Task::AllowList] {
        assert_eq!(state(&after, task), TaskState::Waiting, "{task:?}");
    }
    // The robot is the imported one's own, and a message finds its way through it.
    let robot = &after.test.robots[0].id;
    assert_ne!(*robot, before.test.robots[0].id);
    assert_eq!(after.test.sent[0].target, *robot, "the book of what left speaks of it");
    let text = "由新電腦發出".to_owned();
    there.message_send(&id, robot, text.clone()).await.unwrap();
    assert_eq!(stage.journal("robot_message").last().unwrap()["text"], text);
    for secret in secrets(&stage) {
        assert!(!holds(&bytes_below(home.path()), &secret), "a secret lies in a file");
    }
    // It was closed with that: nothing of it can be taken twice.
    let closed = there.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap_err();
    assert_eq!(closed.code, ProblemCode::HandoverClosed);
}

#[tokio::test]
async fn a_weak_passphrase_seals_nothing_and_a_wrong_one_opens_nothing() {
    let stage = finished().await;
    let ids = [stage.id.clone()];
    for weak in ["", "password1", "示範貿易有限公司"] {
        let refused = stage.engine.handover_export(&ids, weak.into()).await.unwrap_err();
        assert_eq!(refused.code, ProblemCode::PassphraseWeak, "{weak}");
    }
    let sealed = exported(&stage).await;
    let (_home, _vault, there) = another(&stage).await;
    let wrong = there.handover_open(sealed, "7KMQ-3FHT-9XWR-VBNC-4DPF".into()).await.unwrap_err();
    assert_eq!(wrong.code, ProblemCode::PassphraseWrong);
    let nothing = there.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap_err();
    assert_eq!(nothing.code, ProblemCode::HandoverClosed);
}

#[tokio::test]
async fn a_key_store_that_is_shut_gives_nothing_away_half() {
    // F68
    let stage = finished().await;
    stage.vault.misbehave(Fault::Locked);
    let refused = stage.engine.handover_export(std::slice::from_ref(&stage.id), PASSPHRASE.into()).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::VaultLocked);
}

#[tokio::test]
async fn what_is_here_already_is_never_doubled_or_replaced_unseen() {
    let stage = finished().await;
    let engine = &stage.engine;
    let sealed = exported(&stage).await;
    let preview = engine.handover_open(sealed.clone(), PASSPHRASE.into()).await.unwrap();
    let conflict = preview.connections[0].conflict.clone().unwrap();
    assert_eq!((&conflict.id, conflict.kind), (&stage.id, ConflictKind::SameApp));
    let told = engine.handover_contents(std::slice::from_ref(&stage.id)).await.unwrap();
    assert_eq!(without_conflict(&preview.connections), told.connections);
    let before = (engine.app().await.unwrap(), stage.vault.names());

    let refused = async |choice: ImportChoice| engine.handover_import(vec![choice]).await.unwrap_err().code;
    assert_eq!(refused(ImportChoice::Add { index: 0 }).await, ProblemCode::HandoverConflict);
    let named = |name: &str| ImportChoice::AddAs { index: 0, name: name.to_owned() };
    assert_eq!(refused(named("示範貿易有限公司")).await, ProblemCode::NameTaken);
    assert_eq!(refused(named(" ")).await, ProblemCode::CompanyNameEmpty);
    let unseen = ImportChoice::Replace { index: 0, id: stage.id.clone(), name: "另一個名稱".to_owned() };
    assert_eq!(refused(unseen).await, ProblemCode::HandoverConflict);
    assert_eq!(refused(ImportChoice::Add { index: 1 }).await, ProblemCode::ConnectionUnknown);
    assert_eq!((engine.app().await.unwrap(), stage.vault.names()), before, "nothing was changed");

    // Still open: a copy beside it, with robots of its own.
    let copy = engine.handover_import(vec![named("示範（副本）")]).await.unwrap();
    assert_eq!(copy.connections[0].name, "示範（副本）");
    assert_eq!(stage.vault.names().len(), 2 * before.1.len());
    assert_eq!(stage.snapshot().await.connection.name, "示範貿易有限公司");

    engine.handover_open(sealed, PASSPHRASE.into()).await.unwrap();
    let seen = ImportChoice::Replace { index: 0, id: stage.id.clone(), name: "示範貿易有限公司".to_owned() };
    let imported = engine.handover_import(vec![seen]).await.unwrap();
    assert_eq!((imported.replaced[0].id.clone(), imported.replaced[0].gone), (stage.id.clone(), true));
    assert!(stage.vault.names().iter().all(|name| !name.contains(&stage.id.0)), "{:?}", stage.vault.names());
    assert_eq!(engine.setup(&stage.id).await.unwrap_err().code, ProblemCode::ConnectionUnknown);
    assert_eq!(engine.token(&imported.connections[0].id).await.map(drop), Ok(()));
}

#[tokio::test]
async fn several_companies_travel_in_one_file_and_some_of_them_may_be_taken() {
    let stage = finished().await;
    let second = stage.engine.connection_duplicate(&stage.id, "Harbour Demo").await.unwrap().connection.id;
    let all = [stage.id.clone(), second];
    let sealed = stage.engine.handover_export(&all, PASSPHRASE.into()).await.unwrap();
    let (_home, vault, there) = another(&stage).await;
    let preview = there.handover_open(sealed, PASSPHRASE.into()).await.unwrap();
    let names: Vec<&str> = preview.connections.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["示範貿易有限公司", "Harbour Demo"]);
    let twice = vec![ImportChoice::Add { index: 1 }, ImportChoice::Add { index: 1 }];
    assert_eq!(there.handover_import(twice).await.unwrap_err().code, ProblemCode::ConnectionUnknown);
    let imported = there.handover_import(vec![ImportChoice::Add { index: 1 }]).await.unwrap();
    assert_eq!((imported.connections.len(), imported.secrets), (1, 0), "that one has no keys yet");
    assert!(vault.names().is_empty());
}

type Then = Box<dyn Fn(&MemoryVault) -> Result<(), VaultError> + Send + Sync>;

/// A key store that fails at one of its writes, or shows how everything lies on the disk at that moment.
struct AtWrite {
    inner: Arc<MemoryVault>,
    writes: AtomicUsize,
    at: usize,
    then: Then,
}

impl Vault for AtWrite {
    fn set(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        if !name.ends_with("/probe") && self.writes.fetch_add(1, Ordering::SeqCst) == self.at {
            (self.then)(&self.inner)?;
        }
        self.inner.set(name, secret)
    }

    fn get(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        self.inner.get(name)
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        self.inner.delete(name)
    }
}

async fn engine_with(home: &Path, vault: impl Vault + 'static) -> Engine {
    let parts = support::parts(Arc::new(MemoryVault::new()), Arc::new(HongKong));
    Engine::open(&Home::at(home), engine::Parts { vault: Arc::new(vault), ..parts }).await.unwrap()
}

#[tokio::test]
async fn a_key_store_that_fails_in_the_middle_leaves_nothing_of_it() {
    // F68
    let stage = finished().await;
    let sealed = exported(&stage).await;
    for at in 0..3 {
        let home = tempfile::tempdir().unwrap();
        let inner = Arc::new(MemoryVault::new());
        let then = Box::new(|_: &MemoryVault| Err(VaultError::Failed));
        let engine =
            engine_with(home.path(), AtWrite { inner: inner.clone(), writes: AtomicUsize::new(0), at, then }).await;
        engine.handover_open(sealed.clone(), PASSPHRASE.into()).await.unwrap();
        let failed = engine.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap_err();
        assert_eq!(failed.code, ProblemCode::VaultFailed, "{at}");
        let app = engine.app().await.unwrap();
        assert!(app.connections.is_empty() && app.removals.is_empty() && app.current.is_none());
        assert!(inner.names().is_empty(), "{at}: {:?}", inner.names());
        // The file is still open: a second try needs no passphrase.
        engine.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap();
        assert_eq!(inner.names().len(), 3);
    }
}

type Corpse = (TempDir, Vec<(String, String)>);

/// The home and the key store exactly as a kill at this moment leaves them.
fn corpse(home: &Path, vault: &MemoryVault) -> Corpse {
    let copy = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(home).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::copy(&path, copy.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    let entry = |name: String| {
        let secret = vault.get(&name).unwrap().unwrap().expose_secret().to_owned();
        (name, secret)
    };
    (copy, vault.names().into_iter().map(entry).collect())
}

#[tokio::test]
async fn a_kill_in_the_middle_leaves_everything_as_it_was() {
    // F72
    let stage = finished().await;
    let sealed = exported(&stage).await;
    for at in 0..3 {
        let home = tempfile::tempdir().unwrap();
        let found: Arc<Mutex<Option<Corpse>>> = Arc::default();
        let (keep, at_home) = (found.clone(), home.path().to_owned());
        let then = Box::new(move |vault: &MemoryVault| {
            *keep.lock().unwrap() = Some(corpse(&at_home, vault));
            Ok(())
        });
        let inner = Arc::new(MemoryVault::new());
        let engine =
            engine_with(home.path(), AtWrite { inner: inner.clone(), writes: AtomicUsize::new(0), at, then }).await;
        engine.handover_open(sealed.clone(), PASSPHRASE.into()).await.unwrap();
        engine.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap();

        let (dead, entries) = found.lock().unwrap().take().unwrap();
        assert_eq!(entries.len(), at, "so many secrets were written by then");
        let vault = Arc::new(MemoryVault::new());
        for (name, secret) in entries {
            vault.set(&name, &secret.into()).unwrap();
        }
        let next = open(dead.path(), vault.clone()).await;
        let start = tokio::spawn(next.clone().go_on_for_ever());
        while !vault.names().is_empty() || arriving(&dead) != 0 {
            tokio::task::yield_now().await;
        }
        start.abort();
        let app = next.app().await.unwrap();
        assert!(app.connections.is_empty(), "{at}: it is not there");
        // And the file can be taken in after all.
        next.handover_open(sealed.clone(), PASSPHRASE.into()).await.unwrap();
        next.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap();
        assert_eq!(vault.names().len(), 3);
    }
}

/// How many are on their way in, or out.
fn arriving(home: &TempDir) -> i64 {
    let store = rusqlite::Connection::open(home.path().join("hoitung.db")).unwrap();
    let count = "SELECT (SELECT count(*) FROM arriving) + (SELECT count(*) FROM removal)";
    store.query_row(count, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn another_programs_start_leaves_what_is_arriving_alone() {
    // F75
    let stage = finished().await;
    let sealed = exported(&stage).await;
    let home = tempfile::tempdir().unwrap();
    let inner = Arc::new(MemoryVault::new());
    let (reached, go) = (Arc::new(tokio::sync::Semaphore::new(0)), Arc::new(std::sync::Barrier::new(2)));
    let (signal, wait) = (reached.clone(), go.clone());
    let then = Box::new(move |_: &MemoryVault| {
        signal.add_permits(1);
        wait.wait();
        Ok(())
    });
    let engine =
        engine_with(home.path(), AtWrite { inner: inner.clone(), writes: AtomicUsize::new(0), at: 2, then }).await;
    engine.handover_open(sealed, PASSPHRASE.into()).await.unwrap();
    let importing = tokio::spawn({
        let engine = engine.clone();
        async move { engine.handover_import(vec![ImportChoice::Add { index: 0 }]).await }
    });
    reached.acquire().await.unwrap().forget();
    let second = open(home.path(), inner.clone()).await;
    let start = tokio::spawn(second.clone().go_on_for_ever());
    // Its first look is over when its clock of beats runs; the removals find nothing of ours.
    second.removals_go_on().await.unwrap();
    assert_eq!((arriving(&home), inner.names().len()), (1, 2));
    go.wait();
    let imported = importing.await.unwrap().unwrap();
    start.abort();
    assert_eq!((imported.secrets, inner.names().len()), (3, 3));
}

/// This computer's clock goes with the practice server's.
struct WithPractice(practice::Clock);

impl Clock for WithPractice {
    fn now(&self) -> Timestamp {
        self.0.now()
    }

    fn zone(&self) -> TimeZone {
        TimeZone::fixed(Offset::constant(8))
    }
}

#[tokio::test]
async fn a_month_with_its_trouble_is_told_on_the_health_sheet_and_a_month_without_a_look_is_unknown() {
    let clock = practice::Clock::standing_at("2026-10-20T01:00:00Z".parse().unwrap());
    let stage = Stage::with_clocks(Arc::new(WithPractice(clock.clone())), clock.clone()).await;
    let nothing = stage.engine.health_sheet(&stage.id).await.unwrap();
    assert_eq!((nothing.days.len(), nothing.count(DayState::Unseen)), (30, 30));
    assert!(nothing.wrongs.is_empty() && nothing.quota.since.is_none(), "{nothing:?}");

    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    // Fine for three days, away for two, fine again; nobody looks on the eighth.
    for day in 1..=9 {
        clock.advance(SignedDuration::from_hours(24)).unwrap();
        match day {
            4 => stage.switch(Scenario::Unreachable, Switch::On),
            6 => stage.switch(Scenario::Unreachable, Switch::Off),
            _ => {}
        }
        if day != 8 {
            stage.engine.overview_check(&stage.id).await.unwrap();
        }
    }
    let sheet = stage.engine.health_sheet(&stage.id).await.unwrap();
    assert_eq!((sheet.from.as_str(), sheet.to.as_str()), ("2026-09-30", "2026-10-29"));
    let days = [DayState::Fine, DayState::Trouble, DayState::Unseen].map(|state| sheet.count(state));
    assert_eq!(days, [6, 2, 22], "{:?}", sheet.days);
    let wrong = &sheet.wrongs[0];
    let told = (wrong.check, wrong.since.as_str(), wrong.until.as_deref(), wrong.days);
    assert_eq!((sheet.wrongs.len(), told), (1, (CheckId::Network, "2026-10-24", Some("2026-10-26"), 3)));
    assert_eq!((sheet.sent.groups, sheet.sent.refused, sheet.sent.unknown), (1, 0, 0));
    assert!(sheet.quota.used > 0 && !sheet.reminders.is_empty(), "{sheet:?}");

    stage.switch(Scenario::WrongKey, Switch::On);
    clock.advance(SignedDuration::from_hours(24)).unwrap();
    stage.engine.overview_check(&stage.id).await.unwrap();
    let still = stage.engine.health_sheet(&stage.id).await.unwrap();
    assert_eq!((still.wrongs[0].check, still.wrongs[0].until.as_deref()), (CheckId::Token, None));
    for secret in secrets(&stage) {
        assert!(!format!("{sheet:?}{still:?}").contains(&secret));
    }
    assert!(!format!("{sheet:?}").contains(walk::TEXT), "nothing of a message");

    // A month later everything of it is past.
    clock.advance(SignedDuration::from_hours(24 * 40)).unwrap();
    let later = stage.engine.health_sheet(&stage.id).await.unwrap();
    assert_eq!((later.count(DayState::Unseen), later.sent), (30, engine::handover::HealthSent::default()));
    assert_eq!(later.wrongs.len(), 1, "what was not seen to be well again still is wrong");
}

#[tokio::test]
async fn the_check_ups_of_a_month_travel_and_older_ones_stay() {
    let clock = practice::Clock::standing_at("2026-10-20T01:00:00Z".parse().unwrap());
    let stage = Stage::with_clocks(Arc::new(WithPractice(clock.clone())), clock.clone()).await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    stage.engine.checkup_run(&stage.id).await.unwrap();
    clock.advance(SignedDuration::from_hours(24 * 40)).unwrap();
    stage.engine.checkup_run(&stage.id).await.unwrap();
    assert_eq!(stage.engine.checkup(&stage.id).await.unwrap().runs.len(), 2);

    let (_home, _vault, there) = another(&stage).await;
    there.handover_open(exported(&stage).await, PASSPHRASE.into()).await.unwrap();
    let imported = there.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap();
    let history = there.checkup_history(&imported.connections[0].id, "").await.unwrap();
    assert!(!history.is_empty() && history.iter().all(|found| found.at.as_str() > "2026-11"), "{history:?}");
}

#[tokio::test]
async fn a_file_that_is_closed_while_its_passphrase_is_worked_on_stays_closed() {
    let stage = finished().await;
    let sealed = exported(&stage).await;
    let (_home, _vault, there) = another(&stage).await;
    // The second is asked for when the first waits for its key.
    let (opened, ()) = tokio::join!(there.handover_open(sealed, PASSPHRASE.into()), async { there.handover_close() });
    assert_eq!(opened.unwrap_err().code, ProblemCode::HandoverClosed);
    let refused = there.handover_import(vec![ImportChoice::Add { index: 0 }]).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::HandoverClosed);
}
