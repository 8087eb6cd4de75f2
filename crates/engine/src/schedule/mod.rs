//! The one heartbeat of the background: what looks after itself is asked once a minute whether something is due.
//! One timer for everything, so that an idle program wakes the computer as seldom as can be.

mod pulse;

use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::engine::Engine;
use pulse::Pulse;

pub(crate) use pulse::Beat;

/// A look at our own file; nothing leaves the computer unless something is due.
const MINUTE: Duration = Duration::from_mins(1);

impl Engine {
    /// For as long as the program runs. What cannot be done at one beat is tried at a later one.
    pub(crate) async fn beat_for_ever(self) {
        let mut pulse = Pulse::new(self.shared.parts.clock.now(), Instant::now());
        let mut ticks = interval(MINUTE);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let at = ticks.tick().await;
            let beat = pulse.beat(self.shared.parts.clock.now(), at);
            self.beat(&beat).await;
        }
    }

    /// One beat by itself, for whoever keeps time otherwise.
    pub async fn beat_once(&self) {
        let now = self.shared.parts.clock.now();
        self.beat(&Beat { now, woke: false, set_back: false }).await;
    }

    /// One after the other, each of them its own master: a failure stops none of the others.
    async fn beat(&self, beat: &Beat) {
        if self.is_paused(beat.now).await {
            // What was counted is kept all the same.
            let _ = self.keep_usage().await;
            return;
        }
        let _ = self.recheck_due().await;
        let _ = self.remind(beat.now).await;
        self.keep_well(beat).await;
        // A slow network is not waited for: what else is due comes at its minute.
        tokio::spawn(self.clone().look_after(beat.woke));
    }

    /// The address, the check-ups that are due, and the count of our calls.
    async fn look_after(self, woke: bool) {
        let _ = self.keep_usage().await;
        let _ = self.surroundings_look().await;
        let _ = self.checkups_due(woke).await;
    }
}
