//! What the start of a program goes on with.

use super::Engine;
use crate::lease::Program;

impl Engine {
    /// What was half done when the last run ended, in this order: a change of keys, then passwords and secrets that were
    /// to go. Each may wait for a key store that asks its owner, so nobody waits for this before a first screen; what
    /// cannot go on now goes on when it is next needed. Afterwards, for as long as the program runs, whatever is due.
    pub async fn go_on_for_ever(self) {
        self.go_on_as(Program::Window).await;
    }

    /// Of `hoitung-cli run` too.
    pub async fn go_on_as(self, program: Program) {
        self.settle_all().await;
        let _ = self.settle_proxy().await;
        let _ = self.arrivals_give_up().await;
        let _ = self.removals_go_on().await;
        self.beat_for_ever(program).await;
    }
}
