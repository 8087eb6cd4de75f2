//! How we know that a task is done: seen by a call, or said by a person.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// RFC 3339, UTC.
    pub at: String,
    /// The call that told, e.g. `POST /v1.0/oauth2/accessToken`; a local check names itself, e.g. `hmac-sha256`.
    pub call: Option<String>,
    pub answer: Answer,
    /// Who said so: the name of the operating system's user.
    pub by: Option<String>,
    /// Learnt while practising, not from the real DingTalk.
    pub practice: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    Verified,
    Said,
}

/// What was answered, as a cause for words: `answer-<code>` with its variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    pub code: AnswerCode,
    pub args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AnswerCode {
    /// A person said it was done.
    Done,
    /// args: email
    CompanyMail,
    /// args: type (internal | third-party)
    AppType,
    /// args: region, residency
    Region,
    /// args: hosts
    HostsReached,
    /// args: minutes
    TokenIssued,
    /// The organisation's own token call took the CorpID.
    CorpMatches,
    AgentNoted,
    /// A work notice was taken with this Agent ID.
    AgentAccepted,
    /// args: count
    PurposeChosen,
    /// args: granted, unknown, excess
    PointsGranted,
    /// Everyone in the company.
    ScopeEveryone,
    /// args: people, departments
    ScopeSome,
    SignatureMatches,
    /// args: seconds
    ClockAgrees,
    /// args: zone
    ZoneHongKong,
    /// args: mode
    RobotMode,
    /// args: robot
    MessageDelivered,
    /// args: name. It was in doubt, and a person saw it there.
    MessageSeen,
    /// args: person
    NoticeAccepted,
    /// args: person
    NoticeDelivered,
    /// args: person. They had it already, so DingTalk dropped the second.
    NoticeDuplicate,
    /// args: place
    PlaceChosen,
    /// args: ip
    AddressSeen,
    /// args: ip. Nobody's refusal told it; a person typed it.
    AddressTyped,
    /// A call from this address was taken, so the list holds it and is not empty.
    AddressAccepted,
    /// args: date
    ReminderLive,
}
