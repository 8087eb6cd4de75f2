//! The public address: learnt from refusals and from services, kept, and told when it is another one.
#![allow(clippy::unwrap_used)]

mod support;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use engine::connection::{ConnectionId, Region};
use engine::problem::{ProblemCode, Who};
use engine::sentinel::{AddressSource, AdviceCode, Echo, SentinelView};
use engine::setup::{Stop, Task};
use practice::Scenario;
use support::{Stage, Switch, walk};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

async fn well() -> Stage {
    let stage = Stage::new().await;
    for stop in Stop::ALL {
        walk::stop(&stage, stop).await.unwrap();
    }
    stage
}

async fn sentinel(stage: &Stage) -> SentinelView {
    stage.engine.sentinel(&stage.id).await.unwrap()
}

/// A service that answers with this, and how often it was asked.
async fn service(answer: &'static str) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (at, asked) = (listener.local_addr().unwrap(), Arc::new(AtomicUsize::new(0)));
    let count = asked.clone();
    tokio::spawn(async move {
        while let Ok((mut line, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            let mut head = vec![0; 4096];
            let _ = line.read(&mut head).await;
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", answer.len());
            let _ = line.write_all(format!("{head}{answer}").as_bytes()).await;
        }
    });
    (at, asked)
}

struct Services {
    all: Vec<Echo>,
    asked: Vec<Arc<AtomicUsize>>,
}

impl Services {
    async fn answering(answers: &[(&'static str, bool)]) -> Self {
        let mut services = Self { all: Vec::new(), asked: Vec::new() };
        for (answer, v4) in answers {
            let (at, asked) = service(answer).await;
            services.all.push(Echo { url: format!("http://{at}"), v4: *v4 });
            services.asked.push(asked);
        }
        services
    }

    fn asked(&self) -> usize {
        self.asked.iter().map(|asked| asked.load(Ordering::SeqCst)).sum()
    }
}

async fn live(stage: &Stage) -> ConnectionId {
    stage.engine.connection_create(Region::Com).await.unwrap().connection.id
}

#[tokio::test]
async fn a_refused_address_is_a_change_until_it_is_let_in() {
    // F16
    let stage = well().await;
    let known = sentinel(&stage).await;
    assert!(known.change.is_none() && known.advice.is_empty());
    assert_eq!(known.v4[0].ip, "203.0.113.10");
    assert!(known.v4[0].approved && known.v4[0].approved_by.as_deref() == Some("GET /auth/scopes"));
    stage.switch(Scenario::IpRefused, Switch::On);
    let view = stage.engine.sentinel_look(&stage.id).await.unwrap();
    let change = view.change.unwrap();
    assert_eq!((change.ip.as_str(), change.before.as_str()), ("198.51.100.77", "203.0.113.10"));
    assert_eq!((change.source, change.refused), (AddressSource::Refusal, true));
    let advice: Vec<_> = view.advice.iter().map(|advice| advice.code).collect();
    assert_eq!(advice, [AdviceCode::Fixed, AdviceCode::Aws]);
    let letter = stage.engine.ask_sheet(&stage.id, Task::AllowList, Some(Who::It)).await.unwrap();
    assert_eq!(letter.address, "198.51.100.77");
    stage.allow("127.0.0.1, 198.51.100.77");
    let view = stage.engine.sentinel_look(&stage.id).await.unwrap();
    assert!(view.change.is_none() && view.v4[0].approved && view.v4[0].ip == "198.51.100.77");
}

#[tokio::test]
async fn what_is_known_of_addresses_survives_a_restart() {
    let mut stage = well().await;
    stage.switch(Scenario::IpRefused, Switch::On);
    stage.engine.sentinel_look(&stage.id).await.unwrap();
    let before = sentinel(&stage).await;
    stage.reopen().await;
    assert_eq!(sentinel(&stage).await, before);
}

#[tokio::test]
async fn another_network_is_looked_at_at_once_by_one_program_and_a_pulled_cable_is_none() {
    // F75
    let stage = well().await;
    let other = support::open(stage.home.path(), stage.vault.clone()).await;
    other.set_practice_hosts(Some(support::hosts(&stage.practice)));
    let now = |what: &'static str| {
        stage.engine.set_footprint(move || what.to_owned());
        other.set_footprint(move || what.to_owned());
    };
    let look = async || {
        let (one, two) = tokio::join!(stage.engine.surroundings_look(), other.surroundings_look());
        one.and(two).unwrap();
        stage.journal("call_refused").len()
    };
    now("192.0.2.7");
    look().await;
    stage.switch(Scenario::IpRefused, Switch::On);
    assert_eq!(look().await, 0, "nothing changed: nobody is asked");
    now("");
    assert_eq!(look().await, 0);
    now("192.0.2.7");
    assert_eq!(look().await, 0);
    now("198.51.100.9");
    assert_eq!(look().await, 1, "one call, of one of the two");
    assert!(sentinel(&stage).await.change.is_some(), "told before any message was refused");
    assert_eq!(look().await, 1);
}

#[tokio::test]
async fn services_are_asked_only_when_somebody_chose_it_and_most_of_them_decide() {
    let stage = Stage::new().await;
    let id = live(&stage).await;
    let services = Services::answering(&[
        ("203.0.113.9", true),
        ("203.0.113.9\n", true),
        ("198.51.100.1", true),
        ("2001:db8::9", false),
        ("<html>2001:db8::9</html>", false),
        ("2001:db8::9", false),
    ])
    .await;
    stage.engine.set_echoes(services.all.clone());
    let view = stage.engine.sentinel_look(&id).await.unwrap();
    assert_eq!((services.asked(), view.v4.len()), (0, 0), "off until chosen");
    stage.engine.sentinel_echo(&id, true).await.unwrap();
    let view = stage.engine.sentinel_look(&id).await.unwrap();
    assert_eq!(services.asked(), 6);
    assert_eq!((view.v4[0].ip.as_str(), view.v4[0].source), ("203.0.113.9", AddressSource::Echo));
    assert_eq!(view.v6[0].ip, "2001:db8::9", "told apart");
    assert!(view.change.is_none(), "nothing was let in yet");
    stage.engine.sentinel_echo(&id, false).await.unwrap();
    stage.engine.sentinel_look(&id).await.unwrap();
    assert_eq!(services.asked(), 6);
}

#[tokio::test]
async fn answers_that_are_long_foreign_or_of_the_other_kind_are_nobodys_address() {
    let stage = Stage::new().await;
    let id = live(&stage).await;
    let long: &'static str = Box::leak("203.0.113.9 ".repeat(5_000).into_boxed_str());
    for answers in [[long; 3], ["10.0.0.1"; 3], ["2001:db8::9"; 3], ["203.0.113.9\r\n\r\nx"; 3], [""; 3]] {
        let services = Services::answering(&answers.map(|answer| (answer, true))).await;
        stage.engine.set_echoes(services.all.clone());
        stage.engine.sentinel_echo(&id, true).await.unwrap();
        let view = stage.engine.sentinel_look(&id).await.unwrap();
        assert_eq!((services.asked(), view.v4.len(), view.v6.len()), (3, 0, 0), "{:.40}", answers[0]);
    }
}

#[tokio::test]
async fn nobody_is_asked_while_practising() {
    let stage = well().await;
    let services = Services::answering(&[("198.51.100.1", true); 3]).await;
    stage.engine.set_echoes(services.all.clone());
    let refused = stage.engine.sentinel_echo(&stage.id, true).await.unwrap_err();
    assert_eq!(refused.code, ProblemCode::ChoiceMissing);
    // A company of one's own chose it: practice stays out of it.
    let id = live(&stage).await;
    stage.engine.sentinel_echo(&id, true).await.unwrap();
    stage.engine.sentinel_look(&stage.id).await.unwrap();
    assert!(services.asked() == 0 && !sentinel(&stage).await.echo);
}

#[tokio::test]
async fn only_services_on_this_computer_can_be_put_in_the_place_of_the_real_ones() {
    let stage = Stage::new().await;
    let id = live(&stage).await;
    assert_eq!(stage.engine.sentinel(&id).await.unwrap().echo_hosts.len(), 6);
    stage.engine.set_echoes(vec![Echo { url: "https://evil.example/".to_owned(), v4: true }]);
    assert!(stage.engine.sentinel(&id).await.unwrap().echo_hosts.is_empty());
}
