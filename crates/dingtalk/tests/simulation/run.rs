use std::time::Duration;

use dingtalk::{Error, Kind, Limiter, Rate, Rates, Result, RetryPolicy};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::server::{Counting, MINUTE, Random, Simulated, most_in_any, sync_keys, throttled, through, whole, words};

pub fn a_hundred_a_minute() -> Rates {
    Rates { api: Rate::per_minute(100), app: Some(Rate::per_minute(100)), ..Rates::default() }
}

/// The least time in which so many calls can leave at a hundred a minute: the last hundred waits for all others.
fn minimum(calls: usize) -> Duration {
    MINUTE * u32::try_from((calls - 1) / 100).unwrap()
}

fn within(taken: Duration, percent: u32, of: Duration) -> bool {
    taken * 100 <= of * percent
}

async fn a_thousand<F, A>(call: F) -> Vec<Result<()>>
where
    F: Fn() -> A,
    A: Future<Output = Result<()>> + Send + 'static,
{
    let mut calls = JoinSet::new();
    for _ in 0..1_000 {
        calls.spawn(call());
    }
    calls.join_all().await
}

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_at_a_hundred_a_minute_take_hardly_longer_than_they_must() {
    for seed in 0..3 {
        let limiter = Limiter::builder(a_hundred_a_minute()).seeded(seed).build();
        let policy = RetryPolicy::standard().seeded(seed);
        let server = Simulated::new(Counting::Sliding, Random::seeded(seed));
        let began = Instant::now();
        let (one, other) = (limiter.clone(), server.clone());
        let outcomes = a_thousand(move || {
            let (limiter, policy, server) = (one.clone(), policy.clone(), other.clone());
            async move { whole(&limiter, &policy, &server).await }
        })
        .await;
        let last = *server.accepted().last().unwrap() - began;
        assert!(outcomes.iter().all(Result::is_ok));
        assert_eq!((server.accepted().len(), server.refused().len()), (1_000, 0), "seed {seed}");
        assert!(most_in_any(MINUTE, &server.arrivals()) <= 100, "seed {seed}");
        assert!(within(last, 101, minimum(1_000)), "seed {seed}: {last:?}");
    }
}

/// One call in twenty goes wrong: busy, a gateway's time-out, a connection that broke, too busy for everyone.
async fn faulty(server: &Simulated, random: &Random) -> Result<()> {
    server.call().await?;
    let host = || "oapi".to_owned();
    match random.below(100) {
        0 | 1 => Err(Error::Busy { may_have_acted: false, wait: None, words: words("-1") }),
        2 => Err(Error::Busy { may_have_acted: true, wait: None, words: words("15") }),
        3 => Err(Error::Interrupted { host: host(), detail: "reset".to_owned() }),
        4 => Err(throttled("90002")),
        _ => Ok(()),
    }
}

// F18
#[tokio::test(start_paused = true)]
async fn with_one_call_in_twenty_going_wrong_a_thousand_calls_take_five_percent_more_at_most() {
    for seed in 0..3 {
        let limiter = Limiter::builder(a_hundred_a_minute()).seeded(seed).build();
        let policy = RetryPolicy::standard().seeded(seed);
        let random = Random::seeded(seed);
        let server = Simulated::new(Counting::Sliding, random.clone());
        let began = Instant::now();
        let (one, other) = (limiter.clone(), server.clone());
        let outcomes = a_thousand(move || {
            let (limiter, policy, server, random) = (one.clone(), policy.clone(), other.clone(), random.clone());
            async move {
                let attempt = || through(&limiter, sync_keys(), || faulty(&server, &random));
                policy.run(Kind::Read, Some(&limiter), attempt).await
            }
        })
        .await;
        let failed = outcomes.iter().filter(|outcome| outcome.is_err()).count();
        let requests = server.arrivals().len();
        let last = *server.accepted().last().unwrap() - began;
        assert!(failed <= 1, "seed {seed}: {failed} calls failed three times");
        assert_eq!(server.refused().len(), 0, "seed {seed}");
        assert!(most_in_any(MINUTE, &server.arrivals()) <= 100, "seed {seed}");
        // Repeats are calls too: a run of 1,050 has a longer minimum, and that is what the adaptors can be held to.
        assert!(within(last, 105, minimum(requests)), "seed {seed}: {requests} requests, {last:?}");
    }
}
