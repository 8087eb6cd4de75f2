//! What really happened in the pretend world, oldest first. Tests compare it with what was meant.
//! The latest entries are in memory; all are in the folder.

use std::ops::Deref;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// So many stay in memory, at least. A saved one that is older is read from the folder.
const KEPT: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// RFC 3339.
    pub at: Timestamp,
    #[serde(flatten)]
    pub effect: Effect,
}

/// The latest entries, as a slice. The first entry of a world is number one.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct Journal {
    latest: Vec<Entry>,
    /// How many came before `latest`.
    #[serde(skip)]
    earlier: u64,
    /// How many are in the folder.
    #[serde(skip)]
    saved: u64,
}

impl Journal {
    /// Entries that are all in the folder, after `earlier` others.
    pub(super) fn saved(latest: Vec<Entry>, earlier: u64) -> Self {
        let saved = earlier + latest.len() as u64;
        Self { latest, earlier, saved }
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.latest.push(entry);
    }

    /// Since the world began.
    pub fn total(&self) -> u64 {
        self.earlier + self.latest.len() as u64
    }

    /// Those of the latest whose number is above `number`.
    pub(super) fn after(&self, number: u64) -> &[Entry] {
        let place = usize::try_from(number.saturating_sub(self.earlier)).unwrap_or(usize::MAX);
        self.latest.get(place..).unwrap_or_default()
    }

    pub(super) fn unsaved(&self) -> &[Entry] {
        self.after(self.saved)
    }

    /// How many are in the folder.
    pub(super) fn saved_lines(&self) -> u64 {
        self.saved
    }

    /// The number of the entry before the first in memory.
    pub(super) fn earlier(&self) -> u64 {
        self.earlier
    }

    pub(super) fn mark_saved(&mut self) {
        self.saved = self.total();
        if self.latest.len() > 2 * KEPT {
            let old = self.latest.len() - KEPT;
            self.latest.drain(..old);
            self.earlier += old as u64;
        }
    }
}

/// How many entries of a folder belong in memory.
pub(super) fn kept() -> u64 {
    KEPT as u64
}

impl Deref for Journal {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.latest
    }
}

/// As in a saved world of format 1: all entries, none of them in a file of their own.
impl<'de> Deserialize<'de> for Journal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let latest = Vec::deserialize(deserializer)?;
        Ok(Self { latest, ..Self::default() })
    }
}

/// Written with its name as `kind`, e.g. `{"at":"…","kind":"robot_message","text":"…"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Effect {
    WorldCreated,
    DeveloperRegistered {
        name: String,
    },
    AppCreated {
        client_id: String,
        name: String,
    },
    SecretRotated {
        client_id: String,
    },
    PermissionRequested {
        client_id: String,
        code: String,
    },
    PermissionGranted {
        client_id: String,
        code: String,
    },
    PermissionWithdrawn {
        client_id: String,
        code: String,
    },
    ContactScopeChanged {
        client_id: String,
    },
    AllowListChanged {
        client_id: String,
        addresses: Vec<String>,
    },
    VersionCreated {
        client_id: String,
        number: String,
    },
    VersionSubmitted {
        client_id: String,
        number: String,
    },
    VersionPublished {
        client_id: String,
        number: String,
    },
    VersionRejected {
        client_id: String,
        number: String,
    },
    GroupOpened {
        group: String,
    },
    RobotAdded {
        group: String,
        robot: String,
    },
    RobotSecurityChanged {
        group: String,
        robot: String,
    },
    RobotRotated {
        group: String,
        robot: String,
    },
    RobotSwitched {
        group: String,
        robot: String,
        enabled: bool,
    },
    /// A delivered group message.
    RobotMessage {
        group: String,
        robot: String,
        message_type: String,
        text: String,
    },
    /// `reason` is the errmsg that went back.
    RobotRefused {
        group: String,
        robot: String,
        errcode: i64,
        reason: String,
    },
    /// `user_ids` are those it really reached.
    WorkNotice {
        client_id: String,
        task_id: u64,
        user_ids: Vec<String>,
        text: String,
    },
    /// A message of the app's own robot to single people.
    AppRobotMessage {
        client_id: String,
        user_ids: Vec<String>,
        text: String,
    },
    /// The token itself is never written.
    TokenIssued {
        client_id: String,
    },
    /// Refused for its keys; `client_id` as it was sent.
    TokenRefused {
        client_id: String,
    },
    /// `code` is the refusal's own, e.g. `60011`.
    CallRefused {
        client_id: String,
        call: String,
        code: String,
    },
    ScenarioSwitched {
        name: String,
        on: bool,
    },
    PublicAddressChanged {
        address: String,
    },
    /// `client_id` of this and the following is the app that did it.
    UserCreated {
        client_id: String,
        userid: String,
    },
    /// The person's own consent is asked for first; there is no member yet.
    UserInvited {
        client_id: String,
        mobile: String,
    },
    /// Only fields that differ, under the names of an event's `diffInfo` (dingtalk-api.md §6.2).
    UserUpdated {
        client_id: String,
        userid: String,
        before: Value,
        after: Value,
    },
    UserDeleted {
        client_id: String,
        userid: String,
    },
    DepartmentCreated {
        client_id: String,
        dept_id: u64,
    },
    DepartmentUpdated {
        client_id: String,
        dept_id: u64,
    },
    DepartmentDeleted {
        client_id: String,
        dept_id: u64,
    },
    OrgAccountDisabled {
        client_id: String,
        userid: String,
        reason: String,
    },
    OrgAccountEnabled {
        client_id: String,
        userid: String,
    },
    OrgAccountSignedOut {
        client_id: String,
        userid: String,
    },
    /// A person agreed on the sign-in page; the code itself is never written.
    SignInAgreed {
        client_id: String,
        userid: String,
    },
    SignInRefused {
        client_id: String,
    },
    /// A person's own token; the token itself is never written.
    UserTokenIssued {
        client_id: String,
        userid: String,
    },
    RedirectAddressesChanged {
        client_id: String,
        addresses: Vec<String>,
    },
    NoticeRecalled {
        client_id: String,
        task_id: u64,
    },
    /// A message of the app's own robot to a group.
    AppRobotGroupMessage {
        client_id: String,
        group: String,
        text: String,
    },
    AppRobotRecalled {
        client_id: String,
        process_query_key: String,
    },
    /// A reply to a message that a robot received, through its session webhook.
    SessionReply {
        client_id: String,
        conversation: String,
        text: String,
    },
    /// One of two documented behaviours was chosen.
    BehaviourChanged {
        name: String,
        value: String,
    },
    /// A stream's WebSocket was let in.
    StreamConnected {
        client_id: String,
    },
    /// For its keys or its ticket; `client_id` is empty for a ticket.
    StreamRefused {
        client_id: String,
    },
    EventsSubscribed {
        client_id: String,
        event_types: Vec<String>,
    },
    /// Somebody made it happen by hand.
    EventRaised {
        event_id: String,
        event_type: String,
        data: Value,
    },
    /// A colleague wrote to the app's robot.
    RobotHeard {
        client_id: String,
        message_id: String,
        userid: String,
        text: String,
    },
}

impl Effect {
    /// A person or a program would miss this if it were lost with a killed server. Tokens and refusals
    /// nobody would: they may reach the folder a second late.
    pub fn must_not_be_lost(&self) -> bool {
        !matches!(
            self,
            Self::TokenIssued { .. } | Self::TokenRefused { .. } | Self::CallRefused { .. } | Self::RobotRefused { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn memory_keeps_the_latest_and_every_unsaved_one() {
        let mut journal = Journal::default();
        let entry = |number: usize| Entry {
            at: Timestamp::UNIX_EPOCH,
            effect: Effect::TokenIssued { client_id: number.to_string() },
        };
        for number in 0..=2 * KEPT {
            journal.push(entry(number));
        }
        assert_eq!(journal.unsaved().len(), 2 * KEPT + 1);
        journal.mark_saved();
        assert_eq!((journal.len(), journal.total()), (KEPT, 2 * KEPT as u64 + 1));
        journal.push(entry(7));
        assert_eq!(journal.unsaved(), [entry(7)]);
        assert_eq!(journal.after(journal.total() - 2), [entry(2 * KEPT), entry(7)]);
    }
}
