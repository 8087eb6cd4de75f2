//! Who told: the one place that knows which variant carries what.

use super::{Error, ServerWords};

impl Error {
    pub(super) fn told_by(&self) -> ToldBy<'_> {
        match self {
            Self::ClientUnusable { .. }
            | Self::RequestUnusable { .. }
            | Self::ReadIncomplete { .. }
            | Self::Unfit(_) => ToldBy::ThisMachine,
            Self::NameUnknown { host, .. }
            | Self::Unreachable { host, .. }
            | Self::ConnectTimedOut { host, .. }
            | Self::Certificate { host, .. }
            | Self::SecureConnection { host, .. }
            | Self::NoRoute { host, .. }
            | Self::ProxyUnreachable { host, .. }
            | Self::ProxyAuthentication { host }
            | Self::ProxyRefused { host, .. }
            | Self::TimedOut { host, .. }
            | Self::Interrupted { host, .. }
            | Self::Redirected { host, .. }
            | Self::CaptivePortal { host, .. }
            | Self::AddressBanned { host, .. }
            | Self::TooLarge { host, .. }
            | Self::Unreadable { host, .. } => ToldBy::Way(host),
            Self::UserDisabled { words }
            | Self::Duplicate { words, .. }
            | Self::ConsentNeeded { words }
            | Self::MobileFixed { words }
            | Self::HrManaged { words }
            | Self::OrgAccountOnly { words }
            | Self::FieldRefused { words, .. }
            | Self::ParameterRefused { words, .. }
            | Self::ParameterMissing { words, .. }
            | Self::RequestMalformed { words }
            | Self::LimitReached { words, .. }
            | Self::DepartmentNotEmpty { words }
            | Self::RootFixed { words }
            | Self::CodeRefused { words }
            | Self::RedirectRefused { words }
            | Self::NotAuthorised { words }
            | Self::SuiteTicketRefused { words }
            | Self::SignatureRefused { words, .. }
            | Self::CallbackRefused { words }
            | Self::RecipientRefused { words }
            | Self::CredentialsRefused { words }
            | Self::CorpIdRefused { words }
            | Self::TokenRefused { words }
            | Self::PermissionMissing { words, .. }
            | Self::AddressRefused { words, .. }
            | Self::ContactScope { words, .. }
            | Self::Throttled { words, .. }
            | Self::QuotaUsed { words }
            | Self::Busy { words, .. }
            | Self::AgentIdRefused { words }
            | Self::AppDisabled { words }
            | Self::UserUnknown { words }
            | Self::DepartmentUnknown { words }
            | Self::PathUnknown { words }
            | Self::Robot { words, .. }
            | Self::Unknown { words } => ToldBy::DingTalk(words),
        }
    }
}

pub(super) enum ToldBy<'a> {
    ThisMachine,
    Way(&'a str),
    DingTalk(&'a ServerWords),
}
