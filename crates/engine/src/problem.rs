//! What went wrong, as a cause. Never a sentence: the window, the tray and the command line put it into words
//! (`problem-<code>` with its `.fix`), in the language on now.

mod name;
mod way;

use std::collections::BTreeMap;

pub(crate) use name::travels_as;
use serde::{Deserialize, Serialize};

/// One failure: its cause, whose turn it is, and where on the screen it belongs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    pub code: ProblemCode,
    pub who: Who,
    /// The field the words belong beside, if one is to blame.
    pub field: Option<Field>,
    /// Variables of the message, by the names its Fluent text uses.
    pub args: BTreeMap<String, String>,
    /// DingTalk's own code and words, for the small print. Secrets are removed where the error is made.
    pub server: Option<ServerWords>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ServerWords {
    pub code: String,
    pub message: String,
    pub request_id: Option<String>,
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    You,
    DingtalkAdmin,
    It,
    Boss,
    Dingtalk,
}

/// A place on the screen where something is typed or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    CompanyName,
    Email,
    AppType,
    Region,
    Residency,
    Paste,
    CorpId,
    ClientId,
    ClientSecret,
    AgentId,
    Purpose,
    RobotName,
    Webhook,
    RobotSecret,
    Keyword,
    Message,
    MessageTitle,
    Mentions,
    Recipient,
    Place,
    Address,
    Interval,
    Date,
    TimeOfDay,
    Owner,
    ProxyAddress,
    ProxyPassword,
    Passphrase,
}

/// Every cause the product knows. Each has a message `problem-<code>` with `.fix` in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    // What was typed
    CompanyNameEmpty,
    /// args: length, limit
    CompanyNameTooLong,
    EmailEmpty,
    EmailMalformed,
    /// args: domain
    EmailFreeMail,
    /// Region or residency not chosen yet.
    ChoiceMissing,
    KeyEmpty,
    KeyControlCharacters,
    /// args: other (a Field)
    KeysSwapped,
    PasteNothingFound,
    PasteTooLong,
    WebhookMalformed,
    /// args: host
    WebhookForeign,
    /// args: host. DingTalk's own, on a practice connection.
    WebhookReal,
    /// args: host. The practice server's, on a company's connection.
    WebhookPractice,
    WebhookTokenMissing,
    MessageEmpty,
    /// args: bytes, limit
    MessageTooLong,
    MessageTitleMissing,
    /// args: link
    MessageLinkUnsafe,
    /// args: what (client-secret, webhook or robot-secret)
    MessageHoldsSecret,
    /// args: value
    MentionMalformed,
    AddressMalformed,
    DateMalformed,
    PurposeMissing,
    RecipientMissing,
    RobotMissing,
    /// A proxy is a host and a port.
    ProxyAddressMalformed,
    // This machine
    VaultAbsent,
    VaultLocked,
    VaultReadBack,
    VaultFailed,
    /// args: length, limit
    SecretTooLong,
    SecretMissing,
    /// What the key store holds is not what was saved there.
    SecretChanged,
    /// Only one old secret is kept at a time, and this one still waits for somebody to say that it was disabled.
    OldSecretWaiting,
    /// What was given as the new secret is the one in use.
    SecretUnchanged,
    /// The key store says that it deleted it, and still holds it.
    SecretLeft,
    DiskFull,
    DiskReadOnly,
    StoreUnusable,
    StoreNewer,
    /// It is not as it was written.
    StoreDamaged,
    /// Another program has held it for too long.
    StoreBusy,
    /// Another Hoitung has the same folder open.
    OthersRunning,
    HomeUnusable,
    /// The entry that starts the program at sign-in could not be made or taken away.
    AutostartUnset,
    /// args: task. Windows would go on starting us by it.
    TaskLeft,
    PracticePortTaken,
    PracticeNotRunning,
    /// args: path. Practice state cannot be read or written.
    PracticeStateUnusable,
    ClipboardUnusable,
    BrowserUnopened,
    MailUnopened,
    /// The system gives no random numbers.
    RandomMissing,
    // The way to DingTalk
    /// args: host
    Unreachable,
    /// args: host
    NameUnknown,
    /// args: host, seconds
    TimedOut,
    /// args: host, fault, issuer (fault: expired, not-yet-valid, wrong-name, unknown-issuer, revoked or other)
    CertificateRefused,
    /// args: host
    ProxyRefused,
    /// args: host
    ProxySignIn,
    /// args: host, proxy. The proxy itself does not answer.
    ProxyUnreachable,
    /// args: host. The proxy's password is not in the key store, or the key store is shut.
    ProxyPasswordMissing,
    /// args: host. SOCKS and the like.
    ProxyUnsupported,
    /// args: host. The system has a script for its proxy and could not run it.
    ProxyUnresolved,
    /// args: host
    CaptivePortal,
    /// args: host
    AnswerUnreadable,
    // DingTalk's answers
    CredentialsRefused,
    CorpIdRefused,
    TokenRefused,
    /// args: permissions, apply_link
    PermissionMissing,
    /// args: ip
    AddressRefused,
    /// args: whom (`person` or `department`)
    ContactScope,
    /// args: seconds
    Throttled,
    QuotaUsed,
    /// args: minutes
    AddressBanned,
    AgentIdRefused,
    AppDisabled,
    Busy,
    UserUnknown,
    DepartmentUnknown,
    UserDisabled,
    /// args: what, user
    AlreadyExists,
    ConsentNeeded,
    MobileFixed,
    HrManaged,
    OrgAccountOnly,
    /// args: name (a field of a person or of a department)
    FieldRefused,
    /// args: name (in DingTalk's spelling)
    ParameterRefused,
    /// args: name (in DingTalk's spelling)
    ParameterMissing,
    RequestMalformed,
    /// args: limit
    LimitReached,
    DepartmentNotEmpty,
    RootDepartmentFixed,
    SignInCodeRefused,
    RedirectRefused,
    NotAuthorised,
    SuiteTicketRefused,
    SignatureRefused,
    SignatureTime,
    CallbackRefused,
    RecipientRefused,
    PathUnknown,
    ReadIncomplete,
    /// args: code
    Unknown,
    // The robot
    RobotUnknown,
    /// One of the robot's security settings refused, and DingTalk's words do not tell which.
    RobotSecurity,
    RobotSignature,
    RobotSecretNeeded,
    RobotKeyword,
    /// args: ip
    RobotAddress,
    RobotClock,
    /// args: minutes
    RobotThrottled,
    RobotDisabled,
    RobotGroupGone,
    RobotContent,
    /// The message left and no answer came: it may have arrived.
    MessageFateUnknown,
    /// args: name, at. The very same message, to the same group or person, within a day.
    MessageSentAlready,
    /// It is not in doubt (any more).
    MessageGone,
    /// args: person, reason (too-many, no-such-person or not-reached)
    NoticeNotReceived,
    // A push of events
    /// The AES key is not 43 letters and digits.
    EventKeyUnusable,
    EventSignature,
    EventKey,
    /// args: expected, found
    EventOwner,
    EventMalformed,
    // Listening for events
    /// args: host. The gateway named a host that is not DingTalk's.
    EventLinkForeign,
    EventLinkRefused,
    EventLinkLost,
    // The clock
    /// args: seconds
    ClockOffset,
    /// args: zone
    ZoneNotHongKong,
    // Guides from elsewhere
    /// No maker's key is built in: no pack is believed.
    GuidesKeyMissing,
    /// There is no signature beside the pack.
    GuidesUnsigned,
    /// The signature is another's, or the pack is not what was signed.
    GuidesTampered,
    /// args: limit (in KB)
    GuidesTooLarge,
    /// args: place (a guide, or a line and column). Signed, but this program cannot show it.
    GuidesUnfit,
    /// Made for a later version of this program.
    GuidesTooNew,
    /// args: edition, present
    GuidesOlder,
    /// args: path
    GuidesUnreadable,
    // A file that is handed over
    /// args: reason (empty, short, common, row, repeat, date, known or long)
    PassphraseWeak,
    PassphraseWrong,
    /// It is something else.
    HandoverForeign,
    /// Its end is missing.
    HandoverTruncated,
    /// It is not as it was made.
    HandoverDamaged,
    /// Made by a later version of this program.
    HandoverNewer,
    /// args: limit (in MB)
    HandoverTooLarge,
    /// It asks for more work than any file of ours.
    HandoverCostly,
    /// args: name. This app, or this name, is here already.
    HandoverConflict,
    /// No file was opened, or not for as long as this.
    HandoverClosed,
    /// args: path
    FileUnreadable,
    /// args: path
    FileUnwritable,
    /// args: names. They lie where something is to be written.
    FilesInTheWay,
    // Where it runs
    /// args: path, fault (see `vault::MountedFault`)
    SecretFileUnfit,
    /// args: path. A secret that an administrator puts there is never written by this program.
    SecretsReadOnly,
    /// args: program, host, pid, since
    FolderHeld,
    /// Another program looks after this folder since: what was under way in the background is not written down.
    FolderLost,
    // What the company's IT has laid down
    /// args: allowed (com, io or none)
    RegionForbidden,
    PracticeForbidden,
    ProxyFixed,
    /// args: host. Something was laid down about the way there, and nobody can tell what.
    PolicyUnreadable,
    UpdatesForbidden,
    // New versions
    /// This build knows no place to look, or no key to believe.
    UpdateSourceMissing,
    /// args: host, status. Something else than a version was answered.
    UpdateMissing,
    /// args: host
    UpdateRedirected,
    /// args: host. It would come over a line that anybody can change.
    UpdateInsecure,
    /// args: host
    UpdateUnreadable,
    /// args: version. It is there, and not for this kind of computer.
    UpdateNotForHere,
    /// args: limit (in MB)
    UpdateTooLarge,
    UpdateUnsigned,
    /// Somebody else's key.
    UpdateForeign,
    /// Not a byte may differ from what was signed, and none may be missing.
    UpdateTampered,
    /// args: version. It was signed as another one.
    UpdateMislabelled,
    /// This installation is not one that can replace itself.
    UpdateByHand,
    /// Its installer did not start.
    UpdateNotInstalled,
    // The app itself
    Cancelled,
    ConnectionUnknown,
    /// It was taken away meanwhile, here or in another window.
    ReminderGone,
    NameTaken,
    LinkRefused,
}

pub type Result<T> = std::result::Result<T, Problem>;

impl Problem {
    pub fn new(code: ProblemCode) -> Self {
        Self { code, who: code.who(), field: None, args: BTreeMap::new(), server: None }
    }

    #[must_use]
    pub fn at(mut self, field: Field) -> Self {
        self.field = Some(field);
        self
    }

    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "numbers and borrowed texts alike, without ceremony")]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl ProblemCode {
    /// Whose turn it is when this happens.
    #[expect(clippy::too_many_lines, reason = "one line a cause")]
    pub fn who(self) -> Who {
        use ProblemCode as P;
        match self {
            P::PermissionMissing
            | P::AddressRefused
            | P::ContactScope
            | P::AppDisabled
            | P::RobotAddress
            | P::RobotDisabled
            | P::RobotGroupGone
            | P::UserDisabled
            | P::HrManaged
            | P::LimitReached
            | P::RedirectRefused
            | P::NotAuthorised
            | P::NoticeNotReceived => Who::DingtalkAdmin,
            P::Unreachable
            | P::NameUnknown
            | P::TimedOut
            | P::CertificateRefused
            | P::ProxyRefused
            | P::ProxySignIn
            | P::ProxyUnreachable
            | P::ProxyUnsupported
            | P::ProxyUnresolved
            | P::AnswerUnreadable
            | P::AddressBanned
            | P::EventLinkForeign
            | P::EventLinkRefused
            | P::EventLinkLost
            | P::ParameterRefused
            | P::ParameterMissing
            | P::RequestMalformed
            | P::SuiteTicketRefused
            | P::SignatureRefused
            | P::CallbackRefused
            | P::PathUnknown
            | P::DiskReadOnly
            | P::VaultAbsent
            | P::VaultFailed
            | P::RegionForbidden
            | P::PracticeForbidden
            | P::ProxyFixed
            | P::PolicyUnreadable
            | P::UpdatesForbidden
            | P::UpdateSourceMissing
            | P::UpdateMissing
            | P::UpdateRedirected
            | P::UpdateInsecure
            | P::UpdateUnreadable
            | P::UpdateNotForHere
            | P::UpdateTooLarge
            | P::UpdateUnsigned
            | P::UpdateForeign
            | P::UpdateTampered
            | P::UpdateMislabelled
            | P::UpdateByHand => Who::It,
            P::QuotaUsed => Who::Boss,
            P::Busy | P::Throttled => Who::Dingtalk,
            P::CompanyNameEmpty
            | P::CompanyNameTooLong
            | P::EmailEmpty
            | P::EmailMalformed
            | P::EmailFreeMail
            | P::ChoiceMissing
            | P::KeyEmpty
            | P::KeyControlCharacters
            | P::KeysSwapped
            | P::PasteNothingFound
            | P::PasteTooLong
            | P::WebhookMalformed
            | P::WebhookForeign
            | P::WebhookReal
            | P::WebhookPractice
            | P::WebhookTokenMissing
            | P::MessageEmpty
            | P::MessageTooLong
            | P::MessageTitleMissing
            | P::MessageLinkUnsafe
            | P::MessageHoldsSecret
            | P::MentionMalformed
            | P::AddressMalformed
            | P::PurposeMissing
            | P::RecipientMissing
            | P::RobotMissing
            | P::ProxyAddressMalformed
            | P::ProxyPasswordMissing
            | P::VaultLocked
            | P::VaultReadBack
            | P::SecretTooLong
            | P::SecretMissing
            | P::OldSecretWaiting
            | P::SecretUnchanged
            | P::SecretLeft
            | P::DiskFull
            | P::StoreUnusable
            | P::StoreNewer
            | P::StoreDamaged
            | P::StoreBusy
            | P::OthersRunning
            | P::SecretChanged
            | P::HomeUnusable
            | P::AutostartUnset
            | P::TaskLeft
            | P::PracticePortTaken
            | P::PracticeNotRunning
            | P::PracticeStateUnusable
            | P::ClipboardUnusable
            | P::BrowserUnopened
            | P::MailUnopened
            | P::RandomMissing
            | P::CredentialsRefused
            | P::CorpIdRefused
            | P::TokenRefused
            | P::AgentIdRefused
            | P::UserUnknown
            | P::DepartmentUnknown
            | P::AlreadyExists
            | P::ConsentNeeded
            | P::MobileFixed
            | P::OrgAccountOnly
            | P::FieldRefused
            | P::DepartmentNotEmpty
            | P::RootDepartmentFixed
            | P::SignInCodeRefused
            | P::SignatureTime
            | P::RecipientRefused
            | P::ReadIncomplete
            | P::CaptivePortal
            | P::Unknown
            | P::RobotUnknown
            | P::RobotSecurity
            | P::RobotSignature
            | P::RobotSecretNeeded
            | P::RobotKeyword
            | P::RobotClock
            | P::RobotThrottled
            | P::RobotContent
            | P::MessageFateUnknown
            | P::MessageSentAlready
            | P::MessageGone
            | P::EventKeyUnusable
            | P::EventSignature
            | P::EventKey
            | P::EventOwner
            | P::EventMalformed
            | P::ClockOffset
            | P::ZoneNotHongKong
            | P::Cancelled
            | P::ConnectionUnknown
            | P::ReminderGone
            | P::DateMalformed
            | P::NameTaken
            | P::GuidesKeyMissing
            | P::GuidesUnsigned
            | P::GuidesTampered
            | P::GuidesTooLarge
            | P::GuidesUnfit
            | P::GuidesTooNew
            | P::GuidesOlder
            | P::GuidesUnreadable
            | P::PassphraseWeak
            | P::PassphraseWrong
            | P::HandoverForeign
            | P::HandoverTruncated
            | P::HandoverDamaged
            | P::HandoverNewer
            | P::HandoverTooLarge
            | P::HandoverCostly
            | P::HandoverConflict
            | P::HandoverClosed
            | P::FileUnreadable
            | P::FileUnwritable
            | P::FilesInTheWay
            | P::SecretFileUnfit
            | P::SecretsReadOnly
            | P::FolderHeld
            | P::FolderLost
            | P::UpdateNotInstalled
            | P::LinkRefused => Who::You,
        }
    }
}
