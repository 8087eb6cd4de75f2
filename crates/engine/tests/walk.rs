//! The whole walk without a window, and what is left of it on the disk.
#![allow(clippy::unwrap_used)]

mod support;

use engine::setup::{AnswerCode, EvidenceKind, RobotMode, SetupSnapshot, Stop, Task, TaskState};
use support::{Stage, evidence, walk};

#[tokio::test]
async fn all_five_stops_are_walked_and_nothing_is_lost_at_any_of_them() {
    let mut stage = Stage::new().await;
    let mut done = Vec::new();
    for stop in Stop::ALL {
        let snapshot = match stop {
            Stop::Register => walk::register(&stage).await,
            Stop::Keys => walk::keys(&stage).await,
            Stop::Permissions => walk::permissions(&stage).await,
            Stop::Test => walk::test(&stage).await,
            Stop::Protect => walk::protect(&stage).await,
        };
        let snapshot = snapshot.unwrap();
        done.push(stop);
        let seen: Vec<Stop> = snapshot.stops.iter().filter(|view| view.done).map(|view| view.stop).collect();
        assert_eq!(seen, done, "{:#?}", snapshot.stops);
        assert_eq!(after_a_power_cut(&stage).await, snapshot, "after {stop:?}");
        stage.reopen().await;
        assert_eq!(stage.snapshot().await, snapshot, "after {stop:?}");
    }
    let snapshot = stage.snapshot().await;
    assert!(snapshot.finished && snapshot.connection.finished);
    assert_eq!(snapshot.test.robots[0].mode, Some(RobotMode::Signature));
    let messages = stage.journal("robot_message");
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0]["text"], walk::TEXT);
}

#[tokio::test]
async fn every_piece_of_evidence_says_when_and_by_which_call_or_by_whom() {
    let stage = finished().await;
    let snapshot = stage.snapshot().await;
    for view in snapshot.stops.iter().flat_map(|stop| &stop.tasks) {
        assert_eq!(view.state, TaskState::Done, "{view:?}");
        let evidence = view.evidence.as_ref().unwrap();
        evidence.at.parse::<jiff::Timestamp>().unwrap();
        assert!(evidence.practice);
        match evidence.kind {
            EvidenceKind::Verified => assert!(evidence.call.is_some() && evidence.by.is_none(), "{view:?}"),
            EvidenceKind::Said => assert!(evidence.call.is_none() && evidence.by.is_some(), "{view:?}"),
        }
        assert!(!(view.task.only_said() && evidence.kind == EvidenceKind::Verified), "{view:?}");
    }
    let delivered = evidence(&snapshot, Task::Message);
    assert_eq!(delivered.call.as_deref(), Some("POST /robot/send"));
    assert_eq!(delivered.answer.code, AnswerCode::MessageDelivered);
}

#[tokio::test]
async fn no_secret_is_in_any_file_or_snapshot() {
    // S15, S18, S26
    let stage = finished().await;
    let webhook_token = stage.app.robot_webhook.split("access_token=").nth(1).unwrap();
    let secrets = [stage.app.client_secret.as_str(), stage.app.robot_secret.as_str(), webhook_token];
    for (slot, secret) in [("/client-secret", secrets[0]), ("/secret", secrets[1])] {
        assert!(stage.vault.holds(slot, secret), "{slot} is in the key store");
    }
    assert!(stage.vault.holds("/webhook", &stage.app.robot_webhook));
    let (mut files, mut dirs) = (0, vec![stage.home.path().to_owned()]);
    while let Some(dir) = dirs.pop() {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            files += 1;
            for secret in secrets {
                assert!(!holds(&bytes, secret), "a secret is in {}", path.display());
            }
        }
    }
    assert!(files >= 2, "the database and its WAL were looked at");
    let text = format!("{:?}{}", stage.snapshot().await, serde_json::to_string(&stage.snapshot().await).unwrap());
    let app = serde_json::to_string(&stage.engine.app().await.unwrap()).unwrap();
    for secret in secrets {
        assert!(!text.contains(secret) && !app.contains(secret));
    }
    // The same search does find what is there.
    let database = std::fs::read(stage.home.path().join("hoitung.db-wal")).unwrap();
    assert!(holds(&database, &stage.app.client_id));
}

#[tokio::test]
async fn changes_are_told_whole_while_the_tests_run() {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    let mut changes = stage.engine.changes();
    stage.engine.tests_run(&stage.id).await.unwrap();
    let (mut saw_running, mut saw_partly) = (false, false);
    while let Ok(change) = changes.try_recv() {
        let engine::Change::Setup(snapshot) = change else { continue };
        saw_running |= snapshot.test.running && support::state(&snapshot, Task::Token) == TaskState::Running;
        saw_partly |= support::state(&snapshot, Task::Signature) == TaskState::Done
            && support::state(&snapshot, Task::Clock) == TaskState::Running;
    }
    assert!(saw_running && saw_partly);
    assert!(!stage.snapshot().await.test.running);
}

async fn finished() -> Stage {
    let stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::permissions(&stage).await.unwrap();
    walk::test(&stage).await.unwrap();
    walk::protect(&stage).await.unwrap();
    stage
}

/// What the disk holds at this moment, opened elsewhere while the first engine still runs and has closed nothing.
async fn after_a_power_cut(stage: &Stage) -> SetupSnapshot {
    let copy = tempfile::tempdir().unwrap();
    for name in ["hoitung.db", "hoitung.db-wal"] {
        std::fs::copy(stage.home.path().join(name), copy.path().join(name)).unwrap();
    }
    support::open(copy.path(), stage.vault.clone()).await.setup(&stage.id).await.unwrap()
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
