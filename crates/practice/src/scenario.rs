//! Troubles that can be switched on by name, each with a story in words.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// Token calls refuse every key, and tokens issued so far are dead.
    WrongKey,
    /// Tokens issued so far are dead; each new one is good for a single call.
    ExpiredToken,
    /// No token carries any permission.
    MissingPermission,
    /// Calls pretend to come from [`crate::state::switches::MOVED_ADDRESS`].
    IpRefused,
    /// App calls and robots are told that they call too often.
    Throttled,
    /// A connection is reset as soon as something is sent on it.
    Unreachable,
    /// Each answer takes 20 seconds (`Options::slow_answer`).
    Slow,
    /// The server's clock is 61 minutes ahead.
    ClockOffset,
}

impl Scenario {
    pub const ALL: [Self; 8] = [
        Self::WrongKey,
        Self::ExpiredToken,
        Self::MissingPermission,
        Self::IpRefused,
        Self::Throttled,
        Self::Unreachable,
        Self::Slow,
        Self::ClockOffset,
    ];

    /// The name on the command line, e.g. `wrong_key`.
    pub fn name(self) -> &'static str {
        match self {
            Self::WrongKey => "wrong_key",
            Self::ExpiredToken => "expired_token",
            Self::MissingPermission => "missing_permission",
            Self::IpRefused => "ip_refused",
            Self::Throttled => "throttled",
            Self::Unreachable => "unreachable",
            Self::Slow => "slow",
            Self::ClockOffset => "clock_offset",
        }
    }

    /// The message in `locales/*/practice.ftl` that tells the story.
    pub fn story_id(self) -> &'static str {
        match self {
            Self::WrongKey => "practice-scenario-wrong-key",
            Self::ExpiredToken => "practice-scenario-expired-token",
            Self::MissingPermission => "practice-scenario-missing-permission",
            Self::IpRefused => "practice-scenario-ip-refused",
            Self::Throttled => "practice-scenario-throttled",
            Self::Unreachable => "practice-scenario-unreachable",
            Self::Slow => "practice-scenario-slow",
            Self::ClockOffset => "practice-scenario-clock-offset",
        }
    }

    /// The story in plain English, for where no locale is at hand.
    pub fn story(self) -> &'static str {
        match self {
            Self::WrongKey => {
                "Somebody reset the Client Secret in the console. Every key is refused until this is switched off."
            }
            Self::ExpiredToken => {
                "DingTalk ends each sign-in early. One call works, the next is refused until the app signs in again."
            }
            Self::MissingPermission => {
                "An administrator took the app's permissions away. Each call is refused and names the permission it needs."
            }
            Self::IpRefused => {
                "The office line got a new public address, 198.51.100.77. Calls are refused until it is on the allow list."
            }
            Self::Throttled => {
                "The app called too often. Calls and group messages are refused until this is switched off."
            }
            Self::Unreachable => {
                "Something between the office and DingTalk cuts every connection. No answer comes back."
            }
            Self::Slow => "The network is very slow. Each answer takes 20 seconds.",
            Self::ClockOffset => {
                "The clock of this computer is 61 minutes behind DingTalk's. Signed group messages are refused."
            }
        }
    }
}

/// The name given is not a scenario's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no scenario called {0:?}")]
pub struct UnknownScenario(pub String);

impl FromStr for Scenario {
    type Err = UnknownScenario;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|scenario| scenario.name() == name).ok_or_else(|| UnknownScenario(name.to_owned()))
    }
}

impl fmt::Display for Scenario {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_scenario_is_found_by_its_name_and_saved_under_it() {
        for scenario in Scenario::ALL {
            assert_eq!(scenario.name().parse(), Ok(scenario));
            let saved = serde_json::to_value(scenario).unwrap();
            assert_eq!(saved, scenario.name());
        }
    }

    #[test]
    fn an_unknown_name_is_an_error_that_repeats_it() {
        let refused = "earthquake".parse::<Scenario>();
        assert_eq!(refused, Err(UnknownScenario("earthquake".to_owned())));
    }
}
