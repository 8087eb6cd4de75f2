//! The proxy's settings with their password, zones that move their clocks, and the test of the practice hosts.
#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use engine::network::{HostState, ProxyForm, ProxyMode, Span, SpanUnit, Way};
use engine::problem::{Field, ProblemCode};
use engine::vault::Fault;
use engine::{Change, Clock};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use support::Stage;
use support::gate::Gate;

fn manual(address: &str, user: &str, password: Option<&str>) -> ProxyForm {
    ProxyForm {
        mode: ProxyMode::Manual,
        address: address.to_owned(),
        user: user.to_owned(),
        password: password.map(str::to_owned),
    }
}

#[tokio::test]
async fn a_proxys_password_is_in_the_key_store_alone_and_one_at_a_time() {
    let stage = Stage::new().await;
    let names = || stage.vault.names().into_iter().filter(|name| name.contains("/proxy/")).collect::<Vec<_>>();
    let set = stage.engine.proxy_set(manual("proxy.office:8080", "mei", Some("canary-1"))).await.unwrap();
    assert!(set.password_set_at.is_some());
    assert!(stage.vault.holds("proxy/password-a", "canary-1"));
    // Kept when nothing else is said, and never for another address or another person.
    stage.engine.proxy_set(manual("proxy.office:8080", "mei", None)).await.unwrap();
    assert!(stage.vault.holds("proxy/password-a", "canary-1"));
    for other in [manual("evil.office:8080", "mei", None), manual("proxy.office:8080", "lee", None)] {
        let refused = stage.engine.proxy_set(other).await.unwrap_err();
        assert_eq!((refused.code, refused.field), (ProblemCode::ProxyPasswordMissing, Some(Field::ProxyPassword)));
    }
    stage.engine.proxy_set(manual("proxy.office:8080", "mei", Some("canary-2"))).await.unwrap();
    assert!(stage.vault.holds("proxy/password-b", "canary-2"));
    assert_eq!(names().len(), 1, "the old one is gone: {:?}", names());
    // A key store that refuses leaves what was set before.
    stage.vault.misbehave(Fault::Locked);
    let refused = stage.engine.proxy_set(manual("proxy.office:8080", "mei", Some("canary-3"))).await.unwrap_err();
    assert_eq!((refused.code, refused.field), (ProblemCode::VaultLocked, Some(Field::ProxyPassword)));
    stage.vault.misbehave(Fault::None);
    assert!(stage.vault.holds("proxy/password-b", "canary-2"));
    assert_eq!(stage.engine.proxy().await.unwrap().user, "mei");
    for entry in std::fs::read_dir(stage.home.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = if path.is_file() { std::fs::read(&path).unwrap() } else { Vec::new() };
        assert!(!bytes.windows(6).any(|window| window == b"canary"), "{}", path.display());
    }
    let cleared = stage.engine.proxy_clear().await.unwrap();
    assert_eq!((cleared.mode, cleared.password_set_at), (ProxyMode::System, None));
    assert!(names().is_empty(), "{:?}", names());
}

#[tokio::test]
async fn a_proxys_password_that_could_not_be_removed_is_tried_again_until_it_is_gone() {
    let mut stage = Stage::new().await;
    stage.engine.network_test(&stage.id).await.unwrap();
    let mut changes = stage.engine.changes();
    stage.engine.proxy_set(manual("proxy.office:8080", "mei", Some("canary-1"))).await.unwrap();
    for (fault, code) in [(Fault::Locked, ProblemCode::VaultLocked), (Fault::KeepsDeleted, ProblemCode::SecretLeft)] {
        stage.vault.misbehave(fault);
        // Again and again: it is never said to be gone.
        for _ in 0..2 {
            assert_eq!(stage.engine.proxy_clear().await.unwrap_err().code, code);
            assert!(stage.vault.holds("proxy/password-a", "canary-1"));
        }
    }
    let mut modes = Vec::new();
    while let Ok(change) = changes.try_recv() {
        let Change::Network(told) = change else { continue };
        modes.push(told.proxy.mode);
    }
    assert_eq!(modes.last(), Some(&ProxyMode::System), "what is used from now on was told all the same");
    // A restart changes nothing about that.
    stage.reopen().await;
    stage.vault.misbehave(Fault::None);
    stage.engine.proxy_clear().await.unwrap();
    assert!(stage.vault.names().is_empty(), "{:?}", stage.vault.names());
    // Nothing is left to do: no key store is needed.
    stage.vault.misbehave(Fault::Absent);
    stage.engine.proxy_clear().await.unwrap();
    stage.engine.proxy_set(manual("proxy.office:8080", "", None)).await.unwrap();
}

#[tokio::test]
async fn a_proxy_that_is_set_during_a_test_stays_told() {
    let stage = Stage::new().await;
    let gate = Gate::before(&stage).await;
    let mut changes = stage.engine.changes();
    let (engine, id) = (stage.engine.clone(), stage.id.clone());
    let test = tokio::spawn(async move { engine.network_test(&id).await });
    gate.arrived().await;
    stage.engine.proxy_set(manual("proxy.office:8080", "", None)).await.unwrap();
    gate.open();
    let ended = test.await.unwrap().unwrap();
    let mut told = Vec::new();
    while let Ok(change) = changes.try_recv() {
        let Change::Network(snapshot) = change else { continue };
        told.push(snapshot);
    }
    let set = told.iter().position(|one| one.proxy.mode == ProxyMode::Manual).unwrap();
    assert!(told[set..].iter().all(|one| one.proxy.mode == ProxyMode::Manual));
    assert!(told[set..].iter().any(|one| one.test.running), "the test went on");
    assert_eq!(told.last(), Some(&ended));
    assert!(!ended.test.running && told.iter().filter(|one| one.test.at.is_some() && !one.test.running).count() == 1);
}

#[tokio::test]
async fn the_practice_hosts_are_tested_without_any_proxy_and_say_so() {
    let stage = Stage::new().await;
    stage.engine.proxy_set(manual("127.0.0.1:9", "", None)).await.unwrap();
    let test = stage.engine.network_test(&stage.id).await.unwrap().test;
    assert!(test.practice && !test.running && test.at.is_some());
    assert_eq!(test.rows.len(), 4);
    for row in test.rows {
        assert_eq!((row.state, row.proxy, row.certificate), (HostState::Reached, None, None), "{:?}", row.role);
    }
    assert!(!test.clock.unwrap().off);
}

/// Stands still, in any zone.
struct At(Mutex<Timestamp>, TimeZone);

impl Clock for At {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn zone(&self) -> TimeZone {
        self.1.clone()
    }
}

fn at(now: &str, zone: TimeZone) -> Arc<At> {
    Arc::new(At(Mutex::new(now.parse().unwrap()), zone))
}

// F55
#[tokio::test]
async fn a_zone_that_moves_its_clocks_is_told_with_both_distances_and_hong_kongs_never_moves() {
    let london = "GMT0BST,M3.5.0/1,M10.5.0";
    let hours = |count| Span { unit: SpanUnit::Hours, count };
    for (now, today, later) in [("2026-11-28T06:00:00Z", 8, 7), ("2026-07-01T06:00:00Z", 7, 8)] {
        let stage = Stage::with_clock(at(now, TimeZone::posix(london).unwrap())).await;
        let zone = stage.engine.zone();
        assert_eq!((zone.now.way, zone.now.by), (Way::Behind, hours(today)), "{now}");
        let later_on = zone.later.unwrap();
        assert_eq!((later_on.way, later_on.by), (Way::Behind, hours(later)), "{now}");
    }
    for zone in ["HKT-8", "CST-8"] {
        let stage = Stage::with_clock(at("2026-07-01T06:00:00Z", TimeZone::posix(zone).unwrap())).await;
        let told = stage.engine.zone();
        assert_eq!((told.now.way, told.later), (Way::Same, None), "{zone}");
    }
}

// F55: between planning and the date the computer's zone moves its clocks; the date is Hong Kong's, once
#[tokio::test]
async fn a_reminder_keeps_its_hong_kong_date_over_a_change_of_the_clocks_elsewhere() {
    for zone in ["GMT0BST,M3.5.0/1,M10.5.0", "EST5EDT,M3.2.0,M11.1.0", "HKT-8"] {
        let clock = at("2027-03-01T16:30:00Z", TimeZone::posix(zone).unwrap());
        let stage = Stage::with_clock(clock.clone()).await;
        // Half past midnight of the second in Hong Kong.
        let set = stage.engine.reminder_set(&stage.id, 30).await.unwrap();
        assert_eq!(set.protect.reminder.as_ref().unwrap().next, "2027-04-01", "{zone}");
        for (now, due) in [("2027-03-31T15:59:59Z", false), ("2027-03-31T16:00:00Z", true)] {
            *clock.0.lock().unwrap() = now.parse().unwrap();
            let reminder = stage.engine.setup(&stage.id).await.unwrap().protect.reminder.unwrap();
            assert_eq!((reminder.next.as_str(), reminder.due), ("2027-04-01", due), "{zone} {now}");
        }
    }
}
