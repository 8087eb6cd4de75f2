//! The tour of one minute comes by itself once; afterwards only when somebody asks for it.

use super::AppSnapshot;
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::setting;

impl Engine {
    /// The tour was seen to its end, or skipped.
    pub async fn tour_seen(&self) -> Result<AppSnapshot> {
        self.shared.store.with(|store| setting::write(store, setting::TOUR, "seen")).await?;
        self.told_app().await
    }
}
