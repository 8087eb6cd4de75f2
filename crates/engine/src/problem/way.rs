//! What stands between this computer and DingTalk.

use super::ProblemCode;

impl ProblemCode {
    /// Whether what was saved is not in the key store (any more): gone, or another one in its place.
    pub fn is_lost_secret(self) -> bool {
        matches!(self, Self::SecretMissing | Self::SecretChanged)
    }

    /// DingTalk was not reached, whatever it thinks of the app: nothing newer is known than before.
    pub fn is_the_way(self) -> bool {
        use ProblemCode as P;
        matches!(
            self,
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
                | P::PracticeNotRunning
        )
    }
}
