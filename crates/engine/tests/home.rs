//! One folder, one file: what was confirmed is on the disk, and a file that cannot be used is told, not mended in silence.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::Arc;

use engine::connection::Region;
use engine::problem::ProblemCode;
use engine::settings::{Language, Theme, ZoomStep};
use engine::{Engine, Home, MemoryVault};
use support::{HongKong, parts};

async fn open(home: &Path) -> engine::problem::Result<Engine> {
    Engine::open(&Home::at(home), parts(Arc::new(MemoryVault::new()), Arc::new(HongKong))).await
}

#[tokio::test]
async fn a_file_from_a_newer_hoitung_is_refused() {
    // F66
    let home = tempfile::tempdir().unwrap();
    drop(open(home.path()).await.unwrap());
    let path = home.path().join("hoitung.db");
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(open(home.path()).await.err().unwrap().code, ProblemCode::StoreNewer);
}

#[tokio::test]
async fn the_language_is_the_systems_until_somebody_chooses() {
    let home = tempfile::tempdir().unwrap();
    let engine = open(home.path()).await.unwrap();
    let app = engine.app().await.unwrap();
    assert_eq!((app.language, app.language_chosen), (Language::ZhHk, false));
    engine.choose_language(Language::En).await.unwrap();
    drop(engine);
    let app = open(home.path()).await.unwrap().app().await.unwrap();
    assert_eq!((app.language, app.language_chosen), (Language::En, true));
}

#[tokio::test]
async fn the_size_of_the_pages_the_theme_and_the_tour_that_was_seen_are_remembered() {
    let home = tempfile::tempdir().unwrap();
    let engine = open(home.path()).await.unwrap();
    let app = engine.app().await.unwrap();
    assert_eq!((app.zoom, app.theme, app.tour_seen), (100, Theme::System, false));
    assert_eq!(engine.theme(Theme::Dark).await.unwrap().theme, Theme::Dark);
    engine.zoom(ZoomStep::Larger).await.unwrap();
    assert_eq!(engine.zoom(ZoomStep::Larger).await.unwrap().zoom, 125);
    engine.tour_seen().await.unwrap();
    drop(engine);
    let app = open(home.path()).await.unwrap().app().await.unwrap();
    assert_eq!((app.zoom, app.theme, app.tour_seen), (125, Theme::Dark, true));
}

#[tokio::test]
async fn two_processes_share_one_home() {
    // F64, F75
    let home = tempfile::tempdir().unwrap();
    let (one, two) = (open(home.path()).await.unwrap(), open(home.path()).await.unwrap());
    let id = one.connection_create(Region::Com).await.unwrap().connection.id;
    let mut writers = tokio::task::JoinSet::new();
    for number in 0..20 {
        let (engine, id) = (if number % 2 == 0 { one.clone() } else { two.clone() }, id.clone());
        writers.spawn(async move { engine.message_draft(&id, number.to_string()).await });
    }
    while let Some(written) = writers.join_next().await {
        written.unwrap().unwrap();
    }
    assert_eq!(one.setup(&id).await.unwrap(), two.setup(&id).await.unwrap());
}
