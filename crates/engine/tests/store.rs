//! The file that everything is in: damaged, gone, full, shut, held by another. Whatever happens to it, it is opened or
//! it is said why not; nothing is lost in silence, and what the key store holds is found again.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use engine::connection::{ConnectionId, Region};
use engine::problem::{ProblemCode, Result};
use engine::settings::{Language, Theme};
use engine::{Engine, Home, MemoryVault};
use rusqlite::Connection;
use support::{HongKong, Stage, parts, walk};

const PATIENCE: Duration = Duration::from_millis(200);

async fn open(home: &Path, vault: &Arc<MemoryVault>) -> Result<Engine> {
    Engine::open_within(&Home::at(home), parts(vault.clone(), Arc::new(HongKong)), PATIENCE).await
}

/// A home with a company whose keys work and one that has only a name, and the key store that goes with it.
struct Known {
    home: tempfile::TempDir,
    vault: Arc<MemoryVault>,
    ids: Vec<ConnectionId>,
}

impl Known {
    async fn new() -> Self {
        let stage = Stage::new().await;
        stage.engine.keys_try(&stage.id, walk::keys_form(&stage)).await.unwrap();
        stage.engine.connection_rename(&stage.id, "示範貿易有限公司").await.unwrap();
        let second = stage.engine.connection_create(Region::Com).await.unwrap().connection.id;
        stage.engine.connection_rename(&second, "Harbour Demo Ltd").await.unwrap();
        let Stage { engine, vault, practice, id, home, .. } = stage;
        drop(engine);
        practice.stop().await;
        Self { home, vault, ids: vec![id, second] }
    }

    fn db(&self) -> PathBuf {
        self.home.path().join("hoitung.db")
    }

    /// The same files in a folder of their own.
    fn twin(&self) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.home.path()).unwrap().flatten() {
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
            }
        }
        dir
    }
}

fn names(app: &engine::settings::AppSnapshot) -> Vec<&str> {
    app.connections.iter().map(|one| one.name.as_str()).collect()
}

fn set_aside(home: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(home).unwrap().flatten().map(|entry| entry.path());
    all.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("hoitung-damaged-")).collect()
}

/// Everything of the log goes into the file.
fn fold(db: &Path) {
    let connection = Connection::open(db).unwrap();
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
}

/// The file with its last changes still in the log, as a kill leaves it.
async fn killed(known: &Known, change: impl AsyncFn(&Engine)) -> tempfile::TempDir {
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    change(&engine).await;
    known.twin()
}

// F62
#[tokio::test]
async fn a_file_that_is_no_database_is_kept_aside_and_a_person_is_told() {
    let home = tempfile::tempdir().unwrap();
    let vault = Arc::new(MemoryVault::new());
    let bytes = "這不是資料庫".repeat(200);
    std::fs::write(home.path().join("hoitung.db"), &bytes).unwrap();
    let engine = open(home.path(), &vault).await.unwrap();
    let told = engine.app().await.unwrap().keeping.rebuilt.unwrap();
    assert_eq!((told.whole, told.read, told.copied, told.copy_at), (false, 0, 0, None));
    assert_eq!(std::fs::read(told.aside.unwrap()).unwrap(), bytes.as_bytes());
    assert_eq!(engine.rebuilt_read().await.unwrap().keeping.rebuilt, None);
    drop(engine);
    assert_eq!(open(home.path(), &vault).await.unwrap().app().await.unwrap().keeping.rebuilt, None);
}

// F62, F69
#[tokio::test]
async fn companies_and_their_secrets_are_found_again_in_a_damaged_file() {
    let known = Known::new().await;
    fold(&known.db());
    let mut bytes = std::fs::read(known.db()).unwrap();
    // Its beginning, which says that it is a database at all.
    bytes[..60].fill(0xa5);
    std::fs::write(known.db(), &bytes).unwrap();
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    let app = engine.app().await.unwrap();
    assert_eq!(names(&app), ["示範貿易有限公司", "Harbour Demo Ltd"]);
    let told = app.keeping.rebuilt.unwrap();
    assert_eq!((told.read, told.copied), (2, 0));
    assert!(std::fs::read(told.aside.unwrap()).unwrap() == bytes);
    // Its secret is asked for by the same name.
    assert!(engine.setup(&known.ids[0]).await.unwrap().keys.secret_set_at.is_some());
    assert_ne!(engine.token(&known.ids[0]).await.unwrap_err().code, ProblemCode::SecretMissing);
}

// F62
#[tokio::test]
async fn what_the_damaged_file_does_not_give_comes_from_the_good_copy() {
    let known = Known::new().await;
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    engine.copy_now().await.unwrap();
    drop(engine);
    fold(&known.db());
    let mut bytes = std::fs::read(known.db()).unwrap();
    bytes.fill(0xa5);
    std::fs::write(known.db(), bytes).unwrap();
    let app = open(known.home.path(), &known.vault).await.unwrap().app().await.unwrap();
    assert_eq!(names(&app), ["示範貿易有限公司", "Harbour Demo Ltd"]);
    let told = app.keeping.rebuilt.unwrap();
    assert_eq!((told.read, told.copied), (0, 2));
    assert!(told.copy_at.is_some());
}

// F63
#[tokio::test]
async fn a_file_that_is_gone_comes_back_from_its_copy_and_without_one_keeps_its_name_in_the_key_store() {
    let known = Known::new().await;
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    engine.copy_now().await.unwrap();
    drop(engine);
    let without = known.twin();
    for home in [known.home.path(), without.path()] {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(home.join(format!("hoitung.db{ending}")));
        }
    }
    std::fs::remove_file(without.path().join("hoitung.db.copy")).unwrap();
    let app = open(known.home.path(), &known.vault).await.unwrap().app().await.unwrap();
    assert_eq!(names(&app), ["示範貿易有限公司", "Harbour Demo Ltd"]);
    let told = app.keeping.rebuilt.unwrap();
    assert_eq!((told.aside, told.copied), (None, 2));

    let id = std::fs::read_to_string(without.path().join("installation")).unwrap();
    let engine = open(without.path(), &known.vault).await.unwrap();
    let told = engine.app().await.unwrap().keeping.rebuilt.unwrap();
    assert_eq!((told.aside, told.read, told.copied), (None, 0, 0));
    assert_eq!(std::fs::read_to_string(without.path().join("installation")).unwrap(), id);
    assert!(known.vault.names().iter().all(|name| name.starts_with(&id)));
}

/// Numbers that are the same at every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

// F62
#[tokio::test]
async fn two_hundred_damaged_files_are_opened_or_told_and_none_is_lost_in_silence() {
    let known = Known::new().await;
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    let before = engine.app().await.unwrap();
    drop(engine);
    fold(&known.db());
    let in_log = killed(&known, async |engine| {
        engine.choose_language(Language::En).await.unwrap();
        engine.theme(Theme::Dark).await.unwrap();
    })
    .await;
    let mut dice = Dice(20_261_129);
    let (mut silent, mut rebuilt) = (0, 0);
    for number in 0..200 {
        let dir = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(in_log.path()).unwrap().flatten() {
            // What SQLite keeps of the log in memory dies with its process.
            if !entry.file_name().to_string_lossy().ends_with("-shm") {
                std::fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
            }
        }
        let db = dir.path().join("hoitung.db");
        let wal = dir.path().join("hoitung.db-wal");
        let (target, from, below) = match number % 3 {
            0 => (&db, 0, 100),
            1 => (&db, 100, std::fs::read(&db).unwrap().len() - 100),
            _ => (&wal, 0, std::fs::read(&wal).unwrap().len()),
        };
        let mut bytes = std::fs::read(target).unwrap();
        let at = from + dice.next(below);
        let run = if dice.next(4) == 0 { 1 + dice.next(600) } else { 1 };
        for byte in bytes.iter_mut().skip(at).take(run) {
            *byte ^= 1 << dice.next(8);
        }
        std::fs::write(target, &bytes).unwrap();
        let opened = open(dir.path(), &known.vault).await;
        let engine = match opened {
            Ok(engine) => engine,
            // A version that is none of ours is not touched.
            Err(problem) => {
                assert_eq!(problem.code, ProblemCode::StoreNewer, "{number}: byte {at}");
                continue;
            }
        };
        let app = engine.app().await.unwrap_or_else(|problem| panic!("{number}: {problem:?} at byte {at}, {run} long"));
        let told = app.keeping.rebuilt.clone();
        for one in &before.connections {
            let kept = app.connections.iter().find(|found| found.id == one.id);
            assert!(kept.is_some() || told.is_some(), "{number}: {} is gone in silence (byte {at})", one.name);
            if let Some(kept) = kept {
                engine.setup(&kept.id).await.unwrap();
            }
        }
        match told {
            Some(told) => {
                rebuilt += 1;
                let aside = told.aside.map(PathBuf::from).unwrap();
                let kept = std::fs::read(if target == &wal { aside_log(dir.path()) } else { aside }).unwrap();
                assert!(kept == bytes, "{number}: what was damaged is not what was kept aside");
            }
            None => silent += usize::from(app.theme != Theme::Dark || app.language != Language::En),
        }
        drop(engine);
        open(dir.path(), &known.vault).await.unwrap_or_else(|problem| panic!("{number}: {problem:?} the next time"));
    }
    assert_eq!(silent, 0, "a change was lost and nobody was told");
    assert!(rebuilt > 100, "only {rebuilt} of 200 were seen to be damaged");
}

fn aside_log(home: &Path) -> PathBuf {
    set_aside(home).into_iter().find(|path| path.to_string_lossy().ends_with("-wal")).unwrap()
}

// F62, F75
#[tokio::test]
async fn a_damaged_file_is_not_taken_away_from_another_instance() {
    let known = Known::new().await;
    let first = open(known.home.path(), &known.vault).await.unwrap();
    fold(&known.db());
    let mut bytes = std::fs::read(known.db()).unwrap();
    bytes[4_096..].fill(0xa5);
    std::fs::write(known.db(), bytes).unwrap();
    assert_eq!(open(known.home.path(), &known.vault).await.err().unwrap().code, ProblemCode::StoreUnusable);
    assert!(set_aside(known.home.path()).is_empty());
    drop(first);
    assert!(open(known.home.path(), &known.vault).await.unwrap().app().await.unwrap().keeping.rebuilt.is_some());
}

// F64
#[tokio::test]
async fn a_file_that_another_program_holds_is_told_and_is_whole_afterwards() {
    let known = Known::new().await;
    let holder = Connection::open(known.db()).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert_eq!(open(known.home.path(), &known.vault).await.err().unwrap().code, ProblemCode::StoreBusy);
    holder.execute_batch("ROLLBACK").unwrap();
    let app = open(known.home.path(), &known.vault).await.unwrap().app().await.unwrap();
    assert_eq!((names(&app).len(), app.keeping.rebuilt.clone()), (2, None));
}

/// A small disk of its own, if this machine lets the tests have one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new(test: &str, options: &str) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(dir.path()).output();
        if mounted.is_ok_and(|done| done.status.success()) {
            return Some(Self(dir));
        }
        let said = format!("SKIPPED {test}: no disk may be mounted here\n");
        std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes()).unwrap();
        None
    }

    fn remount(&self, options: &str) {
        let done = Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(self.0.path()).status();
        assert!(done.unwrap().success());
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

fn copy_into(known: &Known, dir: &Path) {
    for name in ["hoitung.db", "hoitung.db-wal", "installation"] {
        if known.home.path().join(name).exists() {
            std::fs::copy(known.home.path().join(name), dir.join(name)).unwrap();
        }
    }
}

// F65
#[tokio::test]
async fn a_disk_that_may_only_be_read_is_read_and_says_why_nothing_can_be_changed() {
    let known = Known::new().await;
    let Some(disk) = SmallDisk::new("a_disk_that_may_only_be_read", "size=16m") else { return };
    // With the last changes still in the log, which nobody can fold in on such a disk.
    let killed = killed(&known, async |engine| drop(engine.choose_language(Language::En).await.unwrap())).await;
    for entry in std::fs::read_dir(killed.path()).unwrap().flatten() {
        std::fs::copy(entry.path(), disk.path().join(entry.file_name())).unwrap();
    }
    disk.remount("ro");
    let engine = open(disk.path(), &known.vault).await.unwrap();
    let app = engine.app().await.unwrap();
    assert_eq!((names(&app).len(), app.language), (2, Language::En));
    assert_eq!(app.keeping.read_only.unwrap().code, ProblemCode::DiskReadOnly);
    engine.setup(&known.ids[0]).await.unwrap();
    for refused in [engine.theme(Theme::Dark).await.err(), engine.write_again().await.err()] {
        assert_eq!(refused.unwrap().code, ProblemCode::DiskReadOnly);
    }
    disk.remount("rw");
    assert_eq!(engine.write_again().await.unwrap().keeping.read_only, None);
    assert_eq!(engine.theme(Theme::Dark).await.unwrap().theme, Theme::Dark);
}

// F58
#[tokio::test]
async fn a_disk_that_is_full_at_the_start_is_read_and_written_again_when_there_is_room() {
    let known = Known::new().await;
    let Some(disk) = SmallDisk::new("a_disk_that_is_full_at_the_start", "size=2m") else { return };
    fold(&known.db());
    copy_into(&known, disk.path());
    let filler = disk.path().join("filler");
    let _ = std::fs::write(&filler, vec![0; 4 << 20]);
    let engine = open(disk.path(), &known.vault).await.unwrap();
    let app = engine.app().await.unwrap();
    assert_eq!((names(&app).len(), app.keeping.read_only.unwrap().code), (2, ProblemCode::DiskFull));
    assert_eq!(engine.theme(Theme::Dark).await.unwrap_err().code, ProblemCode::DiskFull);
    std::fs::remove_file(filler).unwrap();
    assert_eq!(engine.write_again().await.unwrap().keeping.read_only, None);
    assert_eq!(engine.theme(Theme::Dark).await.unwrap().theme, Theme::Dark);
}

// F58, F59
#[tokio::test]
async fn a_disk_that_fills_up_at_any_write_refuses_the_change_and_keeps_what_stood() {
    let known = Known::new().await;
    let Some(disk) = SmallDisk::new("a_disk_that_fills_up_at_any_write", "size=3m") else { return };
    fold(&known.db());
    copy_into(&known, disk.path());
    let engine = open(disk.path(), &known.vault).await.unwrap();
    let filler = disk.path().join("filler");
    let (mut refused, mut last) = (0, "示範貿易有限公司".to_owned());
    for room in [0, 4, 8, 16, 32, 64, 128, 256, 512] {
        let _ = std::fs::write(&filler, vec![0; 4 << 20]);
        let full = std::fs::metadata(&filler).unwrap().len();
        std::fs::OpenOptions::new()
            .write(true)
            .open(&filler)
            .unwrap()
            .set_len(full.saturating_sub(room << 10))
            .unwrap();
        let name = format!("room for {room} KB");
        match engine.connection_rename(&known.ids[0], &name).await {
            Ok(_) => last = name,
            Err(problem) => {
                assert_eq!(problem.code, ProblemCode::DiskFull, "{room} KB");
                refused += 1;
            }
        }
        assert_eq!(engine.setup(&known.ids[0]).await.unwrap().connection.name, last, "{room} KB");
    }
    assert!(refused > 0, "the disk was never full");
    std::fs::remove_file(&filler).unwrap();
    engine.connection_rename(&known.ids[0], "room enough").await.unwrap();
    drop(engine);
    let app = open(disk.path(), &known.vault).await.unwrap().app().await.unwrap();
    assert_eq!((names(&app)[0], app.keeping.rebuilt.clone()), ("room enough", None));
}

// F69
#[tokio::test]
async fn a_secret_that_somebody_exchanged_is_told_from_one_that_is_lost_and_put_right() {
    let mut stage = Stage::new().await;
    stage.engine.keys_try(&stage.id, walk::keys_form(&stage)).await.unwrap();
    let name = stage.vault.names().into_iter().find(|name| name.ends_with("/client-secret")).unwrap();
    engine::Vault::set(stage.vault.as_ref(), &name, &"from another computer".into()).unwrap();
    stage.reopen().await;
    assert_eq!(stage.engine.token(&stage.id).await.unwrap_err().code, ProblemCode::SecretChanged);
    engine::Vault::delete(stage.vault.as_ref(), &name).unwrap();
    assert_eq!(stage.engine.token(&stage.id).await.unwrap_err().code, ProblemCode::SecretMissing);
    engine::Vault::set(stage.vault.as_ref(), &name, &"from another computer".into()).unwrap();
    let secret = stage.app.client_secret.clone();
    stage.engine.secret_enter(&stage.id, Some(secret.into())).await.unwrap();
    stage.engine.token(&stage.id).await.unwrap();
    // Nothing of it is in the file, not even of the trace's length.
    let whole = std::fs::read(stage.home.path().join("hoitung.db")).unwrap();
    let canary = stage.app.client_secret.as_bytes();
    assert!(!whole.windows(12).any(|window| canary.windows(12).any(|part| part == window)));
}

/// As a virus scanner or an indexer holds what was just written: others may read it, and it may not go.
#[cfg(windows)]
fn held(path: &Path) -> std::fs::File {
    use std::os::windows::fs::OpenOptionsExt as _;
    const SHARE_READ: u32 = 1;
    std::fs::File::options().read(true).share_mode(SHARE_READ).open(path).unwrap()
}

// F64
#[cfg(windows)]
#[tokio::test]
async fn a_copy_that_a_scanner_does_not_let_go_is_told_and_stays_whole() {
    let known = Known::new().await;
    let engine = open(known.home.path(), &known.vault).await.unwrap();
    engine.copy_now().await.unwrap();
    let copy = known.home.path().join("hoitung.db.copy");
    let before = std::fs::read(&copy).unwrap();
    let holder = held(&copy);
    engine.connection_create(Region::Com).await.unwrap();
    assert!(engine.copy_now().await.is_err());
    assert!(std::fs::read(&copy).unwrap() == before);
    drop(holder);
    assert!(engine.copy_now().await.unwrap());
    assert!(std::fs::read(&copy).unwrap() != before);
    assert!(!known.home.path().join("hoitung.db.copy.part").exists());
}

// D41
#[tokio::test]
async fn a_home_deeper_than_any_old_limit_is_used_saved_and_rebuilt() {
    let known = Known::new().await;
    let dir = tempfile::tempdir().unwrap();
    // SQLite itself takes no more than 512 bytes on Linux.
    let deep =
        (0..8).fold(dir.path().to_owned(), |dir, level| dir.join(format!("{level} 海港 Harbour Demo Trading Limited")));
    assert!(deep.display().to_string().encode_utf16().count() > 260, "{deep:?}");
    std::fs::create_dir_all(&deep).unwrap();
    fold(&known.db());
    copy_into(&known, &deep);
    let engine = open(&deep, &known.vault).await.unwrap();
    engine.connection_rename(&known.ids[0], "改了名").await.unwrap();
    engine.copy_now().await.unwrap();
    drop(engine);
    std::fs::write(deep.join("hoitung.db"), "no database").unwrap();
    let app = open(&deep, &known.vault).await.unwrap().app().await.unwrap();
    assert!(app.keeping.rebuilt.is_some());
    assert_eq!(names(&app)[0], "改了名");
}
