//! How large the window's pages are shown. Remembered, so that nobody has to enlarge them again every morning.

use serde::{Deserialize, Serialize};

use super::AppSnapshot;
use crate::engine::Engine;
use crate::problem::Result;
use crate::store::setting;

/// The sizes that a browser has, in per cent.
const SIZES: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];
const USUAL: u16 = 100;

/// One step, as the keys Ctrl with +, − and 0 have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ZoomStep {
    Larger,
    Smaller,
    Usual,
}

impl ZoomStep {
    fn from(self, size: u16) -> u16 {
        match self {
            Self::Larger => SIZES.into_iter().find(|one| *one > size).unwrap_or(size),
            Self::Smaller => SIZES.into_iter().rev().find(|one| *one < size).unwrap_or(size),
            Self::Usual => USUAL,
        }
    }
}

/// What the file says, if it is a size: a file that was tampered with must not make the window unreadable.
pub(super) fn read(word: Option<&str>) -> u16 {
    word.and_then(|word| word.parse().ok()).filter(|size| SIZES.contains(size)).unwrap_or(USUAL)
}

impl Engine {
    /// Shows the pages one step larger or smaller.
    pub async fn zoom(&self, step: ZoomStep) -> Result<AppSnapshot> {
        self.shared
            .store
            .with(move |store| {
                let size = step.from(read(setting::read(store, setting::ZOOM)?.as_deref()));
                setting::write(store, setting::ZOOM, &size.to_string())
            })
            .await?;
        self.told_app().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(step: ZoomStep, before: u16, after: u16) {
        assert_eq!(step.from(before), after, "{step:?} from {before}");
    }

    #[test]
    fn a_step_goes_to_the_next_size_and_no_further_than_the_last() {
        check(ZoomStep::Larger, 100, 110);
        check(ZoomStep::Larger, 200, 200);
        check(ZoomStep::Smaller, 150, 125);
        check(ZoomStep::Smaller, 80, 80);
        check(ZoomStep::Usual, 175, 100);
    }

    #[test]
    fn a_size_that_is_none_is_the_usual_one() {
        for word in [None, Some(""), Some("5"), Some("-100"), Some("150.0"), Some("99999999")] {
            assert_eq!(read(word), 100, "{word:?}");
        }
        assert_eq!(read(Some("150")), 150);
    }
}
