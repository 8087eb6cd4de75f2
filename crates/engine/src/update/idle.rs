//! F78: whether something runs that an installer, or the end of the program, would cut short.

use std::time::Duration;

use tokio::time::timeout;

use super::view::UpdateWait;
use crate::engine::Engine;
use crate::problem::Result;

impl Engine {
    /// What stands in the way just now. With nothing in the way this folder is held alone, so that no other program of
    /// ours begins meanwhile.
    pub(super) async fn in_the_way(&self) -> Result<Option<UpdateWait>> {
        if self.works() {
            return Ok(Some(UpdateWait::Work));
        }
        if !self.shared.store.alone().await? {
            return Ok(Some(UpdateWait::Others));
        }
        if self.works() {
            self.shared.store.beside_others().await?;
            return Ok(Some(UpdateWait::Work));
        }
        Ok(None)
    }

    /// Asks the background to end, and waits for what is under way: a call that has left is answered, or the time is up.
    pub async fn wound_up(&self, most: Duration) {
        const LOOK: Duration = Duration::from_millis(100);
        self.wind_up();
        let mut changes = self.changes();
        let quiet = async {
            while self.works() {
                let _ = timeout(LOOK, changes.recv()).await;
            }
        };
        let _ = timeout(most, quiet).await;
    }

    fn works(&self) -> bool {
        let shared = &self.shared;
        self.runs().any()
            || shared.checks.any()
            || shared.tests.any()
            || shared.planned.is_busy()
            || shared.key_turn.try_lock().is_err()
    }
}
