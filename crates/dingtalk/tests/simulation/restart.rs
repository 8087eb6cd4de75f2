use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use dingtalk::{Error, HoldCause, Key, Limiter, Log, Result, RobotRefusal};
use tokio::time::Instant;

use crate::run::a_hundred_a_minute;
use crate::server::{Counting, MINUTE, Random, Simulated, most_in_any, sync_keys, through, words};

const HOUR: i64 = 3_600;

/// A wall clock that goes with virtual time and can be set wrong.
#[derive(Clone)]
struct Wall {
    began: Instant,
    off: Arc<AtomicI64>,
}

impl Wall {
    fn new() -> Self {
        Self { began: Instant::now(), off: Arc::new(AtomicI64::new(0)) }
    }

    fn jump(&self, seconds: i64) {
        self.off.fetch_add(seconds, Ordering::SeqCst);
    }

    fn clock(&self) -> impl Fn() -> SystemTime + Send + Sync + use<> {
        let wall = self.clone();
        move || {
            let off = Duration::from_secs((1_800_000_000 + wall.off.load(Ordering::SeqCst)).unsigned_abs());
            SystemTime::UNIX_EPOCH + off + wall.began.elapsed()
        }
    }
}

async fn calls(limiter: &Limiter, server: &Simulated, number: usize) {
    for _ in 0..number {
        through(limiter, sync_keys(), || server.call()).await.unwrap();
    }
}

fn holds_to_the_rate(server: &Simulated) {
    assert!(server.refused().is_empty());
    assert!(most_in_any(MINUTE, &server.arrivals()) <= 100);
}

// F52
#[tokio::test(start_paused = true)]
async fn a_wall_clock_that_jumps_by_a_day_and_an_hour_changes_nothing() {
    for jump in [25 * HOUR, -25 * HOUR] {
        let wall = Wall::new();
        let limiter = Limiter::builder(a_hundred_a_minute()).reading_clock(wall.clock()).build();
        let server = Simulated::new(Counting::Sliding, Random::seeded(1));
        calls(&limiter, &server, 90).await;
        wall.jump(jump);
        let began = Instant::now();
        calls(&limiter, &server, 60).await;
        holds_to_the_rate(&server);
        assert!(began.elapsed() < MINUTE + MINUTE / 2, "{jump}");
    }
}

// F52 F54
#[tokio::test(start_paused = true)]
async fn a_restart_with_a_clock_that_jumped_or_a_night_that_passed_bursts_never() {
    for (jump, slept) in [(0, 0), (25 * HOUR, 0), (-25 * HOUR, 0), (0, 8 * HOUR), (-25 * HOUR, 8 * HOUR)] {
        let wall = Wall::new();
        let limiter = Limiter::builder(a_hundred_a_minute()).reading_clock(wall.clock()).build();
        let server = Simulated::new(Counting::Sliding, Random::seeded(2));
        calls(&limiter, &server, 80).await;
        let kept = serde_json::to_string(&limiter.export()).unwrap();
        drop(limiter);
        wall.jump(jump);
        tokio::time::sleep(Duration::from_secs(slept.unsigned_abs())).await;
        let log: Log = serde_json::from_str(&kept).unwrap();
        let limiter = Limiter::builder(a_hundred_a_minute()).restoring(log).reading_clock(wall.clock()).build();
        calls(&limiter, &server, 120).await;
        holds_to_the_rate(&server);
    }
}

// F54
#[tokio::test(start_paused = true)]
async fn eight_hours_asleep_with_a_queue_are_followed_by_no_burst() {
    for monotonic_clock_sleeps_too in [0, 8 * 3_600] {
        let wall = Wall::new();
        let limiter = Limiter::builder(a_hundred_a_minute()).reading_clock(wall.clock()).build();
        let server = Simulated::new(Counting::Sliding, Random::seeded(3));
        calls(&limiter, &server, 95).await;
        let (one, other) = (limiter.clone(), server.clone());
        let rest = tokio::spawn(async move { calls(&one, &other, 300).await });
        tokio::task::yield_now().await;
        wall.jump(8 * HOUR);
        tokio::time::advance(Duration::from_secs(monotonic_clock_sleeps_too)).await;
        rest.await.unwrap();
        assert_eq!(server.accepted().len(), 395);
        holds_to_the_rate(&server);
    }
}

// F72: a kill between the writing down and the leaving counts one call too many, never one too few
#[tokio::test(start_paused = true)]
async fn each_call_is_written_down_before_it_leaves_so_that_a_kill_forgets_none() {
    let written = Arc::new(Mutex::new(Vec::new()));
    let notes = written.clone();
    let limiter = Limiter::builder(a_hundred_a_minute())
        .telling(move |departure| notes.lock().unwrap().push(departure.clone()))
        .build();
    let server = Simulated::new(Counting::Sliding, Random::seeded(4));
    for number in 0..100 {
        let permit = limiter.acquire(sync_keys()).await.unwrap();
        assert_eq!(written.lock().unwrap().len(), 2 * number);
        let flight = permit.leave();
        assert_eq!(written.lock().unwrap().len(), 2 * number + 2, "API and app; nothing else has a rate");
        flight.landed(server.call().await.as_ref().err(), None);
    }
    drop(limiter);
    let mut log = Log::default();
    for departure in written.lock().unwrap().drain(..) {
        log.add(departure);
    }
    let limiter = Limiter::builder(a_hundred_a_minute()).restoring(log).build();
    assert!(limiter.next_free(&sync_keys()) > Duration::from_secs(20));
    calls(&limiter, &server, 100).await;
    holds_to_the_rate(&server);
}

// F08 F10
#[tokio::test(start_paused = true)]
async fn long_holds_outlive_a_restart_but_not_their_own_length() {
    for (jump, expected) in [(0, 600), (-25 * HOUR, 600), (25 * HOUR, 0)] {
        let wall = Wall::new();
        let limiter = Limiter::builder(a_hundred_a_minute()).reading_clock(wall.clock()).build();
        let robot = [Key::robot("CANARY-token"), Key::Everything];
        let blocked: Result<()> = Err(Error::Robot { refusal: RobotRefusal::Throttled, words: words("130101") });
        limiter.acquire(robot.clone()).await.unwrap().leave().landed(blocked.as_ref().err(), None);
        let metered = [Key::api("app", "/x"), Key::quota("app")];
        let used = Error::QuotaUsed { words: words("90020") };
        limiter.acquire(metered.clone()).await.unwrap().leave().landed(Some(&used), None);
        let kept = serde_json::to_string(&limiter.export()).unwrap();
        assert!(!kept.contains("CANARY"), "{kept}");
        wall.jump(jump);
        let log = serde_json::from_str(&kept).unwrap();
        let limiter = Limiter::builder(a_hundred_a_minute()).restoring(log).reading_clock(wall.clock()).build();
        assert_eq!(limiter.next_free(&robot).as_secs(), expected, "{jump}");
        let error = limiter.acquire(metered).await.err().unwrap();
        assert_eq!(error.code(), Some("90020"));
        assert!(limiter.holds().iter().any(|held| held.cause == HoldCause::QuotaUsed));
    }
}
