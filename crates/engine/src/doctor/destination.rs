//! Where the remedy of a cause is: a task of the set-up, the network's page, or a page of DingTalk's.

use serde::{Deserialize, Serialize};

use crate::link::Link;
use crate::problem::{Problem, ProblemCode as P};
use crate::refusal;
use crate::setup::Task;

/// What the remedy's button opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// A task, which opens with its own guide.
    Task(Task),
    /// A page of DingTalk's that no task leads to.
    Link(Link),
    /// The page on which a proxy is given.
    Network,
    /// Nothing to open: wait, ask somebody, or look at one's own program.
    Nowhere,
}

impl Destination {
    #[expect(clippy::too_many_lines, reason = "one table, so that a new cause cannot be forgotten")]
    pub fn of(problem: &Problem) -> Self {
        match problem.code {
            P::CertificateRefused if problem.args.get("fault").is_some_and(|fault| refusal::is_about_time(fault)) => {
                Self::Task(Task::Clock)
            }
            P::CompanyNameEmpty | P::CompanyNameTooLong | P::EmailEmpty | P::EmailMalformed | P::EmailFreeMail => {
                Self::Task(Task::Company)
            }
            P::ChoiceMissing => Self::Task(Task::Region),
            P::KeyEmpty
            | P::KeyControlCharacters
            | P::KeysSwapped
            | P::PasteNothingFound
            | P::PasteTooLong
            | P::CredentialsRefused
            | P::TokenRefused
            | P::VaultAbsent
            | P::VaultLocked
            | P::VaultReadBack
            | P::VaultFailed
            | P::SecretTooLong
            | P::SecretLeft
            | P::SecretMissing
            | P::SecretChanged
            | P::OldSecretWaiting
            | P::SecretUnchanged => Self::Task(Task::Credentials),
            P::CorpIdRefused => Self::Task(Task::Corp),
            P::AgentIdRefused => Self::Task(Task::Agent),
            P::WebhookMalformed
            | P::WebhookReal
            | P::WebhookPractice
            | P::WebhookForeign
            | P::WebhookTokenMissing
            | P::RobotMissing
            | P::RobotUnknown
            | P::RobotSecurity
            | P::RobotSignature
            | P::RobotSecretNeeded
            | P::RobotKeyword => Self::Task(Task::Robot),
            P::RobotAddress | P::RobotDisabled => Self::Link(Link::Robot),
            P::RobotGroupGone => Self::Link(Link::Group),
            P::MessageEmpty
            | P::MessageTooLong
            | P::MessageTitleMissing
            | P::MessageLinkUnsafe
            | P::MessageHoldsSecret
            | P::MentionMalformed
            | P::MessageSentAlready
            | P::MessageGone
            | P::RecipientMissing
            | P::RobotContent
            | P::MessageFateUnknown => Self::Task(Task::Message),
            P::NoticeNotReceived => Self::Task(Task::Visible),
            P::AddressMalformed => Self::Task(Task::Address),
            P::AddressRefused => Self::Task(Task::AllowList),
            P::PurposeMissing => Self::Task(Task::Purpose),
            P::PermissionMissing => Self::Task(Task::Points),
            P::ContactScope => Self::Task(Task::Scope),
            P::AppDisabled => Self::Link(Link::Versions),
            P::RedirectRefused => Self::Link(Link::SecuritySettings),
            P::Unreachable
            | P::NameUnknown
            | P::TimedOut
            | P::CertificateRefused
            | P::CaptivePortal
            | P::AnswerUnreadable => Self::Task(Task::Hosts),
            P::ProxyRefused
            | P::ProxySignIn
            | P::ProxyUnreachable
            | P::ProxyUnsupported
            | P::ProxyUnresolved
            | P::ProxyPasswordMissing
            | P::ProxyFixed
            | P::ProxyAddressMalformed => Self::Network,
            P::RobotClock | P::ClockOffset | P::SignatureTime => Self::Task(Task::Clock),
            P::ZoneNotHongKong => Self::Task(Task::Zone),
            P::UserDisabled
            | P::HrManaged
            | P::LimitReached
            | P::NotAuthorised
            | P::QuotaUsed
            | P::DepartmentUnknown
            | P::UserUnknown => Self::Link(Link::AdminConsole),
            P::DiskFull
            | P::DiskReadOnly
            | P::StoreUnusable
            | P::StoreNewer
            | P::StoreDamaged
            | P::StoreBusy
            | P::OthersRunning
            | P::HomeUnusable
            | P::AutostartUnset
            | P::TaskLeft
            | P::ReminderGone
            | P::DateMalformed
            | P::PracticePortTaken
            | P::PracticeNotRunning
            | P::PracticeStateUnusable
            | P::ClipboardUnusable
            | P::BrowserUnopened
            | P::MailUnopened
            | P::Throttled
            | P::AddressBanned
            | P::Busy
            | P::AlreadyExists
            | P::ConsentNeeded
            | P::MobileFixed
            | P::OrgAccountOnly
            | P::FieldRefused
            | P::ParameterRefused
            | P::ParameterMissing
            | P::RequestMalformed
            | P::DepartmentNotEmpty
            | P::RootDepartmentFixed
            | P::SignInCodeRefused
            | P::SuiteTicketRefused
            | P::SignatureRefused
            | P::CallbackRefused
            | P::RecipientRefused
            | P::PathUnknown
            | P::ReadIncomplete
            | P::Unknown
            | P::RobotThrottled
            | P::Cancelled
            | P::ConnectionUnknown
            | P::NameTaken
            | P::EventKeyUnusable
            | P::EventSignature
            | P::EventKey
            | P::EventOwner
            | P::EventMalformed
            | P::EventLinkForeign
            | P::EventLinkRefused
            | P::EventLinkLost
            | P::RandomMissing
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
            | P::RegionForbidden
            | P::PracticeForbidden
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
            | P::UpdateByHand
            | P::UpdateNotInstalled
            | P::LinkRefused => Self::Nowhere,
        }
    }
}
