use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Randomness for pauses: seeded by the system, or by a test. Nothing secret depends on it.
#[derive(Debug, Clone)]
pub(crate) struct Jitter {
    state: Arc<AtomicU64>,
}

impl Default for Jitter {
    fn default() -> Self {
        Self::seeded(getrandom::u64().unwrap_or(0x5EED))
    }
}

impl Jitter {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self { state: Arc::new(AtomicU64::new(seed)) }
    }

    /// Any length up to this one, each as likely ("full jitter"): callers refused together do not come back together.
    pub(crate) fn up_to(&self, longest: Duration) -> Duration {
        let longest = u64::try_from(longest.as_micros()).unwrap_or(u64::MAX - 1);
        Duration::from_micros(self.next() % (longest + 1))
    }

    /// SplitMix64.
    fn next(&self) -> u64 {
        const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
        let mut value = self.state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_always_gives_the_same_pauses_and_they_fill_the_whole_stretch() {
        let pauses = |seed| -> Vec<Duration> {
            let jitter = Jitter::seeded(seed);
            (0..1_000).map(|_| jitter.up_to(Duration::from_secs(4))).collect()
        };
        assert_eq!(pauses(1), pauses(1));
        assert_ne!(pauses(1), pauses(2));
        assert!(pauses(3).iter().all(|pause| *pause <= Duration::from_secs(4)));
        for quarter in 0..4 {
            let quarter = Duration::from_secs(quarter)..Duration::from_secs(quarter + 1);
            assert!(pauses(3).iter().filter(|pause| quarter.contains(*pause)).count() > 150);
        }
        assert_eq!(Jitter::seeded(1).up_to(Duration::ZERO), Duration::ZERO);
    }
}
