//! Listening to events, over a real WebSocket to a practice server whose clock these tests move.
#![allow(clippy::unwrap_used)]

mod support;

use std::time::Duration;

use engine::connection::ConnectionId;
use engine::event::{Events, Heard, LinkView, Listening};
use engine::problem::ProblemCode;
use jiff::SignedDuration;
use practice::event::{Delivery, DeliveryState};
use practice::stream::hub::Order;
use serde_json::json;
use support::{Stage, walk};

/// The longest wait between two tries of the practice server.
const RETRY: SignedDuration = SignedDuration::from_secs(31);
/// Only a test that fails waits so long.
const GUARD: Duration = Duration::from_secs(20);

async fn stage() -> Stage {
    let stage = Stage::with_practice_clock(practice::Clock::standing_now()).await;
    walk::keys(&stage).await.unwrap();
    stage
}

fn raise(stage: &Stage, kind: &str) -> String {
    let data = json!({ "userId": ["staff-chan"], "timeStamp": "1783610513000" });
    stage.practice.shared().change(|world| world.raise_event(kind, data)).unwrap()
}

fn deliveries(stage: &Stage) -> Vec<Delivery> {
    stage.practice.shared().hub().deliveries()
}

fn send_away(stage: &Stage) {
    for connection in stage.practice.shared().hub().connections(None) {
        connection.orders.send(Order::Leave("connection is expired")).unwrap();
    }
}

fn write_down(stage: &Stage, event: &str) {
    let file = rusqlite::Connection::open(stage.home.path().join("hoitung.db")).unwrap();
    let now = jiff::Timestamp::now().as_millisecond();
    let insert = "INSERT INTO event_seen(connection, event, seen_at) VALUES (?1, ?2, ?3)";
    file.execute(insert, rusqlite::params![stage.id.0, event, now]).unwrap();
}

/// The next start, connected, and the old connection gone.
async fn restarted(stage: &mut Stage) -> Listening {
    stage.reopen().await;
    let mut listening = listen(stage, &stage.id).await;
    live(&mut listening).await;
    until(|| stage.practice.shared().hub().connections(None).len() == 1).await;
    listening
}

async fn until(mut done: impl FnMut() -> bool) {
    tokio::time::timeout(GUARD, async {
        while !done() {
            tokio::task::yield_now().await;
        }
    })
    .await
    .expect("it never came to this");
}

/// DingTalk's side has each of them as delivered.
async fn all_delivered(stage: &Stage) {
    until(|| deliveries(stage).iter().all(|delivery| delivery.state == DeliveryState::Delivered)).await;
}

async fn heard(listening: &mut Listening) -> Heard {
    tokio::time::timeout(GUARD, listening.next(100)).await.expect("nothing was heard").unwrap()
}

async fn events(listening: &mut Listening) -> Events {
    loop {
        if let Heard::Events(events) = heard(listening).await {
            return events;
        }
    }
}

async fn live(listening: &mut Listening) {
    while !matches!(heard(listening).await, Heard::Link(LinkView::Live)) {}
}

fn ids(events: &Events) -> Vec<String> {
    events.iter().map(|event| event.id.unwrap().to_owned()).collect()
}

async fn listen(stage: &Stage, id: &ConnectionId) -> Listening {
    stage.engine.listen(id).await.unwrap()
}

#[tokio::test]
async fn events_arrive_whole_and_are_answered_once_they_are_handled() {
    let stage = stage().await;
    let mut listening = listen(&stage, &stage.id).await;
    live(&mut listening).await;
    let id = raise(&stage, "user_add_org");
    let first = events(&mut listening).await;
    let event = first.iter().next().unwrap();
    assert_eq!((event.id, event.kind), (Some(id.as_str()), "user_add_org"));
    assert_eq!(event.corp_id, Some(stage.app.corp_id.as_str()));
    assert_eq!(event.fields["userId"], json!(["staff-chan"]));
    assert!(event.born_at.is_some());
    assert_eq!(deliveries(&stage)[0].state, DeliveryState::Waiting, "not answered before it is handled");
    first.handled().await.unwrap();
    all_delivered(&stage).await;
    listening.stop().await;
    assert!(stage.practice.shared().hub().connections(None).is_empty());
}

// F42
#[tokio::test]
async fn a_connection_that_is_sent_away_is_followed_by_another() {
    let stage = stage().await;
    let mut listening = listen(&stage, &stage.id).await;
    live(&mut listening).await;
    let arrivals = stage.practice.shared().hub().arrivals();
    let before = *arrivals.borrow();
    send_away(&stage);
    until(|| *arrivals.borrow() > before).await;
    let id = raise(&stage, "user_leave_org");
    let next = events(&mut listening).await;
    assert_eq!(ids(&next), [id]);
    next.handled().await.unwrap();
    all_delivered(&stage).await;
}

// F49
#[tokio::test]
async fn what_was_not_handled_before_a_crash_comes_again_and_what_was_handled_does_not() {
    let mut stage = stage().await;
    let mut listening = listen(&stage, &stage.id).await;
    live(&mut listening).await;
    let handled = raise(&stage, "user_add_org");
    let first = events(&mut listening).await;
    assert_eq!(ids(&first), std::slice::from_ref(&handled));
    first.handled().await.unwrap();
    all_delivered(&stage).await;
    let lost = raise(&stage, "user_modify_org");
    let second = events(&mut listening).await;
    assert_eq!(ids(&second), std::slice::from_ref(&lost));
    // Killed: neither stopped nor answered.
    drop(second);
    drop(listening);

    let mut listening = restarted(&mut stage).await;
    stage.practice.shared().clock().advance(RETRY).unwrap();
    let again = events(&mut listening).await;
    assert_eq!(ids(&again), [lost]);
    again.handled().await.unwrap();
    all_delivered(&stage).await;
}

// F43, F49
#[tokio::test]
async fn an_event_that_was_written_down_but_not_answered_is_answered_and_not_told_again() {
    let mut stage = stage().await;
    let mut listening = listen(&stage, &stage.id).await;
    live(&mut listening).await;
    let id = raise(&stage, "user_add_org");
    let first = events(&mut listening).await;
    assert_eq!(ids(&first), std::slice::from_ref(&id));
    // Killed after the line was printed and written down, before DingTalk had its answer.
    write_down(&stage, &id);
    drop(first);
    drop(listening);

    let mut listening = restarted(&mut stage).await;
    let next = raise(&stage, "org_dept_create");
    stage.practice.shared().clock().advance(RETRY).unwrap();
    let told = events(&mut listening).await;
    assert_eq!(ids(&told), [next]);
    told.handled().await.unwrap();
    // The old one was redelivered too, and answered without being told.
    let answered = tokio::select! {
        () = all_delivered(&stage) => true,
        more = events(&mut listening) => panic!("told again: {:?}", ids(&more)),
    };
    assert!(answered);
    assert!(deliveries(&stage)[0].attempts >= 2);
}

#[tokio::test]
async fn keys_that_are_refused_end_it_and_a_server_that_is_away_is_waited_for() {
    let stage = stage().await;
    stage.switch(practice::Scenario::Unreachable, support::Switch::On);
    let mut listening = listen(&stage, &stage.id).await;
    loop {
        match heard(&mut listening).await {
            Heard::Link(LinkView::Connecting) => {}
            Heard::Link(LinkView::Waiting { seconds, why }) => {
                assert_eq!((why.code, seconds), (ProblemCode::Unreachable, 1));
                break;
            }
            _ => panic!("no wait"),
        }
    }
    stage.switch(practice::Scenario::Unreachable, support::Switch::Off);
    live(&mut listening).await;
    listening.stop().await;

    stage.switch(practice::Scenario::WrongKey, support::Switch::On);
    let mut listening = listen(&stage, &stage.id).await;
    let refused = loop {
        match tokio::time::timeout(GUARD, listening.next(1)).await.unwrap() {
            Ok(Heard::Link(LinkView::Connecting)) => {}
            Ok(_) => panic!("it was let in"),
            Err(problem) => break problem,
        }
    };
    assert_eq!(refused.code, ProblemCode::CredentialsRefused);
}

// F45
#[tokio::test]
async fn a_burst_is_told_whole_in_its_order_and_each_once() {
    let stage = stage().await;
    let mut listening = listen(&stage, &stage.id).await;
    live(&mut listening).await;
    let burst = |world: &mut practice::state::World| -> Vec<String> {
        (0..1_000).map(|_| world.raise_event("user_add_org", json!({}))).collect()
    };
    let raised = stage.practice.shared().change(burst).unwrap();
    let mut told = Vec::new();
    while told.len() < raised.len() {
        let batch = events(&mut listening).await;
        told.extend(ids(&batch));
        batch.handled().await.unwrap();
    }
    assert_eq!(told, raised);
    all_delivered(&stage).await;
}
