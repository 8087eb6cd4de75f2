//! The one heartbeat of the background: what looks after itself is asked once a minute whether something is due.
//! One timer for everything, so that an idle program wakes the computer as seldom as can be.

mod pulse;

use std::pin::Pin;
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::engine::Engine;
use crate::lease::{self, Program, Stand};
use crate::problem::Result;
use pulse::Pulse;

pub(crate) use pulse::Beat;

/// A look at our own file; nothing leaves the computer unless something is due.
const MINUTE: Duration = lease::LOOK_EVERY;
/// F77: what a work under way gets when the program is asked to end.
const GRACE: Duration = Duration::from_secs(2);

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

/// What was begun at a beat and goes on beside the next ones. A slow network is not waited for by what has its minute.
#[derive(Default)]
struct UnderWay {
    punctual: Option<Work>,
    patient: Option<Work>,
}

impl UnderWay {
    /// Whether all of it could begin: what still goes on from an earlier beat does not begin a second time.
    fn begin(&mut self, engine: &Engine, fence: i64, beat: Beat) -> bool {
        let free = self.punctual.is_none() && self.patient.is_none();
        let one = engine.clone();
        self.punctual.get_or_insert_with(|| Box::pin(lease::under(fence, async move { one.beat(&beat).await })));
        let other = engine.clone();
        self.patient.get_or_insert_with(|| Box::pin(lease::under(fence, other.look_after(beat))));
        free
    }

    async fn ended(&mut self) {
        tokio::select! {
            () = going_on(&mut self.punctual) => self.punctual = None,
            () = going_on(&mut self.patient) => self.patient = None,
        }
    }
}

/// Never ends, if nothing is under way.
async fn going_on(work: &mut Option<Work>) {
    match work {
        Some(work) => work.await,
        None => std::future::pending().await,
    }
}

/// At once, if nothing is under way.
async fn finished(work: Option<Work>) {
    if let Some(work) = work {
        work.await;
    }
}

impl Engine {
    /// For as long as the program runs, and only while this folder is its to look after. What cannot be done at one
    /// beat is tried at a later one. The lease is looked at each minute, also while the work of a beat takes longer.
    pub(crate) async fn beat_for_ever(self, program: Program) {
        let mut pulse = Pulse::new(self.shared.parts.clock.now(), Instant::now());
        let mut ticks = interval(MINUTE);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut under_way = UnderWay::default();
        loop {
            let at = tokio::select! {
                at = ticks.tick() => at,
                () = under_way.ended() => continue,
                () = self.asked_to_end() => break,
            };
            let stand = self.lease_look(program).await;
            let beat = pulse.beat(self.shared.parts.clock.now(), at);
            match stand {
                Ok(Stand::Ours(fence)) => {
                    if !under_way.begin(&self, fence, beat) {
                        pulse.owe(&beat);
                    }
                }
                // What was under way is given up where another looks after the folder now.
                Ok(Stand::Theirs(_)) => {
                    under_way = UnderWay::default();
                    pulse.owe(&beat);
                }
                Err(_) => pulse.owe(&beat),
            }
        }
        let UnderWay { punctual, patient } = under_way;
        let rest = async { tokio::join!(finished(punctual), finished(patient)) };
        let _ = tokio::time::timeout(GRACE, rest).await;
        self.lease_release().await;
    }

    /// What is due now, once, for a timer of the system's.
    ///
    /// # Errors
    /// `FolderHeld`; those of the store.
    pub async fn run_once(&self) -> Result<()> {
        let beat = Beat { now: self.shared.parts.clock.now(), woke: false, set_back: false };
        match self.lease_look(Program::Runner).await? {
            Stand::Ours(fence) => {
                let work = async { tokio::join!(self.beat(&beat), self.clone().look_after(beat)) };
                Box::pin(lease::under(fence, work)).await;
            }
            Stand::Theirs(holder) => return Err(lease::held(&holder)),
        }
        Ok(())
    }

    /// One beat by itself, for whoever keeps time otherwise.
    pub async fn beat_once(&self) {
        let now = self.shared.parts.clock.now();
        self.beat(&Beat { now, woke: false, set_back: false }).await;
    }

    /// One after the other, each of them its own master: a failure stops none of the others.
    async fn beat(&self, beat: &Beat) {
        // The file is looked after in a pause too.
        self.keep_well(beat).await;
        if self.is_paused(beat.now).await {
            return;
        }
        let _ = self.recheck_due().await;
        let _ = self.remind(beat.now).await;
    }

    /// The address, the check-ups that are due, the count of our calls, and a new version of this program.
    async fn look_after(self, beat: Beat) {
        // What was counted is kept in a pause too.
        let _ = self.keep_usage().await;
        if self.is_paused(beat.now).await {
            return;
        }
        let _ = self.surroundings_look().await;
        let _ = self.checkups_due(beat.woke).await;
        let _ = self.update_by_itself(beat.now).await;
    }
}
