//! Keeping one connection: silence, sleep, moving, stopping.

use std::time::Duration;

use dingtalk::{LinkState, Outcome, Stream};
use tokio::time::{Instant, advance};
use tokio_tungstenite::tungstenite::Message;

use super::gateway::{Calendar, Gateway, still_clock};
use super::live;

/// Moves the clock on in small steps until the stream is no longer live, and tells how long that took. Nothing of it
/// waits for the network, as what is pinged does not answer.
async fn time_until_dead(stream: &Stream) -> Duration {
    let start = Instant::now();
    let mut state = stream.state();
    assert!(matches!(*state.borrow_and_update(), LinkState::Live { .. }));
    while !state.has_changed().unwrap() {
        advance(Duration::from_millis(100)).await;
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
        assert!(start.elapsed() < Duration::from_mins(5), "it is never found dead");
    }
    start.elapsed()
}

// F41
#[tokio::test(start_paused = true)]
async fn a_half_open_connection_is_replaced_within_forty_five_seconds() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let stream = gateway.builder().start();
    let peer = gateway.peer().await;
    live(&stream).await;
    peer.freeze();
    let start = Instant::now();
    let dead_after = time_until_dead(&stream).await;
    let _next = gateway.peer().await;
    assert!(start.elapsed() <= Duration::from_secs(45), "{:?}", start.elapsed());
    assert!(dead_after >= Duration::from_secs(40), "two misses, not one: {dead_after:?}");
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_answers_is_pinged_every_twenty_seconds_and_kept() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    live(&stream).await;
    for round in 0..30 {
        advance(Duration::from_secs(20)).await;
        assert!(matches!(peer.hear().await, Some(Message::Ping(_))));
        // It comes behind the pong, so the pong is read too.
        peer.push_event(&round.to_string(), &round.to_string());
        stream.next().await.unwrap().ack(Outcome::Success);
        peer.reply().await;
    }
    assert_eq!(gateway.happened(), ["open", "connected 1"]);
}

// F42
#[tokio::test(start_paused = true)]
async fn a_disconnect_brings_a_new_connection_before_the_old_one_goes() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut old = gateway.peer().await;
    live(&stream).await;
    let start = Instant::now();
    old.push_event("e1", "m1");
    old.disconnect();
    let delivery = stream.next().await.unwrap();
    let mut new = gateway.peer().await;
    // The old one stands until what it brought is answered.
    delivery.ack(Outcome::Success);
    assert_eq!(old.answer().await.1, "m1");
    assert_eq!(old.closed().await, Some(1000));
    assert_eq!(old.hear().await, None);
    new.push_event("e2", "m2");
    stream.next().await.unwrap().ack(Outcome::Success);
    assert_eq!(new.answer().await.1, "m2");
    assert_eq!(gateway.happened(), ["open", "connected 1", "open", "connected 2", "closed 1"]);
    assert!(start.elapsed() <= Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(gateway.most_living(), 2);
}

// F42
#[tokio::test(start_paused = true)]
async fn a_push_nobody_answers_does_not_keep_an_old_connection_for_ever() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut old = gateway.peer().await;
    old.push_event("e1", "m1");
    let delivery = stream.next().await.unwrap();
    old.disconnect();
    let mut new = gateway.peer().await;
    let since = live(&stream).await;
    stream.state().wait_for(|state| matches!(state, LinkState::Live { since: now } if *now >= since)).await.unwrap();
    new.push_event("e2", "m2");
    stream.next().await.unwrap().ack(Outcome::Success);
    assert_eq!(new.answer().await.1, "m2");
    advance(Duration::from_secs(5)).await;
    assert_eq!(old.closed().await, Some(1000));
    // Redelivered on the new connection, the event is not handed over again, and answered when it is.
    new.push_event("e1", "m3");
    new.ping("m4");
    assert_eq!(new.answer().await.1, "m4");
    delivery.ack(Outcome::Success);
    assert_eq!(new.answer().await.1, "m3");
}

#[tokio::test(start_paused = true)]
async fn after_a_sleep_a_dead_connection_is_found_at_once() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let calendar = Calendar::new();
    let clock = calendar.clone();
    let stream = gateway.builder().wall_clock(move || clock.now()).start();
    let peer = gateway.peer().await;
    live(&stream).await;
    peer.freeze();
    // Eight hours by the date, none by the clock that stands still while the machine sleeps.
    calendar.go_on(Duration::from_hours(8));
    let dead_after = time_until_dead(&stream).await;
    assert!(dead_after <= Duration::from_secs(8), "{dead_after:?}");
    gateway.peer().await;
}

#[tokio::test(start_paused = true)]
async fn stopping_lets_what_is_in_hand_be_answered_and_says_good_bye() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    let state = stream.state();
    peer.push_event("e1", "m1");
    peer.push_event("e2", "m2");
    let delivery = stream.next().await.unwrap();
    let stopping = tokio::spawn(stream.stop());
    tokio::task::yield_now().await;
    delivery.ack(Outcome::Success);
    assert_eq!(peer.answer().await.1, "m1");
    assert_eq!(peer.closed().await, Some(1000), "and e2, which nobody took, is not acknowledged");
    stopping.await.unwrap();
    assert_eq!(*state.borrow(), LinkState::Stopped);
}

#[tokio::test(start_paused = true)]
async fn stopping_waits_five_seconds_and_no_longer() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    let _kept = stream.next().await.unwrap();
    let start = Instant::now();
    let stopping = tokio::spawn(stream.stop());
    while !stopping.is_finished() {
        advance(Duration::from_millis(100)).await;
        tokio::task::yield_now().await;
        assert!(start.elapsed() < Duration::from_mins(5), "it never stops");
    }
    assert_eq!(peer.closed().await, Some(1000));
    assert!(start.elapsed() >= Duration::from_secs(5), "{:?}", start.elapsed());
}
