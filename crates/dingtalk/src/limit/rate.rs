use std::time::Duration;

/// So many calls in any stretch of time of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// At least 1; 0 counts as 1.
    pub count: u32,
    pub window: Duration,
}

impl Rate {
    pub const fn per_second(count: u32) -> Self {
        Self { count, window: Duration::from_secs(1) }
    }

    pub const fn per_minute(count: u32) -> Self {
        Self { count, window: Duration::from_mins(1) }
    }
}

/// What a [`crate::Limiter`] keeps to. Source: how-to-process-api-throttling-on-the-dingtalk-server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    /// One app on one API: 20 a second.
    pub api: Rate,
    /// One custom robot: 20 a minute.
    pub robot: Rate,
    /// One app on all APIs together; DingTalk has no such limit, a caller may want one.
    pub app: Option<Rate>,
    /// By how much a request may be late on its way at least; what is measured counts if it is more. The server counts
    /// arrivals, we count departures.
    pub margin: Duration,
    /// A hold that lasts longer is answered at once, with the refusal that caused it; none is by default.
    pub patience: Duration,
}

impl Default for Rates {
    fn default() -> Self {
        Self {
            api: Rate::per_second(20),
            robot: Rate::per_minute(20),
            app: None,
            margin: Duration::from_millis(250),
            patience: Duration::MAX,
        }
    }
}
