//! The one table of failures: what may follow each, by what the call does.

use super::Kind;
use crate::{Error, RobotRefusal};

/// What may follow a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Never,
    /// Again after a pause, and it counts as a try.
    Again,
    /// Refused before it could act, for coming too soon: again when the limiter lets it go, and it counts as no try.
    WhenFree,
    /// The same, but only a limiter can wait so long.
    WhenFreeByLimiter,
}

pub(super) fn verdict(kind: Kind, error: &Error) -> Verdict {
    match error {
        Error::Throttled { .. } => Verdict::WhenFree,
        Error::Robot { refusal: RobotRefusal::Throttled, .. } => Verdict::WhenFreeByLimiter,
        // Nothing was asked: whatever it is, it was not done.
        Error::NameUnknown { .. }
        | Error::Unreachable { .. }
        | Error::ConnectTimedOut { .. }
        | Error::ProxyUnreachable { .. } => Verdict::Again,
        // -1 is documented as safe to repeat; for what acts each time, a document is not enough.
        Error::Busy { may_have_acted: false, .. } => match kind {
            Kind::Read | Kind::Idempotent => Verdict::Again,
            Kind::Effect => Verdict::Never,
        },
        Error::Busy { may_have_acted: true, .. } | Error::TimedOut { .. } | Error::Interrupted { .. } => match kind {
            Kind::Read => Verdict::Again,
            Kind::Idempotent | Kind::Effect => Verdict::Never,
        },
        // Named or unknown, a refusal is not changed by asking again; nor is a wrong certificate or a sign-in page.
        _ => Verdict::Never,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{ServerWords, UnreadableReason};

    #[expect(clippy::unnecessary_box_returns, reason = "errors hold it boxed, to stay small")]
    fn words() -> Box<ServerWords> {
        Box::new(ServerWords { code: "x".into(), message: String::new(), request_id: None, http_status: 200 })
    }

    /// For a read, for an idempotent write, for an effect.
    fn check(error: &Error, expected: [Verdict; 3]) {
        for (kind, expected) in [Kind::Read, Kind::Idempotent, Kind::Effect].into_iter().zip(expected) {
            assert_eq!(verdict(kind, error), expected, "{kind:?} {error:?}");
        }
    }

    // F05 F18 F19
    #[test]
    fn what_may_follow_a_failure_depends_on_what_the_call_does() {
        use Verdict::{Again, Never, WhenFree, WhenFreeByLimiter};
        let (host, detail, wait) = (|| "h".to_owned(), || "d".to_owned(), Duration::from_secs(1));
        check(&Error::Throttled { wait, words: words() }, [WhenFree; 3]);
        check(&Error::Robot { refusal: RobotRefusal::Throttled, words: words() }, [WhenFreeByLimiter; 3]);
        check(&Error::Busy { may_have_acted: false, wait: None, words: words() }, [Again, Again, Never]);
        check(&Error::Busy { may_have_acted: true, wait: None, words: words() }, [Again, Never, Never]);
        check(&Error::TimedOut { host: host(), after: wait }, [Again, Never, Never]);
        check(&Error::Interrupted { host: host(), detail: detail() }, [Again, Never, Never]);
        check(&Error::ConnectTimedOut { host: host(), after: wait }, [Again; 3]);
        check(&Error::Unreachable { host: host(), detail: detail() }, [Again; 3]);
        check(&Error::NameUnknown { host: host(), detail: detail() }, [Again; 3]);
        check(&Error::ProxyUnreachable { host: host(), proxy: host(), detail: detail() }, [Again; 3]);
        for error in [
            Error::Unknown { words: words() },
            Error::QuotaUsed { words: words() },
            Error::AddressRefused { address: None, words: words() },
            Error::AddressBanned { host: host(), wait },
            Error::TokenRefused { words: words() },
            Error::CredentialsRefused { words: words() },
            Error::CaptivePortal { host: host(), status: 200 },
            Error::Redirected { host: host(), status: 302, to: None },
            Error::Unreadable { host: host(), status: 200, reason: UnreadableReason::NotJson },
            Error::TooLarge { host: host(), limit: 1 },
            Error::Robot { refusal: RobotRefusal::Content, words: words() },
        ] {
            check(&error, [Never; 3]);
        }
    }
}
