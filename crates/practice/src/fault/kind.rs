//! The faults by name, and which calls each can happen to.

use serde::{Deserialize, Serialize};

use crate::gateway::Call;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Done, and then no answer for ten minutes, then a reset.
    ActThenHang,
    /// Not done; the connection is reset.
    DropBefore,
    /// Done after 1.5 to 25 seconds, whether the caller still waits or not.
    Queue,
    /// An answer as if it were done.
    Lie,
    /// The body comes at a byte a second.
    SlowDrip,
    /// Done; a reset after half of the body.
    Reset,
    /// Done; the body is not what JSON should be.
    Malformed,
    /// Calls are counted in another way as long as this is set.
    WrongWindow,
    /// Every token ends before the call.
    ExpiresMidRun,
    /// Done; the answer speaks of another person.
    WrongUser,
    /// Not done; a network's sign-in page.
    HtmlPage,
    /// Not done; HTTP 302 to another host.
    Redirect,
    /// Not done; what a banned address gets.
    BanShape,
    /// Not done; -1, or HTTP 500 `system.busy`.
    Busy,
    /// Not done; 15, or HTTP 504.
    GatewayTimeout,
    /// Done; the head, then the server's half is closed.
    SlowClose,
    /// Done and answered; the next request on the connection meets a reset.
    CloseAfterReply,
    /// Every app's secret is another from now on, and every token ends.
    RotatedSecret,
    /// Calls come from another address from now on.
    AddressChanges,
    /// A page names itself as the next one.
    PagingLoop,
    /// A page with nobody on it that says there is more.
    EmptyPage,
    /// Not done; reading this department fails.
    DepartmentFails,
    /// A token's validity is nonsense.
    OddExpireIn,
    /// Status and body contradict each other.
    FlippedStatus,
    /// Not done; whatever refusal was asked for, as this gateway tells one.
    Refused,
    /// Not done; throttled, with a `Retry-After`. DingTalk itself sends none (inferred).
    RetryAfter,
}

impl Kind {
    pub fn variants(self) -> &'static [&'static str] {
        match self {
            Self::Malformed => &["cut", "trailing_bytes", "duplicate_keys", "nan", "deep", "huge"],
            Self::WrongWindow => &["fixed", "sliding", "bucket", "counts_refusals"],
            Self::BanShape => &["json", "html"],
            Self::OddExpireIn => &["zero", "minus_one", "missing", "far", "text"],
            Self::FlippedStatus => &["failure_with_200", "success_with_500"],
            Self::RetryAfter => &["seconds", "date"],
            Self::ActThenHang
            | Self::DropBefore
            | Self::Queue
            | Self::Lie
            | Self::SlowDrip
            | Self::Reset
            | Self::ExpiresMidRun
            | Self::WrongUser
            | Self::HtmlPage
            | Self::Redirect
            | Self::Busy
            | Self::GatewayTimeout
            | Self::SlowClose
            | Self::CloseAfterReply
            | Self::RotatedSecret
            | Self::AddressChanges
            | Self::PagingLoop
            | Self::EmptyPage
            | Self::Refused
            | Self::DepartmentFails => &[],
        }
    }

    /// False where the fault could not be told from none.
    pub fn concerns(self, call: &Call, dept_id: Option<u64>) -> bool {
        let asks_for_token = call.path == "/gettoken" || call.path.starts_with("/v1.0/oauth2/");
        match self {
            Self::OddExpireIn => asks_for_token,
            Self::ExpiresMidRun => !asks_for_token,
            Self::PagingLoop | Self::EmptyPage => {
                let parameters = call.parameters();
                ["cursor", "offset", "nextToken"].iter().any(|name| parameters.value(name).is_some())
            }
            Self::DepartmentFails => {
                let asked = call.parameters().number("dept_id").ok().flatten();
                asked.is_some() && (dept_id.is_none() || asked == dept_id)
            }
            // Not of single calls.
            Self::WrongWindow => false,
            Self::ActThenHang
            | Self::DropBefore
            | Self::Queue
            | Self::Lie
            | Self::SlowDrip
            | Self::Reset
            | Self::Malformed
            | Self::WrongUser
            | Self::HtmlPage
            | Self::Redirect
            | Self::BanShape
            | Self::Busy
            | Self::GatewayTimeout
            | Self::SlowClose
            | Self::CloseAfterReply
            | Self::RotatedSecret
            | Self::AddressChanges
            | Self::FlippedStatus
            | Self::Refused
            | Self::RetryAfter => true,
        }
    }
}
