//! A remark beside a field while it is being typed. A note never blocks by itself, except `Stop`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::problem::Field;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    pub field: Field,
    pub level: NoteLevel,
    pub code: NoteCode,
    pub args: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum NoteLevel {
    Fine,
    /// Worth a second look; the real call decides.
    Warn,
    /// Cannot be right: empty, control characters, a clear swap.
    Stop,
}

/// Each has a message `note-<code>` in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum NoteCode {
    LooksRight,
    Empty,
    ControlCharacters,
    /// args: other (a Field): this looks like what belongs there.
    LooksLikeOther,
    /// args: length, expected
    TooShort,
    /// args: length, expected
    TooLong,
    /// Spaces were around it or inside; they are taken out.
    SpacesRemoved,
    /// Full-width letters were turned into plain ones.
    FullWidthConverted,
    /// args: character. A letter of another alphabet that looks like a Latin one.
    LookAlike,
    /// args: character
    OddCharacter,
    /// args: start. It usually starts so.
    UnusualStart,
    CompanyMail,
    /// args: domain
    FreeMail,
    MailMalformed,
    WebhookRight,
    WebhookForeign,
    /// DingTalk's own, on a practice connection.
    WebhookReal,
    /// The practice server's, on a company's connection.
    WebhookPractice,
    WebhookMalformed,
    /// args: bytes, limit
    MessageLength,
    /// args: what (webhook, robot-secret, key or password)
    LooksSecret,
    /// args: keyword
    KeywordAbsent,
    /// args: place. A template's place that nobody has filled in.
    BlankLeft,
    /// args: mobile
    MobileWithoutRegion,
}
