//! What becomes of a push: handed over once, answered each time, never claimed unhandled.

use std::collections::HashSet;

use dingtalk::{Callback, Outcome, SeenEvents, Subscription};
use serde_json::json;

use super::gateway::{Calendar, Gateway, event, still_clock};
use super::live;
use crate::server::SECRET;

// V §6.3: opening sends clientId, clientSecret and the subscriptions EVENT * and CALLBACK topic, and accepts JSON
#[tokio::test(start_paused = true)]
async fn opening_says_who_asks_and_for_what_and_nothing_about_this_machine() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let _stream = gateway.builder().start();
    gateway.peer().await;
    let mut opening = gateway.openings().remove(0);
    let ua = opening.as_object_mut().unwrap().remove("ua").unwrap();
    assert!(ua.as_str().unwrap().starts_with("dingtalk-rs/"));
    let subscriptions =
        json!([{"type": "EVENT", "topic": "*"}, {"type": "CALLBACK", "topic": "/v1.0/im/bot/messages/get"}]);
    let expected = json!({"clientId": "dingexample", "clientSecret": SECRET, "subscriptions": subscriptions});
    assert_eq!(opening, expected);
}

#[tokio::test(start_paused = true)]
async fn an_event_and_a_robot_message_arrive_and_are_answered() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    let delivery = stream.next().await.unwrap();
    assert_eq!(delivery.event().unwrap().fields["userId"], json!(["u1"]));
    delivery.ack(Outcome::Success);
    assert_eq!(peer.answer().await, (200, "m1".into(), json!({"status": "SUCCESS", "message": "success"})));

    let headers = json!({"topic": Subscription::ROBOT_MESSAGES, "messageId": "m2"});
    peer.send(&json!({"type": "CALLBACK", "headers": headers, "data": "{\"msgtype\":\"text\"}"}));
    let delivery = stream.next().await.unwrap();
    let expected = Callback { topic: Subscription::ROBOT_MESSAGES.into(), data: json!({"msgtype": "text"}) };
    assert_eq!(delivery.callback(), Some(&expected));
    delivery.ack(Outcome::Success);
    assert_eq!(peer.answer().await, (200, "m2".into(), json!({"response": null})));

    peer.ping("m3");
    assert_eq!(peer.answer().await, (200, "m3".into(), json!({"opaque": "1"})));
    peer.send(&json!({"type": "CALLBACK", "headers": {"topic": "/other", "messageId": "m4"}, "data": "{}"}));
    assert_eq!(peer.answer().await, (404, "m4".into(), json!({})));
}

// V §6.3: an event may be delivered again even after a correct answer
// F43
#[tokio::test(start_paused = true)]
async fn an_event_that_comes_twice_is_handled_once_and_acknowledged_twice() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let seen = SeenEvents::new();
    let mut stream = gateway.builder().seen(seen.clone()).start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    stream.next().await.unwrap().ack(Outcome::Success);
    assert_eq!(peer.answer().await.1, "m1");
    peer.push_event("e1", "m2");
    let success = json!({"status": "SUCCESS", "message": "success"});
    assert_eq!(peer.answer().await, (200, "m2".into(), success.clone()));

    // Also while the first is still being handled …
    peer.push_event("e2", "m3");
    peer.push_event("e2", "m4");
    peer.push_event("e3", "m5");
    let second = stream.next().await.unwrap();
    let third = stream.next().await.unwrap();
    assert_eq!(third.event().unwrap().id.as_deref(), Some("e3"), "e2 is not handed over again");
    third.ack(Outcome::Success);
    assert_eq!(peer.answer().await.1, "m5");
    second.ack(Outcome::Success);
    assert_eq!(
        (peer.answer().await, peer.answer().await),
        ((200, "m3".into(), success.clone()), (200, "m4".into(), success))
    );
    stream.stop().await;

    // … and over a restart.
    let mut stream = gateway.builder().seen(SeenEvents::restore(seen.entries())).start();
    let mut peer = gateway.peer().await;
    peer.push_event("e2", "m6");
    peer.push_event("e4", "m7");
    assert_eq!(peer.answer().await.1, "m6");
    assert_eq!(stream.next().await.unwrap().event().unwrap().id.as_deref(), Some("e4"));
}

// F43
#[tokio::test(start_paused = true)]
async fn an_id_older_than_seven_days_is_forgotten() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let calendar = Calendar::new();
    let clock = calendar.clone();
    let mut stream = gateway.builder().wall_clock(move || clock.now()).start();
    let peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    stream.next().await.unwrap().ack(Outcome::Success);
    calendar.go_on(std::time::Duration::from_hours(7 * 24));
    peer.push_event("e1", "m2");
    assert_eq!(stream.next().await.unwrap().event().unwrap().id.as_deref(), Some("e1"));
}

// F49
#[tokio::test(start_paused = true)]
async fn a_crash_after_handling_and_before_acknowledging_is_no_second_handling() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    let delivery = stream.next().await.unwrap();
    // Handled, and the id written down with what was done.
    let written_down = vec![(delivery.event().unwrap().id.clone().unwrap(), 1_783_610_513_000)];
    drop((delivery, stream));
    assert_eq!(peer.closed().await, Some(1000), "and nothing was acknowledged before");

    let calendar = Calendar::new();
    let builder = gateway.builder().wall_clock(move || calendar.now());
    let mut stream = builder.seen(SeenEvents::restore(written_down)).start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m2");
    peer.push_event("e2", "m3");
    assert_eq!(peer.answer().await.1, "m2");
    assert_eq!(stream.next().await.unwrap().event().unwrap().id.as_deref(), Some("e2"));
}

#[tokio::test(start_paused = true)]
async fn what_was_dropped_or_put_off_is_handed_over_again() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    peer.push_event("e1", "m1");
    drop(stream.next().await.unwrap());
    peer.push_event("e1", "m2");
    stream.next().await.unwrap().ack(Outcome::Later);
    // Of the dropped one nothing is heard.
    assert_eq!(peer.answer().await, (200, "m2".into(), json!({"status": "LATER", "message": "later"})));
    peer.push_event("e1", "m3");
    stream.next().await.unwrap().ack(Outcome::Success);
    assert_eq!(peer.answer().await.1, "m3");
}

// F45
#[tokio::test(start_paused = true)]
async fn a_burst_fills_the_queue_and_nothing_is_acknowledged_unhandled() {
    const ROOM: usize = 10_000;
    const BURST: usize = ROOM + 200;
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let mut stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    for number in 0..BURST {
        peer.send(&event(&format!("e{number}"), &format!("m{number}")));
    }
    peer.ping("last");
    let mut in_hand = Vec::new();
    for _ in 0..ROOM {
        in_hand.push(stream.next().await.unwrap());
    }
    // Long enough for one more to come if it could.
    for _ in 0..2_000 {
        tokio::task::yield_now().await;
        assert!(tokio::time::timeout(std::time::Duration::ZERO, stream.next()).await.is_err(), "one too many");
    }
    let mut handled = HashSet::new();
    for (number, delivery) in in_hand.into_iter().enumerate() {
        handled.insert(format!("m{number}"));
        delivery.ack(Outcome::Success);
    }
    for number in ROOM..BURST {
        handled.insert(format!("m{number}"));
        stream.next().await.unwrap().ack(Outcome::Success);
    }
    let mut before_the_ping = 0;
    for answered in 0..=BURST {
        let (_, message_id, _) = peer.answer().await;
        if message_id == "last" {
            before_the_ping = answered;
        } else {
            assert!(handled.remove(&message_id), "{message_id} was acknowledged twice, or unhandled");
        }
    }
    assert!(before_the_ping >= BURST - ROOM, "what did not fit was not even read: {before_the_ping}");
    live(&stream).await;
}
