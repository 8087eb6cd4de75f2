//! What stands between this computer and DingTalk.

use super::ProblemCode;

impl ProblemCode {
    /// DingTalk was not reached, whatever it thinks of the app: nothing newer is known than before.
    #[expect(clippy::too_many_lines, reason = "one line a cause")]
    pub fn is_the_way(self) -> bool {
        use ProblemCode as P;
        match self {
            P::Unreachable
            | P::NameUnknown
            | P::TimedOut
            | P::CertificateRefused
            | P::ProxyRefused
            | P::ProxySignIn
            | P::ProxyUnreachable
            | P::ProxyPasswordMissing
            | P::ProxyUnsupported
            | P::ProxyUnresolved
            | P::CaptivePortal
            | P::PracticeNotRunning => true,
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
            | P::AddressMalformed
            | P::PurposeMissing
            | P::RecipientMissing
            | P::RobotMissing
            | P::ProxyAddressMalformed
            | P::VaultAbsent
            | P::VaultLocked
            | P::VaultReadBack
            | P::VaultFailed
            | P::SecretTooLong
            | P::SecretMissing
            | P::OldSecretWaiting
            | P::SecretUnchanged
            | P::SecretLeft
            | P::DiskFull
            | P::DiskReadOnly
            | P::StoreUnusable
            | P::StoreNewer
            | P::HomeUnusable
            | P::PracticePortTaken
            | P::PracticeStateUnusable
            | P::ClipboardUnusable
            | P::BrowserUnopened
            | P::MailUnopened
            | P::RandomMissing
            | P::AnswerUnreadable
            | P::CredentialsRefused
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
            | P::ReadIncomplete
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
            | P::MessageFateUnknown
            | P::EventKeyUnusable
            | P::EventSignature
            | P::EventKey
            | P::EventOwner
            | P::EventMalformed
            | P::EventLinkForeign
            | P::EventLinkRefused
            | P::EventLinkLost
            | P::ClockOffset
            | P::ZoneNotHongKong
            | P::GuidesKeyMissing
            | P::GuidesUnsigned
            | P::GuidesTampered
            | P::GuidesTooLarge
            | P::GuidesUnfit
            | P::GuidesTooNew
            | P::GuidesOlder
            | P::GuidesUnreadable
            | P::Cancelled
            | P::ConnectionUnknown
            | P::NameTaken
            | P::LinkRefused => false,
        }
    }
}
