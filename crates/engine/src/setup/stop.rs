//! The itinerary: five stops in a fixed order, each with its tasks.

use serde::{Deserialize, Serialize};

use crate::problem::Who;

/// The order of the variants is the order of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    Register,
    Keys,
    Permissions,
    Test,
    Protect,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    // Register
    Company,
    AppType,
    Region,
    Hosts,
    CreateApp,
    // Keys
    Credentials,
    Corp,
    Agent,
    // Permissions
    Purpose,
    Points,
    Scope,
    Published,
    Visible,
    // Test
    Token,
    Signature,
    Clock,
    Zone,
    Robot,
    Message,
    // Protect
    Place,
    Address,
    AllowList,
    Listed,
    Reminder,
}

impl Stop {
    pub const ALL: [Self; 5] = [Self::Register, Self::Keys, Self::Permissions, Self::Test, Self::Protect];

    pub fn tasks(self) -> &'static [Task] {
        match self {
            Self::Register => &[Task::Company, Task::AppType, Task::Region, Task::Hosts, Task::CreateApp],
            Self::Keys => &[Task::Credentials, Task::Corp, Task::Agent],
            Self::Permissions => &[Task::Purpose, Task::Points, Task::Scope, Task::Published, Task::Visible],
            Self::Test => &[Task::Token, Task::Signature, Task::Clock, Task::Zone, Task::Robot, Task::Message],
            Self::Protect => &[Task::Place, Task::Address, Task::AllowList, Task::Listed, Task::Reminder],
        }
    }
}

impl Task {
    pub fn stop(self) -> Stop {
        for stop in Stop::ALL {
            if stop.tasks().contains(&self) {
                return stop;
            }
        }
        Stop::Register
    }

    /// Who does it when nothing is wrong.
    pub fn who(self) -> Who {
        match self {
            Self::Points | Self::Scope | Self::Published | Self::Visible | Self::AllowList | Self::Listed => {
                Who::DingtalkAdmin
            }
            Self::Company
            | Self::AppType
            | Self::Region
            | Self::Hosts
            | Self::CreateApp
            | Self::Credentials
            | Self::Corp
            | Self::Agent
            | Self::Purpose
            | Self::Token
            | Self::Signature
            | Self::Clock
            | Self::Zone
            | Self::Robot
            | Self::Message
            | Self::Place
            | Self::Address
            | Self::Reminder => Who::You,
        }
    }

    /// No call of DingTalk's can tell these: a person says so.
    pub fn only_said(self) -> bool {
        matches!(
            self,
            Self::AppType
                | Self::Region
                | Self::CreateApp
                | Self::Company
                | Self::Purpose
                | Self::Published
                | Self::Visible
                | Self::Place
                | Self::Listed
        )
    }
}
