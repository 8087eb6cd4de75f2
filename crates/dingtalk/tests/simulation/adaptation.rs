use std::time::Duration;

use dingtalk::{Error, Key, Kind, Limiter, Result, RetryPolicy};
use tokio::sync::Mutex;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::run::a_hundred_a_minute;
use crate::server::{Counting, MINUTE, Random, Simulated, most_in_any, sync_keys, through, whole};

/// Runs 600 calls against a server that counts in its own way.
async fn six_hundred(counting: Counting, seed: u64) -> Simulated {
    let limiter = Limiter::builder(a_hundred_a_minute()).seeded(seed).build();
    let policy = RetryPolicy::standard().seeded(seed);
    let server = Simulated::new(counting, Random::seeded(seed));
    let mut calls = JoinSet::new();
    for _ in 0..600 {
        let (limiter, policy, server) = (limiter.clone(), policy.clone(), server.clone());
        calls.spawn(async move { whole(&limiter, &policy, &server).await });
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok), "{counting:?} {seed}");
    assert_eq!(server.accepted().len(), 600, "{counting:?} {seed}");
    server
}

/// Those refused after the first refusal was known: what was on its way by then cannot be called back.
fn refused_after_adapting(server: &Simulated) -> usize {
    let refused = server.refused();
    let Some(first) = refused.first() else { return 0 };
    refused.iter().filter(|at| **at > *first + Duration::from_secs(1)).count()
}

// F12
#[tokio::test(start_paused = true)]
async fn however_the_server_counts_nothing_is_refused_after_the_first_adaptation() {
    for seed in 0..2 {
        for counting in [Counting::Sliding, Counting::SlidingWithRefusals, Counting::Fixed] {
            let server = six_hundred(counting, seed).await;
            assert!(server.refused().is_empty(), "{counting:?} {seed}: a sliding log is enough");
        }
        for size in [50, 20, 10, 5] {
            let server = six_hundred(Counting::Bucket(size), seed).await;
            assert!(!server.refused().is_empty(), "{size} {seed}: else nothing was adapted to");
            assert_eq!(refused_after_adapting(&server), 0, "{size} {seed}");
            assert!(most_in_any(MINUTE, &server.arrivals()) <= 100, "{size} {seed}");
        }
    }
}

// F12
#[tokio::test(start_paused = true)]
async fn a_server_that_takes_fewer_than_documented_is_believed_after_two_refusals() {
    for (most, seed) in [(60, 0), (60, 1), (30, 2)] {
        let server = six_hundred(Counting::Fewer(most), seed).await;
        let refused = server.refused();
        let first = refused[0];
        let later: Vec<&Instant> = refused.iter().filter(|at| **at > first + Duration::from_secs(1)).collect();
        assert!(later.len() <= 2, "{most} {seed}: {later:?}");
    }
}

// F11
#[tokio::test(start_paused = true)]
async fn a_server_that_queues_is_asked_one_thing_at_a_time() {
    let limiter = Limiter::builder(a_hundred_a_minute()).seeded(1).build();
    let random = Random::seeded(1);
    // The server works on one call at a time, for 1.5 to 25 s.
    let queue = std::sync::Arc::new(Mutex::new(()));
    let crowd = std::sync::Arc::new(std::sync::Mutex::new((0, 0)));
    let work: Vec<Duration> =
        (0..40).map(|_| Duration::from_millis(1_500) + random.up_to(Duration::from_millis(23_500))).collect();
    let (total, longest) = (work.iter().sum::<Duration>(), *work.iter().max().unwrap());
    assert!(longest < Duration::from_secs(30) && dingtalk::Limits::default().total >= Duration::from_secs(30));
    // Only an answer can tell that a server is slow.
    let slow = || async {
        tokio::time::sleep(longest).await;
        Ok(())
    };
    through(&limiter, sync_keys(), slow).await.unwrap();
    let began = Instant::now();
    let mut calls = JoinSet::new();
    for work in work {
        let (limiter, queue, crowd) = (limiter.clone(), queue.clone(), crowd.clone());
        calls.spawn(async move {
            let call = || async {
                let waiting = {
                    let mut crowd = crowd.lock().unwrap();
                    crowd.0 += 1;
                    crowd.0
                };
                let _turn = queue.lock().await;
                tokio::time::sleep(work).await;
                let mut crowd = crowd.lock().unwrap();
                crowd.0 -= 1;
                crowd.1 = crowd.1.max(waiting);
                Ok(())
            };
            through(&limiter, sync_keys(), call).await
        });
    }
    assert!(calls.join_all().await.iter().all(Result::is_ok));
    assert_eq!(crowd.lock().unwrap().1, 1, "in flight at once");
    let taken = began.elapsed();
    assert!(taken * 10 <= total * 11, "{taken:?} for {total:?} of work");
}

// F54
#[tokio::test(start_paused = true)]
async fn a_call_without_an_answer_counts_until_it_has_one_as_it_may_still_be_on_its_way() {
    let limiter = Limiter::builder(a_hundred_a_minute()).seeded(1).build();
    let mut flights = Vec::new();
    for _ in 0..100 {
        flights.push(limiter.acquire(sync_keys()).await.unwrap().leave());
    }
    let next = tokio::time::timeout(Duration::from_mins(10), limiter.acquire(sync_keys())).await;
    assert!(next.is_err(), "a hundred may still arrive");
    drop(flights);
    // They may have arrived just now, so the next waits for a whole window.
    let began = Instant::now();
    let _given_back = limiter.acquire(sync_keys()).await.unwrap();
    assert_eq!(began.elapsed(), Duration::from_millis(60_250));
}

#[tokio::test(start_paused = true)]
async fn a_slow_api_does_not_slow_the_others() {
    let limiter = Limiter::builder(a_hundred_a_minute()).seeded(1).build();
    let keys = |api: &str| [Key::api("app", api), Key::app("app"), Key::Everything];
    let slow = || async {
        tokio::time::sleep(Duration::from_secs(20)).await;
        Ok(())
    };
    through(&limiter, keys("/slow"), slow).await.unwrap();
    let _busy = limiter.acquire(keys("/slow")).await.unwrap().leave();
    let began = Instant::now();
    let _one = limiter.acquire(keys("/quick")).await.unwrap().leave();
    let _other = limiter.acquire(keys("/quick")).await.unwrap().leave();
    assert_eq!(began.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn an_adaptation_is_forgotten_after_an_hour_in_peace() {
    let limiter = Limiter::builder(a_hundred_a_minute()).seeded(1).build();
    let policy = RetryPolicy::standard().seeded(1);
    let server = Simulated::new(Counting::Bucket(20), Random::seeded(1));
    let mut calls = JoinSet::new();
    for _ in 0..30 {
        let (limiter, policy, server) = (limiter.clone(), policy.clone(), server.clone());
        calls.spawn(async move { whole(&limiter, &policy, &server).await });
    }
    calls.join_all().await;
    assert!(!server.refused().is_empty());
    let fine = || async { Ok::<(), Error>(()) };
    let ten_calls = || async {
        let began = Instant::now();
        for _ in 0..10 {
            policy.run(Kind::Read, Some(&limiter), || through(&limiter, sync_keys(), fine)).await.unwrap();
        }
        began.elapsed()
    };
    assert!(ten_calls().await > Duration::from_secs(5), "spread evenly");
    tokio::time::sleep(Duration::from_hours(2)).await;
    ten_calls().await;
    assert_eq!(ten_calls().await, Duration::ZERO);
}
