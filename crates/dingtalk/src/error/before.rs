use super::{Error, UnreadableReason};

impl Error {
    /// The failure of what had to come before a call, such as its token: the call itself never left, so nothing that
    /// it asks for was done, whatever became of the preparation.
    pub(crate) fn before_the_call(self) -> Self {
        if let Self::Interrupted { host, detail } = self {
            return Self::Unreachable { host, detail };
        }
        if let Self::TimedOut { host, after } = self {
            return Self::ConnectTimedOut { host, after };
        }
        if let Self::TooLarge { host, .. } = self {
            return Self::Unreadable { host, status: 200, reason: UnreadableReason::NoToken };
        }
        if let Self::Unreadable { host, status, .. } = self {
            return Self::Unreadable { host, status, reason: UnreadableReason::NoToken };
        }
        if let Self::Busy { wait, words, .. } = self {
            return Self::Busy { may_have_acted: false, wait, words };
        }
        self
    }
}
