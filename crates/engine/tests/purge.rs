//! Removing everything: nothing of ours is left, nothing of anybody else's is touched, and a store that is shut or another
//! instance stops it before anything is gone.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::Arc;

use engine::connection::Region;
use engine::network::{ProxyForm, ProxyMode};
use engine::place::DeployTarget;
use engine::problem::ProblemCode;
use engine::setup::RobotForm;
use engine::vault::Fault;
use engine::{Engine, Home, MemoryVault};
use support::{HongKong, Stage, open, parts, walk};

/// A company with keys, a robot and a proxy's password, and one whose removal still waits.
async fn furnished() -> Stage {
    let stage = Stage::new().await;
    let engine = &stage.engine;
    engine.keys_try(&stage.id, walk::keys_form(&stage)).await.unwrap();
    engine.robot_save(&stage.id, None, walk::robot_form(&stage)).await.unwrap();
    let proxy = ProxyForm {
        mode: ProxyMode::Manual,
        address: "proxy.example:8080".to_owned(),
        user: "demo".to_owned(),
        password: Some("canary-of-the-proxy".to_owned()),
    };
    engine.proxy_set(proxy).await.unwrap();
    engine.connection_create(Region::Com).await.unwrap();
    engine.copy_now().await.unwrap();
    let plan = engine.deploy_plan(&stage.id).await.unwrap();
    engine.deploy_save(&plan, DeployTarget::Systemd, [("install.sh", b"#!/bin/sh\n".as_slice())]).unwrap();
    let left = [("sheets", "permissions.html"), ("sheets", ".permissions.html.1.part"), ("practice", "world.json")];
    for (dir, name) in left.into_iter().chain([("logs", "hoitung.3.jsonl")]) {
        std::fs::create_dir_all(stage.home.path().join(dir)).unwrap();
        std::fs::write(stage.home.path().join(dir).join(name), "{}").unwrap();
    }
    stage
}

fn left(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn nothing_is_left_in_the_folder_and_in_the_key_store() {
    let stage = furnished().await;
    assert_eq!(stage.vault.names().len(), 4, "{:?}", stage.vault.names());
    let list = stage.engine.purge_list().await.unwrap();
    assert_eq!((list.companies.len(), list.secrets), (2, 4));
    assert!(list.files.iter().any(|file| file == "hoitung.db.copy") && list.strangers.is_empty(), "{list:?}");
    let gone = stage.engine.purge().await.unwrap();
    assert_eq!((gone.companies, gone.secrets, gone.folder_gone), (2, 4, true));
    assert!(!stage.home.path().exists());
    assert!(stage.vault.names().is_empty());
    assert_eq!(stage.engine.app().await.unwrap_err().code, ProblemCode::StoreUnusable);
    drop(stage.engine);
    assert!(!stage.home.path().exists(), "the last line of the log brought the folder back");
}

#[tokio::test]
async fn what_is_not_ours_stays_and_no_link_is_followed() {
    let stage = furnished().await;
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("world.json"), "somebody's").unwrap();
    let home = stage.home.path();
    std::fs::write(home.join("my notes.txt"), "mine").unwrap();
    std::fs::write(home.join("sheets/holiday.png"), "mine").unwrap();
    std::fs::remove_file(home.join("practice/world.json")).unwrap();
    std::fs::remove_dir(home.join("practice")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(elsewhere.path(), home.join("practice")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path().join("world.json"), home.join("hoitung.db.copy.1")).unwrap();
    }
    let gone = stage.engine.purge().await.unwrap();
    assert!(!gone.folder_gone);
    // Windows lets few people make links, so there is none.
    let link = cfg!(unix).then_some("practice");
    let expected = |last: &str| -> Vec<String> {
        ["my notes.txt"].into_iter().chain(link).chain([last]).map(ToOwned::to_owned).collect()
    };
    assert_eq!(left(home), expected("sheets"));
    assert_eq!(left(&home.join("sheets")), ["holiday.png"]);
    assert_eq!(std::fs::read_to_string(elsewhere.path().join("world.json")).unwrap(), "somebody's");
    assert_eq!(gone.strangers, expected(&Path::new("sheets").join("holiday.png").display().to_string()));
}

// F68
#[tokio::test]
async fn a_key_store_that_does_not_let_go_stops_it_before_anything_is_gone() {
    let stage = furnished().await;
    let before = (left(stage.home.path()), stage.engine.app().await.unwrap().connections.len());
    for (fault, code) in [
        (Fault::Locked, ProblemCode::VaultLocked),
        (Fault::Absent, ProblemCode::VaultAbsent),
        (Fault::KeepsDeleted, ProblemCode::SecretLeft),
    ] {
        stage.vault.misbehave(fault);
        assert_eq!(stage.engine.purge().await.unwrap_err().code, code);
        assert_eq!((left(stage.home.path()), stage.engine.app().await.unwrap().connections.len()), before);
    }
    stage.vault.misbehave(Fault::None);
    assert!(stage.engine.purge().await.unwrap().folder_gone);
    assert!(stage.vault.names().is_empty());
}

// F75
#[tokio::test]
async fn another_instance_on_the_same_folder_stops_it() {
    let stage = furnished().await;
    let other = open(stage.home.path(), stage.vault.clone()).await;
    assert_eq!(stage.engine.purge().await.unwrap_err().code, ProblemCode::OthersRunning);
    assert_eq!(stage.vault.names().len(), 4);
    drop(other);
    assert!(stage.engine.purge().await.unwrap().folder_gone);
}

// F72
#[tokio::test]
async fn killed_anywhere_it_is_finished_by_running_it_again() {
    for kept in ["hoitung.db", "hoitung.db-wal", "installation", "in-use", "hoitung.db.copy"] {
        let stage = furnished().await;
        let twin = tempfile::tempdir().unwrap();
        drop(stage.engine);
        let path = stage.home.path().join(kept);
        if path.exists() {
            std::fs::copy(&path, twin.path().join(kept)).unwrap();
        }
        // The secrets went first, so that no file that names them is left without them.
        let vault = Arc::new(MemoryVault::new());
        let parts = parts(vault.clone(), Arc::new(HongKong));
        let engine = Engine::open(&Home::at(twin.path()), parts).await.unwrap();
        assert!(engine.purge().await.unwrap().folder_gone, "{kept}");
        assert!(vault.names().is_empty() && !twin.path().exists());
    }
}

// F72
#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_saved_at_that_very_moment_is_not_left_behind() {
    let stage = furnished().await;
    let (begun, first) = tokio::sync::oneshot::channel();
    let saving = {
        let (engine, id, form) = (stage.engine.clone(), stage.id.clone(), walk::robot_form(&stage));
        tokio::spawn(async move {
            let mut begun = Some(begun);
            for number in 1.. {
                let form = RobotForm { name: format!("robot {number}"), ..form.clone() };
                if engine.robot_save(&id, None, form).await.is_err() {
                    break;
                }
                begun.take().map(|begun| begun.send(()));
            }
        })
    };
    first.await.unwrap();
    assert!(stage.engine.purge().await.unwrap().folder_gone);
    saving.await.unwrap();
    assert!(stage.vault.names().is_empty(), "{:?}", stage.vault.names());
}

/// It lies in the user's own folder: only in a session of its own (`scripts/session.sh`).
#[cfg(target_os = "linux")]
#[tokio::test]
async fn an_entry_at_sign_in_goes_though_it_was_switched_off() {
    if std::env::var("HOITUNG_TEST_SESSION").is_ok_and(|value| value == "1") {
        let stage = furnished().await;
        let folder = Path::new(&std::env::var("HOME").unwrap()).join(".config/autostart");
        std::fs::create_dir_all(&folder).unwrap();
        let entry = folder.join("hk.hoitung.app.desktop");
        std::fs::write(&entry, "[Desktop Entry]\nHidden=true\n").unwrap();
        assert!(!stage.engine.purge_list().await.unwrap().starts_itself);
        stage.engine.purge().await.unwrap();
        assert!(!entry.exists());
    }
}
