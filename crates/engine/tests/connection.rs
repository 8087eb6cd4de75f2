//! Several companies side by side, and practice kept apart from the real DingTalk.
#![allow(clippy::unwrap_used)]

mod support;

use engine::connection::{ConnectionId, Region};
use engine::practice::PracticeHosts;
use engine::problem::{Field, ProblemCode};
use engine::setup::{RegisterForm, Stop, Task, TaskState};
use engine::vault::Fault;
use engine::{Link, NewConnection};
use support::{Stage, state, walk};

fn new_connection(stage: &Stage, name: &str) -> NewConnection {
    NewConnection {
        name: name.to_owned(),
        region: Region::Practice,
        hosts: Some(support::hosts(&stage.practice)),
        corp_id: stage.app.corp_id.clone(),
        client_id: stage.app.client_id.clone(),
        agent_id: stage.app.agent_id.clone(),
        secret: stage.app.client_secret.clone().into(),
    }
}

#[tokio::test]
async fn a_connection_given_whole_works_after_a_restart_without_being_told_its_hosts() {
    let mut stage = Stage::new().await;
    let added = stage.engine.connection_add(new_connection(&stage, "Harbour Demo Trading")).await.unwrap();
    stage.engine = support::open(stage.home.path(), stage.vault.clone()).await;
    let found = stage.engine.connection_named("Harbour Demo Trading").await.unwrap();
    assert_eq!(found, added);
    let token = stage.engine.token(&found.id).await.unwrap();
    assert!((7_100..=7_200).contains(&token.seconds), "{}", token.seconds);
    assert_eq!(stage.engine.connection_named(&found.id.0).await.unwrap(), added);
    // Whereas one made in the window is nowhere until practice runs.
    let lost = stage.engine.hosts_check(&stage.id).await.unwrap_err();
    assert_eq!(lost.code, ProblemCode::PracticeNotRunning);
}

async fn check_add(change: impl FnOnce(&mut NewConnection), code: ProblemCode, field: Option<Field>) {
    let stage = Stage::new().await;
    let mut new = new_connection(&stage, "示範");
    change(&mut new);
    let refused = stage.engine.connection_add(new).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (code, field));
    assert!(stage.vault.names().is_empty());
}

#[tokio::test]
async fn what_cannot_work_is_not_added() {
    let hosts = |host: &str| {
        let host = host.to_owned();
        Some(PracticeHosts {
            old_host: host.clone(),
            new_host: host.clone(),
            login_host: host.clone(),
            console_url: host,
        })
    };
    let address = Some(Field::Address);
    check_add(|new| new.name = " ".into(), ProblemCode::CompanyNameEmpty, Some(Field::CompanyName)).await;
    check_add(|new| new.secret = "".into(), ProblemCode::KeyEmpty, Some(Field::ClientSecret)).await;
    check_add(|new| new.client_id.clone_from(&new.corp_id), ProblemCode::KeysSwapped, Some(Field::ClientId)).await;
    // S34
    check_add(|new| new.hosts = hosts("https://oapi.dingtalk.com"), ProblemCode::AddressMalformed, address).await;
    check_add(|new| new.hosts = hosts("http://203.0.113.10"), ProblemCode::AddressMalformed, address).await;
    check_add(|new| new.hosts = hosts("http://localhost:1"), ProblemCode::AddressMalformed, address).await;
    check_add(|new| new.region = Region::Com, ProblemCode::AddressMalformed, address).await;
}

#[tokio::test]
async fn a_connection_whose_secret_could_not_be_kept_leaves_nothing_behind() {
    for (fault, code) in [
        (Fault::Absent, ProblemCode::VaultAbsent),
        (Fault::Locked, ProblemCode::VaultLocked),
        (Fault::Forgets, ProblemCode::VaultReadBack),
    ] {
        let stage = Stage::new().await;
        stage.vault.misbehave(fault);
        let refused = stage.engine.connection_add(new_connection(&stage, "示範")).await.unwrap_err();
        assert_eq!(refused.code, code);
        stage.vault.misbehave(Fault::None);
        stage.engine.removals_go_on().await.unwrap();
        let app = stage.engine.app().await.unwrap();
        assert_eq!((app.connections.len(), app.removals.len()), (1, 0), "{fault:?}");
        assert!(stage.vault.names().is_empty(), "{fault:?}: {:?}", stage.vault.names());
        stage.engine.connection_add(new_connection(&stage, "示範")).await.unwrap();
    }
}

#[tokio::test]
async fn two_connections_of_one_name_are_never_guessed() {
    let stage = Stage::new().await;
    stage.engine.connection_add(new_connection(&stage, "示範貿易有限公司")).await.unwrap();
    let taken = stage.engine.connection_add(new_connection(&stage, "示範貿易有限公司")).await.unwrap_err();
    assert_eq!(taken.code, ProblemCode::NameTaken);
    // Nor at stop 1, where what was typed stays all the same.
    let taken = walk::register(&stage).await.unwrap_err();
    assert_eq!((taken.code, taken.field), (ProblemCode::NameTaken, Some(Field::CompanyName)));
    assert_eq!(stage.snapshot().await.register, walk::register_form());
    // Whoever practised with their own name keeps it for the company itself.
    let live = stage.engine.connection_create(Region::Com).await.unwrap().connection.id;
    let named = stage.engine.register_confirm(&live, walk::register_form()).await.unwrap();
    assert_eq!(named.connection.name, "示範貿易有限公司");
    let which = stage.engine.connection_named("示範貿易有限公司").await.unwrap_err();
    assert_eq!(which.code, ProblemCode::NameTaken);
    let none = stage.engine.connection_named("").await.unwrap_err();
    assert_eq!(none.code, ProblemCode::ConnectionUnknown);
}

#[tokio::test]
async fn an_untouched_connection_is_used_again_and_a_touched_one_is_not() {
    let stage = Stage::new().await;
    let same = stage.engine.connection_create(Region::Practice).await.unwrap();
    assert_eq!(same.connection.id, stage.id);
    let draft = RegisterForm { company_name: "示".to_owned(), ..RegisterForm::default() };
    stage.engine.register_draft(&stage.id, draft.clone()).await.unwrap();
    let other = stage.engine.connection_create(Region::Practice).await.unwrap();
    assert_ne!(other.connection.id, stage.id);
    let app = stage.engine.app().await.unwrap();
    assert_eq!((app.connections.len(), app.current.as_ref()), (2, Some(&other.connection.id)));
    stage.engine.connection_select(&stage.id).await.unwrap();
    assert_eq!(stage.engine.connection_leave().await.unwrap().current, None);
    assert_eq!(stage.snapshot().await.register, draft);
}

#[tokio::test]
async fn a_removed_connection_takes_every_secret_along() {
    let stage = Stage::new().await;
    walk::keys(&stage).await.unwrap();
    walk::robot(&stage).await.unwrap();
    assert_eq!(stage.vault.names().len(), 3);
    let contents = stage.engine.connection_contents(&stage.id).await.unwrap();
    assert_eq!((contents.secrets, contents.robots.len(), contents.proofs), (3, 1, 3));
    let removed = stage.engine.connection_remove(&stage.id).await.unwrap();
    assert_eq!((removed.secrets, removed.gone, removed.problem), (3, true, None));
    let app = stage.engine.app().await.unwrap();
    assert!(app.removals.is_empty());
    assert!(app.connections.is_empty() && app.current.is_none() && stage.vault.names().is_empty());
    assert_eq!(stage.engine.setup(&stage.id).await.unwrap_err().code, ProblemCode::ConnectionUnknown);
    let unknown = stage.engine.setup_go(&ConnectionId("none".to_owned()), Stop::Keys).await.unwrap_err();
    assert_eq!(unknown.code, ProblemCode::ConnectionUnknown);
}

#[tokio::test]
async fn practice_may_come_back_on_other_ports() {
    let mut stage = Stage::new().await;
    walk::register(&stage).await.unwrap();
    walk::keys(&stage).await.unwrap();
    walk::robot(&stage).await.unwrap();
    let old_ports = support::hosts(&stage.practice);
    let dir = stage.practice_dir.path().to_owned();
    let taken: u16 = old_ports.old_host.rsplit(':').next().unwrap().parse().unwrap();
    let replacement = tempfile::tempdir().unwrap();
    // Something else takes the port meanwhile.
    let stopped = std::mem::replace(&mut stage.practice, support::start(replacement.path()).await);
    stopped.stop().await;
    let _squatter = std::net::TcpListener::bind(("127.0.0.1", taken)).unwrap();
    let back = support::start(&dir).await;
    let interim = std::mem::replace(&mut stage.practice, back);
    interim.stop().await;
    assert_ne!(support::hosts(&stage.practice).old_host, old_ports.old_host);
    stage.engine.set_practice_hosts(None);
    let gone = stage.engine.token(&stage.id).await.unwrap_err();
    assert_eq!(gone.code, ProblemCode::PracticeNotRunning);
    stage.engine.set_practice_hosts(Some(support::hosts(&stage.practice)));
    let snapshot = walk::send(&stage).await.unwrap();
    assert_eq!(state(&snapshot, Task::Message), TaskState::Done);
}

#[tokio::test]
async fn links_lead_to_practice_or_to_dingtalk_and_nowhere_else() {
    let stage = Stage::new().await;
    let console = stage.engine.link(&stage.id, Link::Permissions).await.unwrap();
    assert!(console.starts_with(&format!("{}/go/permissions", stage.practice.hosts().console_url)));
    let live = stage.engine.connection_create(Region::Io).await.unwrap().connection.id;
    let page = stage.engine.link(&live, Link::AppList).await.unwrap();
    assert_eq!(page, "https://open-dev.dingtalk.io/fe/app#/corp/app");
    stage.engine.set_practice_hosts(None);
    let refused = stage.engine.link(&stage.id, Link::ConsoleHome).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::PracticeNotRunning);
    let elsewhere = PracticeHosts { console_url: "https://evil.example".to_owned(), ..support::hosts(&stage.practice) };
    stage.engine.set_practice_hosts(Some(elsewhere));
    let refused = stage.engine.link(&stage.id, Link::ConsoleHome).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::LinkRefused);
}

#[tokio::test]
async fn another_region_puts_back_what_the_old_hosts_had_told() {
    let stage = Stage::new().await;
    let live = stage.engine.connection_create(Region::Com).await.unwrap().connection.id;
    let mut form = walk::register_form();
    stage.engine.register_confirm(&live, form.clone()).await.unwrap();
    form.region = Some(engine::setup::RegionChoice::Io);
    let snapshot = stage.engine.register_confirm(&live, form.clone()).await.unwrap();
    assert_eq!(snapshot.connection.region, Region::Io);
    let snapshot = stage.engine.register_confirm(&stage.id, form).await.unwrap();
    assert_eq!(snapshot.connection.region, Region::Practice, "practice stays practice");
}
