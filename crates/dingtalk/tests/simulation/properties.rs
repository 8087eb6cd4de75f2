//! Whatever comes in whatever order, and whoever gives up: never more than the rate in any window.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use dingtalk::{Key, Limiter, Rate, Rates};
use proptest::prelude::*;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::server::most_in_any;

const COUNT: u32 = 7;
const WINDOW: Duration = Duration::from_secs(10);

/// What one caller does.
#[derive(Debug, Clone)]
struct Caller {
    comes_after: u64,
    /// Gives up waiting so long after coming.
    gives_up_after: Option<u64>,
    /// Holds its permit before it leaves, and may then not leave at all.
    holds: u64,
    leaves: bool,
    /// How long its request is on the way there, and its answer on the way back.
    there: u64,
    back: u64,
    clock_jumps: i64,
}

fn caller() -> impl Strategy<Value = Caller> {
    (
        0..40_000_u64,
        prop::option::weighted(0.3, 0..20_000_u64),
        0..12_000_u64,
        prop::bool::weighted(0.8),
        0..=250_u64,
        0..=250_u64,
        prop_oneof![8 => Just(0_i64), 1 => Just(90_000), 1 => Just(-90_000)],
    )
        .prop_map(|(comes_after, gives_up_after, holds, leaves, there, back, clock_jumps)| Caller {
            comes_after,
            gives_up_after,
            holds: if holds < 9_000 { 0 } else { holds },
            leaves,
            there,
            back,
            clock_jumps,
        })
}

/// When each request arrived.
async fn arrivals(callers: Vec<Caller>) -> Vec<Instant> {
    let off = Arc::new(AtomicI64::new(1_800_000_000));
    let wall = off.clone();
    let clock = move || SystemTime::UNIX_EPOCH + Duration::from_secs(wall.load(Ordering::SeqCst).unsigned_abs());
    let rates = Rates { api: Rate { count: COUNT, window: WINDOW }, ..Rates::default() };
    let limiter = Limiter::builder(rates).reading_clock(clock).seeded(1).build();
    let arrived = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = JoinSet::new();
    for caller in callers {
        let (limiter, arrived, off) = (limiter.clone(), arrived.clone(), off.clone());
        tasks.spawn(async move {
            let pause = |milliseconds| tokio::time::sleep(Duration::from_millis(milliseconds));
            pause(caller.comes_after).await;
            off.fetch_add(caller.clock_jumps, Ordering::SeqCst);
            let wait = limiter.acquire([Key::api("app", "/api"), Key::Everything]);
            let permit = match caller.gives_up_after {
                Some(after) => tokio::time::timeout(Duration::from_millis(after), wait).await.ok(),
                None => Some(wait.await),
            };
            let Some(Ok(permit)) = permit else { return };
            pause(caller.holds).await;
            if !caller.leaves {
                return;
            }
            let flight = permit.leave();
            pause(caller.there).await;
            arrived.lock().unwrap().push(Instant::now());
            pause(caller.back).await;
            flight.landed(None, None);
        });
    }
    tasks.join_all().await;
    let mut arrived = std::mem::take(&mut *arrived.lock().unwrap());
    arrived.sort();
    arrived
}

fn in_virtual_time<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        tokio::time::timeout(Duration::from_hours(24), future).await.expect("somebody waits for ever")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_window_ever_holds_more_than_the_rate(callers in prop::collection::vec(caller(), 1..80)) {
        let wanted = callers.iter().filter(|caller| caller.leaves && caller.gives_up_after.is_none()).count();
        let arrived = in_virtual_time(arrivals(callers));
        prop_assert!(most_in_any(WINDOW, &arrived) <= COUNT as usize);
        prop_assert!(arrived.len() >= wanted, "who waits gets through");
    }
}

#[tokio::test(start_paused = true)]
async fn who_came_first_goes_first_and_who_gave_up_leaves_no_hole() {
    let rates = Rates { api: Rate { count: 2, window: WINDOW }, ..Rates::default() };
    let limiter = Limiter::new(rates);
    let keys = || [Key::api("app", "/api"), Key::Everything];
    let order = Arc::new(Mutex::new(Vec::new()));
    let began = Instant::now();
    let mut tasks = JoinSet::new();
    for number in 0..8_u64 {
        let (limiter, order) = (limiter.clone(), order.clone());
        tasks.spawn(async move {
            tokio::time::sleep(Duration::from_millis(number)).await;
            let wait = limiter.acquire(keys());
            let permit = if number % 3 == 2 {
                tokio::time::timeout(Duration::from_secs(1), wait).await.ok()
            } else {
                Some(wait.await)
            };
            let Some(permit) = permit else { return };
            // One that was let go and does not leave gives its place back as well.
            if number == 3 {
                return;
            }
            permit.unwrap().leave().landed(None, None);
            order.lock().unwrap().push((number, began.elapsed().as_secs()));
        });
    }
    tokio::time::timeout(Duration::from_hours(24), tasks.join_all()).await.expect("somebody waits for ever");
    assert_eq!(*order.lock().unwrap(), [(0, 0), (1, 0), (4, 10), (6, 10), (7, 20)]);
}

#[tokio::test(start_paused = true)]
async fn among_apis_that_share_an_app_s_rate_the_oldest_call_goes_first() {
    let rates = Rates { app: Some(Rate { count: 1, window: WINDOW }), ..Rates::default() };
    let limiter = Limiter::new(rates);
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = JoinSet::new();
    for (number, api) in ["/a", "/b", "/c", "/b", "/a", "/c", "/a"].into_iter().enumerate() {
        let (limiter, order) = (limiter.clone(), order.clone());
        tasks.spawn(async move {
            tokio::time::sleep(Duration::from_millis(number as u64)).await;
            let permit = limiter.acquire([Key::api("app", api), Key::app("app"), Key::Everything]).await.unwrap();
            permit.leave().landed(None, None);
            order.lock().unwrap().push(number);
        });
    }
    tokio::time::timeout(Duration::from_hours(24), tasks.join_all()).await.expect("somebody waits for ever");
    assert_eq!(*order.lock().unwrap(), [0, 1, 2, 3, 4, 5, 6]);
}
