//! A permission point in words: what it lets the app do, and what it risks.

use engine::permission::{PointState, PointView};

use crate::Speaker;
use crate::told::code_name;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointText {
    /// What it lets the app do.
    pub what: String,
    /// What somebody who holds the key could do with it.
    pub risk: String,
    /// Low, medium or high.
    pub risk_level: String,
    /// Granted, missing, not told.
    pub state: String,
}

impl Speaker {
    pub fn point_text(self, point: &PointView) -> PointText {
        let id = format!("point-{}", word_of(&point.code));
        PointText {
            what: self.text(&id),
            risk: self.attribute(&id, "risk", &[]),
            risk_level: self.text(&format!("risk-{}", code_name(&point.risk))),
            state: self.text(state(point)),
        }
    }
}

/// The same ids as the window's.
pub(crate) fn word_of(code: &str) -> String {
    code.replace(['_', '.'], "-").replace('*', "all").to_lowercase()
}

fn state(point: &PointView) -> &'static str {
    match point.state {
        _ if point.excess => "permissions-excess",
        PointState::NotChecked => "permissions-not-checked",
        PointState::Granted => "permissions-granted",
        PointState::Missing => "permissions-missing",
        PointState::CouldNotTell => "permissions-could-not-tell",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_point_is_explained_in_both_languages() {
        for language in Language::ALL {
            let speaker = Speaker::new(language);
            for point in engine::permission::catalogue() {
                let text = speaker.point_text(&point);
                for said in [&text.what, &text.risk, &text.risk_level, &text.state] {
                    assert!(!said.starts_with("point-") && !said.contains('{'), "{} {said}", point.code);
                    assert!(said.chars().count() > 2, "{} {said}", point.code);
                }
            }
        }
    }
}
