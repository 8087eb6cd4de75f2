use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use dingtalk::{Error, HoldCause, Key, Kind, Limiter, Rates, Result, RetryPolicy, RobotRefusal};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::server::{APP, sync_keys, throttled, words};

/// One call whose server answers like this.
async fn answered(
    limiter: &Limiter,
    keys: impl Into<Arc<[Key]>>,
    outcome: Result<()>,
    told: Option<u64>,
) -> Result<()> {
    let flight = limiter.acquire(keys).await?.leave();
    flight.landed(outcome.as_ref().err(), told.map(Duration::from_secs));
    outcome
}

fn limiter() -> Limiter {
    Limiter::builder(Rates::default()).seeded(5).build()
}

/// How long the next call waits.
async fn wait(limiter: &Limiter, keys: impl Into<Arc<[Key]>>) -> Duration {
    let began = Instant::now();
    let _given_back = limiter.acquire(keys).await.unwrap();
    began.elapsed()
}

// F06
#[tokio::test(start_paused = true)]
async fn a_told_pause_is_kept_exactly_by_everyone_in_the_queue_and_counts_as_no_try() {
    let limiter = limiter();
    let requests = Arc::new(AtomicUsize::new(0));
    let policy = RetryPolicy::standard().seeded(1);
    let began = Instant::now();
    let call = |limiter: Limiter, requests: Arc<AtomicUsize>| async move {
        let attempt = || async {
            let number = requests.fetch_add(1, Ordering::SeqCst);
            let outcome = if number < 5 { Err(throttled("90018")) } else { Ok(()) };
            answered(&limiter, sync_keys(), outcome, Some(7)).await
        };
        policy.run(Kind::Effect, Some(&limiter), attempt).await
    };
    call(limiter.clone(), requests.clone()).await.unwrap();
    assert_eq!(requests.load(Ordering::SeqCst), 6, "five refusals are more than three tries");
    assert_eq!(began.elapsed(), Duration::from_secs(5 * 7));

    answered(&limiter, sync_keys(), Err(throttled("90018")), Some(30)).await.unwrap_err();
    assert_eq!(limiter.next_free(&sync_keys()), Duration::from_secs(30));
    let mut calls = JoinSet::new();
    let began = Instant::now();
    for _ in 0..3 {
        let limiter = limiter.clone();
        calls.spawn(async move { answered(&limiter, sync_keys(), Ok(()), None).await.map(|()| began.elapsed()) });
    }
    let left: Vec<Duration> = calls.join_all().await.into_iter().map(Result::unwrap).collect();
    assert!(left.iter().all(|at| *at >= Duration::from_secs(30)), "{left:?}");
    assert!(left.contains(&Duration::from_secs(30)), "{left:?}");
}

// F07
#[tokio::test(start_paused = true)]
async fn an_untold_pause_is_jittered_costs_one_refusal_and_three_of_them_open_the_circuit() {
    let mut first_pauses = Vec::new();
    for seed in 0..20 {
        let limiter = Limiter::builder(Rates::default()).seeded(seed).build();
        let mut refused = Vec::new();
        for _ in 0..3 {
            answered(&limiter, sync_keys(), Err(throttled("90018")), None).await.unwrap_err();
            refused.push(Instant::now());
        }
        let pauses = [refused[1] - refused[0], refused[2] - refused[1]];
        assert!(pauses[0] >= Duration::from_secs(1) && pauses[0] <= Duration::from_secs(2), "{pauses:?}");
        assert!(pauses[1] >= Duration::from_secs(1) && pauses[1] <= Duration::from_secs(3), "{pauses:?}");
        first_pauses.push(pauses[0]);

        assert_eq!(limiter.holds()[0].cause, HoldCause::CircuitOpen);
        let began = Instant::now();
        let error = limiter.acquire(sync_keys()).await.err().unwrap();
        assert!(error.is_throttled() && error.retry_after() == Some(Duration::from_mins(1)), "{error:?}");
        assert_eq!(began.elapsed(), Duration::ZERO, "an open circuit is told at once");

        // Half a minute on it is still open; a minute on one call may try, and only one.
        tokio::time::sleep(Duration::from_mins(1)).await;
        let probe = limiter.acquire(sync_keys()).await.unwrap().leave();
        let second = tokio::time::timeout(Duration::from_secs(30), limiter.acquire(sync_keys())).await;
        assert!(second.is_err(), "one at a time");
        probe.landed(None, None);
        assert!(limiter.holds().is_empty());
        assert!(wait(&limiter, sync_keys()).await < Duration::from_secs(1));
    }
    first_pauses.dedup();
    assert!(first_pauses.len() > 15, "all the same pause: {first_pauses:?}");
}

// F07
#[tokio::test(start_paused = true)]
async fn calls_on_their_way_when_the_first_was_refused_do_not_make_the_pause_longer() {
    let limiter = limiter();
    let mut flights = Vec::new();
    for _ in 0..10 {
        flights.push(limiter.acquire(sync_keys()).await.unwrap().leave());
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    for flight in flights {
        flight.landed(Some(&throttled("90018")), None);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert!(limiter.next_free(&sync_keys()) <= Duration::from_secs(2));
    assert_eq!(limiter.holds()[0].cause, HoldCause::Throttled);
}

fn robot() -> [Key; 2] {
    [Key::robot("CANARY-webhook-token"), Key::Everything]
}

fn too_many_messages() -> Error {
    Error::Robot { refusal: RobotRefusal::Throttled, words: words("130101") }
}

// F10
#[tokio::test(start_paused = true)]
async fn a_blocked_robot_s_messages_queue_for_ten_minutes_in_their_order_with_a_countdown() {
    let limiter = limiter();
    let policy = RetryPolicy::standard().seeded(1);
    let began = Instant::now();
    let said = Arc::new(std::sync::Mutex::new(Vec::new()));
    let mut messages = JoinSet::new();
    for number in 0..4 {
        let (limiter, policy, said) = (limiter.clone(), policy.clone(), said.clone());
        messages.spawn(async move {
            tokio::time::sleep(Duration::from_millis(number)).await;
            let attempt = || async {
                let blocked = began.elapsed() < Duration::from_mins(10);
                let outcome = if blocked { Err(too_many_messages()) } else { Ok(()) };
                let flight = limiter.acquire(robot()).await?.leave();
                tokio::time::sleep(Duration::from_millis(100)).await;
                flight.landed(outcome.as_ref().err(), None);
                said.lock().unwrap().push((number, began.elapsed(), outcome.is_ok()));
                outcome
            };
            policy.run(Kind::Effect, Some(&limiter), attempt).await
        });
    }
    tokio::time::sleep(Duration::from_mins(4)).await;
    let left = limiter.next_free(&robot());
    assert!(left <= Duration::from_mins(6) + Duration::from_secs(1) && left > Duration::from_secs(359), "{left:?}");
    assert_eq!(limiter.next_free(&sync_keys()), Duration::ZERO, "only this robot waits");
    assert!(messages.join_all().await.into_iter().all(|outcome| outcome.is_ok()));
    let sent: Vec<u64> = said.lock().unwrap().iter().filter(|(.., good)| *good).map(|(number, ..)| *number).collect();
    assert_eq!(sent.len(), 4);
}

// V §9: a custom robot takes 20 messages a minute
#[tokio::test(start_paused = true)]
async fn a_robot_s_twenty_first_message_in_a_minute_waits_for_the_minute() {
    let limiter = limiter();
    for _ in 0..20 {
        answered(&limiter, robot(), Ok(()), None).await.unwrap();
    }
    assert_eq!(limiter.next_free(&robot()), Duration::from_millis(60_250));
    assert_eq!(wait(&limiter, robot()).await, Duration::from_millis(60_250));
    assert_eq!(wait(&limiter, [Key::robot("another"), Key::Everything]).await, Duration::ZERO);
}

// V §9: one app may call one API 20 times a second
#[tokio::test(start_paused = true)]
async fn an_api_s_twenty_first_call_in_a_second_waits_and_another_api_s_does_not() {
    let limiter = limiter();
    for _ in 0..20 {
        answered(&limiter, sync_keys(), Ok(()), None).await.unwrap();
    }
    let other = [Key::api(APP, "/topapi/v2/user/list"), Key::app(APP), Key::Everything];
    assert_eq!(wait(&limiter, other).await, Duration::ZERO);
    assert_eq!(wait(&limiter, sync_keys()).await, Duration::from_millis(1_250));
}

/// A wall clock that a test sets; it stands still by itself.
fn clock(at: &str) -> (Arc<AtomicU64>, impl Fn() -> SystemTime + Send + Sync + 'static) {
    let seconds = httpdate_seconds(at);
    let hand = Arc::new(AtomicU64::new(seconds));
    let shown = hand.clone();
    (hand, move || SystemTime::UNIX_EPOCH + Duration::from_secs(shown.load(Ordering::SeqCst)))
}

/// `2026-09-30 15:59:00`-like, of September 2026 alone.
fn httpdate_seconds(at: &str) -> u64 {
    let numbers: Vec<u64> = at.split(' ').map(|part| part.parse().unwrap()).collect();
    // 1 September 2026, 00:00 UTC.
    1_788_220_800 + (numbers[0] - 1) * 86_400 + numbers[1] * 3_600 + numbers[2] * 60
}

// F08
#[tokio::test(start_paused = true)]
async fn a_used_up_month_parks_what_it_counts_until_it_turns_in_shanghai() {
    let (hand, clock) = clock("30 15 0");
    let limiter = Limiter::builder(Rates::default()).reading_clock(clock).build();
    let metered = || [Key::api(APP, "/v1.0/robot/groupMessages/send"), Key::app(APP), Key::Everything, Key::quota(APP)];
    let used = Error::QuotaUsed { words: words("90020") };
    answered(&limiter, metered(), Err(used.clone()), None).await.unwrap_err();
    let error = limiter.acquire(metered()).await.err().unwrap();
    assert_eq!(error, used, "the refusal itself, without asking");
    let other = [Key::api(APP, "/topapi/unheard"), Key::app(APP), Key::quota(APP)];
    assert!(limiter.acquire(other).await.err().unwrap().is_quota_used(), "the organisation's quota, not one API's");
    assert!(limiter.acquire(sync_keys()).await.is_ok(), "contacts are exempt");
    assert_eq!(limiter.holds()[0].remaining, Some(Duration::from_hours(1)));

    hand.store(httpdate_seconds("30 15 59"), Ordering::SeqCst);
    assert!(limiter.acquire(metered()).await.is_err());
    hand.store(httpdate_seconds("30 16 0"), Ordering::SeqCst);
    assert!(limiter.acquire(metered()).await.is_ok(), "1 October in Shanghai");
}

// F09
#[tokio::test(start_paused = true)]
async fn a_banned_address_makes_everything_wait_five_minutes_and_then_one_call_tries() {
    let limiter = limiter();
    let banned = Error::AddressBanned { host: "oapi.dingtalk.com".into(), wait: Duration::from_secs(5) };
    answered(&limiter, sync_keys(), Err(banned), None).await.unwrap_err();
    assert_eq!(limiter.next_free(&robot()), Duration::from_mins(5));
    let began = Instant::now();
    let _probe = limiter.acquire(robot()).await.unwrap().leave();
    assert_eq!(began.elapsed(), Duration::from_mins(5));
    let second = tokio::time::timeout(Duration::from_mins(1), limiter.acquire(sync_keys())).await;
    assert!(second.is_err());
}

// F09
#[tokio::test(start_paused = true)]
async fn who_has_no_patience_is_told_of_a_ban_at_once() {
    let limiter = Limiter::new(Rates { patience: Duration::from_secs(30), ..Rates::default() });
    let banned = Error::AddressBanned { host: "oapi.dingtalk.com".into(), wait: Duration::from_mins(5) };
    answered(&limiter, sync_keys(), Err(banned), None).await.unwrap_err();
    tokio::time::sleep(Duration::from_mins(1)).await;
    let error = limiter.acquire(sync_keys()).await.err().unwrap();
    assert_eq!(error.retry_after(), Some(Duration::from_mins(4)), "what is left of it");
}

// F16
#[tokio::test(start_paused = true)]
async fn a_refused_address_stops_the_app_after_the_first_call_until_a_person_has_seen_to_it() {
    let limiter = limiter();
    let address = Some("203.0.113.7".parse().unwrap());
    let refused = Error::AddressRefused { address, words: words("60020") };
    let mut waiting = JoinSet::new();
    let first = limiter.acquire(sync_keys()).await.unwrap().leave();
    for _ in 0..19 {
        // Nothing else of this second may leave before the first is answered.
        let _ = limiter.acquire(sync_keys()).await.unwrap().leave();
    }
    for _ in 0..5 {
        let limiter = limiter.clone();
        waiting.spawn(async move { limiter.acquire(sync_keys()).await.err() });
    }
    tokio::task::yield_now().await;
    first.landed(Some(&refused), None);
    for error in waiting.join_all().await {
        assert_eq!(error.unwrap().refused_address(), address, "those who waited too");
    }
    assert_eq!(limiter.holds()[0].remaining, None);
    assert_eq!(limiter.next_free(&sync_keys()), Duration::MAX);
    tokio::time::sleep(Duration::from_hours(24)).await;
    assert!(limiter.acquire(sync_keys()).await.is_err());
    let other_app = [Key::api("other", "/topapi/v2/user/get"), Key::app("other"), Key::Everything];
    assert!(limiter.acquire(other_app).await.is_ok());
    limiter.reopen(APP);
    assert!(limiter.acquire(sync_keys()).await.is_ok());
}

// F14
#[tokio::test(start_paused = true)]
async fn keys_that_were_refused_three_times_are_not_tried_a_fourth_time() {
    let limiter = limiter();
    let token = || [Key::api(APP, "/v1.0/oauth2/accessToken"), Key::app(APP), Key::Everything];
    let refused = Error::CredentialsRefused { words: words("invalidClientIdOrSecret") };
    for _ in 0..3 {
        answered(&limiter, token(), Err(refused.clone()), None).await.unwrap_err();
    }
    assert_eq!(limiter.acquire(token()).await.err(), Some(refused.clone()));
    assert_eq!(limiter.acquire(sync_keys()).await.err(), Some(refused));
    limiter.reopen(APP);
    answered(&limiter, token(), Ok(()), None).await.unwrap();
}

// F16
#[tokio::test(start_paused = true)]
async fn a_robot_that_refused_the_address_is_opened_by_itself() {
    let limiter = limiter();
    let robot = |token: &str| [Key::robot(token), Key::Everything];
    let refused = Error::Robot { refusal: RobotRefusal::Address(None), words: words("310000") };
    for token in ["one", "two"] {
        answered(&limiter, robot(token), Err(refused.clone()), None).await.unwrap_err();
    }
    limiter.reopen_key(&Key::robot("one"));
    assert!(limiter.acquire(robot("one")).await.is_ok());
    assert_eq!(limiter.acquire(robot("two")).await.err(), Some(refused));
}

// F18
#[tokio::test(start_paused = true)]
async fn a_policy_tries_as_often_as_it_was_told_and_once_at_least() {
    for (told, expected) in [(0, 1), (1, 1), (2, 2), (5, 5)] {
        let requests = AtomicUsize::new(0);
        let attempt = || async {
            requests.fetch_add(1, Ordering::SeqCst);
            Err::<(), _>(Error::Busy { may_have_acted: false, wait: None, words: words("-1") })
        };
        RetryPolicy::standard().with_tries(told).seeded(1).run(Kind::Read, None, attempt).await.unwrap_err();
        assert_eq!(requests.load(Ordering::SeqCst), expected, "{told}");
    }
}
