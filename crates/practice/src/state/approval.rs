//! Which releases wait for the administrator (自建应用审核配置). Source: dingtalk-api.md §11.

use serde::{Deserialize, Serialize};

use super::{App, Effect, Scope, World};

/// Exempt developers and chosen approvers are not here: one person plays both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReleaseRule {
    /// Those that make a sensitive permission point work.
    #[default]
    Permissions,
    /// Those as well that show the app to more people.
    WiderRange,
    Always,
}

impl ReleaseRule {
    pub const ALL: [Self; 3] = [Self::Permissions, Self::WiderRange, Self::Always];

    /// Stable; stands in forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Permissions => "permissions",
            Self::WiderRange => "wider_range",
            Self::Always => "always",
        }
    }
}

fn is_wider(wanted: &Scope, live: Option<&Scope>) -> bool {
    let Some(live) = live else {
        return true;
    };
    match (wanted, live) {
        (_, Scope::Everyone) => false,
        (Scope::Everyone, Scope::Part { .. }) => true,
        (Scope::Part { departments, people }, Scope::Part { departments: shown, people: known }) => {
            departments.iter().any(|id| !shown.contains(id)) || people.iter().any(|id| !known.contains(id))
        }
    }
}

impl World {
    pub fn set_release_rule(&mut self, rule: ReleaseRule) {
        if self.release_rule != rule {
            self.release_rule = rule;
            self.record(Effect::ReleaseRuleChanged { rule });
        }
    }

    pub(super) fn release_waits(&self, app: &App, range: &Scope) -> bool {
        let wider = || is_wider(range, app.published_version().map(|live| &live.visible_range));
        app.release_needs_approval()
            || match self.release_rule {
                ReleaseRule::Permissions => false,
                ReleaseRule::WiderRange => wider(),
                ReleaseRule::Always => true,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_wider_when_it_holds_somebody_new() {
        let part = |departments: &[u64], people: &[&str]| Scope::Part {
            departments: departments.to_vec(),
            people: people.iter().map(|id| (*id).to_owned()).collect(),
        };
        let check = |wanted: &Scope, live: Option<&Scope>, expected: bool| {
            assert_eq!(is_wider(wanted, live), expected, "{wanted:?} {live:?}");
        };
        check(&part(&[], &["a"]), None, true);
        check(&Scope::Everyone, Some(&Scope::Everyone), false);
        check(&Scope::Everyone, Some(&part(&[1], &[])), true);
        check(&part(&[1], &[]), Some(&Scope::Everyone), false);
        check(&part(&[1], &["a"]), Some(&part(&[1, 2], &["a", "b"])), false);
        check(&part(&[1, 3], &[]), Some(&part(&[1, 2], &[])), true);
        check(&part(&[1], &["c"]), Some(&part(&[1], &["a"])), true);
    }
}
