//! One folder is one runner: who may look after it, and what becomes of whoever was overtaken.
#![allow(clippy::unwrap_used)]

mod support;

use engine::Engine;
use engine::lease::{HolderView, Program, Stand};
use engine::problem::ProblemCode;
use support::Stage;

fn ours(stand: &Stand) -> Option<i64> {
    match stand {
        Stand::Ours(fence) => Some(*fence),
        Stand::Theirs(_) => None,
    }
}

async fn look(engine: &Engine) -> Stand {
    engine.lease_look(Program::Window).await.unwrap()
}

async fn other(stage: &Stage) -> Engine {
    support::open(stage.home.path(), stage.vault.clone()).await
}

/// What the row says of a holder can only be changed from outside.
fn change(stage: &Stage, sql: &str) {
    rusqlite::Connection::open(stage.home.path().join("hoitung.db")).unwrap().execute_batch(sql).unwrap();
}

// F75
#[tokio::test]
async fn the_second_stands_by_and_takes_over_when_the_first_gives_the_folder_back() {
    let stage = Stage::new().await;
    let second = other(&stage).await;
    let fence = ours(&look(&stage.engine).await).unwrap();
    for _ in 0..5 {
        let Stand::Theirs(holder) = look(&second).await else { panic!("two look after one folder") };
        assert_eq!((holder.program, holder.pid), (Program::Window, std::process::id()));
        assert_eq!(ours(&look(&stage.engine).await), Some(fence), "the holder keeps its number");
    }
    let told: Option<HolderView> = second.app().await.unwrap().looked_after_by;
    assert_eq!(told.map(|holder| holder.pid), Some(std::process::id()));
    assert_eq!(stage.engine.app().await.unwrap().looked_after_by, None);
    let refused = second.lease_take(Program::Runner).await.unwrap_err();
    assert_eq!((refused.code, refused.args["program"].as_str()), (ProblemCode::FolderHeld, "window"));

    stage.engine.lease_release().await;
    assert_eq!(ours(&look(&second).await), Some(fence + 1));
    assert_eq!(second.app().await.unwrap().looked_after_by, None);
}

// F72, F75
#[tokio::test]
async fn one_that_died_is_followed_at_once_on_the_same_machine() {
    let stage = Stage::new().await;
    assert!(ours(&look(&stage.engine).await).is_some());
    // As a kill leaves it: the row stands, and the system has taken the lock back.
    let Stage { engine, home, vault, .. } = stage;
    drop(engine);
    let next = support::open(home.path(), vault).await;
    // The thread that held the last clone may still be ending.
    let mut stand = look(&next).await;
    for _ in 0..2 {
        if ours(&stand).is_none() {
            stand = look(&next).await;
        }
    }
    assert!(ours(&stand).is_some());
}

// F52, F54, F75
#[tokio::test]
async fn one_elsewhere_is_followed_only_after_three_looks_at_beats_that_stand_still() {
    let stage = Stage::new().await;
    let elsewhere = "UPDATE lease SET fence = 7, holder = 'x', program = 'runner', pid = 1, host = 'far', boot = 'far',
                     locked = 1, since = '2026-11-28T00:00:00Z'";
    change(&stage, elsewhere);
    for _ in 0..2 {
        assert_eq!(ours(&look(&stage.engine).await), None);
    }
    change(&stage, "UPDATE lease SET beats = beats + 1");
    for seen in 0..3 {
        assert_eq!(ours(&look(&stage.engine).await), None, "a sign of life was seen {seen} looks ago");
    }
    assert_eq!(ours(&look(&stage.engine).await), Some(8));
}

// F75
#[tokio::test]
async fn whoever_was_overtaken_knows_it_and_takes_nothing_back() {
    let stage = Stage::new().await;
    assert!(ours(&look(&stage.engine).await).is_some());
    change(&stage, "UPDATE lease SET fence = fence + 1, holder = 'x', locked = 0, beats = 0");
    for beat in 0..6 {
        assert_eq!(ours(&look(&stage.engine).await), None, "{beat}");
        change(&stage, "UPDATE lease SET beats = beats + 1");
    }
}
