use std::process::ExitCode;

use engine::problem::ProblemCode;

/// What the calling script learns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Fine,
    /// It was asked and the answer is "no".
    No,
    WrongUse,
    Unreached,
    /// The key store, the disk or a port of this machine.
    Machine,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::No => 1,
            Exit::WrongUse => 2,
            Exit::Unreached => 3,
            Exit::Machine => 4,
        })
    }
}

impl From<ProblemCode> for Exit {
    #[expect(clippy::too_many_lines, reason = "one line a cause")]
    fn from(code: ProblemCode) -> Self {
        use ProblemCode as P;
        match code {
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
            | P::MessageGone
            | P::AddressMalformed
            | P::DateMalformed
            | P::PurposeMissing
            | P::RecipientMissing
            | P::RobotMissing
            | P::ProxyAddressMalformed
            | P::ProxyPasswordMissing
            | P::SecretTooLong
            | P::OldSecretWaiting
            | P::SecretUnchanged
            | P::ConnectionUnknown
            | P::ReminderGone
            | P::NameTaken
            | P::PassphraseWeak
            | P::HandoverConflict
            | P::HandoverClosed
            | P::FilesInTheWay
            | P::LinkRefused => Self::WrongUse,
            P::VaultAbsent
            | P::VaultLocked
            | P::VaultReadBack
            | P::VaultFailed
            | P::SecretMissing
            | P::SecretLeft
            | P::DiskFull
            | P::DiskReadOnly
            | P::StoreUnusable
            | P::StoreNewer
            | P::StoreDamaged
            | P::StoreBusy
            | P::OthersRunning
            | P::SecretChanged
            | P::GuidesUnreadable
            | P::FileUnreadable
            | P::SecretFileUnfit
            | P::SecretsReadOnly
            | P::FolderHeld
            | P::FolderLost
            | P::HomeUnusable
            | P::FileUnwritable
            | P::AutostartUnset
            | P::PracticePortTaken
            | P::PracticeStateUnusable
            | P::ClipboardUnusable
            | P::BrowserUnopened
            | P::MailUnopened
            | P::TaskLeft
            | P::RandomMissing => Self::Machine,
            P::PracticeNotRunning
            | P::Unreachable
            | P::NameUnknown
            | P::TimedOut
            | P::CertificateRefused
            | P::ProxyRefused
            | P::ProxySignIn
            | P::ProxyUnreachable
            | P::ProxyUnsupported
            | P::ProxyUnresolved
            | P::ReadIncomplete
            | P::CaptivePortal
            | P::AnswerUnreadable
            | P::EventLinkForeign
            | P::EventLinkRefused
            | P::EventLinkLost
            | P::MessageFateUnknown => Self::Unreached,
            P::CredentialsRefused
            | P::CorpIdRefused
            | P::TokenRefused
            | P::PermissionMissing
            | P::AddressRefused
            | P::ContactScope
            | P::Throttled
            | P::QuotaUsed
            | P::AddressBanned
            | P::AgentIdRefused
            | P::AppDisabled
            | P::Busy
            | P::UserUnknown
            | P::DepartmentUnknown
            | P::UserDisabled
            | P::AlreadyExists
            | P::ConsentNeeded
            | P::MobileFixed
            | P::HrManaged
            | P::OrgAccountOnly
            | P::FieldRefused
            | P::ParameterRefused
            | P::ParameterMissing
            | P::RequestMalformed
            | P::LimitReached
            | P::DepartmentNotEmpty
            | P::RootDepartmentFixed
            | P::SignInCodeRefused
            | P::RedirectRefused
            | P::NotAuthorised
            | P::SuiteTicketRefused
            | P::SignatureRefused
            | P::SignatureTime
            | P::CallbackRefused
            | P::RecipientRefused
            | P::PathUnknown
            | P::Unknown
            | P::RobotUnknown
            | P::RobotSecurity
            | P::RobotSignature
            | P::RobotSecretNeeded
            | P::RobotKeyword
            | P::RobotAddress
            | P::RobotClock
            | P::RobotThrottled
            | P::RobotDisabled
            | P::RobotGroupGone
            | P::RobotContent
            | P::MessageSentAlready
            | P::NoticeNotReceived
            | P::EventKeyUnusable
            | P::EventSignature
            | P::EventKey
            | P::EventOwner
            | P::EventMalformed
            | P::ClockOffset
            | P::ZoneNotHongKong
            | P::GuidesKeyMissing
            | P::GuidesUnsigned
            | P::GuidesTampered
            | P::GuidesTooLarge
            | P::GuidesUnfit
            | P::GuidesTooNew
            | P::GuidesOlder
            | P::PassphraseWrong
            | P::HandoverForeign
            | P::HandoverTruncated
            | P::HandoverDamaged
            | P::HandoverNewer
            | P::HandoverTooLarge
            | P::HandoverCostly
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
            | P::UpdateByHand
            | P::UpdateNotInstalled
            | P::Cancelled => Self::No,
        }
    }
}
