//! What somebody can be reminded of, and who is to do it.

use serde::{Deserialize, Serialize};

use crate::setup::Task;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ReminderKind {
    AllowList,
    Secret,
    Permissions,
    /// A version that waits for somebody who was asked to approve it.
    Version,
    /// No robot has delivered anything for so long.
    RobotSilent,
    Quota,
    /// Of the address that takes events; its last day is given by a person.
    Certificate,
    /// DingTalk sees another address than the one that was approved.
    Address,
}

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Owner {
    You,
    DingtalkAdmin,
    It,
    Named { name: String },
}

/// What a new one is like.
pub(super) struct Usual {
    pub every_days: Option<u32>,
    pub ahead_days: u32,
    pub owner: Owner,
}

impl ReminderKind {
    pub const ALL: [Self; 8] = [
        Self::AllowList,
        Self::Secret,
        Self::Permissions,
        Self::Version,
        Self::RobotSilent,
        Self::Quota,
        Self::Certificate,
        Self::Address,
    ];

    /// Where it is done; none where nothing of the set-up belongs to it.
    pub fn task(self) -> Option<Task> {
        match self {
            Self::AllowList => Some(Task::Listed),
            Self::Secret => Some(Task::Credentials),
            Self::Permissions => Some(Task::Points),
            Self::Version => Some(Task::Published),
            Self::RobotSilent => Some(Task::Robot),
            Self::Address => Some(Task::AllowList),
            Self::Quota | Self::Certificate => None,
        }
    }

    /// It reckons from something that happened, and not from a person's "done" alone.
    pub(super) fn follows_a_fact(self) -> bool {
        match self {
            Self::Secret | Self::Version | Self::RobotSilent | Self::Quota | Self::Address => true,
            Self::AllowList | Self::Permissions | Self::Certificate => false,
        }
    }

    /// It comes about by itself as soon as there is something to be reminded of.
    pub(super) fn comes_by_itself(self) -> bool {
        match self {
            Self::Secret | Self::Permissions | Self::Version | Self::Quota | Self::Address => true,
            Self::AllowList | Self::RobotSilent | Self::Certificate => false,
        }
    }

    pub(super) fn usual(self) -> Usual {
        let (every_days, ahead_days, owner) = match self {
            Self::AllowList => (Some(90), 0, Owner::You),
            Self::Secret => (Some(90), 7, Owner::You),
            Self::Permissions => (Some(180), 0, Owner::You),
            Self::Version => (Some(3), 0, Owner::DingtalkAdmin),
            Self::RobotSilent => (Some(30), 0, Owner::You),
            Self::Quota | Self::Address => (None, 0, Owner::You),
            Self::Certificate => (None, 14, Owner::It),
        };
        Usual { every_days, ahead_days, owner }
    }

    /// A length of time belongs to it.
    pub(super) fn has_interval(self) -> bool {
        self.usual().every_days.is_some()
    }
}
