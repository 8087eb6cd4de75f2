//! A gateway that refuses, lies, floods or is away.

use std::time::Duration;

use dingtalk::{Error, LinkFault, Outcome};
use serde_json::json;
use tokio::time::{Instant, advance};
use tokio_tungstenite::tungstenite::Message;

use super::gateway::{Calendar, Gateway, TICKET, json_answer, still_clock};
use super::{live, pass, waiting};
use crate::server::SECRET;

const DOWN: &str = "HTTP/1.1 503 X\r\ncontent-length: 0\r\n\r\n";
const EXPIRED: &str = "HTTP/1.1 401 X\r\ncontent-length: 0\r\n\r\n";

// F50
#[tokio::test(start_paused = true)]
async fn a_gateway_that_is_down_for_ten_minutes_is_asked_ever_more_seldom_and_found_again() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.answer_opens(10_000, DOWN);
    let mut stream = gateway.builder().start();
    let start = Instant::now();
    let mut pauses = Vec::new();
    let mut last = None;
    while start.elapsed() < Duration::from_mins(10) {
        let (until, why) = waiting(&stream, last).await;
        assert!(matches!(&why, LinkFault::Call(error) if error.is_busy()), "{why:?}");
        pauses.push(until - Instant::now());
        assert_eq!(gateway.happened().len(), pauses.len(), "one attempt a pause");
        last = Some(until);
        pass(until).await;
    }
    for (pause, ceiling) in pauses.iter().zip([1, 2, 4, 8, 16, 32, 60].into_iter().chain(std::iter::repeat(60))) {
        assert!(*pause <= Duration::from_secs(ceiling), "{pauses:?}");
    }
    assert!(pauses.windows(2).any(|two| two[0] != two[1]), "each is drawn anew: {pauses:?}");
    gateway.forget_unused_answers();
    let mut peer = loop {
        tokio::select! {
            biased;
            peer = gateway.peer() => break peer,
            (until, _) = waiting(&stream, last) => {
                last = Some(until);
                pass(until).await;
            }
        }
    };
    peer.push_event("e1", "m1");
    stream.next().await.unwrap().ack(Outcome::Success);
    assert_eq!(peer.answer().await.1, "m1");
    assert_eq!(gateway.most_living(), 1);
}

// V §6.3: a ticket holds 90 seconds and opens one connection
// F50
#[tokio::test(start_paused = true)]
async fn after_a_refused_ticket_a_new_one_is_asked_for() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.answer_connects(EXPIRED);
    let stream = gateway.builder().start();
    let (until, why) = waiting(&stream, None).await;
    assert_eq!(why, LinkFault::Refused { status: 401 });
    pass(until).await;
    gateway.peer().await;
    assert_eq!(gateway.happened(), ["open", "refused 1", "open", "connected 2"]);
}

// V §6.3: opening with wrong keys answers HTTP 401 authFailed
#[tokio::test(start_paused = true)]
async fn wrong_keys_are_told_and_asked_about_once_a_minute() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.answer_opens(1, &json_answer(401, &json!({"requestid": "A", "code": "authFailed", "message": "鉴权失败"})));
    let stream = gateway.builder().start();
    let (until, why) = waiting(&stream, None).await;
    assert!(matches!(&why, LinkFault::Call(error) if error.is_credentials_refused()), "{why:?}");
    assert_eq!(until - Instant::now(), Duration::from_mins(1));
}

#[tokio::test(start_paused = true)]
async fn a_sleep_ends_a_wait() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.answer_opens(1, &json_answer(401, &json!({"code": "authFailed", "message": "鉴权失败"})));
    let calendar = Calendar::new();
    let clock = calendar.clone();
    let stream = gateway.builder().wall_clock(move || clock.now()).start();
    waiting(&stream, None).await;
    calendar.go_on(Duration::from_hours(8));
    advance(Duration::from_secs(5)).await;
    gateway.peer().await;
}

// F46
#[tokio::test(start_paused = true)]
#[cfg_attr(windows, ignore = "Wine 8 takes the next connection and never wakes who waits for its answer")]
async fn a_frame_of_sixty_four_megabytes_is_refused_by_its_head() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    let mut head = vec![0x81, 127];
    head.extend_from_slice(&(64_u64 * 1024 * 1024).to_be_bytes());
    peer.send_raw(head);
    assert_eq!(peer.closed().await, Some(1009));
    gateway.peer().await;
    live(&stream).await;
}

// F46
#[tokio::test(start_paused = true)]
async fn a_megabyte_passes_and_more_than_one_does_not_however_it_is_cut() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    let _stream = gateway.builder().start();
    let mut peer = gateway.peer().await;
    peer.send_message(Message::text("x".repeat(1024 * 1024)));
    peer.ping("m1");
    assert_eq!(peer.answer().await.1, "m1");
    let half = 600 * 1024_usize;
    for first_byte in [0x01, 0x80] {
        let mut fragment = vec![first_byte, 127];
        fragment.extend_from_slice(&u64::try_from(half).unwrap().to_be_bytes());
        fragment.resize(fragment.len() + half, b'x');
        peer.send_raw(fragment);
    }
    assert_eq!(peer.closed().await, Some(1009));
}

// F46
#[tokio::test(start_paused = true)]
async fn a_handshake_of_ten_thousand_lines_is_refused() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.answer_connects(&format!("HTTP/1.1 101 X\r\n{}\r\n", "x: y\r\n".repeat(10_000)));
    let stream = gateway.builder().start();
    let (_, why) = waiting(&stream, None).await;
    assert!(matches!(why, LinkFault::Call(Error::Interrupted { .. })), "{why:?}");
}

async fn check_handshake(answer: &str, expected: &LinkFault) {
    let gateway = Gateway::start().await;
    gateway.answer_connects(answer);
    let stream = gateway.builder().start();
    assert_eq!(waiting(&stream, None).await.1, *expected, "{answer}");
}

#[tokio::test(start_paused = true)]
async fn what_does_not_prove_to_speak_websocket_is_not_spoken_to() {
    let _still = still_clock();
    let wrong = LinkFault::HandshakeWrong;
    let head = "HTTP/1.1 101 X\r\nconnection: upgrade\r\n";
    check_handshake(&format!("{head}upgrade: websocket\r\n\r\n"), &wrong).await;
    check_handshake(
        &format!("{head}upgrade: websocket\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"),
        &wrong,
    )
    .await;
    check_handshake(&format!("{head}upgrade: h2c\r\n\r\n"), &wrong).await;
    check_handshake("HTTP/1.1 200 X\r\ncontent-length: 0\r\n\r\n", &LinkFault::Refused { status: 200 }).await;
    let redirect = "HTTP/1.1 302 X\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n";
    check_handshake(redirect, &LinkFault::Refused { status: 302 }).await;
}

#[tokio::test(start_paused = true)]
async fn a_ticket_for_somebody_elses_host_is_not_used() {
    let _still = still_clock();
    let gateway = Gateway::start().await;
    gateway.name_endpoint("wss://wss-open-connection.dingtalk.com.evil.example/connect");
    let stream = gateway.builder().start();
    let (_, why) = waiting(&stream, None).await;
    let host = "wss-open-connection.dingtalk.com.evil.example".to_owned();
    assert_eq!(why, LinkFault::ForeignEndpoint { host });
    assert_eq!(gateway.happened(), ["open"]);
}

/// Ticket and Client Secret as an answer might bring them back.
fn echo(status: u16, ticket: &str) -> String {
    let body = json!({"code": SECRET, "message": format!("{ticket} {SECRET}"), "requestid": SECRET, "ticket": ticket});
    json_answer(status, &body)
}

async fn check_canary(open: Option<&str>, connect: Option<&str>) {
    let gateway = Gateway::start().await;
    if let Some(answer) = open {
        gateway.answer_opens(1, answer);
    }
    if let Some(answer) = connect {
        gateway.answer_connects(answer);
    }
    let stream = gateway.builder().start();
    let (_, why) = waiting(&stream, None).await;
    let shown = format!("{why} {why:?} {:?} {:?}", *stream.state().borrow(), gateway.client());
    assert!(!shown.contains("CANARY"), "{shown}");
}

#[tokio::test(start_paused = true)]
async fn no_fault_shows_ticket_or_secret() {
    let _still = still_clock();
    let ticket = format!("{TICKET}-1");
    for status in [400, 401, 403, 500] {
        check_canary(Some(&echo(status, "")), None).await;
        check_canary(None, Some(&echo(status, &ticket))).await;
    }
    // A ticket without an endpoint, and one whose endpoint holds it.
    check_canary(Some(&echo(200, &ticket)), None).await;
    let named = json!({"ticket": ticket, "endpoint": format!("wss://{ticket}@a.dingtalk.com/{ticket}?{ticket}")});
    check_canary(Some(&json_answer(200, &named)), None).await;
    let lines = "x: y\r\n".repeat(10_000);
    check_canary(None, Some(&format!("HTTP/1.1 101 {ticket}\r\nx-{ticket}: {ticket}\r\n{lines}\r\n"))).await;
    check_canary(None, Some(&format!("{ticket} {SECRET}\r\n\r\n"))).await;
    let redirect = format!("HTTP/1.1 302 X\r\nlocation: http://127.0.0.1:9/?{ticket}\r\ncontent-length: 0\r\n\r\n");
    check_canary(None, Some(&redirect)).await;
}
