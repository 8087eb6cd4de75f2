//! What the company's IT has laid down holds wherever somebody could go around it.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;
use std::sync::Arc;

use engine::connection::{NewConnection, Region};
use engine::network::{ProxyForm, ProxyMode};
use engine::policy::Policy;
use engine::problem::{Field, ProblemCode, Who};
use engine::setup::{AppType, RegionChoice, RegisterForm, Residency};
use engine::{Engine, Home, MemoryVault, Parts};
use platform::policy::{Entry, Found, Place};

use support::{HongKong, Stage, parts};

fn policy(name: &str, value: &str) -> Policy {
    let entry = Entry { place: Place::Machine, name: name.to_owned(), value: Some(value.to_owned()) };
    Policy::of(&Found { entries: vec![entry], unreadable: Vec::new() })
}

async fn open(home: &Path, vault: Arc<MemoryVault>, policy: Policy) -> Engine {
    Engine::open(&Home::at(home), Parts { policy, ..parts(vault, Arc::new(HongKong)) }).await.unwrap()
}

async fn fresh(policy: Policy) -> (tempfile::TempDir, Engine) {
    let home = tempfile::tempdir().unwrap();
    let engine = open(home.path(), Arc::new(MemoryVault::new()), policy).await;
    (home, engine)
}

/// The same company, after a start under this policy.
async fn restarted(stage: &Stage, policy: Policy) -> Engine {
    let engine = open(stage.home.path(), stage.vault.clone(), policy).await;
    engine.set_practice_hosts(Some(support::hosts(&stage.practice)));
    engine
}

fn form(region: RegionChoice) -> RegisterForm {
    RegisterForm {
        company_name: "海港示範有限公司".to_owned(),
        email: "mei@harbour-demo.hk".to_owned(),
        app_type: Some(AppType::Internal),
        region: Some(region),
        residency: Some(Residency::HongKong),
    }
}

fn given(region: Region) -> NewConnection {
    NewConnection {
        name: "示範".to_owned(),
        region,
        hosts: None,
        corp_id: "dingdemo".to_owned(),
        client_id: "dingclient".to_owned(),
        agent_id: String::new(),
        secret: "canary".to_owned().into(),
    }
}

#[tokio::test]
async fn a_company_is_in_the_region_that_it_allows_and_in_no_other() {
    let (_home, engine) = fresh(policy("Regions", "international")).await;
    // It begins there, before anybody has chosen.
    let begun = engine.connection_create(Region::Com).await.unwrap().connection;
    assert_eq!(begun.region, Region::Io);
    let refused = engine.register_confirm(&begun.id, form(RegionChoice::Com)).await.unwrap_err();
    assert_eq!((refused.code, refused.who), (ProblemCode::RegionForbidden, Who::It));
    assert_eq!((refused.field, refused.args["allowed"].as_str()), (Some(Field::Region), "io"));
    engine.register_confirm(&begun.id, form(RegionChoice::Io)).await.unwrap();
    for result in [
        engine.region_move(&begun.id, RegionChoice::Com).await.map(drop),
        engine.region_preview(&begun.id, RegionChoice::Com).await.map(drop),
        engine.connection_add(given(Region::Com)).await.map(drop),
        engine.network_test_region(Region::Com).await.map(drop),
    ] {
        assert_eq!(result.unwrap_err().code, ProblemCode::RegionForbidden);
    }
    engine.connection_add(given(Region::Io)).await.unwrap();
}

#[tokio::test]
async fn a_company_that_was_set_up_before_the_rule_is_not_reached_any_more() {
    let home = tempfile::tempdir().unwrap();
    let vault = Arc::new(MemoryVault::new());
    let id = {
        let engine = open(home.path(), vault.clone(), Policy::default()).await;
        engine.connection_add(given(Region::Com)).await.unwrap().id
    };
    let engine = open(home.path(), vault, policy("Regions", "international")).await;
    assert_eq!(engine.token(&id).await.unwrap_err().code, ProblemCode::RegionForbidden);
    assert_eq!(engine.network_test(&id).await.unwrap_err().code, ProblemCode::RegionForbidden);
    assert_eq!(engine.connection_duplicate(&id, "另一").await.unwrap_err().code, ProblemCode::RegionForbidden);
    // It can still be looked at, and taken away.
    assert_eq!(engine.app().await.unwrap().connections.len(), 1);
    engine.connection_remove(&id).await.unwrap();
}

#[tokio::test]
async fn a_rule_about_regions_that_nobody_understands_allows_none() {
    let (_home, engine) = fresh(policy("Regions", "hong kong")).await;
    for region in [Region::Com, Region::Io] {
        let refused = engine.connection_create(region).await.unwrap_err();
        assert_eq!((refused.code, refused.args["allowed"].as_str()), (ProblemCode::RegionForbidden, "none"));
    }
    assert!(engine.app().await.unwrap().policy.regions.is_empty());
}

#[tokio::test]
async fn where_practice_is_off_nobody_practises() {
    let stage = Stage::new().await;
    let engine = restarted(&stage, policy("PracticeMode", "off")).await;
    for result in [
        engine.connection_create(Region::Practice).await.map(drop),
        engine.connection_add(given(Region::Practice)).await.map(drop),
        engine.network_test(&stage.id).await.map(drop),
        engine.network_test_region(Region::Practice).await.map(drop),
        engine.practice_allowed(),
    ] {
        assert_eq!(result.unwrap_err().code, ProblemCode::PracticeForbidden);
    }
    assert!(engine.app().await.unwrap().policy.practice_off);
    // A company of its own is nobody's practice.
    engine.connection_create(Region::Com).await.unwrap();
}

fn to(mode: ProxyMode, address: &str) -> ProxyForm {
    ProxyForm { mode, address: address.to_owned(), ..ProxyForm::default() }
}

#[tokio::test]
async fn a_proxy_that_it_set_is_not_changed_here_and_its_sign_in_is() {
    let (home, engine) = fresh(policy("Proxy", "it.office:3128")).await;
    let told = engine.proxy().await.unwrap();
    assert_eq!((told.mode, told.address.as_str(), told.fixed), (ProxyMode::Manual, "it.office:3128", true));
    for form in [to(ProxyMode::System, ""), to(ProxyMode::None, ""), to(ProxyMode::Manual, "own.office:1")] {
        let refused = engine.proxy_set(form).await.unwrap_err();
        assert_eq!((refused.code, refused.who), (ProblemCode::ProxyFixed, Who::It));
    }
    let sign_in = ProxyForm {
        user: "mei".to_owned(),
        password: Some("canary".to_owned()),
        ..to(ProxyMode::Manual, "it.office:3128")
    };
    assert_eq!(engine.proxy_set(sign_in).await.unwrap().user, "mei");
    drop(engine);
    // Under another proxy the password of this one is not even shown to be there.
    let engine = open(home.path(), Arc::new(MemoryVault::new()), policy("Proxy", "other.office:3128")).await;
    let told = engine.proxy().await.unwrap();
    assert_eq!((told.user.as_str(), told.password_set_at), ("", None));
}

#[tokio::test]
async fn what_was_set_before_the_rule_waits_for_its_end() {
    let home = tempfile::tempdir().unwrap();
    let vault = Arc::new(MemoryVault::new());
    let engine = open(home.path(), vault.clone(), Policy::default()).await;
    engine.proxy_set(to(ProxyMode::Manual, "own.office:8080")).await.unwrap();
    drop(engine);
    for (value, mode) in [("system", ProxyMode::System), ("none", ProxyMode::None), ("?", ProxyMode::System)] {
        let engine = open(home.path(), vault.clone(), policy("Proxy", value)).await;
        let told = engine.proxy().await.unwrap();
        assert_eq!((told.mode, told.address.as_str(), told.fixed), (mode, "", true), "{value}");
        assert_eq!(engine.proxy_set(to(mode, "")).await.unwrap_err().code, ProblemCode::ProxyFixed);
    }
    let engine = open(home.path(), vault, Policy::default()).await;
    assert_eq!(engine.proxy().await.unwrap().address, "own.office:8080");
}
