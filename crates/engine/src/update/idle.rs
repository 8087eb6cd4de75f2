//! F78: whether something runs that an installer would cut short.

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

    fn works(&self) -> bool {
        let shared = &self.shared;
        self.runs().any()
            || shared.checks.any()
            || shared.tests.any()
            || shared.planned.is_busy()
            || shared.key_turn.try_lock().is_err()
    }
}
