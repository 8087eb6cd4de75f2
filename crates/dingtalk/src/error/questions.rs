use std::net::IpAddr;
use std::time::Duration;

use super::told_by::ToldBy;
use super::{ContactScope, Error, RobotRefusal, ServerWords, UnreadableReason};

/// How long a robot is blocked after its 21st message in a minute.
const ROBOT_BLOCK: Duration = Duration::from_mins(10);

impl Error {
    /// The name is unknown, nobody listens, or no connection came about: nothing was asked.
    pub fn is_offline(&self) -> bool {
        matches!(
            self,
            Self::NameUnknown { .. }
                | Self::Unreachable { .. }
                | Self::ConnectTimedOut { .. }
                | Self::ProxyUnreachable { .. }
        )
    }

    /// No connection, or no whole answer, in the time allowed.
    pub fn is_time_out(&self) -> bool {
        matches!(self, Self::ConnectTimedOut { .. } | Self::TimedOut { .. })
    }

    /// Whether the server may have done what was asked although the call failed. A write is then *in doubt*:
    /// read back before it is repeated; a message is never resent by itself.
    pub fn may_have_acted(&self) -> bool {
        match self {
            Self::Unreadable { reason, .. } => *reason != UnreadableReason::NoToken,
            Self::TimedOut { .. }
            | Self::Interrupted { .. }
            | Self::TooLarge { .. }
            | Self::Busy { may_have_acted: true, .. } => true,
            Self::ClientUnusable { .. }
            | Self::RequestUnusable { .. }
            | Self::Unfit(_)
            | Self::NameUnknown { .. }
            | Self::Unreachable { .. }
            | Self::ConnectTimedOut { .. }
            | Self::Certificate { .. }
            | Self::SecureConnection { .. }
            | Self::NoRoute { .. }
            | Self::ProxyUnreachable { .. }
            | Self::ProxyAuthentication { .. }
            | Self::ProxyRefused { .. }
            | Self::Redirected { .. }
            | Self::CaptivePortal { .. }
            | Self::AddressBanned { .. }
            | Self::CredentialsRefused { .. }
            | Self::CorpIdRefused { .. }
            | Self::TokenRefused { .. }
            | Self::PermissionMissing { .. }
            | Self::AddressRefused { .. }
            | Self::ContactScope { .. }
            | Self::Throttled { .. }
            | Self::QuotaUsed { .. }
            | Self::Busy { may_have_acted: false, .. }
            | Self::AgentIdRefused { .. }
            | Self::AppDisabled { .. }
            | Self::ReadIncomplete { .. }
            | Self::UserDisabled { .. }
            | Self::Duplicate { .. }
            | Self::ConsentNeeded { .. }
            | Self::MobileFixed { .. }
            | Self::HrManaged { .. }
            | Self::OrgAccountOnly { .. }
            | Self::FieldRefused { .. }
            | Self::ParameterRefused { .. }
            | Self::ParameterMissing { .. }
            | Self::RequestMalformed { .. }
            | Self::LimitReached { .. }
            | Self::DepartmentNotEmpty { .. }
            | Self::RootFixed { .. }
            | Self::CodeRefused { .. }
            | Self::RedirectRefused { .. }
            | Self::NotAuthorised { .. }
            | Self::SuiteTicketRefused { .. }
            | Self::SignatureRefused { .. }
            | Self::CallbackRefused { .. }
            | Self::RecipientRefused { .. }
            | Self::UserUnknown { .. }
            | Self::DepartmentUnknown { .. }
            | Self::PathUnknown { .. }
            | Self::Robot { .. }
            | Self::Unknown { .. } => false,
        }
    }

    pub fn is_token_refused(&self) -> bool {
        matches!(self, Self::TokenRefused { .. })
    }

    pub fn is_credentials_refused(&self) -> bool {
        matches!(self, Self::CredentialsRefused { .. })
    }

    pub fn is_corp_id_refused(&self) -> bool {
        matches!(self, Self::CorpIdRefused { .. })
    }

    pub fn is_agent_refused(&self) -> bool {
        matches!(self, Self::AgentIdRefused { .. })
    }

    pub fn is_app_disabled(&self) -> bool {
        matches!(self, Self::AppDisabled { .. })
    }

    pub fn is_user_unknown(&self) -> bool {
        matches!(self, Self::UserUnknown { .. })
    }

    /// The permission codes that DingTalk asks for; empty if one is missing and DingTalk did not say which.
    /// A token issued before a permission was granted does not carry it: forget the token before asking again.
    pub fn missing_permissions(&self) -> Option<Vec<String>> {
        let Self::PermissionMissing { permissions, .. } = self else { return None };
        Some(permissions.clone())
    }

    /// Where the missing permission can be asked for: a page of DingTalk's developer console.
    pub fn apply_link(&self) -> Option<&str> {
        let Self::PermissionMissing { apply_link, .. } = self else { return None };
        apply_link.as_deref()
    }

    /// Whether the app's or the robot's allow list refused this machine's public address.
    pub fn is_address_refused(&self) -> bool {
        matches!(self, Self::AddressRefused { .. } | Self::Robot { refusal: RobotRefusal::Address(_), .. })
    }

    /// The address that DingTalk saw and refused, if it told.
    pub fn refused_address(&self) -> Option<IpAddr> {
        let (Self::AddressRefused { address, .. } | Self::Robot { refusal: RobotRefusal::Address(address), .. }) = self
        else {
            return None;
        };
        *address
    }

    /// How long to wait before the same call has a chance: as told by the server, else as documented.
    pub fn retry_after(&self) -> Option<Duration> {
        if let Self::Throttled { wait, .. } | Self::AddressBanned { wait, .. } = self {
            return Some(*wait);
        }
        if let Self::Busy { wait, .. } = self {
            return *wait;
        }
        matches!(self, Self::Robot { refusal: RobotRefusal::Throttled, .. }).then_some(ROBOT_BLOCK)
    }

    /// Too many calls or messages just now; [`Error::retry_after`] tells how long to wait.
    pub fn is_throttled(&self) -> bool {
        matches!(self, Self::Throttled { .. } | Self::Robot { refusal: RobotRefusal::Throttled, .. })
    }

    /// The organisation's calls of this month are used up: nothing helps before the month turns.
    pub fn is_quota_used(&self) -> bool {
        matches!(self, Self::QuotaUsed { .. })
    }

    pub fn is_address_banned(&self) -> bool {
        matches!(self, Self::AddressBanned { .. })
    }

    /// Something between here and DingTalk answered: a hotel's or an office's sign-in or block page.
    pub fn is_captive_portal(&self) -> bool {
        matches!(self, Self::CaptivePortal { .. } | Self::Redirected { .. })
    }

    /// The office proxy refused, or wants a sign-in.
    pub fn is_proxy_refused(&self) -> bool {
        matches!(self, Self::ProxyAuthentication { .. } | Self::ProxyRefused { .. })
    }

    /// The certificate was refused, or no secure connection came about.
    pub fn is_certificate_refused(&self) -> bool {
        matches!(self, Self::Certificate { .. } | Self::SecureConnection { .. })
    }

    /// DingTalk's own trouble; at most three tries.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy { .. })
    }

    /// Whom the app's contact scope (授权范围) leaves out.
    pub fn contact_scope(&self) -> Option<ContactScope> {
        let Self::ContactScope { scope, .. } = self else { return None };
        Some(*scope)
    }

    pub fn robot_refusal(&self) -> Option<&RobotRefusal> {
        let Self::Robot { refusal, .. } = self else { return None };
        Some(refusal)
    }

    /// The host that failed to answer, for failures on the way.
    pub fn host(&self) -> Option<&str> {
        match self.told_by() {
            ToldBy::Way(host) => Some(host),
            ToldBy::DingTalk(_) | ToldBy::ThisMachine => None,
        }
    }

    /// DingTalk's own words, if it answered.
    pub fn words(&self) -> Option<&ServerWords> {
        match self.told_by() {
            ToldBy::DingTalk(words) => Some(words),
            ToldBy::Way(_) | ToldBy::ThisMachine => None,
        }
    }

    /// DingTalk's code with the 88 wrapper taken off, e.g. `40014` or `InvalidAuthentication`.
    pub fn code(&self) -> Option<&str> {
        self.words().map(|words| words.code.as_str())
    }

    pub fn server_message(&self) -> Option<&str> {
        self.words().map(|words| words.message.as_str())
    }

    pub fn request_id(&self) -> Option<&str> {
        self.words().and_then(|words| words.request_id.as_deref())
    }
}
