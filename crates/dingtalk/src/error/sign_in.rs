//! Questions about signing in, third-party apps and signatures.

use super::{Error, SignatureFault};

impl Error {
    /// The sign-in code or the refresh token is spent, expired or of another kind: the person has to sign in again.
    pub fn is_code_refused(&self) -> bool {
        matches!(self, Self::CodeRefused { .. })
    }

    pub fn is_redirect_refused(&self) -> bool {
        matches!(self, Self::RedirectRefused { .. })
    }

    /// The organisation has not authorised this third-party app.
    pub fn is_not_authorised(&self) -> bool {
        matches!(self, Self::NotAuthorised { .. })
    }

    /// DingTalk pushes a new suite ticket about every five hours.
    pub fn is_suite_ticket_refused(&self) -> bool {
        matches!(self, Self::SuiteTicketRefused { .. })
    }

    pub fn signature_refused(&self) -> Option<SignatureFault> {
        let Self::SignatureRefused { fault, .. } = self else { return None };
        Some(*fault)
    }

    pub fn is_callback_refused(&self) -> bool {
        matches!(self, Self::CallbackRefused { .. })
    }

    pub fn is_recipient_refused(&self) -> bool {
        matches!(self, Self::RecipientRefused { .. })
    }
}
