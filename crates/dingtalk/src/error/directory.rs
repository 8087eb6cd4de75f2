//! Questions that somebody asks who keeps a directory in step with another list of people.

use super::{ContactField, Duplicate, Error, IncompleteRead, Limit};
use crate::UserId;

impl Error {
    /// What was to be made is there already. After a create in doubt, [`Duplicate::UserId`] means that it was done
    /// before, by whomever: read it back and compare.
    pub fn already_exists(&self) -> Option<Duplicate> {
        let Self::Duplicate { what, .. } = self else { return None };
        Some(*what)
    }

    /// Who has the mobile number already, if the refusal said so. Third-party clients read a userid out of it; DingTalk
    /// documents none, so an absent one means nothing.
    pub fn existing_user(&self) -> Option<&UserId> {
        let Self::Duplicate { existing, .. } = self else { return None };
        existing.as_ref()
    }

    /// Nobody was added yet: the person was invited and has to accept. Asking again invites again.
    pub fn needs_consent(&self) -> bool {
        matches!(self, Self::ConsentNeeded { .. })
    }

    /// The user or department that was named is not there. For a delete that is as good as done. A user who has not
    /// accepted an invitation yet is not there either.
    pub fn not_found(&self) -> bool {
        matches!(self, Self::UserUnknown { .. } | Self::DepartmentUnknown { .. })
    }

    /// Which field DingTalk does not take as it is.
    pub fn refused_field(&self) -> Option<ContactField> {
        let Self::FieldRefused { field, .. } = self else { return None };
        Some(*field)
    }

    /// Something in the request has to change before it can succeed: a field, a parameter, or the form of it.
    pub fn is_input_refused(&self) -> bool {
        matches!(
            self,
            Self::FieldRefused { .. }
                | Self::ParameterRefused { .. }
                | Self::ParameterMissing { .. }
                | Self::RequestMalformed { .. }
        )
    }

    /// The parameter that was refused or is missing, in DingTalk's spelling, if it told.
    pub fn parameter(&self) -> Option<&str> {
        let (Self::ParameterRefused { name, .. } | Self::ParameterMissing { name, .. }) = self else { return None };
        name.as_deref()
    }

    pub fn is_mobile_fixed(&self) -> bool {
        matches!(self, Self::MobileFixed { .. })
    }

    pub fn is_hr_managed(&self) -> bool {
        matches!(self, Self::HrManaged { .. })
    }

    pub fn is_org_account_only(&self) -> bool {
        matches!(self, Self::OrgAccountOnly { .. })
    }

    pub fn is_user_disabled(&self) -> bool {
        matches!(self, Self::UserDisabled { .. })
    }

    /// Which limit leaves no room; waiting does not help, but for [`Limit::WorkNotices`].
    pub fn limit_reached(&self) -> Option<Limit> {
        let Self::LimitReached { limit, .. } = self else { return None };
        Some(*limit)
    }

    pub fn is_department_not_empty(&self) -> bool {
        matches!(self, Self::DepartmentNotEmpty { .. })
    }

    pub fn is_root_fixed(&self) -> bool {
        matches!(self, Self::RootFixed { .. })
    }

    /// A reading that must not be taken for the whole: nothing may be deleted on the strength of it.
    pub fn read_incomplete(&self) -> Option<IncompleteRead> {
        let Self::ReadIncomplete { reason, .. } = self else { return None };
        Some(*reason)
    }
}
